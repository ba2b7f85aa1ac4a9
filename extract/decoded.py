"""A text file -> its text: encodings, and the lines that each page repeats."""

import re
from collections.abc import Sequence
from pathlib import Path

from extract.unseen import SEEN
from schemas import Text, UnreadableFileError

_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
"""Codes that text has no use for; 26 ended a file once, 27 begins a colour on a terminal."""
_OBJECT = re.compile(rb"(?:^|[\r\n])\d+ \d+ obj\b")
_MOST = 10_000_000
"""Bytes: the longest report has a tenth of them, and the words of a text in memory take fifty times its room."""
_PAGES = 3
"""From this many pages on, a line that opens or ends most of them is a running header or footer."""


def is_text(path: Path) -> bool:
    """Whether a file that is named otherwise holds text, and no PDF that has lost its head."""
    with path.open("rb") as file:
        data = file.read(_MOST)
    return data.startswith(tuple(_BYTE_ORDER_MARKS)) or not (_CONTROL.search(data) or _OBJECT.search(data))


def decoded(path: Path) -> str:
    """The text, with its lines ended by line feeds: UTF-8, UTF-16 where the file says so, else Windows-1252."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= _MOST else b""
    except OSError as error:
        raise UnreadableFileError(f"{path.name}: the file cannot be opened ({error.strerror}); it should be a text file") from error
    if size > _MOST:
        said = f"{path.name}: the file holds {size / 1e6:.0f} MB of text; a text of up to {_MOST / 1e6:.0f} MB is read"
        raise UnreadableFileError(f"{said}; divide it")
    marked = next((encoding for mark, encoding in _BYTE_ORDER_MARKS.items() if data.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            raise UnreadableFileError(f"{path.name}: the file holds NUL bytes, so it is no text; it should be text in UTF-8")
        return text.replace("\r\n", "\n").replace("\r", "\n").translate(SEEN)
    raise UnreadableFileError(f"{path.name}: the bytes are no text in UTF-8, UTF-16 or Windows-1252; it should be text in UTF-8")


def without_running(text: str) -> tuple[str, tuple[Text, ...]]:
    """The text without running headers and footers, and each of these once; pages are what stands between form feeds."""
    pages = [page.split("\n") for page in text.split("\f")]
    edges = [_edges(page) for page in pages]
    seen: dict[str, list[str]] = {}
    for page, places in zip(pages, edges, strict=True):
        for key, line in {_numberless(page[place]): page[place] for place in sorted(places)}.items():
            seen.setdefault(key, []).append(line)
    running = {key: lines[0] for key, lines in seen.items() if len(pages) >= _PAGES and 2 * len(lines) > len(pages)}
    kept = (
        "\n".join(line for n, line in enumerate(page) if not (n in places and _numberless(line) in running))
        for page, places in zip(pages, edges, strict=True)
    )
    return "\f".join(kept), tuple(Text.of(line) for line in running.values())


def _edges(page: Sequence[str]) -> set[int]:
    filled = [n for n, line in enumerate(page) if line.strip()]
    return {*filled[:1], *filled[-1:]}


def _numberless(line: str) -> str:
    return " ".join(re.sub(r"\d+", "0", line).split())
