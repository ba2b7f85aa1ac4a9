"""Recognised words and their ink -> characters as a text PDF has them, with boxes, size and weight."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from extract.chars import Char, Chars, Ink, to_chars
from extract.scan.ink import Mask, Piece, runs
from extract.scan.picture import Pixels
from extract.scan.recogniser import Glyph
from schemas import UNCERTAIN

SURE = 0.9
"""Certainty (0..1) below which a digit is not told."""
_ASCENT, _DESCENT, _X_HEIGHT, _COMMA = 0.72, 0.21, 0.53, 0.13
"""Of the character size: what stands above and below the base line in the typefaces of reports."""
_LOW = frozenset("gjpqyQ()[]{}|/@")
_HANGING = frozenset(",;")
_HIGH = frozenset("bdfhijklt()[]{}|/%£$&?!'\"@#*")
_DOT = 0.15
"""Of the height of a line's ink: how far off the dot of a letter stands."""
_FOOTNOTE = 0.75
"""Of the height of the line's digits: a raised digit of less is a footnote mark."""
_SAME = 0.09
"""Of a size: lines that differ by less are printed in one size."""
_LEVEL = 0.2
"""Of a size: lines whose base lines differ by less stand on one."""
_BOLD = 1.3
"""Times the page's usual width of a stroke, in shares of the size: from here a line is bold."""
_LATIN = "\u024f"
"""The last letter that an English report may print; the recogniser knows other scripts too."""
_PLAIN = str.maketrans({"一": "-", "丨": "|", "。": ".", "、": ",", "“": '"', "”": '"', "’": "'", "‘": "'"})
_MORE_OR_LESS = re.compile(r"\+[1lI|/]-")
"""No number is printed so: the stroke between the signs is a slash."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A glyph, and in pixels where it stands: its columns, and the rows of its ink (those of its line where they cannot be told)."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Typed:
    """A recognised line in pixels: its words, its base line, its character size, and the width of its strokes as a share of that."""

    words: tuple[tuple[Sign, ...], ...]
    base: float
    size: float
    stroke: float

    @property
    def length(self) -> int:
        """Characters."""
        return sum(map(len, self.words))


def piece_to_typed(piece: Piece, words: Sequence[Sequence[Glyph]], ink: Mask, pixels: Pixels) -> Typed:
    """A line as it is printed: its type told from the height of its ink and from which letters it has."""
    own = piece.of(ink)
    rows = _rows(own)
    text = "".join(glyph.text for word in words for glyph in word)
    below = _DESCENT if _LOW & set(text) else _COMMA if _HANGING & set(text) else 0.0
    above = _ASCENT if _HIGH & set(text) or any(c.isupper() or c.isdigit() for c in text) else _X_HEIGHT
    size = (rows[1] - rows[0]) / (above + below)
    line = Piece(piece.x0, piece.top + rows[0], piece.x1, piece.top + rows[1])
    signs = tuple(tuple(_signs(word, columns, line, ink)) for word, columns in _columns(words, line.of(ink)))
    return Typed(signs, line.bottom - below * size, size, _stroke(piece.of(pixels)) / size)


def _rows(ink: Mask) -> tuple[int, int]:
    """The rows of the line itself, with the dots of its letters; its neighbours and what is left of rules stand further off."""
    found = runs(np.asarray(ink.any(axis=1)))
    if not found:
        return 0, len(ink)
    first = last = max(range(len(found)), key=lambda n: int(np.count_nonzero(ink[slice(*found[n])])))
    room = _DOT * (found[first][1] - found[first][0])
    while first and found[first - 1][0] > 0 and found[first][0] - found[first - 1][1] <= room:
        first -= 1
    while last + 1 < len(found) and found[last + 1][1] < len(ink) and found[last + 1][0] - found[last][1] <= room:
        last += 1
    return found[first][0], found[last][1]


def _columns(words: Sequence[Sequence[Glyph]], ink: Mask) -> Iterator[tuple[Sequence[Glyph], list[tuple[int, int]]]]:
    """Each word with the runs of inked columns that are nearest to it."""
    wide = ink.shape[1]
    spans = [(word[0].at * wide, word[-1].at * wide) for word in words]
    held: list[list[tuple[int, int]]] = [[] for _ in words]
    for run in runs(_parted(ink, spans)):
        middle = (run[0] + run[1]) / 2
        away = [max(first - middle, middle - last, 0.0) for first, last in spans]
        held[away.index(min(away))].append(run)
    return zip(words, held, strict=True)


def _parted(ink: Mask, spans: Sequence[tuple[float, float]]) -> Mask:
    """Which columns have ink, with a gap between any two words: dirt may run on between them."""
    columns = np.asarray(ink.any(axis=0))
    heights = np.count_nonzero(ink, axis=0)
    for (_, last), (first, _) in pairwise(spans):
        left, right = int(last) + 1, int(first)
        if left < right and columns[left:right].all():
            columns[left + int(np.argmin(heights[left:right]))] = False
    return columns


def _signs(word: Sequence[Glyph], columns: Sequence[tuple[int, int]], line: Piece, ink: Mask) -> Iterator[Sign]:
    """The glyphs of a word, each with the rows of its ink where there is one run of columns a glyph; without white space between them."""
    wide = line.x1 - line.x0
    if not columns:
        columns = [(int(word[0].at * wide) - 1, int(word[-1].at * wide) + 1)]
    own = len(columns) == len(word)
    inner = [(left[1] + right[0]) / 2 for left, right in pairwise(columns)] if own else []
    borders = [columns[0][0], *inner, columns[-1][1]] if own else np.linspace(columns[0][0], columns[-1][1], len(word) + 1).tolist()
    for text, (x0, x1) in zip(_told(word), pairwise(borders), strict=True):
        top, bottom = _rows(line.of(ink)[:, int(x0) : int(x1) + 1]) if own else (0, line.bottom - line.top)
        yield Sign(text, line.x0 + x0, line.x0 + x1, line.top + top, line.top + bottom)


def _told(word: Sequence[Glyph]) -> list[str]:
    """The characters as an English report prints them; with a doubtful digit, no digit of the word is told, nor are other scripts."""
    plain = [(unicodedata.normalize("NFKC", glyph.text) if glyph.text >= "\uff00" else glyph.text).translate(_PLAIN) for glyph in word]
    if _MORE_OR_LESS.fullmatch("".join(plain)):
        return list("+/-")
    doubtful = any(text.isdigit() and glyph.certain < SURE for text, glyph in zip(plain, word, strict=True))
    return [UNCERTAIN if (doubtful and text.isdigit()) or (text.isalpha() and text > _LATIN) else text for text in plain]


def _stroke(pixels: Pixels) -> float:
    """The width of its strokes in pixels: a stroke's darkness over the steps at its two sides, which a blurred picture does not change."""
    dark = np.abs(pixels.astype(np.float32) - float(np.median(pixels)))
    steps = np.abs(np.diff(dark, axis=1)).sum() + np.abs(np.diff(dark, axis=0)).sum()
    return float(2 * dark.sum() / steps) if steps else 0.0


def typed_to_chars(lines: Sequence[Typed], scale: float) -> Chars:
    """The characters in points; sizes that are nearly one are one."""
    sizes = Counter[float]()
    bases = Counter[float]()
    strokes = Counter[float]()
    for line in lines:
        sizes[line.size] += line.length
        bases[round(line.base)] += line.length
        strokes[round(line.stroke, 3)] += line.length
    usual = _middle(strokes)
    chars: list[Char] = []
    for line in lines:
        size, base = _common(line.size, sizes, _SAME * line.size), _common(line.base, bases, _LEVEL * line.size)
        chars += _chars(replace(line, size=size, base=base), scale, "Bold" if line.stroke > _BOLD * usual else "Plain")
    return to_chars(chars)


def _middle(counted: Counter[float]) -> float:
    """The value in the middle of all."""
    return float(np.median(list(counted.elements()))) if counted else 0.0


def _common(number: float, counted: Counter[float], apart: float) -> float:
    """The number that most characters have of those near to it."""
    near = {other: times for other, times in counted.items() if abs(other - number) <= max(apart, 1.0)}
    return max(near, key=lambda other: (near[other], other))


def _chars(line: Typed, scale: float, font: str) -> Iterator[Char]:
    """The characters of a line, a space between two words."""
    digits = max((sign.bottom - sign.top for word in line.words for sign in word if sign.text.isdigit()), default=0.0)
    for n, word in enumerate(line.words):
        if n:
            yield _char(" ", (line.words[n - 1][-1].x1, word[0].x0), (line.base, line.size), scale, font)
        for sign in word:
            raised = sign.text.isdigit() and sign.bottom - sign.top < _FOOTNOTE * digits and sign.bottom < line.base - 0.15 * line.size
            lies = (sign.bottom, line.size * 0.6) if raised else (line.base, line.size)
            yield _char(sign.text, (sign.x0, sign.x1), lies, scale, font)


def _char(text: str, sides: tuple[float, float], lies: tuple[float, float], scale: float, font: str) -> Char:
    """A character on its base line."""
    base, size = (number / scale for number in lies)
    top, bottom = base - (1 - _DESCENT) * size, base + _DESCENT * size
    return text, sides[0] / scale, top, sides[1] / scale, bottom, size, font, True, 0, Ink.DARK
