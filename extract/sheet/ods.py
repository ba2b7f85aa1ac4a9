"""The reader of OpenDocument spreadsheets: each cell as it is shown, without what is struck through."""

import zipfile
from collections.abc import Container, Iterator
from pathlib import Path

from lxml import etree

from extract.archive import OPEN_SHEET
from extract.office.ooxml import Element, attribute, child, children, descendants, local
from extract.places import numbered
from extract.sheet.sheets import Hidden, Sheet, sheet_to_blocks, squares
from extract.unseen import SEEN
from schemas import Document, Text, UnreadableFileError

_MOST = 1_000
"""Times that a filled cell or row is repeated: no table of a report says the same more often."""
_GROUPS = frozenset({"table-row-group", "table-header-rows", "table-rows", "table-columns", "table-column-group", "table-header-columns"})
_NOT_SHOWN = frozenset({"annotation", "note", "shapes", "forms"})


def read(path: Path) -> Document:
    """Read a spreadsheet (`.ods`).

    Raises `UnreadableFileError` for a file that is damaged or encrypted, or shows nothing.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            encrypted = b"encryption-data" in archive.read("META-INF/manifest.xml")
            content = etree.fromstring(archive.read("content.xml"), _parser()) if not encrypted else None
    except Exception as error:  # zipfile and lxml raise whatever a damaged file makes of it
        raise UnreadableFileError(f"{path.name}: the spreadsheet is damaged; save it again, or get a new copy") from error
    if content is None:
        raise UnreadableFileError(f"{path.name}: the spreadsheet is encrypted and asks for a password; save a copy without one")
    hidden, struck = _hidden(content), _struck(content)
    tables = [table for table in descendants(content, "table") if attribute(table, "style-name") not in hidden]
    blocks = numbered([block for table in tables for block in sheet_to_blocks(_sheet(table, struck))])
    if not blocks:
        raise UnreadableFileError(f"{path.name}: no cell of the spreadsheet shows anything; it should hold the tables of a report")
    return Document(OPEN_SHEET, "lxml", blocks)


def _hidden(content: Element) -> set[str]:
    """The styles of sheets that are not shown."""
    styles = descendants(content, "style")
    return {attribute(style, "name") for style in styles if attribute(child(style, "table-properties"), "display") == "false"}


def _struck(content: Element) -> set[str]:
    """The styles of cells and of parts of their text that are struck through."""
    lines = {attribute(style, "name"): child(style, "text-properties") for style in descendants(content, "style")}
    return {name for name, look in lines.items() if {attribute(look, f"text-line-through-{of}") for of in ("style", "type")} - {"", "none"}}


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, huge_tree=True)


def _sheet(table: Element, struck: Container[str]) -> Sheet:
    texts: dict[tuple[int, int], Text] = {}
    spans: list[tuple[int, int, int, int]] = []
    hidden: set[int] = set()
    at = 1
    for row in _inside(table, "table-row"):
        times = _number(row, "number-rows-repeated")
        cells = list(_cells(row, struck))
        for r in range(at, at + (min(times, _MOST) if cells else 0)):
            texts |= {(r, c): text for c, text, _ in cells}
            spans += [(r, c, r + down - 1, c + across - 1) for c, _, (across, down) in cells if across * down > 1]
        if attribute(row, "visibility") in {"collapse", "filter"}:
            hidden |= set(range(at, at + min(times, _MOST)))
        at += times
    name = attribute(table, "name")
    return Sheet(name, squares(texts, spans, Hidden(frozenset(hidden), _columns(table)), name))


def _cells(row: Element, struck: Container[str]) -> Iterator[tuple[int, Text, tuple[int, int]]]:
    """The column, text and span of each filled cell."""
    at = 1
    for cell in row:
        if local(cell) not in {"table-cell", "covered-table-cell"}:
            continue
        times = _number(cell, "number-columns-repeated")
        text = _text(cell, struck) if local(cell) == "table-cell" else Text()
        if text:
            span = (min(_number(cell, "number-columns-spanned"), _MOST), min(_number(cell, "number-rows-spanned"), _MOST))
            yield from ((c, text, span) for c in range(at, at + min(times, _MOST)))
        at += times


def _text(cell: Element, struck: Container[str]) -> Text:
    paragraphs = children(cell, "p") if attribute(cell, "style-name") not in struck else ()
    return Text.of("\n".join("".join(_printed(paragraph, struck)) for paragraph in paragraphs).translate(SEEN))


def _printed(element: Element, struck: Container[str]) -> Iterator[str]:
    """The text of a paragraph, without comments; blanks and breaks are elements."""
    yield element.text or ""
    for part in element:
        name = local(part)
        if name == "s":
            yield " "
        elif name in {"tab", "line-break"}:
            yield "\n" if name == "line-break" else "\t"
        elif name not in _NOT_SHOWN and attribute(part, "style-name") not in struck:
            yield from _printed(part, struck)
        yield part.tail or ""


def _columns(table: Element) -> frozenset[int]:
    """The columns that are not shown."""
    hidden: set[int] = set()
    at = 1
    for column in _inside(table, "table-column"):
        times = _number(column, "number-columns-repeated")
        if attribute(column, "visibility") in {"collapse", "filter"}:
            hidden |= set(range(at, at + min(times, _MOST)))
        at += times
    return frozenset(hidden)


def _inside(element: Element, name: str) -> Iterator[Element]:
    for part in element:
        if local(part) == name:
            yield part
        elif local(part) in _GROUPS:
            yield from _inside(part, name)


def _number(element: Element, name: str) -> int:
    said = attribute(element, name)
    return int(said) if said.isdecimal() and int(said) else 1
