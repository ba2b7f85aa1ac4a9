"""Blocks -> the same blocks, numbered: tables, charts and paragraphs as a person counts them, from 1."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from schemas import Cell, Grid, GridSource, Passage, Place


def numbered(blocks: Sequence[Grid | Passage]) -> tuple[Grid | Passage, ...]:
    """The blocks with the running number of each table, chart and paragraph, and of each cell within it, in their places."""
    tables, charts, paragraphs = count(1), count(1), count(1)
    return tuple(
        replace(block, place=block.place._replace(paragraph=next(paragraphs)))
        if isinstance(block, Passage)
        else _numbered(block, block.place._replace(chart=next(charts)))
        if block.source is GridSource.CHART
        else _numbered(block, block.place._replace(table=next(tables)))
        for block in blocks
    )


def _numbered(grid: Grid, whole: Place) -> Grid:
    """A cell that covers several squares is numbered by its first."""
    cells: dict[Cell, Cell] = {}
    for r, row in enumerate(grid.rows):
        for c, cell in enumerate(row):
            cells.setdefault(cell, cell._replace(place=_within(whole, cell.place, r, c)))
    return replace(grid, rows=tuple(tuple(cells[cell] for cell in row) for row in grid.rows), place=whole)


def _within(whole: Place, cell: Place, row: int, column: int) -> Place:
    """In a chart, series are counted across and points down, below the row of their names and beside the column of their labels."""
    if whole.chart is None:
        return cell._replace(table=whole.table, row=row + 1, column=column + 1)
    if cell.series or cell.point:
        return cell._replace(chart=whole.chart)
    return cell._replace(chart=whole.chart, series=column or None, point=row or None)
