"""Characters printed again on the same spot, which makes them bold -> each once; of two digits on one spot nobody can say which it is."""

import numpy as np

from extract.chars import Chars, Flags
from schemas import UNCERTAIN

_SAME_SPOT = 1.0
"""Points: the same character printed twice this close is bold by overprinting, and is one character."""
_CELL = 2 * _SAME_SPOT
"""Points: what is so near to a character stands in its cell of this size, or in one beside it."""
_WIDEST = 14_400.0
"""Points: no page is wider (PDF 32000, annex C)."""

Point = tuple[float, float]
"""The upper left corner of a character."""


def once(chars: Chars) -> Chars:
    """The characters without those printed again on the same spot (pdfplumber's own `dedupe_chars` takes minutes on a full page)."""
    looks: dict[tuple[str, float], dict[tuple[float, float], list[Point]]] = {}
    kept = np.ones(len(chars), bool)
    for n in np.flatnonzero(_are_close(chars)).tolist():
        text, x, y, size = chars[["text", "x0", "top", "size"]][n]
        spots = looks.setdefault((text, size), {})
        column, row = x // _CELL, y // _CELL
        beside = column - 1 if x % _CELL < _SAME_SPOT else column + 1
        level = row - 1 if y % _CELL < _SAME_SPOT else row + 1
        around = [(column, row), (beside, row), (column, level), (beside, level)]
        if spots.keys().isdisjoint(around) or not any(_is_there(spot, x, y) for at in around for spot in spots.get(at, ())):
            spots.setdefault((column, row), []).append((x, y))
        else:
            kept[n] = False
    return _blurred(chars[kept]) if looks else chars


def _blurred(chars: Chars) -> Chars:
    """The characters, those that are digits over other digits as unreadable ones."""
    digits = np.flatnonzero([text.isdigit() for text in chars["text"].tolist()])
    told = chars.copy()
    told["text"][digits[_are_close(chars[digits])]] = UNCERTAIN
    return told


def _are_close(chars: Chars) -> Flags:
    """Of each character whether another, whatever it is, may stand on the same spot: hardly any, so that only those need a closer look."""
    close = np.zeros(len(chars), bool)
    for shift in (0, _SAME_SPOT):  # two on one spot stand in one band, of these or of those half a band lower
        bands = (chars["top"] + shift) // _CELL
        places = bands * 3 * _WIDEST + np.clip(chars["x0"], -_WIDEST, _WIDEST)
        order = np.argsort(places, kind="stable")  # by bands, and in each by x0: mostly as they are drawn, and this sorts such the fastest
        beside = (np.diff(bands[order]) == 0) & (np.diff(chars["x0"][order]) < _SAME_SPOT)
        close[order[1:][beside]] = close[order[:-1][beside]] = True
    return close


def _is_there(spot: Point, x: float, y: float) -> bool:
    return abs(spot[0] - x) < _SAME_SPOT and abs(spot[1] - y) < _SAME_SPOT
