"""What a check is, and what it yields: one trial for each place the rule could be tried at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from checks.evidence import Evidence
from checks.relations import Relation
from schemas import Figure, Severity


@dataclass(frozen=True, slots=True)
class Doubt:
    """A contradiction as one place shows it; the doubts of a check with the same `meaning` are told in one finding.

    `at` is the figure in doubt, `against` those it disagrees with; `sentence` says with the numbers what is wrong, and not where.
    `together`: it is about what the figures add to, and not about the service and stage of one of them.
    """

    at: Figure
    against: tuple[Figure, ...]
    severity: Severity
    expected: str
    found: str
    sentence: str
    meaning: tuple[object, ...]
    explanation: str = ""
    suggestion: str = ""
    together: bool = False


@dataclass(frozen=True, slots=True)
class Trial:
    """One place: not tested and why (`silent`), or tested, and then whether a wrong figure would have shown, and the doubt if it did.

    `relation`: what the rule asks of the figures there, so that a doubt is held against all that other rules ask.
    """

    could_fail: bool = True
    doubt: Doubt | None = None
    silent: str = ""
    relation: Relation | None = None


class Check(NamedTuple):
    """A rule: its name in the dataset, and the function that tries it."""

    name: str
    run: Callable[[Evidence], Iterator[Trial]]
