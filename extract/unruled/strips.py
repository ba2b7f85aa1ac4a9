"""Lines -> strips: what stands at one height, in pieces that wide gaps or upright rules part."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import pairwise

from extract.joins import BULLETS, is_figure
from extract.marks import Edge
from extract.words import Line, lines_to_text
from schemas import Box, Text, Word

_APART = 0.7
"""Of the character size: white space between two words that makes two pieces of a line; words of justified text stand closer."""
_BESIDE = 0.25
"""Of a line's height: lines that overlap this far stand beside each other (a figure in the middle of a label of two lines)."""
_MOST = 3
"""Lines that stand beside each other in one row; more are two columns of prose that run at two heights."""
_YEARS = re.compile(r"(?:(?:19|20)\d\d(?:\s*[/\N{EN DASH}-]\s*(?:\d\d|(?:19|20)\d\d))?|\d\d\s*/\s*\d\d)")
_DATE = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d\d")
DASHES = ("-", "--", "\N{EN DASH}", "\N{EM DASH}")
_LEADERS = re.compile(r"(?:[.\N{HORIZONTAL ELLIPSIS}_]\s?){4,}")


@dataclass(frozen=True)
class Piece:
    """Words that belong together: one run of a line, or several that stand one below the other within a strip."""

    lines: tuple[Line, ...]

    @cached_property
    def box(self) -> Box:
        return reduce(Box.around, (line.box for line in self.lines))

    @cached_property
    def text(self) -> Text:
        return lines_to_text(self.lines)

    @cached_property
    def printed(self) -> str:
        return str(self.text)

    @cached_property
    def is_years(self) -> bool:
        """A year, or two: what heads columns and labels rows."""
        return _YEARS.fullmatch(self.printed) is not None

    @cached_property
    def is_figure(self) -> bool:
        """Numbers, N/A and dashes; a year may be one, a date or a sign alone is none."""
        return (
            is_figure(self.text)
            and not self.is_dated
            and self.printed[0] not in BULLETS
            and (self.printed in DASHES or any(map(str.isalnum, self.printed)))
        )

    @cached_property
    def is_dated(self) -> bool:
        """A date, or the first and last of a period."""
        return _DATE.match(self.printed) is not None

    @cached_property
    def is_bracketed(self) -> bool:
        return self.printed.startswith("(")

    @cached_property
    def is_led(self) -> bool:
        """Dots lead from it to a page number."""
        return _LEADERS.search(self.printed) is not None


@dataclass(frozen=True)
class Strip:
    """What stands at one height of a page, from left to right."""

    pieces: tuple[Piece, ...]

    @cached_property
    def box(self) -> Box:
        return reduce(Box.around, (piece.box for piece in self.pieces))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for piece in self.pieces for line in piece.lines)

    @cached_property
    def size(self) -> float:
        return max(line.size for line in self.lines)

    @cached_property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)


def lines_to_strips(lines: Sequence[Line], posts: Sequence[Edge] = ()) -> list[tuple[Strip, tuple[Line, ...]]]:
    """The strips from top to bottom, each with the lines it is made of; `posts` are the upright rules of the page."""
    return [(_strip(group, posts), tuple(group)) for group in _beside(lines)]


def _beside(lines: Sequence[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in sorted(lines, key=lambda line: (line.box.top + line.box.bottom) / 2):
        if group and _overlap(group[-1], line) <= _BESIDE * min(_height(group[-1]), _height(line)):
            yield from _kept(group)
            group = []
        group.append(line)
    yield from _kept(group)


def _kept(group: list[Line]) -> Iterator[list[Line]]:
    """The lines together, or each for itself if they are too many to be one row."""
    if len(group) > _MOST:
        yield from ([line] for line in group)
    elif group:
        yield group


def _overlap(upper: Line, lower: Line) -> float:
    return min(upper.box.bottom, lower.box.bottom) - max(upper.box.top, lower.box.top)


def _height(line: Line) -> float:
    return line.box.bottom - line.box.top


def _strip(lines: Sequence[Line], posts: Sequence[Edge]) -> Strip:
    runs = sorted((run for line in lines for run in line_to_runs(line, posts)), key=lambda run: run.box.x0)
    groups: list[list[Line]] = []
    for run in runs:
        if groups and run.box.x0 < max(other.box.x1 for other in groups[-1]):
            groups[-1].append(run)
        else:
            groups.append([run])
    return Strip(tuple(Piece(tuple(sorted(group, key=lambda run: run.box.top))) for group in groups))


def line_to_runs(line: Line, posts: Sequence[Edge] = ()) -> Iterator[Line]:
    """The parts of a line between its wide gaps."""
    middle = (line.box.top + line.box.bottom) / 2
    xs = [post["x0"] for post in posts if post["top"] < middle < post["bottom"]]
    starts = [n for n, (a, b) in enumerate(pairwise(line.words), 1) if a.box and b.box and _parted(a.box, b.box, line.size, xs)]
    if not starts:
        yield line
        return
    yield from (part(line, line.words[start:end]) for start, end in pairwise([0, *starts, len(line.words)]))


def part(line: Line, words: Sequence[Word]) -> Line:
    """Some words of a line as a line of their own."""
    return Line(tuple(words), reduce(Box.around, (word.box for word in words if word.box)), line.size, line.bold)


def _parted(left: Box, right: Box, size: float, posts: Sequence[float]) -> bool:
    return right.x0 - left.x1 > _APART * size or (bool(posts) and any(left.x1 - 1 <= x <= right.x0 + 1 for x in posts))
