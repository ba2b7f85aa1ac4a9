"""What is printed: passages and grids in reading order. Nothing here knows a measure or a council."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import accumulate, groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from schemas.place import Box, Place

UNCERTAIN = "\N{REPLACEMENT CHARACTER}"
"""Stands in a text for a character that is printed and could not be read for certain; a number with one has no digits."""


class Word(NamedTuple):
    """A printed word, the number of its line (or paragraph) within its text, and where it stands.

    `joined`: no white space before it (`206` and `(218)` in `206(218)`).
    """

    text: str
    line: int = 0
    page: int | None = None
    box: Box | None = None
    joined: bool = False


def _is_cut(upper: Word, lower: Word) -> bool:
    """Whether a word that ends with a hyphen ends its line, and the next one goes on with it."""
    return upper.text[-2:-1].isalnum() and (upper.page, upper.line) != (lower.page, lower.line) and lower.text[:1].islower()


@dataclass(frozen=True)
class Text:
    """Printed words in reading order. As a string: white space folded, a word cut behind its hyphen whole again.

    What is worked out of the words is kept, as each step that reads a text asks for it again.
    """

    words: tuple[Word, ...] = ()

    def __str__(self) -> str:
        return self._printed

    def __bool__(self) -> bool:
        return bool(self.words)

    @cached_property
    def _printed(self) -> str:
        return "".join([word.text if close else f" {word.text}" for word, close in zip(self.words, self._close(), strict=True)])

    @cached_property
    def lines(self) -> tuple["Text", ...]:
        """The words line by line, as printed."""
        return tuple(Text(tuple(words)) for _, words in groupby(self.words, key=lambda word: (word.page, word.line)))

    @cached_property
    def spans(self) -> tuple[tuple[int, int, Word], ...]:
        """Each word with the offsets of its first character and behind its last one in `str(self)`."""
        ends = list(accumulate([len(word.text) + (not close) for word, close in zip(self.words, self._close(), strict=True)]))
        return tuple((end - len(word.text), end, word) for word, end in zip(self.words, ends, strict=True))

    def _close(self) -> list[bool]:
        """Of each word whether no white space stands before it."""
        others = [word.joined or (before.text[-1:] == "-" and _is_cut(before, word)) for before, word in pairwise(self.words)]
        return [True, *others] if self.words else []

    def cut(self, start: int, end: int) -> "Text":
        """The words that reach into the characters from `start` to before `end`."""
        if start <= 0 and end >= len(self._printed):
            return self
        first, behind = bisect_right(self.spans, start, key=itemgetter(1)), bisect_left(self.spans, end, key=itemgetter(0))
        return Text(tuple(word for _, _, word in self.spans[first:behind]))

    @property
    def page(self) -> int | None:
        """The page of the first word."""
        return self.words[0].page if self.words else None

    @property
    def box(self) -> Box | None:
        """The box around the words that stand on the page of the first."""
        page = self.page
        boxes = [word.box for word in self.words if word.box is not None and word.page == page]
        if len(boxes) < 2:  # noqa: PLR2004  of one box, it is that
            return boxes[0] if boxes else None
        x0, top, x1, bottom = zip(*boxes, strict=True)
        return Box(min(x0), min(top), max(x1), max(bottom))

    @classmethod
    def of(cls, printed: str) -> "Text":
        """A text without places; a line of `printed` is a line of the text."""
        return cls(tuple(Word(word, line) for line, words in enumerate(printed.splitlines()) for word in words.split()))

    @classmethod
    def joined(cls, texts: Iterable["Text"]) -> "Text":
        """One text below the other: the lines are counted on."""
        words: list[Word] = []
        for text in texts:
            shift = words[-1].line + 1 - text.words[0].line if words and text.words else 0
            words += [Word(w.text, w.line + shift, w.page, w.box, w.joined) for w in text.words]
        return cls(tuple(words))


class Cell(NamedTuple):
    """A cell's text and place. A spanning cell stands in every square it covers: the same value, the place of its first square."""

    text: Text
    place: Place

    def __hash__(self) -> int:
        """That of its place, where no other cell stands: its words need not be gone through."""
        return hash(self.place)


class GridSource(StrEnum):
    """A table, or a chart read as one."""

    TABLE = "table"
    CHART = "chart"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table or a chart as a rectangle of cells, `rows[row][column]`; joined over pages, each cell keeps its own page."""

    rows: tuple[tuple[Cell, ...], ...]
    place: Place
    title: Text = field(default_factory=Text)
    source: GridSource = GridSource.TABLE


class PassageKind(StrEnum):
    """What a passage is on its page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading (level 1 is the highest), a paragraph, a list item (level 1 is the outermost), or a picture where a heading could stand."""

    kind: PassageKind
    text: Text
    place: Place
    level: int = 1


@dataclass(frozen=True, slots=True)
class Gap:
    """A part that demonstrably could not be read, and why."""

    place: Place
    reason: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that may be a chart or a table, and is not read; `told` is what the document says in its stead."""

    place: Place
    told: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One file as printed. `running`: each running header and footer once; `pages` is None where the format has none.

    `recognised`: the pages that are pictures, and were read by text recognition; `pictures` stand on pages of text.
    """

    media_type: str
    reader: str
    blocks: tuple[Grid | Passage, ...]
    pages: int | None = None
    running: tuple[Text, ...] = ()
    gaps: tuple[Gap, ...] = ()
    title: str = ""
    recognised: tuple[int, ...] = ()
    pictures: tuple[Picture, ...] = ()

    def reader_of(self, page: int | None) -> str:
        """The reader that read a page."""
        return "ocr" if page in self.recognised else self.reader

    @property
    def grids(self) -> tuple[Grid, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Grid))

    @property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Passage))
