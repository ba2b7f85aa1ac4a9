"""`upheld validate`: what breaks the contract is told by file, row and column."""

import csv
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from typer.testing import CliRunner

from publish import TABLES, Dataset, read
from publish.validation import validate
from publish.validation.contract import dataset_to_faults
from upheld.cli import main


@pytest.fixture
def folder(published: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(published, tmp_path / "dataset"))


@pytest.fixture(scope="module")
def dataset(published: Path) -> Dataset:
    return read(published)


def change(folder: Path, table: str, row: int, **cells: str) -> None:
    """Change cells of a row, counted as a spreadsheet does."""
    path = folder / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    rows[row - 1] = list((dict(zip(rows[0], rows[row - 1], strict=True)) | cells).values())
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def told(folder: Path) -> list[str]:
    """The faults, without that a file was changed since it was described."""
    return [str(fault) for fault in validate(folder) if "datapackage.json" not in fault.wrong]


def test_what_upheld_publishes_keeps_the_contract(published: Path) -> None:
    assert CliRunner().invoke(main, ["validate", str(published)]).output == "0 faults\n"


def test_what_is_wrong_with_a_files_form_is_told_by_file_row_and_column(folder: Path) -> None:
    change(folder, "coverage", 2, tested="many")
    change(folder, "coverage", 3, report_id="nowhere")
    change(folder, "coverage", 4, report_id="")
    change(folder, "coverage", 5, findings="0,0")
    change(folder, "reports", 2, status="odd")
    change(folder, "services", 1, label="name")
    (folder / "figures.csv").unlink()
    assert told(folder) == [
        "figures.csv: is not there",
        "services.csv, row 1, column label: the file has no such column",
        "reports.csv, row 2, column status: `odd` is none of extracted, partial, no_figures, failed",
        "coverage.csv, row 2, column tested: `many` is not a whole number",
        "coverage.csv, row 3, column report_id: `nowhere` is no report_id of reports",
        "coverage.csv, row 4, column report_id: is empty, and must not be",
        "coverage.csv, row 5, column findings: `0,0` is not a whole number",
    ]


@pytest.mark.parametrize(
    ("table", "cells", "said"),
    [
        ("figures", {"value": pd.NA}, "column value: is empty, and the state is `reported`"),
        ("figures", {"state": "nil"}, "column value: is `120`, and the state is `nil`"),
        ("figures", {"x0": pd.NA}, "column x0: the box lacks an edge"),
        ("figures", {"x0": 900.0}, "column x0: the box's edge `900` lies beyond `197.92`, its opposite"),
        ("figures", {"page": 99}, "column page: `99` is no page of a file of `5`"),
        ("figures", {"period_end": "2001-01-01"}, "column period_end: `2001-01-01` is before `2021-04-01`"),
        ("figures", {"period_end": pd.NA}, "column period_end: the period has one end only"),
        ("figures", {"council_code": "Eastmere"}, "column council_code: `Eastmere` is neither a GSS code nor `body:` and a name"),
        ("figures", {"council_code": pd.NA}, "column council_code: is nothing, and its report's is `body:eastmere-borough-council`"),
        ("figures", {"measure": "upheld_pct"}, "column unit: is `count`, and the measure `upheld_pct` is not"),
        ("reports", {"figures": 3}, "column figures: is `3`, and figures.csv has `237` rows of it"),
        ("reports", {"status": "partial"}, "column message: is empty, and the status is `partial`"),
        ("reports", {"sha256": "abc"}, "column sha256: `abc` is no SHA-256"),
        ("reports", {"period": "last year"}, "column period: `last year` is no period such as 2019-20, 2017-18 H1 or 2020-21 Q3"),
        ("reports", {"file": "/home/me/a.pdf"}, "column file: `/home/me/a.pdf` is no path within the folder of the reports"),
        ("benchmark", {"received": 7.0}, "column received: is `7`, and its figures give `120`"),
        ("benchmark", {"received_figure_id": "lost"}, "column received_figure_id: `lost` is no current figure of figures.csv"),
        ("coverage", {"findings": 7}, "column findings: is `7`, and findings.csv has `0` of the rule"),
        ("coverage", {"tested": 0, "could_fail": 1}, "column could_fail: is `1`, more than was tested"),
    ],
)
def test_what_a_row_may_not_say_is_told(dataset: Dataset, table: str, cells: dict[str, Any], said: str) -> None:
    frame = getattr(dataset, table).copy()
    repairs = frame["service_id"] == "housing-repairs" if "service_id" in frame else True
    at = frame.index[(frame["report_id"] == "eastmere-2021-22-pdf-2e780578") & repairs][0]
    for name, cell in cells.items():
        frame.loc[at, name] = cell
    found = [str(fault) for fault in dataset_to_faults(replace(dataset, **{table: frame}))]
    assert f"{table}.csv, row {at + 2}, {said}" in found


def test_a_parquet_file_that_says_something_else_is_told(folder: Path) -> None:
    change(folder, "services", 2, score="1.5")
    assert told(folder) == [
        "services.csv, row 2, column score: `1.5` is no probability",
        "services.parquet: says something else than services.csv",
    ]


def test_a_file_that_was_changed_after_it_was_described_is_told(folder: Path) -> None:
    (folder / "README.md").write_text("changed")
    (folder / "upheld.xlsx").unlink()
    assert [str(fault) for fault in validate(folder)] == [
        "README.md: is not the file that datapackage.json describes: its content differs",
        "upheld.xlsx: is listed in datapackage.json and is not there",
    ]


def test_a_dataset_of_others_needs_no_more_than_its_tables(folder: Path) -> None:
    for path in folder.iterdir():
        if path.name not in {f"{table.name}.csv" for table in TABLES}:
            path.unlink()
    (folder / "sources.csv").write_text("file,url,date_got,council,remark\na.pdf,,,,ours\n")
    assert told(folder) == ["datapackage.json: is not there, or is no JSON; `upheld run` writes it"]


def test_many_faults_of_one_kind_are_told_in_a_few_lines(folder: Path) -> None:
    text = (folder / "coverage.csv").read_text("utf-8")
    (folder / "coverage.csv").write_text(text.replace(",0,", ",none,"), "utf-8")
    result = CliRunner().invoke(main, ["validate", str(folder)])
    assert result.exit_code == 1
    assert len(result.output.splitlines()) < 20
    assert "more of this kind" in result.output


def test_no_folder_is_a_wrong_call(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["validate", str(tmp_path / "nowhere")]).exit_code == 2
