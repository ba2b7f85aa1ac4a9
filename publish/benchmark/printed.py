"""Which figures the benchmark compares, and of which row they are."""

from datetime import date
from typing import NamedTuple

from schemas import Basis, Figure, Measure, Regime, Stage, State, Unit
from schemas.printed import INEXACT

ALL = "all"
"""The service id of whole-council figures."""
COUNTS = (
    Measure.RECEIVED,
    Measure.ESCALATED,
    Measure.DECIDED,
    Measure.UPHELD,
    Measure.PARTIALLY_UPHELD,
    Measure.UPHELD_OR_PARTLY,
    Measure.NOT_UPHELD,
    Measure.IN_TARGET,
)
FURTHER_COUNTS = (
    Measure.OPEN,
    Measure.INVESTIGATED,
    Measure.NOT_PURSUED,
    Measure.OUT_OF_TARGET,
    Measure.MULTI_SERVICE,
    Measure.COMPLIMENTS,
)
RATES = (
    Measure.ESCALATED_PCT,
    Measure.UPHELD_PCT,
    Measure.PARTIALLY_UPHELD_PCT,
    Measure.UPHELD_OR_PARTLY_PCT,
    Measure.NOT_UPHELD_PCT,
    Measure.NEWLY_UPHELD_PCT,
    Measure.IN_TARGET_PCT,
)
WORKED_OUT = (*(measure for measure in RATES if measure is not Measure.NEWLY_UPHELD_PCT), Measure.RATE_PER_1000)
"""The rates that counts give; what is newly upheld no report counts."""
UNITS = {
    **dict.fromkeys((*COUNTS, *FURTHER_COUNTS, Measure.RATE_PER_1000), Unit.COUNT),
    **dict.fromkeys(RATES, Unit.PERCENT),
    Measure.AVERAGE_DAYS: Unit.DAYS,
}
"""The measures of the benchmark, each with the unit that a comparable figure of it has."""
NO_SERVICE = frozenset({"", "none"})


class Key(NamedTuple):
    """What a row of the benchmark is about."""

    council_code: str
    regime: Regime
    service_id: str
    stage: Stage
    period_start: date
    period_end: date


def is_whole(figure: Figure) -> bool:
    """Whether the figure counts or measures all complaints of its service (and stage and period), and not a part of a breakdown."""
    whole = figure.dimension is None and not figure.category and UNITS.get(figure.measure) is figure.unit
    misplaced = figure.service_id == ALL and bool(figure.service or figure.directorate)
    return whole and figure.service_id not in NO_SERVICE and not misplaced


def is_number(figure: Figure) -> bool:
    """Whether the figure is a number that can be compared."""
    return figure.state is State.REPORTED and figure.value is not None and figure.value >= 0 and not INEXACT.search(figure.text)


def figure_to_key(figure: Figure) -> Key | None:
    """The row that the figure belongs to; None if to none."""
    if figure.basis is not Basis.CURRENT or not figure.council_code or not is_whole(figure):
        return None
    if figure.period_start is None or figure.period_end is None:
        return None
    return Key(figure.council_code, figure.regime, figure.service_id, figure.stage, figure.period_start, figure.period_end)


def where(figure: Figure) -> str:
    """Where the figure is printed, for a person who opens the report."""
    page = "" if figure.page is None else f"page {figure.page}"
    return ", ".join(filter(None, (page, figure.place)))
