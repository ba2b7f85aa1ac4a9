"""Characters -> words -> lines of a page, or of one cell of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, groupby, pairwise
from operator import itemgetter
from statistics import median

from extract.marks import Char
from schemas import Box, Text, Word

_GAP = 0.25
"""Of the character size: white space between two characters that makes two words of them."""
_JOINED = 0.12
"""Of the character size: words this close are one printed word in two fonts or before a bracket; the narrowest space is wider."""
_SMALLER = 0.95
"""Of the largest character of the line: a digit smaller than this, and raised, is a footnote mark."""
_RAISED = 0.12
"""Of the same size: how far its foot stands above the line's."""
_BESIDE = 1.5
"""Of the same size: how near a footnote mark stands to what it marks, at the most."""
_SAME_LINE = 0.5
"""Of a word's height: two words that overlap this far stand on one line."""
_LEVEL = 3.0
"""Points: characters of one font whose tops are no farther apart stand on one line."""
_ALONE = "("
"""A word of its own."""
_CORNERS = itemgetter("x0", "top", "x1", "bottom")
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
)
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BULLETS = str.maketrans(dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076\uf02d\uf0fc\uf0e0\uf071\u25cf\u25aa\u25a0\uf06c\uf09f\ue00a", "•"))
"""List signs of symbol fonts, which have no character of their own."""


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


def chars_to_lines(chars: list[Char], page: int, gap: float = _GAP) -> list[Line]:
    """The lines from top to bottom; in each, the words from left to right, parted by `gap` of the character size."""
    return [_line(row, page, number) for number, row in enumerate(_rows(list(_chars_to_words(chars, gap))))]


def lines_to_text(lines: Iterable[Line]) -> Text:
    """The words of the lines as one text, its lines counted from 0."""
    return Text(tuple(Word(w.text, n, w.page, w.box, w.joined) for n, line in enumerate(lines) for w in line.words))


@dataclass(frozen=True, slots=True)
class _Printed:
    """A word, with the size and the font of its first character."""

    text: str
    box: Box
    size: float
    font: str


def _chars_to_words(chars: Iterable[Char], gap: float) -> Iterator[_Printed]:
    """The words of each run of characters that look alike, by the rules of pdfplumber's `extract_words`, which takes four times as long."""
    for (upright, size, font), run in groupby(chars, itemgetter("upright", "size", "fontname")):
        for row in _clustered(list(run), "top" if upright else "x0"):
            for word in _row_to_words(row, gap * size, upright=upright):
                text = "".join([char["text"] for char in word])
                x0, top, x1, bottom = zip(*map(_CORNERS, word), strict=True)
                yield _Printed(text.translate(_LIGATURES), Box(min(x0), min(top), max(x1), max(bottom)), size, font)


def _clustered(chars: list[Char], side: str) -> list[list[Char]]:
    """The characters with one after the other of which the next is at most `_LEVEL` farther on that side."""
    places = sorted({char[side] for char in chars})
    if places[-1] - places[0] <= _LEVEL:
        return [chars]
    at = dict(zip(places, accumulate((low - high > _LEVEL for high, low in pairwise(places)), initial=0), strict=True))
    rows: list[list[Char]] = [[] for _ in range(at[places[-1]] + 1)]
    for char in chars:
        rows[at[char[side]]].append(char)
    return rows


def _row_to_words(row: list[Char], gap: float, *, upright: bool) -> Iterator[list[Char]]:
    """The characters of each word. Sideways text runs down the page."""
    start, end, side = ("x0", "x1", "top") if upright else ("top", "bottom", "x0")
    along, across = (gap, _LEVEL) if upright else (_LEVEL, gap)
    word: list[Char] = []
    for char in sorted(row, key=itemgetter("x0") if upright else itemgetter("top", "bottom")):
        text = char["text"]
        if text.isspace() or text in _ALONE:
            yield from [word] if word else []
            yield from [] if text.isspace() else [[char]]
            word = []
            continue
        if word:
            before, at = word[-1], char[start]
            if at < before[start] or at > before[end] + along or abs(char[side] - before[side]) > across:
                yield word
                word = []
        word.append(char)
    yield from [word] if word else []


def _rows(words: Iterable[_Printed]) -> list[list[_Printed]]:
    """The words on one height each, from left to right."""
    rows: list[tuple[_Printed, list[_Printed]]] = []
    for word in sorted(words, key=lambda w: ((w.box.top + w.box.bottom) / 2, w.box.x0)):
        at = next((n for n in range(len(rows) - 1, max(len(rows) - 3, -1), -1) if _beside(rows[n][0].box, word.box)), None)
        if at is None:
            rows.append((word, [word]))
        else:
            tallest, row = rows[at]
            row.append(word)
            if _height(word.box) > _height(tallest.box):
                rows[at] = (word, row)
    return [sorted(row, key=lambda w: w.box.x0) for _, row in rows]


def _height(box: Box) -> float:
    return box.bottom - box.top


def _beside(tallest: Box, box: Box) -> bool:
    shared = min(tallest.bottom, box.bottom) - max(tallest.top, box.top)
    return shared > _SAME_LINE * min(_height(tallest), _height(box))


def _line(row: list[_Printed], page: int, number: int) -> Line:
    largest = max(w.size for w in row)
    raised = _raised(row, largest)
    words: list[Word] = []
    for n, w in enumerate(row):
        text = _UNUSED.sub("•", w.text.translate(_BULLETS))
        if raised[n] and _marks_another(row, raised, n, _BESIDE * largest):
            text = text.translate(_SUPERSCRIPT)
        joined = n > 0 and w.box.x0 - row[n - 1].box.x1 < _JOINED * w.size
        words.append(Word(text, number, page, w.box, joined))
    tops, ends, bottoms = zip(*((w.box.top, w.box.x1, w.box.bottom) for w in row), strict=True)
    letters = [w for w in row if any(map(str.isalnum, w.text))] or row
    size = largest if all(w.size == largest for w in row) else median(w.size for w in row for _ in w.text)
    return Line(tuple(words), Box(row[0].box.x0, min(tops), max(ends), max(bottoms)), size, all(_is_bold(w.font) for w in letters))


def _raised(row: list[_Printed], largest: float) -> list[bool]:
    """Which words are smaller than the line and stand above its foot."""
    small = [w.size < _SMALLER * largest for w in row]
    if not any(small):
        return small
    base = median(w.box.bottom for w in row if w.size >= _SMALLER * largest)
    return [is_small and base - w.box.bottom > _RAISED * largest for is_small, w in zip(small, row, strict=True)]


def _marks_another(row: list[_Printed], raised: list[bool], at: int, near: float) -> bool:
    """Whether a raised word stands beside one that is not: a footnote mark is of something."""
    before = any(not raised[n] and row[at].box.x0 - row[n].box.x1 < near for n in range(at))
    behind = any(not raised[n] and row[n].box.x0 - row[at].box.x1 < near for n in range(at + 1, len(row)))
    return before or behind


@lru_cache(1000)
def _is_bold(font: str) -> bool:
    name = font.casefold()
    return any(sign in name for sign in ("bold", "black", "heavy", "semibold"))
