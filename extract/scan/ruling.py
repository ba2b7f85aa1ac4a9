"""A picture -> the rules in it: its brightness steps along a straight run, on both sides of a rule and on one of a fill."""

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.marks import Edge, to_edge
from extract.scan.picture import Picture, Pixels

_STEP = 14
"""Grey values: the step beside a light grey rule; paper's own grain has smaller ones, or none that run on."""
_ACROSS, _DOWN = 14.0, 9.0
"""Points that a step runs on before it is a rule: wider than a letter, and no higher than the lowest row of a table in small print."""
_BREAK = 4.0
"""Points that a rule may be broken for."""
_ROUND = 0.7
"""Points: how far a step may stray from its rule's line where the page is not quite level."""

Mask = NDArray[np.uint8]


def picture_to_edges(picture: Picture) -> list[Edge]:
    """The edges in points of the upright picture; the two sides of a rule lie closer together than two rules do."""
    across = _runs(picture.pixels, picture.scale, _ACROSS)
    down = _runs(np.ascontiguousarray(picture.pixels.T), picture.scale, _DOWN)
    return [*(to_edge("h", (x0, y, x1, y)) for x0, x1, y in across), *(to_edge("v", (x, y0, x, y1)) for y0, y1, x in down)]


def _runs(pixels: Pixels, scale: float, least: float) -> Iterator[tuple[float, float, float]]:
    """Start, end and height in points of each step that runs across."""
    grey = pixels.astype(np.int16)
    step = np.zeros_like(grey)
    step[1:-1] = grey[2:] - grey[:-2]
    for side in (step >= _STEP, step <= -_STEP):
        for x, y, wide, high in _straight(side.astype(np.uint8), scale, least):
            yield x / scale, (x + wide) / scale, (y + high / 2) / scale


def _straight(mask: Mask, scale: float, least: float) -> Iterator[tuple[int, int, int, int]]:
    """Left, top, width and height in pixels of the long runs of a mask."""
    thick = cv2.dilate(mask, np.ones((max(1, round(_ROUND * scale)), 1), np.uint8))
    run = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, round(least * scale)), np.uint8))
    whole = cv2.morphologyEx(run, cv2.MORPH_CLOSE, np.ones((1, round(_BREAK * scale)), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(whole, connectivity=8)
    yield from ((int(x), int(y), int(wide), int(high)) for x, y, wide, high, _ in stats[1:])
