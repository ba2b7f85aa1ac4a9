"""Breakdowns as tables and charts print them: a list of categories, its own total, and the whole that it is of."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from checks.agreed import agreed, counted, settled
from checks.evidence import Evidence
from checks.sums import added
from checks.words import word_lists
from schemas import Basis, Dimension, Figure, Measure, Source, State
from schemas.printed import INEXACT, Block, Kind, fold

ENOUGH = 2
"""Categories that make a breakdown."""
NOT_ALL = "the breakdown need not name every case"


class List(NamedTuple):
    """A breakdown as one table prints it for one service, period and stage: its categories, and its own total."""

    parts: tuple[Figure, ...]
    total: Figure | None

    @property
    def dimension(self) -> Dimension | None:
        return self.parts[0].dimension

    @property
    def added(self) -> Decimal:
        return added(self.parts)

    @property
    def printed(self) -> tuple[Figure, ...]:
        """The parts that are printed as numbers."""
        return tuple(part for part in self.parts if part.state is State.REPORTED)

    @property
    def clear(self) -> bool:
        known = all(counted(part) is not None for part in self.parts)
        return known and not any(INEXACT.search(f.text) for f in self.parts)


def is_total(label: str) -> bool:
    """Whether a label is that of a list's total."""
    said = fold(label)
    return said in word_lists()["total_labels"] or not set(word_lists()["totals"]).isdisjoint(said.split())


def group_of(figure: Figure) -> str:
    """The group of categories that one belongs to (`Phone: Good` to `Phone`), which add up by themselves."""
    return fold(figure.category.rpartition(":")[0])


def to_lists(evidence: Evidence, measure: Measure) -> Iterator[List]:
    """The breakdowns of tables and charts, in reading order."""
    lists: dict[tuple[Block, Kind, str], list[Figure]] = defaultdict(list)
    for figure in evidence.records.figures:
        if figure.source is not Source.PROSE and figure.measure is measure and figure.dimension and figure.basis is not Basis.DIFFERENCE:
            lists[Block.of(figure), Kind.of(figure)._replace(category=""), group_of(figure)].append(figure)
    for figures in lists.values():
        totals = [figure for figure in figures if is_total(figure.category)]
        parts = tuple(figure for figure in figures if figure not in totals)
        if len(parts) >= ENOUGH and len({fold(part.category) for part in parts}) == len(parts):
            yield List(parts, agreed(total for total in totals if total.state is State.REPORTED))


def whole_of(evidence: Evidence, one: List) -> Figure | None:
    """What a breakdown of cases adds to: its own total, else the cases or the complaints that are counted of its service."""
    if one.total is not None:
        return one.total
    first = one.parts[0]
    if not first.service:
        return None
    kind = Kind.of(first)._replace(dimension=None, category="")
    cases = agreed(figure for figure in evidence.same(evidence.service(first), kind) if figure.table_id == first.table_id)
    return cases or settled(evidence.same(evidence.service(first), kind._replace(measure=Measure.RECEIVED)))
