"""Which figures are wrong where rules are broken: the smallest sets whose change keeps every rule (Fellegi & Holt 1976).

A single figure is found by arithmetic. Where no single one will do, the smallest sets are searched for (`smallest`): each figure keeps
its printed value or, at its weight, takes another, and every relation holds.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from math import ceil, floor
from types import MappingProxyType

from checks.evidence import is_count, number
from checks.relations import Relation, Values, printed
from checks.slips import meant
from checks.smallest import smallest_sets
from schemas import Figure, Unit

MOST_SETS = 6
"""Sets of one weight that are told; of more, none is likely."""
MOST_VALUES = 120
"""Whole numbers that are tried for a figure that rules leave between two bounds."""
TWO = 2
"""Values that fit a figure, after which no third is looked for: none of them is known to be meant."""
REACH = 2
"""Rules from one figure to the next within which others are changed too, where no single figure will do."""


@dataclass(frozen=True, slots=True)
class Culprits:
    """Figures whose change keeps every rule, each with the only value that does (None where several do, or it is not known)."""

    figures: tuple[Figure, ...]
    values: tuple[Decimal | None, ...]


Kept = Mapping[str, Sequence[Relation]]
"""The relations that hold, by the figures that they speak of."""


def culprits(relations: Sequence[Relation]) -> list[list[Culprits]]:
    """The smallest sets of figures to blame, for each of the places where relations are broken."""
    broken = []
    kept: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        if not relation.holds(printed([relation])):
            broken.append(relation)
            continue
        for figure in ids(relation):
            kept[figure].append(relation)
    return [singles(place, kept) or several(place, kept) for place in places(broken)]


def ids(relation: Relation) -> set[str]:
    """The figures of a relation by their ids."""
    return {figure.figure_id for figure in relation.figures}


def places(broken: Sequence[Relation]) -> list[list[Relation]]:
    """The broken relations, those together that hang together by figures: no figure mends two places."""
    found: list[list[Relation]] = []
    for relation in broken:
        near = [place for place in found if any(not ids(relation).isdisjoint(ids(other)) for other in place)]
        found = [place for place in found if place not in near] + [[each for place in near for each in place] + [relation]]
    return found


def about(figure: Figure, place: Iterable[Relation], kept: Kept) -> list[Relation]:
    """The relations that speak of a figure: those broken at a place, and those that hold."""
    return [*(relation for relation in place if figure.figure_id in ids(relation)), *kept.get(figure.figure_id, ())]


def singles(place: Sequence[Relation], kept: Kept) -> list[Culprits]:
    """The figures each of which alone, with another value, keeps every relation."""
    shared = set.intersection(*map(ids, place))
    figures = {figure.figure_id: figure for figure in place[0].figures if figure.figure_id in shared}
    return [found for figure in figures.values() if (found := single(figure, about(figure, place, kept))) is not None]


def single(figure: Figure, own: Sequence[Relation], changed: Values = MappingProxyType({})) -> Culprits | None:
    """The figure, if some other value of it keeps all relations that it is part of, with other figures changed."""
    values = printed(own) | dict(changed)
    least, most = bounds(figure, own, values)
    if least is not None and least == most:
        fitting = [least] if keeps(figure, least, own, values) else []
    else:
        fitting = list(islice((value for value in candidates(figure, least, most) if keeps(figure, value, own, values)), TWO))
    return Culprits((figure,), (fitting[0] if len(fitting) == 1 else None,)) if fitting else None


def bounds(figure: Figure, own: Iterable[Relation], values: Values) -> tuple[Decimal | None, Decimal | None]:
    """Between what the linear relations leave a figure when all others keep their values."""
    least: Decimal | None = Decimal(0) if is_count(figure) else None
    most: Decimal | None = None
    for relation in own:
        factor = sum(factor for factor, one in relation.terms if one.figure_id == figure.figure_id)
        if relation.test is not None or not factor:
            continue
        rest = sum((times * values[one.figure_id] for times, one in relation.terms if one.figure_id != figure.figure_id), Decimal(0))
        ends = [None if end is None else (end - rest) / factor for end in (relation.least, relation.most)]
        low, high = ends if factor > 0 else ends[::-1]
        least = low if least is None or (low is not None and low > least) else least
        most = high if most is None or (high is not None and high < most) else most
    return least, most


def candidates(figure: Figure, least: Decimal | None, most: Decimal | None) -> Iterator[Decimal]:
    """Values as they could be printed between two bounds: those that a slip turns into the printed one, those near it, and the bounds."""
    at, step = number(figure), Decimal(1).scaleb(min(0, int(number(figure).as_tuple().exponent)))
    near = (at + way * away * step for away in range(1, MOST_VALUES) for way in (-1, 1))
    for value in dict.fromkeys((*meant(at), *near)):
        if (least is None or value >= least) and (most is None or value <= most):
            yield value
    for end in (least, most):
        if end is not None and abs(end - at) > MOST_VALUES * step:
            yield Decimal(ceil(end)) if end is least else Decimal(floor(end))


def keeps(figure: Figure, value: Decimal, own: Iterable[Relation], values: Values) -> bool:
    """Whether a figure's other value keeps the relations."""
    if value == number(figure) or (figure.unit is Unit.COUNT and value != value.to_integral_value()):
        return False
    changed = {**values, figure.figure_id: value}
    return all(relation.holds(changed) for relation in own)


def several(place: Sequence[Relation], kept: Kept) -> list[Culprits]:
    """The sets of least weight of two figures or more near what is broken, all of them up to a limit."""
    near = nearby(place, kept)
    figures = list({figure.figure_id: figure for relation in near for figure in relation.figures}.values())
    return [valued(found, place, kept) for found in smallest_sets(near, figures, MOST_SETS)]


def nearby(place: Sequence[Relation], kept: Kept) -> list[Relation]:
    """The relations broken at a place, and those within reach of their figures."""
    near = list(place)
    for _ in range(REACH):
        figures = {figure.figure_id: figure for relation in near for figure in relation.figures}
        near = list({id(relation): relation for figure in figures.values() for relation in about(figure, place, kept)}.values())
    return near


def valued(figures: tuple[Figure, ...], place: Sequence[Relation], kept: Kept) -> Culprits:
    """A set of figures, each with its value where the others, as far as theirs are certain, leave only one."""
    certain: dict[str, Decimal] = {}
    for figure in (*figures, *figures):
        open_ones = {each.figure_id for each in figures} - certain.keys() - {figure.figure_id}
        own = [relation for relation in about(figure, place, kept) if open_ones.isdisjoint(ids(relation))]
        found = single(figure, own, certain)
        if found and found.values[0] is not None:
            certain[figure.figure_id] = found.values[0]
    return Culprits(figures, tuple(certain.get(figure.figure_id) for figure in figures))
