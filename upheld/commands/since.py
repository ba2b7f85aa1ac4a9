"""The dataset that is replaced and the new one -> what a person is told of the difference: reports gone, and figures lost."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

Told = Counter[str]
"""The figures of each file."""


def figures_by_file(reports: Iterable[tuple[str, int]]) -> Told:
    """How many figures each file gave, of pairs of a report's file and its figures; a pack's reports are added up."""
    told: Told = Counter()
    for file, figures in reports:
        told[file] += figures
    return told


def frame_to_told(reports: "pd.DataFrame") -> Told:
    """The same of a dataset's reports."""
    return figures_by_file(zip(reports["file"].astype(str), reports["figures"].fillna(0).astype(int), strict=True))


def changes(before: Told, after: Told, present: Collection[str]) -> Iterator[str]:
    """A sentence for each file that is gone, and for each that gives fewer figures than it did; `present` are the files of the input."""
    for file, figures in sorted(before.items()):
        if file not in present:
            yield f"{file}: is gone since the last run, and with it its {figures:,} figures"
        elif file in after and after[file] < figures:
            yield f"{file}: gives {after[file]:,} figures, and gave {figures:,} in the last run"
