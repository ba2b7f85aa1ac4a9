"""A printed name -> the service that it means."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from normalise.services.reference import canonical


class Printed(NamedTuple):
    """A service's name as a report prints it, and what stands around it: its directorate, the council's code, other words of its place."""

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


def match(printed: Printed) -> Match:
    """The service that a printed name means."""
    service_id = _names().get(printed.name.casefold(), "")
    candidates = (Candidate(service_id, 1.0, "alias"),) if service_id else ()
    return Match(service_id, float(bool(service_id)), "alias" if service_id else "", not service_id, candidates)


@cache
def _names() -> Mapping[str, str]:
    return {name.casefold(): one.service_id for one in canonical().values() for name in (*one.aliases, one.label)}
