"""The categories of a breakdown add to what it breaks down."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from checks.evidence import Evidence, number
from checks.explanations import explained
from checks.lists import ENOUGH, NOT_ALL, List, to_lists, whole_of
from checks.relations import Relation, adds_to
from checks.trial import Doubt, Trial
from checks.wording import amount
from schemas import Dimension, Figure, Measure, Severity
from schemas.printed import Kind

COMPLETE = {Dimension.SUBSERVICE}
"""Breakdowns that name every case once, unless they say otherwise: a case has one service of the council."""
SLIP = Decimal("0.1")
"""Of the whole: how far a list may be off to be a list of it with a slip; farther, it counts something else or not all."""
MANY = 4
"""Lists of one sort that add up, from which on the only one that does not has a slip, however far it is off."""
NO_TOTAL = "no total of the breakdown is printed"


def sort_of(one: List, whole: Figure) -> tuple[Dimension | None, Measure]:
    """What lists of one sort have in common: what they break down, and by what."""
    return one.dimension, whole.measure


def names_all(one: List) -> bool:
    """Whether a list that names fewer is wrong as well: it has its own total, or no case is without a category."""
    return one.total is not None or one.dimension in COMPLETE


def parts_of(one: List, whole: Figure) -> Relation:
    """The categories add to the whole, or to less where a case may have none."""
    equal = adds_to(one.printed, whole)
    return equal if names_all(one) else replace(equal, least=None)


def is_near(one: List, whole: Figure) -> bool:
    """Whether a list is off its whole by no more than a slip."""
    return abs(one.added - number(whole)) <= max(SLIP * number(whole), Decimal(1))


def categories_add_to_their_total(evidence: Evidence) -> Iterator[Trial]:
    """The categories of a breakdown add to its printed total; those of a service, where others do, to the cases or complaints it has."""
    lists = [(one, whole_of(evidence, one)) for one in to_lists(evidence, Measure.CASES)]
    clear = [(one, whole) for one, whole in lists if whole and one.clear]
    holding = Counter(sort_of(one, whole) for one, whole in clear if one.added == number(whole))
    failing = Counter(sort_of(one, whole) for one, whole in clear if one.added != number(whole))
    for one, whole in lists:
        if whole is None or not one.clear or not evidence.is_whole(*one.parts):
            yield Trial(silent=NO_TOTAL)
            continue
        sort, relation = sort_of(one, whole), parts_of(one, whole)
        complete = one.total is not None or (one.dimension in COMPLETE and holding[sort] > 0)
        if one.added == number(whole):
            could_fail = complete or holding[sort] > max(ENOUGH, failing[sort] + 1)
            yield Trial(could_fail=could_fail, relation=relation if could_fail else None)
        elif one.added < number(whole) and not names_all(one):
            yield Trial(silent=NOT_ALL)
        elif (complete or holding[sort] >= max(ENOUGH, failing[sort])) and (is_near(one, whole) or holding[sort] >= MANY * failing[sort]):
            yield Trial(doubt=to_doubt(evidence, one, whole), relation=relation)
        else:
            yield Trial(silent=NOT_ALL)


def to_doubt(evidence: Evidence, one: List, whole: Figure) -> Doubt:
    """The doubt about the total of a breakdown."""
    expected, found = amount(number(whole), whole.unit), amount(one.added, whole.unit)
    told = (
        f"the {len(one.parts)} categories of the breakdown by {one.dimension} add to {found}, but {expected} is printed for them together"
    )
    meaning = (evidence.service(whole), Kind.of(whole), one.dimension, one.added, whole.value)
    doubt = Doubt(one.parts[0], (*one.parts[1:], whole), Severity.WARNING, expected, found, told, meaning)
    return explained(evidence.records.commentary, doubt, "parts")
