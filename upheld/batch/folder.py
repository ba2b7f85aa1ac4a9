"""A folder of reports -> what became of each file, and the dataset that they are together."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checks import Settings
from schemas import Report
from upheld.batch.gathering import Gathered, Tell, Told, gather, path_to_job
from upheld.batch.job import Job, read_file
from upheld.batch.kept import bytes_to_outcomes
from upheld.batch.means import Means
from upheld.batch.outcome import Failure, Outcome
from upheld.batch.packed import kept_to_packed
from upheld.files.chosen import EVERYTHING, Chosen
from upheld.files.walk import Walk
from upheld.work import here

if TYPE_CHECKING:
    from publish import Dataset
    from upheld.batch.together import Whole
    from upheld.names.crosswalk import Edited


def say_nothing(_told: Told) -> None:
    """Tell nobody how far the batch is."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of a folder; `problems` are sentences about its crosswalk and its lists of sources.

    `reports` are the rows with why one could not be read, in the order of files and pages; `whole` is all that they say.
    """

    walk: Walk
    reports: tuple[tuple[Report, Failure | None], ...]
    whole: "Whole"
    problems: tuple[str, ...]

    @property
    def dataset(self) -> "Dataset":
        return self.whole.dataset


def gathered_to_batch(gathered: Gathered, edited: "Edited | None", means: Means) -> Batch:
    """What became of each report, and their dataset; `edited` is a crosswalk handed back."""
    from upheld.batch.together import put_together  # noqa: PLC0415  the processes that read have no need of what makes tables

    with means.stages.timed("putting together"):
        packed = kept_to_packed(gathered.kept)
        whole = put_together(packed, edited.rows if edited else (), gathered.origins, means.mapped)
    reports = tuple((one.report, one.failure) for one in packed)
    return Batch(gathered.walk, reports, whole, (*(edited.problems if edited else ()), *whole.problems, *gathered.problems))


def read_folder(  # noqa: PLR0913 - each of them a run may do without
    source: Path | str,
    output: Path | None = None,
    tell: Tell = say_nothing,
    edited: "Edited | None" = None,
    chosen: Chosen = EVERYTHING,
    *,
    means: Means | None = None,
) -> Batch:
    """Read every report of a folder, a zip file, a list of files or an address.

    `output`, where the dataset will stand, is no report; `edited` is a crosswalk handed back; `chosen` says which files are read; without
    `means` all are read in this process.
    """
    means = means or Means()
    return gathered_to_batch(gather(source, output, tell, chosen, means), edited, means)


def read_alone(path: Path, folder: Path) -> tuple[Outcome, ...]:
    """What becomes of one file of a folder, read in this process."""
    job = path_to_job(path, folder, Settings(), "", None)
    return bytes_to_outcomes(next(here(read_file, [job]))[1].kept) if isinstance(job, Job) else (job,)
