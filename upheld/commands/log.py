"""A run, report by report, for programs that watch over it: a JSON object a line. Here only, and in no dataset, stand times."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from schemas import Report, UpheldError
from upheld.batch import Failure, Told
from upheld.files.passing import real_path

Write = Callable[[Told], None]


@contextmanager
def logged(path: Path | None, folder: Path | str) -> Iterator[Write]:
    """What writes a file that is done into the log, at once; without a log nothing. An UpheldError if the log cannot be written there."""
    if path is None:
        yield lambda _told: None
        return
    if isinstance(folder, Path) and folder.is_dir() and real_path(path).is_relative_to(real_path(folder)):
        raise UpheldError(f"{path}: lies among the reports, where the log would be read as one; name a file elsewhere")
    try:
        file = path.open("w", encoding="utf-8", buffering=1)
    except OSError as error:
        raise UpheldError(f"{path}: cannot be written: {error.strerror}") from error
    with file:
        yield lambda told: write(told, file)


def write(told: Told, file: TextIO) -> None:
    """A line for each report in a file."""
    file.writelines(json.dumps(report_to_object(*row, told), ensure_ascii=False) + "\n" for row in told.reports)


def report_to_object(report: Report, failure: Failure | None, told: Told) -> dict[str, object]:
    """What is told of a report; `seconds` are those of its whole file, stage by stage."""
    return {
        "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "file": told.file,
        "report_id": report.report_id,
        "status": report.status,
        "failure": failure,
        "reason": report.message,
        "pages": report.pages,
        "figures": report.figures,
        "seconds": {stage: round(seconds, 3) for stage, seconds in told.seconds.items()},
    }
