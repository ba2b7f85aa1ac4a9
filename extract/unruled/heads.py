"""The head of a table without lines: which strips above its figures are headings, and which columns each heading covers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from extract.unruled.columns import Column, overlaps
from extract.unruled.strips import Strip, part
from extract.words import Line
from schemas import Box

_TIGHT = 1.3
"""Of the character size: white space at most between a head and what stands below it."""
_LARGER = 1.2
"""Times the size of what stands below it: print this large is a title."""
_TITLE = 2
"""Pieces that a title has at most."""
_TALLEST = 12
"""Strips of a head."""
_BEYOND = 4.0
"""Of the character size: how far a heading may stand out over the columns' outer ends."""
_CLOSE = 0.4
"""Of the character size: white space between the headings of two columns; a blank is narrower."""
_WIDER = 1.5
"""Times a blank: the same of a type whose blanks are wide."""
_BESIDE = 0.2
"""Of the character size: lines that share more of their height stand beside each other."""
_SEVERAL = 3
"""Columns of figures that one heading alone does not name."""
_CENTRED = 1.5
"""Of the character size: a heading whose middle is this close to that of several columns stands over all of them."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A run of the head, and the first and the last column it covers."""

    line: Line
    first: int
    last: int


def head_above(strips: Sequence[Strip], first: int, floor: int, columns: Sequence[Column]) -> int:
    """The strip at which the head begins of a table whose figures begin at `first`; `first` itself if it has none.

    `floor` is the first strip that may be part of it. A strip of the label column alone (a section's name) may stand below the head, or
    beside two rows of it.
    """
    begin, at = first, first
    while at > floor and first - at < _TALLEST:
        strip, below = strips[at - 1], strips[at]
        if below.box.top - strip.box.bottom > _TIGHT * max(strip.size, below.size):
            break
        if is_heading(strip, columns) and (strip.size < _LARGER * below.size or len(strip.pieces) > _TITLE):
            begin = at - 1
        elif not (len(strip.pieces) == 1 and strip.box.x1 < _left(columns) and (begin == first or _is_between(strips, at - 1, floor))):
            break
        at -= 1
    return first if _is_title(strips[begin:first], columns) else begin


def _is_between(strips: Sequence[Strip], at: int, floor: int) -> bool:
    """Whether a strip reaches into the heights of those above and below it: a heading in the middle of two rows."""
    above, strip, below = strips[at - 1], strips[at], strips[at + 1]
    return at > floor and above.box.bottom > strip.box.top and strip.box.bottom > below.box.top


def _is_title(head: Sequence[Strip], columns: Sequence[Column]) -> bool:
    """Whether one run stands above many columns of figures, as a running head or a title does."""
    return all(len(strip.pieces) == 1 for strip in head) and sum(column.figures > 0 for column in columns) >= _SEVERAL


def is_heading(strip: Strip, columns: Sequence[Column]) -> bool:
    """Whether words stand above the figures, and none runs from the labels into their columns."""
    left, labels = _left(columns), [column for column in columns if column.x0 < _left(columns)]
    edge = max((column.x1 for column in labels), default=left)
    outer = [piece.box for piece in strip.pieces if not any(overlaps(column, piece, 0) for column in columns)]
    if any(box.x0 < columns[0].x0 - _BEYOND * strip.size or box.x1 > columns[-1].x1 + _BEYOND * strip.size for box in outer):
        return False
    crossing = any(any(overlaps(c, piece, 0) for c in labels) and piece.box.x1 > left for piece in strip.pieces)
    over = any((piece.box.x0 + piece.box.x1) / 2 > edge for piece in strip.pieces)
    return over and not crossing and not any(piece.is_led or piece.printed.endswith((".", ";")) for piece in strip.pieces)


def _left(columns: Sequence[Column]) -> float:
    return next(column.x0 for column in columns if column.figures)


def strips_to_headings(strips: Sequence[Strip], columns: Sequence[Column]) -> list[list[Heading]]:
    """The rows of a head, each with its headings; a heading over several columns has a row above those of the columns."""
    runs = [part for strip in strips for line in strip.lines for part in _parts(line, columns, _blank(strips))]
    spans = _repeating(runs, columns) or [span for run in runs if (span := _span(run, runs, columns))]
    if not spans:
        return [_single(runs, columns)] if runs else []
    border = max(span.line.box.bottom for span in spans) - 1
    wide = [span.line for span in spans]
    upper = [run for run in runs if run not in wide and (run.box.top + run.box.bottom) / 2 < border]
    lower = [run for run in runs if run not in wide and run not in upper]
    return [[*spans, *_single(upper, columns)], _single(lower, columns)]


def _repeating(runs: Sequence[Line], columns: Sequence[Column]) -> list[Heading]:
    """The headings in the first line of a head over columns whose own headings are the same for each of them.

    Wherever it stands over its columns, each is that of one group; columns before and behind the groups are of none.
    """
    top = min((run.box.bottom for run in runs), default=0.0) - 1
    upper = sorted((run for run in runs if run.box.top < top), key=lambda run: run.box.x0)
    lower = [run for run in runs if run.box.top >= top]
    names = [" ".join(run.text for run in lower if _hit(run, columns) == [n]) for n in range(len(columns))]
    spans = [(start, size) for size in range(len(names) // 2, 1, -1) for start in range(len(names) - 2 * size + 1)]
    found = (_groups(start, size, names, upper, columns) for start, size in spans)
    return next(filter(None, found), [])


def _groups(start: int, size: int, names: Sequence[str], upper: Sequence[Line], columns: Sequence[Column]) -> list[Heading]:
    """The headings over the groups of so many columns from one on, whose names repeat; none where each group has not its own."""
    first = tuple(names[start : start + size])
    times = next((n for n in range(1, len(names)) if tuple(names[start + n * size : start + (n + 1) * size]) != first), len(names))
    if times < 2 or not all(first) or len(set(first)) < size:  # noqa: PLR2004  what stands once does not repeat
        return []
    groups = [(start + n * size, start + (n + 1) * size - 1) for n in range(times)]
    over = [[run for run in upper if _middle_over(run, columns[left], columns[right])] for left, right in groups]
    return (
        [Heading(own[0], left, right) for own, (left, right) in zip(over, groups, strict=True)]
        if all(len(own) == 1 for own in over)
        else []
    )


def _middle_over(run: Line, left: Column, right: Column) -> bool:
    """Whether the middle of a heading stands over the columns from one to another, give or take its size."""
    return left.x0 - run.size <= (run.box.x0 + run.box.x1) / 2 <= right.x1 + run.size


def _blank(strips: Sequence[Strip]) -> float:
    """The white space between two words of one heading: the narrowest of the head."""
    lines = [line for strip in strips for line in strip.lines]
    gaps = [b.box.x0 - a.box.x1 for line in lines for a, b in pairwise(line.words) if a.box and b.box and not b.joined]
    return min(gaps, default=0.0)


def _parts(run: Line, columns: Sequence[Column], blank: float) -> Iterator[Line]:
    """The run cut where more than a blank parts words over different columns: headings stand closer than figures."""
    gutters = [(a.x1, b.x0) for a, b in pairwise(columns)]
    starts = [0]
    for n, (left, right) in enumerate(pairwise(run.words), 1):
        if left.box and right.box and right.box.x0 - left.box.x1 > max(_CLOSE * run.size, _WIDER * blank):
            starts += [n] if any(left.box.x1 < end and start < right.box.x0 for start, end in gutters) else []
    yield from (part(run, run.words[start:end]) for start, end in pairwise([*starts, len(run.words)]))


def _span(run: Line, runs: Sequence[Line], columns: Sequence[Column]) -> Heading | None:
    """The columns over which a heading stands whose own headings stand below it."""
    lower = [other for other in runs if other.box.top >= run.box.bottom - 1]
    below = {n for other in lower for n in _near(other, columns)}
    beside = {n for other in runs if other is not run and _is_beside(run, other) for n in _hit(other, columns)}
    hits = _hit(run, columns) or _between(run, columns)
    wide = [_widened(column, [other for other in lower if _near(other, columns) == [n]]) for n, column in enumerate(columns)]
    ranges = [
        (abs(wide[first].x0 + wide[last].x1 - run.box.x0 - run.box.x1) / 2, first, last)
        for first, last in combinations(range(len(columns)), 2)
        if all(first <= n <= last for n in hits)
        and below.issuperset(range(first, last + 1))
        and not beside.intersection(range(first, last + 1))
    ]
    off, first, last = min(ranges, default=(_CENTRED * run.size, 0, 0))
    if off < _CENTRED * run.size:
        return Heading(run, first, last)
    free = below.issuperset(hits) and not beside.intersection(hits)
    return Heading(run, min(hits), max(hits)) if len(hits) > 1 and free else None


def _is_beside(run: Line, other: Line) -> bool:
    """Whether two runs reach into each other's height, as lines of headings do that are centred beside each other."""
    shared = min(run.box.bottom, other.box.bottom) - max(run.box.top, other.box.top)
    return shared > _BESIDE * run.size


def _widened(column: Column, headings: Sequence[Line]) -> Column:
    """The column with the headings right above it."""
    ends = [(column.x0, column.x1), *((line.box.x0, line.box.x1) for line in headings)]
    return Column(min(x0 for x0, _ in ends), max(x1 for _, x1 in ends), column.figures)


def _single(runs: Sequence[Line], columns: Sequence[Column]) -> list[Heading]:
    """Each run in the column it stands over; one that stands over several is cut between its words."""
    wide = [_widened(column, [run for run in runs if _hit(run, columns) == [n]]) for n, column in enumerate(columns)]
    return [Heading(part, n, n) for run in runs for n, part in _dealt(run, columns, wide)]


def _dealt(run: Line, columns: Sequence[Column], wide: Sequence[Column]) -> Iterator[tuple[int, Line]]:
    """The run in its column; one beside all of them stands in that whose other headings, which make it `wide`, it is nearest to."""
    hits = _hit(run, columns)
    if len(hits) < 2:  # noqa: PLR2004
        yield (hits[0] if hits else _nearest(run.box, wide, range(len(columns))), run)
        return
    words = {n: [word for word in run.words if word.box and _nearest(word.box, columns, hits) == n] for n in hits}
    yield from ((n, part(run, own)) for n, own in words.items() if own)


def _hit(run: Line, columns: Sequence[Column]) -> list[int]:
    return [n for n, column in enumerate(columns) if run.box.x0 < column.x1 and column.x0 < run.box.x1]


def _near(run: Line, columns: Sequence[Column]) -> list[int]:
    return _hit(run, columns) or [_nearest(run.box, columns, range(len(columns)))]


def _between(run: Line, columns: Sequence[Column]) -> list[int]:
    """The two columns between which the run stands."""
    after = next((n for n, column in enumerate(columns) if column.x0 >= run.box.x1), 0)
    return [after - 1, after] if after else []


def _nearest(box: Box, columns: Sequence[Column], among: Sequence[int]) -> int:
    middle = (box.x0 + box.x1) / 2
    return min(among, key=lambda n: max(columns[n].x0 - middle, middle - columns[n].x1, 0.0))
