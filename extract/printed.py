"""Characters -> the words they are printed as: what parts two words is asked of all characters at a stroke, of each and the one before."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.chars import Chars, Flags, is_printed
from extract.unseen import SEEN

_LEVEL = 3.0
"""Points: characters of one font whose tops are no farther apart stand on one line."""
_ALONE = "("
"""A word of its own."""
LIST_SIGNS = frozenset("\uf0b7\uf0a7\uf0d8\uf076\uf02d\uf0fc\uf0e0\uf071\u25cf\u25aa\u25a0\uf06c\uf09f\ue00a")
"""Bullets, arrows and ticks; those of symbol fonts have no character of their own."""
_SIGNS = SEEN | str.maketrans(
    {"\N{SOFT HYPHEN}": "\N{SOFT HYPHEN}"}
    | {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
    | dict.fromkeys(LIST_SIGNS, "•")
)
"""Ligatures, the hyphen that a page prints where a word is cut, and list signs."""

_UNUSED = re.compile(r"\(cid:(?:127|129|141|143|144|157)\)")
"""Codes that WinAnsiEncoding leaves unused; the PDF standard (ISO 32000, annex D.2) shows each as a bullet."""
_WORDS = 1 << 14
"""Words that are remembered as they are seen: those of a few reports."""

Cells = NDArray[np.intp]
"""Of each character the number of the cell in which it stands."""


class Printed(NamedTuple):
    """Words, a column each: their cells, their texts, where they stand (points), and the size and the font of the first character."""

    cell: Cells
    text: NDArray[np.object_]
    x0: NDArray[np.float64]
    top: NDArray[np.float64]
    x1: NDArray[np.float64]
    bottom: NDArray[np.float64]
    size: NDArray[np.float64]
    font: NDArray[np.object_]

    def taken(self, places: NDArray[np.intp]) -> "Printed":
        """What stands at some places, in their order."""
        return Printed._make(column[places] for column in self)


def chars_to_printed(chars: Chars, cells: Cells, gap: float) -> Printed:
    """The words of each cell by the heights of their middles, at one height from left to right.

    Words are made of each run of characters that look alike, by the rules of pdfplumber's `extract_words`; `gap` of the character size
    parts two.
    """
    start, end, side = _sides(chars)
    order = np.argsort(cells, kind="stable")
    runs = np.cumsum(are_new(*(column[order] for column in (cells, chars["upright"], chars["size"], chars["font"]))), dtype=np.intp)
    rows = _clustered(runs, side[order])
    along = np.lexsort((np.where(chars["upright"], 0.0, end)[order], start[order], rows))
    order = order[along]
    firsts = np.flatnonzero(are_new(rows[along]) | _are_parted(chars, order, gap))
    words = _joined(Printed._make([cells, *(chars[name] for name in Printed._fields[1:])]).taken(order), firsts)
    order = np.lexsort((words.x0, (words.top + words.bottom) / 2, words.cell))
    return words.taken(order[words.text[order] != ""])


def _sides(chars: Chars) -> Iterator[NDArray[np.float64]]:
    """Where each character starts and ends along its row, and where it stands across it: sideways text runs down the page."""
    for level, sideways in (("x0", "top"), ("x1", "bottom"), ("top", "x0")):
        yield np.where(chars["upright"], chars[level], chars[sideways])


def are_new(*columns: NDArray[Any]) -> Flags:
    """Of each row whether it says something else than the one before it, as the first does."""
    new = np.ones(len(columns[0]), bool)
    new[1:] = np.logical_or.reduce([column[1:] != column[:-1] for column in columns])
    return new


def _clustered(runs: NDArray[np.intp], across: NDArray[np.float64]) -> NDArray[np.intp]:
    """The row of each character: those of a run, one across the other, of which the next is at most `_LEVEL` farther on."""
    order = np.lexsort((across, runs))
    rows = np.empty_like(runs)
    rows[order] = np.cumsum(are_new(runs[order]) | (across[order] - across[np.roll(order, 1)] > _LEVEL))
    return rows


def _are_parted(chars: Chars, order: NDArray[np.intp], gap: float) -> Flags:
    """Of each character of a row whether it is of another word than the one before it in their order."""
    start, end, side = _sides(chars)
    upright, least = chars["upright"], gap * chars["size"]
    along, across = np.where(upright, least, _LEVEL), np.where(upright, _LEVEL, least)
    alone = ~is_printed(chars) | (chars["text"] == _ALONE)
    before = np.roll(order, 1)
    apart = (start[order] > end[before] + along[order]) | (np.abs(side[order] - side[before]) > across[order])
    return np.asarray(alone[order] | alone[before] | apart)


def _joined(chars: Printed, firsts: NDArray[np.intp]) -> Printed:
    """The words that begin with some of the characters; the text of white space is empty."""
    x0, top = (np.minimum.reduceat(side, firsts) for side in (chars.x0, chars.top))
    x1, bottom = (np.maximum.reduceat(side, firsts) for side in (chars.x1, chars.bottom))
    texts = np.array(list(map(_spelt, np.add.reduceat(chars.text, firsts))), object)
    return Printed(chars.cell[firsts], texts, x0, top, x1, bottom, chars.size[firsts], chars.font[firsts])


@lru_cache(_WORDS)
def _spelt(text: str) -> str:
    """What is seen of a word; of white space nothing is."""
    seen = _UNUSED.sub("•", text.translate(_SIGNS))
    return "" if seen.isspace() else seen
