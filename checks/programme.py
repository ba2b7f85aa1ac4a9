"""Fellegi and Holt's problem as a mixed-integer programme, solved by HiGHS (`scipy.optimize.milp`).

Its unknowns are, for each figure, by how much it changes and, behind all these, whether it changes (1) or not (0), and whether it falls.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from checks.evidence import number
from checks.relations import Relation
from schemas import Basis, Figure, Unit
from schemas.printed import unit_of

FARTHEST = 20
"""How many times the largest figure of the rules a changed figure may be off: enough for a digit too many."""
LEAST_REACH = 10.0
"""The figure that this is taken of at least, where all are small."""
SAME = 1e-6
"""Two weights that differ by less are one."""
SECONDS = 2.0
"""After which a set that is not found is not told."""
RECOGNISED = 0.75
"""The weight of a figure that was recognised in a picture, and is doubted before one that was read (which has weight 1)."""
HALF = 0.5


class Row(NamedTuple):
    """A constraint: factors by unknown, and the bounds of their sum."""

    factors: Mapping[int, float]
    least: float = -np.inf
    most: float = np.inf


def smallest_sets(relations: Sequence[Relation], figures: Sequence[Figure], limit: int) -> list[tuple[Figure, ...]]:
    """The sets of figures of least weight whose change keeps all relations that are sums, and touches all others that are broken.

    Of more than `limit` those of the earlier figures: of the least sum of their places, and of the same sum those that begin earlier.
    """
    count, weights, places = len(figures), _weights(figures), list(range(len(figures)))
    far = FARTHEST * max(LEAST_REACH, *(abs(float(number(figure))) for figure in figures))
    rows = [*_reach(figures, far), *_kept(relations, figures, far)]
    lightest = _solved(rows, figures, weights)
    if lightest is None:
        return []
    rows.append(Row({count + n: weight for n, weight in enumerate(weights)}, most=sum(weights[n] for n in lightest) + SAME))
    found: list[tuple[int, ...]] = []
    while (changed := _solved(rows, figures, places)) and (len(found) < limit or sum(changed) == sum(found[-1])):
        found.append(changed)
        rows.append(Row({count + n: 1.0 for n in changed}, most=len(changed) - 1.0))
    return [tuple(figures[n] for n in changed) for changed in sorted(found, key=lambda each: (sum(each), each))[:limit]]


def _reach(figures: Sequence[Figure], far: float) -> Iterator[Row]:
    """Only a figure that is said to change changes, and so far only as a slip can change it."""
    for n in range(len(figures)):
        yield Row({n: 1.0, len(figures) + n: -far}, most=0.0)
        yield Row({n: 1.0, len(figures) + n: far}, least=0.0)


def _moved(n: int, figure: Figure, count: int, far: float) -> Iterator[Row]:
    """A figure that is said to change rises or falls by a unit of its last digit at least."""
    unit = float(unit_of(number(figure)))
    yield Row({n: 1.0, count + n: -unit, 2 * count + n: 2 * far}, least=0.0)
    yield Row({n: 1.0, count + n: unit, 2 * count + n: 2 * far}, most=2 * far)


def _kept(relations: Sequence[Relation], figures: Sequence[Figure], far: float) -> Iterator[Row]:
    """Sums lie between their bounds; of any other relation that is broken, a figure changes."""
    place = {figure.figure_id: n for n, figure in enumerate(figures)}
    values = {figure.figure_id: number(figure) for figure in figures}
    for relation in relations:
        if relation.test is None:
            now = sum(factor * number(figure) for factor, figure in relation.terms)
            factors = {place[figure.figure_id]: float(factor) for factor, figure in relation.terms}
            least = -np.inf if relation.least is None else float(relation.least - now)
            yield Row(factors, least, np.inf if relation.most is None else float(relation.most - now))
        elif not relation.test(values):
            yield Row({len(figures) + place[figure.figure_id]: 1.0 for figure in relation.figures}, least=1.0)
            yield from (row for each in relation.figures for row in _moved(place[each.figure_id], each, len(figures), far))


def _weights(figures: Sequence[Figure]) -> list[float]:
    return [RECOGNISED if figure.reader == "ocr" else 1.0 for figure in figures]


def _solved(rows: Sequence[Row], figures: Sequence[Figure], costs: Sequence[float]) -> tuple[int, ...] | None:
    """Which figures change at the least cost."""
    count = len(figures)
    matrix = np.zeros((len(rows), 3 * count))
    for n, row in enumerate(rows):
        matrix[n, list(row.factors)] = list(row.factors.values())
    counts = np.array([figure.unit is Unit.COUNT for figure in figures])
    below = [-np.inf if figure.basis is Basis.DIFFERENCE else -float(number(figure)) for figure in figures]
    lowest = np.where(counts, below, -np.inf)
    done = milp(
        np.concatenate([np.zeros(count), costs, np.zeros(count)]),
        constraints=LinearConstraint(matrix, [row.least for row in rows], [row.most for row in rows]),
        integrality=np.concatenate([counts, np.ones(2 * count)]),
        bounds=Bounds(np.concatenate([lowest, np.zeros(2 * count)]), np.concatenate([np.full(count, np.inf), np.ones(2 * count)])),
        options={"time_limit": SECONDS},
    )
    return tuple(np.flatnonzero(done.x[count : 2 * count] > HALF).tolist()) if done.success else None
