"""Marks of a page in two columns -> the marks of its parts in reading order; a page in one column stays whole."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

import numpy as np

from extract.chars import Chars, are_within, is_printed, middles
from extract.marks import Marks, edge_to_box
from extract.words import Line, chars_to_cells
from schemas import Box

_MIDDLE = (0.4, 0.6)
"""Shares of the page's width between which the white space of a page in two columns stands."""
_STEP = 3.0
"""Points between the places at which white space is looked for."""
_NARROWEST, _WIDEST = 72, 14_400
"""Points: a page less wide has no room for columns, and none is wider (PDF 32000, annex C), whatever a damaged one says."""
_OPEN = 0.3
"""Of the characters that usually stand over one place: with no more, most lines leave it white."""
_WHITE = 1.2
"""Of the character size: white space between the columns of a page at least."""
_HIGH = 0.3
"""Of the page's height: columns are at least this high."""
_FEWEST = 8
"""Lines of each column at least."""
_FULL = 0.6
"""Of a column's width that its lines fill on the median; the labels and figures of a table fill less."""
_BARELY = 0.45
"""The same where hardly any line stands level with one of the other column, as the rows of one table do."""
_LEVEL = (0.3, 1.0)
"""Share of a column's lines that may be so, and the points by which two such lines are off each other."""
_FOOT = (0.9, 2.0)
"""Of the page's height, and of the character size: a last line that stands so low, and so far from what stands above it, is its foot."""
_WORDS = 0.6
"""Share of a column's characters that are letters; a column of figures has fewer."""
_LARGER = 1.1
"""Times the size of the text: bold words side by side that are no larger head the columns of a table."""


def marks_to_halves(marks: Marks) -> list[Marks]:
    """What stands above the columns, the left one, the right one, and what stands below; the page itself if it has no two columns."""
    chars = marks.chars[is_printed(marks.chars)]
    at = _opening(marks, chars) if _NARROWEST < marks.width < _WIDEST else None
    if at is None:
        return [marks]
    top, bottom = _height(marks, chars, at)
    _, heights = middles(chars)
    inside = chars[(top < heights) & (heights < bottom)]
    if bottom - top < _HIGH * marks.height or not _are_columns(*_sides(inside, at, marks.number)):
        return [marks]
    wide, high = marks.width, marks.height
    boxes = (Box(0, 0, wide, top), Box(0, top, at, bottom), Box(at, top, wide, bottom), Box(0, bottom, wide, high))
    return [part for box in boxes if len((part := _part(marks, box)).chars)]


def _opening(marks: Marks, chars: Chars) -> float | None:
    """The place near the middle of the page over which the fewest characters stand, if they are few."""
    places = [_STEP * n for n in range(int(marks.width / _STEP) + 1)]
    first, last = (np.clip(chars[side] / _STEP, 0, len(places)).astype(int) for side in ("x0", "x1"))
    begun, ended = (np.cumsum(np.bincount(ends, minlength=len(places) + 2)) for ends in (first, last + 1))
    over = (begun - ended)[:-1].tolist()
    usual = median([count for count in over if count] or [0])
    near = [n for n, place in enumerate(places) if _MIDDLE[0] * marks.width <= place <= _MIDDLE[1] * marks.width]
    best = min(over[n] for n in near)
    open_ = [n for n in near if over[n] == best]
    return places[open_[len(open_) // 2]] + _STEP / 2 if best <= _OPEN * usual else None


def _height(marks: Marks, chars: Chars, at: float) -> tuple[float, float]:
    """Top and bottom of the longest white space at a place: no character and no rule crosses it."""
    crossing = chars[(chars["x0"] < at) & (at < chars["x1"])][["top", "bottom"]].tolist()
    crossing += [(edge["top"], edge["bottom"]) for edge in marks.edges if edge["x0"] < at < edge["x1"]]
    foot = _foot(marks, chars)
    stops = sorted([(0.0, 0.0), (foot, marks.height), *crossing])
    return max(((above[1], below[0]) for above, below in pairwise(stops)), key=lambda span: span[1] - span[0])


def _foot(marks: Marks, chars: Chars) -> float:
    """Where the line at the foot of the page begins, apart from the text above it; the page's height where there is none."""
    if not len(chars):
        return marks.height
    _, heights = middles(chars)
    last = chars[np.argmax(heights)]
    top = chars["top"][chars["bottom"] > last["top"]].min()
    above = chars["bottom"][chars["bottom"] <= top]
    apart = top - max(above, default=top) > _FOOT[1] * last["size"] and top > _FOOT[0] * marks.height
    return float(top) - 1 if apart else marks.height


def _sides(chars: Chars, at: float, page: int) -> tuple[list[Line], list[Line]]:
    """The lines to the left of a place and those to the right."""
    lines = chars_to_cells(chars, (chars["x0"] >= at).astype(np.intp), page)
    return lines.get(0, []), lines.get(1, [])


def _are_columns(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether both sides are set as columns of a page, and are no columns of one table."""
    if min(len(left), len(right)) < _FEWEST:
        return False
    size = median(line.size for line in (*left, *right))
    apart = min(line.box.x0 for line in right) - max(line.box.x1 for line in left)
    if apart <= _WHITE * size or _is_head(left[0], right[0], size):
        return False
    level = _share(left, right)
    return _is_set(left, level) and _is_set(right, level)


def _share(left: Sequence[Line], right: Sequence[Line]) -> float:
    """How many of the lines of the shorter column stand level with one of the other, as a share."""
    fewer, more = sorted((left, right), key=len)
    return sum(any(abs(line.box.bottom - other.box.bottom) < _LEVEL[1] for other in more) for line in fewer) / len(fewer)


def _is_head(left: Line, right: Line, size: float) -> bool:
    beside = min(left.box.bottom, right.box.bottom) > max(left.box.top, right.box.top)
    return beside and left.bold and right.bold and max(left.size, right.size) < _LARGER * size


def _is_set(lines: Sequence[Line], level: float) -> bool:
    wide = max(line.box.x1 for line in lines) - min(line.box.x0 for line in lines)
    signs = [sign for line in lines for word in line.words for sign in word.text]
    letters, full = sum(map(str.isalpha, signs)), _FULL if level > _LEVEL[0] else _BARELY
    return median(line.box.x1 - line.box.x0 for line in lines) >= full * wide and letters >= _WORDS * len(signs)


def _part(marks: Marks, box: Box) -> Marks:
    """The marks whose middles stand in a box."""
    return replace(
        marks,
        chars=marks.chars[are_within(marks.chars, [box])],
        edges=[edge for edge in marks.edges if box.holds_middle_of(edge_to_box(edge))],
        pictures=[picture for picture in marks.pictures if box.holds_middle_of(picture)],
        shapes=[shape for shape in marks.shapes if box.holds_middle_of(shape.box)],
    )
