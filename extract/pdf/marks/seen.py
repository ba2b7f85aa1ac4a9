"""Characters of a page -> those that a reader of it sees: not of a layer that is switched off, nor without ink, nor white on paper."""

from collections.abc import Callable, Sequence

import numpy as np

from extract.chars import Chars, Flags, Ink, are_among
from extract.marks import Marks
from schemas import Box

Coloured = Callable[[Sequence[Box]], Sequence[bool]]
"""Whether the page has a ground in each box from which white text stands out."""


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
