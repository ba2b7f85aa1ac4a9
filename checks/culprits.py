"""Which figures are wrong where rules are broken: the smallest sets whose change keeps every rule (Fellegi & Holt 1976).

A single figure is found by arithmetic. Where no single one will do, the smallest sets are those of a mixed-integer programme: each figure
keeps its printed value or, at its weight, takes another, and every relation holds.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from math import ceil, floor

from checks.evidence import number
from checks.relations import Relation, Values, printed
from checks.slips import meant
from schemas import Basis, Figure, Unit

MOST_SETS = 6
"""Sets of one size that are told; of more, none is likely."""
MOST_VALUES = 120
"""Whole numbers that are tried for a figure that rules leave between two bounds."""
TWO = 2
"""Values that fit a figure, after which no third is looked for: none of them is known to be meant."""
REACH = 2
"""Rules from one figure to the next within which others are changed too, where no single figure will do."""


@dataclass(frozen=True, slots=True)
class Culprits:
    """Figures whose change keeps every rule, and for a single one the only value that does (None where several do)."""

    figures: tuple[Figure, ...]
    value: Decimal | None = None


def components(relations: Sequence[Relation]) -> Iterator[list[Relation]]:
    """The relations that hang together by figures, as far as one of them is broken."""
    of_figure: dict[str, list[int]] = {}
    for place, relation in enumerate(relations):
        for figure in relation.figures:
            of_figure.setdefault(figure.figure_id, []).append(place)
    seen: set[int] = set()
    for start, relation in enumerate(relations):
        if start in seen or relation.holds(printed([relation])):
            continue
        found, queue = {start}, [start]
        while queue:
            near = {place for figure in relations[queue.pop()].figures for place in of_figure[figure.figure_id]} - found
            found |= near
            queue += near
        seen |= found
        yield [relations[place] for place in sorted(found)]


def culprits(relations: Sequence[Relation]) -> list[list[Culprits]]:
    """The smallest sets of figures to blame, for each of the places where relations are broken."""
    return [singles(together) or several(together) for together in components(relations)]


def singles(together: Sequence[Relation]) -> list[Culprits]:
    """The figures each of which alone, with another value, keeps every relation."""
    values = printed(together)
    broken = [relation for relation in together if not relation.holds(values)]
    shared = set.intersection(*({figure.figure_id for figure in relation.figures} for relation in broken))
    figures = {figure.figure_id: figure for relation in broken for figure in relation.figures if figure.figure_id in shared}
    return [found for figure in figures.values() if (found := single(figure, together, values)) is not None]


def single(figure: Figure, together: Sequence[Relation], values: Values) -> Culprits | None:
    """The figure, if some other value of it keeps all relations that it is part of."""
    own = [relation for relation in together if any(one.figure_id == figure.figure_id for one in relation.figures)]
    least, most = bounds(figure, own, values)
    if least is not None and least == most:
        fitting = [least] if keeps(figure, least, own, values) else []
    else:
        fitting = list(islice((value for value in candidates(figure, least, most) if keeps(figure, value, own, values)), TWO))
    return Culprits((figure,), fitting[0] if len(fitting) == 1 else None) if fitting else None


def is_count(figure: Figure) -> bool:
    """Whether a figure cannot be below nought."""
    return figure.unit is Unit.COUNT and figure.basis is not Basis.DIFFERENCE


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


def several(together: Sequence[Relation]) -> list[Culprits]:
    """The sets of least weight of two figures or more near what is broken, all of them up to a limit."""
    from checks.programme import smallest_sets

    near = nearby(together)
    figures = list({figure.figure_id: figure for relation in near for figure in relation.figures}.values())
    return [Culprits(found) for found in smallest_sets(near, figures, MOST_SETS)]


def nearby(together: Sequence[Relation]) -> list[Relation]:
    """The broken relations and those within reach of their figures."""
    values = printed(together)
    reached = {figure.figure_id for relation in together if not relation.holds(values) for figure in relation.figures}
    for _ in range(REACH):
        near = [relation for relation in together if any(figure.figure_id in reached for figure in relation.figures)]
        reached |= {figure.figure_id for relation in near for figure in relation.figures}
    return near
