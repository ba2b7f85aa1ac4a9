"""A period: what the dataset calls it, and the same days of another year."""

from calendar import monthrange
from datetime import date
from typing import NamedTuple

APRIL = 4
"""The month that begins a financial year."""
YEAR = 12
"""Months of a year."""


class Period(NamedTuple):
    """From the first day to the last, both included."""

    start: date
    end: date


def months(period: Period) -> int:
    """How many months a period touches."""
    return (period.end.year - period.start.year) * YEAR + period.end.month - period.start.month + 1


def shifted(period: Period, years: int) -> Period:
    """The same days of another year; the last of February stays the last."""
    start, end = ((day.replace(day=1, year=day.year + years), day) for day in period)
    last = end[1].day == monthrange(end[1].year, end[1].month)[1]
    final = monthrange(end[0].year, end[0].month)[1]
    return Period(start[0].replace(day=start[1].day), end[0].replace(day=final if last else min(end[1].day, final)))


def label(period: Period) -> str:
    """How the dataset names a period: `2019-20`, `2017-18 H1`, `2020-21 Q3`, `2018`, else first and last month."""
    first, last = period
    year = first.year - (first.month < APRIL)
    since = (first.month - APRIL) % YEAR
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    parts = {(YEAR, 0): "", (6, 0): " H1", (6, 6): " H2", **{(3, 3 * q): f" Q{q + 1}" for q in range(4)}}
    if whole and (months(period), since) in parts:
        return f"{year}-{(year + 1) % 100:02d}{parts[months(period), since]}"
    if whole and months(period) == YEAR and first.month == 1:
        return str(first.year)
    return f"{first:%Y-%m} to {last:%Y-%m}" if whole else f"{first} to {last}"
