"""An input -> what its files say, each as `kept` writes it: taken from the cache, or read."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import checks
from checks import Settings
from schemas import Report, UnreadableFileError
from upheld.batch.attempts import attempts
from upheld.batch.job import Job
from upheld.batch.kept import bytes_to_reports, outcomes_to_bytes
from upheld.batch.means import Means
from upheld.batch.outcome import Failure, Outcome, error_to_message, failed
from upheld.files.chosen import Chosen
from upheld.files.identity import path_to_report, unopened_report
from upheld.files.passwords import Passwords, password_of
from upheld.files.walk import Walk, walked
from upheld.work import Limits

if TYPE_CHECKING:
    from publish import Origin

READING = 1 / 3
"""Of the time that a file may take: after that no further page is begun. As much may go before, to look through a pack, and behind, to
work out what the pages say."""


@dataclass(frozen=True, slots=True)
class Told:
    """A file that is done: its name and what became of it.

    If it was read just now also the seconds that each stage took, and how many files are to be read.
    """

    file: str
    kept: bytes
    seconds: Mapping[str, float] = field(default_factory=dict)
    total: int = 0

    @property
    def reports(self) -> tuple[tuple[Report, Failure | None], ...]:
        """The rows of its reports, and why one could not be read."""
        return bytes_to_reports(self.kept)


Tell = Callable[[Told], None]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the files of an input say, by their names, and its lists of sources; `problems` are sentences about these.

    As bytes it takes a tenth of the memory that the rows take, of which there may be millions.
    """

    walk: Walk
    kept: Mapping[str, bytes]
    origins: "tuple[Origin, ...]"
    problems: tuple[str, ...]


def gather(source: Path | str, output: Path | None, tell: Tell, chosen: Chosen, means: Means) -> Gathered:
    """Look up or read every report of a folder, a zip file or a list of files; `tell` hears of each file when it is done."""
    from upheld.files.sources import read_sources  # noqa: PLC0415  the processes that read have no need of what makes tables

    with walked(source, output, chosen) as walk:
        settings = checks.read_settings(walk.folder, {check.name for check in checks.CHECKS})
        kept = read_files(walk, tell, settings, chosen.passwords, means)
        lists = [read_sources(path, walk.root(path), walk.names) for path in walk.sources]
    origins = (origin for found, _ in lists for origin in found)
    return Gathered(walk, kept, tuple(origins), tuple(problem for _, found in lists for problem in found))


def read_files(walk: Walk, tell: Tell, settings: Settings, passwords: Passwords, means: Means) -> dict[str, bytes]:
    """What becomes of each file."""
    kept: dict[str, bytes] = {}
    jobs: list[Job] = []
    with means.stages.timed("looking up"):
        for name, found in walk_to_jobs(walk, settings, passwords, means.limits):
            known = outcomes_to_bytes([found]) if isinstance(found, Outcome) else means.cache.kept(found)
            if known:
                kept[name] = known
                tell(Told(name, known))
            elif isinstance(found, Job):
                jobs.append(found)
    if jobs:
        Thread(target=make_ready, args=(len(walk.reports),)).start()  # this process only waits while others read
    for job, answer in attempts(jobs, means.mapped, means.limits or Limits(), means.cache.with_reading):
        kept[walk.name(job.path)] = answer.kept
        tell(Told(walk.name(job.path), answer.kept, answer.seconds, len(jobs)))
        means.cache.keep(job, answer)
        means.stages.add(answer.seconds)
    means.cache.forget(walk.present)
    return kept


def make_ready(reports: int) -> None:
    """Have at hand what so many reports will need when all are read."""
    from upheld.batch import together  # noqa: PLC0415  as above

    together.make_ready(reports)


def walk_to_jobs(walk: Walk, settings: Settings, passwords: Passwords, limits: Limits | None) -> Iterator[tuple[str, Job | Outcome]]:
    """What is to be done with each file, by its name; some have their outcome already, such as a part of an archive that was refused."""
    for path in walk.reports:
        name, root = walk.name(path), walk.root(path)
        if path in walk.refused:
            yield name, failed(unopened_report(path, root), Failure.UNREADABLE, walk.refused[path])
        else:
            yield name, path_to_job(path, root, settings, password_of(name, passwords), limits)


def path_to_job(path: Path, folder: Path, settings: Settings, password: str, limits: Limits | None) -> Job | Outcome:
    """What is to be done with a file; its outcome if it cannot even be opened."""
    try:
        report = path_to_report(path, folder)
    except UnreadableFileError as error:
        return failed(unopened_report(path, folder), Failure.UNREADABLE, error_to_message(error, path))
    return Job(path, report, settings, password, limits.seconds * READING if limits else None)
