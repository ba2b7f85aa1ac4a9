"""Lines -> the white gutters that run through them: what parts the columns of words where no lines are drawn."""

from collections.abc import Iterator, Sequence

from extract.words import Line

Gutter = tuple[float, float]
"""Where white space begins and ends, in points from the left."""

_LEAST = 0.35
"""Of the character size: white space that may part two columns if it runs through many lines; justified text has no such run."""
_GUTTER = 0.7
"""The same where only a few lines show it."""
_MANY = 8
"""Lines through which a narrow gutter must run."""


def narrowed(gutters: Sequence[Gutter], line: Line) -> list[Gutter]:
    """What of the gutters a line leaves white."""
    for word in line.words:
        if word.box:
            gutters = [part for gutter in gutters for part in _without(gutter, word.box.x0, word.box.x1)]
    return [(start, end) for start, end in gutters if end - start >= _LEAST * line.size]


def _without(gutter: Gutter, x0: float, x1: float) -> Iterator[Gutter]:
    start, end = gutter
    if x1 <= start or x0 >= end:
        yield gutter
        return
    if x0 > start:
        yield start, x0
    if x1 < end:
        yield x1, end


def is_wide(gutter: Gutter, lines: Sequence[Line]) -> bool:
    """Whether it is wide enough to part columns, for as many lines as it runs through."""
    least = _LEAST if len(lines) >= _MANY else _GUTTER
    return gutter[1] - gutter[0] >= least * max(line.size for line in lines)


def widest(gutters: Sequence[Gutter]) -> Gutter:
    """The one with the most white space."""
    return max(gutters, key=lambda gutter: gutter[1] - gutter[0])
