"""The reports of all files -> what they say together: some councils at a time, wherever a map of upheld.work runs it.

Whoever puts councils together makes the lines of their tables too, so that nothing is left but to write these in their order.
"""

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from checks import in_order
from normalise.crosswalk import REVIEWED, Handed
from normalise.services import known_names
from publish import Dataset, Lines, Origin, Rows, lines_to_dataset, records_to_rows, report_to_rows, rows_to_lines
from schemas import OF_A_REPORT, Revision
from upheld.assembled import Assembled, assemble
from upheld.batch.packed import Packed
from upheld.work import Lost, Mapped, Note, here

AT_ONCE = 10
"""Reports that are put together at once, unless one council has more: a tenth of a second, so that all cores end at about the same time."""
_LEVEL = 1
"""Of deflation, as of what is `kept`: the lines of a report wait for those of the reports before it."""

Deflated = Mapping[str, bytes]
"""Lines of several tables, by name, deflated."""


class Asked(NamedTuple):
    """All reports of some councils, and the rows of a crosswalk handed back that are of these."""

    reports: tuple[Packed, ...]
    handed: tuple[Handed, ...]


class Said(NamedTuple):
    """What they say: the lines of each report, those that are of no one report, and what is told of them.

    `counted`: the rows of each table; of `services` those that are `reviewed`, `decided` (whether or not that can be used), `doubtful`.
    """

    reports: tuple[Deflated, ...]
    shared: Deflated
    revisions: tuple[Revision, ...]
    counted: Counter[str]
    problems: tuple[str, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Whole:
    """What the reports of a run say; `problems` are sentences about the crosswalk that was handed back."""

    deflated: Sequence[Deflated]
    revisions: Sequence[Revision]
    origins: Sequence[Origin]
    counted: Counter[str]
    problems: tuple[str, ...]

    def lines(self) -> Iterator[Lines]:
        """The lines of the dataset, those of a table in their order."""
        yield from rows_to_lines(records_to_rows((), self.origins, (), self.revisions, ()))
        for tables in self.deflated:
            yield from ((table, zlib.decompress(lines)) for table, lines in tables.items())

    @property
    def dataset(self) -> Dataset:
        return lines_to_dataset(self.lines())


def make_ready(reports: int) -> None:
    """Import what writes, and load what so many reports need where they are put together in this process."""
    import publish.parquet  # noqa: F401, PLC0415  others have no need of it

    if reports <= AT_ONCE:
        known_names()


def put_together(reports: Sequence[Packed], handed: Iterable[Handed], origins: Sequence[Origin], mapped: Mapped) -> Whole:
    """What the reports, in reading order, say together."""
    rows: defaultdict[str, list[Handed]] = defaultdict(list)
    for row in handed:
        rows[row.name.council_code].append(row)
    groups = [*reports_to_groups(reports, rows)]
    asked = [
        Asked(tuple(reports[at] for at in places), tuple(chain.from_iterable(rows[council] for council in councils)))
        for councils, places in groups
    ]
    said = all_said(asked, mapped)
    places = chain.from_iterable(places for _, places in groups)
    printed = dict(zip(places, chain.from_iterable(one.reports for one in said), strict=True))
    return Whole(
        deflated=[*(one.shared for one in said), *(printed[at] for at in range(len(reports)))],
        revisions=in_order(chain.from_iterable(one.revisions for one in said)),
        origins=origins,
        counted=sum((one.counted for one in said), Counter()),
        problems=(*chain.from_iterable(one.problems for one in said), *left_out(sum(one.left_out for one in said))),
    )


def reports_to_groups(reports: Sequence[Packed], others: Iterable[str]) -> Iterator[tuple[list[str], list[int]]]:
    """Councils in their order, with the places of their reports: so many together as have reports enough; `others` may have none."""
    places: defaultdict[str, list[int]] = defaultdict(list, {council: [] for council in others})
    for at, packed in enumerate(reports):
        places[packed.report.council_code].append(at)
    councils: list[str] = []
    group: list[int] = []
    for council in sorted(places):
        councils.append(council)
        group += places[council]
        if len(group) >= AT_ONCE:
            yield councils, group
            councils, group = [], []
    if councils:
        yield councils, group


def left_out(number: int) -> Iterator[str]:
    """What is told of the rows of a crosswalk that say nothing of anything."""
    if number:
        yield f"rows of the crosswalk that nobody decided and whose names no report prints, left out: {number}"


def all_said(asked: Sequence[Asked], mapped: Mapped) -> list[Said]:
    """What the reports of all groups say. What ends a process of the map is done in this one, and so is a single group."""
    answers = mapped(asked_to_said, asked) if len(asked) > 1 else ()
    said = {number: answer for number, answer in answers if not isinstance(answer, Lost)}
    missing = [number for number in range(len(asked)) if number not in said]
    said |= {missing[at]: answer for at, answer in here(asked_to_said, [asked[number] for number in missing])}
    return [said[number] for number in range(len(asked))]


def asked_to_said(asked: Asked, _note: Note) -> Said:
    """What the reports of some councils say together."""
    whole = assemble([packed.records() for packed in asked.reports], asked.handed)
    return Said(
        reports=tuple(rows_to_deflated(report_to_rows(records)) for records in whole.reports),
        shared=rows_to_deflated(records_to_rows((), (), whole.services, (), whole.benchmark)),
        revisions=whole.revisions,
        counted=Counter(dict(assembled_to_counts(whole))),
        problems=whole.problems,
        left_out=whole.left_out,
    )


def rows_to_deflated(rows: Iterable[Rows]) -> Deflated:
    """The lines of rows, a table at most once."""
    return {table: zlib.compress(lines, _LEVEL) for table, lines in rows_to_lines(rows)}


def assembled_to_counts(whole: Assembled) -> Iterator[tuple[str, int]]:
    """What is counted of it."""
    for table in OF_A_REPORT:
        yield table, sum(len(getattr(records, table)) for records in whole.reports)
    yield "services", len(whole.services)
    yield "reviewed", sum(row.method == REVIEWED for row in whole.services)
    yield "decided", sum(row.method.startswith(REVIEWED) for row in whole.services)
    yield "doubtful", sum(row.needs_review for row in whole.services)
