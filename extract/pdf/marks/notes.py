"""What is laid over a page -> what of it holds figures: form fields that are filled in, typed notes, strokes through text.

None of it is in the content of the page, which is what is read; so it is told.
"""

from collections.abc import Iterator

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import LIT
from pdfminer.utils import decode_text

from schemas import Gap, Place

_FIELD, _NOTE, _STROKE = LIT("Widget"), LIT("FreeText"), LIT("StrikeOut")
_UNSEEN = 2 | 32
"""The flags of what is hidden, or printed only (PDF 32000, 12.5.3)."""
_DEEPEST = 10
"""Fields within one another that are gone up to find a value."""

Entries = dict[str, object]


def notes_to_gaps(page: PDFPage, number: int) -> Iterator[Gap]:
    """A gap for the figures in fields and notes of a page, and one for strokes; or one, if these are damaged."""
    try:
        notes = list(_shown(page))
        words = [" ".join(text.split()) for note in notes for text in [_text(note)] if any(map(str.isdigit, text))]
    except Exception:  # noqa: BLE001  what pdfminer makes of damaged notes costs nothing that the page itself says
        yield Gap(Place(page=number), f"page {number} has damaged form fields or notes, whose figures were not read; see what they say")
        return
    if words:
        told = f"page {number} has form fields or notes whose figures were not read ({', '.join(dict.fromkeys(words))})"
        yield Gap(Place(page=number), f"{told}; print it to a new PDF, and read that")
    if any(note.get("Subtype") is _STROKE for note in notes):
        yield Gap(Place(page=number), f"page {number} has text that a note strikes out and that was read all the same; see what counts")


def _shown(page: PDFPage) -> Iterator[Entries]:
    listed = resolve1(page.annots)
    for note in map(resolve1, listed if isinstance(listed, list) else []):
        flags = resolve1(note.get("F")) if isinstance(note, dict) else _UNSEEN
        if not (isinstance(flags, int) and flags & _UNSEEN):
            yield {**note, "Subtype": resolve1(note.get("Subtype"))}


def _text(note: Entries) -> str:
    """What a field or a note says; nothing of others."""
    said = _value(note) if note["Subtype"] is _FIELD else resolve1(note.get("Contents")) if note["Subtype"] is _NOTE else None
    return decode_text(said) if isinstance(said, bytes) else ""


def _value(field: Entries) -> object:
    """What is filled into a field, which may be said of the field that it is a part of."""
    for _ in range(_DEEPEST):
        above = resolve1(field.get("Parent"))
        if "V" in field or not isinstance(above, dict):
            return resolve1(field.get("V"))
        field = above
    return None
