"""The characters of a page: a row each of one table, so that what is asked of one is asked of all at a stroke."""

from collections.abc import Iterable, Sequence
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from schemas import Box

Char = tuple[str, float, float, float, float, float, str, bool, int, int]
"""A character as a row of `Chars`."""

Quarters = int
"""How often a text is turned to the left by a right angle."""
ASLANT = -1
"""What stands there for text at a slant."""

Chars = NDArray[np.void]
"""Characters, in the order in which they are drawn.

`text`; `x0`, `top`, `x1`, `bottom` and `size` (points); `font`, its name; `upright`, not set sideways; `way`, its `Quarters`, or `ASLANT`;
`ink`, what it is drawn with.
"""

Flags = NDArray[np.bool_]
"""Of each character whether something is so."""


class Ink(IntEnum):
    """What a character is drawn with. An area that is filled later may have covered it; a layer that is switched off is not displayed."""

    DARK = 0
    WHITE = 1
    COVERED = 2
    NONE = 3
    OFF = 4


_CHAR = np.dtype(
    [
        ("text", object),
        *((name, float) for name in ("x0", "top", "x1", "bottom", "size")),
        ("font", object),
        ("upright", bool),
        ("way", np.int8),
        ("ink", np.int8),
    ]
)


def to_chars(rows: Iterable[Char] = ()) -> Chars:
    """The characters of which the rows tell."""
    return np.array(list(rows), _CHAR)


def blank(count: int) -> Chars:
    """So many characters of which nothing is said yet (made of zeros: what NumPy does not fill takes it twenty times as long)."""
    return np.zeros(count, _CHAR)


def is_printed(chars: Chars) -> Flags:
    """Of each character whether it is more than white space."""
    return np.array(list(map(str.strip, chars["text"].tolist())), bool)


def middles(chars: Chars) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Where the middle of each character stands, in points from the left and from the top."""
    return (chars["x0"] + chars["x1"]) / 2, (chars["top"] + chars["bottom"]) / 2


def are_within(chars: Chars, boxes: Sequence[Box]) -> Flags:
    """Of each character whether its middle stands in one of the boxes, as `Box.holds_middle_of` has it."""
    x, y = middles(chars)
    within = np.zeros(len(chars), bool)
    for box in boxes:
        within |= stand_within(x, y, box)
    return within


def stand_within(x: NDArray[np.float64], y: NDArray[np.float64], box: Box) -> Flags:
    """Of each point whether it stands in the box."""
    x0, top, x1, bottom = box
    return np.asarray((x0 <= x) & (x < x1) & (top <= y) & (y < bottom))


def to_boxes(chars: Chars) -> list[Box]:
    """Where each character stands."""
    return [Box(*sides) for sides in chars[["x0", "top", "x1", "bottom"]].tolist()]
