"""Charts drawn on a page -> grids, and the page without them. A chart counts only if every number has its category."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from extract.chars import are_within
from extract.drawn.bars import Bar, bars_to_categories, bars_to_numbers, names_of, shapes_to_bars
from extract.drawn.legends import legend, number_of
from extract.drawn.pies import Pie, Slice, pie_to_numbers, shapes_to_pies
from extract.marks import Colour, Marks, edge_to_box
from extract.words import Line, chars_to_lines
from schemas import Box, Cell, Grid, GridSource, Place, Text, Word

_TICKS = 60.0
"""Points beside the bars where the numbers of an axis stand."""
_GAP = 0.15
"""Of the character size: the numbers of two slices may stand closer than words."""
_LINES = 15.0
"""Points by which the lines of a chart may stand out of its numbers and names."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Categories down, series across; `used` are all words that belong to it."""

    head: list[list[Word]]
    rows: list[list[list[Word]]]
    box: Box

    @property
    def used(self) -> Iterator[Word]:
        yield from (word for cell in self.head for word in cell)
        yield from (word for row in self.rows for cell in row for word in cell)


def marks_to_charts(marks: Marks) -> tuple[list[Grid], Marks]:
    """The charts of a page from top to bottom, and its marks without theirs."""
    if len(marks.shapes) < 2:  # noqa: PLR2004  bars or slices
        return [], marks
    rectangles = [shape for shape in marks.shapes if shape.is_rectangle]
    standing = [(group, True) for group in shapes_to_bars(rectangles, upright=True)]
    lying = [(group, False) for group in shapes_to_bars(rectangles, upright=False)]
    pies = list(shapes_to_pies(marks.shapes))
    if not (standing or lying or pies):
        return [], marks
    lines = chars_to_lines(marks.chars, marks.number, _GAP)
    words = [word for line in lines for word in line.words if word.box]
    charts = [chart for bars, upright in [*standing, *lying] if (chart := _bars(bars, words, _legend(bars, marks, lines), upright=upright))]
    charts += [chart for pie in pies if (chart := _pie(pie, words, _legend(pie.slices, marks, lines)))]
    grids: list[Grid] = []
    for chart in sorted(charts, key=lambda chart: chart.box.top):
        grids.append(_grid(chart, marks.number))
        marks = _without(marks, chart, words)
    return grids, marks


def _legend(parts: Sequence[Bar | Slice], marks: Marks, lines: Sequence[Line]) -> dict[Colour, list[Word]]:
    return legend(marks.shapes, lines, reduce(Box.around, (part.shape.box for part in parts)))


def _bars(bars: Sequence[Bar], words: Sequence[Word], names: dict[Colour, list[Word]], *, upright: bool) -> Chart | None:
    written = [word for word in words if word.box and number_of(word.text) is None]
    if any(bar.shape.box.holds_middle_of(word.box) for bar in bars for word in written if word.box):  # a shaded cell
        return None
    numbers = bars_to_numbers(bars, words, upright=upright)
    if not numbers:
        return None
    rows = bars_to_categories(bars)
    colours = list(dict.fromkeys(bar.shape.colour for row in rows for bar in row))
    several = any(len(row) > 1 for row in rows)
    if several and any(colour not in names for colour in colours):
        return None
    labels = names_of(rows, [word for word in words if word not in numbers.values()], upright=upright)
    if not all(labels):
        return None
    own = {bar.shape.colour: numbers[bar] for bar in bars}
    cells = [[[numbers[bar] for bar in row if bar.shape.colour == colour] for colour in colours] for row in rows] if several else []
    cells = cells or [[[numbers[row[0]]]] for row in rows]
    head = [[], *(names[colour] for colour in colours)] if several else [[], names.get(colours[0], []) if len(own) == 1 else []]
    box = reduce(Box.around, (bar.shape.box for bar in bars))
    return Chart(head, [[label, *row] for label, row in zip(labels, cells, strict=True)], box)


def _pie(pie: Pie, words: Sequence[Word], names: dict[Colour, list[Word]]) -> Chart | None:
    numbers = pie_to_numbers(pie, words)
    if not numbers or any(piece.shape.colour not in names for piece in pie.slices):
        return None
    order = list(names)
    slices = sorted(pie.slices, key=lambda piece: order.index(piece.shape.colour))
    box = reduce(Box.around, (piece.shape.box for piece in pie.slices))
    return Chart([[], []], [[names[piece.shape.colour], [numbers[piece]]] for piece in slices], box)


def _grid(chart: Chart, page: int) -> Grid:
    rows = [[_cell(words, page) for words in row] for row in (chart.head, *chart.rows)]
    return Grid(tuple(map(tuple, rows)), Place(page=page, box=_around(chart)), source=GridSource.CHART)


def _cell(words: Sequence[Word], page: int) -> Cell:
    lines = {line: n for n, line in enumerate(dict.fromkeys(word.line for word in words))}
    text = Text(tuple(word._replace(line=lines[word.line]) for word in words))
    return Cell(text, Place(page=page, box=text.box))


def _around(chart: Chart) -> Box:
    return reduce(Box.around, (word.box for word in chart.used if word.box), chart.box)


def _without(marks: Marks, chart: Chart, words: Sequence[Word]) -> Marks:
    """The marks without the chart's words, its lines, and the numbers of its axes."""
    box = _around(chart)
    wide = Box(box.x0 - _TICKS, box.top, box.x1 + 1, box.bottom + _TICKS / 2)
    ticks = [word for word in words if word.box and number_of(word.text) is not None and wide.holds_middle_of(word.box)]
    gone = [word.box for word in (*chart.used, *ticks) if word.box]
    near = Box(box.x0 - _LINES, box.top - _LINES, box.x1 + _LINES, box.bottom + _LINES)
    return replace(
        marks,
        chars=marks.chars[~are_within(marks.chars, gone)],
        edges=[edge for edge in marks.edges if not near.holds(edge_to_box(edge))],
    )
