"""What a percentage is of: the base that a sentence states, else the counts printed for the same service, stage and period."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from checks.evidence import Evidence, number
from checks.percent import cut_off, possible
from checks.relations import Relation, Values, judged
from checks.services import near
from schemas import Basis, Figure, Measure, Source, State, Unit
from schemas.printed import Block, Kind

TESTED = {
    Measure.UPHELD_PCT,
    Measure.NOT_UPHELD_PCT,
    Measure.PARTIALLY_UPHELD_PCT,
    Measure.UPHELD_OR_PARTLY_PCT,
    Measure.IN_TARGET_PCT,
    Measure.ESCALATED_PCT,
    Measure.NEWLY_UPHELD_PCT,
}
"""Percentages of the complaints of a stage."""
BASES = Measure.DECIDED, Measure.INVESTIGATED, Measure.RECEIVED
"""What they may be of, the nearer first: possible out of one that is printed is possible."""
MOST_BASES = 8
"""Counts that a percentage may be of; where more are printed for one service, its rows are no services, and which is meant nobody knows."""


class Statement(NamedTuple):
    """A base that a sentence states for a service, and whether the complaints received are printed with another number."""

    figure: Figure
    service: Block
    differs: bool


def rounds(percent: Decimal, base: Figure) -> bool:
    """Whether `percent` is a rounded share of `base`; of nothing, only 0 is."""
    return possible(percent, int(number(base))) if number(base) else not percent


def cuts(percent: Decimal, base: Figure) -> bool:
    """Whether `percent` is a share of `base` with its further decimals dropped."""
    return cut_off(percent, int(number(base))) if number(base) else not percent


@dataclass(frozen=True)
class Rate:
    """A percentage with the bases printed for it, the nearest first; `stated`: the sentences that say what it is of."""

    figure: Figure
    service: Block
    bases: tuple[Figure, ...]
    stated: tuple[Statement, ...]

    @property
    def percent(self) -> Decimal:
        return number(self.figure)

    @property
    def base(self) -> int:
        return int(number(self.bases[0]))

    @cached_property
    def fits(self) -> bool:
        """Whether a whole number out of one of the bases gives it."""
        return any(rounds(self.percent, base) for base in self.bases)

    @cached_property
    def cuts(self) -> bool:
        """Whether it would be possible if percentages were cut off."""
        return any(cuts(self.percent, base) for base in self.bases)

    @property
    def cut(self) -> bool:
        """Whether it shows that percentages are cut off."""
        return self.cuts and not self.fits

    @property
    def not_cut(self) -> bool:
        """Whether it shows that percentages are rounded."""
        return self.fits and not self.cuts


def one_of(percent: Figure, bases: Sequence[Figure], *, cut: bool) -> Relation:
    """A whole number out of one of the bases gives a percentage when rounded or, where `cut`, when cut off."""
    ways = (possible, cut_off) if cut else (possible,)

    def kept(values: Values) -> bool:
        share, counts = values[percent.figure_id], [int(values[base.figure_id]) for base in bases]
        return any(way(share, count) if count > 0 else not share for count in counts for way in ways)

    return judged((percent, *bases), kept)


def counts(figure: Figure) -> bool:
    """Whether the figure counts complaints."""
    value = figure.value
    return figure.unit is Unit.COUNT and value is not None and value >= 0 and value == value.to_integral_value()


def spoken_of(evidence: Evidence, figure: Figure) -> Block | None:
    """The service of the tables that a sentence speaks of, if its name leaves no doubt."""
    said = Block.of(figure)
    named = {first for block, first in evidence.service_of.items() if block.service == said.service and near(block, said)}
    return named.pop() if len(named) == 1 else None


def statements(evidence: Evidence) -> tuple[Statement, ...]:
    """The bases that sentences state ("based on 93 complaints"), in reading order."""
    found = []
    for figure in evidence.records.figures:
        if (
            figure.source is not Source.PROSE
            or figure.measure is not Measure.DECIDED
            or figure.dimension
            or figure.state is not State.REPORTED
        ):
            continue
        service = spoken_of(evidence, figure)
        if counts(figure) and service is not None:
            received = evidence.same(service, Kind.of(figure)._replace(measure=Measure.RECEIVED))
            differs = bool(received) and figure.value not in {other.value for other in received}
            found.append(Statement(figure, service, differs))
    return tuple(found)


def states(statement: Statement, figure: Figure, service: Block) -> bool:
    """Whether a sentence states the base of this percentage."""
    based = statement.service == service
    return based and Kind.of(statement.figure) == Kind.of(figure)._replace(measure=Measure.DECIDED, unit=Unit.COUNT)


def to_rates(evidence: Evidence, stated: Sequence[Statement]) -> Iterator[Rate]:
    """The percentages of complaints, in reading order, each with what it may be of."""
    for figure in evidence.figures:
        known = figure.measure in TESTED and figure.unit is Unit.PERCENT and figure.basis is not Basis.DIFFERENCE
        if known and 0 <= number(figure) <= 100:  # noqa: PLR2004 - percent
            service = evidence.service(figure)
            own = tuple(statement for statement in stated if states(statement, figure, service))
            printed = (base for name in BASES for base in evidence.beside(figure, measure=name, unit=Unit.COUNT) if counts(base))
            bases = (*(statement.figure for statement in own), *printed)
            if len(bases) <= MOST_BASES:
                yield Rate(figure, service, bases, own)


def other_bases(rates: Iterable[Rate]) -> list[Statement]:
    """The statements that show, by a percentage that fits them, that the report's percentages are not of the complaints received."""
    return [own for rate in rates for own in rate.stated if own.differs and rounds(rate.percent, own.figure)]
