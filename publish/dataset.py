"""Records of many reports -> one Dataset: a DataFrame for each table of the contract."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from publish.benchmark import BenchmarkRow, Populations, records_to_benchmark
from publish.lines import Rows, value_to_cell
from publish.schema import TABLES, Kind, Origin, Table
from schemas import OF_A_REPORT, Records, Revision, Service

if TYPE_CHECKING:
    import pandas as pd

DTYPES: dict[Kind, Any] = {
    Kind.STRING: "string",
    Kind.INTEGER: "Int64",
    Kind.NUMBER: "Float64",
    Kind.BOOLEAN: "boolean",
    Kind.DATE: "string",
}


@dataclass(frozen=True, slots=True)
class Dataset:
    """The tables of one run. Empty is NA everywhere, dates are ISO strings, and the columns are those of the contract in its order."""

    reports: "pd.DataFrame"
    figures: "pd.DataFrame"
    commitments: "pd.DataFrame"
    commentary: "pd.DataFrame"
    findings: "pd.DataFrame"
    revisions: "pd.DataFrame"
    unread: "pd.DataFrame"
    services: "pd.DataFrame"
    benchmark: "pd.DataFrame"
    coverage: "pd.DataFrame"
    sources: "pd.DataFrame"


def rows_to_frame(rows: Sequence[object], table: Table) -> "pd.DataFrame":
    """The rows in their order, one typed column for each of the table's, so that an empty table has its types too."""
    import pandas as pd  # noqa: PLC0415  who only writes lines has no need of it

    cells = {
        column.name: pd.array([value_to_cell(getattr(row, column.name), column) for row in rows], dtype=DTYPES[column.kind])
        for column in table.columns
    }
    return pd.DataFrame(cells)


def in_reading_order(records: Iterable[Records]) -> list[Records]:
    """By file, then page of the file; what one report says stays in the order in which it was read."""
    return sorted(records, key=lambda each: (each.report.file, each.report.first_page or 0, each.report.report_id))


def records_to_dataset(
    records: Iterable[Records],
    sources: Iterable[Origin] = (),
    services: Iterable[Service] = (),
    populations: Populations = MappingProxyType({}),
    revisions: Iterable[Revision] = (),
) -> Dataset:
    """The dataset of these reports, the same whatever the order in which they come."""
    ordered, crosswalk, revised = in_reading_order(records), tuple(services), tuple(revisions)
    benchmark = records_to_benchmark(ordered, crosswalk, populations, revised)
    return rows_to_dataset(records_to_rows(ordered, sources, crosswalk, revised, benchmark))


def records_to_rows(
    ordered: Iterable[Records],
    sources: Iterable[Origin],
    services: Iterable[Service],
    revisions: Iterable[Revision],
    benchmark: Iterable[BenchmarkRow],
) -> Iterator[Rows]:
    """The rows of a dataset, those of a table in their order; `ordered` are the reports in reading order."""
    yield "sources", sorted(sources, key=attrgetter("file", "url", "date_got", "council"))
    yield "services", sorted(services, key=attrgetter("council_code", "directorate", "service"))
    yield "benchmark", list(benchmark)
    yield "revisions", list(revisions)
    for each in ordered:
        yield from report_to_rows(each)


def report_to_rows(records: Records) -> Iterator[Rows]:
    """The rows that are of one report."""
    yield "reports", [records.report]
    yield from ((name, getattr(records, name)) for name in OF_A_REPORT)


def rows_to_dataset(rows: Iterable[Rows]) -> Dataset:
    """The frames of all tables."""
    found: dict[str, list[object]] = {table.name: [] for table in TABLES}
    for name, more in rows:
        found[name] += more
    return Dataset(**{table.name: rows_to_frame(found[table.name], table) for table in TABLES})
