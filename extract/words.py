"""Characters -> words -> lines of a page, or of one cell of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from statistics import median

import numpy as np

from extract.chars import Chars
from extract.printed import Cells, Printed, chars_to_printed
from schemas import Box, Text, Word

_GAP = 0.25
"""Of the character size: white space between two characters that makes two words of them."""
_JOINED = 0.12
"""Of the character size: words this close are one printed word in two fonts or before a bracket; the narrowest space is wider."""
_OVER = 0.3
"""The same: a word that begins farther before the end of the other stands over or under it, beside something taller than both."""
_SMALLER = 0.95
"""Of the largest character of the line: a digit smaller than this, and raised, is a footnote mark."""
_RAISED = 0.12
"""Of the same size: how far its foot stands above the line's."""
_BESIDE = 1.5
"""Of the same size: how near a footnote mark stands to what it marks, at the most."""
_SAME_LINE = 0.5
"""Of a word's height: two words that overlap this far stand on one line."""
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_UNUSED = re.compile(r"\(cid:(?:127|129|141|143|144|157)\)")
"""Codes that WinAnsiEncoding leaves unused; the PDF standard (ISO 32000, annex D.2) shows each as a bullet."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one base line of a page, left to right, with how they look."""

    words: tuple[Word, ...]
    box: Box
    size: float
    bold: bool

    @property
    def text(self) -> str:
        return str(Text(self.words))


def chars_to_lines(chars: Chars, page: int, gap: float = _GAP) -> list[Line]:
    """The lines from top to bottom; in each, the words from left to right, parted by `gap` of the character size."""
    return chars_to_cells(chars, np.zeros(len(chars), np.intp), page, gap).get(0, [])


def chars_to_cells(chars: Chars, cells: Cells, page: int, gap: float = _GAP) -> dict[int, list[Line]]:
    """The lines of each cell in which characters stand."""
    found = chars_to_printed(chars, cells, gap)
    return {cell: [_line(row, page, number) for number, row in enumerate(_rows(words))] for cell, words in found}


def lines_to_text(lines: Iterable[Line]) -> Text:
    """The words of the lines as one text, its lines counted from 0."""
    return Text(tuple(Word(w.text, n, w.page, w.box, w.joined) for n, line in enumerate(lines) for w in line.words))


def _rows(words: Iterable[Printed]) -> list[list[Printed]]:
    """The words on one height each, from left to right."""
    rows: list[list[Printed]] = []
    tallest: list[Box] = []
    for word in words:
        at = next((n for n in (-1, -2) if len(rows) + n >= 0 and _beside(tallest[n], word.box)), None)
        if at is None:
            rows.append([word])
            tallest.append(word.box)
        else:
            rows[at].append(word)
            tallest[at] = max(tallest[at], word.box, key=_height)
    return [sorted(row, key=lambda w: w.box.x0) for row in rows]


def _height(box: Box) -> float:
    return box.bottom - box.top


def _beside(tallest: Box, box: Box) -> bool:
    shared = min(tallest.bottom, box.bottom) - max(tallest.top, box.top)
    return shared > _SAME_LINE * min(_height(tallest), _height(box))


def _line(row: Sequence[Printed], page: int, number: int) -> Line:
    largest = max(w.size for w in row)
    texts = [_UNUSED.sub("•", w.text) if "(" in w.text else w.text for w in row]
    for n in _raised(row, largest):
        texts[n] = texts[n].translate(_SUPERSCRIPT)
    joined = [False, *(-_OVER * b.size < b.box.x0 - a.box.x1 < _JOINED * b.size for a, b in pairwise(row))]
    words = [Word(text, number, page, w.box, close) for text, w, close in zip(texts, row, joined, strict=True)]
    _, tops, ends, bottoms = zip(*(w.box for w in row), strict=True)
    letters = [w for w in row if any(map(str.isalnum, w.text))] or row
    size = largest if all(w.size == largest for w in row) else median(w.size for w in row for _ in w.text)
    bold = all(map(_is_bold, {w.font for w in letters}))
    return Line(tuple(words), Box(row[0].box.x0, min(tops), max(ends), max(bottoms)), size, bold)


def _raised(row: Sequence[Printed], largest: float) -> list[int]:
    """The words that are smaller than the line, stand above its foot and beside one that does not: a footnote mark is of something."""
    small = [n for n, w in enumerate(row) if w.size < _SMALLER * largest]
    if not small:
        return []
    base = median(w.box.bottom for w in row if w.size >= _SMALLER * largest)
    raised = [n for n in small if base - row[n].box.bottom > _RAISED * largest]
    others = [w.box for n, w in enumerate(row) if n not in raised]
    return [n for n in raised if any(_apart(row[n].box, other) < _BESIDE * largest for other in others)]


def _apart(box: Box, other: Box) -> float:
    return max(box.x0 - other.x1, other.x0 - box.x1)


@lru_cache(1000)
def _is_bold(font: str) -> bool:
    name = font.casefold()
    return any(sign in name for sign in ("bold", "black", "heavy", "semibold"))
