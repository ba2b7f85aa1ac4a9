"""Pages of a PDF that only their picture tells: which they are, and their marks by text recognition where it is installed."""

import re
from pathlib import Path

import pypdfium2

from extract.marks import Marks
from extract.printed import LIST_SIGNS
from extract.scan.recogniser import is_installed
from schemas import Gap, Place

INSTALL = "install text recognition to read it: pip install 'upheld[ocr]'"

_COVERED = 0.5
"""Share of the page that pictures fill before it may be a scan."""
_STAMPED = 100
"""Characters that may be printed over a scan: a page number, the number of the agenda's item."""
_LOST = re.compile(r"\(cid:\d+\)|[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
"""A character of a font that does not say which it is, if it is no list sign; symbols may do without."""
_FEW, _SHARE = 20, 0.05
"""So many of them, and so large a share of the page's characters: more than symbols, so words or figures are lost."""


def is_scan(marks: Marks) -> bool:
    """Whether a page is a picture with hardly any text, or text that only its picture tells."""
    area = sum((box.x1 - box.x0) * (box.bottom - box.top) for box in marks.pictures)
    return (len(marks.chars) < _STAMPED and area > _COVERED * marks.width * marks.height) or _is_illegible(marks)


def _is_illegible(marks: Marks) -> bool:
    told: list[str] = marks.chars["text"].tolist()
    lost = sum(told.count(text) for text in set(told) - LIST_SIGNS if _LOST.match(text))
    return lost > max(_FEW, _SHARE * len(marks.chars))


def recognised(path: Path, marks: Marks) -> Marks | Gap:
    """The marks that are seen in the picture of a page."""
    place = Place(page=marks.number)
    if not is_installed():
        what = "has characters that its fonts do not name" if _is_illegible(marks) else "is a picture without text"
        return Gap(place, f"page {marks.number} {what}; {INSTALL}")
    from extract.scan.ocr import page_to_marks

    try:
        with path.open("rb") as file, pypdfium2.PdfDocument(file) as pdf:
            return page_to_marks(pdf[marks.number - 1], marks.number)
    except pypdfium2.PdfiumError:
        return Gap(place, f"page {marks.number} cannot be drawn, and only its picture tells what it says")
