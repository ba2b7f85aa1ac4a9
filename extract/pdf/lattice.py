"""Rules and characters -> grids: edges -> cells -> rows and columns -> text in its cell."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges
from pdfplumber.utils.geometry import filter_edges

from extract.chars import Chars, middles
from extract.marks import Edge
from extract.words import Line, chars_to_cells
from schemas import Box

_SNAP = 3.0
"""Points: rules this close are one rule, ends this close meet (pdfplumber's default)."""
_ONE_LINE = 3.0
"""Points between two borders below which they are the two sides of one drawn rule and no row or column."""


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


def edges_to_frames(edges: list[Edge]) -> list[Frame]:
    """The ruled tables of a page, from top to bottom; a frame of a single cell is a box round a text and no table."""
    straight = [edge for edge in edges if edge["orientation"] in {"h", "v"}]
    merged = filter_edges(merge_edges(straight, _SNAP, _SNAP, _SNAP, _SNAP), min_length=_SNAP)
    cells = intersections_to_cells(edges_to_intersections(merged, _SNAP, _SNAP))
    return [_frame([Box(*cell) for cell in table]) for table in cells_to_tables(cells)]


def _frame(cells: list[Box]) -> Frame:
    xs = _borders([x for cell in cells for x in (cell.x0, cell.x1)])
    ys = _borders([y for cell in cells for y in (cell.top, cell.bottom)])
    squares = {(r, c): Box(xs[c], ys[r], xs[c + 1], ys[r + 1]) for r in range(len(ys) - 1) for c in range(len(xs) - 1)}
    for cell in cells:
        for r in range(_index(ys, cell.top), _index(ys, cell.bottom)):
            for c in range(_index(xs, cell.x0), _index(xs, cell.x1)):
                squares[r, c] = cell
    rows = tuple(tuple(squares[r, c] for c in range(len(xs) - 1)) for r in range(len(ys) - 1))
    return Frame(Box(xs[0], ys[0], xs[-1], ys[-1]), tuple(xs), tuple(ys), rows)


def is_loose(frame: Frame, edges: Sequence[Edge]) -> bool:
    """Whether the frame may be a part of a table: one row or one column of it, or squares that only their shading shows."""
    return len(frame.cells) == 1 or len(frame.cells[0]) == 1 or not has_posts(frame, edges)


def has_posts(frame: Frame, edges: Sequence[Edge]) -> bool:
    """Whether upright rules stand in it, and not only the sides of shaded areas."""
    x0, top, x1, bottom = frame.box
    upright = (e for e in edges if e["orientation"] == "v" and e["top"] < bottom and e["bottom"] > top)
    return any(not edge.get("shade") and x0 - _SNAP < edge["x0"] < x1 + _SNAP for edge in upright)


def _borders(positions: Sequence[float]) -> list[float]:
    borders: list[float] = []
    for position in sorted(set(positions)):
        if not borders or position - borders[-1] > _ONE_LINE:
            borders.append(position)
    return borders


def _index(borders: Sequence[float], position: float) -> int:
    at = bisect_left(borders, position)
    near = [i for i in (at - 1, at) if 0 <= i < len(borders)]
    return min(near, key=lambda i: abs(borders[i] - position))


def frame_to_lines(frame: Frame, chars: Chars, page: int) -> dict[Box, list[Line]]:
    """The lines of text in each cell of the frame; a character belongs to the cell that holds its middle."""
    cells = {cell: n for n, cell in enumerate(dict.fromkeys(cell for row in frame.cells for cell in row))}
    squares = np.array([[cells[cell] for cell in row] for row in frame.cells])
    x, y = middles(chars)
    row, column = (np.searchsorted(borders, at, side="right") - 1 for borders, at in ((frame.ys, y), (frame.xs, x)))
    lines = chars_to_cells(chars, squares[row, column], page)
    return {cell: lines.get(n, []) for cell, n in cells.items()}
