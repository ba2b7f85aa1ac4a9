"""Many mutated files, in processes of their own; what was wrong is kept with its number, and a run goes on where the last one ended."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from benchmarks.fuzz.trial import SECONDS, WRONG, Trial, Verdict, number_to_file, trial
from upheld.work import Limits, Loss, Lost, Note, pool, warm_up

STUCK = 10 * SECONDS
"""Seconds of the processor after which a process is ended that does not heed its own limit, as in a library's loop."""
STATE = "done.json"
ROUND = 500
"""Files after which it is told how far it is, and kept."""


def run(folder: Path, count: int, jobs: int) -> Counter[str]:
    """How many of the first `count` mutated files came to what; what was wrong stands in the folder, and in it how far the run is."""
    folder.mkdir(parents=True, exist_ok=True)
    state = folder / STATE
    start, before = json.loads(state.read_text("utf-8")) if state.exists() else (0, {})
    counts: Counter[str] = Counter(before)
    for first in range(start, count, ROUND):
        numbers = range(first, min(first + ROUND, count))
        for found in trials(numbers, jobs):
            counts[found.verdict] += 1
            if found.verdict in WRONG:
                keep(found, folder)
        state.write_text(json.dumps([numbers.stop, counts]), encoding="utf-8")
        sys.stderr.write(f"{numbers.stop:,} of {count:,}: {', '.join(f'{n:,} {verdict}' for verdict, n in sorted(counts.items()))}\n")
    return counts


def trials(numbers: range, jobs: int) -> Iterator[Trial]:
    """Every trial, as they are done; one that ends its process costs that only."""
    warm_up("benchmarks.fuzz.trial")
    with pool(jobs, Limits(STUCK)) as mapped:
        for at, found in mapped(attempt, numbers):
            yield lost_to_trial(numbers[at], found) if isinstance(found, Lost) else found


def attempt(number: int, _note: Note) -> Trial:
    """A trial, as a map calls it."""
    return trial(number)


def lost_to_trial(number: int, lost: Lost) -> Trial:
    """What became of a trial that ended its process."""
    name, _ = number_to_file(number)
    return Trial(number, name, Verdict.HANG if lost.loss is Loss.TIME else Verdict.CRASH, f"{lost.loss} {lost.ending}")


def keep(found: Trial, folder: Path) -> None:
    """Keep the file, and a line about it."""
    name, content = number_to_file(found.number)
    (folder / f"{found.number}-{name}").write_bytes(content)
    with (folder / "wrong.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(found), ensure_ascii=False) + "\n")
