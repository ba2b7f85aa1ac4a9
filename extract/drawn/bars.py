"""Bars and columns that a page draws, with numbers at their ends and names beside them -> a chart's rows and columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from extract.drawn.legends import Mark, number_of
from extract.marks import Shape
from schemas import Box, Word

_SAME = 1.0
"""Points: bars stand on one line and are equally thick, give or take this."""
_THINNEST = 3.0
"""Points: a shape thinner than this is a rule."""
_LONGER = 2.0
"""Points by which bars differ in length; squares of one length are cells or a legend."""
_END = 1.5
"""Of a number's height: how far from its bar's end it may stand."""
_OFF = 2.0
"""Points by which a bar may be longer or shorter than its number says."""
_TRUE = 0.5
"""Share of the bars that must be as long as their numbers say: numbers are edited by hand, scales broken."""
_CLOSE = 0.35
"""Of a bar's thickness: bars nearer to each other than this are of one category."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar as if it lay: `start` and `end` across its thickness, `base` and `tip` along its length, `tip` greater."""

    start: float
    end: float
    base: float
    tip: float
    shape: Shape

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2

    @property
    def length(self) -> float:
        return self.tip - self.base


def shapes_to_bars(rectangles: Sequence[Shape], *, upright: bool) -> Iterator[list[Bar]]:
    """The bars of each chart: equally thick, on one line, of several lengths."""
    bars = sorted((_bar(shape, upright=upright) for shape in rectangles), key=lambda bar: (bar.base, bar.start))
    bars = [bar for bar in bars if bar.end - bar.start > _THINNEST]
    for group in _grouped(bars):
        lengths = [bar.length for bar in group]
        if len(group) > 1 and max(lengths) - min(lengths) > _LONGER:
            yield sorted(group, key=lambda bar: bar.start)


def _bar(shape: Shape, *, upright: bool) -> Bar:
    x0, top, x1, bottom = shape.box
    return Bar(x0, x1, -bottom, -top, shape) if upright else Bar(top, bottom, x0, x1, shape)


def _grouped(bars: Sequence[Bar]) -> Iterator[list[Bar]]:
    """Those on one line and of one thickness that do not lie on each other."""
    groups: list[list[Bar]] = []
    for bar in bars:
        group = next(
            (g for g in groups if _alike(g[-1], bar) and all(b.end <= bar.start + _SAME or bar.end <= b.start + _SAME for b in g)), None
        )
        if group is None:
            groups.append([bar])
        else:
            group.append(bar)
    yield from groups


def _alike(bar: Bar, other: Bar) -> bool:
    return abs(bar.base - other.base) <= _SAME and abs((bar.end - bar.start) - (other.end - other.start)) <= _SAME


def bars_to_numbers(bars: Sequence[Bar], words: Sequence[Word], *, upright: bool) -> dict[Bar, Word]:
    """The number at the end of each bar; none at all unless every bar has its own and they are as long as their numbers say."""
    marks = [_turned(word, upright=upright) for word in words if number_of(word.text) is not None]
    pairs = sorted(((_distance(bar, mark, upright=upright), n, m) for n, bar in enumerate(bars) for m, mark in enumerate(marks)))
    tied: dict[int, int] = {}
    for distance, n, m in pairs:
        if distance < 1 and n not in tied and m not in tied.values():
            tied[n] = m
    numbers = {bars[n]: marks[m].word for n, m in tied.items()}
    return numbers if len(numbers) == len(bars) and _is_true(numbers) else {}


def _turned(word: Word, *, upright: bool) -> Mark:
    x0, top, x1, bottom = word.box or Box(0, 0, 0, 0)
    return Mark(word, x0, x1, -bottom, -top) if upright else Mark(word, top, bottom, x0, x1)


def _distance(bar: Bar, mark: Mark, *, upright: bool) -> float:
    """How far a number is from the end of a bar, as a share of what it may be; 1 and more is too far."""
    thick = max(bar.end - bar.start, mark.end - mark.start)
    aside = abs((mark.start + mark.end) / 2 - bar.middle) / thick * 2
    high = mark.tip - mark.base if upright else mark.end - mark.start
    off = max(mark.base - bar.tip, bar.base - mark.tip, 0.0) / (_END * high)
    return max(aside, off, abs(mark.base - bar.tip) / 1e6)


def _is_true(numbers: dict[Bar, Word]) -> bool:
    """Whether the bars are as long as their numbers say."""
    values = {bar: number_of(word.text) or 0.0 for bar, word in numbers.items()}
    scales = [bar.length / value for bar, value in values.items() if value]
    scale = median(scales) if scales else 0.0
    right = sum(abs(bar.length - value * scale) <= _OFF for bar, value in values.items())
    return right >= max(2, _TRUE * len(values))


def bars_to_categories(bars: Sequence[Bar]) -> list[list[Bar]]:
    """The bars of each category: those that stand close, or each for itself."""
    rows = [[bars[0]]]
    for above, bar in pairwise(bars):
        near = bar.start - above.end < _CLOSE * (bar.end - bar.start)
        if near and bar.shape.colour not in {other.shape.colour for other in rows[-1]}:
            rows[-1].append(bar)
        else:
            rows.append([bar])
    return rows


def names_of(rows: Sequence[Sequence[Bar]], words: Sequence[Word], *, upright: bool) -> list[list[Word]]:
    """The words beside the base of each category, in reading order."""
    middles = [(row[0].start + row[-1].end) / 2 for row in rows]
    step = min((b - a for a, b in pairwise(middles)), default=rows[0][-1].end - rows[0][0].start + 2 * _LONGER)
    found: list[list[Word]] = [[] for _ in rows]
    base = rows[0][0].base
    for word in _names(words, base, (middles[0] - step / 2, middles[-1] + step / 2), upright=upright):
        mark = _turned(word, upright=upright)
        middle = (mark.start + mark.end) / 2
        nearest = min(range(len(rows)), key=lambda n: abs(middles[n] - middle))
        found[nearest].append(word)
    return [sorted(own, key=lambda word: (word.line, word.box.x0 if word.box else 0.0)) for own in found]


def _names(words: Sequence[Word], base: float, reach: tuple[float, float], *, upright: bool) -> Iterator[Word]:
    """The words behind the base: to the left of lying bars, below standing ones as far as the lines are close."""
    marks = [_turned(word, upright=upright) for word in words]
    marks = [m for m in marks if m.tip <= base + _LONGER and reach[0] < (m.start + m.end) / 2 < reach[1]]
    if not upright:
        yield from (mark.word for mark in marks)
        return
    edge = base
    for _, line in groupby(sorted(marks, key=lambda mark: (mark.word.line, mark.start)), key=lambda mark: mark.word.line):
        own = list(line)
        high = own[0].tip - own[0].base
        if edge - max(mark.tip for mark in own) > (_END if edge == base else 0.5) * high:
            return
        edge = min(mark.base for mark in own)
        yield from (mark.word for mark in own)
