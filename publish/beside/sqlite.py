"""The dataset as one SQLite file: typed tables with their keys, indexes and views, and in it the words that explain it.

What is printed is data here as anywhere: every cell is bound to its statement, and no text is ever made a part of one.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pandas as pd

from publish.benchmark.printed import UNITS
from publish.cells import frame_to_cells
from publish.material import Material
from publish.schema import BENCHMARK, BENCHMARK_KEY, BY_NAME, TABLES, Column, Kind, Table
from publish.words import all_meanings, describe, read_descriptions, read_words, unit_of
from schemas import DatasetError

FILE = "upheld.sqlite"
TYPES = {Kind.STRING: "TEXT", Kind.INTEGER: "INTEGER", Kind.NUMBER: "REAL", Kind.BOOLEAN: "INTEGER", Kind.DATE: "TEXT"}
ASKED = {
    "figures": (("council_code", "service_id", "measure", "stage", "period_start"), ("measure", "period_start")),
    "commitments": (("council_code", "service_id"),),
    "commentary": (("council_code", "service_id"),),
    "findings": (("check", "severity"), ("council_code",)),
    "services": (("service_id",), ("council_code", "service")),
    "benchmark": (("service_id", "stage", "period_start"),),
}
"""The columns by which people look for rows, beside keys and links."""
FIGURE_LISTS = {"findings": "finding_id", "revisions": "revision_id"}
"""The tables whose `figure_ids` name several figures, and their keys."""
ABOUT = {
    "about_columns": ("table_name", "column_name", "description", "unit"),
    "about_codes": ("table_name", "column_name", "code", "meaning"),
}
"""The tables that explain the others."""


def write_sqlite(material: Material, new: Path) -> None:
    """Write upheld.sqlite; a DatasetError if the tables contradict their own keys."""
    with closing(sqlite3.connect(new / FILE, isolation_level=None)) as database:
        database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;")
        for table in TABLES:
            fill(database, table, getattr(material.dataset, table.name))
        for name, key in FIGURE_LISTS.items():
            fill_links(database, name, key, getattr(material.dataset, name))
        explain(database)
        for statement in (*indexes(), *views()):
            database.execute(statement)
        database.execute("COMMIT")
        check_links(database)
        database.executescript("ANALYZE; VACUUM;")


def quoted(name: str) -> str:
    """A name of ours, as SQL writes it."""
    return f'"{name}"'


def listed(names: Iterable[str]) -> str:
    """Names, as SQL lists them."""
    return ", ".join(map(quoted, names))


def column_to_sql(column: Column) -> str:
    """A column's definition: its type, and what it may hold."""
    codes = ", ".join(f"'{code}'" for code in column.codes) or ("0, 1" if column.kind is Kind.BOOLEAN else "")
    check = f" CHECK ({quoted(column.name)} IN ({codes}))" if codes else ""
    return f"{quoted(column.name)} {TYPES[column.kind]}{' NOT NULL' if column.required else ''}{check}"


def table_to_sql(table: Table) -> str:
    """A table's definition, with its keys."""
    parts = [
        *map(column_to_sql, table.columns),
        *([f"PRIMARY KEY ({listed(table.key)})"] if table.key else []),
        *(f"FOREIGN KEY ({quoted(column)}) REFERENCES {quoted(target)} ({listed(BY_NAME[target].key)})" for column, target in table.links),
    ]
    return f"CREATE TABLE {quoted(table.name)} ({', '.join(parts)}) STRICT"


def fill(database: sqlite3.Connection, table: Table, frame: pd.DataFrame) -> None:
    """Make a table and put its rows into it."""
    database.execute(table_to_sql(table))
    marks = ", ".join("?" * len(table.columns))
    try:
        database.executemany(f"INSERT INTO {quoted(table.name)} VALUES ({marks})", frame_to_cells(frame))  # noqa: S608 - a name of ours
    except sqlite3.IntegrityError as error:
        raise DatasetError(f"{table.name}.csv: {error}; `upheld validate` names the rows") from error


def fill_links(database: sqlite3.Connection, name: str, key: str, frame: pd.DataFrame) -> None:
    """Make the table that says which figures each row of another rests on, and fill it."""
    linked = f"{name.removesuffix('s')}_figures"
    database.execute(
        f"CREATE TABLE {linked} ({key} TEXT NOT NULL REFERENCES {name}, place INTEGER NOT NULL, "
        f"figure_id TEXT NOT NULL REFERENCES figures, PRIMARY KEY ({key}, place)) STRICT"
    )
    rows = ((row, place, figure) for row, ids in frame_to_cells(frame[[key, "figure_ids"]]) for place, figure in listed_figures(ids))
    database.executemany(f"INSERT INTO {linked} VALUES (?, ?, ?)", rows)  # noqa: S608 - a name of ours


def listed_figures(ids: str | None) -> Iterator[tuple[int, str]]:
    """The figures that a cell names, counted from 1."""
    return enumerate((ids or "").split("|") if ids else (), start=1)


def explain(database: sqlite3.Connection) -> None:
    """Put the words that explain columns and codes beside what they explain."""
    words = read_descriptions()
    columns = [(table.name, column) for table in TABLES for column in table.columns]
    for name, texts in ABOUT.items():
        database.execute(f"CREATE TABLE {name} ({', '.join(f'{text} TEXT' for text in texts)}) STRICT")
    told = ((table, column.name, describe(column.name, table, words), unit_of(column.name) or None) for table, column in columns)
    database.executemany("INSERT INTO about_columns VALUES (?, ?, ?, ?)", told)
    database.executemany("INSERT INTO about_codes VALUES (?, ?, ?, ?)", all_meanings())


def indexes() -> Iterator[str]:
    """An index for each link, and for each way people look for rows."""
    for table in TABLES:
        links = ((column,) for column, _ in table.links)
        for columns in (*links, *ASKED.get(table.name, ())):
            yield f"CREATE INDEX {quoted('_'.join((table.name, 'by', *columns)))} ON {quoted(table.name)} ({listed(columns)})"
    for name in FIGURE_LISTS:
        linked = f"{name.removesuffix('s')}_figures"
        yield f"CREATE INDEX {linked}_by_figure_id ON {linked} (figure_id)"


def views() -> Iterator[str]:
    """The views of views.toml; that without a statement is the benchmark with a row for each measure."""
    long = " UNION ALL ".join(map(measure_to_select, UNITS))
    for name, view in read_words("beside/views.toml").items():
        yield f"CREATE VIEW {quoted(name)} AS {view.get('sql', long).strip()}"


def measure_to_select(measure: str) -> str:
    """The rows of the benchmark that say something of a measure, in the columns that all measures have."""
    columns = {column.name for column in BENCHMARK}
    derived, base = (f"{measure}_{kind}" if f"{measure}_{kind}" in columns else "NULL" for kind in ("derived", "base"))
    return (
        f"SELECT {listed(BENCHMARK_KEY)}, council, '{measure}' AS measure, "  # noqa: S608 - names of ours
        f"{quoted(measure)} AS value, {derived} AS derived, {base} AS base, "
        f"{measure}_figure_id AS figure_id, {measure}_source AS source, caveats, needs_review, report_id "
        f"FROM benchmark WHERE {quoted(measure)} IS NOT NULL OR {derived} IS NOT NULL"
    )


def check_links(database: sqlite3.Connection) -> None:
    """End if a row names another that is not there."""
    broken = next(iter(database.execute("PRAGMA foreign_key_check")), None)
    if broken:
        raise DatasetError(f"{broken[0]}.csv: row {broken[1]} names a row of {broken[2]}.csv that is not there; `upheld validate` names it")
