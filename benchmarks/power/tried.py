"""One misprint held against what the checks say of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random

from benchmarks.power.misprints import Misprint, chosen
from benchmarks.power.specimens import Healthy
from checks.audit import EVERY_RULE, gather
from checks.audit import tried as audited
from checks.culprits import Culprits, culprits
from checks.relations import Relation, printed
from checks.suggestions import asked
from checks.trial import Trial
from schemas import Figure, Records, State

Trials = Mapping[str, Sequence[Trial]]
Sets = tuple[frozenset[str], ...]
"""Figures by their ids, each set of which is to blame."""


class Sight(StrEnum):
    """What the rules make of a misprint."""

    TOLD = "told"
    SILENT = "a rule breaks and is silent"
    ALLOWED = "every rule allows it"
    UNRULED = "no rule speaks of the figure"


@dataclass(frozen=True, slots=True)
class Tried:
    """A misprint in a report of a family, and what the checks make of it.

    `breaks`: a rule that could fail breaks. `blamed`: the smallest sets of figures. `at_best`: those that would be left if every rule of
    the sound report were held to. `twins`: another figure enters the same sums. `reasons`: why rules that break are silent.
    """

    family: str
    misprint: Misprint
    sight: Sight
    breaks: bool
    blamed: Sets
    at_best: Sets
    twins: bool
    reasons: tuple[str, ...]

    @property
    def among(self) -> bool:
        """Whether the figure is among those blamed."""
        return any(self.misprint.figure.figure_id in one for one in self.blamed)

    @property
    def alone(self) -> bool:
        """Whether it is the only one blamed."""
        return self.blamed == (frozenset({self.misprint.figure.figure_id}),)

    @property
    def alone_at_best(self) -> bool:
        """Whether anybody who holds all rules together could know that it is the only one."""
        return self.at_best == (frozenset({self.misprint.figure.figure_id}),)


def tried(report: Healthy, number: int) -> Iterator[Tried]:
    """So many misprints of a report, one at a time."""
    random = Random(report.name)  # noqa: S311 - a misprint is no secret
    known = audited(gather(report.records), EVERY_RULE)
    figures = tuple(figure for figure in report.records.figures if figure.state is State.REPORTED and figure.value is not None)
    for misprint in chosen(figures, random, number):
        yield one(report, known, misprint)


def one(report: Healthy, known: Trials, misprint: Misprint) -> Tried:
    """What the checks make of a misprint; `known` is what they make of the sound report."""
    found = audited(gather(with_figure(report.records, misprint.figure)), EVERY_RULE)
    every = [trial for trials in found.values() for trial in trials]
    rules = [(name, with_misprint(trial, misprint.figure)) for name, trials in known.items() for trial in trials]
    own = [(name, trial) for name, trial in rules if speaks_of(trial, misprint.figure)]
    broken = [(name, trial) for name, trial in own if trial.relation and not trial.relation.holds(printed([trial.relation]))]
    told = any(trial.doubt for trial in every)
    return Tried(
        report.family,
        misprint,
        Sight.TOLD if told else Sight.SILENT if broken else Sight.ALLOWED if own else Sight.UNRULED,
        any(trial.could_fail for _, trial in broken),
        to_sets(culprits(asked(every))),
        to_sets(culprits(asked(trial for _, trial in rules))) if told else (),
        has_twins([trial.relation for _, trial in rules if trial.relation], misprint.figure),
        () if told else tuple(sorted({reason for name, _ in broken for reason in newly_silent(known[name], found[name])})),
    )


def with_figure(records: Records, changed: Figure) -> Records:
    """The records with one figure as it is misprinted."""
    return replace(records, figures=tuple(changed if each.figure_id == changed.figure_id else each for each in records.figures))


def with_misprint(trial: Trial, changed: Figure) -> Trial:
    """A trial of the sound report, asked of the misprinted figure."""
    if trial.relation is None or not speaks_of(trial, changed):
        return trial
    terms = tuple((factor, changed if each.figure_id == changed.figure_id else each) for factor, each in trial.relation.terms)
    return replace(trial, relation=replace(trial.relation, terms=terms))


def speaks_of(trial: Trial, figure: Figure) -> bool:
    """Whether a trial's relation is about a figure."""
    return trial.relation is not None and any(each.figure_id == figure.figure_id for each in trial.relation.figures)


def to_sets(places: Iterable[Iterable[Culprits]]) -> Sets:
    """The sets of figures of all places."""
    return tuple(frozenset(figure.figure_id for figure in each.figures) for place in places for each in place)


def has_twins(relations: Iterable[Relation], figure: Figure) -> bool:
    """Whether another figure enters the same sums with the same factors."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for n, relation in enumerate(each for each in relations if len(each.terms) > 1 and each.test is None):
        for factor, each in relation.terms:
            places[each.figure_id].append((n, factor))
    own = places.get(figure.figure_id)
    return own is not None and sum(other == own for other in places.values()) > 1


def newly_silent(known: Iterable[Trial], found: Iterable[Trial]) -> Iterator[str]:
    """Why a rule is silent that spoke before."""
    before, after = (Counter(trial.silent for trial in trials if trial.silent) for trials in (known, found))
    yield from after - before
