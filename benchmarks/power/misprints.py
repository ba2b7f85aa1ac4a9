"""A printed figure with one slip of the hand in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import NamedTuple

from schemas import Basis, Figure, Source, Unit

NUMBER = re.compile(r"[-+\u2212]?\d[\d,.]*")
TEN = 10
KINDS = "one digit", "digits swapped", "sign", "decimal point"


class Misprint(NamedTuple):
    """The slip, and the figure as it is then printed."""

    kind: str
    figure: Figure


def misprints(figure: Figure, random: Random) -> list[Misprint]:
    """One of each kind that can befall a figure, in the order of `KINDS`."""
    value = figure.value or Decimal(0)
    found = dict(zip(KINDS, (_one_digit(value, random), _swapped(value, random), _signed(figure), _moved(figure, random)), strict=True))
    return [Misprint(kind, changed(figure, other)) for kind, other in found.items() if other is not None and other != value]


def changed(figure: Figure, value: Decimal) -> Figure:
    """The figure with another number; a sentence keeps its words."""
    if figure.source is Source.PROSE:
        return replace(figure, value=value)
    sign = "+" if figure.basis is Basis.DIFFERENCE and value > 0 and not figure.text[:1].isdigit() else ""
    return replace(figure, value=value, text=NUMBER.sub(f"{sign}{value:f}", figure.text, count=1))


def _one_digit(value: Decimal, random: Random) -> Decimal:
    """One digit is another; the first of several is not nought."""
    text = f"{value:f}"
    place = random.choice([n for n, sign in enumerate(text) if sign.isdigit()])
    leading = len(text) > 1 and not text[:place].strip("-")
    others = [digit for digit in "0123456789" if digit != text[place] and not (digit == "0" and leading)]
    return Decimal(text[:place] + random.choice(others) + text[place + 1 :])


def _swapped(value: Decimal, random: Random) -> Decimal | None:
    """Two neighbouring digits have changed places; None where no two can."""
    text = f"{value:f}"
    pairs = [n for n in range(len(text) - 1) if text[n : n + 2].isdigit() and text[n] != text[n + 1]]
    fitting = [n for n in pairs if text[n + 1] != "0" or text[:n].strip("-")]
    if not fitting:
        return None
    n = random.choice(fitting)
    return Decimal(text[:n] + text[n + 1] + text[n] + text[n + 2 :])


def _signed(figure: Figure) -> Decimal | None:
    """The other sign; in a sentence a minus would be read as a dash."""
    return None if figure.source is Source.PROSE or not figure.value else -figure.value


def _moved(figure: Figure, random: Random) -> Decimal | None:
    """Ten times or a tenth of it; a count stays whole. None of nothing."""
    value = figure.value or Decimal(0)
    ways = [value * TEN, *([value / TEN] if figure.unit is not Unit.COUNT or not value % TEN else [])]
    return random.choice(ways) if value else None


def chosen(figures: Sequence[Figure], random: Random, number: int) -> Iterator[Misprint]:
    """A misprint of each of so many figures; every slip that can befall a figure is as likely."""
    for figure in random.sample(figures, min(number, len(figures))):
        yield random.choice(misprints(figure, random))
