"""Characters of a page -> those that a reader of it sees: not of a layer that is switched off, nor without ink, nor white on paper."""

from collections.abc import Callable, Sequence

import numpy as np

from extract.chars import Chars, Flags, Ink, are_within, to_boxes
from extract.marks import Marks
from schemas import Box

Coloured = Callable[[Sequence[Box]], Sequence[bool]]
"""Whether the page has a ground in each box from which white text stands out."""


def seen(marks: Marks, coloured: Coloured | None) -> Chars:
    """The characters to be read; text without ink over a picture is what the picture says. Without `coloured`, white is taken as seen."""
    chars, ink = marks.chars, marks.chars["ink"]
    if not ink.any():
        return chars
    shown: Flags = (ink < Ink.NONE) | ((ink == Ink.NONE) & are_within(chars, marks.pictures))
    grounds = [*marks.pictures, *(shape.box for shape in marks.shapes)]
    doubtful = np.flatnonzero((ink == Ink.WHITE) & ~are_within(chars, grounds))
    if coloured and len(doubtful):
        shown[doubtful] = coloured(to_boxes(chars[doubtful]))
    return chars[shown]
