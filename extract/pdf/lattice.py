"""Rules and characters -> grids: edges -> cells -> rows and columns -> text in its cell."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from extract.chars import Chars, are_within, middles
from extract.marks import Edge
from extract.pdf.squares import SNAP, edges_to_tables
from extract.words import Line, chars_to_cells
from schemas import Box

_ONE_LINE = 3.0
"""Points between two borders below which they are the two sides of one drawn rule and no row or column."""


Filled = dict[Box, list[Line]]
"""The lines of each cell of a frame."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A ruled table before its text: the borders of rows and columns, and for each square the box of the cell that covers it."""

    box: Box
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[tuple[Box, ...], ...]

    @property
    def bands(self) -> list[tuple[float, float]]:
        """Top and bottom of each row."""
        return list(pairwise(self.ys))


def edges_to_frames(edges: Iterable[Edge]) -> list[Frame]:
    """The ruled tables of a page, from top to bottom; a frame of a single cell is a box round a text and no table."""
    return list(map(_frame, edges_to_tables(edges)))


def _frame(cells: Sequence[Box]) -> Frame:
    xs, columns = _borders({x for cell in cells for x in (cell.x0, cell.x1)})
    ys, rows = _borders({y for cell in cells for y in (cell.top, cell.bottom)})
    covered = {
        (r, c): cell for cell in cells for r in range(rows[cell.top], rows[cell.bottom]) for c in range(columns[cell.x0], columns[cell.x1])
    }
    squares = (
        tuple(covered.get((r, c)) or Box(left, top, right, bottom) for c, (left, right) in enumerate(pairwise(xs)))
        for r, (top, bottom) in enumerate(pairwise(ys))
    )
    return Frame(Box(xs[0], ys[0], xs[-1], ys[-1]), tuple(xs), tuple(ys), tuple(squares))


def is_loose(frame: Frame, edges: Sequence[Edge]) -> bool:
    """Whether the frame may be a part of a table: one row or one column of it, or squares that only their shading shows."""
    return len(frame.cells) == 1 or len(frame.cells[0]) == 1 or not has_posts(frame, edges)


def has_posts(frame: Frame, edges: Sequence[Edge]) -> bool:
    """Whether upright rules stand in it, and not only the sides of shaded areas."""
    x0, top, x1, bottom = frame.box
    upright = (e for e in edges if e["orientation"] == "v" and e["top"] < bottom and e["bottom"] > top)
    return any(not edge.get("shade") and x0 - SNAP < edge["x0"] < x1 + SNAP for edge in upright)


def _borders(positions: Collection[float]) -> tuple[list[float], dict[float, int]]:
    """The borders that the sides of cells make, and the number of the border of each side: the nearest."""
    borders: list[float] = []
    for position in sorted(positions):
        if not borders or position - borders[-1] > _ONE_LINE:
            borders.append(position)
    return borders, {position: _index(borders, position) for position in positions}


def _index(borders: Sequence[float], position: float) -> int:
    at = bisect_left(borders, position)
    near = [i for i in (at - 1, at) if 0 <= i < len(borders)]
    return min(near, key=lambda i: abs(borders[i] - position))


def frames_to_lines(frames: Sequence[Frame], chars: Chars, page: int) -> tuple[list[Filled], list[Line]]:
    """The lines in the cells of each frame, and those outside; a character belongs to the cell of the first frame that holds its middle."""
    x, y = middles(chars)
    numbers = np.zeros(len(chars), np.intp)
    cells: list[dict[Box, int]] = []
    first = 1
    for frame in frames:
        cells.append({cell: n for n, cell in enumerate(dict.fromkeys(cell for row in frame.cells for cell in row), first)})
        squares = np.array([[cells[-1][cell] for cell in row] for row in frame.cells])
        inside = are_within(chars, [frame.box]) & (numbers == 0)
        row, column = (np.searchsorted(borders, at[inside], side="right") - 1 for borders, at in ((frame.ys, y), (frame.xs, x)))
        numbers[inside] = squares[row, column]
        first += len(cells[-1])
    lines = chars_to_cells(chars, numbers, page)
    return [{cell: lines.get(n, []) for cell, n in own.items()} for own in cells], lines.get(0, [])
