"""A printed name -> the service that it means."""

from functools import lru_cache
from typing import NamedTuple

from normalise.services.features import evidence
from normalise.services.gathered import Features
from normalise.services.index import Index, known_names
from normalise.services.likelihood import Weights, likelihoods, weights
from normalise.services.surroundings import around

_SHOWN = 5
"""Candidates that a match lists."""
_LEAST = 0.2
"""A candidate that is right less often than this is no answer."""
_KEPT = 20_000
"""Matches that are kept: more names than the reports of a year print."""


class Printed(NamedTuple):
    """A service's name as a report prints it, and what stands around it: its directorate, the council's code, other words of its place.

    `context` may say what the row is: `directorate` (it heads others), `causes` (it stands in a table of causes).
    """

    name: str
    directorate: str = ""
    council: str = ""
    context: str = ""


class Candidate(NamedTuple):
    """A service that a name may mean: how sure that is (0 to 1, a share of right ones), and why in a few words."""

    service_id: str
    score: float
    method: str


class Match(NamedTuple):
    """What a name means: the likeliest service first among `candidates`; `service_id` is empty where none is likely."""

    service_id: str
    score: float
    method: str
    needs_review: bool
    candidates: tuple[Candidate, ...] = ()


@lru_cache(_KEPT)
def match(printed: Printed) -> Match:
    """The service that a printed name means."""
    return match_by(printed, known_names(), weights())


def match_by(printed: Printed, index: Index, by: Weights) -> Match:
    """The same by an index and weights of one's own."""
    found = evidence(index, printed.name, around(index, printed.directorate, printed.council, printed.context))
    scores = list(likelihoods(found, by).items())[:_SHOWN]
    candidates = tuple(Candidate(one, score, reason(found[one])) for one, score in scores)
    best = candidates[0] if candidates and candidates[0].score >= _LEAST else Candidate("", 0.0, "")
    return Match(*best, best.score < by.review_below, candidates)


_REASONS = {
    "depends": "its surroundings decide",
    "spelled": "a known name",
    "about": "a known name, general words aside",
    "after_dash": "the name after the dash",
    "heading_said": "words of a directorate",
    "first_of_list": "the first of several",
    "only_in_list": "one of several",
    "before_bracket": "the name before the brackets",
    "bracketed": "the name in brackets",
    "held_first": "holds a known name",
    "held_later": "holds a known name",
    "later_in_list": "one of several",
    "before_dash": "the name before the dash",
    "heading_plain": "words of a directorate",
    "above": "what it stands under",
    "above_heading": "what it stands under",
    "letters": "spelled like a known name",
}
"""What a person is told of each feature, the more telling first."""
_TELLING = 0.5
"""A feature that speaks for less than half of a name is not the reason."""


def reason(features: Features) -> str:
    """What speaks most for a candidate, in words."""
    strong = (told for name, told in _REASONS.items() if features.get(name, 0.0) > _TELLING)
    return next(strong, "in part like a known name")
