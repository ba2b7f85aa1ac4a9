"""Characters of a page -> those that a reader of it sees: not of a layer that is switched off, nor without ink, nor white on paper."""

from collections.abc import Callable, Sequence

import numpy as np

from extract.chars import Chars, Flags, Ink, are_among
from extract.marks import Marks, colour_of, is_white
from schemas import Box

_NO_INK = frozenset({3, 7})
"""Ways to draw text (PDF 32000, 9.3.6) that leave nothing on the page."""
_LIGHT = frozenset({"DeviceGray", "CalGray", "DeviceRGB", "CalRGB", "DeviceCMYK", "ICCBased"})
"""Colour spaces whose numbers say how light a colour is; 1 of an ink of its own (Separation) is all of it."""
Coloured = Callable[[Sequence[Box]], Sequence[bool]]
"""Whether the page has a ground in each box from which white text stands out."""


def to_ink(colour: object, space: str, render: int = 0) -> Ink:
    """What a character is drawn with that is filled with a colour of a colour space, in one of the ways to draw text."""
    if render in _NO_INK:
        return Ink.NONE
    return Ink.WHITE if space in _LIGHT and is_white(colour_of(colour)) else Ink.DARK


def seen(marks: Marks, coloured: Coloured | None) -> Chars:
    """The characters to be read; text without ink over a picture is what the picture says. Without `coloured`, white is taken as seen."""
    chars, ink = marks.chars, marks.chars["ink"]
    if not ink.any():
        return chars
    shown: Flags = (ink < Ink.NONE) | ((ink == Ink.NONE) & are_among(chars, marks.pictures))
    grounds = [*marks.pictures, *(shape.box for shape in marks.shapes)]
    doubtful = np.flatnonzero((ink == Ink.WHITE) & ~are_among(chars, grounds))
    if coloured and len(doubtful):
        shown[doubtful] = coloured([Box(*corners) for corners in chars[doubtful][["x0", "top", "x1", "bottom"]].tolist()])
    return chars[shown]
