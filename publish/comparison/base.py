"""Of how many complaints a percentage is: counted by the report, or the one whole number that gives what it prints."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from publish.benchmark.rates import RULES, Counts
from publish.comparison.wilson import Interval, wilson
from publish.recorded import number
from schemas import Measure, Stage
from schemas.printed import unit_of

Cells = Mapping[str, Any]
"""The filled cells of a row of the benchmark by column."""

NEWLY: tuple[tuple[Counts, ...], tuple[Counts, ...]] = ((), ((Measure.RECEIVED,),))
"""What is newly upheld is a share of all complaints of its stage, and no report counts it."""
WHOLE = 100  # percent
NO_BASE = "no base printed"
OF_NONE = "of no complaints"
APART = "its counts may be of other complaints"
OTHER_NUMBERS = "no base printed: most percentages of its report are of other numbers"
AT_ODDS = "its counts, {}, give {}"
BROKEN = "its counts are no whole numbers"


@dataclass(frozen=True, slots=True)
class Base:
    """The whole that a percentage is of: how many, the sum of which measures, and how many of them it may be (`low` to `high`).

    `counted`: the report prints both numbers. If not, the report does not say of what its percentage is, and `low` to `high` are the whole
    numbers of the nearest printed count that give it: `low` above `high` if none does, and it must be of another number.
    """

    number: int
    of: tuple[str, ...]
    low: int
    high: int
    counted: bool

    @property
    def fits(self) -> bool:
        """Whether the percentage can be of it."""
        return self.low <= self.high

    @property
    def interval(self) -> Interval | None:
        """What chance allows, whichever of the counts it is."""
        return Interval(wilson(self.low, self.number).low, wilson(self.high, self.number).high) if self.fits else None


def row_to_base(row: Cells, measure: Measure) -> Base | str:
    """What a row's rate is of, or why nobody can tell."""
    shares, wholes = RULES.get(measure, NEWLY)
    share = first(row, shares)
    if f"{measure}_derived" not in row:
        return assumed(row, measure, first(row, wholes)) if share is None else APART
    of = tuple(str(row[f"{measure}_base"]).split("+"))
    count, base = total(row, share or ()), total(row, of)
    if not (count.is_integer() and base.is_integer()):
        return BROKEN
    low, high = counts_of(number(row[measure]), int(base)) if measure in row else (count, count)
    if not low <= count <= high:
        return AT_ODDS.format(f"{count:g} of {base:g}", f"{row[f'{measure}_derived']:g}%")
    return Base(int(base), of, int(count), int(count), counted=True)


def assumed(row: Cells, measure: Measure, of: Counts | None) -> Base | str:
    """The nearest printed count, if a whole number of it gives the printed percentage."""
    if of is None or (row["stage"] == Stage.OMBUDSMAN and of == (Measure.RECEIVED,)):
        return NO_BASE
    base = total(row, of)
    if not base:
        return OF_NONE
    if not base.is_integer():
        return BROKEN
    return Base(int(base), of, *counts_of(number(row[measure]), int(base)), counted=False)


def counts_of(percent: Decimal, base: int) -> tuple[int, int]:
    """The lowest and highest count whose share of `base` rounds to the printed percentage; the lowest above the highest if none does."""
    half = unit_of(percent) / 2
    low = ((percent - half) * base / WHOLE).to_integral_value(ROUND_CEILING)
    high = ((percent + half) * base / WHOLE).to_integral_value(ROUND_FLOOR)
    return max(0, int(low)), min(base, int(high))


def tells(base: Base, percent: Decimal) -> bool:
    """Whether another base would hardly give the percentage: all and none are of any base, and of many complaints anything is."""
    return percent not in {0, WHOLE} and base.number * unit_of(percent) < WHOLE


def first(row: Cells, choices: Iterable[Counts]) -> Counts | None:
    """The first of the choices whose counts the row has all."""
    return next((counts for counts in choices if all(name in row for name in counts)), None)


def total(row: Cells, counts: Iterable[str]) -> float:
    """The sum of several counts of a row."""
    return float(sum(row[name] for name in counts))
