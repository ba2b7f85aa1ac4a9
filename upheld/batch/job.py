"""A file to read, and what comes of it: what passes between the program and the processes that read for it.

The readers are imported only where a file is read: the program that waits for them has no need of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from checks import Settings
from schemas import Report
from upheld.work import Note


@dataclass(frozen=True, slots=True)
class Skipped:
    """Pages that are not read, and why."""

    pages: range
    reason: str


@dataclass(frozen=True, slots=True)
class Job:
    """A file, its row so far, the settings of the checks, and its password if it has one.

    `seconds` of the processor after which no page is begun; `reading` is what is printed in it, if it was read before.
    """

    path: Path
    report: Report
    settings: Settings
    password: str = field(default="", repr=False)
    seconds: float | None = None
    skipped: Skipped | None = None
    reading: bytes | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a file, as `kept` writes it; what is printed in it, if it was read just now; the seconds that each stage took.

    `is_read`: a report of it gave records. `limited`: it met a limit, and another limit may give more. `lasts`: it is what the file says,
    which was not changed meanwhile.
    """

    kept: bytes
    reading: bytes | None = None
    seconds: Mapping[str, float] = field(default_factory=dict)
    is_read: bool = True
    limited: bool = False
    lasts: bool = True


def read_file(job: Job, note: Note) -> Answer:
    """What becomes of one file, whatever it is."""
    from upheld.batch.reading import job_to_answer  # noqa: PLC0415  see above

    return job_to_answer(job, note)
