"""Page -> marks, by pdfplumber (the reference reader)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect

from extract.marks import Marks
from schemas import Box, Gap, Place, UnreadableFileError

_SAME_SPOT = 1.0
"""Points: the same character printed twice this close is bold by overprinting, and is one character."""


def pages(path: Path) -> Iterator[Marks | Gap]:
    """The marks of each page in turn, or why a page has none; each is let go before the next is read."""
    try:
        pdf = pdfplumber.open(path)
        numbered = list(pdf.pages)
    except Exception as error:  # pdfminer raises whatever a damaged file makes of it
        raise UnreadableFileError(f"{path.name}: {_why(error)}") from error
    with pdf:
        for page in numbered:
            try:
                yield _marks(page)
            except Exception as error:  # noqa: BLE001  a damaged page costs itself only
                yield Gap(Place(page=page.page_number), f"page {page.page_number} is damaged ({type(error).__name__})")
            page.close()  # pdfplumber keeps the objects of every page that is not closed


def _why(error: Exception) -> str:
    cause = error.args[0] if error.args else error
    if isinstance(cause, PDFPasswordIncorrect):
        return "the PDF is encrypted and asks for a password; save a copy without one"
    return f"the PDF is damaged ({cause or type(cause).__name__}); get it again from its source"


def _marks(page: Any) -> Marks:
    x0, top, x1, bottom = page.cropbox
    shown = page if tuple(page.cropbox) == tuple(page.bbox) else page.crop(page.cropbox, strict=False)
    shown = shown.dedupe_chars(tolerance=_SAME_SPOT)
    return Marks(
        number=page.page_number,
        width=float(x1 - x0),
        height=float(bottom - top),
        chars=[_shifted(char, x0, top) for char in shown.chars],
        edges=[_shifted(edge, x0, top) for edge in shown.edges],
        pictures=[Box(i["x0"] - x0, i["top"] - top, i["x1"] - x0, i["bottom"] - top) for i in shown.images],
    )


def _shifted(mark: dict[str, Any], x0: float, top: float) -> dict[str, Any]:
    if not x0 and not top:
        return mark
    across = {"x0": mark["x0"] - x0, "x1": mark["x1"] - x0}
    return {**mark, **across, "top": mark["top"] - top, "bottom": mark["bottom"] - top, "doctop": mark["doctop"] - top}
