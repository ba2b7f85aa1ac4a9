"""What a sentence says is what the tables and charts print."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from checks.bases import spoken_of
from checks.categories import counted_as
from checks.evidence import Evidence, by_table, is_exact, number
from checks.explanations import explained
from checks.flow import NEXT
from checks.slips import MISTYPED, slip
from checks.trial import Doubt, Trial
from checks.twice import comparable, same
from checks.wording import amount, measure, where
from schemas import Basis, Figure, Measure, Severity, Source, Stage, Unit
from schemas.printed import SOURCES, Block, Kind, agree, fold

A_PART = Decimal("0.75")
"""Of the printed figure: what a sentence counts below it may be a part of the service."""
LARGE = 100
"""From which on one number is hardly a slip of another by chance."""
UNTIED = "the sentence's figure stands in no table or chart"
TWO_VALUES = "a table prints two values for the figure"
ANOTHER_WHOLE = "the sentence and the table differ so much that they may speak of two things"


def exact(figure: Figure) -> bool:
    """Whether a sentence gives an exact number that a table may print too."""
    said = figure.source is Source.PROSE and is_exact(figure)
    return said and figure.basis is not Basis.DIFFERENCE and comparable(Kind.of(figure))


def tabled(evidence: Evidence, figure: Figure) -> tuple[Figure, ...]:
    """The printings in tables and charts of what a sentence says; complaints that it says were escalated arrived at the next stage.

    A category that it calls by other words is the one that can only be meant.
    """
    service = spoken_of(evidence, figure) if figure.service else None
    if figure.service and service is None:
        return ()
    kinds = [Kind.of(figure)]
    if figure.measure is Measure.ESCALATED and figure.stage in NEXT:
        kinds.append(kinds[0]._replace(measure=Measure.RECEIVED, stage=NEXT[figure.stage]))
    services = [service] if service else list(dict.fromkeys(b for b in evidence.service_of.values() if not b.service and not b.directorate))
    own = next((found for kind in kinds if (found := tuple(f for s in services for f in evidence.same(s, kind)))), ())
    meant = counted_as(evidence, figure) if not own and figure.measure is Measure.CASES else None
    return (meant,) if meant and number(meant) >= A_PART * number(figure) else own or counted_once(evidence, figure, services)


def counted_once(evidence: Evidence, figure: Figure, services: Sequence[Block]) -> tuple[Figure, ...]:
    """The total that stage 1 can only be a slip of, where no table prints stages: a later stage received more than they are apart."""
    kind = Kind.of(figure)
    if figure.service or (kind.measure, kind.stage) != (Measure.RECEIVED, Stage.ONE):
        return ()
    totals = tuple(f for s in services for f in evidence.same(s, kind._replace(stage=Stage.ALL)))
    later = [number(f) for f in evidence.records.figures if not f.service and Kind.of(f) == kind._replace(stage=Stage.TWO)]
    off = [abs(number(total) - number(figure)) for total in totals]
    near = all(slip(number(figure), number(total)) in MISTYPED for total in totals) and number(figure) >= LARGE
    return totals if near and any(other > max(off, default=other) for other in later) else ()


def one_whole(figure: Figure, other: Figure) -> bool:
    """Whether a sentence and a table speak of the same.

    Of the whole council they do if one is a slip of the other; of a named service also where the sentence cannot count a part of it.
    """
    said, printed = number(figure), number(other)
    if not figure.service and not figure.directorate:
        return slip(said, printed) in MISTYPED
    part = figure.unit is Unit.COUNT and said < A_PART * printed
    return not part or (printed >= LARGE and bool(slip(said, printed)))


def sentence_says_what_is_printed(evidence: Evidence) -> Iterator[Trial]:
    """A figure of a sentence has the value that the tables and charts print for it."""
    for figure in evidence.records.figures:
        if not exact(figure):
            continue
        printed = tabled(evidence, figure)
        if not printed:
            yield Trial(silent=UNTIED)
        elif any(agree(figure, other) for other in printed):
            yield Trial(relation=same(figure, next(other for other in printed if agree(figure, other))))
        elif not all(clear for _, clear in by_table(printed)):
            yield Trial(silent=TWO_VALUES)
        elif not one_whole(figure, printed[0]):
            yield Trial(silent=ANOTHER_WHOLE)
        else:
            yield Trial(doubt=to_doubt(evidence, figure, printed), relation=same(figure, printed[0]))


def to_doubt(evidence: Evidence, figure: Figure, printed: tuple[Figure, ...]) -> Doubt:
    """The doubt about a sentence; the finding is of the printed figure's service and stage."""
    first = min(printed, key=lambda other: SOURCES.index(other.source))
    expected, found = amount(number(first), first.unit), amount(number(figure), figure.unit)
    what = measure(first.measure).removeprefix("% ") + (f" ({figure.category})" if figure.category else "")
    named = f" for {first.category}" if fold(figure.category) != fold(first.category) else ""
    others = [amount(value, first.unit) for value in dict.fromkeys(map(number, printed)) if value != number(first)]
    elsewhere = f" (and {' and '.join(others)} elsewhere)" if others else ""
    told = f"a sentence {where(figure)} says {found} {what}, but {expected} is printed{named}{elsewhere}"
    meaning = (evidence.service(first), Kind.of(first), first.value, figure.value)
    against = (figure, *(other for other in printed if other is not first))
    if (figure.stage, first.stage) == (Stage.ONE, Stage.ALL):
        first, against = figure, printed
    doubt = Doubt(first, against, Severity.WARNING, expected, found, told, meaning)
    return explained(evidence.records.commentary, doubt, "compare", "restated")
