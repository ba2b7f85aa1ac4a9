"""Shares that sentences give of a service's complaints."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from checks.bases import BASES, counts, cuts, one_of, rounds, spoken_of
from checks.categories import counted_as
from checks.evidence import Evidence, number
from checks.percent import can_fail, neighbours, printed_as, rounded, share
from checks.relations import Relation, Values, judged, printed
from checks.told import A_PART, exact
from checks.trial import Doubt, Trial
from checks.wording import amount, where
from schemas import Basis, Dimension, Figure, Measure, Severity, Stage, State, Unit
from schemas.printed import Kind, decimals, fold, unit_of

DIMENSIONS = {Dimension.CAUSE, Dimension.THEME, Dimension.SUBSERVICE}
WHOLE = 100  # percent
NO_BASE = "no number of complaints is printed for the service"
ANOTHER = "the sentence's share and the cases counted differ so much that they may be of two things"

Place = tuple[str, date | None, Stage, Basis]
Counts = Mapping[Place, Sequence[Figure]]


def place_of(figure: Figure) -> Place:
    """What a share has in common with the numbers that it may be of."""
    return fold(figure.service), figure.period_start, figure.stage, figure.basis


def counted(evidence: Evidence) -> Counts:
    """How many complaints tables, charts and sentences count for each service."""
    found: dict[Place, list[Figure]] = defaultdict(list)
    for figure in evidence.records.figures:
        if figure.measure in BASES and not figure.dimension and counts(figure) and figure.state is State.REPORTED:
            found[place_of(figure)].append(figure)
    return found


def listed(evidence: Evidence) -> dict[tuple[Place, Dimension | None], int]:
    """What the categories that are printed for a service add to: its shares may be of those alone."""
    found: dict[tuple[Place, Dimension | None], int] = defaultdict(int)
    for figure in evidence.figures:
        if figure.measure is Measure.CASES and figure.dimension in DIMENSIONS and counts(figure):
            found[place_of(figure), figure.dimension] += int(number(figure))
    return found


def share_of_a_sentence_is_possible(evidence: Evidence) -> Iterator[Trial]:
    """A share of a service's complaints that a sentence gives is that of a whole number of them, however many the report counts."""
    numbers, lists = counted(evidence), listed(evidence)
    for figure in evidence.records.figures:
        part = figure.measure is Measure.SHARE_PCT and figure.dimension in DIMENSIONS
        if not (part and exact(figure) and figure.service and 0 <= number(figure) <= WHOLE):
            continue
        bases, added = numbers.get(place_of(figure), ()), lists.get((place_of(figure), figure.dimension), 0)
        percent = number(figure)
        if not bases or added:
            yield Trial(silent=NO_BASE if not bases else "the share may be of the categories that are printed")
        elif any(rounds(percent, base) or cuts(percent, base) for base in bases):
            told = all(can_fail(int(number(base)), decimals(percent)) for base in bases)
            yield Trial(could_fail=told, relation=one_of(figure, bases, cut=True))
        else:
            yield Trial(doubt=to_doubt(figure, bases), relation=one_of(figure, bases, cut=True))


def to_doubt(figure: Figure, bases: Sequence[Figure]) -> Doubt:
    """The doubt about a share of a sentence."""
    numbers = list(dict.fromkeys(int(number(base)) for base in bases))
    percent, base = number(figure), numbers[0]
    near = [f"{rounded(part, base, decimals(percent)):f}% ({part} of {base})" for part in neighbours(percent, base)] if base else ["0%"]
    also = f", nor of the {' or '.join(map(str, numbers[1:]))} printed elsewhere" if numbers[1:] else ""
    found, nearest = amount(percent, Unit.PERCENT), f"{' and '.join(near)} are the nearest"
    told = f"a sentence gives {figure.category} {found}, which no whole number of the {base} complaints is: {nearest}{also}"
    meaning = (fold(figure.service), Kind.of(figure), figure.value)
    return Doubt(figure, tuple(bases), Severity.WARNING, " or ".join(near), found, told, meaning)


def share_relation(figure: Figure, cases: Figure, bases: Sequence[Figure], listing: Decimal) -> Relation:
    """A percentage is that of the cases out of one of the bases, or of all that is listed."""

    def kept(values: Values) -> bool:
        wholes = (*(values[base.figure_id] for base in bases), listing)
        return any(is_share(values[figure.figure_id], values[cases.figure_id], whole) for whole in wholes)

    return judged((figure, cases, *bases), kept)


def is_share(percent: Decimal, cases: Decimal, whole: Decimal) -> bool:
    """Whether a percentage is that of the cases out of a whole, rounded or cut off."""
    return whole > 0 and abs(share(int(cases), int(whole)) - Fraction(percent)) < unit_of(percent)


def share_of_a_sentence_is_its_count(evidence: Evidence) -> Iterator[Trial]:
    """A share that a sentence gives of a service's complaints is that of the cases that a chart counts, of any number printed for all."""
    numbers, lists = counted(evidence), listed(evidence)
    for figure in evidence.records.figures:
        asked = figure.measure is Measure.SHARE_PCT and exact(figure) and 0 < number(figure) <= WHOLE
        cases = counted_as(evidence, figure) if asked else None
        service = spoken_of(evidence, figure) if cases else None
        if cases is None or service is None:
            continue
        received = evidence.same(service, Kind.of(figure)._replace(measure=Measure.RECEIVED, dimension=None, category="", unit=Unit.COUNT))
        bases = tuple({base.figure_id: base for base in (*received, *numbers.get(place_of(figure), ()))}.values())
        wholes = [number(base) for base in bases if number(base)]
        listing = Decimal(lists[place_of(cases), cases.dimension])
        if not wholes or not all(in_reach(number(figure), number(cases), whole) for whole in wholes):
            yield Trial(silent=ANOTHER if wholes else NO_BASE)
            continue
        relation = share_relation(figure, cases, bases, listing)
        if relation.holds(printed([relation])):
            yield Trial(relation=relation)
        else:
            yield Trial(doubt=no_share(figure, cases, bases), relation=relation)


def in_reach(percent: Decimal, part: Decimal, base: Decimal) -> bool:
    """Whether a percentage is so near that of a part that both may be told of one thing."""
    exact_share = Decimal(WHOLE) * part / base
    return min(percent, exact_share) >= A_PART * max(percent, exact_share)


def no_share(figure: Figure, cases: Figure, bases: Sequence[Figure]) -> Doubt:
    """The doubt about a share that is not that of the cases counted."""
    places, percent = decimals(number(figure)), number(figure)
    shares = {int(number(base)): printed_as(share(int(number(cases)), int(number(base))), places) for base in bases if number(base)}
    told = ", ".join(f"{true:f}% of {base}" for base, true in shares.items())
    found = amount(percent, Unit.PERCENT)
    sentence = f"a sentence gives “{figure.category}” {found}, but {cases.value:f} are counted as {cases.category} ({where(cases)}): {told}"
    expected = " or ".join(dict.fromkeys(f"{true:f}%" for true in shares.values()))
    meaning = (fold(figure.service), Kind.of(figure), figure.value, cases.value)
    return Doubt(figure, (cases, *bases), Severity.WARNING, expected, found, sentence, meaning)
