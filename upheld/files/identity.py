"""File -> the report's name, hash and supposed kind, from its path and content alone."""

import os
import re
import unicodedata
from hashlib import file_digest, sha256
from mimetypes import MimeTypes
from pathlib import Path

from schemas import Report, UnreadableFileError
from upheld.files.walk import printed_path

CHUNK = 1 << 20  # bytes read at a time: a report may be larger than the memory it should take
SLUG_LENGTH = 80  # characters, so that a deep path still gives a name that fits a column
ID_DIGITS = 8

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KINDS = {
    "application/pdf": "a PDF",
    "text/plain": "plain text",
    "text/markdown": "Markdown",
    "text/html": "a web page",
    WORD: "a Word document",
}
PROMISES = {
    ".pdf": "application/pdf",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".docx": WORD,
}
PLAIN = frozenset({"text/plain", "text/markdown"})  # the one is the other with conventions: no promise is broken


def name_to_media_type(name: str) -> str:
    """What the name says the file is; Python's own list, since a system's list differs from machine to machine."""
    suffix = Path(name).suffix.lower()
    return PROMISES.get(suffix) or MimeTypes().guess_type(f"file{suffix}")[0] or "application/octet-stream"


def broken_promise(name: str, media_type: str) -> str:
    """A sentence if the file is of another kind than its name says, else nothing."""
    suffix = Path(name).suffix.lower()
    promised = PROMISES.get(suffix)
    if promised is None or promised == media_type or {promised, media_type} <= PLAIN:
        return ""
    kind = KINDS.get(media_type, media_type)
    return f"named {suffix} but is {kind}; read as {kind}"


def path_to_slug(path: str) -> str:
    """The path in lower-case letters, digits and hyphens."""
    ascii_only = unicodedata.normalize("NFKD", path).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")[:SLUG_LENGTH].strip("-") or "report"


def hash_file(path: Path, relative: bytes) -> tuple[str, str]:
    """SHA-256 of the content, and of path and content together."""
    content, both = sha256(), sha256(relative + b"\0")
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            content.update(chunk)
            both.update(chunk)
    return content.hexdigest(), both.hexdigest()


def is_unchanged(path: Path, content: str) -> bool:
    """Whether a file is there and still has the content with this SHA-256."""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest() == content
    except OSError:
        return False


def path_to_report(path: Path, folder: Path) -> Report:
    """The report's row before it is read; UnreadableFileError if the file cannot even be opened."""
    file = printed_path(path, folder)
    if path.is_symlink() and not path.exists():
        raise UnreadableFileError(f"{path}: is a link that leads to no file; put a copy of the report in its place")
    if not path.exists():
        raise UnreadableFileError(f"{path}: was taken away before it could be read; put it back")
    if path.is_dir():
        raise UnreadableFileError(f"{path}: is a folder that may not be opened; check its permissions")
    if not path.is_file():
        raise UnreadableFileError(f"{path}: is no ordinary file; put a copy of the report in its place")
    try:
        content, both = hash_file(path, os.fsencode(path.relative_to(folder).as_posix()))
    except OSError as error:
        raise UnreadableFileError(f"{path}: cannot be opened: {error.strerror}; check its permissions") from error
    return Report(f"{path_to_slug(file)}-{both[:ID_DIGITS]}", file, content, name_to_media_type(file))


def unopened_report(path: Path, folder: Path) -> Report:
    """The row of a file whose content nobody saw."""
    file = printed_path(path, folder)
    digits = sha256(os.fsencode(path.relative_to(folder).as_posix()) + b"\0").hexdigest()[:ID_DIGITS]
    return Report(f"{path_to_slug(file)}-{digits}", file, "", name_to_media_type(file))
