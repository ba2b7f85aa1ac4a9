"""A breakdown adds to what it breaks down, and its shares to a hundred."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from checks.agreed import agreed, counted, settled
from checks.evidence import Evidence, number
from checks.explanations import explained
from checks.percent import fits, printed_as
from checks.relations import Relation, Values, adds_to, judged
from checks.trial import Doubt, Trial
from checks.wording import amount
from schemas import Basis, Dimension, Figure, Measure, Severity, Source, State, Unit
from schemas.printed import INEXACT, Block, Kind, decimals, fold, unit_of

COMPLETE = {Dimension.SUBSERVICE}
"""Breakdowns that name every case once, unless they say otherwise: a case has one service of the council."""
ONE_EACH = {Dimension.CHANNEL, Dimension.RATING, Dimension.SUBSERVICE}
"""Breakdowns in which a case has one category; of causes and themes it may have several, and the main outcomes stand beside the list."""
SLIP = Decimal("0.1")
"""Of the whole: how far a list may be off to be a list of it with a slip; farther, it counts something else or not all."""
TWO_LISTS = 125
"""Percent, above which shares are those of two lists, or of cases with several categories."""
WHOLE = 100  # percent
ENOUGH = 2
"""Categories that make a breakdown."""
MANY = 4
"""Lists of one sort that add up, from which on the only one that does not has a slip, however far it is off."""
TOTALS = {"overall", "all", "all complaints"}
"""Labels of totals without the word."""
NO_TOTAL = "no total of the breakdown is printed"
UNREAD = "a part of the breakdown could not be read"
NOT_ALL = "the breakdown need not name every case"


class List(NamedTuple):
    """A breakdown as one table prints it for one service, period and stage: its categories, and its own total."""

    parts: tuple[Figure, ...]
    total: Figure | None

    @property
    def dimension(self) -> Dimension | None:
        return self.parts[0].dimension

    @property
    def added(self) -> Decimal:
        return sum((counted(part) or Decimal(0) for part in self.parts), Decimal(0))

    @property
    def printed(self) -> tuple[Figure, ...]:
        """The parts that are printed as numbers."""
        return tuple(part for part in self.parts if part.state is State.REPORTED)

    @property
    def clear(self) -> bool:
        known = all(counted(part) is not None for part in self.parts)
        return known and not any(INEXACT.search(f.text) for f in self.parts)


def is_total(label: str) -> bool:
    """Whether a label is that of a list's total."""
    said = fold(label)
    return said in TOTALS or bool({"total", "totals"} & set(said.split()))


def group_of(figure: Figure) -> str:
    """The group of categories that one belongs to (`Phone: Good` to `Phone`), which add up by themselves."""
    return fold(figure.category.rpartition(":")[0])


def to_lists(evidence: Evidence, measure: Measure) -> Iterator[List]:
    """The breakdowns of tables and charts, in reading order."""
    lists: dict[tuple[Block, Kind, str], list[Figure]] = defaultdict(list)
    for figure in evidence.records.figures:
        if figure.source is not Source.PROSE and figure.measure is measure and figure.dimension and figure.basis is not Basis.DIFFERENCE:
            lists[Block.of(figure), Kind.of(figure)._replace(category=""), group_of(figure)].append(figure)
    for figures in lists.values():
        totals = [figure for figure in figures if is_total(figure.category)]
        parts = tuple(figure for figure in figures if figure not in totals)
        if len(parts) >= ENOUGH and len({fold(part.category) for part in parts}) == len(parts):
            yield List(parts, agreed(total for total in totals if total.state is State.REPORTED))


def whole_of(evidence: Evidence, one: List) -> Figure | None:
    """What a breakdown of cases adds to: its own total, else the cases or the complaints that are counted of its service."""
    if one.total is not None:
        return one.total
    first = one.parts[0]
    if not first.service:
        return None
    kind = Kind.of(first)._replace(dimension=None, category="")
    cases = agreed(figure for figure in evidence.same(evidence.service(first), kind) if figure.table_id == first.table_id)
    return cases or settled(evidence.same(evidence.service(first), kind._replace(measure=Measure.RECEIVED)))


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


def rounding(parts: tuple[Figure, ...]) -> Decimal:
    """How far rounded shares may add to more or less than the whole."""
    return sum((unit_of(number(part)) for part in parts), Decimal(0)) / 2


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


def added(figures: tuple[Figure, ...]) -> Decimal:
    """What some figures add to."""
    return sum(map(number, figures), Decimal(0))


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
