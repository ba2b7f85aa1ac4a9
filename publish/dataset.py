"""Records of many reports -> one Dataset: a DataFrame for each table of the contract."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite
from operator import attrgetter
from types import MappingProxyType
from typing import Any

import pandas as pd

from publish.benchmark import BenchmarkRow, Populations, records_to_benchmark
from publish.schema import TABLES, Column, Kind, Origin, Table
from schemas import OF_A_REPORT, Records, Revision, Service

DTYPES: dict[Kind, Any] = {
    Kind.STRING: "string",
    Kind.INTEGER: "Int64",
    Kind.NUMBER: "Float64",
    Kind.BOOLEAN: "boolean",
    Kind.DATE: "string",
}


Rows = tuple[str, Sequence[object]]
"""The name of a table, and further rows of it."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """The tables of one run. Empty is NA everywhere, dates are ISO strings, and the columns are those of the contract in its order."""

    reports: pd.DataFrame
    figures: pd.DataFrame
    commitments: pd.DataFrame
    commentary: pd.DataFrame
    findings: pd.DataFrame
    revisions: pd.DataFrame
    unread: pd.DataFrame
    services: pd.DataFrame
    benchmark: pd.DataFrame
    coverage: pd.DataFrame
    sources: pd.DataFrame


def text_to_cell(text: str) -> str | None:
    """The text as UTF-8 can hold it: a lone surrogate (a PDF may map a glyph to one) is spelled out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8") or None


def number_to_cell(number: float, decimals: int | None) -> float | None:
    """The number as a double, which holds 15 digits exactly: more than any report prints. Minus nought is nought."""
    if not isfinite(number):
        return None
    return (number if decimals is None else round(number, decimals)) + 0.0


def value_to_cell(value: object, column: Column) -> object:
    """A field of a record as the frame holds it."""
    match value:
        case None:
            return None
        case str():
            return text_to_cell(value)
        case date():
            return value.isoformat()
        case _ if column.kind is Kind.NUMBER:
            return number_to_cell(float(str(value)), column.decimals)
    return value


def rows_to_frame(rows: Sequence[object], table: Table) -> pd.DataFrame:
    """The rows in their order, one typed column for each of the table's, so that an empty table has its types too."""
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
        yield "reports", [each.report]
        yield from ((name, getattr(each, name)) for name in OF_A_REPORT)


def rows_to_dataset(rows: Iterable[Rows]) -> Dataset:
    """The frames of all tables."""
    found: dict[str, list[object]] = {table.name: [] for table in TABLES}
    for name, more in rows:
        found[name] += more
    return Dataset(**{table.name: rows_to_frame(found[table.name], table) for table in TABLES})
