"""The records of all reports of some councils -> what they are together: what one report alone cannot say is worked out here.

What one council's reports say has no bearing on another's, so that councils may be put together one after the other, or side by side; but
of a council all reports must be there.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import checks
import normalise
from normalise.crosswalk import Handed, build, row_to_name, with_ids
from publish import BenchmarkRow, Origin, Rows, records_to_benchmark, records_to_rows
from schemas import Records, Revision, Service


@dataclass(frozen=True, slots=True)
class Assembled:
    """The reports in their order, with the ids of their names and what their commitments follow; and the rows that are of no one of them.

    `problems`: a sentence for each handed row that could not be used; `left_out`: how many more are left out.
    """

    reports: tuple[Records, ...]
    services: tuple[Service, ...]
    revisions: tuple[Revision, ...]
    benchmark: tuple[BenchmarkRow, ...]
    problems: tuple[str, ...]
    left_out: int

    def rows(self, origins: Sequence[Origin]) -> Iterator[Rows]:
        """The rows of the dataset that these reports are alone."""
        return records_to_rows(self.reports, origins, self.services, self.revisions, self.benchmark)


def assemble(reports: Sequence[Records], handed: Sequence[Handed] = ()) -> Assembled:
    """What these reports, in reading order, say together; `handed` are the rows of an edited crosswalk that are of their councils."""
    ties = [(row_to_name(one), row_to_name(other)) for each in reports for one, other in checks.tied_figures(each.figures)]
    crosswalk = build(reports, ties, handed)
    doubted: defaultdict[str, list[Service]] = defaultdict(list)
    for row in crosswalk.rows:
        doubted[row.council_code].append(row)
    linked = [with_ids(each, crosswalk.ids) for each in reports]
    councils: defaultdict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(reports):
        councils[each.report.council_code].append(at)
    revisions: list[Revision] = []
    benchmark: list[BenchmarkRow] = []
    for council, places in sorted(councils.items()):
        own = [linked[at] for at in places]
        if council:  # whose a report is must be known to compare it
            own = list(checks.follow(own))
            for at, each in zip(places, own, strict=True):
                linked[at] = each
        said = checks.revisions(own)
        revisions += said
        benchmark += records_to_benchmark(own, doubted[council], normalise.populations(), said)
    return Assembled(
        reports=tuple(linked),
        services=crosswalk.rows,
        revisions=tuple(checks.in_order(revisions)),
        benchmark=tuple(benchmark),
        problems=crosswalk.problems,
        left_out=crosswalk.left_out,
    )
