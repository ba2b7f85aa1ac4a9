"""Tables that split the same complaints among the outcomes."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from checks.evidence import Evidence
from checks.outcomes import OUTCOMES
from checks.relations import same_sum
from checks.sums import added
from checks.trial import Doubt, Trial
from checks.wording import measure, where
from schemas import Basis, Figure, Measure, Severity, Unit
from schemas.printed import fold

ENOUGH = 20
"""Complaints from which on two tables hardly add to the same number by chance."""


class Split(NamedTuple):
    """The outcomes of one table, each with the figures that add to it: its stages, its services, or the one total that it prints."""

    table: str
    outcomes: tuple[tuple[Figure, ...], ...]

    @property
    def sums(self) -> tuple[Decimal, ...]:
        return tuple(map(added, self.outcomes))


def to_splits(evidence: Evidence) -> Iterator[Split]:
    """Each table of outcomes in the report's own period that is not about one service alone."""
    tables: dict[str, dict[Measure, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in evidence.figures:
        if figure.measure in OUTCOMES and figure.basis is Basis.CURRENT and figure.unit is Unit.COUNT and not figure.dimension:
            tables[figure.table_id][figure.measure].append(figure)
    for table, found in tables.items():
        parts = found[OUTCOMES[0]]
        wide = len({fold(part.service) for part in parts}) > 1 or not any(part.service for part in parts)
        paired = bool(parts) and {len(found[name]) for name in OUTCOMES} == {len(parts)}
        if paired and wide and evidence.is_whole(*(part for name in OUTCOMES for part in found[name])):
            yield Split(table, tuple(tuple(found[name]) for name in OUTCOMES))


def outcomes_are_split_the_same(evidence: Evidence) -> Iterator[Trial]:
    """Two tables whose outcomes add to one number of complaints split it among the outcomes in the same way."""
    first: dict[Decimal, Split] = {}
    for split in to_splits(evidence):
        whole = sum(split.sums, Decimal(0))
        earlier = first.setdefault(whole, split)
        if earlier is split or whole < ENOUGH:
            yield Trial(silent="no other table splits as many complaints among the outcomes")
            continue
        for parts, its, one, other in zip(split.outcomes, earlier.outcomes, earlier.sums, split.sums, strict=True):
            if one == other:
                yield Trial(relation=same_sum(parts, its))
            else:
                yield Trial(doubt=split_otherwise(evidence, parts, its, one, other))


def split_otherwise(evidence: Evidence, parts: tuple[Figure, ...], its: tuple[Figure, ...], first: Decimal, other: Decimal) -> Doubt:
    """The doubt about an outcome that two tables count differently."""
    at = its[0]
    told = f"{first:f} {measure(at.measure)} in the one table, but {other:f} in the other, of as many complaints ({where(parts[0])})"
    meaning = (evidence.service(at), at.measure, first, other)
    return Doubt(at, (*its[1:], *parts), Severity.WARNING, f"{first:f}", f"{other:f}", told, meaning, together=True)
