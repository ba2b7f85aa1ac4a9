"""The shares of a breakdown add to a hundred, and each is that of its count."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from checks.agreed import agreed, counted
from checks.evidence import Evidence, number
from checks.explanations import explained
from checks.lists import ENOUGH, NOT_ALL, List, to_lists, whole_of
from checks.percent import fits, printed_as
from checks.relations import Relation, Values, judged
from checks.sums import added, rounding
from checks.trial import Doubt, Trial
from checks.wording import amount
from schemas import Dimension, Figure, Measure, Severity, Unit
from schemas.printed import Kind, decimals, unit_of

ONE_EACH = {Dimension.CHANNEL, Dimension.RATING, Dimension.SUBSERVICE}
"""Breakdowns in which a case has one category; of causes and themes it may have several, and the main outcomes stand beside the list."""
TWO_LISTS = 125
"""Percent, above which shares are those of two lists, or of cases with several categories."""
WHOLE = 100  # percent
UNREAD = "a part of the breakdown could not be read"


def a_hundred(one: List) -> Relation:
    """The shares add to a hundred, as far as rounding goes: half a unit each, but not all of them and the same way."""
    slack = rounding(one.parts) - min(unit_of(number(part)) for part in one.parts) / 2
    return Relation(tuple((1, part) for part in one.printed), WHOLE - slack, WHOLE + slack)


def shares_add_to_a_hundred(evidence: Evidence) -> Iterator[Trial]:
    """The shares of a breakdown add to 100%, as far as rounding goes, where a case has one category or other lists of its table do."""
    lists = list(to_lists(evidence, Measure.SHARE_PCT))
    whole = {one.parts[0].table_id for one in lists if one.clear and abs(one.added - WHOLE) < rounding(one.parts)}
    for one in lists:
        off = abs(one.added - WHOLE)
        if not one.clear or not evidence.is_whole(*one.parts):
            yield Trial(silent=UNREAD)
        elif off < rounding(one.parts) or not off:
            yield Trial(relation=a_hundred(one))
        elif (one.dimension in ONE_EACH and WHOLE < one.added < TWO_LISTS) or (one.parts[0].table_id in whole and one.added < TWO_LISTS):
            yield Trial(doubt=off_a_hundred(evidence, one), relation=a_hundred(one))
        else:
            yield Trial(silent=NOT_ALL)


def off_a_hundred(evidence: Evidence, one: List) -> Doubt:
    """The doubt about shares that are no whole."""
    first, found = one.parts[0], amount(one.added, Unit.PERCENT)
    shares = " + ".join(f"{number(part):f}" for part in one.parts)
    told = f"the shares by {one.dimension} {shares} add to {found}, which rounding does not account for"
    meaning = (evidence.service(first), Kind.of(first)._replace(category=""), tuple(part.value for part in one.parts))
    doubt = Doubt(first, one.parts[1:], Severity.WARNING, "100%", found, told, meaning)
    return explained(evidence.records.commentary, doubt, "rounding", "parts")


def share_is_its_count_of_the_whole(evidence: Evidence) -> Iterator[Trial]:
    """A category's share is its count out of the breakdown's total, or out of what its counts add to."""
    for one in to_lists(evidence, Measure.CASES):
        shares = [(part, share) for part in one.parts if counted(part) is not None and (share := share_of(evidence, part)) is not None]
        wholes = [whole for whole in wholes_of(evidence, one) if added(whole)]
        if not shares or not wholes:
            continue
        fitting = [sum(is_share(part, share, added(whole)) for part, share in shares) for whole in wholes]
        most = max(fitting)
        whole = wholes[fitting.index(most)]
        for part, share in shares:
            relation = share_relation(part, share, whole)
            if is_share(part, share, added(whole)):
                yield Trial(could_fail=most - 1 >= ENOUGH * (len(shares) - most + 1), relation=relation)
            elif most >= ENOUGH * (len(shares) - most):
                yield Trial(doubt=wrong_share(evidence, part, share, added(whole)), relation=relation)
            else:
                yield Trial(silent="what the shares are of is not printed")


def wholes_of(evidence: Evidence, one: List) -> Iterator[tuple[Figure, ...]]:
    """What the shares of a list may be of: its total, the complaints that are counted, or all that is listed."""
    yield from ((whole,) for whole in (one.total, whole_of(evidence, one)) if whole is not None)
    if one.clear:
        yield one.printed


def share_relation(part: Figure, share: Figure, whole: tuple[Figure, ...]) -> Relation:
    """A share is its count out of what some figures add to."""

    def kept(values: Values) -> bool:
        base = sum((values[figure.figure_id] for figure in whole), Decimal(0))
        return base > 0 and fits(values[share.figure_id], values[part.figure_id], base)

    return judged(tuple(dict.fromkeys((share, part, *whole))), kept)


def share_of(evidence: Evidence, part: Figure) -> Figure | None:
    """The share printed with a count, in its table."""
    beside = evidence.beside(part, measure=Measure.SHARE_PCT, unit=Unit.PERCENT)
    return agreed(share for share in beside if share.table_id == part.table_id)


def is_share(part: Figure, share: Figure, whole: Decimal) -> bool:
    """Whether a share is a count out of a whole, an exact half passing both ways."""
    return fits(number(share), counted(part) or Decimal(0), whole)


def wrong_share(evidence: Evidence, part: Figure, share: Figure, whole: Decimal) -> Doubt:
    """The doubt about a share."""
    exact = Fraction(100 * (counted(part) or Decimal(0))) / Fraction(whole)
    true, found = amount(printed_as(exact, decimals(number(share))), Unit.PERCENT), amount(number(share), Unit.PERCENT)
    told = f"the share of {part.category} is printed as {found}, but {part.value:f} of {whole:f} is {true}"
    meaning = (evidence.service(part), Kind.of(share), part.value, share.value)
    doubt = Doubt(share, (part,), Severity.WARNING, true, found, told, meaning, suggestion=true)
    return explained(evidence.records.commentary, doubt, "base")
