"""Which parts of a web page are tables of data: real ones that are no mere layout, and rows of boxes side by side."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from extract.joins import is_figure
from extract.web.tree import walk
from schemas import Text

Row = list[HtmlElement]
"""Its cells."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ROLES = frozenset({"table", "grid", "treegrid"})
_CELL_ROLES = frozenset({"cell", "gridcell", "columnheader", "rowheader"})
_BOX_TAGS = frozenset({"div", "section", "a", "article", "span", "dl"})
_CELL_TAGS = frozenset({"div", "p", "span", "strong", "b", "em", "dt", "dd", *HEADINGS})
_NO_CELL = frozenset({"table", "ul", "ol", "dl", "form", "article", "section", "details", *HEADINGS})
"""What is too much for a cell made of boxes."""
_FIGURES = 4
"""Cells with nothing but a figure, from which a table that holds headings or other tables is data all the same."""
_CELL = 160
"""Letters of the longest cell made of boxes: more is a column of text."""
_PARTS = 12
"""Elements within a cell made of boxes, at the most."""
_PAIR = 2


@dataclass(slots=True)
class _Shape:
    """What a table is made of. `holds`: headings or other tables within it; `widest`: cells of its widest row."""

    rows: int = 0
    cells: int = 0
    widest: int = 0
    heads: int = 0
    figures: int = 0
    holds: bool = False
    texts: list[str] = field(default_factory=list)

    def end_row(self, before: int) -> None:
        self.widest = max(self.widest, self.cells - before)


@dataclass(frozen=True, slots=True)
class Tables:
    """`real`: the tables that hold data; `boxes`: rows of boxes that do, with what is between; `pairs`: boxes of a label and a figure."""

    real: frozenset[HtmlElement]
    boxes: frozenset[HtmlElement]
    pairs: frozenset[HtmlElement]

    def __contains__(self, element: object) -> bool:
        return element in self.real or element in self.boxes


def tree_to_tables(root: HtmlElement, dropped: AbstractSet[HtmlElement]) -> Tables:
    """The tables of a page; all else that is set in tables is layout."""
    shapes = _shapes(root, dropped)
    real = frozenset(table for table, shape in shapes.items() if not _is_layout(table, shape))
    boxed = [s.element for s in walk(root, dropped, real.__contains__) if s.kind == "start" and s.element.tag in _BOX_TAGS]
    rows = {element for element in boxed if _is_row(element, dropped)}
    boxes = frozenset(e for e in boxed if e not in rows and (e.get("role") in _ROLES or _is_table_of_boxes(e, rows, dropped)))
    pairs = frozenset(row for row in rows if _is_pair(kept(row, dropped)))
    return Tables(real, boxes, pairs)


def kept(element: HtmlElement, dropped: AbstractSet[HtmlElement]) -> Row:
    """The elements within one, but for what is dropped."""
    return [child for child in element if child not in dropped and child.tag != "br"]


def _shapes(root: HtmlElement, dropped: AbstractSet[HtmlElement]) -> dict[HtmlElement, _Shape]:
    shapes: dict[HtmlElement, _Shape] = {}
    opened: list[_Shape] = []
    before: list[int] = []
    for step in walk(root, dropped):
        tag = step.element.tag
        if tag == "table" and step.kind == "start":
            shapes[step.element] = shape = _Shape()
            for outer in opened[-1:]:
                outer.holds = True
            opened.append(shape)
        elif tag == "table" and step.kind == "end":
            opened.pop()
        elif opened:
            _take(opened[-1], step.kind, tag, step.text, before)
    return shapes


def _take(shape: _Shape, kind: str, tag: str, text: str, before: list[int]) -> None:
    if kind == "text" and shape.texts:
        shape.texts.append(text)
    elif tag == "tr" and kind == "start":
        shape.rows += 1
        before.append(shape.cells)
    elif tag == "tr" and kind == "end":
        shape.end_row(before.pop())
    elif tag in {"td", "th"} and kind == "start":
        shape.cells += 1
        shape.heads += tag == "th"
        shape.texts = [""]
    elif tag in {"td", "th"} and kind == "end":
        shape.figures += is_figure(Text.of("".join(shape.texts)))
        shape.texts = []
    elif tag in HEADINGS and kind == "start":
        shape.holds = True


def _is_layout(table: HtmlElement, shape: _Shape) -> bool:
    """A table of one cell or column, one that is said to be layout, one that holds parts of a page: unless its own cells are data."""
    data = shape.heads > 0 or shape.figures >= _FIGURES
    if shape.cells < _PAIR or shape.widest < _PAIR:
        return not shape.heads or shape.cells < _PAIR
    if table.get("role") in {"presentation", "none"} or shape.holds:
        return not data
    return shape.rows == 1 and not data and not shape.figures


def groups_of(table: HtmlElement, tables: Tables, dropped: AbstractSet[HtmlElement]) -> list[list[Row]]:
    """The rows of a table in their groups: what heads it first, what ends it last."""
    if table in tables.boxes:
        return [list(_box_rows(table, dropped))]
    groups: dict[str, list[list[Row]]] = {"thead": [], "": [[]], "tfoot": []}
    for child in kept(table, dropped):
        if child.tag == "tr":
            groups[""][-1].append(_cells(child, dropped))
        elif child.tag != "caption":
            rows = [_cells(row, dropped) for row in child.iterchildren("tr") if row not in dropped]
            groups.get(child.tag, groups[""]).append(rows)
            groups[""].append([])
    return [rows for part in groups.values() for rows in part if rows]


def captions_of(table: HtmlElement, tables: Tables, dropped: AbstractSet[HtmlElement]) -> Row:
    """What stands above the rows and belongs to the table."""
    children = kept(table, dropped)
    if table in tables.real:
        return [child for child in children if child.tag == "caption"]
    first = next((n for n, child in enumerate(children) if _is_row(child, dropped) or _is_group(child, dropped)), 0)
    return children[:first]


def _cells(row: HtmlElement, dropped: AbstractSet[HtmlElement]) -> Row:
    return [cell for cell in kept(row, dropped) if cell.tag in {"td", "th"}]


def _box_rows(table: HtmlElement, dropped: AbstractSet[HtmlElement]) -> Iterator[Row]:
    """The rows; a box between them that is none is a row of one cell."""
    begun = False
    for child in kept(table, dropped):
        if _is_row(child, dropped):
            begun = True
            yield kept(child, dropped)
        elif _is_group(child, dropped):
            begun = True
            yield from _box_rows(child, dropped)
        elif begun:
            yield [child]


def _is_group(element: HtmlElement, dropped: AbstractSet[HtmlElement]) -> bool:
    inner = kept(element, dropped)
    return element.get("role") == "rowgroup" or (len(inner) > 0 and not _own_text(element) and all(_is_row(row, dropped) for row in inner))


def _is_row(element: HtmlElement, dropped: AbstractSet[HtmlElement]) -> bool:
    if element.get("role") in {"row", "rowgroup", *_ROLES}:
        return bool(element.get("role") == "row")
    cells = kept(element, dropped)
    return element.tag in _BOX_TAGS and len(cells) >= _PAIR and not _own_text(element) and all(map(_is_cell, cells))


def _own_text(element: HtmlElement) -> bool:
    return any(text and text.strip() for text in (element.text, *(child.tail for child in element)))


def _is_cell(element: HtmlElement) -> bool:
    if element.get("role") in _CELL_ROLES:
        return True
    letters = 0
    if element.tag not in _CELL_TAGS or sum(child.tag == "div" for child in element) > 1:
        return False
    for parts, inner in enumerate(element.iter()):
        letters += len(inner.text or "") + (len(inner.tail or "") if inner is not element else 0)
        if parts > _PARTS or letters > _CELL or (inner is not element and inner.tag in _NO_CELL):
            return False
    return True


def _is_table_of_boxes(element: HtmlElement, rows: AbstractSet[HtmlElement], dropped: AbstractSet[HtmlElement]) -> bool:
    """Rows of as many boxes each, three or more, or two below a heading of two, with figures in them."""
    inner = kept(element, dropped)
    if _own_text(element) or not any(child in rows or any(row in rows for row in child) for child in inner):
        return False
    found = [row for row in _box_rows(element, dropped) if len(row) > 1]
    widths = {len(row) for row in found}
    filled = [[_is_figure_cell(cell) for cell in row] for row in found]
    figures = any(any(row) for row in filled[1:])
    headed = len(filled) > 1 and not any(filled[0])
    labelled = all(not row[0] for row in filled)
    return len(found) > 1 and len(widths) == 1 and figures and labelled and (headed or widths != {_PAIR})


def _is_pair(cells: Sequence[HtmlElement]) -> bool:
    return len(cells) == _PAIR and sum(map(_is_figure_cell, cells)) == 1


def _is_figure_cell(cell: HtmlElement) -> bool:
    return is_figure(Text.of("".join(cell.itertext())))
