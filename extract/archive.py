"""A zip archive, or a file of the old Office -> what kind of file it is, by what it holds."""

import zipfile
from pathlib import Path

ZIP = "application/zip"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
POWERPOINT = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
OLD_OFFICE = "application/x-ole-storage"
WORD_97 = "application/msword"
EXCEL_97 = "application/vnd.ms-excel"
ENCRYPTED = "application/vnd.ms-office.encrypted"
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
OPEN_TEXT = f"{_OPEN_DOCUMENT}text"
OPEN_SHEET = f"{_OPEN_DOCUMENT}spreadsheet"
_HELD = {
    "word/document.xml": WORD,
    "xl/workbook.xml": EXCEL,
    "xl/workbook.bin": "application/vnd.ms-excel.sheet.binary.macroenabled.12",
    "ppt/presentation.xml": POWERPOINT,
}
_NAMED = {".docx": WORD, ".docm": WORD, ".dotx": WORD, ".xlsx": EXCEL, ".xlsm": EXCEL}
"""What a damaged archive was, if nothing in it can tell."""
_LONGEST = 200
"""Bytes: a `mimetype` longer than this is none."""


def archive_to_kind(path: Path) -> str:
    """The media type of an Office or OpenDocument file; that of a zip archive for any other.

    An archive that is cut short has lost its list of contents, but not the names that stand before each part.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = {info.filename: info.file_size for info in archive.infolist()}
            said = archive.read("mimetype") if 0 < names.get("mimetype", 0) < _LONGEST else b""
    except Exception:  # noqa: BLE001  zipfile and zlib raise whatever a damaged archive makes of it
        return _damaged_to_kind(path.read_bytes()) or _NAMED.get(path.suffix.lower(), ZIP)
    if said.startswith(_OPEN_DOCUMENT.encode()):
        return said.decode("ascii", "replace").strip()
    return next((kind for name, kind in _HELD.items() if name in names), ZIP)


def old_office_to_kind(path: Path) -> str:
    """The media type of a file of the Office of 1997, or of a new one that is locked in one; that of such a file for any other."""
    data = path.read_bytes()
    streams = (("EncryptedPackage", ENCRYPTED), ("WordDocument", WORD_97), ("Workbook", EXCEL_97), ("Book", EXCEL_97))
    return next((kind for name, kind in streams if name.encode("utf-16-le") in data), OLD_OFFICE)


def _damaged_to_kind(data: bytes) -> str:
    said = data[30 + len("mimetype") :][:_LONGEST] if data[30:].startswith(b"mimetype") else b""
    if said.startswith(_OPEN_DOCUMENT.encode()):
        return said.partition(b"PK")[0].decode("ascii", "replace").strip()
    return next((kind for name, kind in _HELD.items() if name.partition("/")[0].encode() + b"/" in data), "")
