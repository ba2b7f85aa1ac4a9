"""What was read from a page turned upright -> where it stands on the page as displayed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.marks import Turn
from schemas import Box, Cell, Grid, Passage, Place, Text

Turns = Mapping[int, Turn]
"""Those of the pages that were turned, by their numbers."""


def turned_back(blocks: Sequence[Grid | Passage], turns: Turns) -> tuple[Grid | Passage, ...]:
    """The blocks with their places on the pages as displayed."""
    if not turns:
        return tuple(blocks)
    return tuple(_grid(block, turns) if isinstance(block, Grid) else _passage(block, turns) for block in blocks)


def text_turned_back(text: Text, turns: Turns) -> Text:
    """The same for a text."""
    return Text(tuple(word._replace(box=_box(word.box, word.page, turns)) for word in text.words))


def _passage(passage: Passage, turns: Turns) -> Passage:
    return replace(passage, text=text_turned_back(passage.text, turns), place=_place(passage.place, turns))


def _grid(grid: Grid, turns: Turns) -> Grid:
    cells = {cell: Cell(text_turned_back(cell.text, turns), _place(cell.place, turns)) for row in grid.rows for cell in row}
    return replace(grid, rows=tuple(tuple(cells[cell] for cell in row) for row in grid.rows), place=_place(grid.place, turns))


def _place(place: Place, turns: Turns) -> Place:
    return place._replace(box=_box(place.box, place.page, turns))


def _box(box: Box | None, page: int | None, turns: Turns) -> Box | None:
    turn = turns.get(page) if page else None
    return turn.place(box) if turn and box else box
