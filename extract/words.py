"""Characters -> words -> lines of a page, or of one cell of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise, repeat
from statistics import median
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extract.chars import Chars
from extract.printed import Cells, Printed, are_new, chars_to_printed
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


@dataclass(frozen=True)
class Line:
    """Words on one base line of a page, left to right, with how they look."""

    words: tuple[Word, ...]
    box: Box
    size: float
    bold: bool

    @cached_property
    def text(self) -> str:
        return str(Text(self.words))


def chars_to_lines(chars: Chars, page: int, gap: float = _GAP) -> list[Line]:
    """The lines from top to bottom; in each, the words from left to right, parted by `gap` of the character size."""
    return chars_to_cells(chars, np.zeros(len(chars), np.intp), page, gap).get(0, [])


def chars_to_cells(chars: Chars, cells: Cells, page: int, gap: float = _GAP) -> dict[int, list[Line]]:
    """The lines of each cell in which characters stand."""
    found: dict[int, list[Line]] = {}
    for cell, row in _rows(chars_to_printed(chars, cells, gap)):
        lines = found.setdefault(cell, [])
        lines.append(_line(row, page, len(lines)))
    return found


def lines_to_text(lines: Iterable[Line]) -> Text:
    """The words of the lines as one text, its lines counted from 0."""
    words: list[Word] = []
    for n, line in enumerate(lines):  # those of a cell are counted so already
        words += line.words if line.words[0].line == n else [Word(w.text, n, w.page, w.box, w.joined) for w in line.words]
    return Text(tuple(words))


class _Row(NamedTuple):
    """The words of a line from left to right, a column each of what is told of them; `joined`: whether to the one before."""

    texts: list[str]
    boxes: list[Box]
    sizes: list[float]
    fonts: list[str]
    joined: list[bool]


def _rows(words: Printed) -> Iterator[tuple[int, _Row]]:
    """Each row with its cell, from top to bottom."""
    rows = _dealt(words)
    order = np.lexsort((words.x0, rows))
    words, rows = words.taken(order), rows[order]
    apart, size = words.x0[1:] - words.x1[:-1], words.size[1:]
    joined = ~are_new(rows)[1:] & (-_OVER * size < apart) & (apart < _JOINED * size)
    boxes = list(map(Box, *(side.tolist() for side in (words.x0, words.top, words.x1, words.bottom))))
    cells, texts, sizes, fonts = (column.tolist() for column in (words.cell, words.text, words.size, words.font))
    close = [False, *joined.tolist()]
    for start, end in pairwise([*np.flatnonzero(are_new(rows)).tolist(), len(rows)]):
        yield cells[start], _Row(texts[start:end], boxes[start:end], sizes[start:end], fonts[start:end], close[start:end])


_Height = tuple[int, float, float]
"""A cell, and a top and a bottom in it."""


def _dealt(words: Printed) -> NDArray[np.intp]:
    """The number of each word's row: of the last two one beside whose tallest word it stands, or the next."""
    firsts = np.flatnonzero(are_new(words.cell, words.top, words.bottom))
    tallest: list[_Height] = []
    rows = []
    for height in zip(*(column[firsts].tolist() for column in (words.cell, words.top, words.bottom)), strict=True):
        last = len(tallest) - 1
        row = next((n for n in (last, last - 1) if n >= 0 and _are_level(tallest[n], height)), last + 1)
        if row > last:
            tallest.append(height)
        elif _length(height) > _length(tallest[row]):
            tallest[row] = height
        rows.append(row)
    return np.repeat(np.array(rows, np.intp), np.diff(firsts, append=len(words.cell)))


def _length(height: _Height) -> float:
    _, top, bottom = height
    return bottom - top


def _are_level(tallest: _Height, height: _Height) -> bool:
    """Whether two words of one cell overlap enough to stand on one line."""
    (cell, top, bottom), (other, upper, lower) = tallest, height
    return cell == other and min(bottom, lower) - max(top, upper) > _SAME_LINE * min(bottom - top, lower - upper)


def _line(row: _Row, page: int, number: int) -> Line:
    smallest, largest = min(row.sizes), max(row.sizes)
    texts = row.texts.copy()
    for n in _raised(row, largest) if smallest < _SMALLER * largest else ():
        texts[n] = texts[n].translate(_SUPERSCRIPT)
    words = tuple(map(Word, texts, repeat(number), repeat(page), row.boxes, row.joined))
    _, tops, ends, bottoms = zip(*row.boxes, strict=True)
    size = largest if smallest == largest else median(size for text, size in zip(row.texts, row.sizes, strict=True) for _ in text)
    return Line(words, Box(row.boxes[0].x0, min(tops), max(ends), max(bottoms)), size, _bold(row))


def _raised(row: _Row, largest: float) -> list[int]:
    """The words that are smaller than the line, stand above its foot and beside one that does not: a footnote mark is of something."""
    small = [n for n, size in enumerate(row.sizes) if size < _SMALLER * largest]
    base = median(box.bottom for box, size in zip(row.boxes, row.sizes, strict=True) if size >= _SMALLER * largest)
    raised = [n for n in small if base - row.boxes[n].bottom > _RAISED * largest]
    others = [box for n, box in enumerate(row.boxes) if n not in raised]
    return [n for n in raised if any(_apart(row.boxes[n], other) < _BESIDE * largest for other in others)]


def _apart(box: Box, other: Box) -> float:
    return max(box.x0 - other.x1, other.x0 - box.x1)


def _bold(row: _Row) -> bool:
    """Whether all its words are, of which signs count only where there are no others."""
    fonts = set(row.fonts)
    if len(fonts) > 1:
        fonts = {font for text, font in zip(row.texts, row.fonts, strict=True) if any(map(str.isalnum, text))} or fonts
    return all(map(_is_bold, fonts))


@lru_cache(1000)
def _is_bold(font: str) -> bool:
    name = font.casefold()
    return any(sign in name for sign in ("bold", "black", "heavy", "semibold"))
