"""A Document without pages -> the tables and paragraphs in which a finding's figures are printed, each figure's cell told."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from publish.audit import Excerpt, Square
from schemas import Cell, Document, Figure, Grid, Passage

HEAD = 3
"""First rows of a table that are shown: what stands over its columns, mostly."""
BESIDE = 1
"""Rows above and below a figure's that are shown."""
NARROW = 10
"""Columns up to which all are shown; of more, the first and those of figures and beside them."""
LONGEST = 400
"""Characters of a cell or paragraph that are shown."""


class Spot(NamedTuple):
    """What is printed at a place, and which of its cells that is, counted from nought; of a paragraph, none."""

    block: Grid | Passage
    row: int | None = None
    column: int | None = None


Excerpts = Mapping[str, Spot]
"""What is printed at each place of a document, by the words for the place."""


def document_to_excerpts(document: Document) -> Excerpts:
    """All places of a document. A cell that spans several squares is where it begins."""
    spots: dict[str, Spot] = {}
    for block in document.blocks:
        spots.setdefault(str(block.place), Spot(block))
        for m, row in enumerate(block.rows if isinstance(block, Grid) else ()):
            for n, cell in enumerate(row):
                spots.setdefault(str(cell.place), Spot(block, m, n))
    return spots


def figures_to_excerpts(figures: Sequence[Figure], places: Excerpts) -> tuple[Excerpt, ...]:
    """What is printed around these figures: each table and each paragraph once, in reading order."""
    of_block: dict[int, list[tuple[Figure, Spot]]] = {}
    for figure in figures:
        if spot := places.get(figure.place):
            of_block.setdefault(id(spot.block), []).append((figure, spot))
    return tuple(spots_to_excerpt(found) for found in of_block.values())


def spots_to_excerpt(found: Sequence[tuple[Figure, Spot]]) -> Excerpt:
    """The part of one table or paragraph in which these figures are printed."""
    block = found[0][1].block
    if isinstance(block, Passage):
        return Excerpt("", ((Square(str(block.text)[:LONGEST], tuple(figure.figure_id for figure, _ in found)),),))
    marks: dict[tuple[int, int], list[str]] = {}
    for figure, spot in found:
        for at in spot_to_squares(figure, spot, block):
            marks.setdefault(at, []).append(figure.figure_id)
    rows = block.rows
    columns = chosen({n for _, n in marks}, len(rows[0]), 1) if len(rows[0]) > NARROW else range(len(rows[0]))
    shown = chosen({m for m, _ in marks}, len(rows), HEAD)
    return Excerpt(str(block.title), tuple(rows_to_squares(rows, shown, columns, marks)))


def spot_to_squares(figure: Figure, spot: Spot, grid: Grid) -> Iterator[tuple[int, int]]:
    """The squares of a table that hold a figure: its own or, where its place is the table as a whole, those with its words."""
    if spot.row is not None and spot.column is not None:
        yield spot.row, spot.column
        return
    for m, row in enumerate(grid.rows):
        for n, cell in enumerate(row):
            if figure.text and figure.text in str(cell.text):
                yield m, n


def chosen(marked: set[int], size: int, head: int) -> Sequence[int]:
    """The rows or columns that are shown of so many: the first ones, and the marked with their neighbours."""
    near = {at for mark in marked for at in range(mark - BESIDE, mark + BESIDE + 1)}
    return [at for at in range(size) if at < head or at in near]


def rows_to_squares(
    rows: Sequence[Sequence[Cell]], shown: Sequence[int], columns: Sequence[int], marks: Mapping[tuple[int, int], Sequence[str]]
) -> Iterator[tuple[Square, ...]]:
    """The rows that are shown; an empty one where some are left out."""
    for before, at in zip([-1, *shown], shown, strict=False):
        if at > before + 1:
            yield ()
        yield tuple(Square(str(rows[at][n].text)[:LONGEST], tuple(marks.get((at, n), ()))) for n in columns)
    if shown and shown[-1] < len(rows) - 1:
        yield ()
