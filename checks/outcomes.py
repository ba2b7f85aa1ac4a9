"""What complaints came to adds up: to how many were decided, to a hundred per cent, to what was received and not turned away."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from checks.agreed import agreed
from checks.evidence import Evidence, is_exact, number
from checks.explanations import explained
from checks.relations import Relation, adds_to
from checks.sums import added, rounding
from checks.totals import Sum, judged
from checks.trial import Doubt, Trial
from checks.wording import amount, measure
from schemas import Basis, Figure, Measure, Severity, Stage, State, Unit
from schemas.printed import Block, Kind

OUTCOMES = Measure.UPHELD, Measure.PARTIALLY_UPHELD, Measure.NOT_UPHELD
ENDS = *OUTCOMES, Measure.NOT_PURSUED, Measure.OPEN
SHARES = Measure.UPHELD_PCT, Measure.PARTIALLY_UPHELD_PCT, Measure.NOT_UPHELD_PCT
WHOLES = Measure.DECIDED, Measure.INVESTIGATED
WHOLE = Decimal(100)  # percent
HABIT = 2
"""Percentages of outcomes that add to a hundred, for each place where they do not, before that is a slip and not other outcomes."""
NOT_ALL = "upheld and not upheld are not both printed with it"
OTHERS = "complaints may be decided in other ways, or not yet"
PART_ABOVE = "an outcome alone is above it, which is another rule's finding"


class Outcomes(NamedTuple):
    """The outcomes printed with a figure; upheld may already hold those partly upheld."""

    parts: tuple[Figure, ...]

    @property
    def added(self) -> Decimal:
        return added(self.parts)

    @property
    def certain(self) -> tuple[Figure, ...]:
        """Upheld and not upheld alone."""
        return tuple(part for part in self.parts if part.measure not in {OUTCOMES[1], SHARES[1]})

    @property
    def least(self) -> Decimal:
        """What upheld and not upheld alone add to."""
        return added(self.certain)

    @property
    def told(self) -> str:
        """The sum in words."""
        terms = (f"{amount(number(part), part.unit)} {measure(part.measure).removeprefix('% ')}" for part in self.parts)
        return f"{' + '.join(terms)} = {amount(self.added, self.parts[0].unit)}"


def to_outcomes(evidence: Evidence, figure: Figure, names: tuple[Measure, ...]) -> Outcomes | None:
    """The outcomes printed beside a figure; None without upheld and not upheld."""
    unit = Unit.PERCENT if names == SHARES else Unit.COUNT
    upheld, not_upheld = (agreed(evidence.beside(figure, measure=name, unit=unit)) for name in (names[0], names[2]))
    if upheld is None or not_upheld is None:
        return None
    others = {name: agreed(evidence.beside(figure, measure=name, unit=unit)) for name in names if name not in {names[0], names[2]}}
    found = others | {names[0]: upheld, names[2]: not_upheld}
    return Outcomes(tuple(part for name in names if (part := found[name]) is not None))


def all_decided(evidence: Evidence, figure: Figure) -> bool:
    """Whether every complaint that is counted has an outcome: the ombudsman's investigations end with one."""
    return figure.measure is Measure.INVESTIGATED and figure.stage is Stage.OMBUDSMAN and not evidence.beside(figure, measure=Measure.OPEN)


def outcomes_add_to_the_decided(evidence: Evidence) -> Iterator[Trial]:
    """Upheld, partly upheld and not upheld complaints are no more than those decided, and as many as the ombudsman investigated."""
    for figure in evidence.figures:
        plain = figure.unit is Unit.COUNT and not figure.dimension and figure.basis is not Basis.DIFFERENCE
        if figure.measure not in WHOLES or not plain:
            continue
        found = to_outcomes(evidence, figure, OUTCOMES)
        if found is None:
            yield Trial(silent=NOT_ALL)
        elif number(figure) in {found.added, found.least}:
            yield Trial(relation=adds_to(found.parts if number(figure) == found.added else found.certain, figure))
        elif any(number(part) > number(figure) for part in found.parts):
            yield Trial(silent=PART_ABOVE)
        elif found.least > number(figure) or all_decided(evidence, figure):
            yield Trial(doubt=to_doubt(evidence, figure, found), relation=adds_to(found.parts, figure))
        else:
            yield Trial(silent=OTHERS)


def to_doubt(evidence: Evidence, figure: Figure, found: Outcomes) -> Doubt:
    """The doubt about how many were decided."""
    told = f"{figure.value:f} {measure(figure.measure)} are printed, but {found.told}"
    meaning = (evidence.service(figure), Kind.of(figure), figure.value, found.added)
    return Doubt(figure, found.parts, Severity.WARNING, f"{found.added:f}", f"{figure.value:f}", told, meaning)


def row_of(figure: Figure) -> tuple[object, ...]:
    """What a count of complaints and what became of them have in common."""
    return Block.of(figure), figure.stage, figure.period_start, figure.period_end


def outcomes_add_to_the_received(evidence: Evidence) -> Iterator[Trial]:
    """What became of complaints, and what is still open, adds to the complaints received, where that of other rows of the table does."""
    tables: dict[str, list[Sum]] = defaultdict(list)
    hidden = {row_of(figure) for figure in evidence.records.figures if figure.measure in ENDS and figure.state is State.UNREADABLE}
    for figure in evidence.figures:
        plain = figure.measure is Measure.RECEIVED and not figure.dimension and not figure.category
        if plain and figure.basis is not Basis.DIFFERENCE and row_of(figure) not in hidden:
            found = to_outcomes(evidence, figure, ENDS)
            own = tuple(part for part in found.parts if part.table_id == figure.table_id) if found else ()
            if found and own == found.parts:
                tables[figure.table_id].append(Sum(figure, own))
    for sums in tables.values():
        yield from judged(evidence, sums, "outcomes")


def outcome_percentages_add_to_a_hundred(evidence: Evidence) -> Iterator[Trial]:
    """The percentages upheld, partly upheld and not upheld add to a hundred, as rounding allows, where others of their table do."""
    upheld = [figure for figure in evidence.figures if figure.measure is SHARES[0] and figure.basis is not Basis.DIFFERENCE]
    found = [(figure, to_outcomes(evidence, figure, SHARES)) for figure in upheld if not figure.dimension and not figure.category]
    holding = Counter(figure.table_id for figure, one in found if one and is_whole(one))
    failing = Counter(figure.table_id for figure, one in found if one and not is_whole(one))
    for figure, one in found:
        if one is None:
            yield Trial(silent=NOT_ALL)
        elif is_whole(one):
            yield Trial(relation=a_hundred(one))
        elif any(number(part) > WHOLE for part in one.parts):
            yield Trial(silent=PART_ABOVE)
        elif one.least - WHOLE >= rounding(one.parts) or holding[figure.table_id] >= HABIT * failing[figure.table_id]:
            yield Trial(doubt=off_a_hundred(evidence, figure, one), relation=a_hundred(one))
        else:
            yield Trial(silent=OTHERS)


def is_whole(one: Outcomes) -> bool:
    """Whether the percentages add to the whole, with or without those partly upheld; of nothing, all are 0."""
    return any(abs(each - WHOLE) <= rounding(one.parts) for each in (one.added, one.least)) or not one.added


def a_hundred(one: Outcomes) -> Relation | None:
    """The percentages add to a hundred, without those partly upheld where it is the others that do; of nothing, nothing is asked."""
    slack = rounding(one.parts)
    parts = one.certain if abs(one.least - WHOLE) <= slack < abs(one.added - WHOLE) else one.parts
    return Relation(tuple((1, part) for part in parts), WHOLE - slack, WHOLE + slack) if one.added else None


def off_a_hundred(evidence: Evidence, figure: Figure, one: Outcomes) -> Doubt:
    """The doubt about percentages of outcomes."""
    told = f"the outcomes are printed as {one.told}, which rounding does not account for"
    meaning = (evidence.service(figure), Kind.of(figure), tuple(part.value for part in one.parts))
    against = tuple(part for part in one.parts if part is not figure)
    doubt = Doubt(figure, against, Severity.WARNING, "100%", amount(one.added, Unit.PERCENT), told, meaning)
    return explained(evidence.records.commentary, doubt, "rounding", "parts")


def outcomes_are_what_was_investigated(evidence: Evidence) -> Iterator[Trial]:
    """Where a report says how many of the complaints received were not investigated, the outcomes add to the others."""
    said = {Kind.of(figure): figure for figure in reversed(evidence.records.figures) if is_said(figure)}
    for kind, figure in said.items():
        if kind.measure is not Measure.NOT_PURSUED:
            continue
        received = said.get(kind._replace(measure=Measure.RECEIVED))
        both = said.get(kind._replace(measure=Measure.UPHELD_OR_PARTLY))
        names = (Measure.UPHELD_OR_PARTLY, Measure.NOT_UPHELD) if both else OUTCOMES
        parts = tuple(part for name in names if (part := said.get(kind._replace(measure=name))))
        ends = {part.measure for part in parts}
        if received is None or Measure.NOT_UPHELD not in ends or not ends & {Measure.UPHELD, Measure.UPHELD_OR_PARTLY}:
            yield Trial(silent=NOT_ALL)
            continue
        if kind._replace(measure=Measure.OPEN) in said or kind._replace(measure=Measure.DECIDED) in said:
            yield Trial(silent=OTHERS)
            continue
        relation = adds_to((*parts, figure), received)
        if (left := number(received) - number(figure)) == Outcomes(parts).added:
            yield Trial(relation=relation)
        else:
            what = Outcomes(parts)
            told = f"{received.value:f} received less {figure.value:f} not investigated leaves {left:f}, but the outcomes are {what.told}"
            meaning = (kind, left, what.added)
            doubt = Doubt(parts[0], (*parts[1:], received, figure), Severity.WARNING, f"{left:f}", f"{what.added:f}", told, meaning)
            yield Trial(doubt=replace(doubt, together=True), relation=relation)


def is_said(figure: Figure) -> bool:
    """Whether the figure is an exact number of the whole council's complaints, wherever it is printed."""
    whole = not figure.service and not figure.directorate and not figure.dimension and not figure.category
    return is_exact(figure) and whole and figure.unit is Unit.COUNT and figure.basis is not Basis.DIFFERENCE
