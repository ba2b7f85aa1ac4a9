"""A change that is told in percent, or in a sentence, is the change between the two figures that are printed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from checks.agreed import settled
from checks.bases import spoken_of
from checks.evidence import Evidence, is_exact, number, usable
from checks.explanations import explained
from checks.percent import printed_as
from checks.relations import Relation, Values, judged
from checks.trial import Doubt, Trial
from checks.wording import amount, measure
from schemas import Basis, Figure, Severity, Source, State, Unit
from schemas.printed import Kind, decimals, unit_of

NO_PAIR = "the two figures that the change is between are not both printed"


def told(figure: Figure) -> bool:
    """Whether the figure is a change in percent of something that is no percentage, or any exact change of a sentence."""
    return (
        figure.basis is Basis.DIFFERENCE
        and is_exact(figure)
        and (figure.source is Source.PROSE or (figure.unit is Unit.PERCENT and not figure.measure.endswith("_pct")))
    )


Spans = Mapping[Kind, Sequence[Figure]]


def by_meaning(evidence: Evidence) -> Spans:
    """The figures of tables, charts and sentences that a change may be between, by what they count."""
    found: dict[Kind, list[Figure]] = defaultdict(list)
    for figure in evidence.records.figures:
        if figure.basis is not Basis.DIFFERENCE and figure.state is State.REPORTED and figure.value is not None:
            found[Kind.undated(figure)].append(figure)
    return found


def both(evidence: Evidence, figure: Figure, spans: Spans) -> tuple[Figure, tuple[Figure, ...]] | None:
    """The current count and the prior ones, newest first, that a change may be between: of its own sentence or table before all others."""
    service = (spoken_of(evidence, figure) if figure.source is Source.PROSE else evidence.service(figure)) if figure.service else None
    alike = spans.get(Kind.undated(figure)._replace(unit=Unit.COUNT), ())
    own = [other for other in alike if other.table_id == figure.table_id and other.service == figure.service]
    far = [other for other in alike if usable(other) and (evidence.service(other) == service if service else not other.service)]
    current = settled(newest(own, Basis.CURRENT)) or settled(newest(far, Basis.CURRENT))
    prior = newest(own, Basis.PRIOR) or newest(far, Basis.PRIOR)
    latest = settled(prior)
    if current is None or latest is None:
        return None
    older = (other for other in (*own, *far) if other.basis is Basis.PRIOR and other not in prior)
    return current, (latest, *older)


def newest(figures: Iterable[Figure], basis: Basis) -> list[Figure]:
    """Those of the newest period."""
    known = [figure for figure in figures if figure.basis is basis]
    last = max((str(figure.period_end) for figure in known), default="")
    return [figure for figure in known if str(figure.period_end) == last]


def true_change(unit: Unit, current: Decimal, prior: Decimal) -> Fraction | None:
    """The change between two numbers, in the unit in which it is told; None of nothing."""
    change = Fraction(current) - Fraction(prior)
    if unit is not Unit.PERCENT:
        return change
    return 100 * change / Fraction(prior) if prior else None


def is_told(told: Decimal, change: Fraction) -> bool:
    """Whether a change is the one that is told, at its rounding; its direction may stand in words or an arrow."""
    return abs(abs(change) - abs(Fraction(told))) <= Fraction(unit_of(told)) / 2


def between(figure: Figure, current: Figure, prior: Figure) -> Relation:
    """The change that is told is the one between the two figures."""

    def kept(values: Values) -> bool:
        change = true_change(figure.unit, values[current.figure_id], values[prior.figure_id])
        return change is not None and is_told(values[figure.figure_id], change)

    return judged((figure, current, prior), kept)


def change_is_between_the_two_figures(evidence: Evidence) -> Iterator[Trial]:
    """A change told in percent or in a sentence is that from the prior figure, or an older one, to the current one, at its rounding."""
    changed = [figure for figure in evidence.records.figures if told(figure)]
    spans = by_meaning(evidence) if changed else {}
    for figure in changed:
        found = both(evidence, figure, spans)
        changes = list(changes_of(figure, *found)) if found else []
        if found is None or not changes:
            yield Trial(silent=NO_PAIR)
            continue
        change, prior = next((one for one in changes if is_told(number(figure), one[0])), changes[0])
        doubt = None if is_told(number(figure), change) else to_doubt(evidence, figure, (found[0], prior), change)
        yield Trial(doubt=doubt, relation=between(figure, found[0], prior))


def changes_of(figure: Figure, current: Figure, priors: Iterable[Figure]) -> Iterator[tuple[Fraction, Figure]]:
    """The changes that may be told, each with the prior figure that it is from."""
    for prior in priors:
        change = true_change(figure.unit, number(current), number(prior))
        if change is not None:
            yield change, prior


def to_doubt(evidence: Evidence, figure: Figure, pair: tuple[Figure, Figure], change: Fraction) -> Doubt:
    """The doubt about a change."""
    current, prior = pair
    size = printed_as(abs(change), decimals(number(figure)))
    expected, found = amount(size, figure.unit), amount(abs(number(figure)), figure.unit)
    cut = Fraction(0) <= abs(change) - abs(Fraction(number(figure))) < Fraction(unit_of(number(figure)))
    how = ", so the figure was cut off, not rounded" if cut else ""
    sentence = (
        f"the change in {measure(figure.measure)} is given as {found}, "
        f"but from {number(prior):f} to {number(current):f} it is {expected}{how}"
    )
    meaning = (evidence.service(figure), Kind.of(figure), figure.value, size)
    doubt = Doubt(figure, (current, prior), Severity.ERROR, expected, found, sentence, meaning, suggestion=expected)
    return explained(evidence.records.commentary, doubt, "restated")
