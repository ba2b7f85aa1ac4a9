"""What can become of a file, and the words for it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from traceback import extract_tb

from schemas import Records, Report, Status, UpheldError
from upheld.work import Limits, Loss, Lost


class Failure(StrEnum):
    """Why a file gave no records."""

    UNSUPPORTED = "no reader for its format"
    UNREADABLE = "cannot be read"
    TIME = "took too long"
    MEMORY = "took too much memory"
    CRASH = "crashed its reader"
    FAULT = "a fault of upheld"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one report; a file mostly is one."""

    records: Records
    failure: Failure | None = None


FAILURES = {Loss.TIME: Failure.TIME, Loss.MEMORY: Failure.MEMORY, Loss.CRASH: Failure.CRASH}


def failed(report: Report, failure: Failure, message: str) -> Outcome:
    """The outcome of a file that gave no records."""
    return Outcome(Records(replace(report, status=Status.FAILED, message=message)), failure)


def lost_to_message(lost: Lost, limits: Limits) -> str:
    """Why a file, or a page of it, could not be read, and what may help."""
    match lost.loss:
        case Loss.TIME:
            return f"reading it took more than {limits.seconds:g} seconds; raise the limit with --timeout if it is worth it"
        case Loss.MEMORY:
            return f"reading it took more than {limits.megabytes:,} MB of memory; raise the limit with --memory if it is worth it"
        case Loss.CRASH:
            return f"reading it crashed the reader ({lost.ending}); it is probably damaged: get it again from its source"


def error_to_message(error: UpheldError, path: Path) -> str:
    """What is wrong with a file, without its name, which stands beside the message in `reports`, and without a path of this machine."""
    return str(error).removeprefix(f"{path}: ").removeprefix(f"{path.name}: ").replace(str(path), path.name)


def fault_to_message(error: Exception) -> str:
    """Which exception, and where. The words of a foreign one stay out: they may hold paths and addresses of this machine."""
    if isinstance(error, UpheldError):
        return f"a fault of upheld, please report it: {error}"
    frame = extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).parent.name}/{Path(frame.filename).name}, line {frame.lineno}"
    return f"a fault of upheld, please report it: {type(error).__name__} in {place}"
