"""A web page's bytes -> its tree, and the way through it: what starts, what ends, and the text between."""

import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import NamedTuple

from bs4.dammit import EncodingDetector
from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from schemas import UnreadableFileError

_MOST = 30_000_000
"""Bytes: a report with all its pictures inside has a third of them."""
_INLINE = re.compile(r"</?(?:a|b|i|u|em|font|span|strong|small|big|center|tt)\b[^<>]*>", re.IGNORECASE)
"""Tags that change only how words look."""
_LATIN = frozenset({"iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"})
"""Names under which browsers read Windows-1252 (WHATWG Encoding, 4.2)."""


_BEGIN = re.compile(r"<html\b", re.IGNORECASE)
_END = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)


class Step(NamedTuple):
    """One step through a page: an element `start`s or `end`s, stands as a `whole`, or `text` follows."""

    kind: str
    element: HtmlElement
    text: str = ""


def path_to_data(path: Path) -> bytes:
    """The file's bytes. Raises `UnreadableFileError` where the file cannot be opened or is too large."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= _MOST else b""
    except OSError as error:
        raise UnreadableFileError(f"{path.name}: the file cannot be opened ({error.strerror}); it should be a web page") from error
    if size > _MOST:
        raise UnreadableFileError(f"{path.name}: the page has {size / 1e6:.0f} MB; a page of up to {_MOST / 1e6:.0f} MB is read; divide it")
    return data


def is_cut(markup: str) -> bool:
    """Whether a page that begins as a whole one does not end as one."""
    return _BEGIN.search(markup) is not None and _END.search(markup) is None


def markup_to_tree(markup: str, name: str) -> HtmlElement:
    """The page's tree. Raises `UnreadableFileError`, which tells the page's `name`, where it holds no page."""
    tree = _parsed(markup)
    if tree is None:
        tree = _parsed(_INLINE.sub("", markup))
    if tree is None:
        raise UnreadableFileError(f"{name}: its elements stand within more than 2,000 others, as in no page; save it again")
    return tree


def _parsed(markup: str) -> HtmlElement | None:
    """The tree; None where the parser gave up because elements stand too deep within others, as tags that nobody closed do."""
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    tree = etree.fromstring((markup.strip() or "<p>").encode("utf-8", "replace"), parser)
    return None if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log) else tree


def data_to_markup(data: bytes, said: str | None = None) -> str:
    """The page's characters: as its first bytes say, or what it came in, or it itself, else UTF-8, else Windows-1252."""
    bare, marked = EncodingDetector.strip_byte_order_mark(data)
    declared = EncodingDetector.find_declared_encoding(bare, is_html=True) if marked is None else None
    for encoding in (marked, said, "windows-1252" if declared in _LATIN else declared, "utf-8"):
        try:
            text = bare.decode(encoding) if encoding else None
        except (LookupError, UnicodeDecodeError):  # an unknown name, or one that does not fit
            continue
        if text is not None:
            return text.replace("\0", "")
    return bare.decode("windows-1252", "replace").replace("\0", "")


def walk(root: HtmlElement, dropped: AbstractSet[HtmlElement], is_whole: Callable[[HtmlElement], bool] = lambda _: False) -> Iterator[Step]:
    """Every step through `root`, past what is dropped; what `is_whole` is one step, and nothing within it any."""
    steps = etree.iterwalk(root, events=("start", "end"))
    for event, element in steps:
        out = element in dropped
        whole = not out and element is not root and is_whole(element)
        if event == "start" and (out or whole):
            steps.skip_subtree()
        if event == "start" and not out:
            yield Step("whole" if whole else "start", element)
            yield Step("text", element, "" if whole else element.text or "")
        elif event == "end":
            yield Step("none" if out or whole else "end", element)
            yield Step("text", element, "" if element is root else element.tail or "")


def words_of(element: HtmlElement, *names: str) -> str:
    """What the attributes of an element say, in small letters; nothing where it has none of them."""
    return " ".join(str(element.get(name) or "") for name in names).strip().lower()
