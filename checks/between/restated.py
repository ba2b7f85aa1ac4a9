"""A figure of an earlier period that a later report prints otherwise than the report of that period did."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from checks.between.pairs import Pair
from checks.evidence import number
from checks.explanations import explanation
from schemas import Basis, Figure, Measure, Records, State
from schemas.printed import INEXACT, Kind, agree, fold


class Restated(NamedTuple):
    """The figure as its own report printed it, and as a later report does."""

    earlier: Figure
    later: Figure
    explanation: str


class Key(NamedTuple):
    """What a figure is of, whatever report prints it."""

    directorate: str
    service: str
    kind: Kind


def exact(figure: Figure) -> bool:
    """Whether a number is printed that can be held against another's."""
    printed = figure.state is State.REPORTED and figure.value is not None
    return printed and figure.measure is not Measure.OTHER and not INEXACT.search(figure.text)


def to_key(figure: Figure) -> Key:
    """What a figure is of; whether its report calls it current or prior does not count."""
    return Key(fold(figure.directorate), fold(figure.service), Kind.of(figure)._replace(basis=Basis.CURRENT))


def by_key(figures: Iterable[Figure]) -> Mapping[Key, Figure]:
    """The figure of each key that a report prints with one value."""
    found: dict[Key, list[Figure]] = defaultdict(list)
    for figure in figures:
        found[to_key(figure)].append(figure)
    return {key: same[0] for key, same in found.items() if len({figure.value for figure in same}) == 1}


def of_period(records: Records, basis: Basis) -> Mapping[Key, Figure]:
    """What a report prints of its own period, or of earlier ones."""
    return by_key(figure for figure in records.figures if exact(figure) and figure.basis is basis)


def restated(pair: Pair) -> Iterator[Restated]:
    """The prior figures of a later report that differ from what the earlier one printed of its own period."""
    own, prior = of_period(pair.earlier, Basis.CURRENT), of_period(pair.later, Basis.PRIOR)
    for key, later in prior.items():
        earlier = own.get(key)
        if earlier is not None and not agree(earlier, later):
            yield Restated(earlier, later, said(pair, earlier, later))


def said(pair: Pair, earlier: Figure, later: Figure) -> str:
    """The later report's own words about it, else the earlier's."""
    more = number(later) > number(earlier)
    for family in ("restated", "surplus" if more else "deficit"):
        for records in (pair.later, pair.earlier):
            if words := explanation(records.commentary, later, family):
                return words
    return ""
