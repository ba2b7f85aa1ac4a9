"""A folder of reports -> their records. A report that cannot be read is told of, and the others go on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from traceback import extract_tb

import checks
import extract
import normalise
from checks import Settings
from publish import Dataset
from schemas import Records, Report, Status, UnreadableFileError, UnsupportedFormatError, UpheldError
from upheld.assembled import assemble
from upheld.chosen import EVERYTHING, Chosen
from upheld.copies import copies_to_originals
from upheld.crosswalk import Edited
from upheld.identity import broken_promise, path_to_report, unopened_report
from upheld.passwords import Passwords, password_of
from upheld.sources import read_sources
from upheld.walk import Walk, walked


class Failure(StrEnum):
    """Why a file gave no records."""

    UNSUPPORTED = "no reader for its format"
    UNREADABLE = "cannot be read"
    FAULT = "a fault of upheld"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file."""

    records: Records
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of a folder; `problems` are sentences about its crosswalk and its lists of sources."""

    walk: Walk
    outcomes: tuple[Outcome, ...]
    dataset: Dataset
    problems: tuple[str, ...]


NO_REPORT = "it holds papers of a meeting, and no complaint report was found among them"

NOTHING_EDITED = Edited()

EVERY_RULE = Settings()

Tell = Callable[[str, int], None]


def say_nothing(_file: str, _total: int) -> None:
    """Tell nobody how far the batch is."""


def failed(report: Report, failure: Failure, message: str) -> Outcome:
    """The outcome of a file that gave no records."""
    return Outcome(Records(replace(report, status=Status.FAILED, message=message)), failure)


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


def read_document(path: Path, report: Report, settings: Settings) -> Records:
    """The records of one report, checked; a wrong name is told of. Of a pack, those of the pages that the report's row names."""
    first, last = report.first_page, report.last_page
    document = extract.read(path, range(first, last + 1) if first and last else None)
    records = checks.audit(normalise.read(document, replace(report, media_type=document.media_type)), settings)
    messages = (broken_promise(report.file, document.media_type), records.report.message)
    return replace(records, report=replace(records.report, message="; ".join(filter(None, messages))))


def read_pack(path: Path, report: Report, settings: Settings) -> list[Records]:
    """The records of each report in a file, which mostly is one report."""
    found = normalise.pages_to_reports(extract.page_texts(path))
    if found is None:
        return [read_document(path, report, settings)]
    rows = [
        replace(report, report_id=f"{report.report_id}-p{pages.start}", first_page=pages.start, last_page=pages.stop - 1) for pages in found
    ]
    return [read_document(path, row, settings) for row in rows] or [Records(replace(report, status=Status.NO_FIGURES, message=NO_REPORT))]


def read_report(path: Path, folder: Path, settings: Settings = EVERY_RULE, password: str = "") -> list[Outcome]:
    """What becomes of one file, whatever it is: an outcome for each report in it."""
    try:
        report = path_to_report(path, folder)
    except UnreadableFileError as error:
        return [failed(unopened_report(path, folder), Failure.UNREADABLE, error_to_message(error, path))]
    try:
        report = replace(report, media_type=extract.media_type(path) or report.media_type)
        with extract.unlocked(path, password) as readable:
            return [Outcome(records) for records in read_pack(readable, report, settings)]
    except UnsupportedFormatError as error:
        return [failed(report, Failure.UNSUPPORTED, error_to_message(error, path))]
    except UnreadableFileError as error:
        return [failed(report, Failure.UNREADABLE, error_to_message(error, path))]
    except Exception as error:  # noqa: BLE001 - one report's fault must not end the run; it is told of by name
        return [failed(report, Failure.FAULT, fault_to_message(error))]


def read_or_refuse(walk: Walk, path: Path, settings: Settings, password: str) -> list[Outcome]:
    """What becomes of one file of the input; a part of an archive may have been refused before."""
    if path in walk.refused:
        return [failed(unopened_report(path, walk.root(path)), Failure.UNREADABLE, walk.refused[path])]
    return read_report(path, walk.root(path), settings, password)


def mark_copies(outcomes: Sequence[Outcome]) -> Iterator[Outcome]:
    """Of several copies of a report one counts, and the others name it."""
    copies = copies_to_originals(outcome.records for outcome in outcomes)
    for outcome in outcomes:
        report = outcome.records.report
        named = replace(report, same_as=copies.get(report.report_id, ""))
        yield replace(outcome, records=replace(outcome.records, report=named))


def read_files(walk: Walk, tell: Tell, settings: Settings, passwords: Passwords) -> Iterator[Outcome]:
    """What becomes of each file, one after the other; `tell` hears of a file before it is read."""
    for path in walk.reports:
        name = walk.name(path)
        tell(name, len(walk.reports))
        yield from read_or_refuse(walk, path, settings, password_of(name, passwords))


def read_folder(
    source: Path, output: Path | None = None, tell: Tell = say_nothing, edited: Edited = NOTHING_EDITED, chosen: Chosen = EVERYTHING
) -> Batch:
    """Read every report of a folder, a zip file or a list of files.

    `output`, where the dataset will stand, is no report; `edited` is a crosswalk handed back; `chosen` says which files are read.
    """
    with walked(source, output, chosen) as walk:
        settings = checks.read_settings(walk.folder, {check.name for check in checks.CHECKS})
        outcomes = tuple(mark_copies(tuple(read_files(walk, tell, settings, chosen.passwords))))
        lists = [read_sources(path, walk.root(path), walk.names) for path in walk.sources]
    origins = [origin for found, _ in lists for origin in found]
    problems = tuple(problem for _, found in lists for problem in found)
    whole = assemble([outcome.records for outcome in outcomes], origins, edited.rows)
    named = tuple(replace(outcome, records=records) for outcome, records in zip(outcomes, whole.reports, strict=True))
    return Batch(walk, named, whole.dataset, (*edited.problems, *whole.problems, *problems))
