"""Strips -> tables without lines: rows of figures that stand in the same columns, and where those columns are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.unruled.strips import DASHES, Piece, Strip

_NEAR = 3.0
"""Of the character size: more white space than this between two strips ends a table."""
_FAR = 8.0
"""The same where the rows have figures in the same columns throughout: cells as high as several lines."""
_ALIKE = 3
"""Columns of figures that tell such rows."""
_SAME = 0.6
"""Of the character size: figures whose middles (or ends) are this close stand in one column even if they do not overlap."""
_AIR = 0.25
"""Of the character size: white space that two columns have between them in every row."""
_FILLERS = 4
"""Strips without figures in succession (a wrapped label, section rows) that a table may hold."""
_LONG = 9
"""Words: a strip of one text longer than this over the figures' columns is a sentence and no section's name."""
_LABEL = 16
"""Words: labels are shorter on the median; a text that long before a figure is prose."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where the pieces of a column stand, and how many rows have a figure in it."""

    x0: float
    x1: float
    figures: int


@dataclass(frozen=True, slots=True)
class Run:
    """Strips `first` to `last` (inclusive) whose figures stand in `columns`."""

    first: int
    last: int
    columns: tuple[Column, ...]
    anchors: frozenset[int]


def strips_to_runs(strips: Sequence[Strip]) -> Iterator[Run]:
    """The tables from top to bottom, without their heads; a run may still turn out to be none (`is_table`)."""
    at = 0
    while at < len(strips):
        run = _run(strips, at) if is_anchor(strips[at]) else None
        if run:
            yield run
        at = run.last + 1 if run else at + 1


def is_anchor(strip: Strip) -> bool:
    """A label and at least one figure to its right that is more than a year."""
    first, *others = strip.pieces
    figures = [piece for piece in others if piece.is_figure]
    labelled = any(char.isalpha() for char in first.printed) or first.is_years or first.is_dated
    mostly = 2 * len(figures) >= len(others) and any(not piece.is_years for piece in figures)
    return labelled and mostly and not any(piece.is_led for piece in strip.pieces) and not _is_itemised(strip)


def _is_itemised(strip: Strip) -> bool:
    """Whether its only figures are dashes with words right behind them, which open the items of a list."""
    signs = [a.printed in DASHES and any(map(str.isalpha, b.printed)) for a, b in pairwise(strip.pieces[1:])]
    return any(signs) and sum(signs) == sum(piece.is_figure for piece in strip.pieces[1:])


def _run(strips: Sequence[Strip], first: int) -> Run | None:
    columns = merged((), strips[first])
    if columns is None:
        return None
    last, anchors = first, {first}
    for n in range(first + 1, len(strips)):
        strip = strips[n]
        apart = (strip.box.top - strips[n - 1].box.bottom) / max(strip.size, strips[n - 1].size)
        if apart > _NEAR and not (apart <= _FAR and _is_like(strip, columns)):
            break
        if _is_years_head(strip):
            break
        if is_anchor(strip) or _is_years_row(strip, columns):
            wider = merged(columns, strip)
            if wider is None or not _shares(columns, strip):
                break
            columns, last = wider, n
            anchors.add(n)
        elif not is_filler(strip, columns) or n - last > _FILLERS:
            break
    return Run(first, last, columns, frozenset(anchors))


def _is_years_head(strip: Strip) -> bool:
    """Whether years stand behind a label, or behind none: the headings of the next table."""
    years = [piece.is_years for piece in strip.pieces]
    return len(years) > 2 and all(years[1:])  # noqa: PLR2004  a label and two years


def _is_like(strip: Strip, columns: Sequence[Column]) -> bool:
    """Whether a row has its label and a figure in every column where the rows above have one, and nothing else."""
    figures = [column for column in columns if column.figures]
    hits = [column for column in figures for piece in strip.pieces[1:] if piece.is_figure and overlaps(column, piece, 0)]
    return is_anchor(strip) and len(figures) >= _ALIKE and hits == figures and len(strip.pieces) == len(figures) + 1


def _is_years_row(strip: Strip, columns: Sequence[Column]) -> bool:
    """A label and one number that only looks like a year, where figures stand above it."""
    figures = strip.pieces[1:]
    return len(figures) == 1 and figures[0].is_years and any(column.figures and overlaps(column, figures[0], 0) for column in columns)


def merged(columns: Sequence[Column], strip: Strip) -> tuple[Column, ...] | None:
    """The columns with the strip's pieces in them; None if they do not fit."""
    found = list(columns)
    taken: set[Column] = set()
    for n, piece in enumerate(strip.pieces):
        hits = [column for column in found if overlaps(column, piece, _SAME * strip.size)]
        if len(hits) > 1:
            hits = [column for column in hits if overlaps(column, piece, 0)]
        if len(hits) > 1 or (hits and hits[0] in taken and (piece.is_figure or hits[0].figures)):
            return None
        figure = int(n > 0 and piece.is_figure)
        old = hits[0] if hits else Column(piece.box.x0, piece.box.x1, 0)
        new = Column(min(old.x0, piece.box.x0), max(old.x1, piece.box.x1), old.figures + figure)
        found = [column for column in found if column != old] + [new]
        taken = taken - {old} | {new}
    found.sort(key=lambda column: column.x0)
    apart = all(a.x1 + _AIR * strip.size <= b.x0 for a, b in pairwise(found))
    return tuple(found) if apart else None


def overlaps(column: Column, piece: Piece, slack: float) -> bool:
    """Whether the piece stands in the column, or misses it by less than `slack` points from middle to middle."""
    box = piece.box
    if box.x0 < column.x1 and column.x0 < box.x1:
        return True
    return bool(slack) and abs((column.x0 + column.x1 - box.x0 - box.x1) / 2) < slack


def _shares(columns: Sequence[Column], strip: Strip) -> bool:
    """Whether a figure of the strip stands below another one."""
    return any(piece.is_figure and any(c.figures and overlaps(c, piece, _SAME * strip.size) for c in columns) for piece in strip.pieces[1:])


def is_filler(strip: Strip, columns: Sequence[Column]) -> bool:
    """Whether a strip that is no row of its own may stand within a table: a part of a label, further lines of figures, a section's name."""
    figures = [column for column in columns if column.figures]
    left = figures[0].x0
    if any(piece.is_led for piece in strip.pieces):
        return False
    if len(strip.pieces) == 1 and strip.pieces[0].box.x0 < left and not strip.pieces[0].is_figure:
        return strip.box.x1 < left or (len(strip.pieces[0].text.words) <= _LONG and not strip.pieces[0].printed.endswith((".", ":", ";")))
    return all(_stands_in_one(piece, columns) and (_is_rest(piece) or piece.box.x1 < left) for piece in strip.pieces)


def _is_rest(piece: Piece) -> bool:
    """A figure, or signs that a narrow column has cut off one."""
    return piece.is_figure or not any(map(str.isalnum, piece.printed))


def _stands_in_one(piece: Piece, columns: Sequence[Column]) -> bool:
    return sum(overlaps(column, piece, 0) for column in columns) == 1


def is_table(run: Run, strips: Sequence[Strip], *, headed: bool) -> bool:
    """Whether it makes sense as a table: enough rows, figures that stand in line, labels that are no sentences."""
    rows = [strips[n] for n in sorted(run.anchors)]
    columns = [column for column in run.columns if column.figures]
    fewest = 1 if headed and len(columns) > 1 else 2 if headed or len(columns) > 1 else 3
    words = sorted(len(row.pieces[0].text.words) for row in rows)
    if len(rows) < fewest or words[len(words) // 2] > _LABEL:
        return False
    if len(rows) == 1 and not all(piece.is_figure for piece in rows[0].pieces[1:]):  # a line of wrapped headings
        return False
    return headed or len(columns) > 1 or _in_line(rows, columns[0])


def _in_line(rows: Sequence[Strip], column: Column) -> bool:
    """Whether the figures of a single column begin, end or have their middle at one place; page numbers of a contents list only rise."""
    pieces = [piece for row in rows for piece in row.pieces[1:] if piece.is_figure and overlaps(column, piece, 0)]
    slack = _SAME * rows[0].size
    spots = (
        [piece.box.x0 for piece in pieces],
        [piece.box.x1 for piece in pieces],
        [(piece.box.x0 + piece.box.x1) / 2 for piece in pieces],
    )
    numbers = [int(piece.printed) for piece in pieces if piece.printed.isdecimal()]
    rising = len(numbers) == len(pieces) and all(a <= b for a, b in pairwise(numbers)) and numbers[0] < numbers[-1]
    return not rising and any(max(spot) - min(spot) <= slack for spot in spots)


def clipped(run: Run, last: int) -> Run:
    """The run with the strips up to `last`, which carry its last row on."""
    return replace(run, last=last)
