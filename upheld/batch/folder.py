"""A folder of reports -> what became of each file, and the dataset that they are together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from checks import Settings
from upheld.batch.copies import copies_to_originals
from upheld.batch.gathering import Gathered, Tell, Told, gather, path_to_job
from upheld.batch.job import Job, read_file
from upheld.batch.kept import bytes_to_outcomes
from upheld.batch.means import Means
from upheld.batch.outcome import Outcome
from upheld.files.chosen import EVERYTHING, Chosen
from upheld.files.walk import Walk
from upheld.work import here

if TYPE_CHECKING:
    from publish import Dataset
    from upheld.names.crosswalk import Edited


def say_nothing(_told: Told) -> None:
    """Tell nobody how far the batch is."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of a folder; `problems` are sentences about its crosswalk and its lists of sources."""

    walk: Walk
    outcomes: tuple[Outcome, ...]
    dataset: "Dataset"
    problems: tuple[str, ...]


def mark_copies(outcomes: Sequence[Outcome]) -> Iterator[Outcome]:
    """Of several copies of a report one counts, and the others name it."""
    copies = copies_to_originals(outcome.records for outcome in outcomes)
    for outcome in outcomes:
        report = outcome.records.report
        named = replace(report, same_as=copies.get(report.report_id, ""))
        yield replace(outcome, records=replace(outcome.records, report=named))


def gathered_to_batch(gathered: Gathered, edited: "Edited | None", means: Means) -> Batch:
    """What became of each report, by file and page, and their dataset; `edited` is a crosswalk handed back."""
    from upheld.assembled import assemble  # noqa: PLC0415  the processes that read have no need of what makes tables

    with means.stages.timed("putting together"):
        read = [outcome for kept in gathered.kept.values() for outcome in bytes_to_outcomes(kept)]
        read.sort(key=lambda outcome: (outcome.records.report.file, outcome.records.report.first_page or 0))
        outcomes = tuple(mark_copies(read))
        whole = assemble([outcome.records for outcome in outcomes], gathered.origins, edited.rows if edited else ())
    named = tuple(replace(outcome, records=records) for outcome, records in zip(outcomes, whole.reports, strict=True))
    return Batch(gathered.walk, named, whole.dataset, (*(edited.problems if edited else ()), *whole.problems, *gathered.problems))


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
    means = means or Means()
    return gathered_to_batch(gather(source, output, tell, chosen, means), edited, means)


def read_alone(path: Path, folder: Path) -> tuple[Outcome, ...]:
    """What becomes of one file of a folder, read in this process."""
    job = path_to_job(path, folder, Settings(), "", None)
    return bytes_to_outcomes(next(here(read_file, [job]))[1].kept) if isinstance(job, Job) else (job,)
