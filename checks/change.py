"""A change that is printed is the change between the figures it is printed with."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from checks.evidence import Evidence, number
from checks.relations import Relation, Values, judged
from checks.trial import Doubt, Trial
from checks.wording import amount, measure
from schemas import Basis, Figure, Severity, State, Unit
from schemas.printed import Block, Kind, unit_of

HABIT = 20
"""Differences of rounded figures that must be exactly those of the printed figures, before one that is a rounding away is doubted."""
NO_PAIR = "the table does not print both figures, in its unit, that the difference is of"
RELATIVE = "the differences of the table's percentages are relative changes, not points"

Row = tuple[Block, Kind]
Printed = Mapping[Row, Mapping[Basis, list[Figure]]]


@dataclass(frozen=True, slots=True)
class Change:
    """A printed difference, the current figure it stands with, and the prior figure that fits best (the newest, where none does)."""

    printed: Figure
    current: Figure
    prior: Figure

    @property
    def true(self) -> Decimal:
        return number(self.current) - number(self.prior)

    @property
    def signed(self) -> bool:
        """Whether the direction of the difference is printed."""
        return number(self.printed) < 0 or "+" in self.printed.text or not self.true

    @property
    def off(self) -> Decimal:
        """How far the printed difference is off; without a sign, its direction may stand in words or an arrow."""
        return abs(number(self.printed) - self.true) if self.signed else abs(abs(number(self.printed)) - abs(self.true))

    @property
    def rounding(self) -> Decimal:
        """How far it may be off when it was taken before the figures were rounded."""
        units = [unit_of(number(figure)) for figure in (self.printed, self.current, self.prior)]
        exact = self.printed.unit in {Unit.COUNT, Unit.GBP} and max(units) == min(units) == 1
        return Decimal(0) if exact else sum(units, Decimal(0)) / 2

    @property
    def relation(self) -> Relation:
        """What the three figures are to each other, whichever way the change goes where its direction is not printed with it."""
        if self.signed:
            return Relation(((1, self.current), (-1, self.prior), (-1, self.printed)), -self.rounding, self.rounding)
        figures, rounding = (self.printed, self.current, self.prior), self.rounding

        def kept(values: Values) -> bool:
            printed, current, prior = (values[figure.figure_id] for figure in figures)
            return abs(abs(printed) - abs(current - prior)) <= rounding

        return judged(figures, kept)

    @property
    def relative(self) -> bool:
        """Whether it is the change in percent of the prior figure instead."""
        prior = number(self.prior)
        return prior != 0 and abs(100 * self.true / prior - number(self.printed)) <= 1


def row_of(figure: Figure) -> Row:
    """What a difference and the two figures it is of have in common."""
    return Block.of(figure), Kind.undated(figure)


def by_row(figures: Iterable[Figure]) -> Printed:
    """The figures of each row, by basis."""
    rows: dict[Row, dict[Basis, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in figures:
        rows[row_of(figure)][figure.basis].append(figure)
    return rows


def change(printed: Figure, row: Mapping[Basis, list[Figure]]) -> Change | None:
    """The difference with its two figures; nothing where they are missing, or printed with two values."""
    current = [f for f in row.get(Basis.CURRENT, ()) if (f.period_start, f.period_end) == (printed.period_start, printed.period_end)]
    prior = sorted(row.get(Basis.PRIOR, ()), key=lambda f: str(f.period_end), reverse=True)
    periods = Counter((f.period_start, f.period_end) for f in prior)
    if len({f.value for f in current}) != 1 or not prior or max(periods.values()) > 1:
        return None
    return min((Change(printed, current[0], earlier) for earlier in prior), key=lambda c: c.off > c.rounding)


def to_doubt(evidence: Evidence, wrong: Change, severity: Severity) -> Doubt:
    """The doubt about a difference."""
    unit = wrong.printed.unit
    expected, found = (amount(value, unit, signed=True) for value in (wrong.true, number(wrong.printed)))
    figures = f"{amount(number(wrong.current), unit)} less {amount(number(wrong.prior), unit)}"
    sentence = f"the difference in {measure(wrong.printed.measure)} is printed as {found}, but {figures} is {expected}"
    meaning = (evidence.service(wrong.printed), row_of(wrong.printed)[1], wrong.true, wrong.printed.value)
    return Doubt(wrong.printed, (wrong.current, wrong.prior), severity, expected, found, sentence, meaning, suggestion=expected)


def relative_tables(changes: Iterable[Change]) -> set[str]:
    """The tables most of whose differences of percentages are relative changes."""
    points: Counter[str] = Counter()
    for found in changes:
        if found.printed.unit is Unit.PERCENT:
            points[found.printed.table_id] += (found.off <= found.rounding) - found.relative
    return {table for table, lead in points.items() if lead < 0}


def difference_is_current_less_prior(evidence: Evidence) -> Iterator[Trial]:
    """A printed difference is the current figure less the prior one, or a rounding away where these are rounded."""
    printed = [figure for figure in evidence.figures if figure.basis is Basis.DIFFERENCE]
    if not printed:
        return
    rows = by_row(evidence.figures)
    hidden = {row_of(figure) for figure in evidence.records.figures if figure.basis is Basis.PRIOR and figure.state is not State.REPORTED}
    told = [figure for figure in printed if row_of(figure) not in hidden]
    changes = [found for figure in told if (found := change(figure, rows[row_of(figure)])) is not None]
    yield from (Trial(silent=NO_PAIR) for _ in range(len(printed) - len(changes)))
    relative = relative_tables(changes)
    rounded = [found for found in changes if found.rounding and (found.true or found.off) and found.off <= found.rounding]
    habit = sum(not found.off for found in rounded) >= HABIT and sum(bool(found.off) for found in rounded) == 1
    for found in changes:
        if found.printed.unit is Unit.PERCENT and found.printed.table_id in relative:
            yield Trial(silent=RELATIVE)
        elif found.off > found.rounding:
            yield Trial(doubt=to_doubt(evidence, found, Severity.ERROR), relation=found.relation)
        elif found.off and habit:
            yield Trial(doubt=to_doubt(evidence, found, Severity.WARNING))
        else:
            yield Trial(relation=found.relation)
