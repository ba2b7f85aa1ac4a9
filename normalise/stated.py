"""A figure with its meaning and its place, and a cell without a meaning, before they become rows of the dataset."""

from dataclasses import dataclass
from decimal import Decimal

from normalise.meaning import Meaning
from normalise.words.values import Printed
from schemas import Basis, Dimension, Measure, Place, Source, State, Text, Unit


@dataclass(frozen=True, slots=True)
class Stated:
    """One printed figure: what it is about, what is printed, where. `table` names the grid or passage it was read from."""

    meaning: Meaning
    value: Decimal | None
    unit: Unit
    state: State
    text: str
    words: Text
    place: Place
    table: str
    directorate: str = ""
    source: Source = Source.TABLE


@dataclass(frozen=True, slots=True)
class Unclear:
    """Something printed that no rule understood, and why."""

    words: Text
    place: Place
    reason: str


_WHOLE = 100
_UNITS = {Measure.AVERAGE_DAYS: Unit.DAYS, Measure.REMEDY_GBP: Unit.GBP}
RATES = {
    Measure(measure.removesuffix("_pct")): measure
    for measure in Measure
    if measure.endswith("_pct") and measure.removesuffix("_pct") in set(Measure)
}


def counted(meaning: Meaning) -> Meaning | None:
    """The same, counted: what a rate is the share of; None for a rate whose count has no measure, and for what is no count."""
    parts = {Measure.CASES: Measure.SHARE_PCT} if meaning.dimension else {}
    count = next((count for count, rate in {**RATES, **parts}.items() if meaning.measure in {count, rate}), None)
    return meaning._replace(measure=count, unit=None) if count else None


def unit_of(measure: Measure) -> Unit:
    """The unit in which a measure is told."""
    return Unit.PERCENT if measure.endswith("_pct") else _UNITS.get(measure, Unit.COUNT)


def measured(meaning: Meaning, figure: Printed) -> tuple[Meaning, Unit] | str:
    """The meaning and unit of a figure whose own sign may say more than its headings: a % under "upheld" is a rate; or why not.

    A difference is told in the unit printed, whatever the unit of its measure. A number above 100 is no percentage unless its sign says so.
    """
    measure, printed = meaning.measure, figure.unit
    if measure is Measure.OTHER and figure.noun.startswith("response"):
        return meaning._replace(measure=Measure.FEEDBACK, category=None), Unit.COUNT
    if measure in {Measure.OTHER, Measure.TARGET} or (measure and meaning.basis is Basis.DIFFERENCE):
        return meaning, printed or meaning.unit or unit_of(measure)
    if printed is Unit.GBP and measure is Measure.CASES and meaning.dimension is Dimension.ACTION:
        return meaning._replace(measure=Measure.REMEDY_GBP), printed
    if measure and printed is Unit.PERCENT and (rate := _rate(meaning)):
        return meaning._replace(measure=rate), printed
    if measure is None or (doubt := _doubt(meaning, measure, figure)):
        return doubt if measure else "nothing around it says what is counted"
    return meaning, unit_of(measure)


def _rate(meaning: Meaning) -> Measure | None:
    """What a percentage under a heading of counts is: the rate of what is counted, the share of a part of a breakdown."""
    part = meaning.dimension is not None and meaning.measure in {Measure.CASES, Measure.DECIDED}
    return Measure.SHARE_PCT if part else next((RATES[m] for m in RATES if m is meaning.measure), None)


def _doubt(meaning: Meaning, measure: Measure, figure: Printed) -> str:
    """Why a figure cannot be told in the unit of its measure, or ""."""
    unit, printed = unit_of(measure), figure.unit
    if printed not in {None, unit}:
        return f"it is printed as {printed} where its headings say {measure}"
    if printed is None and meaning.unit not in {None, unit}:
        return f"its headings say {measure} and {meaning.unit}"
    above = unit is Unit.PERCENT and printed is None and figure.value is not None and figure.value > _WHOLE
    return f"it is above {_WHOLE} where its headings say {measure}" if above else ""
