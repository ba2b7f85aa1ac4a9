"""Grid -> sheet: the grid with what each of its rows and columns says, read once."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from normalise.tables.axes import Axis
from normalise.tables.breakdown import breakdown
from normalise.tables.captions import Caption, read_caption, together
from normalise.tables.columns import column_axes
from normalise.tables.labels import OWNERS, LabelColumn
from normalise.tables.layout import Layout, column_heading, grid_to_layout, is_alone, is_figure
from normalise.tables.rows import Row, grid_to_rows
from normalise.tables.stacks import unstacked
from normalise.tables.surroundings import Surroundings
from schemas import UNCERTAIN, Cell, Grid, GridSource
from schemas.vocabulary import tokens

_FILLED = 0.5
"""Share of a row and of a column that must hold figures before an empty cell of theirs is a missing figure and no gap of the layout."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The body of a table of figures. `filled`: the columns filled enough to miss a figure; `spanning`: cells of several squares.

    `of_complaints`: the heading of its labels says that they are of complaints ("Area of complaint"); `named`: that they are services.
    """

    columns: tuple[Axis, ...]
    rows: tuple[Row, ...]
    filled: frozenset[int]
    spanning: frozenset[Cell]
    around: Surroundings
    of_complaints: bool = False
    named: bool = False


def grid_to_sheet(grid: Grid, around: Surroundings) -> Sheet | None:
    """The sheet of a grid; None where no row below its headings holds a figure, or a band of it cannot be read for certain."""
    grid = unstacked(grid, around.setting.words)
    layout = grid_to_layout(grid, around.setting.words)
    if layout is None or _has_uncertain_band(grid, layout):
        return None
    around = replace(around, caption=_captions(grid, layout, around))
    labels, dimension = breakdown(grid, layout, around)
    rows = grid_to_rows(grid, layout, labels, around)
    columns = column_axes(grid, layout, around.setting, dimension)
    counts = [sum(is_figure(str(row.cells[c].text)) for row in rows) for c in range(len(columns))]
    filled = frozenset(c for c, count in enumerate(counts) if count >= _FILLED * len(rows))
    squares = Counter(cell for row in rows for cell in row.cells if cell.text)
    spanning = frozenset(cell for cell, times in squares.items() if times > 1)
    of_services = any(column.axis in OWNERS for column in labels)
    return Sheet(columns, rows, filled, spanning, around, _are_of_complaints(labels), of_services)


def is_filled(row: Row) -> bool:
    """Whether a row is filled enough to miss a figure where a cell is empty."""
    return sum(is_figure(str(cell.text)) for cell in row.cells) >= _FILLED * len(row.cells)


def _has_uncertain_band(grid: Grid, layout: Layout) -> bool:
    bands = (grid.rows[r] for r in layout.body if is_alone(grid.rows[r]))
    return any(UNCERTAIN in str(cell.text) for band in bands for cell in band)


def _are_of_complaints(labels: Sequence[LabelColumn]) -> bool:
    return any(word in {"complaint", "complaints"} for column in labels for word in tokens(column.heading))


def _captions(grid: Grid, layout: Layout, around: Surroundings) -> Caption:
    """What stands across a table, the title of a chart and the captions around say together; then the name of the chart's only series."""
    said = together(read_caption(text, around.setting) for text in (layout.title, str(grid.title))).within(around.caption)
    if replace(said, more=False) == Caption():
        return said
    series = column_heading(grid, layout.heads, layout.data[0]) if grid.source is GridSource.CHART and len(layout.data) == 1 else ""
    return said.within(read_caption(series, around.setting))
