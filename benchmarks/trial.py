"""A matcher tried on a labelled list: which names it gets right, and how sure it was."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from benchmarks.labelled import Labelled
from normalise.services.ids import heading_of, is_service

Answer = tuple[str, float]
"""An id and how sure it is, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A labelled name with the id that a matcher gave it and its score."""

    row: Labelled
    service_id: str
    score: float

    @property
    def is_right(self) -> bool:
        return self.service_id in self.row.right

    @property
    def has_heading(self) -> bool:
        """Whether the Ombudsman's heading is one that counts as right."""
        return heading_of(self.service_id) in {heading_of(one) for one in self.row.right}


@dataclass(frozen=True, slots=True)
class Result:
    """Shares of a list, 0 to 1: right ids of service rows and of all, right headings, what is looked at, what of the rest is wrong."""

    names: int
    services: float
    everything: float
    headings: float
    reviewed: float
    missed: float


def tried(rows: Iterable[Labelled], matcher: Callable[[Labelled], Answer]) -> list[Tried]:
    """All rows of a list by one matcher."""
    return [Tried(row, *matcher(row)) for row in rows]


def result(of: Sequence[Tried], review_below: float) -> Result:
    """What a trial comes to; names whose score is lower than `review_below` are looked at."""
    services = [one for one in of if is_service(one.row.service_id)]
    kept = [one for one in of if one.score >= review_below]
    return Result(
        len(of),
        _share(one.is_right for one in services),
        _share(one.is_right for one in of),
        _share(one.has_heading for one in services),
        1 - len(kept) / len(of),
        1 - _share(one.is_right for one in kept),
    )


def _share(found: Iterable[bool]) -> float:
    every = list(found)
    return sum(every) / len(every) if every else 1.0
