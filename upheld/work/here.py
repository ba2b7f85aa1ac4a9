"""A map in this process, one job after the other: no process has to start, and nothing is held back."""

from collections.abc import Callable, Iterable, Iterator

from upheld.work.jobs import J, Note, R


def here(function: Callable[[J, Note], R], jobs: Iterable[J]) -> Iterator[tuple[int, R]]:
    """The results in the order of the jobs."""
    for number, job in enumerate(jobs):
        yield number, function(job, unheard)


def unheard(_step: int) -> None:
    """A note that nobody needs: what ends the process ends the run."""
