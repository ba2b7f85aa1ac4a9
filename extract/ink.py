"""The ink of a picture: what stands out from its paper, or from its fill, and is no rule."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.marks import Edge
from extract.picture import Picture

_PAPER = 15.0
"""Points of the square whose median is the paper: wide enough that letters fill less than half of it."""
_CONTRAST = 45
"""Grey values by which ink differs from its paper."""
_RULE = 1.0
"""Points to both sides of an edge that are the rule's and no ink."""
_WORD = 0.45
"""Of the character size: ink this close is one word."""
_SPECK = 0.01
"""Of the character size squared: ink of less area is dirt. A hyphen has 0.018."""
_SIGN = (0.03, 1.5)
"""Of the character size: the least and the most height of a sign."""

Mask = NDArray[np.bool_]


class Piece(NamedTuple):
    """A part of a picture, in pixels; `x1` and `bottom` lie behind it."""

    x0: int
    top: int
    x1: int
    bottom: int

    def of(self, pixels: NDArray[Any]) -> NDArray[Any]:
        """This part of the picture."""
        return pixels[self.top : self.bottom, self.x0 : self.x1]

    def grown(self, by: int, shape: tuple[int, ...]) -> "Piece":
        """The piece with a margin, as far as the picture reaches."""
        return Piece(max(0, self.x0 - by), max(0, self.top - by), min(shape[1], self.x1 + by), min(shape[0], self.bottom + by))


def picture_to_ink(picture: Picture, edges: Sequence[Edge]) -> Mask:
    """Where there is ink."""
    size = round(_PAPER * picture.scale) | 1
    paper = cv2.medianBlur(picture.pixels, size)
    ink = np.asarray(cv2.absdiff(picture.pixels, paper) > _CONTRAST)
    for edge in edges:
        left, right = (round((edge[side] + by) * picture.scale) for side, by in (("x0", -_RULE), ("x1", _RULE)))
        top, bottom = (round((edge[side] + by) * picture.scale) for side, by in (("top", -_RULE), ("bottom", _RULE)))
        ink[max(0, top) : bottom, max(0, left) : right] = False
    return ink


def stray_ink(ink: Mask, found: Sequence[Piece], size: float) -> Iterator[Piece]:
    """The ink outside the pieces found, word by word, as far as it may be a sign; `size`: of a character, in pixels."""
    rest = ink.copy()
    for piece in found:
        piece.of(rest)[:] = False
    near = np.ones((max(1, round(_SIGN[0] * size)), max(1, round(_WORD * size))), np.uint8)
    joined = cv2.morphologyEx(rest.astype(np.uint8), cv2.MORPH_CLOSE, near)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    for label, (x, y, wide, high, _) in enumerate(stats[1:].tolist(), 1):
        piece = Piece(x, y, x + wide, y + high)
        area = int(np.count_nonzero(piece.of(rest) & (piece.of(labels) == label)))
        if _SIGN[0] * size <= high <= _SIGN[1] * size and area >= _SPECK * size * size:
            yield piece


def runs(ink: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Where a row of yes and no says yes: each run's start, and the place behind its end."""
    padded = np.concatenate(([False], ink, [False])).astype(np.int8)
    change = np.diff(padded)
    return list(zip(np.flatnonzero(change == 1).tolist(), np.flatnonzero(change == -1).tolist(), strict=True))
