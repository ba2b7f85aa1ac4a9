"""A paragraph of a Word document -> what is printed in it, run by run, and what is anchored in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from extract.office.ooxml import Element, attribute, child, children, descendants, is_on, local
from extract.unseen import SEEN
from extract.word.style import Styles, is_bold, is_hidden, is_raised, size

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DROPPED = frozenset({"del", "moveFrom", "rPr", "pPr", "sdtPr", "sdtEndPr", "smartTagPr", "rubyPr", "rt", "customXmlPr"})
"""Elements of a paragraph that are not printed: what a tracked change deleted, properties, readings above a character."""
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SYMBOLS = {
    **dict.fromkeys(("F0E1", "F0E9", "F0F1", "F0AD"), "↑"),
    **dict.fromkeys(("F0E2", "F0EA", "F0F2", "F0AF"), "↓"),
    **dict.fromkeys(("F0E0", "F0E8", "F0F0", "F0AE"), "→"),
    **dict.fromkeys(("F0DF", "F0E7", "F0EF", "F0AC"), "←"),
    **dict.fromkeys(("F0FC", "F0FE"), "✓"),
    **dict.fromkeys(("F0B7", "F0A7", "F0D8", "F06C", "F06E", "F0A8", "F076"), "•"),
}
"""Characters of Wingdings and Symbol that reports use, by their codes."""
_EMU = 12700
"""English Metric Units a point."""


class AnchorKind(StrEnum):
    """What stands in a paragraph beside its words."""

    BOX = "box"
    CHART = "chart"
    PICTURE = "picture"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A text box or picture, or what refers to a chart or a note (`footnote` or `endnote`, and its id)."""

    kind: AnchorKind
    element: Element


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are set alike; a line feed is a new line, a tab is one."""

    text: str
    bold: bool = False
    size: float = 0.0


def paragraph_to_pieces(paragraph: Element, styles: Styles) -> Iterator[Run | Anchor]:
    """The runs as printed, and what is anchored between them: tracked insertions stand, deletions do not, of a field only its result."""
    instructing: list[bool] = []
    for run in _runs(paragraph):
        yield from _run(run, styles.of_run(run, paragraph), instructing)


def _runs(element: Element) -> Iterator[Element]:
    """The runs, in whatever links, tags, controls and insertions they stand."""
    for part in chosen(element):
        name = local(part)
        if name == "r":
            yield part
        elif name == "oMath":
            yield from (run for run in descendants(part, "r"))
        elif name not in _DROPPED and not (name == "sdt" and is_on(child(part, "sdtPr", "showingPlcHdr"))):
            yield from _runs(part)


def chosen(element: Element) -> Iterator[Element]:
    """The children; of alternative contents the first, which newer programs show."""
    for part in element:
        if local(part) == "AlternateContent":
            choices = [*children(part, "Choice"), *children(part, "Fallback")]
            yield from (inner for choice in choices[:1] for inner in chosen(choice))
        else:
            yield part


def _run(run: Element, properties: list[Element], instructing: list[bool]) -> Iterator[Run | Anchor]:
    if is_hidden(properties):
        return
    bold, points, raised = is_bold(properties), size(properties), is_raised(properties)
    for part in chosen(run):
        name = local(part)
        if name == "fldChar":
            _instruct(attribute(part, "fldCharType"), instructing)
        elif any(instructing):
            continue
        elif name in {"footnoteReference", "endnoteReference"}:
            yield Anchor(AnchorKind.NOTE, part)
        elif name in {"drawing", "pict", "object"}:
            yield from _drawn(part)
        elif text := _text(part, name):
            yield Run(text.translate(_SUPERSCRIPT) if raised else text, bold, points)


def _instruct(kind: str, instructing: list[bool]) -> None:
    """Between its begin and its separator a field says what it works out, and not what is printed."""
    if kind == "begin":
        instructing.append(True)
    elif kind == "separate" and instructing:
        instructing[-1] = False
    elif kind == "end" and instructing:
        instructing.pop()


def _text(part: Element, name: str) -> str:
    if name == "t":
        return (part.text or "").translate(SEEN)
    if name == "sym":
        return _SYMBOLS.get(attribute(part, "char").upper(), "")
    if name == "ruby":
        return "".join(found.text or "" for base in children(part, "rubyBase") for found in descendants(base, "t"))
    return _SIGNS.get(name, "")


def _drawn(element: Element) -> Iterator[Anchor]:
    """The text boxes, charts and pictures of a drawing, however they are grouped; a box's own drawings are its own."""
    for part in chosen(element):
        name = local(part)
        if name == "txbxContent":
            yield Anchor(AnchorKind.BOX, part)
        elif name == "chart" and attribute(part, "id"):
            yield Anchor(AnchorKind.CHART, part)
        elif name in {"pic", "imagedata"}:
            yield Anchor(AnchorKind.PICTURE, element)
        else:
            yield from _drawn(part)


def extent(picture: Element) -> tuple[float, float]:
    """The width and height of a picture in points; nought where they are not said."""
    said = next((found for ancestor in picture.iterancestors() for found in children(ancestor, "extent")), None)
    wide, high = attribute(said, "cx"), attribute(said, "cy")
    return (int(wide) / _EMU, int(high) / _EMU) if wide.isdecimal() and high.isdecimal() else (0.0, 0.0)
