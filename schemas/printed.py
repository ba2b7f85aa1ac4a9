"""How figures that are printed in several places are held against each other: by what they are of, and as far as they say."""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from schemas.codes import Basis, Dimension, Measure, Regime, Source, Stage, Unit
from schemas.records import Figure

SOURCES = (Source.TABLE, Source.CHART, Source.PROSE)
"""The better source first."""
_NAMES = 1 << 14
"""Names and notes that are remembered folded: those of a few hundred reports."""
_SPELLED = r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty"
_NUMBER = rf"(?:£?\d|(?:{_SPELLED}|half|a (?:third|quarter|half|hundred|dozen))\b)"
_BOUND = r"about|almost|approximately|around|circa|over|under|(?:less|more|fewer) than|nearly|roughly|at least|at most|up to|in excess of"
TWO_YEARS = re.compile(r"((?:19|20)\d\d)\s?[/–-]\s?((?:19|20)?\d\d)")
"""A year as labels print it, by the calendar years that it begins and ends in: `2019-20`, `2019/2020`."""
INEXACT = re.compile(rf"[<>~≤≥≈]|\d ?\+|\bc\.? ?\d|\bor (?:more|fewer|less|so)\b|\b(?:{_BOUND})\s+{_NUMBER}", re.IGNORECASE)
"""Printed so, a figure is a bound or a guess (`<5` hides a small number): nothing exact follows from it."""


@lru_cache(maxsize=_NAMES)
def fold(printed: str) -> str:
    """A name without what printing it differently may change: case, dashes, spaces, `&` for `and`."""
    return " ".join(re.sub(r"[^\w]|_", " ", printed.casefold().replace("&", " and ")).split())


class Kind(NamedTuple):
    """What a figure says of its service: two figures of one service and one kind are the same figure."""

    start: date | None
    end: date | None
    basis: Basis
    stage: Stage
    measure: Measure
    dimension: Dimension | None
    category: str
    unit: Unit
    regime: Regime

    @classmethod
    def of(cls, figure: Figure) -> "Kind":
        """The kind of `figure`."""
        return cls(
            figure.period_start,
            figure.period_end,
            figure.basis,
            figure.stage,
            figure.measure,
            figure.dimension,
            fold(figure.category),
            figure.unit,
            figure.regime,
        )

    @classmethod
    def undated(cls, figure: Figure) -> "Kind":
        """That of `figure`, whenever it was: the same of a figure, the one before it and their difference."""
        category = fold(figure.category)
        return cls(None, None, Basis.DIFFERENCE, figure.stage, figure.measure, figure.dimension, category, figure.unit, figure.regime)


class Block(NamedTuple):
    """All figures that one table prints of one service: its row, or the table itself. The names are folded."""

    table: str
    directorate: str
    service: str

    @classmethod
    def of(cls, figure: Figure) -> "Block":
        """The block that `figure` belongs to."""
        return cls(figure.table_id, fold(figure.directorate), fold(figure.service))


def decimals(value: Decimal) -> int:
    """The printed decimals."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def unit_of(value: Decimal) -> Decimal:
    """One step of the last printed digit: 1 for `67`, 0.1 for `66.7`."""
    return Decimal(1).scaleb(-decimals(value))


def agree(one: Figure, other: Figure) -> bool:
    """Whether two printings have one value, the coarser one perhaps rounded or cut off."""
    if one.value is None or other.value is None or one.value == other.value:
        return one.value == other.value
    units = {unit_of(one.value), unit_of(other.value)}
    return len(units) > 1 and abs(one.value - other.value) < max(units)
