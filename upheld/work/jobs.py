"""What is mapped, within which limits, and what is told of a job that ended its process."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar

J = TypeVar("J")
R = TypeVar("R")

_WAITING = 4
"""Of the processor's seconds that a job may take: so long it may be under way by the clock."""

Note = Callable[[int], None]
"""A job says which of its steps it begins, so that the step is known if it ends its process; 0 is none in particular."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one job may take: seconds of the processor, and megabytes of memory that its process holds in all.

    What is read must not hang on what else the machine does, so the time of the clock is no measure; only a job that waits for something
    that never comes is ended by the clock, after `patience` seconds.
    """

    seconds: float = 120
    megabytes: int = 2000

    @property
    def patience(self) -> float:
        return _WAITING * self.seconds


class Loss(StrEnum):
    """Why a job gave nothing."""

    TIME = "took too long"
    MEMORY = "took too much memory"
    CRASH = "ended its process"


@dataclass(frozen=True, slots=True)
class Lost:
    """A job that gave nothing, the last step that it began, and how its process ended if it did so by itself."""

    loss: Loss
    step: int = 0
    ending: str = ""


class Mapped(Protocol):
    """The results of a function for each job, with the number of the job, in the order in which they are done."""

    def __call__(self, function: Callable[[J, Note], R], jobs: Iterable[J]) -> Iterator[tuple[int, R | Lost]]:
        """The jobs are asked for as they can be begun; the function must not raise."""
