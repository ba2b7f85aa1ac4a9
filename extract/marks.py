"""What a PDF library hands over: the marks of one page. Another library fills the same type, and nothing else changes."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from extract.chars import Chars, to_chars
from schemas import Box

Edge = dict[str, Any]
"""A straight line, or one side of a rectangle: `x0`, `top`, `x1`, `bottom`, `width`, `height`, `orientation` (`h` or `v`).

`shade`: whether it is no rule that was drawn, but a side of a filled rectangle that has no outline, or the like.
"""


def to_edge(orientation: str, box: tuple[float, float, float, float], *, shade: bool = False) -> Edge:
    """The edge that covers a box."""
    x0, top, x1, bottom = box
    sides = {"x0": x0, "top": top, "x1": x1, "bottom": bottom, "width": x1 - x0, "height": bottom - top}
    return {**sides, "orientation": orientation, "shade": shade}


def edge_to_box(edge: Edge) -> Box:
    """What an edge covers."""
    return Box(edge["x0"], edge["top"], edge["x1"], edge["bottom"])


class Turn(NamedTuple):
    """Where a point of an upright picture stands on the page: `x' = a x + b y + c`, `y' = d x + e y + f`, all in points."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def place(self, box: Box) -> Box:
        """Where a box stands: its middle is turned, its sides keep their length and change places if the page lies on its side."""
        x, y = box.middle
        wide, high = (box.x1 - box.x0) / 2, (box.bottom - box.top) / 2
        if abs(self.b) > abs(self.a):
            wide, high = high, wide
        x, y = self.a * x + self.b * y + self.c, self.d * x + self.e * y + self.f
        return Box(x - wide, y - high, x + wide, y + high)


Colour = tuple[float, ...]
"""As the PDF writes it: one number for grey, three for red, green and blue, four for printing inks."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled area: the corners of its outline, and its colour."""

    box: Box
    colour: Colour
    points: tuple[tuple[float, float], ...]

    @property
    def is_rectangle(self) -> bool:
        return all(x in {self.box.x0, self.box.x1} and y in {self.box.top, self.box.bottom} for x, y in self.points)


@dataclass(frozen=True, slots=True)
class Marks:
    """Characters, rules, pictures and filled areas of page `number` (1-based), in points from its top left as displayed.

    `recognised`: from a picture of the page; with a `turn`, the points are those of the picture turned upright.
    """

    number: int
    width: float
    height: float
    chars: Chars = field(default_factory=to_chars)
    edges: list[Edge] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    recognised: bool = False
    turn: Turn | None = None
