"""Fellegi and Holt's problem: the lightest sets of figures whose change keeps every rule, found by trying sets, the lightest first.

A set that leaves a broken rule untouched is tried again with each figure of that rule, and one whose figures cannot change so that all sums
hold, with each figure that shares a sum with them. Whether they can is worked out exactly, on the intervals that are left to their changes.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from heapq import heappop, heappush
from itertools import product
from math import ceil, floor
from typing import NamedTuple

from checks.evidence import below_nought, is_count, number
from checks.relations import Relation
from schemas import Figure, Unit
from schemas.printed import unit_of

FARTHEST = 20
"""How many times the largest figure of the rules a changed figure may be off: enough for a digit too many."""
LEAST_REACH = Decimal(10)
"""The figure that this is taken of at least, where all are small."""
POINT = Decimal("1e-6")
"""An interval that is no wider is one value."""
RECOGNISED = 0.75
"""The weight of a figure that was recognised in a picture, and is doubted before one that was read (which has weight 1)."""
MOST_TRIED = 20_000
"""Sets that are tried; where more would have to be, none is told."""
MOST_BOXES = 200
"""Boxes in which a set's changes are looked for: a dozen halvings find any number as it is printed."""
MOST_SWEEPS = 50
"""Times that all sums narrow a box before it is halved."""

Interval = tuple[Decimal, Decimal]
Box = Mapping[int, Interval]
"""Between what the change of each figure lies, by the figure's place."""
Places = tuple[int, ...]


class Sum(NamedTuple):
    """Changes of figures, each times its factor, add to something between two bounds."""

    terms: tuple[tuple[int, int], ...]
    least: Decimal
    most: Decimal


@dataclass
class Rules:
    """What is asked of changes: a figure of each set in `broken` changes, those `moved` by a unit at least, and the `sums` hold.

    Figures stand for themselves by their places; `far`: how far each may be off; `sums` are kept by the figures that they speak of.
    """

    figures: Sequence[Figure]
    far: Decimal
    broken: list[frozenset[int]]
    moved: set[int] = field(default_factory=set)
    sums: defaultdict[int, list[Sum]] = field(default_factory=lambda: defaultdict(list))


def smallest_sets(relations: Iterable[Relation], figures: Sequence[Figure], limit: int) -> list[tuple[Figure, ...]]:
    """The sets of figures of least weight whose change keeps all relations that are sums, and touches all others that are broken.

    Of more than `limit` those of the earlier figures: of the least sum of their places, and of the same sum those that begin earlier.
    """
    found = sorted(_lightest(_to_rules(relations, figures)), key=lambda places: (sum(places), places))
    return [tuple(figures[place] for place in places) for places in found[:limit]]


def _to_rules(relations: Iterable[Relation], figures: Sequence[Figure]) -> Rules:
    place = {figure.figure_id: n for n, figure in enumerate(figures)}
    values = {figure.figure_id: number(figure) for figure in figures}
    far = FARTHEST * max(LEAST_REACH, *map(abs, values.values()))
    rules = Rules(figures, far, [frozenset({n}) for n, figure in enumerate(figures) if below_nought(figure)])
    for relation in relations:
        places = frozenset(place[figure.figure_id] for figure in relation.figures)
        if not relation.holds(values):
            rules.broken.append(places)
            rules.moved |= places if relation.test else set()
        if relation.test is None:
            terms = tuple((place[figure.figure_id], factor) for factor, figure in relation.terms)
            now = sum(factor * values[figure.figure_id] for factor, figure in relation.terms)
            unbounded = far * sum(abs(factor) for _, factor in terms)
            least = -unbounded if relation.least is None else relation.least - now
            most = unbounded if relation.most is None else relation.most - now
            for n in places:
                rules.sums[n].append(Sum(terms, least, most))
    return rules


def _lightest(rules: Rules) -> list[Places]:
    """The sets of least weight that will do."""
    waiting: list[tuple[float, Places]] = [(_least_weight((), rules), ())] if rules.broken else []
    tried: set[Places] = set()
    found: list[tuple[float, Places]] = []
    while waiting and not (found and waiting[0][0] > found[0][0]):
        weight, places = heappop(waiting)
        more = _missing(places, rules)
        if more is None:
            found.append((weight, places))
        for wider in {tuple(sorted((*places, n))) for n in more or ()} - tried:
            tried.add(wider)
            heappush(waiting, (_least_weight(wider, rules), wider))
        if len(tried) > MOST_TRIED:
            return []
    return [places for _, places in found]


def _least_weight(places: Places, rules: Rules) -> float:
    """The weight of a set and of what it lacks at least: a figure of each broken rule that it leaves untouched."""
    weight, touched = sum(_weight(rules.figures[n]) for n in places), set(places)
    for broken in rules.broken:
        if broken.isdisjoint(touched):
            weight += min(_weight(rules.figures[n]) for n in broken)
            touched |= broken
    return weight


def _weight(figure: Figure) -> float:
    return RECOGNISED if figure.reader == "ocr" else 1.0


def _missing(places: Places, rules: Rules) -> Collection[int] | None:
    """The figures of which one at least belongs to a set too before it will do; None where it does."""
    untouched = [broken for broken in rules.broken if broken.isdisjoint(places)]
    if untouched:
        return min(untouched, key=len)
    sums = dict.fromkeys(one for n in places for one in rules.sums[n])
    own = [one._replace(terms=tuple(term for term in one.terms if term[0] in places)) for one in sums]
    may_hold = _may_hold(_ways(places, rules), own, rules.figures)
    return None if may_hold else {n for one in sums for n, _ in one.terms}.difference(places)


def _ways(places: Places, rules: Rules) -> Iterator[Box]:
    """What figures may change by: to no number that could not be printed, and each that is moved either down or up."""
    ways: list[list[Interval]] = []
    for n in places:
        figure = rules.figures[n]
        low, unit = -number(figure) if is_count(figure) else -rules.far, unit_of(number(figure))
        ways.append([(low, -unit), (unit, rules.far)] if n in rules.moved else [(low, rules.far)])
    yield from (dict(zip(places, way, strict=True)) for way in product(*ways))


def _may_hold(boxes: Iterable[Box], sums: Sequence[Sum], figures: Sequence[Figure]) -> bool:
    """Whether all sums hold for some changes within the boxes, which are halved until one is a point or nothing is left of them."""
    left = list(boxes)
    for _ in range(MOST_BOXES):
        if not left:
            return False
        box = _narrowed(left.pop(), sums, figures)
        if any(low > high for low, high in box.values()):
            continue
        widest = max(box, key=lambda n: box[n][1] - box[n][0])
        low, high = box[widest]
        if high - low <= POINT:
            return True
        middle = (low + high) / 2
        left += ({**box, widest: _fitting(figures[widest], *half)} for half in ((low, middle), (middle, high)))
    return False


def _narrowed(box: Box, sums: Sequence[Sum], figures: Sequence[Figure]) -> Box:
    """What the sums leave of a box; where that is nothing, an interval of it ends before it begins."""
    for _ in range(MOST_SWEEPS):
        before = box
        for one in sums:
            for n, factor in one.terms:
                box = {**box, n: _fitting(figures[n], *_left(box, n, factor, one))}
                if box[n][0] > box[n][1]:
                    return box
        if box == before:
            break
    return box


def _left(box: Box, n: int, factor: int, one: Sum) -> Interval:
    """What a sum leaves of the interval of one of its figures."""
    others = [sorted(times * end for end in box[other]) for other, times in one.terms if other != n]
    ends = ((one.least - sum(high for _, high in others)) / factor, (one.most - sum(low for low, _ in others)) / factor)
    return max(box[n][0], min(ends)), min(box[n][1], max(ends))


def _fitting(figure: Figure, low: Decimal, high: Decimal) -> Interval:
    """An interval as far as a figure's change can be in it: that of a count is a whole number."""
    return (Decimal(ceil(low)), Decimal(floor(high))) if figure.unit is Unit.COUNT else (low, high)
