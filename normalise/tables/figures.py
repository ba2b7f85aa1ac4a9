"""Grid -> figures: a figure's meaning is what its row, its column, its section and its report say together."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from normalise.meaning import Meaning
from normalise.stated import Stated, Unclear
from normalise.tables.axes import Axis
from normalise.tables.categories import DIMENSIONS
from normalise.tables.cells import Told, shown
from normalise.tables.crossing import row_and_column_to_meaning
from normalise.tables.layout import is_figure
from normalise.tables.rows import Row, stacked_periods
from normalise.tables.sheet import Sheet, grid_to_sheet, is_filled
from normalise.tables.surroundings import Surroundings
from normalise.words.values import Printed, cell_to_counts, cell_to_figures
from schemas import Cell, Grid, Measure, Source, State, Text

MOST_COLUMNS = 200
"""Columns of a table of complaints; of more, it is a sheet that went wrong, whose columns would be held against each other for minutes."""


def grid_to_figures(grid: Grid, around: Surroundings) -> tuple[list[Stated], list[Unclear]]:
    """The figures of a table, and its cells that hold one and cannot be understood; a table that gives no figure is unclear as a whole."""
    wide = len(grid.rows[0]) > MOST_COLUMNS
    sheet = None if wide else grid_to_sheet(grid, around)
    read = list(_sheet(sheet, Source(grid.source))) if sheet else []
    figures = [item for item in read if isinstance(item, Stated)]
    unclear = [item for item in read if isinstance(item, Unclear)]
    if any(figure.state is State.REPORTED for figure in figures):
        return figures, unclear
    holds = any(is_figure(str(cell.text)) for row in grid.rows for cell in row)
    reason = unclear[0].reason if unclear else "nothing above its figures says what they are" if holds else "it is a table of words"
    reason = f"it has more than {MOST_COLUMNS} columns" if wide else reason
    return [], [Unclear(Text.joined(cell.text for cell in grid.rows[0]), grid.place, f"no figure of this table is understood: {reason}")]


def _sheet(sheet: Sheet, source: Source) -> Iterator[Stated | Unclear]:
    columns = [shown([row.cells[c] for row in sheet.rows]) for c in range(len(sheet.columns))]
    for above, row in zip((None, *sheet.rows), sheet.rows, strict=False):
        alike = [shown(row.cells)] * len(columns) if row.axis.meaning.measure else columns
        yield from _row(sheet, row, source, alike, below=above is not None and _is_line_below(above, row))
    for cell in sheet.spanning:
        if is_figure(str(cell.text)):
            yield Unclear(cell.text, cell.place, "one cell stands in several rows or columns")


def _is_line_below(above: Row, row: Row) -> bool:
    """Whether a row is the second line of a pair under one label, with its figures in brackets, but for those that were forgotten."""
    figures = [[item for cell in line.cells for item in cell_to_figures(str(cell.text)) or ()] for line in (above, row)]
    bracketed = [sum(item.bracketed for item in items) for items in figures]
    return any(row.labels) and above.labels == row.labels and bracketed[0] == 0 and 2 * bracketed[1] > len(figures[1])


def _row(sheet: Sheet, row: Row, source: Source, alike: Sequence[Printed | None], *, below: bool) -> Iterator[Stated | Unclear]:
    """The figures of a row; `alike`: what those of each cell look like; `below`: all of them are meant to be in brackets."""
    stacked = stacked_periods(row, sheet.around)
    axis = replace(row.axis, meaning=Meaning(), doubt="") if stacked else row.axis
    bracketed = any(figure.bracketed for cell in row.cells for figure in (cell_to_figures(str(cell.text)) or ())[1:])
    for c, cell in enumerate(row.cells):
        printed = cell_to_figures(str(cell.text))
        if printed is None and sheet.columns[c].heads in DIMENSIONS:
            printed = cell_to_counts(str(cell.text))
        if cell in sheet.spanning:
            continue
        if printed is None:
            yield from [_worded(cell)] if _has_digit(cell) else []
            continue
        if below:
            printed = tuple(replace(item, bracketed=True) for item in printed)
        about = row_and_column_to_meaning(sheet, axis, sheet.columns[c])
        told = Told(cell, source, row.directorate or sheet.around.directorate, sheet.around, bracketed, alike[c], sheet.columns[c].heads)
        if printed:
            yield from told.figures(printed, about, stacked)
        elif row.has_figures and isinstance(about, Meaning) and about.measure and _misses(sheet, row, c, about.measure):
            yield told.missing(about, about.measure)


def _misses(sheet: Sheet, row: Row, column: int, measure: Measure) -> bool:
    """Whether an empty cell misses a figure: its row and column are filled, its column is headed; not every measure has a target."""
    return measure is not Measure.TARGET and column in sheet.filled and is_filled(row) and sheet.columns[column] != Axis()


def _has_digit(cell: Cell) -> bool:
    return any(char.isnumeric() for char in str(cell.text))


def _worded(cell: Cell) -> Unclear:
    return Unclear(cell.text, cell.place, "what its cell holds is not a figure, or more than one")
