"""The report in a web page, step by step -> headings, paragraphs, list items and tables in reading order."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from extract.joins import BULLETS
from extract.web.grid import groups_to_grid
from extract.web.tables import HEADINGS, Tables, captions_of, groups_of
from extract.web.text import Lines, is_block, steps_to_text
from extract.web.tree import Step, walk, words_of
from schemas import Grid, Passage, PassageKind, Place, Text

_MSO_HEADING = re.compile(r"\b(?:mso)?heading-?(\d)\b|\bmsotitle\b")
_MSO_ITEM = re.compile(r"mso-list\s*:\s*\w+ level(\d)")
_BULLET = re.compile(rf"(?:[{BULLETS}§]|[-–o](?=\s))\s*(?=\S)")
_HEADING_LENGTH = 120
"""Characters: bold text longer than this is no heading."""
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_FIRST = 1


@dataclass
class _Flow:
    """Where the reader of a page stands. `kind` and `level`: of the passage begun; `home`: the element whose end ends it, if one does."""

    tables: Tables
    dropped: AbstractSet[HtmlElement]
    tabs: dict[str, str]
    blocks: list[Grid | Passage] = field(default_factory=list)
    lines: Lines = field(default_factory=Lines)
    kind: PassageKind = PassageKind.PARAGRAPH
    level: int = _FIRST
    home: HtmlElement | None = None
    heading: int = 0
    depth: int = 0
    anchor: str = ""
    grids: int = 0
    passages: int = 0

    def begin(self, kind: PassageKind, level: int, home: HtmlElement | None) -> None:
        """End the passage before and begin another."""
        self.flush()
        self.kind, self.level, self.home = kind, level, home

    def flush(self) -> None:
        """End the passage."""
        text = self.lines.text()
        kind, level = self.kind, self.level
        if kind is PassageKind.PARAGRAPH and self.lines.all_bold and _is_title(text):
            kind, level = PassageKind.HEADING, self.heading + 1
        elif kind is PassageKind.HEADING:
            self.heading = level
        bullet = _BULLET.match(str(text))
        if bullet and kind is not PassageKind.HEADING:
            kind, text = PassageKind.ITEM, _without(text, bullet.end())
        self.add(kind, level, text)
        self.lines.clear()
        self.kind, self.level, self.home = PassageKind.PARAGRAPH, _FIRST, None

    def add(self, kind: PassageKind, level: int, text: Text) -> None:
        """Add a passage, if there is one."""
        if text:
            self.passages += 1
            self.blocks.append(Passage(kind, text, Place(paragraph=self.passages, anchor=self.anchor), level))


def tree_to_blocks(root: HtmlElement, tables: Tables, dropped: AbstractSet[HtmlElement]) -> tuple[Grid | Passage, ...]:
    """The blocks of the page but for what is dropped, numbered, each with the nearest anchor at or above it."""
    flow = _Flow(tables, dropped, _tabs(root))
    for step in walk(root, dropped, tables.__contains__):
        if step.kind == "whole":
            flow.flush()
            _anchor(flow, step.element)
            _table(flow, step.element)
        else:
            _step(flow, step)
    flow.flush()
    return tuple(flow.blocks)


def _tabs(root: HtmlElement) -> dict[str, str]:
    """The words on the tab of each part of the page that has one, by the id of that part."""
    tabs = (element for element in root.iter() if element.get("role") == "tab")
    named = ((str(tab.get("aria-controls") or tab.get("href") or "").lstrip("#"), " ".join(tab.text_content().split())) for tab in tabs)
    return {part: words for part, words in named if part}


def _is_title(text: Text) -> bool:
    plain = str(text)
    return len(plain) <= _HEADING_LENGTH and len(text.lines) == 1 and not plain.endswith((".", ";", ",")) and plain[:1] not in "*†‡"


def _without(text: Text, end: int) -> Text:
    """The text behind its bullet."""
    return Text.of("\n".join([str(text.lines[0])[end:], *map(str, text.lines[1:])]))


def _step(flow: _Flow, step: Step) -> None:
    element = step.element
    if step.kind == "start":
        _anchor(flow, element)
        _start(flow, element)
    elif step.kind == "end":
        _end(flow, element)
    flow.lines.take(step)
    if flow.lines.ends_paragraph and flow.home is None:
        flow.flush()


def _anchor(flow: _Flow, element: HtmlElement) -> None:
    flow.anchor = str(element.get("id") or (element.get("name") if element.tag == "a" else "") or flow.anchor)


def _start(flow: _Flow, element: HtmlElement) -> None:
    if element.get("id") in flow.tabs:
        flow.flush()
        flow.add(PassageKind.HEADING, flow.heading + 1, Text.of(flow.tabs[element.get("id")]))
    flow.depth += element.tag in _LISTS
    kind, level = _opens(flow, element)
    if kind is not None:
        flow.begin(kind, level, element)
    elif is_block(element) and not _is_inside(flow, element):
        flow.flush()


def _opens(flow: _Flow, element: HtmlElement) -> tuple[PassageKind | None, int]:
    """The kind and level of the passage that an element opens, if it opens one."""
    level = _heading_level(flow, element)
    if level:
        return PassageKind.HEADING, level
    listed = _MSO_ITEM.search(words_of(element, "style")) if element.tag == "p" else None
    if listed:
        return PassageKind.ITEM, int(listed[1])
    if element.tag in {"li", "dt"} or element in flow.tables.pairs or (element.tag == "dd" and flow.home is None):
        return PassageKind.ITEM, max(_FIRST, flow.depth)
    return None, _FIRST


def _heading_level(flow: _Flow, element: HtmlElement) -> int:
    if flow.home is not None and flow.home in flow.tables.pairs:
        return 0
    if element.tag in HEADINGS:
        return int(element.tag[1])
    if element.get("role") == "heading":
        return int(level) if (level := str(element.get("aria-level"))).isdigit() else flow.heading + 1
    if element.tag == "p" and (named := _MSO_HEADING.search(words_of(element, "class"))):
        return int(named[1] or _FIRST)
    opens = element.tag == "summary" or (element.tag == "button" and flow.home is None)
    return flow.heading + 1 if opens else 0


def _is_inside(flow: _Flow, element: HtmlElement) -> bool:
    """Paragraphs of one entry, and what a term means, are lines of it; a list or heading within begins anew."""
    return flow.home is not None and element.tag not in _LISTS | {"table", "dl", "details"}


def _end(flow: _Flow, element: HtmlElement) -> None:
    flow.depth -= element.tag in _LISTS
    term = element.tag == "dt"
    if (element is flow.home and not term) or (is_block(element) and not term and (flow.home is None or element.tag in {"dd", "dl"})):
        flow.flush()


def _table(flow: _Flow, table: HtmlElement) -> None:
    """A table with its captions above it and the tables in its cells below it."""
    inner: list[HtmlElement] = []

    def to_text(cell: HtmlElement) -> Text:
        return steps_to_text(_seen(cell, flow, inner))

    captions = [to_text(caption) for caption in captions_of(table, flow.tables, flow.dropped)]
    for caption in captions:
        flow.add(PassageKind.PARAGRAPH, _FIRST, caption)
    place = Place(table=flow.grids + 1, anchor=flow.anchor)
    grid = groups_to_grid(groups_of(table, flow.tables, flow.dropped), to_text, place)
    if grid is not None:
        flow.grids += 1
        flow.blocks.append(Grid(grid.rows, grid.place, Text.joined(captions)))
    for nested in inner:
        _table(flow, nested)


def _seen(cell: HtmlElement, flow: _Flow, inner: list[HtmlElement]) -> Iterator[Step]:
    """The steps through a cell; the tables in it are set aside."""
    for step in walk(cell, flow.dropped, flow.tables.__contains__):
        if step.kind == "whole":
            inner.append(step.element)
        yield step
