"""Parts and their totals of other kinds: services and their directorate, quarters and their year, rows whose total stands elsewhere."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

from checks.agreed import agreed
from checks.evidence import Evidence
from checks.totals import Sum, can_be_added, is_subtotal, judged, pooled, rows_of
from checks.trial import Trial
from schemas import Figure, Measure, Source, State
from schemas.printed import Block, Kind, fold

DAY = timedelta(days=1)


def services_add_to_their_directorate(evidence: Evidence) -> Iterator[Trial]:
    """The services of a directorate add to its row or subtotal in their table, where those of others do."""
    for sums in pooled([one for figures in columns for one in to_subtotals(figures)] for columns in rows_of(evidence)):
        yield from judged(evidence, sums, "services")


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
    rows: dict[tuple[str, Measure, Block, Kind], list[Figure]] = defaultdict(list)
    for figure in evidence.records.figures:
        dated = figure.period_start is not None and figure.period_end is not None
        if dated and figure.source is not Source.PROSE and can_be_added(figure) and figure.measure is not Measure.OPEN:
            rows[figure.table_id, figure.measure, Block.of(figure), Kind.undated(figure)].append(figure)
    columns: dict[tuple[str, Measure], list[Sum]] = defaultdict(list)
    for (table, measure, *_), figures in rows.items():
        columns[table, measure] += to_years(figures)
    for sums in columns.values():
        yield from judged(evidence, sums, "periods")


def to_years(figures: Sequence[Figure]) -> Iterator[Sum]:
    """Each period of a row with those that follow one another in it and are the whole of it."""
    spans = {(figure.period_start, figure.period_end): figure for figure in figures if figure.period_start and figure.period_end}
    by_start = dict(sorted(spans, reverse=True))
    if len(spans) < len(figures):
        return
    for (start, end), whole in spans.items():
        parts, day = [], start
        while day in by_start and (day, by_start[day]) != (start, end) and by_start[day] <= end:
            parts.append(spans[day, by_start[day]])
            day = by_start[day] + DAY
        if len(parts) > 1 and day == end + DAY and whole.state is State.REPORTED:
            yield Sum(whole, tuple(parts))


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
