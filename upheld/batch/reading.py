"""One file -> the records of each report in it, or why there are none."""

from collections.abc import Iterator
from dataclasses import replace

import checks
import extract
import normalise
from schemas import Document, Records, Report, Status, UnreadableFileError, UnsupportedFormatError
from upheld.batch.job import Answer, Job
from upheld.batch.outcome import Failure, Outcome, error_to_message, failed, fault_to_message
from upheld.batch.wanted import Wanted
from upheld.identity import broken_promise, is_unchanged
from upheld.stages import Stages
from upheld.work import Note

NO_REPORT = "it holds papers of a meeting, and no complaint report was found among them"
TOO_MANY = "it has so many pages that they could not even be looked through in {:g} seconds; raise --timeout to read it"
CHANGED = "was changed or taken away while it was being read; run again when it is at rest"


def job_to_answer(job: Job, note: Note) -> Answer:
    """What becomes of one file, whatever it is: an outcome for each report in it."""
    stages = Stages()
    outcomes = tuple(job_to_outcomes(job, note, stages))
    if not is_unchanged(job.path, job.report.sha256):
        outcomes = (failed(job.report, Failure.UNREADABLE, CHANGED),)
    return Answer(outcomes, stages.seconds)


def job_to_outcomes(job: Job, note: Note, stages: Stages) -> list[Outcome]:
    """An outcome for each report, or one that says why there is none."""
    report = job.report
    try:
        report = replace(report, media_type=extract.media_type(job.path) or report.media_type)
        with extract.unlocked(job.path, job.password) as readable:
            return [Outcome(records) for records in read_pack(replace(job, path=readable, report=report), note, stages)]
    except UnsupportedFormatError as error:
        return [failed(report, Failure.UNSUPPORTED, error_to_message(error, job.path))]
    except UnreadableFileError as error:
        return [failed(report, Failure.UNREADABLE, error_to_message(error, job.path))]
    except MemoryError:
        return [failed(report, Failure.MEMORY, "reading it took more memory than there is")]
    except Exception as error:  # noqa: BLE001 - one report's fault must not end the run; it is told of by name
        return [failed(report, Failure.FAULT, fault_to_message(error))]


def read_pack(job: Job, note: Note, stages: Stages) -> Iterator[Records]:
    """The records of each report in a file, which mostly is one report."""
    with stages.timed("reading"):
        texts = page_texts(job, Wanted(job, note))
    found, wanted = normalise.pages_to_reports(texts), Wanted(job, note)
    if found is None:
        yield read_report(job, job.report, wanted, stages)
        return
    for pages in found:
        name = f"{job.report.report_id}-p{pages.start}"
        row = replace(job.report, report_id=name, first_page=pages.start, last_page=pages.stop - 1)
        yield read_report(job, row, wanted, stages)
    if not found:
        yield Records(replace(job.report, status=Status.NO_FIGURES, message=NO_REPORT))


def page_texts(job: Job, wanted: Wanted) -> list[str]:
    """The text of each page, read quickly."""
    texts = extract.page_texts(job.path, wanted.among(None))
    if wanted.late:
        raise UnreadableFileError(TOO_MANY.format(job.seconds))
    return texts


def read_report(job: Job, report: Report, wanted: Wanted, stages: Stages) -> Records:
    """The records of one report, checked; a wrong name is told of. Of a pack, those of the pages that the report's row names."""
    with stages.timed("reading"):
        document = read_document(job, report, wanted)
    with stages.timed("meaning"):
        records = normalise.read(document, replace(report, media_type=document.media_type))
    with stages.timed("checks"):
        records = checks.audit(records, job.settings)
    messages = (broken_promise(report.file, document.media_type), records.report.message)
    return replace(records, report=replace(records.report, message="; ".join(filter(None, messages))))


def read_document(job: Job, report: Report, wanted: Wanted) -> Document:
    """What is printed on the pages of a report; those that could not be read are gaps."""
    first, last = report.first_page, report.last_page
    try:
        document = extract.read(job.path, wanted.among(range(first, last + 1) if first and last else None))
    except UnreadableFileError as error:
        reasons = "; ".join(gap.reason for gap in wanted.gaps())
        raise UnreadableFileError(reasons) if reasons else error from error
    return replace(document, gaps=(*document.gaps, *wanted.gaps()))
