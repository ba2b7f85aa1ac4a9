"""Characters -> words -> lines of a page, or of one cell of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median
from typing import Any

from pdfplumber.utils.text import extract_words

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
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BULLETS = dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076\uf02d\uf0fc\uf0e0\uf071\u25cf\u25aa\u25a0\uf06c\uf09f\ue00a", "•")
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
    found = extract_words(
        chars,
        x_tolerance_ratio=gap,
        extra_attrs=["size", "fontname"],
        split_at_punctuation="(",
        keep_blank_chars=False,
        use_text_flow=False,
    )
    return [_line(row, page, number) for number, row in enumerate(_rows(found))]


def lines_to_text(lines: Iterable[Line]) -> Text:
    """The words of the lines as one text, its lines counted from 0."""
    return Text(tuple(Word(w.text, n, w.page, w.box, w.joined) for n, line in enumerate(lines) for w in line.words))


def _rows(words: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda w: ((w["top"] + w["bottom"]) / 2, w["x0"])):
        row = next((row for row in reversed(rows[-2:]) if _beside(row, word)), None)
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    return [sorted(row, key=lambda w: w["x0"]) for row in rows]


def _beside(row: list[dict[str, Any]], word: dict[str, Any]) -> bool:
    tallest = max(row, key=lambda w: w["bottom"] - w["top"])
    shared = min(tallest["bottom"], word["bottom"]) - max(tallest["top"], word["top"])
    return bool(shared > _SAME_LINE * min(tallest["bottom"] - tallest["top"], word["bottom"] - word["top"]))


def _line(row: list[dict[str, Any]], page: int, number: int) -> Line:
    size = median(w["size"] for w in row for _ in w["text"])
    largest = max(w["size"] for w in row)
    base = median(w["bottom"] for w in row if w["size"] >= _SMALLER * largest)
    words, before = [], None
    raised = [w["size"] < _SMALLER * largest and base - w["bottom"] > _RAISED * largest for w in row]
    for n, w in enumerate(row):
        text = _UNUSED.sub("•", w["text"].translate(str.maketrans(_BULLETS)))
        if raised[n] and _marks_another(row, raised, n, _BESIDE * largest):
            text = text.translate(_SUPERSCRIPT)
        joined = before is not None and w["x0"] - before < _JOINED * w["size"]
        words.append(Word(text, number, page, Box(w["x0"], w["top"], w["x1"], w["bottom"]), joined))
        before = w["x1"]
    box = Box(row[0]["x0"], min(w["top"] for w in row), max(w["x1"] for w in row), max(w["bottom"] for w in row))
    letters = [w for w in row if any(c.isalnum() for c in w["text"])] or row
    return Line(tuple(words), box, size, all(_is_bold(w["fontname"]) for w in letters))


def _marks_another(row: list[dict[str, Any]], raised: list[bool], at: int, near: float) -> bool:
    """Whether a raised word stands beside one that is not: a footnote mark is of something."""
    before = any(not raised[n] and row[at]["x0"] - row[n]["x1"] < near for n in range(at))
    behind = any(not raised[n] and row[n]["x0"] - row[at]["x1"] < near for n in range(at + 1, len(row)))
    return before or behind


def _is_bold(font: str) -> bool:
    name = font.casefold()
    return any(sign in name for sign in ("bold", "black", "heavy", "semibold"))
