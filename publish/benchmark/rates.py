"""Rates that the counts of a row give, each with the count that it is of."""

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from publish.benchmark.printed import ALL
from publish.benchmark.report import Row
from publish.benchmark.values import Value
from schemas import Measure, Stage

PERCENT = Decimal("0.1")
"""One decimal: a finer one would say more than a few hundred complaints can."""
PER_1000 = Decimal("0.001")
"""A service with a handful of complaints in a large authority still has a rate."""

OUTCOMES = (
    (Measure.UPHELD, Measure.PARTIALLY_UPHELD, Measure.NOT_UPHELD),
    (Measure.UPHELD_OR_PARTLY, Measure.NOT_UPHELD),
    (Measure.UPHELD, Measure.NOT_UPHELD),
)
"""All outcomes, as a report tells them."""
DECIDED = ((Measure.INVESTIGATED,), (Measure.DECIDED,), *OUTCOMES, (Measure.RECEIVED,))
"""What outcomes are a share of: the nearest count that is printed, else all outcomes together."""
ANSWERED = ((Measure.IN_TARGET, Measure.OUT_OF_TARGET), (Measure.DECIDED,), (Measure.RECEIVED,))
Counts = tuple[Measure, ...]
RULES: Mapping[Measure, tuple[tuple[Counts, ...], tuple[Counts, ...]]] = {
    Measure.ESCALATED_PCT: (((Measure.ESCALATED,),), ((Measure.RECEIVED,),)),
    Measure.UPHELD_PCT: (((Measure.UPHELD,),), DECIDED),
    Measure.PARTIALLY_UPHELD_PCT: (((Measure.PARTIALLY_UPHELD,),), DECIDED),
    Measure.UPHELD_OR_PARTLY_PCT: (((Measure.UPHELD_OR_PARTLY,), (Measure.UPHELD, Measure.PARTIALLY_UPHELD)), DECIDED),
    Measure.NOT_UPHELD_PCT: (((Measure.NOT_UPHELD,),), DECIDED),
    Measure.IN_TARGET_PCT: (((Measure.IN_TARGET,),), ANSWERED),
}
"""For each rate the counts that are its share, and those that are its whole; of both the first that is printed, added up."""


class Derived(NamedTuple):
    """A rate worked out, and the measures that its whole adds up."""

    rate: Decimal
    base: str


Populations = Mapping[str, tuple[int, int]]
"""How many people live in an authority's area, and the year of that estimate, by council code."""


def rounded(number: Decimal, step: Decimal) -> Decimal:
    """The number to the nearest step, a half going up."""
    return number.quantize(step, ROUND_HALF_UP)


def printed(row: Row, choices: tuple[Counts, ...]) -> tuple[Counts, list[Value]] | None:
    """The first of the choices whose counts the row has all."""
    return next(((measures, [row.values[m] for m in measures]) for measures in choices if all(m in row.values for m in measures)), None)


def are_all_outcomes(row: Row, shares: Counts, wholes: list[Value]) -> bool:
    """Whether the whole is one printed count, and the outcomes that are printed, of which the share is one, add up to it."""
    outcomes = printed(row, OUTCOMES)
    return (
        outcomes is not None and {*shares} <= {*outcomes[0]} and [sum(value.number for value in outcomes[1])] == [w.number for w in wholes]
    )


def of_one_whole(row: Row, values: list[Value]) -> bool:
    """Whether counts are of the same complaints: of one table, or of a service for which nothing else is printed.

    Two tables of the whole council need not count the same whole.
    """
    together = frozenset.intersection(*(value.places for value in values))
    return bool(together) or (row.key.service_id != ALL and not any(value.disputed for value in values))


def is_received_by_ombudsman(row: Row, counts: Counts) -> bool:
    """Whether the counts are what an ombudsman received, most of which is never investigated: outcomes are no share of it."""
    return row.key.stage is Stage.OMBUDSMAN and counts == (Measure.RECEIVED,)


def derived(row: Row) -> Iterator[tuple[Measure, Derived]]:
    """Every rate that the row's counts give; none of nothing, and none where the share is more than the whole."""
    for measure, (shares, wholes) in RULES.items():
        share, whole = printed(row, shares), printed(row, wholes)
        if share is None or whole is None or is_received_by_ombudsman(row, whole[0]):
            continue
        if not of_one_whole(row, [*share[1], *whole[1]]) and not are_all_outcomes(row, share[0], whole[1]):
            continue
        part, base = (sum((value.number for value in values), Decimal()) for _, values in (share, whole))
        if 0 < base >= part:
            yield measure, Derived(rounded(100 * part / base, PERCENT), "+".join(whole[0]))


def per_1000(row: Row, people: int) -> Decimal | None:
    """The complaints received per 1,000 people."""
    received = row.values.get(Measure.RECEIVED)
    return rounded(1000 * received.number / people, PER_1000) if received and people else None
