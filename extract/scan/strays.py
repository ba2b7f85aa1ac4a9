"""The ink outside the lines that were found -> signs: a lone dash, digit or disc is too small to be found as a line."""

from collections.abc import Iterator, Mapping
from statistics import median

import numpy as np

from extract.scan.glyphs import SURE, Sign, Typed, piece_to_typed
from extract.scan.ink import Mask, Piece, stray_ink
from extract.scan.picture import Picture, Pixels
from extract.scan.recogniser import recognise
from schemas import UNCERTAIN

_MARGIN = 0.25
"""Of the character size: what is left round a lone sign."""
_DASH, _FLAT = 1.5, 1.2
"""Width to height from which a lone stroke is a dash, and from which it may be one."""
_LENGTH = (0.17, 1.3)
"""Of the character size: as short as a hyphen, as long as a long dash."""
_HIGH = 0.22
"""Of the character size: a dash is no higher."""
_FULL = 0.6
"""Share of its box that a straight stroke or a disc fills."""
_DIRT = 0.26
"""Of the character size: ink that is no wider and no higher, and no dash, is dirt."""
_DISC = 0.6
"""Of the character size: a disc is no larger, and the sign of a list."""
_ROUND = 1.3
"""Width to height, and height to width, of a disc at most."""
_MIDDLE = 0.3
"""Of the character size: how far above the base line a dash stands."""


def stray_to_typed(picture: Picture, ink: Mask, lines: Mapping[Piece, Typed]) -> Iterator[Typed]:
    """What the ink outside the lines is: a dash, a lone sign, or something beside a line that cannot be read."""
    usual = median(line.size for line in lines.values()) if lines else 0.0
    strays = [(stray, _size(stray, lines, usual)) for stray in stray_ink(ink, list(lines), usual)]
    wide = [stray.grown(round(_MARGIN * size), picture.pixels.shape) for stray, size in strays]
    found = recognise([piece.of(picture.pixels) for piece in wide])
    for (stray, size), piece, words in zip(strays, wide, found, strict=True):
        across, down = _stroke(stray, piece, picture.pixels)
        if across >= _DASH * down and _is_straight(across, down, size):
            yield _alone("-", stray, size)
        elif _is_dirt(stray, size) and across < _FLAT * down:
            continue
        elif _is_disc(stray.of(ink), size):
            yield _alone("•", stray, size)
        elif words and all(glyph.certain >= SURE and glyph.text.isalnum() for word in words for glyph in word):
            yield piece_to_typed(piece, words, ink, picture.pixels)
        elif any(_beside(stray, line) for line in lines):
            yield _alone(UNCERTAIN, stray, size)


def _size(stray: Piece, lines: Mapping[Piece, Typed], usual: float) -> float:
    """The character size of the lines beside it: a table may be printed smaller than the page's sentences."""
    beside = [line.size for piece, line in lines.items() if _beside(stray, piece)]
    return median(beside) if beside else usual


def _stroke(stray: Piece, around: Piece, pixels: Pixels) -> tuple[float, float]:
    """Width and height in pixels of a stroke as dark as its darkest part, which a blurred picture does not change; none of other shapes."""
    paper = float(np.median(around.of(pixels)))
    dark = np.abs(stray.grown(1, pixels.shape).of(pixels).astype(np.float32) - paper)
    columns, rows, total = float(dark.sum(axis=0).max()), float(dark.sum(axis=1).max()), float(dark.sum())
    if not total or columns * rows < _FULL * total * float(dark.max()):
        return 0.0, 0.0
    return total / columns, total / rows


def _is_straight(across: float, down: float, size: float) -> bool:
    shortest, longest = _LENGTH
    return 0 < down <= _HIGH * size and shortest * size <= across <= longest * size


def _is_dirt(stray: Piece, size: float) -> bool:
    return max(stray.x1 - stray.x0, stray.bottom - stray.top) < _DIRT * size


def _is_disc(ink: Mask, size: float) -> bool:
    high, wide = sorted(ink.shape)
    return wide <= min(_DISC * size, _ROUND * high) and bool(ink.mean() > _FULL)


def _beside(stray: Piece, other: Piece) -> bool:
    """Whether a piece stands on the height of a line."""
    return other.top <= (stray.top + stray.bottom) / 2 <= other.bottom


def _alone(text: str, piece: Piece, size: float) -> Typed:
    """A sign alone, in the middle of its line's height."""
    base = (piece.top + piece.bottom) / 2 + _MIDDLE * size
    return Typed(((Sign(text, piece.x0, piece.x1, piece.top, piece.bottom),),), base, size, 0.0)
