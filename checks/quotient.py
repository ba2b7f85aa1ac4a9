"""A percentage that stands with its count and its base is the one out of the other."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from checks.agreed import agreed
from checks.bases import BASES, TESTED, counts, rounds
from checks.evidence import Evidence, number
from checks.explanations import explained
from checks.percent import fits, rounded
from checks.relations import Relation, Values, judged
from checks.trial import Doubt, Trial
from checks.wording import amount, measure
from schemas import Basis, Figure, Measure, Severity, Unit
from schemas.printed import Kind, decimals

HABIT = 3
"""Percentages of a column that are their counts out of the printed base, for each that is not, before that is a slip."""
ANOTHER_BASE = "the table's percentages may be of a number that is not printed"
NO_COUNT = "the count or the base of the percentage is not printed beside it"


class Quotient(NamedTuple):
    """A percentage with the count and the bases that are printed with it."""

    percent: Figure
    part: Figure
    bases: tuple[Figure, ...]

    @property
    def holds(self) -> bool:
        return any(fits(number(self.percent), number(self.part), number(base)) for base in self.bases)

    @property
    def relation(self) -> Relation:
        """The percentage is the count out of one of the bases."""
        percent, part, bases = self.percent, self.part, self.bases

        def kept(values: Values) -> bool:
            return any(fits(values[percent.figure_id], values[part.figure_id], values[base.figure_id]) for base in bases)

        return judged((percent, part, *bases), kept)

    @property
    def possible(self) -> bool:
        return any(rounds(number(self.percent), base) for base in self.bases)

    @property
    def place(self) -> tuple[str, Measure]:
        """The column or row that it is of."""
        return self.percent.table_id, self.percent.measure


def to_quotient(evidence: Evidence, figure: Figure) -> Quotient | None:
    """A percentage with its count and at least one base that can hold it."""
    own = Measure(figure.measure.removesuffix("_pct"))
    count = agreed(f for f in evidence.beside(figure, measure=own, unit=Unit.COUNT) if counts(f))
    found = [agreed(f for f in evidence.beside(figure, measure=name, unit=Unit.COUNT) if counts(f)) for name in BASES]
    bases = tuple(base for base in found if base and count and number(base) >= number(count))
    return Quotient(figure, count, bases) if count and bases else None


def percentage_is_its_count_of_its_base(evidence: Evidence) -> Iterator[Trial]:
    """A percentage is that of the count printed with it, out of a base printed with both, where others of its table are."""
    rates = TESTED - {Measure.NEWLY_UPHELD_PCT}
    figures = [f for f in evidence.figures if f.measure in rates and f.unit is Unit.PERCENT and f.basis is not Basis.DIFFERENCE]
    quotients = [to_quotient(evidence, figure) for figure in figures]
    holding = Counter(one.place for one in quotients if one and one.holds and number(one.part))
    failing = Counter(one.place for one in quotients if one and not one.holds)
    for one in quotients:
        if one is None:
            yield Trial(silent=NO_COUNT)
        elif one.holds:
            yield Trial(relation=one.relation)
        elif not one.possible:
            yield Trial(silent="no whole number of the base gives it, which is another rule's finding")
        elif holding[one.place] < HABIT * failing[one.place]:
            yield Trial(silent=ANOTHER_BASE)
        else:
            yield Trial(doubt=to_doubt(evidence, one.percent, one.part, one.bases), relation=one.relation)


def to_doubt(evidence: Evidence, figure: Figure, count: Figure, bases: tuple[Figure, ...]) -> Doubt:
    """The doubt about a percentage that another count would give."""
    base = bases[0]
    true = amount(rounded(int(number(count)), int(number(base)), decimals(number(figure))), Unit.PERCENT)
    found = amount(number(figure), Unit.PERCENT)
    told = f"{found} {measure(figure.measure).removeprefix('% ')} is printed, but {count.value:f} of {base.value:f} is {true}"
    meaning = (evidence.service(figure), Kind.of(figure), figure.value, count.value, base.value)
    doubt = Doubt(figure, (count, *bases), Severity.WARNING, true, found, told, meaning, suggestion=true)
    return explained(evidence.records.commentary, doubt, "base")
