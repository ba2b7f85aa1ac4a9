"""The records of all reports -> the dataset that they are together: what one report alone cannot say is worked out here.

Reports are gone through one after the other, and by council, since what one council's reports say has no bearing on another's: all together
they may be more than the memory holds. What is kept of them is small: names, ties, and the rows of the benchmark.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol

import checks
import normalise
from normalise.crosswalk import Handed, Name, build, row_to_name, with_ids
from normalise.services import known_names
from publish import BenchmarkRow, Dataset, Origin, Rows, records_to_benchmark, records_to_rows, rows_to_dataset
from schemas import OF_A_REPORT, Records, Revision, Service


class Reports(Protocol):
    """Reports in reading order, which may be gone through again and again."""

    def __iter__(self) -> Iterator[Records]:
        """One after the other."""

    def __getitem__(self, at: int, /) -> Records:
        """The one at a place of the order."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was kept of the reports when they were gone through: ties of names, how many rows there are, and which are a council's."""

    ties: list[tuple[Name, Name]] = field(default_factory=list)
    sizes: Counter[str] = field(default_factory=Counter)
    councils: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def listen(self, reports: Reports) -> Iterator[Records]:
        """The reports one after the other, for others to listen, too."""
        for at, records in enumerate(reports):
            self.ties.extend((row_to_name(one), row_to_name(other)) for one, other in checks.tied_figures(records.figures))
            self.sizes.update({table: len(getattr(records, table)) for table in OF_A_REPORT})
            self.councils[records.report.council_code].append(at)
            yield records


@dataclass(frozen=True)
class Assembled:
    """The reports in their order, what the others say of each (`ids` of names, commitments `followed`), and what is of no one.

    `sizes`: how many rows the reports have, by table; `problems`: a sentence for each decision that could not be used.
    """

    reports: Reports
    ids: Mapping[Name, str]
    followed: Mapping[str, str]
    origins: tuple[Origin, ...]
    services: tuple[Service, ...]
    revisions: tuple[Revision, ...]
    benchmark: tuple[BenchmarkRow, ...]
    sizes: Counter[str]
    problems: tuple[str, ...]

    def rows(self) -> Iterator[Rows]:
        """The rows of the dataset."""
        whole = (with_follows(with_ids(records, self.ids), self.followed) for records in self.reports)
        return records_to_rows(whole, self.origins, self.services, self.revisions, self.benchmark)

    @cached_property
    def dataset(self) -> Dataset:
        return rows_to_dataset(self.rows())


def make_ready() -> None:
    """Have at hand what `assemble` would otherwise be waiting for: to be called while others are still at work."""
    known_names()


def assemble(reports: Reports, origins: Iterable[Origin], handed: Sequence[Handed] = ()) -> Assembled:
    """The dataset of these reports; `handed` are the rows of an edited crosswalk."""
    heard = Heard()
    crosswalk = build(heard.listen(reports), heard.ties, handed)
    doubted: defaultdict[str, list[Service]] = defaultdict(list)
    for row in crosswalk.rows:
        doubted[row.council_code].append(row)
    followed: dict[str, str] = {}
    revisions: list[Revision] = []
    benchmark: list[BenchmarkRow] = []
    for council, places in sorted(heard.councils.items()):
        named = (with_ids(reports[at], crosswalk.ids) for at in places)
        own = list(checks.follow(named)) if council else []  # whose a report is must be known to compare it
        said = checks.revisions(own)
        revisions += said
        benchmark += records_to_benchmark(own, doubted[council], normalise.populations(), said)
        followed |= {one.commitment_id: one.follows for records in own for one in records.commitments if one.follows}
    return Assembled(
        reports=reports,
        ids=crosswalk.ids,
        followed=followed,
        origins=tuple(origins),
        services=crosswalk.rows,
        revisions=tuple(checks.in_order(revisions)),
        benchmark=tuple(benchmark),
        sizes=heard.sizes,
        problems=crosswalk.problems,
    )


def with_follows(records: Records, followed: Mapping[str, str]) -> Records:
    """The report, each commitment with the earlier one that it carries on."""
    linked = (replace(one, follows=followed.get(one.commitment_id, "")) for one in records.commitments)
    return replace(records, commitments=tuple(linked))
