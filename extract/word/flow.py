"""The content of a Word document, a cell or a text box -> passages and grids in reading order."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from extract.joins import BULLETS
from extract.office.ooxml import Element, attribute, children, descendants, local, value
from extract.pictured import is_banner, is_large
from extract.word.pictures import Pictured
from extract.word.style import Styles
from extract.word.table import cells_to_blocks, squares
from extract.word.text import Anchor, AnchorKind, Run, chosen, extent, paragraph_to_pieces
from schemas import Cell, Gap, Grid, Passage, PassageKind, Place, Text

_HEADING_LENGTH = 120
"""Characters: a longer text is no heading, whatever its style."""
_LARGER = 1.15
"""Of the body's character size: from here a line is a heading by its size alone."""
_FIRST_LEVEL = 1
"""The level above a bold line where no heading stands above it."""
_SIGNED = re.compile(rf"[{BULLETS}]\s*|[-–—]\s+(?=\S)")
_UNENDED = re.compile(r"[^.:;!?]$")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_INSIDE = frozenset({"sdtContent", "customXml", "ins", "moveTo"})


@dataclass
class Word:
    """An open document: its styles, what its charts and notes are found by, and what is noticed while it is read.

    `body`: the usual size of its characters in points; `level`: that of the last heading by style; `notes`: those that were referred
    to and not told yet; `headed`: numbers of tables whose first row is marked as a head; `passage`: the words of the one
    before; `pictured`: the pictures with room for a chart or table.
    """

    styles: Styles
    chart: Callable[[str], Sequence[Grid] | str]
    note: Callable[[str, str], Element | None]
    body: float = 0.0
    level: int = _FIRST_LEVEL
    tables: int = 0
    marks: Counter[str] = field(default_factory=Counter)
    notes: list[Passage] = field(default_factory=list)
    headed: set[int] = field(default_factory=set)
    gaps: list[Gap] = field(default_factory=list)
    passage: str = ""
    pictured: list[Pictured] = field(default_factory=list)


def content_to_blocks(content: Element, word: Word) -> Iterator[Grid | Passage]:
    """The blocks of a body, a cell, a note or a text box; contents pages, which only repeat headings, give none."""
    for part in chosen(content):
        name = local(part)
        if name == "p":
            yield from _paragraph(part, word)
        elif name == "tbl":
            yield from _table(part, word)
        elif (name == "sdt" and "contents" not in value(part, "sdtPr", "docPartObj", "docPartGallery").lower()) or name in _INSIDE:
            yield from content_to_blocks(part, word)
        elif name == "altChunk":
            word.gaps.append(Gap(Place(), "a document that is embedded in this one could not be read; save it as one document"))


def usual_size(body: Element, styles: Styles) -> float:
    """The size in points of most characters, those of tables only where there are no others."""
    sizes: Counter[float] = Counter()
    outside = [paragraph for paragraph in children(body, "p") if next(descendants(paragraph, "t"), None) is not None]
    for paragraph in outside or descendants(body, "p"):
        for piece in paragraph_to_pieces(paragraph, styles):
            if isinstance(piece, Run):
                sizes[piece.size] += len(piece.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _paragraph(paragraph: Element, word: Word) -> Iterator[Grid | Passage]:
    """The passage, and before or behind its words what is anchored there."""
    if word.styles.name(paragraph).startswith(("toc ", "table of figures")):
        return
    runs: list[Run] = []
    drawn: list[Anchor] = []
    for piece in paragraph_to_pieces(paragraph, word.styles):
        if isinstance(piece, Run):
            runs.append(piece)
        elif piece.kind is AnchorKind.NOTE:
            runs += _noted(piece.element, word)
        elif any(run.text.strip() for run in runs) or piece.kind is AnchorKind.PICTURE:
            drawn.append(piece)
        else:
            yield from _drawn(piece, word)
    yield from _passages(paragraph, runs, word)
    for piece in drawn:
        if piece.kind is not AnchorKind.PICTURE or not any(run.text.strip() for run in runs):
            yield from _drawn(piece, word)


def _drawn(anchor: Anchor, word: Word) -> Iterator[Grid | Passage]:
    if anchor.kind is AnchorKind.BOX:
        yield from content_to_blocks(anchor.element, word)
    elif anchor.kind is AnchorKind.CHART:
        found = word.chart(attribute(anchor.element, "id"))
        if isinstance(found, str):
            word.gaps.append(Gap(Place(), found))
        else:
            yield from found
    else:
        wide, high = extent(anchor.element)
        if is_banner(wide, high):
            yield Passage(PassageKind.PICTURE, Text(), Place())
        elif is_large(wide, high):
            word.pictured.append(Pictured(anchor.element, word.passage))


def _noted(reference: Element, word: Word) -> Iterator[Run]:
    """The raised mark of a note; its text waits until the section ends."""
    kind = local(reference).removesuffix("Reference")
    content = word.note(kind, attribute(reference, "id"))
    own = attribute(reference, "customMarkFollows") not in {"", "0", "false"}
    if not own:
        word.marks[kind] += 1
    mark = "" if own else str(word.marks[kind]).translate(_SUPERSCRIPT)
    texts = [block.text for block in content_to_blocks(content, word) if isinstance(block, Passage)] if content is not None else []
    if any(texts):
        word.notes.append(Passage(PassageKind.PARAGRAPH, Text.joined([Text.of(mark), *texts]) if mark else Text.joined(texts), Place()))
    if mark:
        yield Run(mark)


def _passages(paragraph: Element, runs: Sequence[Run], word: Word) -> Iterator[Passage]:
    text = "".join(run.text for run in runs)
    if not text.strip():
        return
    level = word.styles.heading(paragraph)
    item, sign = word.styles.item(paragraph)
    plain = " ".join(text.split())
    word.passage = plain
    if level and len(plain) <= _HEADING_LENGTH:
        word.level = level
        yield Passage(PassageKind.HEADING, Text.of(text), Place(), level)
    elif sign != "•" and not _SIGNED.match(plain) and (level := _level(runs, plain, word)):
        yield Passage(PassageKind.HEADING, Text.of(text), Place(), level)
    elif item:
        yield Passage(PassageKind.ITEM, Text.of(f"{sign} {text.lstrip()}"), Place(), item)
    else:
        yield from (_line(line) for line in _lines(text))


def _level(runs: Sequence[Run], plain: str, word: Word) -> int:
    """The level of a line that is a heading by its looks, 0 for any other.

    Half as large again as the body is level 1, larger by a fifth 2, larger at all 3; a bold line no larger is below the heading above it.
    """
    shown = [run for run in runs if any(char.isalnum() for char in run.text) and run.size]
    if not shown or len(plain) > _HEADING_LENGTH or plain.startswith("*") or plain.endswith((".", ";", ",")):
        return 0
    size = min(run.size for run in shown)
    if size < _LARGER * word.body and not all(run.bold for run in shown):
        return 0
    by_size = 1 + sum(size < share * word.body for share in (1.5, 1.2, 1.01))
    return by_size if size > word.body else word.level + 1


def _lines(text: str) -> list[str]:
    """A paragraph at its line breaks, but not where a sentence goes on behind one."""
    lines: list[str] = []
    for line in (line for line in text.split("\n") if line.strip()):
        if lines and _UNENDED.search(lines[-1].rstrip()) and line.lstrip()[:1].islower():
            lines[-1] += f"\n{line}"
        else:
            lines.append(line)
    return lines


def _line(text: str) -> Passage:
    kind = PassageKind.ITEM if _SIGNED.match(text.lstrip()) else PassageKind.PARAGRAPH
    return Passage(kind, Text.of(text), Place())


def _table(table: Element, word: Word) -> Iterator[Grid | Passage]:
    """The grid with what is nested in it behind it; a table that only arranges its contents gives these."""
    word.tables += 1
    number = word.tables
    inner: dict[int, list[Grid | Passage]] = {}
    rows: list[list[Cell]] = []
    cells: dict[int, Cell] = {}
    drawn = squares(table)
    for r, row in enumerate(drawn.rows, 1):
        rows.append([])
        for c, square in enumerate(row, 1):
            if square is None:
                rows[-1].append(Cell(Text(), Place(table=number, row=r, column=c)))
            elif id(square) not in cells:
                inner[id(square)] = list(content_to_blocks(square, word))
                text = Text.joined(block.text for block in inner[id(square)] if isinstance(block, Passage) and block.text)
                cells[id(square)] = Cell(text, Place(table=number, row=r, column=c))
            if square is not None:
                rows[-1].append(cells[id(square)])
    if drawn.headed:
        word.headed.add(number)
    contents = [[inner.get(id(square), []) for square in dict.fromkeys(row)] for row in drawn.rows]
    yield from cells_to_blocks(rows, contents, number)


def has_pictures(body: Element) -> bool:
    """Whether a document shows pictures."""
    return any(True for name in ("pic", "imagedata") for _ in descendants(body, name))
