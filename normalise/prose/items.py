"""What a sentence is read as: items of known kinds, each with its place in the text."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from schemas import Basis, Period, Unit


@dataclass(frozen=True, slots=True)
class Item:
    """A phrase of one kind and its place in the text; `value` is what a number, a period, a stage, a measure or a service says."""

    kind: str
    start: int
    end: int
    value: Any = None

    def meets(self, start: int, end: int) -> bool:
        """Whether it covers any of text[start:end]."""
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number and what its own signs say it is told in."""

    value: Decimal
    unit: Unit


@dataclass(frozen=True, slots=True)
class When:
    """A period that a sentence names, and how it stands to the report's own; None where the report's own is unknown."""

    basis: Basis
    period: Period | None
