"""How something is drawn -> how it looks: its colour, the ink of a character and the way it reads."""

from collections.abc import Hashable, Sequence
from functools import lru_cache

from extract.chars import ASLANT, Ink, Quarters
from extract.marks import Colour

_WHITE = 0.97
"""Of full brightness: what is lighter looks like paper."""
_INKS = 4
"""Numbers of a colour in printing inks, where none is white."""
_LIGHT = frozenset({"DeviceGray", "CalGray", "DeviceRGB", "CalRGB", "DeviceCMYK", "ICCBased"})
"""Colour spaces whose numbers say how light a colour is; 1 of an ink of its own (Separation) is all of it."""
_NO_INK = frozenset({3, 7})
"""Ways to draw text (PDF 32000, 9.3.6) that leave nothing on the page."""
_SLANT = 0.15
"""Rise to run from which text stands at a slant; a page that was fed askew has less."""


def colour_of(drawn: object) -> Colour:
    """What something is drawn with; a grey may come as a bare number. Empty for a pattern and for what is no colour."""
    numbers = drawn if isinstance(drawn, tuple) else (drawn,)
    return tuple(numbers) if all(isinstance(number, int | float) for number in numbers) else ()


def is_white(colour: Colour, space: str) -> bool:
    """Whether a colour of a colour space looks like paper; no colour does not."""
    light = not any(colour) if len(colour) == _INKS else min(colour, default=0.0) > _WHITE
    return light and space in _LIGHT


@lru_cache(1000)
def to_ink(colour: Hashable, space: str, render: int = 0) -> Ink:
    """What a character is drawn with that is filled with a colour of a colour space, in one of the ways to draw text."""
    if render in _NO_INK:
        return Ink.NONE
    return Ink.WHITE if is_white(colour_of(colour), space) else Ink.DARK


def matrix_to_way(matrix: Sequence[float]) -> Quarters:
    """The way a character with this text matrix reads; flattened to a stroke or a spot it reads no way, as at a slant."""
    a, b, c, d = matrix[:4]
    low, high = sorted((abs(a), abs(b)))
    if low > _SLANT * high or a * d == b * c:
        return ASLANT
    if abs(b) > abs(a):
        return 1 if b > 0 else 3
    return 0 if a >= 0 else 2
