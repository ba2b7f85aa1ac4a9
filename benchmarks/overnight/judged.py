"""The dataset of a mixed folder -> whether anything was lost, and how each kind of poison was told."""

import csv
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple


class Judged(NamedTuple):
    """Sound files read and not read, files without a row, poisoned files that are not told; by kind, what was told how often."""

    read: int
    unread: tuple[str, ...]
    lost: tuple[str, ...]
    untold: tuple[str, ...]
    told: Mapping[str, Counter[str]]

    @property
    def is_good(self) -> bool:
        """Whether all is as it should be."""
        return not (self.unread or self.lost or self.untold)


def judge(folder: Path, dataset: Path, poisoned: Mapping[str, str]) -> Judged:
    """Hold the reports of a dataset against the files of the folder; what an archive holds counts as the archive."""
    with (dataset / "reports.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    by_file: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows:
        by_file[row["file"].partition("/")[0]].append((row["status"], row["message"]))
    names = sorted(path.name for path in folder.iterdir())
    sound = [name for name in names if name not in poisoned]
    unread = tuple(f"{name}: {by_file[name]}" for name in sound if any(status == "failed" for status, _ in by_file[name]))
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name, kind in poisoned.items():
        told[kind].update(f"{status}: {message}" for status, message in by_file[name])
    untold = tuple(f"{name} ({kind})" for name, kind in poisoned.items() if not any(message for _, message in by_file[name]))
    return Judged(len(sound) - len(unread), unread, tuple(name for name in names if name not in by_file), untold, told)
