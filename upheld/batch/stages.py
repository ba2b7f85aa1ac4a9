"""Where the time goes: the seconds that each stage took."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from time import perf_counter


class Stages:
    """The seconds of each stage, which add up where a stage comes again."""

    def __init__(self) -> None:
        """Nothing has taken any time yet."""
        self._seconds: defaultdict[str, float] = defaultdict(float)

    @property
    def seconds(self) -> Mapping[str, float]:
        return dict(self._seconds)

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """What the block takes is the stage's."""
        start = perf_counter()
        try:
            yield
        finally:
            self._seconds[stage] += perf_counter() - start

    def add(self, seconds: Mapping[str, float]) -> None:
        """What stages took elsewhere."""
        for stage, taken in seconds.items():
            self._seconds[stage] += taken
