"""The spreadsheet of a published dataset, as those who open it find it."""

import subprocess
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from shutil import which
from zipfile import ZipFile

import openpyxl
import pandas as pd
import pytest
from conftest import ELEMENT, FORMULA
from lxml import etree
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook

import publish
from publish import TABLES, Dataset
from publish.beside.definitions import MAX_TEXT, workbook_to_limits
from publish.beside.workbook import FILE, write_workbook
from publish.material import Material
from publish.schema import BY_NAME, Kind

AWKWARD = "next line\n\ttab \x00\x0b \ufffe _x0041_ 'quoted <b>&amp; "
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
SHEET = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


@pytest.fixture(scope="module")
def workbook(published: Path) -> Workbook:
    return openpyxl.load_workbook(published / FILE)


def headed(dataset: Dataset, rows: int) -> Dataset:
    return replace(dataset, **{table.name: getattr(dataset, table.name).head(rows) for table in TABLES})


def column_of(workbook: Workbook, table: str, name: str) -> list[Cell]:
    sheet = workbook[table]
    (cells,) = ([*column][1:] for column in sheet.iter_cols() if column[0].value == name)
    return cells


def test_a_sheet_a_table_stands_behind_those_that_explain_them(workbook: Workbook) -> None:
    assert workbook.sheetnames == ["Cover", "Contents", "Notes", "Columns", "Codes", *(table.name for table in TABLES)]
    assert workbook["Codes"]["A1"].value == "What each code means"
    for table in TABLES:
        sheet = workbook[table.name]
        assert [cell.value for cell in next(sheet.iter_rows())] == [column.name for column in table.columns]
        assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", sheet.dimensions)


def test_numbers_are_numbers_dates_dates_and_text_text(workbook: Workbook, published: Path) -> None:
    figures = publish.read(published).figures
    assert [cell.value for cell in column_of(workbook, "figures", "value")] == [
        None if pd.isna(value) else value for value in figures["value"]
    ]
    assert column_of(workbook, "figures", "period_start")[0].value == datetime.fromisoformat(figures["period_start"][0])
    assert {cell.data_type for cell in column_of(workbook, "figures", "stage")} == {"s"}
    assert {cell.data_type for cell in column_of(workbook, "services", "needs_review")} == {"b"}


def test_no_cell_is_a_formula_or_a_link_whatever_is_printed(workbook: Workbook) -> None:
    assert column_of(workbook, "figures", "service")[0].value == FORMULA
    assert column_of(workbook, "reports", "title")[0].value == ELEMENT
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]


def test_libreoffice_reads_the_same_types(published: Path, tmp_path: Path) -> None:
    office = which("soffice")
    if office is None:  # CI installs it where it can
        return
    dataset = headed(publish.read(published), 3)
    write_workbook(Material(published, dataset), tmp_path)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = [office, profile, "--headless", "--convert-to", "ods", "--outdir", str(tmp_path), str(tmp_path / FILE)]
    subprocess.run(convert, check=True, capture_output=True)  # noqa: S603 - a file of ours
    content = etree.fromstring(ZipFile(tmp_path / "upheld.ods").read("content.xml"))
    (figures,) = (table for table in content.iter(f"{SHEET}table") if table.get(f"{SHEET}name") == "figures")
    first = [
        kind
        for cell in list(figures.iter(f"{SHEET}table-row"))[1].iter(f"{SHEET}table-cell")
        for kind in [cell.get(f"{OFFICE}value-type")] * int(cell.get(f"{SHEET}number-columns-repeated", "1"))
    ]
    named = dict(zip(dataset.figures.columns, first, strict=False))
    assert [named[name] for name in ("service", "stage", "period_start", "value", "text")] == [
        "string",
        "string",
        "date",
        "float",
        "string",
    ]


def test_any_text_comes_back_as_it_was(published: Path, tmp_path: Path) -> None:
    dataset = headed(publish.read(published), 1)
    dataset.commentary["text"] = AWKWARD
    write_workbook(Material(published, dataset), tmp_path)
    (cell,) = column_of(openpyxl.load_workbook(tmp_path / FILE), "commentary", "text")
    assert openpyxl.utils.escape.unescape(cell.value) == AWKWARD


def test_what_no_sheet_can_hold_is_said_on_the_cover(published: Path, tmp_path: Path) -> None:
    dataset = headed(publish.read(published), 1)
    dataset.commentary["text"] = "a" * (MAX_TEXT + 1)
    write_workbook(Material(published, dataset), tmp_path)
    workbook = openpyxl.load_workbook(tmp_path / FILE)
    said = "In the sheet commentary, texts are cut after 32,767 characters, all that a cell can hold: 1; commentary.csv has them whole."
    assert said in [cell.value for cell in workbook["Cover"]["A"]]
    assert len(column_of(workbook, "commentary", "text")[0].value) == MAX_TEXT


def test_a_table_of_more_rows_than_a_sheet_has_is_told_of() -> None:
    types = {Kind.STRING: "", Kind.INTEGER: 0}
    frame = pd.DataFrame({column.name: types[column.kind] for column in BY_NAME["coverage"].columns}, index=range(1_048_576))
    told = list(workbook_to_limits(replace(publish.records_to_dataset([]), coverage=frame)))
    assert told == ["The sheet coverage ends after 1,048,575 of 1,048,576 rows, all that a sheet can hold; coverage.csv has them all."]
