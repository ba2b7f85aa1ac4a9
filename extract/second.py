"""A PDF's cells read again, by libraries that the first reading does not use: camelot's lattice for the cells, playa for the characters.

It answers one question of one place: what number stands there? What it cannot find it says nothing of.
"""

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import playa
from camelot.io import read_pdf
from playa.exceptions import PDFException

from schemas import Box

READER = "camelot"
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_AROUND = 1.0
"""Points that two libraries may place a character apart."""
_LINE = 3.0
"""Points between the middles of two characters from which the lower one stands on a line of its own."""

Glyph = tuple[tuple[float, float], str]
"""A character and its middle."""


_UNREADABLE = (PDFException, ValueError, TypeError, LookupError, OSError, ArithmeticError)
"""What the two libraries raise on a page that they cannot read."""


class Place(NamedTuple):
    """A page, counted from 1, and a box in points from its top left as displayed."""

    page: int
    box: Box


class Second(NamedTuple):
    """The numbers that stand in the box itself, and those of the whole table cell around it (None where no ruled cell is found)."""

    printed: tuple[Decimal, ...]
    cell: tuple[Decimal, ...] | None


def read_again(path: Path, places: Iterable[Place]) -> dict[Place, Second]:
    """The second reading of each place; a page that the second reader cannot read has none."""
    by_page: dict[int, list[Place]] = {}
    for place in places:
        by_page.setdefault(place.page, []).append(place)
    return {place: found for page, own in sorted(by_page.items()) for place, found in _page(path, page, own)}


def _page(path: Path, page: int, places: Sequence[Place]) -> Iterator[tuple[Place, Second]]:
    glyphs, height = _glyphs(path, page)
    cells = _cells(path, page, height) if glyphs else {}
    for place in places:
        inside = [(at, text) for at, text in glyphs if _within(at, place.box)]
        if inside:
            around = next((text for box, text in cells.items() if box.holds_middle_of(place.box)), None)
            yield place, Second(_numbers(_in_lines(inside)), None if around is None else _numbers(around))


def _in_lines(glyphs: Sequence[Glyph]) -> str:
    """The characters line by line, each from left to right."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph[0][1]):
        if not lines or glyph[0][1] - lines[-1][-1][0][1] > _LINE:
            lines.append([])
        lines[-1].append(glyph)
    return "\n".join("".join(text for _, text in sorted(line)) for line in lines)


def _glyphs(path: Path, page: int) -> tuple[list[Glyph], float]:
    """The characters of a page with their middles, and the page's height."""
    try:
        document = playa.parse(path.read_bytes(), space="screen")
        drawn = document.pages[page - 1]
        found = [(((g.bbox[0] + g.bbox[2]) / 2, (g.bbox[1] + g.bbox[3]) / 2), g.text or "") for g in drawn.glyphs]
        return found, float(drawn.height)
    except _UNREADABLE:
        return [], 0.0


def _cells(path: Path, page: int, height: float) -> Mapping[Box, str]:
    """The ruled cells of a page with their text, boxes from the top left."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tables = read_pdf(str(path), pages=str(page), flavor="lattice", suppress_stdout=True)
        except _UNREADABLE:
            return {}
    cells = (cell for table in tables for row in table.cells for cell in row)
    return {Box(cell.x1, height - cell.y2, cell.x2, height - cell.y1): cell.text for cell in cells}


def _within(at: tuple[float, float], box: Box) -> bool:
    return box.x0 - _AROUND <= at[0] <= box.x1 + _AROUND and box.top - _AROUND <= at[1] <= box.bottom + _AROUND


def _numbers(text: str) -> tuple[Decimal, ...]:
    return tuple(Decimal(found.replace(",", "")) for found in _NUMBER.findall(text))
