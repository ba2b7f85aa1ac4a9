"""What a PDF library hands over: the marks of one page. Another library fills the same type, and nothing else changes."""

from dataclasses import dataclass, field
from typing import Any

from schemas import Box

Char = dict[str, Any]
"""A character: `text`, `x0`, `top`, `x1`, `bottom`, `doctop`, `size` (points), `fontname`, `upright`."""

Edge = dict[str, Any]
"""A straight line, or one side of a rectangle: `x0`, `top`, `x1`, `bottom`, `orientation` (`h` or `v`), `object_type`.

`shade`: true of a side of a filled rectangle that has no outline.
"""


@dataclass(frozen=True, slots=True)
class Marks:
    """Characters, rules and pictures of page `number` (1-based), in points from its top left as displayed."""

    number: int
    width: float
    height: float
    chars: list[Char] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
