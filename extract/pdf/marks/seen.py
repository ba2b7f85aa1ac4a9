"""Characters of a page -> those that a reader of it sees.

Not what is of a layer that is switched off, without ink, white on paper, or covered by an area that was filled over it.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from extract.chars import Chars, Flags, Ink, are_within, is_printed, to_boxes
from extract.marks import Marks
from schemas import Box

Drawn = Callable[[Sequence[Box]], Sequence[NDArray[np.uint8]]]
"""What the page shows in each box, in grey values; an empty picture of one outside of it."""

_PAPER = 240
"""Of 255: what is lighter is paper, or cannot be told from it."""
_GROUND = 0.5
"""Share of a character's box that is not paper where it stands on a ground; of other characters printed over it there is less."""
_STANDS_OUT = 4
"""Grey values of 255: where a box shows less than this difference, it shows an area of one colour and nothing on it."""


def seen(marks: Marks, drawn: Drawn | None) -> Chars:
    """The characters to be read; text without ink over a picture is what the picture says. Without `drawn`, what is in doubt is seen."""
    chars, ink = marks.chars, marks.chars["ink"]
    if not ink.any():
        return chars
    shown: Flags = (ink < Ink.NONE) | ((ink == Ink.NONE) & are_within(chars, marks.pictures))
    if drawn:
        grounds = [*marks.pictures, *(shape.box for shape in marks.shapes)]
        _settle(shown, chars, (ink == Ink.WHITE) & ~are_within(chars, grounds), drawn, _is_ground)
        _settle(shown, chars, (ink == Ink.COVERED) & is_printed(chars), drawn, _is_marked)
    return chars[shown]


def _settle(shown: Flags, chars: Chars, doubtful: Flags, drawn: Drawn, is_seen: Callable[[NDArray[np.uint8]], bool]) -> None:
    """Have the picture of the page say of what is doubtful whether it is shown."""
    if doubtful.any():
        shown[doubtful] = [spot.size == 0 or is_seen(spot) for spot in drawn(to_boxes(chars[doubtful]))]


def _is_ground(spot: NDArray[np.uint8]) -> bool:
    return float((spot < _PAPER).mean()) > _GROUND


def _is_marked(spot: NDArray[np.uint8]) -> bool:
    return int(spot.max()) - int(spot.min()) >= _STANDS_OUT
