"""Characters -> the words they are printed as: what parts two words is asked of all characters at a stroke, of each and the one before."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.chars import Chars, Flags, is_printed
from extract.unseen import SEEN
from schemas import Box

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

Cells = NDArray[np.intp]
"""Of each character the number of the cell in which it stands."""


class Printed(NamedTuple):
    """A word, with the size and the font of its first character."""

    text: str
    box: Box
    size: float
    font: str


def chars_to_printed(chars: Chars, cells: Cells, gap: float) -> Iterator[tuple[int, list[Printed]]]:
    """Each cell with its words by the heights of their middles, at one height from left to right.

    Words are made of each run of characters that look alike, by the rules of pdfplumber's `extract_words`; `gap` of the character size
    parts two.
    """
    if not len(chars):
        return
    order = np.argsort(cells, kind="stable")
    chars, cells = chars[order], cells[order]
    start, end, side = _sides(chars)
    rows = _clustered(_counted(*map(_changes, (cells, chars["upright"], chars["size"], chars["font"]))), side)
    order = np.lexsort((np.where(chars["upright"], 0.0, end), start, rows))
    chars, cells, rows = chars[order], cells[order], rows[order]
    printed = is_printed(chars)
    words = _counted(_changes(rows), _parted(chars, printed, gap))
    yield from _joined(chars[printed], cells[printed], words[printed])


def _sides(chars: Chars) -> Iterator[NDArray[np.float64]]:
    """Where each character starts and ends along its row, and where it stands across it: sideways text runs down the page."""
    for level, sideways in (("x0", "top"), ("x1", "bottom"), ("top", "x0")):
        yield np.where(chars["upright"], chars[level], chars[sideways])


def _parted(chars: Chars, printed: Flags, gap: float) -> Flags:
    """Of each character but the first whether it is of another word than the one before it in its row."""
    start, end, side = _sides(chars)
    upright, least = chars["upright"], gap * chars["size"]
    along, across = np.where(upright, least, _LEVEL), np.where(upright, _LEVEL, least)
    alone = ~printed | (chars["text"] == _ALONE)
    apart = (start[1:] > end[:-1] + along[1:]) | (np.abs(np.diff(side)) > across[1:])
    return np.asarray(alone[1:] | alone[:-1] | apart)


def _changes(column: NDArray[Any]) -> Flags:
    """Of each row but the first whether it says something else than the one before it."""
    return np.asarray(column[1:] != column[:-1])


def _counted(*begins: Flags) -> NDArray[np.intp]:
    """The number of the thing that each row is of: the first begins one, and so does each other of which one of the `begins` says so."""
    return np.cumsum(np.concatenate(([False], np.logical_or.reduce(begins))))


def _clustered(runs: NDArray[np.intp], across: NDArray[np.float64]) -> NDArray[np.intp]:
    """The row of each character: those of a run, one across the other, of which the next is at most `_LEVEL` farther on."""
    order = np.lexsort((across, runs))
    rows = np.empty_like(runs)
    rows[order] = _counted(_changes(runs[order]), np.diff(across[order]) > _LEVEL)
    return rows


def _joined(chars: Chars, cells: Cells, words: NDArray[np.intp]) -> Iterator[tuple[int, list[Printed]]]:
    """The words that the characters make."""
    firsts = np.flatnonzero(np.diff(words, prepend=-1))
    x0, top = (np.minimum.reduceat(chars[side], firsts) for side in ("x0", "top"))
    x1, bottom = (np.maximum.reduceat(chars[side], firsts) for side in ("x1", "bottom"))
    texts, looks, cells = np.add.reduceat(chars["text"], firsts), chars[firsts], cells[firsts]
    order = np.lexsort((x0, (top + bottom) / 2, cells))
    cell, text, *sides, size, font = (
        column[order].tolist() for column in (cells, texts, x0, top, x1, bottom, looks["size"], looks["font"])
    )
    words_ = map(Printed, map(_spelt, text), map(Box, *sides), size, font)
    for number, found in groupby(zip(cell, words_, strict=True), itemgetter(0)):
        yield number, [word for _, word in found if word.text]


def _spelt(text: str) -> str:
    return text if text.isascii() else text.translate(_SIGNS)
