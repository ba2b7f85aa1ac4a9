"""A printed name -> the service that it means."""

from functools import lru_cache
from typing import NamedTuple

from normalise.services.features import Features, evidence
from normalise.services.index import Index, whole
from normalise.services.likelihood import Weights, likelihoods, weights
from normalise.services.surroundings import around

_SHOWN = 5
"""Candidates that a match lists."""
_LEAST = 0.1
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
    return match_by(printed, whole(), weights())


def match_by(printed: Printed, index: Index, by: Weights) -> Match:
    """The same by an index and weights of one's own."""
    found = evidence(index, printed.name, around(index, printed.directorate, printed.council, printed.context))
    scores = list(likelihoods(found, by).items())[:_SHOWN]
    candidates = tuple(Candidate(one, score, reason(found[one], by)) for one, score in scores)
    best = candidates[0] if candidates and candidates[0].score >= _LEAST else Candidate("", 0.0, "")
    return Match(*best, best.score < by.review_below, candidates)


_REASONS = {
    "depends": "its directorate decides",
    "spelled": "known name",
    "about": "known name but for general words",
    "after_dash": "name after the dash",
    "before_dash": "name before the dash",
    "bracketed": "name in brackets",
    "before_bracket": "name before the brackets",
    "first_of_list": "first of several",
    "later_in_list": "one of several",
    "held_first": "holds a known name",
    "held_later": "holds a known name",
    "letters": "like a known name",
    "fuzzy": "like a known name",
    "heading_said": "words of a directorate",
    "heading_words": "words of a directorate",
    "above": "what it stands under",
    "above_heading": "what it stands under",
    "agrees": "what it stands under",
}
"""What a person is told of each feature."""


def reason(features: Features, by: Weights) -> str:
    """The feature that speaks most for a candidate, in words."""
    told = {name: by.features.get(name, 0.0) * amount for name, amount in features.items() if name in _REASONS}
    return _REASONS[max(told, key=lambda name: (told[name], name))] if told else ""
