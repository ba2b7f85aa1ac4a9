"""What others' programs find in a published dataset."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import csvw
import duckdb
import frictionless
import pandas as pd
import polars as pl
import pytest
import yaml
from conftest import ELEMENT, FORMULA

import publish
from publish import TABLES, publication
from publish.material import Material
from schemas import DatasetError


@pytest.fixture
def database(published: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{published}/upheld.sqlite?mode=ro", uri=True)) as connection:
        yield connection


def asked(database: sqlite3.Connection, question: str) -> list[tuple[Any, ...]]:
    return list(database.execute(question))


def test_frictionless_accepts_the_folder(published: Path) -> None:
    verdict = frictionless.validate(str(published / "datapackage.json"))
    assert verdict.valid, verdict.flatten(["title", "note"])


def test_the_package_lists_what_was_published(published: Path) -> None:
    package = json.loads((published / "datapackage.json").read_text("utf-8"))
    parquet = {f"{table.name}.parquet" for table in TABLES}
    there = {path.relative_to(published).as_posix() for path in published.rglob("*") if path.is_file()}
    assert {resource["path"] for resource in package["resources"]} == there - parquet - {"datapackage.json"}


def test_a_column_says_what_its_codes_mean_and_what_it_is_counted_in(published: Path) -> None:
    package = json.loads((published / "datapackage.json").read_text("utf-8"))
    fields = {
        (table["name"], field["name"]): field for table in package["resources"] for field in table.get("schema", {}).get("fields", ())
    }
    assert fields["figures", "state"]["categories"][2] == {"value": "nil", "label": "A dash that means none"}
    assert fields["benchmark", "upheld_pct"]["unit"] == "percent"
    assert {"title", "file", "sha256"} <= set(package["sources"][0])


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("name", ["reports.csv", "commitments.csv", "findings.csv", "services.csv"])
def test_the_w3cs_reader_accepts_a_table(published: Path, name: str) -> None:
    assert csvw.CSVW(str(published / name), validate=True).is_valid


def test_datasette_opens_the_database_and_its_metadata_names_every_table_and_view(published: Path, database: sqlite3.Connection) -> None:
    inspect = [sys.executable, "-m", "datasette", "inspect", str(published / "upheld.sqlite")]
    told = subprocess.run(inspect, capture_output=True, check=True)  # noqa: S603 - a file of ours
    assert json.loads(told.stdout)["upheld"]["tables"]["reports"]["count"] == 5
    described = yaml.safe_load((published / "metadata.yaml").read_text("utf-8"))["databases"]["upheld"]["tables"]
    views = {name for (name,) in asked(database, "SELECT name FROM sqlite_master WHERE type = 'view'")}
    assert set(described) == {table.name for table in TABLES} | views


def test_the_database_keeps_types_keys_and_links(database: sqlite3.Connection) -> None:
    assert asked(database, "PRAGMA integrity_check") == [("ok",)]
    assert asked(database, "PRAGMA foreign_key_check") == []
    assert asked(database, "SELECT DISTINCT typeof(value) FROM figures ORDER BY 1") == [("null",), ("real",)]
    tables = {name: strict for _, name, kind, _, _, strict in asked(database, "PRAGMA table_list") if kind == "table"}
    assert all(tables[table.name] for table in TABLES)


def test_stage_flow_puts_the_stages_of_a_service_side_by_side(database: sqlite3.Connection) -> None:
    ((received, escalated, later),) = asked(
        database,
        "SELECT received_1, escalated_1, received_2 FROM stage_flow WHERE council_code = 'body:cullinholme-council' "
        "AND service_id = 'estate-management' AND period_start = '2021-04-01'",
    )
    assert (received, escalated, later) == (134, 19, 19)


def test_latest_benchmark_has_each_service_and_stage_once(database: sqlite3.Connection) -> None:
    doubled = "SELECT 1 FROM latest_benchmark GROUP BY council_code, regime, service_id, stage HAVING count(*) > 1"
    assert asked(database, doubled) == []
    newer = "SELECT 1 FROM latest_benchmark AS own JOIN benchmark AS other USING (council_code, regime, service_id, stage) "
    assert asked(database, newer + "WHERE other.period_end > own.period_end") == []


@pytest.mark.parametrize("view", ["counted_figures", "told_findings", "followed_commitments", "reading_quality", "benchmark_long"])
def test_a_view_answers(database: sqlite3.Connection, view: str) -> None:
    assert asked(database, f"SELECT * FROM {view} LIMIT 1")  # noqa: S608 - a name of ours


def test_what_is_printed_is_data_everywhere(database: sqlite3.Connection, published: Path) -> None:
    assert asked(database, "SELECT service FROM figures LIMIT 1") == [(FORMULA,)]
    assert publish.read(published).figures["service"][0] == FORMULA
    for name in ("README.md", "metadata.yaml"):
        assert ELEMENT not in (published / name).read_text("utf-8")


def test_the_citation_names_the_dataset_its_version_and_its_reports(published: Path) -> None:
    citation = yaml.safe_load((published / "CITATION.cff").read_text("utf-8"))
    assert {"cff-version", "message", "title", "authors", "version", "type"} <= set(citation)
    assert citation["title"] == "Complaint figures of UK councils, as published: 3 councils, 2019-04-01 to 2023-03-31"
    assert citation["references"][0]["title"] == ELEMENT
    assert len(citation["references"]) == 4, "a copy of a report is no other work"


def test_the_same_dataset_is_published_as_the_same_bytes(published: Path, tmp_path: Path) -> None:
    dataset = publish.read(published)
    publish.write(dataset, tmp_path / "other")
    publication.publish(tmp_path / "other", Material(tmp_path / "other", dataset))
    for path in published.iterdir():
        assert path.read_bytes() == (tmp_path / "other" / path.name).read_bytes(), path.name


def test_a_dataset_that_contradicts_its_keys_is_not_published(tmp_path: Path, published: Path) -> None:
    dataset = publish.read(published)
    dataset.figures["figure_id"] = "the same"
    publish.write(dataset, tmp_path / "dataset")
    with pytest.raises(DatasetError, match=r"figures\.csv: UNIQUE constraint failed: figures\.figure_id; `upheld validate` names the rows"):
        publication.publish(tmp_path / "dataset", Material(tmp_path / "dataset", dataset))
    assert not (tmp_path / "dataset" / "upheld.sqlite").exists()


def test_pandas_duckdb_and_polars_read_the_parquet_files(published: Path) -> None:
    dataset = publish.read(published)
    for table in TABLES:
        path = published / f"{table.name}.parquet"
        rows = len(getattr(dataset, table.name))
        assert len(pd.read_parquet(path)) == pl.read_parquet(path).height == rows
        assert duckdb.read_parquet(str(path)).count("*").fetchall() == [(rows,)]
    total = float(dataset.figures["value"].sum())
    assert pl.read_parquet(published / "figures.parquet")["value"].sum() == pytest.approx(total)
    figures = duckdb.read_parquet(str(published / "figures.parquet"))
    assert figures.sum("value").fetchall() == [(pytest.approx(total),)]
    assert figures.min("period_start").fetchall() == [(date.fromisoformat(dataset.figures["period_start"].min()),)]
