"""How findings speak: of whom, of when, of what, and where it is printed."""

from datetime import date
from decimal import Decimal

from schemas import Figure, Measure, Report, Stage, Unit

SIGNS = {Unit.PERCENT: "{}%", Unit.GBP: "£{}", Unit.DAYS: "{} days", Unit.COUNT: "{}"}


def amount(value: Decimal, unit: Unit, *, signed: bool = False) -> str:
    """A number as a report prints it: `67%`, `+67%`, `£25`."""
    plain = f"{value:f}"
    return SIGNS[unit].format(f"+{plain}" if signed and value > 0 else plain)


def measure(name: Measure) -> str:
    """A measure in words: `% upheld`, `received`."""
    if name is Measure.UPHELD_OR_PARTLY:
        return "upheld or partly upheld"
    spoken = name.value.removesuffix("_gbp").replace("_", " ")
    return f"% {spoken.removesuffix(' pct')}" if spoken.endswith(" pct") else spoken


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
    stage = {Stage.ALL: "all stages", Stage.OMBUDSMAN: "ombudsman"}.get(figure.stage, f"stage {figure.stage}")
    return f"{stage}, {period(figure.period_start, figure.period_end, report)}"


def where(figure: Figure) -> str:
    """Where the figure is printed, for a person who opens the report."""
    place = figure.place or figure.table_id
    if figure.page is None:
        return f"in {place}"
    return f"on page {figure.page} ({place})" if place else f"on page {figure.page}"
