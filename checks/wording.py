"""How findings speak: of whom, of when, of what, and where it is printed."""

from datetime import date

from schemas import Figure, Report
from schemas.spoken import amount, measure, stage

__all__ = ["amount", "measure", "period", "when", "where"]


def period(start: date | None, end: date | None, report: Report) -> str:
    """A period as the report calls it: `2019-20`, `2017-18 H1`, else its dates."""
    if start is None or end is None:
        return "no period said"
    if report.period and (start, end) == (report.period_start, report.period_end):
        return report.period
    financial = (start.month, start.day, end.month, end.day) == (4, 1, 3, 31) and end.year == start.year + 1
    return f"{start.year}-{end.year % 100:02}" if financial else f"{start} to {end}"


def when(figure: Figure, report: Report) -> str:
    """At which stage and when."""
    return f"{stage(figure.stage)}, {period(figure.period_start, figure.period_end, report)}"


def where(figure: Figure) -> str:
    """Where the figure is printed, for a person who opens the report."""
    place = figure.place or figure.table_id
    if figure.page is None:
        return f"in {place}"
    return f"on page {figure.page} ({place})" if place else f"on page {figure.page}"
