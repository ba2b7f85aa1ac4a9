"""What became of a file, and what is printed in it, as bytes that travel between processes and lie in the cache."""

import json
import zlib
from collections.abc import Mapping, Sequence

from schemas import DatasetError, Records, Report
from schemas.stored_records import json_to_records, json_to_report, records_to_json
from upheld.batch.outcome import Failure, Outcome

_LEVEL = 1
"""Of deflation: a tenth of the size at a tenth of the time that the best takes for little more."""


def outcomes_to_bytes(outcomes: Sequence[Outcome]) -> bytes:
    """A line for the failures, and a line of records for each outcome."""
    failures = json.dumps([outcome.failure for outcome in outcomes])
    return _pack([failures, *(records_to_json(outcome.records) for outcome in outcomes)])


def bytes_to_outcomes(kept: bytes) -> tuple[Outcome, ...]:
    """The outcomes that were kept."""
    failures, *records = _unpack(kept)
    return tuple(Outcome(json_to_records(line), failure) for line, failure in zip(records, _told(failures), strict=True))


def bytes_to_records(kept: bytes, place: int) -> Records:
    """The records of one of the reports, by its place among them."""
    return json_to_records(_unpack(kept)[1 + place])


def _told(failures: str) -> list[Failure | None]:
    return [Failure(failure) if failure else None for failure in json.loads(failures)]


def bytes_to_reports(kept: bytes) -> tuple[tuple[Report, Failure | None], ...]:
    """The rows of the reports alone, and why one could not be read: a moment's work, where all that it says is much."""
    failures, *records = _unpack(kept)
    return tuple((json_to_report(line), failure) for line, failure in zip(records, _told(failures), strict=True))


def is_whole(kept: bytes) -> bool:
    """Whether no disk has spoilt what was kept."""
    try:
        _unpack(kept)
    except DatasetError:
        return False
    return True


def printed_to_bytes(texts: Sequence[str], documents: Mapping[str, str]) -> bytes:
    """The texts of the pages, and a line for each stored Document; the documents are told apart by the pages they are of."""
    return _pack([json.dumps([list(texts), list(documents)]), *documents.values()])


def bytes_to_printed(kept: bytes) -> tuple[list[str], dict[str, str]]:
    """The texts and the documents that were kept."""
    head, *documents = _unpack(kept)
    texts, names = json.loads(head)
    return texts, dict(zip(names, documents, strict=True))


def _pack(lines: Sequence[str]) -> bytes:
    r"""JSON knows no raw line break, so `\n` parts the lines."""
    return zlib.compress("\n".join(lines).encode("utf-8", "surrogatepass"), _LEVEL)


def _unpack(kept: bytes) -> list[str]:
    """Raises `DatasetError` for bytes that a disk has spoilt."""
    try:
        return zlib.decompress(kept).decode("utf-8", "surrogatepass").split("\n")
    except zlib.error as error:
        raise DatasetError(f"what was kept is damaged ({error}); read the report again") from error
