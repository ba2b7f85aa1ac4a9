"""Which reader a file needs: its first bytes decide, then its name."""

from collections.abc import Callable, Mapping
from pathlib import Path

from extract import pdf, text
from schemas import Document, UnreadableFileError, UnsupportedFormatError

READERS: Mapping[str, Callable[[Path], Document]] = {"application/pdf": pdf.read, "text/plain": text.read}

_HEAD = 1024
"""Bytes within which a PDF says that it is one (PDF 32000, annex H)."""
_TEXTS = frozenset({".txt", ".md", ".markdown", ".text"})
_SIGNS = {
    b"%PDF-": "application/pdf",
    b"PK\x03\x04": "a zip archive (Word, Excel, OpenDocument ...)",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"{\\rtf": "a rich text document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed archive",
}
_MARKUP = (b"<!doctype", b"<html", b"<?xml")


def read(path: Path) -> Document:
    """Read a report with the reader of its format.

    Raises `UnsupportedFormatError` for a kind of file that no reader reads, `UnreadableFileError` for one of a kind that is read.
    """
    kind = _kind(path)
    if kind not in READERS:
        raise UnsupportedFormatError(f"{path.name}: it is {kind}, which upheld does not read; it reads PDF and text files")
    return READERS[kind](path)


def _kind(path: Path) -> str:
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise UnreadableFileError(f"{path.name}: the file cannot be opened ({error.strerror}); check its rights") from error
    if not head:
        raise UnreadableFileError(f"{path.name}: the file is empty; get it again from its source")
    sign = next((kind for start, kind in _SIGNS.items() if head.startswith(start)), None)
    if sign is None and b"%PDF-" in head:
        sign = "application/pdf"
    if sign is not None:
        return sign
    suffix = path.suffix.lower()
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        return "a web page"
    if suffix == ".pdf":
        raise UnreadableFileError(f"{path.name}: it is named a PDF and does not begin like one; get it again from its source")
    return "text/plain" if suffix in _TEXTS else f"of no known kind ({suffix or 'no suffix'})"
