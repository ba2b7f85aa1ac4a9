"""What the files of an input say, unpacked report by report whenever it is asked for: together it may be more than the memory holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from schemas import Records, Report
from upheld.batch.copies import copies_to_originals, may_be_copies
from upheld.batch.kept import bytes_to_outcomes, bytes_to_reports
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
        return replace(bytes_to_outcomes(self.kept)[self.place].records, report=self.report)


class PackedReports:
    """The reports of all files, by file and page; of several copies of a report one counts, and the others name it."""

    def __init__(self, kept: Mapping[str, bytes]) -> None:
        """Of all reports the rows are looked at, of those that may be copies the figures too."""
        found = [Packed(*row, each, place) for each in kept.values() for place, row in enumerate(bytes_to_reports(each))]
        found.sort(key=lambda one: (one.report.file, one.report.first_page or 0))
        copies: dict[str, str] = {}
        for places in may_be_copies([one.report for one in found]):
            copies |= copies_to_originals(found[at].records() for at in places)
        self.all = [replace(one, report=replace(one.report, same_as=copies.get(one.report.report_id, ""))) for one in found]

    def __iter__(self) -> Iterator[Records]:
        """One after the other."""
        return (one.records() for one in self.all)

    def __getitem__(self, at: int, /) -> Records:
        """The one at a place of the order."""
        return self.all[at].records()
