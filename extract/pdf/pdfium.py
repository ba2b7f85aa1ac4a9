"""PDFium's opinion of a PDF: how many pages it has and how much text stands on them, which tells what pdfplumber could not read."""

from collections.abc import Container, Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2


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
        return [] if pdf is None else [_text(pdf, at) if wanted is None or at + 1 in wanted else "" for at in range(len(pdf))]


def _text(pdf: pypdfium2.PdfDocument, at: int) -> str:
    try:
        page = pdf[at]
    except pypdfium2.PdfiumError:
        return ""
    text = page.get_textpage()
    printed = str(text.get_text_range())
    text.close()
    page.close()
    return printed


def count_characters(pdf: pypdfium2.PdfDocument, number: int) -> int:
    """The printed characters of a page, white space not counted; none if PDFium cannot read it."""
    return sum(map(str.isprintable, "".join(_text(pdf, number - 1).split())))
