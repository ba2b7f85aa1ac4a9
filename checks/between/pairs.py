"""Which reports of a council are compared with which."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from schemas import Records

Span = tuple[date, date]
Periods = Mapping[Span, list[Records]]
"""The reports of one council by their period, the earliest first: many may be of one period, and these are not compared."""


class Pair(NamedTuple):
    """An earlier and a later report of one council."""

    earlier: Records
    later: Records


def span(records: Records) -> Span | None:
    """The report's period, if it is known."""
    start, end = records.report.period_start, records.report.period_end
    return (start, end) if start and end else None


def by_council(reports: Iterable[Records]) -> Iterator[Periods]:
    """The reports of each known council that count."""
    councils: defaultdict[str, defaultdict[Span, list[Records]]] = defaultdict(lambda: defaultdict(list))
    for records in reports:
        period = span(records)
        if records.report.council_code and not records.report.same_as and period:
            councils[records.report.council_code][period].append(records)
    for _, periods in sorted(councils.items()):
        yield {period: sorted(own, key=lambda r: (r.report.file, r.report.report_id)) for period, own in sorted(periods.items())}


def all_pairs(reports: Iterable[Records]) -> Iterator[Pair]:
    """Every report of a council with every later one."""
    for periods in by_council(reports):
        before: list[Records] = []
        for own in periods.values():
            yield from (Pair(earlier, later) for later in own for earlier in before)
            before += own


def next_pairs(reports: Iterable[Records]) -> Iterator[Pair]:
    """Every report of a council with the next one about as long a period, if that begins where the earlier ends."""
    for periods in by_council(reports):
        for period, own in periods.items():
            after = [later for other, others in periods.items() if follows(period, other) for later in others]
            yield from (Pair(earlier, later) for earlier in own for later in after)


def follows(one: Span, other: Span) -> bool:
    """Whether the other period begins on the day after the last of the one, or in the next year's same months, and is as long."""
    lasts, also = (end - start for start, end in (one, other))
    gap = (other[0] - one[1]).days
    same_months = (one[0].month, one[0].day) == (other[0].month, other[0].day) and other[0].year == one[0].year + 1
    return abs((lasts - also).days) <= LEAP and (gap == 1 or same_months)


def a_year(records: Records) -> bool:
    """Whether a report is of a whole year: in a shorter time many a service has no complaint, and no row."""
    period = span(records)
    return period is not None and (period[1] - period[0]).days + LEAP >= YEAR


YEAR = 365
LEAP = 2
"""Days that two periods of as many months may differ by."""
