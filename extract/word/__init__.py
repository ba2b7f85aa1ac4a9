"""The Word reader: a library opens the package, the words and tables are ours."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import docx
from docx.opc.part import Part
from docx.oxml import parse_xml

from extract.archive import WORD
from extract.joins import joined
from extract.office import package as office
from extract.office.chart import chart_to_grids
from extract.office.ooxml import Element, attribute, child, children
from extract.places import numbered
from extract.word.flow import Word, content_to_blocks, has_pictures, usual_size
from extract.word.pictures import drawn
from extract.word.style import Styles
from schemas import Document, Grid, Passage, PassageKind, Text, UnreadableFileError

_DAMAGED = "the Word document is damaged; save it again in Word, or get a new copy"
_MARGINS = ("header", "footer")


def read(path: Path) -> Document:
    """Read a Word document (`.docx`, `.docm`, `.dotx`).

    Raises `UnreadableFileError` for a file that is damaged, or holds no text.
    """
    try:
        package = docx.Document(office.opened(path)).part
    except UnreadableFileError:
        raise
    except Exception as error:  # python-docx raises whatever a damaged package makes of it
        raise UnreadableFileError(f"{path.name}: {_DAMAGED}") from error
    body = child(parse_xml(package.blob), "body")
    if body is None:
        raise UnreadableFileError(f"{path.name}: {_DAMAGED}")
    return _document(path, package, body)


def _document(path: Path, package: Part, body: Element) -> Document:
    parts = _Parts(package)
    styles = Styles.of(parts.first("styles"), parts.first("numbering"))
    word = Word(styles, parts.chart, parts.note, body=usual_size(body, styles))
    found = list(_with_notes(content_to_blocks(body, word), word))
    blocks = numbered(joined(found, {n for n, block in enumerate(found) if isinstance(block, Grid) and block.place.table in word.headed}))
    if not blocks:
        why = "it holds pictures without text (a scan); it needs text recognition first" if has_pictures(body) else "it holds no text"
        raise UnreadableFileError(f"{path.name}: {why}")
    pictures = tuple(drawn(word.pictured, parts.image))
    return Document(WORD, "python-docx", blocks, running=tuple(_running(parts, word)), gaps=tuple(word.gaps), pictures=pictures)


def _with_notes(blocks: Iterable[Grid | Passage], word: Word) -> Iterator[Grid | Passage]:
    """The blocks, and the notes of each section at its end."""
    waiting: list[Passage] = []
    for block in blocks:
        if isinstance(block, Passage) and block.kind is PassageKind.HEADING:
            yield from waiting
            waiting = []
        yield block
        waiting += word.notes
        word.notes = []
    yield from waiting


def _running(parts: "_Parts", word: Word) -> Iterator[Text]:
    """Each line of the headers and footers once."""
    margins = [block for name in _MARGINS for part in parts.all(name) for block in content_to_blocks(part, word)]
    yield from {str(text): text for block in margins for text in _texts(block) if text}.values()


def _texts(block: Grid | Passage) -> Iterable[Text]:
    return [block.text] if isinstance(block, Passage) else (cell.text for row in block.rows for cell in row)


class _Parts:
    """The parts that the document refers to, by the last word of their kind."""

    def __init__(self, package: Part) -> None:
        self._related = {rid: rel.target_part for rid, rel in package.rels.items() if not rel.is_external}
        self._kinds = {rid: rel.reltype.rpartition("/")[2] for rid, rel in package.rels.items()}
        notes = [(kind, note) for kind in ("footnote", "endnote") for part in self.all(f"{kind}s") for note in children(part, kind)]
        self._notes = {(kind, attribute(note, "id")): note for kind, note in notes}

    def all(self, kind: str) -> list[Element]:
        """The contents of all parts of a kind."""
        return [parse_xml(part.blob) for rid, part in self._related.items() if self._kinds[rid] == kind]

    def first(self, kind: str) -> Element | None:
        """The content of the first part of a kind."""
        return next(iter(self.all(kind)), None)

    def note(self, kind: str, number: str) -> Element | None:
        """A footnote or endnote by its id."""
        return self._notes.get((kind, number))

    def image(self, rid: str) -> bytes:
        """The bytes of a picture; none where it is not in the file."""
        return self._related[rid].blob if rid in self._related else b""

    def chart(self, rid: str) -> Sequence[Grid] | str:
        """The grids of a chart; why it gives none."""
        part = self._related.get(rid)
        if part is None or self._kinds[rid] != "chart":
            return "a chart of the document is missing from the file"
        return chart_to_grids(parse_xml(part.blob)) or "a chart of the document holds no numbers of its own"
