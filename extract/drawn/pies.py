"""Slices of a pie -> each slice's share and direction, and the number that stands at it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, hypot, pi

from extract.drawn.legends import number_of
from extract.marks import Shape
from schemas import Word

_WHOLE = 0.98
"""Of a full turn: slices that make up less are none, or some of them were not found."""
_SHARE = 0.012
"""By how much a slice's share of the turn may differ from its number's share of all numbers."""
_REACH = 1.5
"""Of the radius: how far from the middle a number may stand."""

_AT = 2.0
"""Points from the middle within which a corner is the middle."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Slice:
    """A slice: its share of the turn, and the direction of its middle as an angle."""

    share: float
    angle: float
    shape: Shape


@dataclass(frozen=True, slots=True)
class Pie:
    """Slices round a middle."""

    middle: Point
    radius: float
    slices: tuple[Slice, ...]


def shapes_to_pies(shapes: Sequence[Shape]) -> Iterator[Pie]:
    """The pies: shapes that share a corner and make a full turn round it."""
    meeting: dict[Point, list[Shape]] = {}
    for shape in shapes:
        for corner in {_rounded(point) for point in shape.points}:
            meeting.setdefault(corner, []).append(shape)
    used: set[int] = set()
    for corner, around in sorted(meeting.items(), key=lambda pair: len(pair[1]), reverse=True):
        own = [shape for shape in around if id(shape) not in used]
        if len(own) < 2:  # noqa: PLR2004  a slice alone is no pie
            continue
        slices = [_slice(shape, corner) for shape in own]
        if abs(1 - sum(piece.share for piece in slices)) <= 1 - _WHOLE:
            used.update(map(id, own))
            radius = max(hypot(x - corner[0], y - corner[1]) for shape in own for x, y in shape.points)
            yield Pie(corner, radius, tuple(sorted(slices, key=lambda piece: piece.angle)))


def _rounded(point: Point) -> Point:
    return round(point[0], 0), round(point[1], 0)


def _slice(shape: Shape, middle: Point) -> Slice:
    """The outline from where it leaves the middle to where it comes back."""
    corners = [point for point in shape.points if hypot(point[0] - middle[0], point[1] - middle[1]) > _AT or _rounded(point) == middle]
    last = max((n for n, point in enumerate(corners) if _rounded(point) == middle), default=0)
    arc = [point for point in corners[last:] + corners[:last] if _rounded(point) != middle]
    angles = [atan2(y - middle[1], x - middle[0]) for x, y in arc]
    turn = sum(_between(a, b) for a, b in pairwise(angles))
    return Slice(abs(turn) / (2 * pi), _between(0, (angles[0] if angles else 0.0) + turn / 2), shape)


def _between(a: float, b: float) -> float:
    """The angle from `a` to `b`, at most half a turn either way."""
    return (b - a + pi) % (2 * pi) - pi


def pie_to_numbers(pie: Pie, words: Sequence[Word]) -> dict[Slice, Word]:
    """The number of each slice: those round the pie in their order, if they have the slices' shares; none at all otherwise."""
    near = sorted(((_angle(pie, word), word) for word in words if _is_near(pie, word)), key=lambda pair: pair[0])
    if len(near) != len(pie.slices):
        return {}
    turns = [near[n:] + near[:n] for n in range(len(near))]
    best = min(turns, key=lambda turn: sum(abs(_between(s.angle, angle)) for s, (angle, _) in zip(pie.slices, turn, strict=True)))
    numbers = {piece: word for piece, (_, word) in zip(pie.slices, best, strict=True)}
    whole = sum(number_of(word.text) or 0.0 for word in numbers.values())
    fits = whole and all(abs((number_of(word.text) or 0.0) / whole - piece.share) <= _SHARE for piece, word in numbers.items())
    return numbers if fits else {}


def _middle(word: Word) -> Point:
    return word.box.middle if word.box else (0.0, 0.0)


def _angle(pie: Pie, word: Word) -> float:
    x, y = _middle(word)
    return atan2(y - pie.middle[1], x - pie.middle[0])


def _is_near(pie: Pie, word: Word) -> bool:
    x, y = _middle(word)
    return number_of(word.text) is not None and hypot(x - pie.middle[0], y - pie.middle[1]) < _REACH * pie.radius
