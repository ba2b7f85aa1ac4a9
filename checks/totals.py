"""Rows add to the total that their table prints."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from checks.agreed import counted
from checks.evidence import Evidence, number
from checks.explanations import explained
from checks.relations import Relation, adds_to
from checks.sums import added
from checks.trial import Doubt, Trial
from checks.wording import amount, measure
from checks.words import word_lists
from schemas import Basis, Figure, Measure, Severity, Source, State, Unit
from schemas.printed import INEXACT, Kind, fold

ADDED = {Unit.COUNT, Unit.GBP}
NEVER_ADDED = {Measure.AVERAGE_DAYS, Measure.TARGET, Measure.RATE_PER_1000, Measure.MULTI_SERVICE, Measure.OTHER}
HABIT = 2
"""Columns of a table whose rows add to its total, from which on one that does not is a slip and not another way of counting."""
SLIP = Decimal("0.1")
"""Of a total: by how much the only column of a list may be above it to be a slip; farther, its rows overlap or hold each other."""
NOT_ALL = "the rows are not all the parts of the total, or overlap"
UNREAD = "a cell of the table could not be read"

Choice = Callable[[Figure], bool]


class Sum(NamedTuple):
    """A total of a table, the rows that are its parts, and what they add to."""

    total: Figure
    parts: tuple[Figure, ...]

    @property
    def added(self) -> Decimal:
        return added(self.parts)

    @property
    def relation(self) -> Relation:
        """The parts that are printed as numbers add to the total."""
        return adds_to(tuple(part for part in self.parts if part.state is State.REPORTED), self.total)

    @property
    def holds(self) -> bool:
        return self.added == self.total.value

    @property
    def slips(self) -> bool:
        """Whether the rows add to a little more than their total, and none of them holds the others."""
        nested = any(2 * (counted(part) or 0) >= number(self.total) for part in self.parts)
        return not nested and 0 < self.added - number(self.total) <= SLIP * number(self.total)


def is_subtotal(figure: Figure) -> bool:
    """Whether a row's name says that it adds others up."""
    return not set(word_lists()["subtotals"]).isdisjoint(fold(figure.service).split())


PARTS: tuple[Choice, ...] = (
    lambda figure: bool(figure.service),
    lambda figure: bool(figure.service) and not is_subtotal(figure),
    lambda figure: not figure.service,
)
"""What the parts of a total may be: all rows, all but subtotals, the directorates."""


def can_be_added(figure: Figure) -> bool:
    """Whether the figures of several services add up."""
    return figure.unit in ADDED and figure.measure not in NEVER_ADDED and figure.basis is not Basis.DIFFERENCE


def rows_of(evidence: Evidence) -> Iterator[list[list[Figure]]]:
    """Of each table, the figures of one kind that can be added, kind by kind."""
    tables: dict[str, dict[Kind, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in evidence.records.figures:
        if figure.source is not Source.PROSE and can_be_added(figure):
            tables[figure.table_id][Kind.of(figure)].append(figure)
    for kinds in tables.values():
        yield list(kinds.values())


def to_sums(columns: Sequence[Sequence[Figure]], choice: Choice) -> Iterator[Sum]:
    """The total of each column with its parts, where it has one and two parts at least."""
    for figures in columns:
        totals = [figure for figure in figures if not figure.service and not figure.directorate]
        parts = tuple(figure for figure in figures if choice(figure) and figure not in totals)
        if len(totals) == 1 and len(parts) > 1 and totals[0].state is State.REPORTED:
            yield Sum(totals[0], parts)


def is_clear(evidence: Evidence, one: Sum) -> bool:
    """Whether all that is added is read, and exact."""
    known = all(counted(figure) is not None or figure.state is State.MISSING for figure in one.parts)
    return known and evidence.is_whole(*one.parts) and not any(INEXACT.search(figure.text) for figure in (one.total, *one.parts))


def judged(evidence: Evidence, sums: Sequence[Sum], what: str) -> Iterator[Trial]:
    """Whether each of the sums of one kind holds; one that does not is doubted where two others do, and more than do not."""
    clear = [one for one in sums if is_clear(evidence, one)]
    yield from (Trial(silent=UNREAD) for _ in range(len(sums) - len(clear)))
    holding = sum(one.holds and bool(one.added) for one in clear)
    failing = len(clear) - holding
    for one in clear:
        if one.holds:
            could_fail = len(sums) == 1 or holding > max(HABIT, failing + 1)
            yield Trial(could_fail=could_fail, relation=one.relation)
        elif holding >= max(HABIT, failing) or (len(sums) == 1 and one.slips):
            yield Trial(doubt=to_doubt(evidence, one, what), relation=one.relation)
        else:
            yield Trial(silent=NOT_ALL)


def pooled(tables: Iterable[list[Sum]]) -> Iterator[list[Sum]]:
    """The sums that show each other how they are meant: those of a table, or of the tables of one kind that have one each."""
    alone: dict[Kind, list[Sum]] = defaultdict(list)
    for sums in tables:
        if len(sums) == 1:
            alone[Kind.of(sums[0].total)._replace(start=None, end=None)] += sums
        else:
            yield sums
    for sums in alone.values():
        yield from [sums] if len(sums) > HABIT else ([one] for one in sums)


def rows_add_to_their_total(evidence: Evidence) -> Iterator[Trial]:
    """The services of a table add to the total that it prints, where its other columns do; those of a single column to no more."""
    found = ([list(to_sums(columns, choice)) for choice in PARTS] for columns in rows_of(evidence))
    for sums in pooled(max(each, key=lambda sums: sum(one.holds for one in sums)) for each in found):
        yield from judged(evidence, sums, "rows")


def to_doubt(evidence: Evidence, one: Sum, parts: str) -> Doubt:
    """The doubt about a total; `parts` says what is added."""
    expected, found = amount(one.added, one.total.unit), amount(one.total.value or Decimal(0), one.total.unit)
    what = measure(one.total.measure) + (f" ({one.total.category})" if one.total.category else "")
    told = f"the total of {what} is printed as {found}, but its {len(one.parts)} {parts} add to {expected}"
    meaning = (evidence.service(one.total), Kind.of(one.total), one.added, one.total.value)
    doubt = Doubt(one.total, one.parts, Severity.WARNING, expected, found, told, meaning)
    return explained(evidence.records.commentary, doubt, "parts")
