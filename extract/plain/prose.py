"""The lines outside tables -> headings, paragraphs and list items."""

import re
from collections.abc import Iterator, Sequence

from extract.joins import BULLETS
from extract.plain.markup import Piece, glued, is_bold, pieces
from extract.plain.rows import Line
from schemas import Passage, PassageKind, Place, Text

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*)")
_ITEM = re.compile(rf"(\s*)(?:[-*]|o(?=\s)|[{BULLETS}])\s+(?=\S)")
_BULLET = re.compile(rf"(?:[-*]|[{BULLETS}])\s*")
_NUMBERED = re.compile(r"\s*\(?(?:\d{1,3}(?:\.\d{1,3})*[.)]|[a-z][.)]|[ivx]+[.)])\s")
_ENDS = frozenset(".!?:;")
_INDENT = 2
"""Blanks by which an inner list stands in from the outer one, at least."""
_LABEL = 40
"""Characters: a shorter line is a label and no sentence that goes on."""
_PAGE_WIDTH = 130
"""Characters: a file with longer lines has a paragraph a line and wraps nothing."""
BELOW = 0
"""The level of a bold line: one below the heading above it, whichever that is."""


def lines_to_passages(lines: Sequence[Line], width: int) -> Iterator[Passage]:
    """The passages of neighbouring lines; `width` is the longest line of the file."""
    for raw in _whole_paragraphs(lines, width):
        for part in glued(raw):
            yield from _passages(part)


def _whole_paragraphs(lines: Sequence[Line], width: int) -> list[str]:
    """One string a paragraph, whatever lines or pages it runs over."""
    paragraphs: list[list[str]] = []
    above = ""
    for line, room in zip(lines, _rooms(lines), strict=True):
        wraps = width <= _PAGE_WIDTH and _wraps(above, line, room)
        if paragraphs and _is_prose(line.raw) and (wraps or _is_cut(paragraphs[-1], line.raw)):
            paragraphs[-1].append(line.raw)
        else:
            paragraphs.append([line.raw])
        above = line.raw
    return [raw if not more else " ".join([raw.rstrip(), *(part.strip() for part in more)]) for raw, *more in paragraphs]


def _rooms(lines: Sequence[Line]) -> list[int]:
    """For each line, the length of the longest one between the same two blank lines."""
    runs: list[list[int]] = []
    for line in lines:
        if line.apart or not runs:
            runs.append([])
        runs[-1].append(len(line.raw.rstrip()))
    return [room for run in runs for room in [max(run)] * len(run)]


def _is_prose(raw: str) -> bool:
    return not (_HEADING.fullmatch(raw) or _ITEM.match(raw) or _NUMBERED.match(raw) or is_bold(raw) or raw.lstrip().startswith("<"))


def _is_cut(above: Sequence[str], raw: str) -> bool:
    """A page or a converter has cut the sentence here; a paragraph of several lines is longer than a label."""
    first, last = above[0], above[-1]
    long = len(above) > 1 or len(first) >= _LABEL
    return long and not _HEADING.fullmatch(first) and not _is_ended(last) and raw.lstrip()[:1].islower()


def _is_ended(text: str) -> bool:
    """A sentence ends here, whatever signs stand behind its end."""
    last = next((sign for sign in reversed(text) if sign in _ENDS or sign.isalnum()), "")
    return last in _ENDS


def _wraps(above: str, line: Line, room: int) -> bool:
    """The line above is full: the first word here would not have fitted on it."""
    if line.apart or len(above) < _LABEL or _HEADING.fullmatch(above):
        return False
    return len(above.rstrip()) + 1 + len(line.raw.split()[0]) > room


def _passages(raw: str) -> Iterator[Passage]:
    heading, item = _HEADING.fullmatch(raw), _ITEM.match(raw)
    if heading:
        kind, level, inner = PassageKind.HEADING, len(heading[1]), heading[2].rstrip("# \t\N{NO-BREAK SPACE}")
    elif item:
        kind, level, inner = PassageKind.ITEM, 1 + len(item[1].expandtabs(4)) // _INDENT, raw[item.end() :]
    elif _is_bold_heading(raw):
        kind, level, inner = PassageKind.HEADING, BELOW, raw
    else:
        yield from (passage for passage in map(_passage, pieces(raw)) if passage.text)
        return
    text = " ".join(piece.text for piece in pieces(inner))
    if text:
        yield Passage(kind, Text.of(text), Place(), level)


def _passage(piece: Piece) -> Passage:
    if piece.item:
        return Passage(PassageKind.ITEM, Text.of(_BULLET.sub("", piece.text, count=1)), Place())
    return Passage(PassageKind.PARAGRAPH, Text.of(piece.text), Place())


def _is_bold_heading(raw: str) -> bool:
    """A bold line that is neither a sentence nor a footnote."""
    lines = [piece.text for piece in pieces(raw)]
    return is_bold(raw) and len(lines) == 1 and not lines[0].endswith(".") and lines[0][0] not in "*†‡"
