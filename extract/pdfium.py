"""PDFium's opinion of a PDF: how many pages it has and how much text stands on them, which tells what pdfplumber could not read."""

from collections.abc import Iterator
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


def count_characters(pdf: pypdfium2.PdfDocument, number: int) -> int:
    """The printed characters of a page, white space not counted; none if PDFium cannot read it."""
    try:
        page = pdf[number - 1]
    except pypdfium2.PdfiumError:
        return 0
    text = page.get_textpage()
    printed = "".join(text.get_text_range().split())
    text.close()
    page.close()
    return sum(map(str.isprintable, printed))
