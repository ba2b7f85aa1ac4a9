"""A file to read, and what comes of it: what passes between the program and the processes that read for it.

The readers are imported only where a file is read: the program that waits for them has no need of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from checks import Settings
from schemas import Report
from upheld.batch.outcome import Outcome
from upheld.work import Note


@dataclass(frozen=True, slots=True)
class Skipped:
    """Pages that are not read, and why."""

    pages: range
    reason: str


@dataclass(frozen=True, slots=True)
class Job:
    """A file, its row so far, the settings of the checks, its password if it has one, and the seconds after which no page is begun."""

    path: Path
    report: Report
    settings: Settings
    password: str = field(default="", repr=False)
    seconds: float | None = None
    skipped: Skipped | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a file: an outcome for each report in it, and the seconds that each stage took."""

    outcomes: tuple[Outcome, ...]
    seconds: Mapping[str, float] = field(default_factory=dict)


def read_file(job: Job, note: Note) -> Answer:
    """What becomes of one file, whatever it is."""
    from upheld.batch.reading import job_to_answer  # noqa: PLC0415  see above

    return job_to_answer(job, note)
