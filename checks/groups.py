"""Parts and their totals of other kinds: services and their directorate, quarters and their year, rows whose total stands elsewhere."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from checks.agreed import agreed
from checks.evidence import Block, Evidence, Kind, fold
from checks.totals import Sum, can_be_added, is_subtotal, judged, rows_of
from checks.trial import Trial
from schemas import Figure, Source, State

DAY = timedelta(days=1)


def services_add_to_their_directorate(evidence: Evidence) -> Iterator[Trial]:
    """The services of a directorate add to its row or subtotal in their table, where those of others do."""
    for columns in rows_of(evidence):
        yield from judged(evidence, [one for figures in columns for one in to_subtotals(figures)], "services")


def to_subtotals(figures: Sequence[Figure]) -> Iterator[Sum]:
    """The subtotal of each directorate in a column, with its services."""
    directorates: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.directorate:
            directorates[fold(figure.directorate)].append(figure)
    for own in directorates.values():
        totals = [figure for figure in own if not figure.service or is_subtotal(figure)]
        parts = tuple(figure for figure in own if figure not in totals)
        if len(totals) == 1 and len(parts) > 1 and totals[0].state is State.REPORTED:
            yield Sum(totals[0], parts)


def quarters_add_to_their_year(evidence: Evidence) -> Iterator[Trial]:
    """The quarters or halves of a year add to the year that is printed beside them, where those of other rows do."""
    tables: dict[str, dict[tuple[Block, Kind], list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in evidence.records.figures:
        if figure.source is not Source.PROSE and can_be_added(figure) and figure.period_start and figure.period_end:
            row = Block.of(figure), Kind.of(figure)._replace(start=None, end=None)
            tables[figure.table_id][row].append(figure)
    for rows in tables.values():
        yield from judged(evidence, [one for figures in rows.values() if (one := to_year(figures))], "periods")


def to_year(figures: Sequence[Figure]) -> Sum | None:
    """The longest period of a row with those that lie in it, if they are the whole of it, one after the other."""
    in_time = sorted(figures, key=lambda figure: (str(figure.period_start), str(figure.period_end)))
    first, last = str(in_time[0].period_start), max(str(figure.period_end) for figure in figures)
    wholes = [figure for figure in in_time if (str(figure.period_start), str(figure.period_end)) == (first, last)]
    parts = [figure for figure in in_time if figure not in wholes]
    spans = [(part.period_start, part.period_end) for part in parts]
    follow = all(end and start and end + DAY == start for (_, end), (start, _) in pairwise(spans))
    complete = len(parts) > 1 and follow and (str(spans[0][0]), str(spans[-1][1])) == (first, last)
    return Sum(wholes[0], tuple(parts)) if len(wholes) == 1 and complete and wholes[0].state is State.REPORTED else None


def rows_add_to_the_total_elsewhere(evidence: Evidence) -> Iterator[Trial]:
    """The services of a table without a total add to that of the council or directorate in other tables, where its other columns do."""
    totals: dict[Kind, dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in evidence.figures:
        if not figure.service:
            totals[Kind.of(figure)][fold(figure.directorate)].append(figure)
    for columns in rows_of(evidence):
        if all(figure.service for figures in columns for figure in figures):
            yield from judged(evidence, [one for figures in columns if (one := to_total(totals[Kind.of(figures[0])], figures))], "services")


def to_total(totals: dict[str, list[Figure]], figures: Sequence[Figure]) -> Sum | None:
    """The total elsewhere of a column: that of the directorate that all its services are of, or of the council; None if it is not clear."""
    owners = {fold(figure.directorate) for figure in figures}
    total = agreed(totals.get(owners.pop() if len(owners) == 1 else "", ()))
    parts = tuple(figure for figure in figures if not is_subtotal(figure))
    return Sum(total, parts) if total and len(parts) > 1 else None
