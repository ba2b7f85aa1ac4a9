"""Strings as a page shows them -> its characters: where each stands is worked out for all of them at a stroke.

Every number is worked out as pdfminer and pdfplumber do, in the same order, so that it is the same to the last digit.
"""

from collections.abc import Iterable
from functools import reduce
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.utils import Matrix

from extract.chars import Chars, Ink, Quarters, blank

Glyphs = dict[int, tuple[str, float]]
"""Of a font: the text and the width that each code stands for."""
Fonts = dict[PDFFont, Glyphs]
Drawn = tuple[str, float, float]
"""A glyph as it is set: the text, its width and the room behind it."""

_SPACE = 32
"""The code that word spacing is added to."""


class Setting(NamedTuple):
    """How a string is set: `scaling` of the width, and the room between characters and behind spaces."""

    font: PDFFont
    size: float
    scaling: float
    charspace: float
    wordspace: float


class Face(dict[bytes, list[Drawn]]):
    """A font as a page sets it: what each piece of a string draws, looked up when it is first asked for."""

    def __init__(self, setting: Setting, glyphs: Glyphs) -> None:
        """`glyphs` keeps those of the font seen so far, for the next page."""
        super().__init__()
        self._font, self._size, self._scaling, _, self._wordspace = setting
        self._glyphs = glyphs
        self._drawn: dict[int, Drawn] = {}

    def __missing__(self, piece: bytes) -> list[Drawn]:
        """Look it up."""
        drawn = self[piece] = [self._drawn.get(code) or self._draw(code) for code in self._font.decode(piece)]
        return drawn

    def _draw(self, code: int) -> Drawn:
        text, width = self._glyphs.get(code) or self._glyph(code)
        drawn = self._drawn[code] = (text, width * self._size * self._scaling, self._wordspace if code == _SPACE else 0.0)
        return drawn

    def _glyph(self, code: int) -> tuple[str, float]:
        try:
            text = self._font.to_unichr(code)
        except PDFUnicodeNotDefined:
            text = f"(cid:{code})"  # as pdfminer has it
        glyph = self._glyphs[code] = (text, self._font.char_width(code))
        return glyph


class Look(NamedTuple):
    """What the characters of a string have in common; `low` and `high`: where they begin and end across the line."""

    matrix: Matrix
    low: float
    high: float
    font: str
    upright: bool
    way: Quarters
    ink: Ink


class Strings:
    """The strings of a page so far; of each of their characters the text, where along the line it begins and how wide it is."""

    def __init__(self, fonts: Fonts) -> None:
        """None is shown yet; `fonts` keeps the glyphs seen, for the next page."""
        self._fonts = fonts
        self._faces: dict[Setting, Face] = {}
        self._texts: list[str] = []
        self._starts: list[float] = []
        self._widths: list[float] = []
        self._looks: list[Look] = []
        self._counts: list[int] = []

    @property
    def count(self) -> int:
        """Characters shown so far."""
        return len(self._texts)

    def show(self, pieces: Iterable[float | bytes], setting: Setting, look: Look, start: float) -> float:
        """Add a string that begins at `start` along the line, and say where it ends; a number goes back by thousandths of the size."""
        texts, starts, widths, face = self._texts, self._starts, self._widths, self._face(setting)
        step = 0.001 * setting.size * setting.scaling
        before, x, gap = len(texts), start, 0.0
        for piece in pieces:
            if not isinstance(piece, bytes):
                x -= piece * step
                gap = setting.charspace
                continue
            for text, width, after in face[piece]:
                x += gap
                texts.append(text)
                starts.append(x)
                widths.append(width)
                x += width
                x += after
                gap = setting.charspace
        self._looks.append(look)
        self._counts.append(len(texts) - before)
        return x

    def _face(self, setting: Setting) -> Face:
        if setting not in self._faces:
            self._faces[setting] = Face(setting, self._fonts.setdefault(setting.font, {}))
        return self._faces[setting]

    def to_chars(self, left: float, top: float, height: float) -> Chars:
        """The characters of a page of this height whose upper left corner is at `left`, `top`."""
        chars = blank(len(self._texts))
        if self._texts:
            chars["text"] = self._texts
            *_, fonts, uprights, ways, inks = zip(*self._looks, strict=True)
            for name, column in (("font", fonts), ("upright", uprights), ("way", ways), ("ink", inks)):
                chars[name] = np.array(column, chars.dtype[name]).repeat(self._counts)
            x0, y0, x1, y1 = self._bounds()
            chars["x0"], chars["x1"], chars["size"] = x0 + left, x1 + left, y1 - y0
            chars["top"], chars["bottom"] = height - y1 + top, height - y0 + top
        return chars

    def _bounds(self) -> list[NDArray[np.float64]]:
        """Left, lower, right and upper side of what each character covers, y going up."""
        numbers = np.array([(*look.matrix, look.low, look.high) for look in self._looks])
        a, b, c, d, e, f, low, high = numbers.repeat(self._counts, axis=0).T
        starts, widths = np.fromiter(self._starts, float), np.fromiter(self._widths, float)
        e, f = starts * a + e, starts * b + f
        across = [x + y + e for x in (0.0, a * widths) for y in (c * low, c * high)]
        up = [x + y + f for x in (0.0, b * widths) for y in (d * low, d * high)]
        return [reduce(chosen, sides) for chosen in (np.minimum, np.maximum) for sides in (across, up)]
