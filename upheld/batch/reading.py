"""One file -> the records of each report in it, or why there are none."""

from collections.abc import Iterator
from dataclasses import replace

import spacy.tokenizer  # noqa: F401  with the readers, before processes are forked from this: else each would import it anew

import checks
import extract
import normalise
from schemas import Records, Report, Status, UnreadableFileError, UnsupportedFormatError
from upheld.batch.job import Answer, Job
from upheld.batch.kept import outcomes_to_bytes
from upheld.batch.outcome import Failure, Outcome, error_to_message, failed, fault_to_message
from upheld.batch.printed import Printed
from upheld.batch.stages import Stages
from upheld.files.identity import broken_promise, is_unchanged
from upheld.work import Note, rubbish  # noqa: F401

NO_REPORT = "it holds papers of a meeting, and no complaint report was found among them"
CHANGED = "was changed or taken away while it was being read; run again when it is at rest"


def job_to_answer(job: Job, note: Note) -> Answer:
    """What becomes of one file, whatever it is: an outcome for each report in it."""
    stages, printed = Stages(), Printed(job, note)
    outcomes = job_to_outcomes(job, printed, stages)
    lasts = is_unchanged(job.path, job.report.sha256)
    if not lasts:
        outcomes = [failed(job.report, Failure.UNREADABLE, CHANGED)]
    is_read = any(outcome.failure is None for outcome in outcomes)
    return Answer(outcomes_to_bytes(outcomes), printed.kept(), stages.seconds, is_read=is_read, limited=printed.limited, lasts=lasts)


def job_to_outcomes(job: Job, printed: Printed, stages: Stages) -> list[Outcome]:
    """An outcome for each report, or one that says why there is none."""
    report = job.report
    try:
        report = replace(report, media_type=extract.media_type(job.path) or report.media_type)
        return [Outcome(records) for records in read_pack(replace(job, report=report), printed, stages)]
    except UnsupportedFormatError as error:
        return [failed(report, Failure.UNSUPPORTED, error_to_message(error, job.path))]
    except UnreadableFileError as error:
        return [failed(report, Failure.UNREADABLE, error_to_message(error, job.path))]
    except MemoryError:
        return [failed(report, Failure.MEMORY, "reading it took more memory than there is")]
    except Exception as error:  # noqa: BLE001 - one report's fault must not end the run; it is told of by name
        return [failed(report, Failure.FAULT, fault_to_message(error))]


def read_pack(job: Job, printed: Printed, stages: Stages) -> Iterator[Records]:
    """The records of each report in a file, which mostly is one report."""
    with stages.timed("reading"):
        texts = printed.texts()
    found = normalise.pages_to_reports(texts)
    if found is None:
        yield read_report(job, job.report, printed, stages)
        return
    for pages in found:
        name = f"{job.report.report_id}-p{pages.start}"
        row = replace(job.report, report_id=name, first_page=pages.start, last_page=pages.stop - 1)
        yield read_report(job, row, printed, stages)
    if not found:
        yield Records(replace(job.report, status=Status.NO_FIGURES, message=NO_REPORT))


def read_report(job: Job, report: Report, printed: Printed, stages: Stages) -> Records:
    """The records of one report, checked; a wrong name is told of. Of a pack, those of the pages that the report's row names."""
    first, last = report.first_page, report.last_page
    with stages.timed("reading"):
        document = printed.document(range(first, last + 1) if first and last else None)
    with stages.timed("meaning"):
        records = normalise.read(document, replace(report, media_type=document.media_type))
    with stages.timed("checks"):
        records = checks.audit(records, job.settings)
    messages = (broken_promise(report.file, document.media_type), records.report.message)
    return replace(records, report=replace(records.report, message="; ".join(filter(None, messages))))
