"""A part is no more than its whole."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from checks.agreed import agreed
from checks.bases import BASES, TESTED, counts
from checks.evidence import Evidence, is_exact, number
from checks.explanations import explained
from checks.relations import Relation, Values, at_most, bounded, judged
from checks.stages import is_short
from checks.trial import Doubt, Trial
from checks.wording import amount, measure
from schemas import Basis, Figure, Measure, Severity, Source, Stage, Unit
from schemas.printed import Kind

PARTS = {
    Measure.UPHELD,
    Measure.PARTIALLY_UPHELD,
    Measure.UPHELD_OR_PARTLY,
    Measure.NOT_UPHELD,
    Measure.IN_TARGET,
    Measure.OUT_OF_TARGET,
    Measure.NOT_PURSUED,
}
SHARES = {*TESTED, Measure.SHARE_PCT}
WHOLE = Decimal(100)  # percent
NO_WHOLE = "no number of complaints decided or received is printed in its table"
OTHER_YEARS = "what is decided in so short a period, or by the ombudsman, may have been received before"


def told_of(figure: Figure) -> bool:
    """Whether a figure is a result of a table or chart, and no part of a breakdown."""
    return figure.basis is not Basis.DIFFERENCE and not figure.dimension and not figure.category


def part_is_within_its_whole(evidence: Evidence) -> Iterator[Trial]:
    """The complaints upheld, not upheld, in target, late or not pursued are no more than those decided, investigated or received."""
    for figure in evidence.figures:
        if figure.measure not in PARTS or figure.unit is not Unit.COUNT or not told_of(figure):
            continue
        found = [agreed(each for each in evidence.beside(figure, measure=name) if counts(each)) for name in BASES]
        wholes = [whole for whole in found if whole and whole.table_id == figure.table_id]
        if not wholes:
            yield Trial(silent=NO_WHOLE)
        elif any(number(figure) <= number(whole) for whole in wholes):
            yield Trial(relation=one_of(figure, wholes))
        elif len(wholes) == 1 and wholes[0].measure is Measure.RECEIVED and (is_short(figure) or figure.stage is Stage.OMBUDSMAN):
            yield Trial(silent=OTHER_YEARS)
        else:
            yield Trial(doubt=above(evidence, figure, max(wholes, key=number)), relation=one_of(figure, wholes))


def one_of(figure: Figure, wholes: Sequence[Figure]) -> Relation:
    """A part is no more than one of the numbers that may be its whole."""

    def kept(values: Values) -> bool:
        return any(values[figure.figure_id] <= values[whole.figure_id] for whole in wholes)

    return at_most(figure, wholes[0]) if len(wholes) == 1 else judged((figure, *wholes), kept)


def above(evidence: Evidence, figure: Figure, whole: Figure) -> Doubt:
    """The doubt about a part above its whole; complaints received before may be among those decided."""
    told = f"{figure.value:f} {measure(figure.measure)}, but only {whole.value:f} {measure(whole.measure)}"
    meaning = (evidence.service(figure), Kind.of(figure), figure.value, whole.value)
    doubt = Doubt(figure, (whole,), Severity.ERROR, f"{whole.value:f} or fewer", f"{figure.value:f}", told, meaning)
    return explained(evidence.records.commentary, doubt, "surplus") if whole.measure is Measure.RECEIVED else doubt


def newly_upheld_were_upheld(evidence: Evidence) -> Iterator[Trial]:
    """The complaints that a stage upheld and the one below had not are no more than all that it upheld."""
    for figure in evidence.figures:
        if figure.measure is not Measure.NEWLY_UPHELD_PCT or not told_of(figure):
            continue
        upheld = agreed(evidence.beside(figure, measure=Measure.UPHELD_PCT))
        if upheld is None:
            yield Trial(silent="no percentage upheld is printed with it")
        elif number(figure) <= number(upheld):
            yield Trial(relation=at_most(figure, upheld))
        else:
            new, all_of_them = (amount(number(each), Unit.PERCENT) for each in (figure, upheld))
            told = f"{new} newly upheld, but only {all_of_them} upheld at all"
            meaning = (evidence.service(figure), Kind.of(figure), figure.value, upheld.value)
            doubt = Doubt(figure, (upheld,), Severity.ERROR, f"{all_of_them} or less", new, told, meaning)
            yield Trial(doubt=doubt, relation=at_most(figure, upheld))


def percentage_is_within_a_hundred(evidence: Evidence) -> Iterator[Trial]:
    """A percentage of complaints is neither below 0 nor above 100."""
    for figure in evidence.records.figures:
        printed = figure.source is not Source.PROSE and is_exact(figure)
        if figure.measure not in SHARES or figure.unit is not Unit.PERCENT or figure.basis is Basis.DIFFERENCE or not printed:
            continue
        relation = bounded(figure, Decimal(0), WHOLE)
        if 0 <= number(figure) <= WHOLE:
            yield Trial(relation=relation)
        else:
            found = amount(number(figure), Unit.PERCENT)
            told = f"{measure(figure.measure).removeprefix('% ')} is printed as {found} of the complaints, which no part of them can be"
            meaning = (evidence.service(figure), Kind.of(figure), figure.value)
            yield Trial(doubt=Doubt(figure, (), Severity.ERROR, "0% to 100%", found, told, meaning), relation=relation)
