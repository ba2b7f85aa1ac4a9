"""Lines -> tables that no lines are drawn for, and the lines that are left: figures that stand in columns are a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

from extract.marks import Edge
from extract.unruled.across import rules_across
from extract.unruled.columns import Column, Run, clipped, is_table, overlaps, strips_to_runs
from extract.unruled.heads import Heading, head_above, strips_to_headings
from extract.unruled.strips import Piece, Strip, lines_to_strips
from extract.words import Line, lines_to_text
from schemas import Box, Cell, Grid, Place

_LOOSE = 0.25
"""Of the character size: this much more white space than between the lines of one cell begins a new row."""
_TRAILING = 0.6
"""Of the character size: white space at most before the rest of the last label."""

Filled = list[list[Line]]
"""A row's runs, column by column."""


def lines_to_tables(lines: Sequence[Line], edges: Sequence[Edge], page: int) -> tuple[list[Grid], list[Line]]:
    """The tables among the lines, and the lines that belong to none."""
    posts = [edge for edge in edges if edge["orientation"] == "v"]
    found = lines_to_strips(lines, posts)
    strips = [strip for strip, _ in found]
    grids: list[Grid] = []
    left: list[Line] = []
    behind = 0
    for run in strips_to_runs(strips):
        begin = head_above(strips, run.first, behind, run.columns)
        if not is_table(run, strips, headed=begin < run.first):
            continue
        whole = _with_rest(run, strips, edges)
        grids.append(_Table(strips, begin, whole, edges).grid(page))
        left += [line for _, own in found[behind:begin] for line in own]
        behind = whole.last + 1
    return grids, left + [line for _, own in found[behind:] for line in own]


def _with_rest(run: Run, strips: Sequence[Strip], edges: Sequence[Edge]) -> Run:
    """The run with the strips behind its last figures that end its last row."""
    last = run.last
    borders = rules_across(edges, _around(strips[run.first : last + 1]))
    while last + 1 < len(strips):
        above, below = strips[last], strips[last + 1]
        if below.box.top - above.box.bottom > _TRAILING * below.size:
            break
        alike = _is_alike(above, below) and (_is_closed(above, below, borders, run.columns) or _goes_on_alone(above, below, run.columns))
        if not (alike or _is_stacked(below, run.columns)):
            break
        last += 1
    return clipped(run, last)


def _is_stacked(below: Strip, columns: Sequence[Column]) -> bool:
    """Whether a strip holds nothing but the second figures of a row."""
    return all(piece.is_bracketed and any(c.figures and overlaps(c, piece, 0) for c in columns) for piece in below.pieces)


def _is_alike(above: Strip, below: Strip) -> bool:
    """Whether a strip is as bold as what stands over its first piece: a label may be bold beside figures that are not."""
    over = _over(above, below.pieces[0])
    return below.bold == (all(line.bold for line in over.lines) if over else above.bold)


def _goes_on_alone(above: Strip, below: Strip, columns: Sequence[Column]) -> bool:
    return len(below.pieces) == 1 and _goes_on(above, below, columns)


def _is_closed(above: Strip, below: Strip, borders: Sequence[float], columns: Sequence[Column]) -> bool:
    """Whether a part of a label stands above the rule that ends the row."""
    rule = next((y for y in borders if y > (above.box.top + above.box.bottom) / 2), 0.0)
    inside = below.box.bottom <= rule + 1 and rule - below.box.bottom < below.size
    return inside and len(below.pieces) == 1 and below.box.x1 < next(column.x0 for column in columns if column.figures)


def _goes_on(above: Strip, below: Strip, columns: Sequence[Column]) -> bool:
    """Whether a strip is the rest of a label: it stands in its column, and goes on in lower case or would not have fitted."""
    piece, figures = below.pieces[0], next(column.x0 for column in columns if column.figures)
    if piece.box.x1 > figures or piece.is_figure:
        return False
    over = _over(above, piece)
    return over is not None and _is_below(over.box, piece.box) and (piece.printed[:1].islower() or _is_full(over, piece, figures))


def _over(above: Strip, piece: Piece) -> Piece | None:
    """The piece of the strip above under which a piece stands."""
    return next((other for other in above.pieces if other.box.x0 < piece.box.x1 and piece.box.x0 < other.box.x1), None)


def _is_below(upper: Box, lower: Box) -> bool:
    """Whether two lines begin at one place, or have their middles there."""
    return abs(upper.x0 - lower.x0) < 1 or abs(upper.x0 + upper.x1 - lower.x0 - lower.x1) < 2  # noqa: PLR2004  twice the distance


def _is_full(over: Piece, piece: Piece, border: float) -> bool:
    """Whether the first word of the piece had no room behind the one above it."""
    first = piece.lines[0].words[0].box
    return first is not None and over.box.x1 + (first.x1 - first.x0) + over.lines[0].size / 4 > border


@dataclass(frozen=True, slots=True)
class _Table:
    strips: Sequence[Strip]
    begin: int
    run: Run
    edges: Sequence[Edge]

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.run.columns

    def grid(self, page: int) -> Grid:
        heads = strips_to_headings(self.strips[self.begin : self._body()], self.columns)
        rows = [_spread(head, len(self.columns)) for head in heads]
        rows = _upright(rows)
        body = [self._filled(strips) for strips in self._rows()]
        xs = self._borders()
        cells = [*rows, *([(runs, n, n) for n, runs in enumerate(row)] for row in body)]
        grid = [[_cell(*square, xs=xs, page=page) for square in row] for row in cells]
        made: dict[tuple[int, int], Cell] = {}
        for r, row in enumerate(cells):
            for c, (runs, first, last) in enumerate(row):
                key = (id(runs), first)
                made.setdefault(key, grid[r][c])
                grid[r][c] = made[key] if first != last or r < len(rows) else grid[r][c]
        return Grid(tuple(map(tuple, grid)), Place(page=page, box=self._box()))

    def _body(self) -> int:
        """The first strip below the head: section names may stand between it and the first figures."""
        at = self.run.first
        while at > self.begin and len(self.strips[at - 1].pieces) == 1 and self.strips[at - 1].box.x1 < self._left():
            at -= 1
        return at if at > self.begin else self.run.first

    def _left(self) -> float:
        return next(column.x0 for column in self.columns if column.figures)

    def _box(self) -> Box:
        return _around(self.strips[self.begin : self.run.last + 1])

    def _borders(self) -> list[float]:
        box = self._box()
        return [box.x0, *((a.x1 + b.x0) / 2 for a, b in pairwise(self.columns)), box.x1]

    def _rows(self) -> list[list[Strip]]:
        """The strips of each row: parted by rules or bands if every row has its own, or by white space, or each by its label."""
        strips = self.strips[self._body() : self.run.last + 1]
        borders = rules_across(self.edges, self._box())
        tight = min((_gap(a, b) for a, b in pairwise(strips)), default=0.0)
        ruled = [any(a.box.top + a.box.bottom < 2 * y < b.box.top + b.box.bottom for y in borders) for a, b in pairwise(strips)]
        loose = [_gap(a, b) > tight + _LOOSE * b.size for a, b in pairwise(strips)]
        either = [a or b for a, b in zip(ruled, loose, strict=True)]
        for cuts in (ruled, either):
            rows = _cut(strips, cuts)
            if len(rows) > 1 and all(self._is_row(row) for row in rows):
                return rows
        return [row for group in _cut(strips, either) for row in self._by_label(group)]

    def _is_row(self, strips: Sequence[Strip]) -> bool:
        """Whether only one strip has figures, or the others have theirs in brackets, of which some may be forgotten."""
        figures = [[piece.is_bracketed for piece in strip.pieces if self._is_value(piece)] for strip in strips]
        filled = [own for own in figures if own]
        return len(filled) < 2 or (not any(filled[0]) and all(2 * sum(own) > len(own) for own in filled[1:]))  # noqa: PLR2004

    def _is_value(self, piece: Piece) -> bool:
        return piece.is_figure and piece.box.x1 > self._left()

    def _by_label(self, strips: Sequence[Strip]) -> list[list[Strip]]:
        rows = [[strips[0]]]
        for strip in strips[1:]:
            if self._begins(rows[-1], strip):
                rows.append([])
            rows[-1].append(strip)
        return rows

    def _begins(self, row: Sequence[Strip], strip: Strip) -> bool:
        """Whether a strip close below a row begins the next one."""
        labelled = strip.pieces[0].box.x0 < self._left()
        on = labelled and _goes_on(row[-1], strip, self.columns) and _is_alike(row[-1], strip)
        stacked = any(piece.is_bracketed for piece in strip.pieces if self._is_value(piece))
        return not (self._is_row([*row, strip]) and (on or stacked or not labelled))

    def _filled(self, strips: Sequence[Strip]) -> Filled:
        filled: Filled = [[] for _ in self.columns]
        for strip in strips:
            for piece in strip.pieces:
                n = next((n for n, column in enumerate(self.columns) if overlaps(column, piece, 0)), None)
                n = _closest(piece, self.columns) if n is None else n
                filled[n] += piece.lines
        return filled


def _closest(piece: Piece, columns: Sequence[Column]) -> int:
    middle = (piece.box.x0 + piece.box.x1) / 2
    return min(range(len(columns)), key=lambda n: abs((columns[n].x0 + columns[n].x1) / 2 - middle))


def _cut(strips: Sequence[Strip], cuts: Sequence[bool]) -> list[list[Strip]]:
    rows = [[strips[0]]]
    for strip, cut in zip(strips[1:], cuts, strict=True):
        if cut:
            rows.append([])
        rows[-1].append(strip)
    return rows


def _gap(upper: Strip, lower: Strip) -> float:
    return lower.box.top - upper.box.bottom


def _around(strips: Sequence[Strip]) -> Box:
    return reduce(Box.around, (strip.box for strip in strips))


Square = tuple[list[Line], int, int]
"""The runs of a cell, and the first and the last column it covers."""


def _spread(head: Sequence[Heading], width: int) -> list[Square]:
    squares: list[Square] = [([], n, n) for n in range(width)]
    for heading in head:
        runs = squares[heading.first][0] if heading.first == heading.last else [heading.line]
        if heading.first == heading.last:
            runs.append(heading.line)
        else:
            for n in range(heading.first, heading.last + 1):
                squares[n] = (runs, heading.first, heading.last)
    return squares


def _upright(rows: list[list[Square]]) -> list[list[Square]]:
    """A heading alone in its column stands in both rows of the head."""
    if len(rows) < 2:  # noqa: PLR2004
        return rows
    for c, (upper, lower) in enumerate(zip(*rows, strict=True)):
        if not upper[0]:
            rows[0][c] = lower
        elif not lower[0]:
            rows[1][c] = upper
    return rows


def _cell(runs: Sequence[Line], first: int, last: int, *, xs: Sequence[float], page: int) -> Cell:
    """The lines of a cell in their order; its box is that of its words, or its columns' width."""
    text = lines_to_text(sorted(runs, key=lambda line: (round(line.box.top), line.box.x0)))
    box = text.box
    return Cell(text, Place(page=page, box=Box(xs[first], box.top, xs[last + 1], box.bottom) if box else None))
