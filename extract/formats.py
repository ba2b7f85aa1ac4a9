"""Which reader a file needs: its first bytes decide, then its name. A reader and its library are imported when a file first needs them."""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from extract import converted
from extract.archive import ENCRYPTED, EXCEL, OLD_OFFICE, OPEN_SHEET, POWERPOINT, WORD, ZIP, archive_to_kind, old_office_to_kind
from extract.decoded import is_text
from extract.enumerated import with_items
from schemas import Document, UnreadableFileError, UnsupportedFormatError

_PAGED = "application/pdf"
_SEPARATED = "text/csv"
_SAVED = "multipart/related"
_READERS: Mapping[str, str] = {
    WORD: "extract.word",
    EXCEL: "extract.sheet.xlsx",
    OPEN_SHEET: "extract.sheet.ods",
    _SEPARATED: "extract.sheet.delimited",
    "text/html": "extract.web",
    _SAVED: "extract.web.saved",
    "text/plain": "extract.plain",
}
"""For each format without pages the module whose `read` reads it."""
_HEAD = 1024
"""Bytes within which a PDF says that it is one (PDF 32000, annex H)."""
_PDF = re.compile(rb"(?:^|[\r\n])\s*%PDF-|%PDF-\d[^\r\n]*\s+(?:%[^\r\n]*\s+)?\d+ \d+ obj\b")
"""At the start of a line, or before the first object: a text may speak of PDF files."""
_PAGES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".aspx"})
_PAGE = re.compile(r"(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s+html|html|head|body|title|meta)\b", re.IGNORECASE | re.DOTALL)
"""How a web page begins, whatever it is named."""
_PARTS = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Type:\s*multipart/related\b", re.IGNORECASE)
"""How a web page begins that was saved with its pictures in one file."""
_TEXTS = frozenset({".txt", ".md", ".markdown", ".text"})
_TABLES = frozenset({".csv", ".tsv", ".tab"})
_NEVER_TEXT = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf"})
"""Names of reports whose files begin with a sign: without it, and if it is text, the name is wrong."""
_SIGNS = {
    b"PK\x03\x04": ZIP,
    b"\xd0\xcf\x11\xe0": OLD_OFFICE,
    b"{\\rtf": "application/rtf",
    b"\x89PNG": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
    b"\x1f\x8b": "application/gzip",
}
_HELD = {
    ZIP: {".docx", ".docm", ".xlsx", ".xlsm", ".pptx", ".odt", ".ods", ".odp"},
    OLD_OFFICE: {".doc", ".xls", ".ppt", ".msg"},
}
"""Names that say more exactly than the sign what a file is."""
_WORDS = {
    ZIP: "a zip archive",
    POWERPOINT: "a presentation",
    OLD_OFFICE: "an old Office document",
    "application/gzip": "a compressed archive",
    "application/xml": "an XML document",
}


def page_texts(path: Path, pages: Container[int] | None = None) -> list[str]:
    """The text of each page, quickly: enough to tell which pages are worth reading; nothing for one not asked for (1-based).

    None for a format without pages, or a damaged file.
    """
    if _kind(path) != _PAGED:
        return []
    from extract.pdf import marks  # noqa: PLC0415  see above

    return marks.page_texts(path, pages)


def read(path: Path, pages: Container[int] | None = None, texts: Sequence[str] = ()) -> Document:
    """Read a report with the reader of its format; of a format with pages, only those asked for (1-based).

    `texts` are its `page_texts`, if they were asked for before: the reader need not find them again.
    Raises `UnsupportedFormatError` for a kind of file that no reader reads, `UnreadableFileError` for one of a kind that is read.
    """
    document = _read(path, _kind(path), pages, texts)
    return replace(document, blocks=with_items(document.blocks))


def _read(path: Path, kind: str, pages: Container[int] | None, texts: Sequence[str]) -> Document:
    if kind == _PAGED:
        from extract import pdf  # noqa: PLC0415  see above

        return pdf.read(path, pages, texts)
    if kind in converted.KINDS:
        return converted.read(kind, path)
    if kind in _READERS:
        document: Document = import_module(_READERS[kind]).read(path)
        return document
    unknown = f"of no known kind ({path.suffix.lower() or 'no suffix'})"
    words = _WORDS.get(kind, "a picture" if kind else unknown)
    read_here = "PDF, Word, spreadsheets, web pages and text"
    raise UnsupportedFormatError(f"{path.name}: it is {words}, which upheld does not read; it reads {read_here}")


def media_type(path: Path) -> str:
    """What the file's content is; nothing where only its name can say it. Raises `UnreadableFileError` as `read` does."""
    kind = _kind(path)
    named = path.suffix.lower() in _HELD.get(kind, ()) or (kind == "text/plain" and path.suffix.lower() in _TEXTS)
    return "" if named else kind


def _kind(path: Path) -> str:
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise UnreadableFileError(f"{path.name}: the file cannot be opened ({error.strerror}); check its rights") from error
    if not head:
        raise UnreadableFileError(f"{path.name}: the file is empty; get it again from its source")
    suffix = path.suffix.lower()
    sign = _head_to_sign(head)
    if sign or suffix in _TEXTS:
        return _inner_kind(sign, path) or "text/plain"
    if suffix in _TABLES and is_text(path):
        return _SEPARATED
    if suffix in _PAGES and is_text(path):
        return "text/html"
    if suffix in _NEVER_TEXT and is_text(path):
        return "text/plain"
    if suffix == ".pdf":
        raise UnreadableFileError(f"{path.name}: it is named a PDF and does not begin like one; get it again from its source")
    return ""


def _inner_kind(sign: str, path: Path) -> str:
    """What a container holds; of all else what its sign says. Raises `UnreadableFileError` for a container with a lock."""
    kind = archive_to_kind(path) if sign == ZIP else old_office_to_kind(path) if sign == OLD_OFFICE else sign
    if kind == ENCRYPTED:
        raise UnreadableFileError(f"{path.name}: the file is encrypted and asks for a password; save a copy without one")
    return kind


def _head_to_sign(head: bytes) -> str:
    """The media type that the first bytes tell, if they do."""
    sign = next((kind for start, kind in _SIGNS.items() if head.startswith(start)), "")
    if sign or _PDF.search(head):
        return sign or "application/pdf"
    if _PARTS.match(head):
        return _SAVED
    begin = _beginning(head).lstrip().lower()
    if _PAGE.match(begin) or (begin.startswith(("<?xml", "<!doctype")) and "<html" in begin):
        return "text/html"
    return "application/xml" if begin.startswith(("<?xml", "<!doctype")) else ""


def _beginning(head: bytes) -> str:
    """The first characters, as far as signs of a format need them."""
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    return head.decode("utf-16" if wide else "latin-1", "ignore").removeprefix("\xef\xbb\xbf")
