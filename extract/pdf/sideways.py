"""A page whose text stands sideways or upside down -> its marks as if it were upright, and the turn that takes them back."""

from dataclasses import replace

import numpy as np

from extract.chars import ASLANT, Chars, Flags, Quarters, to_boxes
from extract.marks import Edge, Marks, Shape, Turn, edge_to_box
from extract.words import Line, chars_to_lines
from schemas import Box, Word

_MOST = 0.5
"""Share of the characters that must run one way before the page is turned for them."""


def upright(marks: Marks) -> tuple[Marks, list[Line]]:
    """The marks turned so that most of the text reads from left to right, and the lines that do not run with it; none is at a slant."""
    ways = np.bincount(marks.chars["way"], minlength=1)
    way = int(ways.argmax())
    if not way or marks.turn or ways[way] <= _MOST * len(marks.chars):
        return marks, []
    along, across = (marks.chars[marks.chars["way"] == own] for own in (way, 0))
    return _turned(marks, along, way), [_line(line, marks, way) for line in chars_to_lines(across, marks.number)]


def are_straight(chars: Chars) -> Flags:
    """Of each character whether it is not at a slant, as a stamp across the page or the labels of an axis are, between other lines."""
    return np.asarray(chars["way"] != ASLANT)


def _turned(marks: Marks, chars: Chars, way: Quarters) -> Marks:
    wide, high = marks.width, marks.height
    turn = {1: Turn(0, 1, 0, -1, 0, high), 2: Turn(-1, 0, wide, 0, -1, high), 3: Turn(0, -1, wide, 1, 0, 0)}[way]
    return replace(
        marks,
        width=wide if way == 2 else high,  # noqa: PLR2004  upside down
        height=high if way == 2 else wide,  # noqa: PLR2004
        chars=_chars(chars, marks, way),
        edges=[_edge(edge, marks, way) for edge in marks.edges],
        pictures=[_box(box, marks, way) for box in marks.pictures],
        shapes=[_shape(shape, marks, way) for shape in marks.shapes],
        turn=turn,
    )


def _point(x: float, y: float, marks: Marks, way: Quarters) -> tuple[float, float]:
    return {1: (marks.height - y, x), 2: (marks.width - x, marks.height - y), 3: (y, marks.width - x)}[way]


def _box(box: Box, marks: Marks, way: Quarters) -> Box:
    (x0, y0), (x1, y1) = _point(box.x0, box.top, marks, way), _point(box.x1, box.bottom, marks, way)
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _chars(chars: Chars, marks: Marks, way: Quarters) -> Chars:
    turned = chars.copy()
    boxes = (_box(box, marks, way) for box in to_boxes(chars))
    for row, box in zip(turned, boxes, strict=True):
        row["x0"], row["top"], row["x1"], row["bottom"] = box
        row["size"] = round(box.bottom - box.top, 2)
        row["upright"] = True
    return turned


def _edge(edge: Edge, marks: Marks, way: Quarters) -> Edge:
    box = _box(edge_to_box(edge), marks, way)
    changed = {"h": "v", "v": "h"} if way != 2 else {}  # noqa: PLR2004  upside down
    sides = {"width": box.x1 - box.x0, "height": box.bottom - box.top}
    return {**edge, **box._asdict(), **sides, "orientation": changed.get(edge["orientation"], edge["orientation"])}


def _shape(shape: Shape, marks: Marks, way: Quarters) -> Shape:
    return Shape(_box(shape.box, marks, way), shape.colour, tuple(_point(x, y, marks, way) for x, y in shape.points))


def _line(line: Line, marks: Marks, way: Quarters) -> Line:
    words = tuple(Word(w.text, w.line, w.page, _box(w.box, marks, way) if w.box else None, w.joined) for w in line.words)
    return Line(words, _box(line.box, marks, way), line.size, line.bold)
