"""A cell that holds a text -> its entries: headings, paragraphs and list items, as they stand below each other in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from schemas import Text

_SIGN = re.compile(r"^\s*(?:[•◦▪●·*‣○\uf0b7\uf0a7]|[-–—](?=\s*\S)|\(?(?:\d{1,2}|[a-z]|[ivx]+)[.)](?=\s))\s*")
_ENDED = re.compile(r"[.:;!?]['’”\")\]]*$")
_HEADING_WORDS = 12
"""Words of a heading inside a cell at the most."""
_LOOSER = 0.06
"""Of a line's height: so much more room above a line than between the closest lines of its cell begins a new entry."""
_ASIDE = 1.0
"""Points by which lines that begin at one place may differ."""
_SENTENCE_END = re.compile(r"(?<=[.!?])(?:['’”\")\]]*)\s+(?=[\"“‘'(]?[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Entry:
    """A text with what it is; an item stands without its sign."""

    text: Text
    item: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether it is short, begins like a name and ends like no sentence."""
        plain = str(self.text)
        return not self.item and len(plain.split()) <= _HEADING_WORDS and not _ENDED.search(plain) and plain[:1].isupper()


def text_to_entries(text: Text) -> Iterator[Entry]:
    """The entries of a cell; lines that a page wraps are one entry again where the room between them tells."""
    groups: list[list[Text]] = []
    lines = text.lines
    close = _closest(lines)
    for line in lines:
        if groups and _goes_on(groups[-1], line, close):
            groups[-1].append(line)
        else:
            groups.append([line])
    for group in groups:
        whole = Text.joined(group)
        sign = _SIGN.match(str(whole))
        bare = whole.cut(sign.end(), len(str(whole))) if sign else whole
        yield Entry(bare or whole, item=sign is not None)


def sentences(text: Text) -> list[Text]:
    """The sentences of a text."""
    plain = str(text)
    ends = [0, *(match.end() for match in _SENTENCE_END.finditer(plain)), len(plain)]
    found = [text.cut(start, len(plain[:end].rstrip())) for start, end in pairwise(ends)]
    return [sentence for sentence in found if sentence]


def _closest(lines: Sequence[Text]) -> float:
    """The least room between two lines of one page, in points."""
    rooms = (_room(above, below) for above, below in pairwise(lines))
    return min((room for room in rooms if room is not None and room >= 0), default=0.0)


def _room(above: Text, below: Text) -> float | None:
    return below.box.top - above.box.bottom if above.box and below.box and above.page == below.page else None


def _goes_on(group: Sequence[Text], line: Text, close: float) -> bool:
    if line.box is None or _SIGN.match(str(line)):
        return False
    room = _room(group[-1], line)
    if room is None:
        return not _stands_out(group, line) and (not _ENDED.search(str(group[-1])) or str(line)[:1].islower())
    return room <= close + _LOOSER * (line.box.bottom - line.box.top)


def _stands_out(group: Sequence[Text], line: Text) -> bool:
    """Whether a line begins left of where the words of the list item above it do, if all its other lines begin there."""
    if not _SIGN.match(str(group[0])) or len(group[0].words) == 1:
        return False
    words, left = group[0].words[1].box, line.box
    if words is None or left is None:
        return False
    rest = [other.box for other in group[1:] if other.box]
    return left.x0 < words.x0 - _ASIDE and all(box.x0 >= words.x0 - _ASIDE for box in rest)
