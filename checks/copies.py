"""What can only be a slip of the hand: a row that belongs to another service, a count below nought."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from checks.evidence import Evidence, below_nought, number
from checks.relations import bounded
from checks.services import alike
from checks.trial import Doubt, Trial
from checks.wording import amount, measure, where
from schemas import Basis, Figure, Measure, Severity, Source, State, Unit
from schemas.printed import Block, Kind

LONG = 5
"""Figures from which on two rows that agree in all of them were hardly meant to: fewer agree by chance."""
SMALL = 1
"""Figures up to this agree by chance more often than not, and do not count towards a row's length."""

TOLD = 6
"""Figures of a row that a message tells."""
ONE_SERVICE = "the two rows may be those of one service under two names"

Row = dict[Kind, Figure]


def count_is_not_negative(evidence: Evidence) -> Iterator[Trial]:
    """A count is nought or more; only a difference has a sign."""
    for figure in evidence.records.figures:
        counted = figure.unit is Unit.COUNT and figure.state is State.REPORTED and figure.source is not Source.PROSE
        if not counted or figure.basis is Basis.DIFFERENCE or figure.measure is Measure.OTHER:
            continue
        if not below_nought(figure):
            yield Trial(relation=bounded(figure, Decimal(0)))
        else:
            found = amount(number(figure), figure.unit)
            told = f"{measure(figure.measure)} is printed as {found}, and a count cannot be negative"
            meaning = (evidence.service(figure), Kind.of(figure), figure.value)
            doubt = Doubt(figure, (), Severity.ERROR, "0 or more", found, told, meaning, suggestion=amount(-number(figure), figure.unit))
            yield Trial(doubt=doubt, relation=bounded(figure, Decimal(0)))


def to_rows(evidence: Evidence) -> Mapping[tuple[date | None, date | None], dict[Block, Row]]:
    """What each service's own block prints of each period."""
    rows: dict[tuple[date | None, date | None], dict[Block, Row]] = defaultdict(lambda: defaultdict(dict))
    for figure in evidence.figures:
        if figure.service and figure.basis is not Basis.DIFFERENCE and figure.measure is not Measure.OTHER and not figure.dimension:
            rows[figure.period_start, figure.period_end][Block.of(figure)][Kind.of(figure)] = figure
    return rows


def long_enough(row: Row) -> bool:
    """Whether a row says enough to be known again."""
    telling = [number(figure) for figure in row.values() if number(figure) > SMALL]
    return len(row) >= LONG and len(telling) >= LONG - 1 and len(set(telling)) > LONG - 3


def values(row: Row) -> dict[Kind, Decimal]:
    """The numbers of a row by what they mean."""
    return {kind: number(figure) for kind, figure in row.items()}


def one_service(evidence: Evidence, block: Block, other: Block, rows: Iterable[Mapping[Block, Row]]) -> bool:
    """Whether two blocks may be about one service under two names: their names are alike, or two tables agree in every row of theirs."""
    if evidence.service_of[block] == evidence.service_of[other] or alike(block.service, other.service):
        return True
    both = [(row[block], row[other]) for row in rows if block in row and other in row]
    return block.table != other.table and len(both) > 1 and all(values(one) == values(its) for one, its in both)


def row_is_its_own(evidence: Evidence) -> Iterator[Trial]:
    """No row of figures of one service is the same, figure for figure, as that of another service."""
    periods = to_rows(evidence)
    for rows in periods.values():
        seen: dict[frozenset[tuple[Kind, Decimal]], Block] = {}
        for block, row in rows.items():
            if not long_enough(row):
                continue
            first = seen.setdefault(frozenset(values(row).items()), block)
            if first == block:
                yield Trial()
            elif one_service(evidence, block, first, periods.values()):
                yield Trial(silent=ONE_SERVICE)
            else:
                yield Trial(doubt=copied(evidence, row, rows[first]))


def copied(evidence: Evidence, row: Row, twin: Row) -> Doubt:
    """The doubt about a row that repeats another service's."""
    at, first = next(iter(row.values())), next(iter(twin.values()))
    printed = [amount(number(figure), figure.unit) for figure in row.values()]
    found = ", ".join(printed[:TOLD]) + (" and so on" if len(printed) > TOLD else "")
    told = f"the row {found} is, figure for figure, that of {first.service} {where(first)}, so one of the two was copied"
    meaning = (evidence.service(at), evidence.service(first), at.period_start, at.period_end)
    against = (*list(row.values())[1:], *twin.values())
    return Doubt(at, against, Severity.WARNING, "figures of its own", found, told, meaning)
