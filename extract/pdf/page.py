"""Marks of one page -> what stands on it, from top to bottom: lines, grids, pictures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.chars import Chars, Flags, are_within
from extract.drawn.charts import marks_to_charts
from extract.joins import is_figure
from extract.marks import Edge, Marks, Turn
from extract.pdf.halves import marks_to_halves
from extract.pdf.lattice import Filled, Frame, edges_to_frames, frames_to_lines, has_posts, is_loose
from extract.pdf.posts import with_posts
from extract.pdf.sideways import are_straight, upright
from extract.pdf.stamps import without_stamps
from extract.pictured import is_banner
from extract.unruled.aligned import lines_to_tables
from extract.words import Line, chars_to_lines, lines_to_text
from schemas import Box, Cell, Grid, Place, Text

_SLACK = 3.0
"""Points by which a label beside a table may stand out above or below it."""
_LABELLED = 0.5
"""Share of a table's rows that have a line to their left before those lines are its row labels."""
_ALIGNED = 0.6
"""Of the character size: labels stand at one height within their rows, give or take this."""
_WIDEST = 4.0
"""Of its size: a character of text is less wide, even a long dash in wide letters."""


@dataclass(frozen=True, slots=True)
class Page:
    """The lines, grids and banner pictures of a page in reading order, in the points of its marks; `rules` are those that run across."""

    number: int
    width: float
    height: float
    parts: tuple[Line | Grid | Box, ...]
    recognised: bool = False
    turn: Turn | None = None
    rules: tuple[Edge, ...] = ()


def marks_to_pages(marks: Marks) -> list[Page]:
    """The page, or its parts in reading order if it is set in two columns."""
    chars = without_stamps(marks.chars[_are_letters(marks.chars) & are_straight(marks.chars)])
    marks, across = upright(replace(marks, chars=chars))
    first, *others = marks_to_halves(marks)
    return [_page(first, across), *(_page(part, ()) for part in others)]


def _are_letters(chars: Chars) -> Flags:
    """Of each character whether it can be read: what has no size is not to be seen, and what is drawn out is a stroke."""
    drawn_out: Flags = chars["upright"] & (chars["x1"] - chars["x0"] > _WIDEST * chars["size"])
    return ~drawn_out & (chars["size"] > 0)


def _page(marks: Marks, across: Sequence[Line]) -> Page:
    """Deal the characters to the ruled tables and to the lines between them."""
    charts, marks = marks_to_charts(marks)
    frames, tables, lines = _tables(marks)
    grids = [*charts, *tables]
    for frame, filled in frames:
        labels = _labels(frame, filled, lines)
        lines = [line for line in lines if line not in labels]
        if labels or any(filled.values()):
            grids.append(_grid(frame, filled, labels, marks.number))
    banners = [box for box in marks.pictures if is_banner(box.x1 - box.x0, box.bottom - box.top)]
    parts: list[Line | Grid | Box] = [*grids, *lines, *across, *banners]
    rules = tuple(edge for edge in marks.edges if edge["orientation"] == "h")
    return Page(marks.number, marks.width, marks.height, tuple(sorted(parts, key=top_of)), marks.recognised, marks.turn, rules)


Tables = tuple[list[tuple[Frame, Filled]], list[Grid], list[Line]]
"""Ruled tables with the lines in their cells, those that are not ruled, and the lines between them."""


def _tables(marks: Marks) -> Tables:
    """The ruled tables, those that are not, and the lines between them.

    A frame that might be the head or a band of a larger table is read as such if its text and what stands around it make one table.
    """
    frames = edges_to_frames(with_posts(marks))
    frames = [frame for frame in frames if not any(other.box != frame.box and other.box.holds(frame.box) for other in frames)]
    firm = [frame for frame in frames if not is_loose(frame, marks.edges)]
    filled, grids, left = _dealt_out(firm, marks)
    loose = [frame for frame in frames if frame not in firm and not any(_is_part(frame, grid) for grid in grids)]
    whole = [frame for frame in loose if has_posts(frame, marks.edges) or not _is_head(frame, marks)]
    return _dealt_out([frame for frame in frames if frame in firm or frame in whole], marks) if whole else (filled, grids, left)


def _dealt_out(frames: Sequence[Frame], marks: Marks) -> Tables:
    """The frames with what stands in their cells, the tables among the lines outside, and the other lines."""
    filled, lines = frames_to_lines(frames, marks.chars, marks.number)
    grids, left = lines_to_tables(lines, marks.edges, marks.number)
    return list(zip(frames, filled, strict=True)), grids, left


def _is_part(frame: Frame, grid: Grid) -> bool:
    """Whether a table that was found without rules has the frame in it, and figures beside it or in more rows or columns."""
    box = grid.place.box
    if box is None or min(box.bottom, frame.box.bottom) <= max(box.top, frame.box.top):
        return False
    figures = [[cell for cell in row if is_figure(cell.text)] for row in grid.rows]
    spots = [cell.place.box for row in figures for cell in row if cell.place.box]
    out = any(spot.bottom < frame.box.top or spot.top > frame.box.bottom for spot in spots)
    own = [row for row in figures if any(not str(cell.text).startswith("(") for cell in row)]
    return out or len(frame.cells[0]) == 1 or len(own) > len(frame.cells)


def _is_head(frame: Frame, marks: Marks) -> bool:
    """Whether it is one row of bold words, and so the headings of what stands below."""
    if len(frame.cells) > 1:
        return False
    lines = chars_to_lines(marks.chars[are_within(marks.chars, [frame.box])], marks.number)
    return bool(lines) and all(line.bold for line in lines)


def top_of(part: Line | Grid | Box) -> tuple[float, float]:
    """What orders the parts of a page: the top, and then the left."""
    box = part if isinstance(part, Box) else part.box if isinstance(part, Line) else part.place.box
    return (box.top, box.x0) if box else (0.0, 0.0)


def _labels(frame: Frame, filled: Filled, lines: Sequence[Line]) -> list[Line]:
    """The lines left of a table without labels of its own that label its rows.

    They stand within its height, beside most of its rows and at one height in each, and are no part of a taller text.
    """
    beside = [line for line in lines if line.box.x1 <= frame.box.x0 + _SLACK and _level(frame, line)]
    first = [filled[frame.cells[n][0]] for n in {row for line in beside for row in _rows_of(frame, line)} if n]
    if not first or not all(any(char.isdigit() for line in cell for char in line.text) for cell in first if cell):
        return []
    touching = [line for line in lines if line not in beside and any(_continues(line, other) for other in beside)]
    labelled = {row for line in beside for row in _rows_of(frame, line)}
    sentence = any(line.text.endswith(".") for line in beside)
    alike = not touching and not sentence and _is_aligned(frame, beside)
    return beside if len(labelled) >= _LABELLED * len(frame.cells) and alike else []


def _is_aligned(frame: Frame, lines: Sequence[Line]) -> bool:
    """Whether the lines begin, or have their middle, at one height within each row: a paragraph's lines drift against the rows."""
    groups = [(frame.bands[n], [line.box for line in lines if n in _rows_of(frame, line)]) for n in range(1, len(frame.cells))]
    tops = [boxes[0].top - band[0] for band, boxes in groups if boxes]
    middles = [boxes[0].top + boxes[-1].bottom - band[0] - band[1] for band, boxes in groups if boxes]
    return any(not offsets or max(offsets) - min(offsets) <= _ALIGNED * lines[0].size for offsets in (tops, [m / 2 for m in middles]))


def _level(frame: Frame, line: Line) -> bool:
    return frame.box.top - _SLACK <= line.box.top and line.box.bottom <= frame.box.bottom + _SLACK


def _continues(line: Line, other: Line) -> bool:
    apart = max(line.box.top, other.box.top) - min(line.box.bottom, other.box.bottom)
    return abs(line.box.x0 - other.box.x0) < 1 and apart < line.size / 2 and line.bold == other.bold and line.size == other.size


def _rows_of(frame: Frame, line: Line) -> list[int]:
    middle = (line.box.top + line.box.bottom) / 2
    rows = [n for n, (top, bottom) in enumerate(frame.bands) if top <= middle < bottom]
    return rows or ([0] if middle < frame.box.top else [len(frame.cells) - 1])


def _grid(frame: Frame, filled: Filled, labels: Sequence[Line], page: int) -> Grid:
    columns = [_column(frame, filled, page, c) for c in range(len(frame.xs) - 1)]
    if labels:
        columns.insert(0, _label_column(frame, labels, page))
    return Grid(tuple(zip(*columns, strict=True)), Place(page=page, box=frame.box))


def _column(frame: Frame, filled: Filled, page: int, column: int) -> list[Cell]:
    boxes = [row[column] for row in frame.cells]
    cells = {box: Cell(lines_to_text(filled[box]), Place(page=page, box=box)) for box in boxes}
    column_cells = [cells[box] for box in boxes]
    for box in dict.fromkeys(boxes):
        rows = [n for n, other in enumerate(boxes) if other == box]
        if len(rows) > 1 and (dealt := _dealt(frame, filled[box], rows)):
            for n, lines in dealt.items():
                top, bottom = frame.bands[n]
                column_cells[n] = Cell(lines_to_text(lines), Place(page=page, box=Box(box.x0, top, box.x1, bottom)))
    return column_cells


def _dealt(frame: Frame, lines: Sequence[Line], rows: Sequence[int]) -> dict[int, list[Line]]:
    """The lines of a cell that spans rows, dealt to them: only if each row has its own, set apart as the rows are.

    A wrapped label has its lines at one distance; labels stacked for the rows beside them keep the rows' distances.
    """
    dealt = {n: [line for line in lines if n in _rows_of(frame, line)] for n in rows}
    if not all(dealt.values()):
        return {}
    starts = [dealt[n][0].box.top - frame.bands[n][0] for n in rows]
    pitch = max((low.box.top - high.box.top for high, low in pairwise(lines)), default=0.0)
    tight = len(rows) == 2 and pitch < lines[0].size * 1.5  # noqa: PLR2004  two lines of one label look like this
    return {} if tight or max(starts) - min(starts) > lines[0].size else dealt


def _label_column(frame: Frame, labels: Iterable[Line], page: int) -> list[Cell]:
    labels = sorted(labels, key=lambda line: line.box.top)
    rows = [[line for line in labels if n in _rows_of(frame, line)] for n in range(len(frame.cells))]
    left = min(line.box.x0 for line in labels)
    boxes = [Box(left, top, frame.box.x0, bottom) for top, bottom in frame.bands]
    return [Cell(lines_to_text(lines) if lines else Text(), Place(page=page, box=box)) for lines, box in zip(rows, boxes, strict=True)]
