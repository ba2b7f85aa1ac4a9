"""What figures add to, and how far their rounding may put that off."""

from collections.abc import Iterable
from decimal import Decimal

from checks.evidence import number
from schemas import Figure
from schemas.printed import unit_of


def added(figures: Iterable[Figure]) -> Decimal:
    """What the numbers of figures add to; one that prints none adds nothing."""
    return sum(map(number, figures), Decimal(0))


def rounding(figures: Iterable[Figure]) -> Decimal:
    """How far figures may add to more or less than they did before each was rounded."""
    return sum((unit_of(number(figure)) for figure in figures), Decimal(0)) / 2
