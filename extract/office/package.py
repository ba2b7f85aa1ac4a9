"""An Office file (Word, Excel) -> the package that the libraries open: whatever dialect it was written in."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

from schemas import UnreadableFileError

_STRICT = b"http://purl.oclc.org/ooxml/"
_DIALECT = {
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
"""Namespaces of ISO/IEC 29500 Strict whose transitional names do not follow from the rule below."""
_DRAWING = re.compile(rb"http://purl\.oclc\.org/ooxml/drawingml/(\w+)")
_MACROS = re.compile(
    rb"application/vnd\.(?:ms-word\.(?:document|template)\.macroEnabled(?:Template)?|openxmlformats-officedocument\."
    rb"wordprocessingml\.template)\.main\+xml"
)
_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = "[Content_Types].xml"


def opened(path: Path) -> BytesIO:
    """The archive; one in the strict dialect, with macros or made as a template is told as an ordinary document.

    Raises `UnreadableFileError` where the archive is damaged.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            parts = {part.filename: archive.read(part) for part in archive.infolist()}
    except Exception as error:  # zipfile and zlib raise whatever a damaged archive makes of it
        raise UnreadableFileError(f"{path.name}: the file is damaged or cut short; get it again from its source") from error
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, _usual(name, content))
    made.seek(0)
    return made


def _usual(name: str, content: bytes) -> bytes:
    if name == _TYPES:
        return _MACROS.sub(_DOCUMENT, content)
    if _STRICT not in content or not name.endswith((".xml", ".rels")):
        return content
    for strict, usual in _DIALECT.items():
        content = content.replace(strict, usual)
    return _DRAWING.sub(rb"http://schemas.openxmlformats.org/drawingml/2006/\1", content)
