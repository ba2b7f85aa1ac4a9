"""Lines -> tables of words that no lines are drawn for: bold headings, and gutters below them that no line of words crosses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import groupby, pairwise

from extract.joins import BULLETS, is_figure
from extract.marks import Edge
from extract.unruled.across import rules_across
from extract.unruled.gutters import Gutter, is_wide, narrowed, widest
from extract.unruled.strips import DASHES, line_to_runs, part
from extract.words import Line, lines_to_text
from schemas import Box, Cell, Grid, Place, Text

_NEAR = 3.0
"""Of the character size: more white space than this between two lines ends a table."""
_LONGEST = 12
"""Words of a heading at most."""
_LOOSE = 0.25
"""Of the character size: this much more white space than between the lines of one cell begins a new row."""
_UNDER = 1.5
"""Of the character size: white space at most between the headings and the first row."""
_LARGER = 1.1
"""Times the size of the headings: a line printed this large is the next section's title."""
_FEWEST = 3
"""Lines of a table at least, its headings among them."""
_NUMBER = re.compile(r"\d{1,2}[.)]?")


@dataclass(frozen=True, slots=True)
class _Region:
    """Lines from the headings to the last row, and the gutters between their columns."""

    lines: tuple[Line, ...]
    gutters: tuple[Gutter, ...]

    @property
    def box(self) -> Box:
        return reduce(Box.around, (line.box for line in self.lines))


def is_headed(line: Line, below: Sequence[Line]) -> bool:
    """Whether a line holds the headings of a table of words whose rows stand `below`."""
    return _headed([line, *below]) is not None


def lines_to_worded(lines: Sequence[Line], tables: Sequence[Box], edges: Sequence[Edge], page: int) -> tuple[list[Grid], list[Line]]:
    """The tables of words among the lines, and the lines that belong to none; none reaches over one of the other `tables`."""
    found: list[Grid] = []
    left: list[Line] = []
    for piece in _between(sorted(lines, key=lambda line: line.box.top), tables):
        at = 0
        while at < len(piece):
            region = _headed(piece[at:]) or _numbered(piece[at:])
            if region:
                found.append(_grid(region, edges, page))
                at += len(region.lines)
            else:
                left.append(piece[at])
                at += 1
    return found, left


def _between(lines: Sequence[Line], tables: Sequence[Box]) -> Iterator[list[Line]]:
    """The lines above, between and below the tables."""
    yield from (list(group) for _, group in groupby(lines, key=lambda line: sum(box.top < line.box.top for box in tables)))


def _headed(lines: Sequence[Line]) -> _Region | None:
    """The table whose headings are the first line."""
    runs = list(line_to_runs(lines[0]))
    if len(runs) < 2 or not lines[0].bold or not all(map(_is_heading, runs)):  # noqa: PLR2004  columns
        return None
    if len(lines) > 1 and lines[1].box.top - lines[0].box.bottom > _UNDER * lines[0].size:
        return None
    gaps = [[(left.box.x1, right.box.x0)] for left, right in pairwise(runs)]
    last = 0
    for n, (above, line) in enumerate(pairwise(lines), 1):
        kept = [narrowed(gap, line) for gap in gaps]
        if _is_apart(above, line) or line.size > _LARGER * lines[0].size or (not all(kept) and (n > 2 or not any(kept))):  # noqa: PLR2004
            break
        gaps, last = [gap for gap in kept if gap], n
    body = lines[: last + 1]
    gutters = [gutter for gap in gaps if is_wide(gutter := widest(gap), body)]
    if not gutters or len(body) < _FEWEST or not _is_filled(body, gutters):
        return None
    return _Region(tuple(body), (*_number_gutter(body), *gutters))


def _is_heading(run: Line) -> bool:
    text = run.text
    plain = not text.endswith((".", ";")) and any(char.isalpha() for char in text)
    return plain and len(run.words) <= _LONGEST and not is_figure(Text(run.words))


def _is_apart(above: Line, line: Line) -> bool:
    return line.box.top - above.box.bottom > _NEAR * line.size


def _is_filled(lines: Sequence[Line], gutters: Sequence[Gutter]) -> bool:
    """Whether every column has words below its heading."""
    return all(any(_in_column(line, gutters, n) for line in lines[1:]) for n in range(len(gutters) + 1))


def _number_gutter(lines: Sequence[Line]) -> list[Gutter]:
    """The gutter behind numbers that count the rows: everything else in the first column stands to their right."""
    first = [line.words[0] for line in lines]
    left = min(line.box.x0 for line in lines)
    numbers = [word.box.x1 for word in first if word.box and _NUMBER.fullmatch(word.text) and word.box.x0 < left + lines[0].size]
    others = [word.box.x0 for line in lines for word in line.words if word.box and word.box.x0 > left + lines[0].size]
    begun = all(word.box.x0 > max(numbers, default=0.0) or word.box.x1 in numbers for word in first if word.box)
    if not numbers or not others or not begun:
        return []
    gutter = (max(numbers), min(others))
    return [gutter] if is_wide(gutter, lines[:1]) else []


def _numbered(lines: Sequence[Line]) -> _Region | None:
    """The table with a title over its rows, which plain numbers count."""
    if len(lines) < _FEWEST or not lines[0].bold or lines[1].words[0].text != "1" or not _is_heading(lines[0]):
        return None
    runs = list(line_to_runs(lines[1]))
    if len(runs) < 2 or len(runs[0].words) > 1:  # noqa: PLR2004  a number and words
        return None
    edge, last = runs[1].box.x0 - 1, 1
    for n, (above, line) in enumerate(pairwise(lines[1:]), 2):
        if _is_apart(above, line) or line.bold or not (line.box.x0 >= edge or line.words[0].text.isdecimal()):
            break
        last = n
    gutters = _number_gutter(lines[1 : last + 1])
    return _Region(tuple(lines[: last + 1]), tuple(gutters)) if gutters and last > 1 else None


def _in_column(line: Line, gutters: Sequence[Gutter], column: int) -> Line | None:
    """The words of a line that stand in a column."""
    borders = [float("-inf"), *((start + end) / 2 for start, end in gutters), float("inf")]
    words = [word for word in line.words if word.box and borders[column] <= (word.box.x0 + word.box.x1) / 2 < borders[column + 1]]
    return part(line, words) if words else None


def _grid(region: _Region, edges: Sequence[Edge], page: int) -> Grid:
    head = _head(region)
    rows = [region.lines[:head], *_rows(region, region.lines[head:], edges)]
    cells = [[_cell(region, row, n, page) for n in range(len(region.gutters) + 1)] for row in rows]
    if len(list(line_to_runs(region.lines[0]))) == 1:
        text = lines_to_text(region.lines[:head])
        cells[0] = [Cell(text, Place(page=page, box=text.box))] * len(cells[0])
    return Grid(tuple(map(tuple, cells)), Place(page=page, box=region.box))


def _cell(region: _Region, row: Sequence[Line], column: int, page: int) -> Cell:
    text = lines_to_text([own for line in row if (own := _in_column(line, region.gutters, column))])
    return Cell(text, Place(page=page, box=text.box))


def _tight(lines: Sequence[Line]) -> float:
    """The white space between the lines of one cell."""
    return min((max(0.0, b.box.top - a.box.bottom) for a, b in pairwise(lines)), default=0.0)


def _head(region: _Region) -> int:
    """How many lines the headings have: bold ones, up to the first white space."""
    tight, at = _tight(region.lines), 1
    while at < len(region.lines) - 1 and region.lines[at].bold:
        above, line = region.lines[at - 1 : at + 1]
        if line.box.top - above.box.bottom > tight + _LOOSE * line.size:
            break
        at += 1
    return at


def _rows(region: _Region, lines: Sequence[Line], edges: Sequence[Edge]) -> list[list[Line]]:
    """The lines of each row: parted by rules, or by numbers, or where white space runs across and the first column begins again."""
    rules = rules_across(edges, region.box)
    ruled = [any(a.box.bottom - 1 < y < b.box.top + 1 for y in rules) for a, b in pairwise(lines)]
    tight = _tight(lines)
    counted = any(_is_number(line, region.gutters) for line in lines)
    rows = [[lines[0]]]
    for (above, line), rule in zip(pairwise(lines), ruled, strict=True):
        loose = line.box.top - above.box.bottom > tight + _LOOSE * line.size
        begun = _is_number(line, region.gutters) if counted else loose and _begins(line, region.gutters)
        if rule if any(ruled) else begun:
            rows.append([])
        rows[-1].append(line)
    return rows


def _begins(line: Line, gutters: Sequence[Gutter]) -> bool:
    """Whether the first column and another one go on in the line, and none with an item of a list."""
    starts = [own for n in range(len(gutters) + 1) if (own := _in_column(line, gutters, n))]
    items = any(own.text[0] in BULLETS or own.words[0].text in DASHES for own in starts)
    return len(starts) > 1 and _in_column(line, gutters, 0) is not None and not items


def _is_number(line: Line, gutters: Sequence[Gutter]) -> bool:
    first = _in_column(line, gutters, 0)
    return first is not None and _NUMBER.fullmatch(first.text) is not None
