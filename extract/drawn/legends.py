"""What a chart's colours mean: small squares with a name to their right."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from extract.marks import Colour, Shape
from extract.words import Line
from schemas import Box, Word

_LARGEST = 14.0
"""Points: the sides of a legend's square."""
_ROUND = 50.0
"""Points above and below a chart where its legend stands; to its sides it may be as far as the chart is wide."""
_NEAR = 2.0
"""Of the square's width: how far its name may begin from it."""
_APART = 1.0
"""Of the character size: more white space than this ends a name."""
_WORDS = 1 << 12
"""Words that are remembered as numbers or none: those of a few pages with charts."""
_NUMBER = re.compile(r"\(?£?(\d[\d,]*(?:\.\d+)?)%?\)?")


@dataclass(frozen=True, slots=True)
class Mark:
    """A word as a bar sees it: across the bars from `start` to `end`, along them from `base` to `tip`."""

    word: Word
    start: float
    end: float
    base: float
    tip: float


@lru_cache(_WORDS)
def number_of(text: str) -> float | None:
    """The number that is printed, or None."""
    found = _NUMBER.fullmatch(text)
    return float(found[1].replace(",", "")) if found else None


def legend(shapes: Sequence[Shape], lines: Sequence[Line], chart: Box) -> dict[Colour, list[Word]]:
    """The name beside the square of each colour, round the box of the chart; a colour with two different ones means nothing."""
    aside = max(chart.x1 - chart.x0, 2 * _ROUND)
    near = Box(chart.x0 - aside, chart.top - _ROUND, chart.x1 + aside, chart.bottom + _ROUND)
    squares = [shape for shape in shapes if _is_square(shape) and near.holds(shape.box)]
    named: dict[Colour, list[Word]] = {}
    for square in squares:
        name = _name(square, squares, lines)
        if name:
            named[square.colour] = name if named.get(square.colour, name) == name else []
    return {colour: name for colour, name in named.items() if name}


def _is_square(shape: Shape) -> bool:
    wide, high = shape.box.x1 - shape.box.x0, shape.box.bottom - shape.box.top
    return min(wide, high) > 1 and max(wide, high) <= _LARGEST * 2 and high <= _LARGEST


def _name(square: Shape, squares: Sequence[Shape], lines: Sequence[Line]) -> list[Word]:
    middle = (square.box.top + square.box.bottom) / 2
    limit = min((s.box.x0 for s in squares if s.box.x0 > square.box.x1 and s.box.top < middle < s.box.bottom), default=float("inf"))
    line = next((line for line in lines if line.box.top < middle < line.box.bottom), None)
    words = [w for w in line.words if w.box and square.box.x1 - 1 < w.box.x0 and w.box.x1 <= limit + 1] if line else []
    if not line or not words or not words[0].box or words[0].box.x0 - square.box.x1 > _NEAR * _LARGEST / 2:
        return []
    ends = (n for n, (a, b) in enumerate(pairwise(words), 1) if a.box and b.box and b.box.x0 - a.box.x1 > _APART * line.size)
    return words[: next(ends, len(words))]
