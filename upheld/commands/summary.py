"""Batch -> what a person is told at the end."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from schemas import Status
from upheld.batch import Batch, Failure

TOLD = 10  # failures, and problems of lists, told one by one; all failures stand in reports.csv


class Summary(NamedTuple):
    """What was counted, sentences about what failed or is wrong, and the exit status."""

    counts: list[tuple[str, int]]
    notes: list[str]
    status: int


def batch_to_summary(batch: Batch) -> Summary:
    """All that is told of a batch."""
    return Summary(list(batch_to_counts(batch)), list(batch_to_notes(batch)), batch_to_status(batch))


def summary_to_json(summary: Summary) -> str:
    """A summary as it is kept for a run that finds everything unchanged."""
    return json.dumps(summary)


def json_to_summary(kept: str) -> Summary:
    """The summary that was kept."""
    return Summary(*json.loads(kept))


def batch_to_counts(batch: Batch) -> Iterator[tuple[str, int]]:
    """What was counted, line by line; a line that would say nought stands only where nought is news."""
    status = Counter(report.status for report, _ in batch.reports)
    failures = Counter(failure for _, failure in batch.reports if failure)
    yield "reports read", len(batch.reports) - status[Status.FAILED]
    for name, told in ((Status.PARTIAL, "of these in part"), (Status.NO_FIGURES, "of these without figures")):
        if status[name]:
            yield told, status[name]
    for table in ("figures", "commitments", "findings", "unread"):
        yield table, batch.whole.counted[table]
    yield "names of services", batch.whole.counted["services"]
    if batch.whole.counted["reviewed"]:
        yield "of these reviewed", batch.whole.counted["reviewed"]
    yield "of these to be reviewed", batch.whole.counted["doubtful"]
    for failure in Failure:
        if failures[failure]:
            yield f"failed: {failure}", failures[failure]
    for reason, number in sorted(batch.walk.passed_over.items()):
        yield f"passed over: {reason}", number


def batch_to_notes(batch: Batch) -> Iterator[str]:
    """A sentence for each file that failed, as far as they can be told here, and for what is wrong with the lists handed in."""
    failed = [report for report, failure in batch.reports if failure]
    yield from (f"{report.file}: {report.message}" for report in failed[:TOLD])
    if len(failed) > TOLD:
        yield f"and {len(failed) - TOLD} more, see reports.csv"
    yield from batch.problems[:TOLD]
    if len(batch.problems) > TOLD:
        yield f"and {len(batch.problems) - TOLD} more in the lists handed in"


def changes_to_notes(changes: Sequence[str]) -> Iterator[str]:
    """What is said of the last run, as far as it can be told here."""
    yield from changes[:TOLD]
    if len(changes) > TOLD:
        yield f"and {len(changes) - TOLD} more that are gone or give fewer figures than in the last run"


def batch_to_status(batch: Batch) -> int:
    """The exit status: 1 if a report that should have been read was not."""
    return int(any(failure not in (None, Failure.UNSUPPORTED) for _, failure in batch.reports))
