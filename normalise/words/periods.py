"""Periods -> other periods. Financial years run from 1 April to 31 March."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from schemas import Period
from schemas.period import months, shifted

_QUARTER = 3
"""Months of a quarter."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A period found in a text: where, and what; `period` is None for months or quarters whose year stands elsewhere.

    `misprinted`: what is printed, where that ends before it begins.
    """

    start: int
    end: int
    period: Period | None
    months: tuple[int, int] | None = None
    misprinted: Period | None = None


def financial_year(year: int) -> Period:
    """The financial year that begins in `year`."""
    return Period(date(year, 4, 1), date(year + 1, 3, 31))


def year_of(period: Period) -> Period:
    """The financial year in which a period begins."""
    return financial_year(period.start.year - (period.start.month < 4))  # noqa: PLR2004  April begins it


def year_before(period: Period) -> Period:
    """The whole financial year before the one in which a period begins."""
    return financial_year(year_of(period).start.year - 1)


def quarter_before(period: Period) -> Period | None:
    """The three months before a quarter; None for a period that is of no quarter's length."""
    if months(period) != _QUARTER:
        return None
    last = period.start.replace(day=1) - timedelta(1)
    year, month = divmod(last.year * 12 + last.month - _QUARTER, 12)
    return months_between(year, month + 1, last.year, last.month)


def months_of(first: int, last: int, year: Period) -> Period:
    """Months without a year, placed in a financial year: April to September of 2017-18."""
    start = year.start.year + (first < year.start.month)
    end = start + (last < first)
    return months_between(start, first, end, last)


def whole_year(period: Period) -> Period:
    """The year that a period is or is a part of: twelve months are a year whatever month begins it, else it is the financial year."""
    return period if shifted(Period(period.start, period.start), 1).start == period.end + timedelta(1) else year_of(period)


def months_within(first: int, last: int, period: Period) -> Period | None:
    """Months of the year that a period is, or of a period that is just these months; None if they are of no year or of another part."""
    within = months_of(first, last, whole_year(period))
    return within if period in {within, whole_year(period)} else None


def months_between(start: int, first: int, end: int, last: int) -> Period:
    """From the first day of a month of `start` to the last day of a month of `end`."""
    return Period(date(start, first, 1), date(end, last, monthrange(end, last)[1]))
