"""Pages of a PDF that are pictures: which they are, and their marks by text recognition where it is installed."""

from pathlib import Path

import pypdfium2

from extract.marks import Marks
from extract.scan.recogniser import is_installed
from schemas import Gap, Place

INSTALL = "install text recognition to read it: pip install 'upheld[ocr]'"

_COVERED = 0.5
"""Share of the page that pictures fill before it may be a scan."""
_STAMPED = 100
"""Characters that may be printed over a scan: a page number, the number of the agenda's item."""


def is_scan(marks: Marks) -> bool:
    """Whether a page is a picture with hardly any text."""
    area = sum((box.x1 - box.x0) * (box.bottom - box.top) for box in marks.pictures)
    return len(marks.chars) < _STAMPED and area > _COVERED * marks.width * marks.height


def recognised(path: Path, marks: Marks) -> Marks | Gap:
    """The marks that are seen in the picture of a page."""
    place = Place(page=marks.number)
    if not is_installed():
        return Gap(place, f"page {marks.number} is a picture without text; {INSTALL}")
    from extract.scan.ocr import page_to_marks

    try:
        with path.open("rb") as file, pypdfium2.PdfDocument(file) as pdf:
            return page_to_marks(pdf[marks.number - 1], marks.number)
    except pypdfium2.PdfiumError:
        return Gap(place, f"page {marks.number} is a picture that cannot be drawn")
