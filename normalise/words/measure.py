"""Measures that stand together -> the one they say: in one heading, or in a row and its column."""

from collections.abc import Sequence

from normalise.stated import RATES
from schemas import Measure

BASES = frozenset({Measure.RECEIVED, Measure.DECIDED, Measure.INVESTIGATED})
"""What may be the whole of which a result is told: complaints closed that were upheld."""
TIMES = frozenset({Measure.IN_TARGET, Measure.IN_TARGET_PCT, Measure.OUT_OF_TARGET, Measure.AVERAGE_DAYS})
_COUNTS = {rate: count for count, rate in RATES.items()}
_FLOWS = frozenset({Measure.ESCALATED, Measure.ESCALATED_PCT})


def measures_to_one(told: Sequence[Measure], *, based: bool) -> tuple[Measure | None, str]:
    """The measure that the words of one heading say together, and why they contradict each other, or "".

    `based`: a percentage names the whole that it is of. Complaints received are the whole of a percentage only.
    """
    for wins in (Measure.OTHER, Measure.TARGET):
        if wins in told:
            return wins, ""
    said = list(dict.fromkeys(told))
    if Measure.RATE_PER_1000 in said:
        return (Measure.RATE_PER_1000 if set(said) <= {Measure.RATE_PER_1000, Measure.RECEIVED} else Measure.OTHER), ""
    results = [m for m in said if m not in BASES and m is not Measure.SHARE_PCT]
    share = Measure.SHARE_PCT in said or any(m in _COUNTS for m in said)
    alone = set(said) <= {*results, Measure.SHARE_PCT}
    if len(results) == 1 and (alone or (results[0] not in _FLOWS and (share or Measure.RECEIVED not in said))):
        return (RATES.get(results[0], results[0]) if share else results[0]), ""
    if based and not results and Measure.SHARE_PCT in said:
        return Measure.SHARE_PCT, ""
    return (said[0] if len(said) == 1 else None), (f"its words say two measures: {', '.join(said)}" if len(said) > 1 else "")


def crossed(row: Measure | None, column: Measure | None) -> Measure | None:
    """The measure of a figure whose row and column each say one: the finer of the two; None where they contradict each other."""
    if row is None or column is None or row is column:
        return row or column
    pair = {row, column}
    for wins in (Measure.OTHER, Measure.TARGET):
        if wins in pair:
            return wins
    if pair == {Measure.RATE_PER_1000, Measure.SHARE_PCT}:
        return Measure.RATE_PER_1000
    if Measure.SHARE_PCT in pair:
        [other] = pair - {Measure.SHARE_PCT}
        parts = {Measure.CASES, *BASES}
        return other if other in RATES.values() else RATES.get(other, Measure.SHARE_PCT if other in parts else None)
    if row is Measure.IN_TARGET and column in TIMES:
        return column
    rate = next((rate for rate in pair if rate in RATES.values() and _COUNTS[rate] in pair), None)
    finer = pair - BASES
    return rate or (finer.pop() if len(finer) == 1 and not finer & _FLOWS else None)
