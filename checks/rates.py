"""A percentage is that of a whole number of complaints (Brown & Heathers 2017: the GRIM test)."""

from collections.abc import Iterator, Sequence

from checks.bases import BASES, Rate, Statement, counts, cuts, other_bases, rounds, statements, to_rates
from checks.evidence import Evidence, Kind, fold, number
from checks.explanations import holding
from checks.percent import can_fail, cut_off, decimals, neighbours, rounded
from checks.told import exact
from checks.trial import Doubt, Trial
from checks.wording import amount, measure
from schemas import Dimension, Figure, Measure, Severity, State, Unit

WHOLE = 100  # percent
HABIT = 2
"""Cut off percentages from which on, without a rounded one, cutting off is the report's way and no slip."""
OF = {
    Measure.DECIDED: "complaints it is based on",
    Measure.INVESTIGATED: "complaints investigated",
    Measure.RECEIVED: "complaints received",
}
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
    """The doubt about a percentage; explained where sentences show that the report's percentages are not of the printed counts.

    What one sentence explains of a service is one finding: the percentages are not what is in doubt then, but the base.
    """
    told, expected, suggestion = sentence(rate)
    found = f"{amount(rate.percent, Unit.PERCENT)} of {rate.base}"
    other = None if rate.stated else nearest(rate, shown)
    explanation = holding(evidence.records.commentary, other.figure) if other else ""
    severity = Severity.EXPLAINED if explanation else Severity.ERROR
    meaning = (rate.service, explanation) if explanation else (rate.service, Kind.of(rate.figure), rate.percent, rate.base)
    return Doubt(rate.figure, rate.bases[:1], severity, expected, found, told, meaning, explanation, "" if explanation else suggestion)


def percentage_is_possible(evidence: Evidence) -> Iterator[Trial]:
    """A percentage of complaints is that of a whole number of them, rounded to its printed decimals (an exact half may go either way)."""
    rates = list(to_rates(evidence, statements(evidence)))
    shown, habit = other_bases(rates), always_cut_off(rates)
    for rate in rates:
        if not rate.bases:
            yield Trial(silent=NO_BASE)
        elif rate.fits or (habit and rate.cut):
            yield Trial(could_fail=all(can_fail(int(number(base)), decimals(rate.percent)) for base in rate.bases))
        else:
            yield Trial(doubt=to_doubt(evidence, rate, shown))


def place_of(figure: Figure) -> tuple[object, ...]:
    """What a share and the number of complaints that it is of have in common."""
    return fold(figure.service), figure.period_start, figure.period_end, figure.stage, figure.basis


def share_of_a_sentence_is_possible(evidence: Evidence) -> Iterator[Trial]:
    """A share of a service's complaints that a sentence gives is that of a whole number of them, however many the report counts."""
    counted = [figure for figure in evidence.records.figures if figure.measure in BASES and not figure.dimension and counts(figure)]
    for figure in evidence.records.figures:
        parts = figure.measure is Measure.SHARE_PCT and figure.dimension in {Dimension.CAUSE, Dimension.THEME, Dimension.SUBSERVICE}
        if not (parts and exact(figure) and figure.service and 0 <= number(figure) <= WHOLE):
            continue
        same = (base for base in counted if fold(base.service) == fold(figure.service) and base.state is State.REPORTED)
        bases = tuple(
            base for base in same if (base.period_start, base.stage, base.basis) == (figure.period_start, figure.stage, figure.basis)
        )
        if not bases:
            yield Trial(silent=NO_BASE)
        elif any(rounds(number(figure), base) or cuts(number(figure), base) for base in bases):
            yield Trial(could_fail=all(can_fail(int(number(base)), decimals(number(figure))) for base in bases))
        else:
            yield Trial(doubt=impossible_share(evidence, figure, bases))


def impossible_share(evidence: Evidence, figure: Figure, bases: tuple[Figure, ...]) -> Doubt:
    """The doubt about a share of a sentence."""
    numbers = list(dict.fromkeys(int(number(base)) for base in bases))
    told, expected, _ = sentence(Rate(figure, evidence.service(figure), bases, ()))
    also = f", nor of the {' or '.join(map(str, numbers[1:]))} printed elsewhere" if numbers[1:] else ""
    found = f"{amount(number(figure), Unit.PERCENT)} {figure.category}"
    meaning = (fold(figure.service), Kind.of(figure), figure.value)
    return Doubt(figure, bases, Severity.WARNING, expected, found, told + also, meaning)
