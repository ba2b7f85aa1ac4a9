"""Blocks -> the same blocks, numbered: tables, charts and paragraphs as a person counts them, from 1."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from schemas import Cell, Grid, GridSource, Passage, Place


def numbered(blocks: Sequence[Grid | Passage]) -> tuple[Grid | Passage, ...]:
    """The blocks with the running number of each table, chart and paragraph, and of each cell within it, in their places."""
    tables, charts, paragraphs = count(1), count(1), count(1)
    return tuple(
        replace(block, place=replace(block.place, paragraph=next(paragraphs)))
        if isinstance(block, Passage)
        else _numbered(block, replace(block.place, chart=next(charts)))
        if block.source is GridSource.CHART
        else _numbered(block, replace(block.place, table=next(tables)))
        for block in blocks
    )


def _numbered(grid: Grid, whole: Place) -> Grid:
    """A cell that covers several squares is numbered by its first."""
    cells: dict[Cell, Cell] = {}
    for r, row in enumerate(grid.rows):
        for c, cell in enumerate(row):
            cells.setdefault(cell, replace(cell, place=_within(whole, cell.place, r, c)))
    return replace(grid, rows=tuple(tuple(cells[cell] for cell in row) for row in grid.rows), place=whole)


def _within(whole: Place, cell: Place, row: int, column: int) -> Place:
    """In a chart, series are counted across and points down, below the row of their names and beside the column of their labels."""
    if whole.chart is None:
        return replace(cell, table=whole.table, row=row + 1, column=column + 1)
    if cell.series or cell.point:
        return replace(cell, chart=whole.chart)
    return replace(cell, chart=whole.chart, series=column or None, point=row or None)
