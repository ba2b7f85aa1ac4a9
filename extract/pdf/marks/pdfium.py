"""PDFium's opinion of a PDF: how many pages it has and how much text stands on them, which tells what pdfplumber could not read."""

from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pypdfium2
from numpy.typing import NDArray

from extract.marks import Marks
from schemas import Box

Pixels = NDArray[np.uint8]

_DOTS = 2
"""Pixels a point, so that small print has some in every character."""


@contextmanager
def opened(path: Path) -> Iterator[pypdfium2.PdfDocument | None]:
    """The PDF as PDFium opens it; None if PDFium cannot, and then it has no opinion."""
    with path.open("rb") as file:  # by its content: PDFium takes no name that is not UTF-8
        try:
            pdf = pypdfium2.PdfDocument(file)
        except pypdfium2.PdfiumError:
            yield None
            return
        with pdf:
            yield pdf


def page_texts(path: Path, wanted: Container[int] | None = None) -> list[str]:
    """The text of each page wanted, line by line; none if PDFium cannot open the file, or not that page."""
    with opened(path) as pdf:
        pages = range(1, len(pdf) + 1) if pdf else ()
        return [page_text(pdf, number) if wanted is None or number in wanted else "" for number in pages]


def page_text(pdf: pypdfium2.PdfDocument, number: int) -> str:
    """The text of a page, line by line; none if PDFium cannot read it."""
    try:
        page = pdf[number - 1]
    except pypdfium2.PdfiumError:
        return ""
    text = page.get_textpage()
    printed = str(text.get_text_range())
    text.close()
    page.close()
    return printed


def drawn_within(pdf: pypdfium2.PdfDocument, marks: Marks, boxes: Iterable[Box]) -> list[Pixels]:
    """What is drawn in each box of the page that the marks are of, in grey values of 255; nothing where the box lies outside of it."""
    page = pdf[marks.number - 1]
    drawn = page.render(scale=_DOTS, grayscale=True).to_numpy().copy()
    dots = drawn.shape[1] / marks.width  # PDFium draws a page of larger units larger
    page.close()
    sides = ([max(int(side * dots), 0) for side in box] for box in boxes)  # a character may begin above the page or left of it
    return [drawn[top : bottom + 1, x0 : x1 + 1] for x0, top, x1, bottom in sides]
