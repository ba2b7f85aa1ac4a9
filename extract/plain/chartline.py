"""Charts as text converters leave them: the names, then the numbers, on one line (`North⇥South⇥12⇥9⇥`) -> a grid, one row a category."""

from collections.abc import Sequence
from itertools import groupby

from extract.joins import is_figure
from extract.plain.markup import printed
from schemas import Cell, Grid, GridSource, Place, Text

Series = tuple[list[str], list[tuple[str, str]]]
"""Its own name, if it has one, and its points: category and number as printed."""
_FEWEST = 2
"""Categories that make a chart: a name and a number alone are a row of a table."""


def rows_to_charts(rows: Sequence[Sequence[str]]) -> list[Grid]:
    """The charts, if every row is one, or the name of the next; none otherwise. The converter ends the last line with a tab."""
    lines = [_whole_names(row) for row in rows]
    lengths = [len(line) for line in lines if len(line) > 1]
    if rows[-1][-1].strip() or len(set(lengths)) < len(lengths):
        return []
    charts: list[Grid] = []
    name = ""
    for line in lines:
        series, behind = _line_to_series(line)
        if series:
            charts.append(_chart(name, series))
            name = behind
        elif len(line) == 1 and not name:
            name = line[0]
        else:
            return []
    return [] if name else charts


def _whole_names(row: Sequence[str]) -> list[str]:
    """The cells; an ampersand alone is the middle of a name."""
    names: list[str] = []
    glue = False
    for text in filter(None, map(printed, row)):
        if names and (glue or text == "&"):
            names[-1] += f" {text}"
        else:
            names.append(text)
        glue = text == "&"
    return names


def _line_to_series(line: Sequence[str]) -> tuple[list[Series], str]:
    """Each series, and a name behind the last number, which is that of the next chart."""
    runs = [list(run) for _, run in groupby(line, key=lambda text: is_figure(Text.of(text)))]
    behind = runs.pop() if len(runs) % 2 else []
    pairs = list(zip(runs[::2], runs[1::2], strict=True))
    fits = all(len(numbers) >= _FEWEST and len(names) - len(numbers) in {0, 1} for names, numbers in pairs)
    if not fits or len(behind) > 1 or is_figure(Text.of(line[0])):
        return [], ""
    series = [(names[: -len(numbers)], list(zip(names[-len(numbers) :], numbers, strict=True))) for names, numbers in pairs]
    return series, "".join(behind)


def _chart(name: str, series: Sequence[Series]) -> Grid:
    """Categories down, series across; a category that a series lacks is an empty cell."""
    categories = dict.fromkeys(category for _, points in series for category, _ in points)
    head = ["", *(own[0] if own else name for own, _ in series)]
    body = [[category, *(dict(points).get(category, "") for _, points in series)] for category in categories]
    return Grid(tuple(tuple(Cell(Text.of(text), Place()) for text in row) for row in (head, *body)), Place(), source=GridSource.CHART)
