"""A comparison, and what can be compared, as tables in a terminal."""

from collections.abc import Iterator, Mapping

from rich.console import Console
from rich.table import Table

from publish.comparison import Comparison, Point, Question
from publish.comparison.told import (
    base_to_words,
    interval_to_words,
    notes,
    origin,
    series_to_words,
    service_to_words,
    title,
    value_to_words,
)
from schemas.period import label
from schemas.spoken import measure
from upheld.terminal.show import printable

HEADINGS = ("council", "period", "value", "of", "95% interval", "year before", "notes")
ALSO = 5
"""Other questions that are named below an answer."""


def plain() -> Console:
    """A console for what reports print: nothing in it is markup."""
    return Console(soft_wrap=True, markup=False, highlight=False, emoji=False)


def print_questions(questions: Mapping[Question, int], names: Mapping[str, str], *, by_service: bool) -> None:
    """What can be asked: the services, or the measures of one."""
    table = Table("service" if by_service else "measure", "", "stages", "periods", "councils")
    grouped: dict[str, list[Question]] = {}
    for question in questions:
        grouped.setdefault(question.series.service_id if by_service else question.series.measure, []).append(question)
    for name, of in sorted(grouped.items()):
        called = service_to_words(name, names) if by_service else measure(of[0].series.measure)
        stages = sorted({question.series.stage for question in of})
        periods = sorted({question.period for question in of})
        spans = label(periods[0]) if len(periods) == 1 else f"{label(periods[0])} ... {label(periods[-1])}"
        table.add_row(name, printable(called), ", ".join(stages), spans, str(max(questions[question] for question in of)))
    plain().print(table)


def print_comparison(comparison: Comparison, names: Mapping[str, str], *, over_years: bool) -> None:
    """The councils side by side, with their notes below."""
    console = plain()
    points = comparison.years if over_years else comparison.points
    named = notes(points)
    console.print(series_to_words(comparison.question, names) if over_years else title(comparison.question, names), style="bold")
    table = Table(*HEADINGS)
    for point in points:
        table.add_row(*map(printable, point_to_words(point, comparison.before(point), named)))
    console.print(table)
    for note, letter in named.items():
        console.print(printable(f"[{letter}] {note}"))
    also = [f"{title(question, names)} ({councils})" for question, councils in comparison.also[:ALSO]]
    if also:
        console.print(printable(f"Also: {'; '.join(also)}"))


def point_to_words(point: Point, before: Point | None, named: Mapping[str, str]) -> Iterator[str]:
    """The cells of a point."""
    yield from (point.council, label(point.period), number_to_words(point), base_to_words(point), interval_to_words(point))
    yield number_to_words(before) if before else ""
    yield ", ".join(named[caveat] for caveat in point.caveats)


def number_to_words(point: Point) -> str:
    """A number, and whether it is worked out."""
    return value_to_words(point) if point.printed else f"{value_to_words(point)} {origin(point)}"
