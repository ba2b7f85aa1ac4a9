"""The rows of a web page's table -> a Grid: spanning cells stand in every square they cover, spacers are gone."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from schemas import Cell, Grid, Place, Text

_WIDEST = 100
"""Columns: what is wider is no table of a report, and a span of more is only meant to be the whole width."""
_LARGEST = 5_000
"""Squares: a cell that would cover more covers its own only."""


@dataclass(frozen=True, slots=True)
class _Spanning:
    """A cell and the squares it covers, where it begins in row and column."""

    text: Text
    row: int
    column: int


Squares = list[dict[int, _Spanning]]


def groups_to_grid(groups: Sequence[Sequence[Sequence[HtmlElement]]], to_text: Callable[[HtmlElement], Text], place: Place) -> Grid | None:
    """The grid of groups of rows of cells, its cells placed; None where nothing is filled."""
    squares: Squares = []
    for group in groups:
        squares += _squares(group, to_text, len(squares))
    begun = {(cell.row, cell.column) for row in squares for cell in row.values() if cell.text}
    rows, columns = {row for row, _ in begun}, sorted({column for _, column in begun})
    filled = [[row.get(column) for column in columns] for n, row in enumerate(squares) if n in rows]
    return _placed(filled, place) if filled else None


def _squares(rows: Sequence[Sequence[HtmlElement]], to_text: Callable[[HtmlElement], Text], above: int) -> Squares:
    """The squares of one group: no cell reaches out of it."""
    width = min(max(sum(_short_span(cell) for cell in row) for row in rows), _WIDEST)
    squares: Squares = [{} for _ in rows]
    for n, row in enumerate(rows):
        column = 0
        for cell in row:
            while column in squares[n]:
                column += 1
            down = min(_span(cell, "rowspan") or len(rows), len(rows) - n)
            across = min(_span(cell, "colspan") or 1, max(1, width - column))
            if down * across > _LARGEST:
                down, across = 1, 1
            whole = _Spanning(to_text(cell), above + n, column)
            for covered in squares[n : n + down]:
                for square in range(column, column + across):
                    covered.setdefault(square, whole)
            column += across
    return squares


def _span(cell: HtmlElement, name: str) -> int:
    printed = re.match(r"\s*(\d{1,6})", str(cell.get(name) or cell.get(f"aria-{name}") or "1"))
    return int(printed[1]) if printed else 1


def _short_span(cell: HtmlElement) -> int:
    span = _span(cell, "colspan")
    return span if 0 < span <= _WIDEST else 1


def _placed(squares: Sequence[Sequence[_Spanning | None]], place: Place) -> Grid:
    """Each cell in the place of its first square."""
    cells: dict[_Spanning, Cell] = {}
    rows = []
    for r, row in enumerate(squares, 1):
        placed = []
        for c, square in enumerate(row, 1):
            home = place._replace(row=r, column=c)
            placed.append(Cell(Text(), home) if square is None else cells.setdefault(square, Cell(square.text, home)))
        rows.append(tuple(placed))
    return Grid(tuple(rows), place)
