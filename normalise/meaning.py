"""What the words around a figure say, part by part."""

from typing import NamedTuple

from schemas import Basis, Dimension, Measure, Period, Regime, Stage, Unit


class Meaning(NamedTuple):
    """A part of what a figure is about; None is not said. `service` is "" where a word such as "Total" says that none is meant.

    `months`: first and last month of a quarter whose year other words say.
    `unit`: what the headings say of it, for a measure that has none of its own.
    """

    stage: Stage | None = None
    measure: Measure | None = None
    basis: Basis | None = None
    period: Period | None = None
    months: tuple[int, int] | None = None
    service: str | None = None
    dimension: Dimension | None = None
    category: str | None = None
    regime: Regime | None = None
    unit: Unit | None = None

    def within(self, outer: "Meaning") -> "Meaning":
        """This meaning, and what it does not say from the words farther away: the nearer word wins."""
        return Meaning._make([farther if part is None else part for part, farther in zip(self, outer, strict=True)])

    def __bool__(self) -> bool:
        return self.count(None) < len(self)
