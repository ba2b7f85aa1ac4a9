"""Whether two reports say the same, and which of many says the same as one.

A report is not asked against all others. It may miss few of the smaller one's figures to be alike, so that of any more than these few it
has at least one: of each report its `marks` are looked up, the figures that the fewest reports have.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field

from schemas import Figure, Records, State

SHARE = 0.9
"""Of the figures of the smaller one that the larger one has too.

Of the smaller one, since a rendition that loses charts or a table is still the same report; another report shares a total or two.
"""
FEWEST = 3
"""Figures that must be shared: one or two are the same by chance, or quoted."""

Told = frozenset[int]
"""What a report's figures say, by numbers that stand for it: the lower, the fewer reports say it."""


def figure_to_key(figure: Figure) -> Hashable:
    """What a figure is about, and its value; names as they are written, but for capitals and signs."""
    names = (figure.service, figure.category)
    spelled = ("".join(filter(str.isalnum, name.casefold().replace("&", "and"))) for name in names)
    period = (figure.period_start, figure.period_end)
    return (*spelled, figure.regime, figure.stage, figure.measure, figure.basis, *period, figure.dimension, figure.value)


def enough(figures: int) -> int:
    """How many of the figures of the smaller report must stand in the larger one."""
    return max(FEWEST, math.ceil(SHARE * figures))


def is_told_alike(one: Told, other: Told) -> bool:
    """Whether nine in ten of the figures of the smaller report stand in the larger one."""
    return len(one & other) >= enough(min(len(one), len(other)))


def reports_to_told(reports: Iterable[Records]) -> list[Told]:
    """The figures of each report without their places; what two figures of one say is told a first and a second time."""
    said = [list(_said(records)) for records in reports]
    uses = Counter(key for keys in said for key in keys)
    numbers = {key: number for number, (key, _) in enumerate(reversed(uses.most_common()))}
    return [frozenset(numbers[key] for key in keys) for keys in said]


def _said(records: Records) -> Iterator[Hashable]:
    times = Counter(figure_to_key(figure) for figure in records.figures if figure.state is State.REPORTED)
    yield from ((key, time) for key, many in times.items() for time in range(many))


def marks(told: Told) -> list[int]:
    """One figure more than a larger report that is alike may miss, the rarest ones."""
    return sorted(told)[: max(0, len(told) - enough(len(told)) + 1)]


@dataclass(frozen=True, slots=True)
class Originals:
    """Reports that count, by their ids in the order in which they are asked: which of them have a figure, and of which it is a mark."""

    reports: list[tuple[str, Told]] = field(default_factory=list)
    having: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    marked: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, report_id: str, told: Told) -> None:
        """One more, which is asked after the others."""
        for figure in told:
            self.having[figure].append(len(self.reports))
        for figure in marks(told):
            self.marked[figure].append(len(self.reports))
        self.reports.append((report_id, told))

    def alike(self, told: Told) -> str | None:
        """The first that says the same."""
        asked = (self.reports[place] for place in sorted(set(self._places(told))))
        return next((report_id for report_id, said in asked if is_told_alike(told, said)), None)

    def _places(self, told: Told) -> Iterator[int]:
        """Of those that may be alike: they have a mark of this one if they are larger, else it has one of theirs."""
        for figure in marks(told):
            yield from self.having.get(figure, ())
        for figure in told:
            yield from self.marked.get(figure, ())
