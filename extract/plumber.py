"""Page -> marks, by pdfplumber (the reference reader)."""

from collections.abc import Iterator
from pathlib import Path

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page as PdfPage

from extract.marks import Char, Marks
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


def _marks(page: PdfPage) -> Marks:
    x0, top, x1, bottom = page.cropbox
    shown = page if tuple(page.cropbox) == tuple(page.bbox) else page.crop(page.cropbox, strict=False)
    return Marks(
        number=page.page_number,
        width=float(x1 - x0),
        height=float(bottom - top),
        chars=[_shifted(char, x0, top) for char in once(shown.chars)],
        edges=[_shifted(edge, x0, top) for edge in shown.edges],
        pictures=[Box(i["x0"] - x0, i["top"] - top, i["x1"] - x0, i["bottom"] - top) for i in shown.images],
    )


def once(chars: list[Char]) -> list[Char]:
    """The characters without those printed again on the same spot (pdfplumber's own `dedupe_chars` takes minutes on a full page)."""
    spots: dict[tuple[str, float, int, int], list[Char]] = {}
    kept: list[Char] = []
    for char in chars:
        x, y = int(char["x0"] // _SAME_SPOT), int(char["top"] // _SAME_SPOT)
        near = (spot for dx in (-1, 0, 1) for dy in (-1, 0, 1) for spot in spots.get((char["text"], char["size"], x + dx, y + dy), ()))
        if not any(abs(spot["x0"] - char["x0"]) < _SAME_SPOT and abs(spot["top"] - char["top"]) < _SAME_SPOT for spot in near):
            spots.setdefault((char["text"], char["size"], x, y), []).append(char)
            kept.append(char)
    return kept


def _shifted(mark: Char, x0: float, top: float) -> Char:
    if not x0 and not top:
        return mark
    across = {"x0": mark["x0"] - x0, "x1": mark["x1"] - x0}
    return {**mark, **across, "top": mark["top"] - top, "bottom": mark["bottom"] - top, "doctop": mark["doctop"] - top}
