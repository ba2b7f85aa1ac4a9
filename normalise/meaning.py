"""What the words around a figure say, part by part."""

from dataclasses import dataclass, fields

from schemas import Basis, Dimension, Measure, Period, Regime, Stage, Unit


@dataclass(frozen=True, slots=True)
class Meaning:
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
        said = {f.name: getattr(self, f.name) for f in fields(self)}
        return Meaning(**{name: getattr(outer, name) if part is None else part for name, part in said.items()})

    def __bool__(self) -> bool:
        return any(getattr(self, f.name) is not None for f in fields(self))
