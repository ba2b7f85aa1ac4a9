"""Web pages (HTML, XHTML, Word saved as a page) -> Document: the report in the page, and not the page around it."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path

from lxml.html import HtmlElement

from extract.web.flow import tree_to_blocks
from extract.web.furniture import Frame, tree_to_frame
from extract.web.pictures import tree_to_pictures
from extract.web.tables import tree_to_tables
from extract.web.text import Lines, is_block
from extract.web.tree import data_to_markup, is_cut, markup_to_tree, path_to_data, walk
from schemas import Document, Gap, Place, Text, UnreadableFileError

_CUT = "the page has no end, so what stood there may be missing; save it again"
_RUNNING = 12
"""Words: a longer line of a page's header or footer is no name."""
_MOST_RUNNING = 20
"""Lines of headers and footers that are kept."""
_SIGN_IN = 150
"""Words: a page that asks for a password and has no more is a page to sign in."""


def read(path: Path) -> Document:
    """The passages and grids of a web page, in reading order. Raises `UnreadableFileError` for a page that holds no report."""
    return markup_to_document(data_to_markup(path_to_data(path)), path.name)


def markup_to_document(markup: str, name: str) -> Document:
    """The same of a page's characters; `name` is what the file is called."""
    root = markup_to_tree(markup, name)
    frame = tree_to_frame(root)
    blocks = tree_to_blocks(root, tree_to_tables(root, frame.dropped), frame.dropped)
    gaps = (Gap(Place(), _CUT),) if is_cut(markup) else ()
    running, pictures = tuple(_running(root, frame)), tree_to_pictures(root, frame.dropped)
    document = Document("text/html", "html", blocks, running=running, title=_title(root), gaps=gaps, pictures=pictures)
    if not blocks:
        raise UnreadableFileError(f"{name}: the page holds no text; {_instead(root)}")
    if _asks_for_password(root) and sum(len(passage.text.words) for passage in document.passages) < _SIGN_IN and not document.grids:
        raise UnreadableFileError(f"{name}: it is a page to sign in; sign in, and save the page behind it")
    return document


def _title(root: HtmlElement) -> str:
    named = next((element for name in ("title", "h1") for element in root.iter(name)), None)
    return "" if named is None else " ".join(named.text_content().split())


def _instead(root: HtmlElement) -> str:
    """What to save in the place of a page without text."""
    if next(root.iter("frame", "iframe"), None) is not None:
        return "it shows other pages in frames: save the one that holds the report"
    scripted = next(root.iter("script"), None) is not None
    return f"{'its text is made by a program in the page: ' if scripted else ''}save the page as the browser shows it"


def _asks_for_password(root: HtmlElement) -> bool:
    return any(str(element.get("type")).lower() == "password" for element in root.iter("input"))


def _running(root: HtmlElement, frame: Frame) -> Iterator[Text]:
    """The names in the page's own headers and footers, each once: what holds figures there is a telephone number, a year of copyright."""
    site = [str(meta.get("content") or "") for meta in root.iter("meta") if meta.get("property") == "og:site_name"]
    shown = [str(line) for element in frame.around for line in _lines(element, frame.dropped - {element})]
    names = [line for line in (*site, *shown) if len(line.split()) <= _RUNNING and _is_name(line)]
    yield from map(Text.of, list(dict.fromkeys(names))[:_MOST_RUNNING])


def _is_name(line: str) -> bool:
    return any(map(str.isalpha, line)) and not any(map(str.isdigit, line))


def _lines(element: HtmlElement, dropped: AbstractSet[HtmlElement]) -> Iterator[Text]:
    """The lines of a part of the page; links side by side are lines of their own."""
    lines = Lines()
    for step in walk(element, dropped):
        lines.take(step)
        if step.element.tag == "a" and not is_block(step.element):
            lines.break_line()
    yield from lines.text().lines
