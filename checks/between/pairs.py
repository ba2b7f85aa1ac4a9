"""Which reports of a council are compared with which."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from schemas import Records


class Pair(NamedTuple):
    """An earlier and a later report of one council."""

    earlier: Records
    later: Records


def span(records: Records) -> tuple[date, date] | None:
    """The report's period, if it is known."""
    start, end = records.report.period_start, records.report.period_end
    return (start, end) if start and end else None


def by_council(reports: Iterable[Records]) -> list[list[Records]]:
    """The reports of each known council that count, the earliest first."""
    councils: dict[str, list[Records]] = defaultdict(list)
    for records in reports:
        if records.report.council_code and not records.report.same_as and span(records):
            councils[records.report.council_code].append(records)
    return [sorted(own, key=lambda r: (span(r), r.report.file, r.report.report_id)) for _, own in sorted(councils.items())]


def all_pairs(reports: Iterable[Records]) -> Iterator[Pair]:
    """Every report of a council with every later one."""
    for own in by_council(reports):
        for place, later in enumerate(own):
            yield from (Pair(earlier, later) for earlier in own[:place] if span(earlier) != span(later))


def next_pairs(reports: Iterable[Records]) -> Iterator[Pair]:
    """Every report of a council with the next one about as long a period, if that begins where the earlier ends."""
    for own in by_council(reports):
        for earlier in own:
            yield from (Pair(earlier, later) for later in own if follows(earlier, later))


def follows(earlier: Records, later: Records) -> bool:
    """Whether a report's period begins on the day after the other's last, or in the next year's same months, and is as long."""
    one, other = span(earlier), span(later)
    if one is None or other is None:
        return False
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
