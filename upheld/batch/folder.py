"""A folder of reports -> what became of each file, and the dataset that they are together."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import checks
from checks import Settings
from schemas import UnreadableFileError
from upheld.batch.attempts import attempts
from upheld.batch.copies import copies_to_originals
from upheld.batch.job import Job, read_file
from upheld.batch.kept import bytes_to_outcomes
from upheld.batch.means import Means
from upheld.batch.outcome import Failure, Outcome, error_to_message, failed
from upheld.files.chosen import EVERYTHING, Chosen
from upheld.files.identity import path_to_report, unopened_report
from upheld.files.passwords import Passwords, password_of
from upheld.files.walk import Walk, walked
from upheld.work import Limits, here

if TYPE_CHECKING:
    from publish import Dataset
    from upheld.names.crosswalk import Edited

READING = 1 / 3
"""Of the time that a file may take: after that no further page is begun. As much may go before, to look through a pack, and behind, to
work out what the pages say."""


@dataclass(frozen=True, slots=True)
class Told:
    """A file that is done: its name and what became of it.

    If it was read just now also the seconds that each stage took, and how many files are to be read.
    """

    file: str
    outcomes: tuple[Outcome, ...]
    seconds: Mapping[str, float] = field(default_factory=dict)
    total: int = 0


Tell = Callable[[Told], None]


def say_nothing(_told: Told) -> None:
    """Tell nobody how far the batch is."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of a folder; `problems` are sentences about its crosswalk and its lists of sources, `changes` about the last run."""

    walk: Walk
    outcomes: tuple[Outcome, ...]
    dataset: "Dataset"
    problems: tuple[str, ...]
    changes: tuple[str, ...] = ()


def mark_copies(outcomes: Sequence[Outcome]) -> Iterator[Outcome]:
    """Of several copies of a report one counts, and the others name it."""
    copies = copies_to_originals(outcome.records for outcome in outcomes)
    for outcome in outcomes:
        report = outcome.records.report
        named = replace(report, same_as=copies.get(report.report_id, ""))
        yield replace(outcome, records=replace(outcome.records, report=named))


def path_to_job(path: Path, folder: Path, settings: Settings, password: str, limits: Limits | None) -> Job | Outcome:
    """What is to be done with a file; its outcome if it cannot even be opened."""
    try:
        report = path_to_report(path, folder)
    except UnreadableFileError as error:
        return failed(unopened_report(path, folder), Failure.UNREADABLE, error_to_message(error, path))
    return Job(path, report, settings, password, limits.seconds * READING if limits else None)


def walk_to_jobs(walk: Walk, settings: Settings, passwords: Passwords, limits: Limits | None) -> Iterator[Job | Outcome]:
    """What is to be done with each file; some have their outcome already, such as a part of an archive that was refused."""
    for path in walk.reports:
        if path in walk.refused:
            yield failed(unopened_report(path, walk.root(path)), Failure.UNREADABLE, walk.refused[path])
        else:
            yield path_to_job(path, walk.root(path), settings, password_of(walk.name(path), passwords), limits)


def read_files(walk: Walk, tell: Tell, settings: Settings, passwords: Passwords, means: Means) -> list[Outcome]:
    """What becomes of each file, by their names; `tell` hears of a file when it is done."""
    from upheld.assembled import make_ready  # noqa: PLC0415  the processes that read have no need of what makes tables

    outcomes: list[Outcome] = []
    jobs: list[Job] = []
    with means.stages.timed("looking up"):
        for found in walk_to_jobs(walk, settings, passwords, means.limits):
            known = (found,) if isinstance(found, Outcome) else means.cache.outcomes(found)
            if known:
                tell(Told(known[0].records.report.file, known))
                outcomes += known
            elif isinstance(found, Job):
                jobs.append(found)
    if jobs:
        make_ready()  # the processes are still starting
    for job, answer in attempts(jobs, means.mapped, means.limits or Limits(), means.cache.with_reading):
        read = bytes_to_outcomes(answer.kept)
        tell(Told(walk.name(job.path), tuple(read), answer.seconds, len(jobs)))
        means.cache.keep(job, answer)
        means.stages.add(answer.seconds)
        outcomes += read
    means.cache.forget({walk.name(path) for path in (*walk.reports, *(path for path, _ in walk.ignored))})
    return sorted(outcomes, key=lambda outcome: (outcome.records.report.file, outcome.records.report.first_page or 0))


def read_folder(  # noqa: PLR0913 - each of them a run may do without
    source: Path,
    output: Path | None = None,
    tell: Tell = say_nothing,
    edited: "Edited | None" = None,
    chosen: Chosen = EVERYTHING,
    *,
    means: Means | None = None,
) -> Batch:
    """Read every report of a folder, a zip file or a list of files.

    `output`, where the dataset will stand, is no report; `edited` is a crosswalk handed back; `chosen` says which files are read; without
    `means` all are read in this process.
    """
    from upheld.assembled import assemble  # noqa: PLC0415  as above
    from upheld.files.sources import read_sources  # noqa: PLC0415

    means = means or Means()
    with walked(source, output, chosen) as walk:
        settings = checks.read_settings(walk.folder, {check.name for check in checks.CHECKS})
        outcomes = tuple(mark_copies(read_files(walk, tell, settings, chosen.passwords, means)))
        lists = [read_sources(path, walk.root(path), walk.names) for path in walk.sources]
    origins = [origin for found, _ in lists for origin in found]
    problems = tuple(problem for _, found in lists for problem in found)
    with means.stages.timed("putting together"):
        whole = assemble([outcome.records for outcome in outcomes], origins, edited.rows if edited else ())
    named = tuple(replace(outcome, records=records) for outcome, records in zip(outcomes, whole.reports, strict=True))
    return Batch(walk, named, whole.dataset, (*(edited.problems if edited else ()), *whole.problems, *problems))


def read_alone(path: Path, folder: Path) -> tuple[Outcome, ...]:
    """What becomes of one file of a folder, read in this process."""
    job = path_to_job(path, folder, Settings(), "", None)
    return bytes_to_outcomes(next(here(read_file, [job]))[1].kept) if isinstance(job, Job) else (job,)
