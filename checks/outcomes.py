"""What complaints came to adds up to how many were decided."""

from collections.abc import Iterator
from decimal import Decimal

from checks.agreed import agreed
from checks.evidence import Evidence, Kind, number
from checks.trial import Doubt, Trial
from checks.wording import measure
from schemas import Basis, Figure, Measure, Severity, Stage, Unit

OUTCOMES = Measure.UPHELD, Measure.PARTIALLY_UPHELD, Measure.NOT_UPHELD
WHOLES = Measure.DECIDED, Measure.INVESTIGATED
NOT_ALL = "upheld and not upheld are not both printed with it"


def all_decided(evidence: Evidence, figure: Figure) -> bool:
    """Whether every complaint that is counted has an outcome: the ombudsman's investigations end with one."""
    return figure.measure is Measure.INVESTIGATED and figure.stage is Stage.OMBUDSMAN and not evidence.beside(figure, measure=Measure.OPEN)


def outcomes_add_to_the_decided(evidence: Evidence) -> Iterator[Trial]:
    """Upheld, partly upheld and not upheld complaints are no more than those decided, and as many as the ombudsman investigated."""
    for figure in evidence.figures:
        plain = figure.unit is Unit.COUNT and not figure.dimension and figure.basis is not Basis.DIFFERENCE
        if figure.measure not in WHOLES or not plain:
            continue
        parts = [part for name in OUTCOMES if (part := agreed(evidence.beside(figure, measure=name))) is not None]
        added = sum((number(part) for part in parts), Decimal(0))
        apart = sum((number(part) for part in parts if part.measure is not Measure.PARTIALLY_UPHELD), Decimal(0))
        if not {Measure.UPHELD, Measure.NOT_UPHELD} <= {part.measure for part in parts}:
            yield Trial(silent=NOT_ALL)
        elif number(figure) in {added, apart}:
            yield Trial()
        elif apart > number(figure) or all_decided(evidence, figure):
            yield Trial(doubt=to_doubt(evidence, figure, parts, added))
        else:
            yield Trial(silent="complaints may be decided in other ways, or not yet")


def to_doubt(evidence: Evidence, figure: Figure, parts: list[Figure], added: Decimal) -> Doubt:
    """The doubt about how many were decided."""
    sums = " + ".join(f"{number(part):f} {measure(part.measure)}" for part in parts)
    told = f"{figure.value:f} {measure(figure.measure)} are printed, but {sums} = {added:f}"
    meaning = (evidence.service(figure), Kind.of(figure), figure.value, added)
    return Doubt(figure, tuple(parts), Severity.WARNING, f"{added:f}", f"{figure.value:f}", told, meaning)
