"""The sheets of a spreadsheet -> passages and grids: blank rows and columns set tables apart, lone texts around them are passages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from extract.joins import is_figure
from schemas import Cell, Grid, Passage, PassageKind, Place, Text

_DEFAULT = re.compile(r"(?:sheet|table|worksheet|page)[\s_]?\d*", re.IGNORECASE)
"""What a program calls a sheet that nobody named."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST = 5_000
"""Rows of a table that is read: a longer one lists cases, and counts none."""

Rows = Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as shown: a rectangle of cells, merged ones in every square; `bold` are those set in bold."""

    name: str
    rows: Rows
    bold: frozenset[Cell] = field(default_factory=frozenset)


def sheet_to_blocks(sheet: Sheet) -> Iterator[Grid | Passage]:
    """The sheet's name as a heading, unless nobody gave it one, then its tables with the texts around them."""
    tables = [part for run in _whole(_runs(sheet.rows)) for part in _parts(run)]
    if tables and not _DEFAULT.fullmatch(sheet.name):
        yield Passage(PassageKind.HEADING, Text.of(sheet.name), Place(sheet=sheet.name))
    for rows in tables:
        first = next((n for n, row in enumerate(rows) if not _is_alone(row)), len(rows))
        behind = next((n for n in range(len(rows), first, -1) if not _is_alone(rows[n - 1])), first)
        yield from (_passage(row, sheet) for row in rows[:first])
        if behind > first:
            yield from _table(rows[first:behind], sheet)
        yield from (_passage(row, sheet) for row in rows[behind:])


def _table(rows: Rows, sheet: Sheet) -> Iterator[Grid | Passage]:
    trimmed = _trimmed(rows)
    if len(trimmed) <= _MOST:
        yield Grid(tuple(map(tuple, trimmed)), Place(sheet=sheet.name))


def _passage(row: Sequence[Cell], sheet: Sheet) -> Passage:
    cell = next(cell for cell in row if cell.text)
    heading = cell in sheet.bold and not str(cell.text).endswith((".", ",", ";"))
    return Passage(PassageKind.HEADING if heading else PassageKind.PARAGRAPH, cell.text, Place(sheet=sheet.name), level=2 if heading else 1)


def _runs(rows: Rows) -> list[Rows]:
    """The rows between blank ones."""
    return [list(run) for filled, run in groupby(rows, key=lambda row: any(cell.text for cell in row)) if filled]


def _whole(runs: Sequence[Rows]) -> list[Rows]:
    """A head, or the groups of one table, that blank rows only set apart are one with what follows."""
    whole: list[Rows] = []
    for run in runs:
        if whole and _goes_on(whole[-1], run):
            whole[-1] = [*whole[-1], *run]
        else:
            whole.append(run)
    return whole


def _goes_on(above: Rows, below: Rows) -> bool:
    wide = [row for row in above if not _is_alone(row)]
    if not wide or _is_alone(below[0]):
        return False
    (left, right), (first, last) = _extent(wide), _extent(below)
    is_head = not any(map(_has_figures, wide)) and left <= first and last <= right
    return _has_figures(below[0]) and (is_head or (left, right) == (first, last))


def _parts(run: Rows) -> list[Rows]:
    """The tables that stand side by side; a blank column before figures alone is only room between columns."""
    rows = _trimmed(run)
    blank = [c for c in range(len(rows[0])) if not any(row[c].text for row in rows)]
    cuts = [c for c in blank if _is_labelled([row[c + 1] for row in rows]) and c + 1 not in blank]
    edges = [-1, *cuts, len(rows[0])]
    parts = [[[cell for c, cell in enumerate(row) if start < c < end and c not in blank] for row in rows] for start, end in pairwise(edges)]
    return [[row for row in part if any(cell.text for cell in row)] for part in parts]


def _is_labelled(column: Sequence[Cell]) -> bool:
    filled = [cell.text for cell in column if cell.text]
    return 2 * sum(map(is_figure, filled)) < len(filled) and len(filled) > 1


def _trimmed(rows: Rows) -> Rows:
    """Without the blank columns on both sides."""
    first, last = _extent(rows)
    return [row[first : last + 1] for row in rows]


def _extent(rows: Rows) -> tuple[int, int]:
    filled = [c for row in rows for c, cell in enumerate(row) if cell.text]
    return min(filled), max(filled)


def _is_alone(row: Sequence[Cell]) -> bool:
    """Whether a row holds one text, in its first square or across all: a caption or a note."""
    filled = {cell for cell in row if cell.text}
    if len(filled) != 1 or is_figure(next(iter(filled)).text):
        return False
    return bool(row[0].text)


def _has_figures(row: Sequence[Cell]) -> bool:
    return any(is_figure(cell.text) and not _YEAR.fullmatch(str(cell.text)) for cell in row)


def squares(shown: dict[tuple[int, int], Text], spans: Sequence[tuple[int, int, int, int]], hidden: "Hidden", name: str) -> Rows:
    """The rectangle of the cells shown at (row, column), from 1; `spans` are first row, first column, last row and last column."""
    cells = {at: Cell(text, Place(row=at[0], column=at[1], sheet=name)) for at, text in shown.items() if text}
    for top, left, bottom, right in spans:
        if (top, left) in cells:
            covered = {(r, c): cells[top, left] for r in range(top, bottom + 1) for c in range(left, right + 1)}
            cells |= covered
    if not cells:
        return []
    rows = [r for r in range(1, max(r for r, _ in cells) + 1) if r not in hidden.rows]
    columns = [c for c in range(1, max(c for _, c in cells) + 1) if c not in hidden.columns]
    return [[cells.get((r, c)) or Cell(Text(), Place(row=r, column=c, sheet=name)) for c in columns] for r in rows]


@dataclass(frozen=True, slots=True)
class Hidden:
    """Rows and columns that the sheet does not show. What is hidden was not published: it is working, or was taken out on purpose."""

    rows: frozenset[int] = field(default_factory=frozenset)
    columns: frozenset[int] = field(default_factory=frozenset)
