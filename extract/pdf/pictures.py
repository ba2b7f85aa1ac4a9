"""Pictures among the text of a PDF's pages -> those that may be charts or tables."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pypdfium2
from numpy.typing import NDArray

from extract.chars import are_within
from extract.marks import Marks
from extract.pdf.marks import pdfium
from extract.pictured import is_drawn, is_large
from schemas import Box, Picture, Place

_DOTS, _MOST = 0.25, 500
"""Pixels a point, and along the longer side of the page: enough to tell a chart from a photograph."""
_TOUCHING = 1.0
"""Points between the strips into which some programs cut a picture."""
_PRINTED_OVER = 20
"""Characters over a picture from which it is the ground of a text, which is read."""


Pixels = NDArray[np.uint8]
_NOTHING: Pixels = np.zeros((0, 0, 3), np.uint8)


class Spot(NamedTuple):
    """Where a picture stands, on a page of so many points' width."""

    page: int
    width: float
    box: Box


def marks_to_spots(marks: Marks) -> Iterator[Spot]:
    """The pictures of a page that have room for a chart or a table, and no text over them."""
    for box in _whole(marks.pictures):
        seen = Box(max(box.x0, 0), max(box.top, 0), min(box.x1, marks.width), min(box.bottom, marks.height))
        if is_large(seen.x1 - seen.x0, seen.bottom - seen.top) and are_within(marks.chars, [seen]).sum() < _PRINTED_OVER:
            yield Spot(marks.number, marks.width, seen)


def _whole(boxes: Iterable[Box]) -> list[Box]:
    """The pictures of a page, each once; strips of one width that stand below each other are one."""
    whole: list[Box] = []
    for box in sorted(boxes, key=lambda box: (round(box.x0), round(box.x1), box.top)):
        above = whole[-1] if whole else None
        if above and max(abs(above.x0 - box.x0), abs(above.x1 - box.x1)) <= _TOUCHING and box.top <= above.bottom + _TOUCHING:
            whole[-1] = above.around(box)
        else:
            whole.append(box)
    return sorted(whole, key=lambda box: (box.top, box.x0))


def spots_to_pictures(path: Path, spots: Sequence[Spot]) -> Iterator[Picture]:
    """Those that are no photographs, and not the same on several pages, as a crest is; what PDFium cannot draw may be anything."""
    if not spots:
        return
    with pdfium.opened(path) as pdf:
        shown = [_drawn(pdf, spot) if pdf else _NOTHING for spot in spots]
    times = Counter(pixels.tobytes() for pixels in shown)
    for spot, pixels in zip(spots, shown, strict=True):
        if not pixels.size or (times[pixels.tobytes()] == 1 and is_drawn(pixels)):
            yield Picture(Place(page=spot.page, box=spot.box))


def _drawn(pdf: pypdfium2.PdfDocument, spot: Spot) -> Pixels:
    """What PDFium draws in a spot, bytes of shape (height, width, 3); nothing where it cannot draw."""
    try:
        page = pdf[spot.page - 1]
        wide, high = page.get_size()
        x0, top, x1, bottom = (side * wide / spot.width for side in spot.box)  # PDFium draws a page of larger units larger
        drawn: Pixels = page.render(scale=min(_DOTS, _MOST / max(wide, high)), crop=(x0, high - bottom, wide - x1, top)).to_numpy()
    except (pypdfium2.PdfiumError, ValueError):  # the latter where nothing is left to draw
        return _NOTHING
    page.close()
    return drawn
