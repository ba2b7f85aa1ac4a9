"""One value for what several places print, where they agree."""

from collections.abc import Iterable
from decimal import Decimal

from checks.evidence import number
from schemas import Figure, Source, State


def agreed(figures: Iterable[Figure]) -> Figure | None:
    """The first of the figures if all print one value; None if there is none, or they do not agree."""
    printed = tuple(figures)
    return printed[0] if printed and len({figure.value for figure in printed}) == 1 else None


def settled(figures: Iterable[Figure]) -> Figure | None:
    """The first of the figures if all tables print one value, whatever charts print; else if all print one."""
    printed = tuple(figures)
    return agreed(figure for figure in printed if figure.source is Source.TABLE) or agreed(printed)


def counted(figure: Figure) -> Decimal | None:
    """The number a figure stands for in a sum: a dash is nought; None if it is not known."""
    if figure.state is State.NIL:
        return Decimal(0)
    return number(figure) if figure.state is State.REPORTED and figure.value is not None else None
