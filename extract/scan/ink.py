"""The ink of a picture: what stands out from its paper, or from its fill, and is no rule."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.marks import Edge
from extract.scan.picture import Picture

_PAPER = 15.0
"""Points of the square whose median is the paper: wide enough that letters fill less than half of it."""
_DARKER, _LIGHTER = 45, 90
"""Grey values by which ink differs from its paper: white print needs a dark fill, and paper beside a light fill is no ink."""
_RULE, _CORNER = 1.0, 2.5
"""Points to both sides of an edge, and beyond its ends, that are the rule's and no ink."""
_STRAIGHT = (20.0, 40.0)
"""Points across and down that ink runs on before it is what is left of a rule: longer than a stroke of a title."""
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
    lighter = picture.pixels.astype(np.int16) - cv2.medianBlur(picture.pixels, size)
    ink = np.asarray((lighter < -_DARKER) | (lighter > _LIGHTER))
    for edge in edges:
        across, down = (_CORNER, _RULE) if edge["orientation"] == "h" else (_RULE, _CORNER)
        left, right = (round((edge[side] + by) * picture.scale) for side, by in (("x0", -across), ("x1", across)))
        top, bottom = (round((edge[side] + by) * picture.scale) for side, by in (("top", -down), ("bottom", down)))
        ink[max(0, top) : bottom, max(0, left) : right] = False
    return ink & ~_straight(ink, picture.scale)


def _straight(ink: Mask, scale: float) -> Mask:
    """The ink of rules that their edges do not cover, because they are crooked or broken."""
    across, down = (max(1, round(length * scale)) for length in _STRAIGHT)
    thick = max(1, round(_RULE * scale))
    found = np.zeros_like(ink)
    for size in ((1, across), (down, 1)):
        run = cv2.morphologyEx(ink.astype(np.uint8), cv2.MORPH_OPEN, np.ones(size, np.uint8))
        found |= cv2.dilate(run, np.ones((thick, thick), np.uint8)) > 0
    return found


def parted(pieces: Sequence[Piece], ink: Mask) -> list[Piece]:
    """The pieces, no two of which share rows of the same columns: where two lines overlap, the rows with the least ink part them."""
    found = sorted(pieces, key=lambda piece: piece.top + piece.bottom)
    for n, m in combinations(range(len(found)), 2):
        upper, lower = found[n], found[m]
        beside = max(upper.x0, lower.x0) >= min(upper.x1, lower.x1)
        if not beside and upper.top < lower.top < upper.bottom < lower.bottom:
            dark = [np.count_nonzero(ink[lower.top : upper.bottom, piece.x0 : piece.x1], axis=1) for piece in (upper, lower)]
            row = lower.top + int(np.argmin(dark[0] + dark[1]))
            found[n], found[m] = upper._replace(bottom=row), lower._replace(top=row)
    return found


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
