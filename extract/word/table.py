"""A Word table -> the rectangle of its squares, and whether it is one of figures and words or only arranges what stands in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from extract.office.ooxml import Element, child, is_on, local, value
from schemas import Cell, Grid, Passage, Place

_SENTENCES = 25
"""Words: a single row whose cells hold texts as long as this sets columns of text side by side."""
_MOST = 1000
"""Columns that one cell may be told to cover: no page has more."""

Blocks = Sequence[Grid | Passage]


@dataclass(frozen=True, slots=True)
class Squares:
    """For each square the cell that covers it, None where there is none; `headed`: the first row is marked as a head."""

    rows: list[list[Element | None]]
    headed: bool


def squares(table: Element) -> Squares:
    """The rectangle of a table's cells. Rows that are hidden or deleted by a tracked change are not there."""
    rows: list[list[Element | None]] = []
    drawn = [row for row in _inside(table, "tr") if not _is_gone(row)]
    for row in drawn:
        rows.append(_row(row, rows[-1] if rows else []))
    width = max(map(len, rows), default=0)
    headed = bool(drawn) and is_on(child(drawn[0], "trPr", "tblHeader"))
    return Squares([[*row, *[None] * (width - len(row))] for row in rows], headed)


def _row(row: Element, above: Sequence[Element | None]) -> list[Element | None]:
    squares: list[Element | None] = [None] * _number(value(row, "trPr", "gridBefore"), 0)
    for cell in _inside(row, "tc"):
        properties = child(cell, "tcPr")
        wide = _number(value(properties, "gridSpan"), 1)
        merged = _goes_on(properties, "vMerge") and len(squares) < len(above)
        own = above[len(squares)] if merged else squares[-1] if squares and _goes_on(properties, "hMerge") else cell
        squares += [own] * wide
    return squares + [None] * _number(value(row, "trPr", "gridAfter"), 0)


def _goes_on(properties: Element | None, merge: str) -> bool:
    """Whether a cell is the rest of the one above it or beside it."""
    return child(properties, merge) is not None and value(properties, merge) != "restart"


def _number(said: str, otherwise: int) -> int:
    return min(int(said), _MOST) if said.isdecimal() else otherwise


def _inside(element: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, in whatever controls and changes they stand."""
    for part in element:
        if local(part) == name:
            yield part
        elif local(part) in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
            yield from _inside(part, name)


def _is_gone(row: Element) -> bool:
    properties = child(row, "trPr")
    return child(properties, "del") is not None or is_on(child(properties, "hidden"))


def cells_to_blocks(rows: Sequence[Sequence[Cell]], contents: Sequence[Sequence[Blocks]], number: int) -> Blocks:
    """The grid, and behind it the grids nested in its cells; or the contents alone where the table only arranges them."""
    nested = [block for row in contents for cell in row for block in cell if isinstance(block, Grid)]
    if not any(cell.text for row in rows for cell in row):
        return nested
    if _arranges(rows, contents, nested=bool(nested)):
        return list(chain.from_iterable(_in_order(contents)))
    return [Grid(tuple(map(tuple, rows)), Place(table=number)), *nested]


def _arranges(rows: Sequence[Sequence[Cell]], contents: Sequence[Sequence[Blocks]], *, nested: bool) -> bool:
    """One column; or grids among cells of which most rows fill no two; or columns of text side by side."""
    if len(rows[0]) == 1:
        return True
    if nested:
        return 2 * sum(len({cell for cell in row if cell.text}) > 1 for row in rows) <= len(rows)
    passages = [block for cell in contents[0] for block in cell if isinstance(block, Passage)]
    return len(rows) == 1 and any(len(block.text.words) >= _SENTENCES for block in passages)


def _in_order(contents: Sequence[Sequence[Blocks]]) -> Iterator[Blocks]:
    """Row by row; but where grids stand in rows of their own, as below a row of captions, column by column."""
    kinds = [{any(isinstance(block, Grid) for block in cell) for cell in row if cell} for row in contents]
    apart = all(len(kind) <= 1 for kind in kinds) and len(set(map(len, contents))) == 1
    yield from chain.from_iterable(zip(*contents, strict=True) if apart else contents)
