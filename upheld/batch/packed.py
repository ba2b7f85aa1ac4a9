"""What the files of an input say, report by report; it stays packed, since together it may be more than the memory holds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from schemas import Records, Report
from upheld.batch.copies import copies_to_originals, may_be_copies
from upheld.batch.kept import bytes_to_records, bytes_to_reports
from upheld.batch.outcome import Failure


@dataclass(frozen=True, slots=True)
class Packed:
    """A report in what was kept of a file: its row so far, why it could not be read, and the place of its records."""

    report: Report
    failure: Failure | None
    kept: bytes
    place: int

    def records(self) -> Records:
        """All that it says."""
        return replace(bytes_to_records(self.kept, self.place), report=self.report)


def kept_to_packed(kept: Mapping[str, bytes]) -> list[Packed]:
    """The reports of all files, by file and page; of several copies of a report one counts, and the others name it.

    Of all reports the rows are looked at, of those that may be copies the figures too.
    """
    found = [Packed(*row, each, place) for each in kept.values() for place, row in enumerate(bytes_to_reports(each))]
    found.sort(key=lambda one: (one.report.file, one.report.first_page or 0))
    copies: dict[str, str] = {}
    for places in may_be_copies([one.report for one in found]):
        copies |= copies_to_originals(found[at].records() for at in places)
    return [replace(one, report=replace(one.report, same_as=copies.get(one.report.report_id, ""))) for one in found]
