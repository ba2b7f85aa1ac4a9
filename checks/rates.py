"""A percentage is that of a whole number of complaints (Brown & Heathers 2017: the GRIM test)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from checks.bases import Rate, Statement, one_of, other_bases, rounds, statements, to_rates
from checks.evidence import Evidence, number
from checks.explanations import explained, holding
from checks.percent import can_fail, cut_off, neighbours, rounded
from checks.trial import Doubt, Trial
from checks.wording import amount, measure
from schemas import Measure, Severity, Unit
from schemas.printed import Kind, decimals, fold

WHOLE = 100  # percent
HABIT = 2
"""Cut off percentages from which on, without a rounded one, cutting off is the report's way and no slip."""
OF = {
    Measure.DECIDED: "complaints it is based on",
    Measure.INVESTIGATED: "complaints investigated",
    Measure.RECEIVED: "complaints received",
}
OTHER_NUMBERS = "most percentages of its kind are of numbers that are not printed"
STATED = "percentages of numbers that sentences state"
NO_BASE = "no base is printed for the percentage"


def always_cut_off(rates: Sequence[Rate]) -> bool:
    """Whether every percentage of the report that can tell is cut off instead of rounded."""
    cut = {(rate.service, Kind.of(rate.figure), rate.percent) for rate in rates if rate.cut}
    return len(cut) >= HABIT and not any(rate.not_cut for rate in rates)


def nearest(rate: Rate, shown: Sequence[Statement]) -> Statement | None:
    """The statement about the rate's own service, else one of its directorate, else any."""

    def distance(statement: Statement) -> int:
        if statement.service == rate.service:
            return 0
        return 1 if fold(statement.figure.directorate) == fold(rate.figure.directorate) else 2

    return min(shown, key=distance, default=None)


def sentence(rate: Rate) -> tuple[str, str, str]:
    """What is wrong, what would be possible instead, and the correction where it is clear."""
    percent, base = rate.percent, rate.base
    what = f"{amount(percent, Unit.PERCENT)} {measure(rate.figure.measure).removeprefix('% ')}"
    told = f"{what} cannot be a whole number of the {base} {OF[rate.bases[0].measure]}"
    if not base:
        return f"{told}: there is no percentage of nothing", "0% (0 of 0)", ""
    below, above = ((part, rounded(part, base, decimals(percent))) for part in neighbours(percent, base))
    either = [f"{value:f}% ({part} of {base})" for part, value in (below, above)]
    if not cut_off(percent, base):
        return f"{told}: {either[0]} and {either[1]} are the nearest", " or ".join(either), ""
    exact = f"{above[0]} of {base} is {rounded(above[0], base, decimals(percent) + 2):f}%"
    return f"{told}: {exact}, so the figure was cut off, not rounded", " or ".join(either), f"{above[1]:f}%"


def to_doubt(evidence: Evidence, rate: Rate, shown: Sequence[Statement]) -> Doubt:
    """The doubt about a percentage; explained where sentences show that the report bases percentages on other numbers than the printed."""
    told, expected, suggestion = sentence(rate)
    found = f"{amount(rate.percent, Unit.PERCENT)} of {rate.base}"
    other = None if rate.stated else nearest(rate, shown)
    explanation = holding(evidence.records.commentary, other.figure) if other else ""
    meaning = (rate.service, Kind.of(rate.figure), rate.percent, rate.base)
    if explanation:
        told = f"{told}; elsewhere the report bases its percentages on the complaints decided"
        return Doubt(rate.figure, rate.bases[:1], Severity.EXPLAINED, expected, found, told, meaning, explanation)
    doubt = Doubt(rate.figure, rate.bases[:1], Severity.ERROR, expected, found, told, meaning, suggestion=suggestion)
    return explained(evidence.records.commentary, doubt, "base")


def of_stated(evidence: Evidence, rate: Rate) -> Doubt | None:
    """What the report explains itself: the percentage is of a number that a sentence states, and none of the complaints received.

    All of a report are one finding.
    """
    received = [base for base in rate.bases if base.measure is Measure.RECEIVED]
    alone = rate.stated and rounds(rate.percent, rate.stated[0].figure) and not any(rounds(rate.percent, base) for base in received)
    if not received or not alone:
        return None
    stated, printed = rate.stated[0].figure, received[0]
    percent = amount(rate.percent, Unit.PERCENT)
    told = (
        f"{percent} {measure(rate.figure.measure).removeprefix('% ')} is no share of the {printed.value:f} complaints received, "
        f"but one of the {stated.value:f} that a sentence states"
    )
    found, said = f"{percent} of {stated.value:f}", holding(evidence.records.commentary, stated)
    meaning = (STATED,)
    return Doubt(rate.figure, (printed, stated), Severity.EXPLAINED, f"a share of {printed.value:f}", found, told, meaning, said)


def tells(rate: Rate) -> bool:
    """Whether another percentage would have shown that it is not of the base."""
    return bool(rate.bases) and all(can_fail(int(number(base)), decimals(rate.percent)) for base in rate.bases)


def of_other_numbers(rates: Iterable[Rate], *, cut: bool) -> set[Measure]:
    """The measures most of whose percentages are not of the complaints received: they are of a number that is not printed."""
    shown: dict[Measure, dict[object, bool]] = defaultdict(dict)
    for rate in rates:
        if tells(rate) and all(base.measure is Measure.RECEIVED for base in rate.bases):
            fits = rate.fits or (cut and rate.cut)
            shown[rate.figure.measure][rate.service, Kind.of(rate.figure), rate.percent, rate.base] = fits
    return {name for name, each in shown.items() if len(each) > 1 and 2 * sum(each.values()) < len(each)}


def percentage_is_possible(evidence: Evidence) -> Iterator[Trial]:
    """A percentage of complaints is that of a whole number of them, rounded to its printed decimals (an exact half may go either way)."""
    rates = list(to_rates(evidence, statements(evidence)))
    shown, habit = other_bases(rates), always_cut_off(rates)
    others = of_other_numbers(rates, cut=habit)
    for rate in rates:
        if not rate.bases:
            yield Trial(silent=NO_BASE)
        elif rate.fits or (habit and rate.cut):
            yield Trial(could_fail=tells(rate), doubt=of_stated(evidence, rate), relation=one_of(rate.figure, rate.bases, cut=habit))
        elif rate.figure.measure in others and not rate.stated:
            yield Trial(silent=OTHER_NUMBERS)
        else:
            yield Trial(doubt=to_doubt(evidence, rate, shown), relation=one_of(rate.figure, rate.bases, cut=habit))
