"""What a rule asks of its figures, as a relation that all rules of a report can be held to at once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from checks.evidence import number
from schemas import Figure

Values = Mapping[str, Decimal]
"""A value for each figure, by its id."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A sum of figures, each times its factor, that lies between `least` and `most` (both included; None is no bound).

    Where a rule is no such sum (a percentage out of a base), the factors are nought and `test` says whether values keep it.
    """

    terms: tuple[tuple[int, Figure], ...]
    least: Decimal | None = Decimal(0)
    most: Decimal | None = Decimal(0)
    test: Callable[[Values], bool] | None = None

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that it speaks of."""
        return tuple(figure for _, figure in self.terms)

    def holds(self, values: Values) -> bool:
        """Whether these values keep it."""
        if self.test is not None:
            return self.test(values)
        added = sum((factor * values[figure.figure_id] for factor, figure in self.terms), Decimal(0))
        return (self.least is None or self.least <= added) and (self.most is None or added <= self.most)


def printed(relations: Iterable[Relation]) -> dict[str, Decimal]:
    """The printed values of all figures."""
    return {figure.figure_id: number(figure) for relation in relations for figure in relation.figures}


def equal(one: Figure, other: Figure, slack: Decimal = Decimal(0)) -> Relation:
    """One figure is the other, give or take `slack`."""
    return Relation(((1, one), (-1, other)), -slack, slack)


def bounded(figure: Figure, least: Decimal | None, most: Decimal | None = None) -> Relation:
    """A figure lies between two bounds."""
    return Relation(((1, figure),), least, most)


def at_most(one: Figure, other: Figure) -> Relation:
    """One figure is the other or less."""
    return Relation(((1, one), (-1, other)), None)


def adds_to(parts: Iterable[Figure], total: Figure) -> Relation:
    """The parts add to the total."""
    return same_sum(parts, (total,))


def same_sum(parts: Iterable[Figure], others: Iterable[Figure]) -> Relation:
    """Some figures add to what others add to."""
    return Relation((*((1, part) for part in parts), *((-1, other) for other in others)))


def judged(figures: tuple[Figure, ...], test: Callable[[Values], bool]) -> Relation:
    """A relation that is no sum."""
    return Relation(tuple((0, figure) for figure in figures), test=test)
