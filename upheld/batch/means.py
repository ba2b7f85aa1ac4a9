"""With what a folder is read: which map, within which limits."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from schemas import UpheldError
from upheld import READERS
from upheld.batch.cache import Cache
from upheld.batch.stages import Stages
from upheld.batch.versions import rules_version
from upheld.work import Limits, Mapped, here, pool


@dataclass(frozen=True, slots=True)
class Means:
    """A map over the files, the limits that it sets to each (None: none), what is known of files, and where the time is counted."""

    mapped: Mapped = here
    limits: Limits | None = None
    cache: Cache = field(default_factory=lambda: Cache(None))
    stages: Stages = field(default_factory=Stages)


@contextmanager
def isolated(jobs: int | None, limits: Limits, cache: Path | None = None) -> Iterator[Means]:
    """A process for each of so many files at once, for each core where no number is given; what was read is kept in the file `cache`."""
    with pool(jobs, limits) as mapped, closing(Cache(cache, limits)) as known:
        yield Means(mapped, limits, known)


@contextmanager
def on_cluster(address: str, limits: Limits, cache: Path | None = None) -> Iterator[Means]:
    """The machines of the Dask cluster whose scheduler has this address; an UpheldError if it cannot be used."""
    try:
        from upheld.work.cluster import cluster  # noqa: PLC0415  an extra, which few need
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        raise UpheldError(f"--cluster needs {missing}, which is not installed; install upheld with its extra 'cluster'") from error
    try:
        with cluster(address, limits, READERS, rules_version) as mapped, closing(Cache(cache, limits)) as known:
            yield Means(mapped, limits, known)
    except (OSError, RuntimeError) as error:
        raise UpheldError(f"{address}: the cluster cannot be used: {error}") from error
