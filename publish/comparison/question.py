"""What is asked of the benchmark, and the points that answer it."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import process

from publish.comparison.points import Point, Series
from schemas import Measure, Period, Regime, Stage, UpheldError
from schemas.period import label, months, shifted

PROPOSED = 3
"""Names that are proposed for one that is not there."""
LISTED = 12
"""Names that fit in a sentence."""
ORDERS = (tuple(Regime), tuple(Stage), tuple(Measure))


class Asked(NamedTuple):
    """A question as a person puts it; what is left open becomes what most councils print."""

    service: str | None = None
    measure: str | None = None
    stage: str | None = None
    period: str | None = None
    regime: str | None = None


class Question(NamedTuple):
    """A question that has an answer."""

    series: Series
    period: Period


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answer: the points of all councils, the highest first.

    `series`: the points of every period. `also`: the questions that were left open otherwise, each with its number of councils.
    """

    question: Question
    points: tuple[Point, ...]
    series: Mapping[tuple[str, Period], Point]
    also: tuple[tuple[Question, int], ...]

    def before(self, point: Point) -> Point | None:
        """What the point's council has for the year before."""
        return self.series.get((point.council_code, shifted(point.period, -1)))

    @property
    def years(self) -> tuple[Point, ...]:
        """The points of all periods that are as long, by council and time."""
        length = months(self.question.period)
        return tuple(sorted((point for point in self.series.values() if months(point.period) == length), key=by_time))


FACETS: Mapping[str, Callable[[Question], str]] = {
    "service": lambda question: question.series.service_id,
    "measure": lambda question: question.series.measure,
    "stage": lambda question: question.series.stage,
    "period": lambda question: label(question.period),
    "regime": lambda question: question.series.regime,
}
"""What can be asked for, in the order in which it is looked up."""


def question_of(point: Point) -> Question:
    """The question that a point answers."""
    return Question(point.series, point.period)


def compare(points: Sequence[Point], asked: Asked) -> Comparison:
    """The answer to what is asked; an UpheldError that names what there is if nothing answers."""
    councils = answerable(points, asked)
    if not councils:
        raise UpheldError("the dataset has no figures that can be compared; read further reports")
    question, *others = sorted(councils, key=lambda each: preference(each, councils[each]))
    series = {(point.council_code, point.period): point for point in points if point.series == question.series}
    answers = (point for point in series.values() if point.period == question.period)
    return Comparison(
        question=question,
        points=tuple(sorted(answers, key=lambda point: (-point.value, point.council, point.council_code))),
        series=series,
        also=tuple((other, councils[other]) for other in others),
    )


def by_time(point: Point) -> tuple[str, str, Period]:
    """By council, then by time."""
    return point.council, point.council_code, point.period


def answerable(points: Iterable[Point], asked: Asked) -> dict[Question, int]:
    """The questions within what is asked that have an answer, each with its number of councils."""
    found = dict(Counter(map(question_of, points)))
    for facet, of in FACETS.items():
        wanted = getattr(asked, facet)
        if wanted is not None:
            name = name_meant(facet, wanted, {of(question) for question in found})
            found = {question: number for question, number in found.items() if of(question) == name}
    return found


def name_meant(facet: str, wanted: str, names: Iterable[str]) -> str:
    """The name that is meant, however its words are joined; an UpheldError that names those that there are, or the nearest of many."""
    folded = {fold(name): name for name in sorted(names)}
    if fold(wanted) in folded:
        return folded[fold(wanted)]
    if len(folded) <= LISTED:
        raise UpheldError(f"{wanted}: no such {facet} is compared; there is {', '.join(folded.values()) or 'none'}")
    near = [folded[name] for name, _, _ in process.extract(fold(wanted), folded, limit=PROPOSED)]
    raise UpheldError(f"{wanted}: no such {facet} is compared; the nearest are {', '.join(near)} (`upheld compare` without it lists all)")


def fold(name: str) -> str:
    """A name without what people write differently: `Housing repairs` and `housing-repairs`, `2019/20` and `2019-20`."""
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-")


def preference(question: Question, councils: int) -> tuple[int, ...]:
    """Most councils first, then the newest period, then in the order of the codes."""
    regime, _, stage, measure = question.series
    return -councils, -question.period.end.toordinal(), *map(tuple.index, ORDERS, (regime, stage, measure))
