"""The tables of the dataset as data: TABLES says each column's type, its closed set and its keys; the rest of this package follows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_type_hints

import schemas
from publish.benchmark.printed import COUNTS, FURTHER_COUNTS, RATES, WORKED_OUT

BOX_DECIMALS = 2  # hundredths of a point: finer than any printer, coarse enough that two machines agree


class Kind(StrEnum):
    """What a column holds, in the words of Table Schema."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `codes` is its closed set if it has one, `decimals` to how many places its numbers are rounded (None: as they are)."""

    name: str
    kind: Kind = Kind.STRING
    codes: tuple[str, ...] = ()
    required: bool = False
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table; a link is a column and the table whose (one-column) key it names."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where and when a file of the input folder was got, as whoever collected it wrote down."""

    file: str
    url: str = ""
    date_got: str = ""
    council: str = ""


KINDS = {str: Kind.STRING, int: Kind.INTEGER, float: Kind.NUMBER, Decimal: Kind.NUMBER, bool: Kind.BOOLEAN, date: Kind.DATE}


def hint_to_column(name: str, hint: Any, *, required: bool) -> Column:  # noqa: ANN401 - a type hint has no type of its own
    """The column of a record's field: an enum is a closed set of strings, `| None` makes it optional."""
    (base,) = (part for part in get_args(hint) or (hint,) if part is not NoneType)
    codes = tuple(base) if issubclass(base, StrEnum) else ()
    kind = Kind.STRING if codes else KINDS[base]
    must = NoneType not in get_args(hint) and (bool(codes) or base is not str)
    return Column(name, kind, codes, required or must, BOX_DECIMALS if base is float else None)


def record_to_table(
    name: str,
    record: type[Any],
    key: tuple[str, ...] = (),
    links: tuple[tuple[str, str], ...] = (),
) -> Table:
    """The table that holds records of this class; its keys and its report must be filled."""
    hints = get_type_hints(record)
    required = {*key, "report_id"}
    columns = tuple(hint_to_column(column, hints[column], required=column in required) for column in schemas.columns(record))
    return Table(name, columns, key, links)


def measure_to_columns(measure: schemas.Measure) -> tuple[Column, ...]:
    """A measure of the benchmark: its value, its figure, where it was read and, of a rate, what counts give."""
    derived = (Column(f"{measure}_derived", Kind.NUMBER),) if measure in WORKED_OUT else ()
    source = Column(f"{measure}_source", codes=tuple(schemas.Source))
    return Column(measure.value, Kind.NUMBER), Column(f"{measure}_figure_id"), source, *derived


def measures_to_columns(*measures: schemas.Measure) -> tuple[Column, ...]:
    """The columns of several measures."""
    return tuple(column for measure in measures for column in measure_to_columns(measure))


BENCHMARK_KEY = "council_code", "regime", "service_id", "stage", "period_start", "period_end"
BENCHMARK = (
    Column("council_code", required=True),
    Column("regime", codes=tuple(schemas.Regime), required=True),
    Column("service_id", required=True),
    Column("stage", codes=tuple(schemas.Stage), required=True),
    Column("period_start", Kind.DATE, required=True),
    Column("period_end", Kind.DATE, required=True),
    *measures_to_columns(*COUNTS, schemas.Measure.AVERAGE_DAYS, *RATES),
    Column("caveats"),
    *measures_to_columns(*FURTHER_COUNTS, schemas.Measure.RATE_PER_1000),
    *(Column(f"{measure}_base") for measure in WORKED_OUT),
    Column("population", Kind.INTEGER),
    Column("population_year", Kind.INTEGER),
    Column("council"),
    Column("printed_names"),
    Column("needs_review", Kind.BOOLEAN, required=True),
    Column("report_id", required=True),
)

REPORT = ("report_id", "reports")

TABLES = (
    record_to_table("reports", schemas.Report, key=("report_id",), links=(("same_as", "reports"),)),
    record_to_table("figures", schemas.Figure, key=("figure_id",), links=(REPORT,)),
    record_to_table("commitments", schemas.Commitment, key=("commitment_id",), links=(REPORT, ("follows", "commitments"))),
    record_to_table("commentary", schemas.Comment, links=(REPORT,)),
    record_to_table("findings", schemas.Finding, key=("finding_id",), links=(REPORT,)),
    record_to_table(
        "revisions",
        schemas.Revision,
        key=("revision_id",),
        links=(("earlier_report_id", "reports"), ("later_report_id", "reports")),
    ),
    record_to_table("unread", schemas.Unread, links=(REPORT,)),
    record_to_table("services", schemas.Service),
    Table("benchmark", BENCHMARK, key=BENCHMARK_KEY, links=(REPORT,)),
    record_to_table("coverage", schemas.Coverage, key=("report_id", "check"), links=(REPORT,)),
    record_to_table("sources", Origin),
)
BY_NAME: Mapping[str, Table] = {table.name: table for table in TABLES}
