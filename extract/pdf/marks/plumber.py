"""Page -> marks, by pdfplumber, whose pages are drawn the quick way."""

import logging
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from functools import partial
from io import BufferedReader
from operator import itemgetter
from pathlib import Path

import numpy as np
import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfplumber.page import Page as PdfPage
from pdfplumber.pdf import PDF
from pypdfium2 import PdfDocument

from extract.chars import Chars, Flags, is_printed
from extract.marks import Edge, Marks, Shape, to_edge
from extract.pdf.marks import pdfium
from extract.pdf.marks.beside import beside
from extract.pdf.marks.layers import switched_off
from extract.pdf.marks.looks import colour_of, is_white
from extract.pdf.marks.notes import notes_to_gaps
from extract.pdf.marks.overprinted import once
from extract.pdf.marks.quick import QuickPage, page_to_chars
from extract.pdf.marks.seen import seen
from extract.pdf.marks.streams import is_whole
from extract.pdf.marks.strings import Fonts
from schemas import Box, Gap, Place, UnreadableFileError

logging.getLogger("pdfminer").addHandler(logging.NullHandler())  # what it says of a damaged file is told as a gap, in our words

_ENOUGH = 0.9
"""Of the characters that PDFium reads on a page: with fewer the page is damaged; readers differ by a ligature or a list sign."""
_THIN = 3.0
"""Points: a filled rectangle thinner than this is a rule."""
_UNSAID = "DeviceGray"
"""Colour space of an area that pdfplumber draws itself, of which it tells the numbers only."""
_MISSING = 5
"""Characters: where fewer are missing, a page number or the like may be what the readers differ in."""

_SIDES = itemgetter("x0", "top", "x1", "bottom")

Corners = tuple[float, float, float, float]
"""Of a box as a PDF writes it: two opposite corners, y going up."""


def path_to_marks(
    path: Path, wanted: Container[int] | None = None, texts: Sequence[str] = (), *, quick: bool = True
) -> Iterator[Marks | Gap]:
    """The marks of each page in turn (of those wanted), and what could not be read; each page is let go before the next is read.

    `texts` are those of its pages by PDFium, if it was asked for them before.
    Unless `quick`, pdfplumber draws them itself: the marks are the same, but it knows no layers, ways to draw text and inks of areas.
    """
    damaged: set[int | None] = set()
    fonts = Fonts()
    with path.open("rb") as file, pdfium.opened(path) as other:
        pdf = _opened(path, file)
        numbered, off = pdf.pages, switched_off(pdf.doc.catalog)
        comparable = other is not None and len(other) == len(numbered)
        for page in (page for page in numbered if wanted is None or page.page_number in wanted):  # asked just before it is read
            drawn = QuickPage(page, fonts, off) if quick else page
            yield from _page(drawn, other if comparable else None, texts, damaged)
            drawn.close()  # pdfplumber keeps the objects of every page that is not closed
        if numbered and other is not None and len(other) > len(numbered):
            yield Gap(Place(), f"the PDF is damaged: only {len(numbered)} of its {len(other)} pages could be found")
        yield from beside(path, other)


def _opened(path: Path, file: BufferedReader) -> PDF:
    """The PDF with its pages found, which are not found before they are asked for."""
    try:
        pdf = pdfplumber.open(file)
        _ = pdf.pages
    except Exception as error:  # pdfminer raises whatever a damaged file makes of it
        raise UnreadableFileError(f"{path.name}: {_why(error)}") from error
    return pdf


def _why(error: Exception) -> str:
    cause = error.args[0] if error.args else error
    if isinstance(cause, PDFPasswordIncorrect):
        return "the PDF is encrypted and asks for a password; save a copy without one"
    if isinstance(cause, PDFEncryptionError):
        return "the PDF is encrypted in a way that upheld cannot open; save a copy without encryption"
    return "the PDF is damaged and cannot be opened; get it again from its source"


def _page(page: PdfPage, other: PdfDocument | None, texts: Sequence[str], damaged: set[int | None]) -> Iterator[Marks | Gap]:
    """The marks of a page, and a gap if some of the characters that are printed there are missing or may be wrong."""
    place = Place(page=page.page_number)
    printed = _count_characters(page.page_number, other, texts) if other else 0
    try:
        whole = is_whole(page.page_obj, damaged)
        chars = page_to_chars(page)
        marks = _marks(page, chars)
        marks = replace(marks, chars=once(seen(marks, partial(pdfium.drawn_within, other, marks) if other else None)))
    except Exception:  # noqa: BLE001  a damaged page costs itself only
        yield Gap(place, f"page {page.page_number} is damaged and cannot be read")
        return
    yield marks
    found = int(is_printed(chars).sum())  # those outside the CropBox too, as PDFium counts
    if printed - found >= _MISSING and found < _ENOUGH * printed:
        yield Gap(place, f"page {page.page_number} is damaged: only {found} of at least {printed} characters could be read")
    elif not whole:
        yield Gap(place, f"page {page.page_number} is damaged: its text fails its checksum, so characters may be missing or wrong")
    yield from notes_to_gaps(page.page_obj, page.page_number)


def _count_characters(number: int, other: PdfDocument, texts: Sequence[str]) -> int:
    """The printed characters that PDFium reads on a page, white space not counted."""
    text = texts[number - 1] if texts else pdfium.page_text(other, number)
    return sum(map(str.isprintable, "".join(text.split())))


def _marks(page: PdfPage, chars: Chars) -> Marks:
    """What the page draws within its CropBox, to be seen or not."""
    box = _displayed(page)
    whole = box == tuple(page.bbox) and _are_shown(chars, box)
    shown = page if whole else page.crop(box, strict=False)
    return Marks(
        number=page.page_number,
        width=box.x1 - box.x0,
        height=box.bottom - box.top,
        chars=_from_corner(chars if whole else _cropped(chars, box), box),
        edges=[_shifted(edge, box) for edge in _edges(shown)],
        shapes=list(dict.fromkeys(_shapes(shown, box))),
        pictures=[Box(i["x0"] - box.x0, i["top"] - box.top, i["x1"] - box.x0, i["bottom"] - box.top) for i in shown.images],
    )


def _edges(page: PdfPage) -> Iterator[Edge]:
    """The sides of rectangles, the rules, and the straight parts of curves; those of a filled one without an outline are shading."""
    for rect in page.rects:
        (x0, top, x1, bottom), shade = _SIDES(rect), _is_shade(rect)
        yield to_edge("h", (x0, top, x1, top), shade=shade)
        yield to_edge("h", (x0, top + rect["height"], x1, bottom), shade=shade)
        yield to_edge("v", (x0, top, x0, bottom), shade=shade)
        yield to_edge("v", (x1, top, x1, bottom), shade=shade)
    for line in page.lines:
        yield to_edge("h" if line["top"] == line["bottom"] else "v", _SIDES(line))
    yield from page.curve_edges


def _shapes(page: PdfPage, box: Box) -> Iterator[Shape]:
    """The areas filled with a colour other than white; drawn twice (filled, then outlined) they are one."""
    corners = [[(rect["x0"], rect["top"]), (rect["x1"], rect["bottom"])] for rect in page.rects]
    outlines = corners + [curve["pts"] for curve in page.curves]
    for area, outline in zip((*page.rects, *page.curves), outlines, strict=True):
        colour = colour_of(area["non_stroking_color"])
        if area["fill"] and colour and not is_white(colour, area.get("ncs", _UNSAID)):
            points = tuple((round(x - box.x0, 2), round(y - box.top, 2)) for x, y in outline)
            across, down = zip(*points, strict=True)
            yield Shape(Box(min(across), min(down), max(across), max(down)), colour, points)


def _is_shade(rect: Edge) -> bool:
    return bool(rect["fill"] and not rect["stroke"] and min(rect["width"], rect["height"]) > _THIN)


def _are_shown(chars: Chars, box: Box) -> bool:
    """Whether of each character some part lies in the box."""
    across, down = (chars["x1"] > box.x0) & (chars["x0"] < box.x1), (chars["bottom"] > box.top) & (chars["top"] < box.bottom)
    return bool(np.all(across & down))


def _cropped(chars: Chars, box: Box) -> Chars:
    """What of the characters lies in the box, as pdfplumber's `crop` leaves it of other marks."""
    cut = chars.copy()
    for side, border in zip(("x0", "top", "x1", "bottom"), box, strict=True):
        cut[side] = (np.maximum if side in {"x0", "top"} else np.minimum)(chars[side], border)
    wide, high = cut["x1"] - cut["x0"], cut["bottom"] - cut["top"]
    shown: Flags = (wide >= 0) & (high >= 0) & (wide + high > 0)
    return cut[shown]


def _from_corner(chars: Chars, box: Box) -> Chars:
    """The characters in points from the upper left corner of the box."""
    if not box.x0 and not box.top:
        return chars
    moved = chars.copy()
    for side, border in (("x0", box.x0), ("x1", box.x0), ("top", box.top), ("bottom", box.top)):
        moved[side] -= border
    return moved


def _displayed(page: PdfPage) -> Box:
    """What of the page is displayed, where pdfplumber's marks stand.

    Its own `page.cropbox` is wrong on a page that is turned or whose MediaBox does not begin at 0, 0 with its lower left corner.
    """
    media, crop = _upright(page.page_obj.mediabox), _upright(page.page_obj.cropbox)
    x0, y0, x1, y1 = max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3])
    if x0 >= x1 or y0 >= y1:  # a CropBox beside the page crops nothing
        x0, y0, x1, y1 = media
    left, low, right, high = _upright((*_turned(page.page_obj, x0, y0), *_turned(page.page_obj, x1, y1)))
    across, down = page.mediabox[0], page.height + page.mediabox[1]  # what pdfplumber adds (Page.process_object)
    return Box(left + across, down - high, right + across, down - low)


def _upright(box: Corners) -> Corners:
    """Lower left corner first, as a box need not be written (PDF 32000, 7.9.5)."""
    x0, y0, x1, y1 = box
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _turned(page: PDFPage, x: float, y: float) -> tuple[float, float]:
    """Where pdfminer draws a point of a page (PDFPageInterpreter.process_page); y goes up."""
    x0, y0, x1, y1 = page.mediabox
    match page.rotate:
        case 90:
            return y - y0, x1 - x
        case 180:
            return x1 - x, y1 - y
        case 270:
            return y1 - y, x - x0
        case _:
            return x - x0, y - y0


def _shifted(edge: Edge, box: Box) -> Edge:
    if not box.x0 and not box.top:
        return edge
    across = {"x0": edge["x0"] - box.x0, "x1": edge["x1"] - box.x0}
    return {**edge, **across, "top": edge["top"] - box.top, "bottom": edge["bottom"] - box.top}
