"""Spreadsheets: cells as they are shown, tables set apart by blank rows, captions and notes around them."""

import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from test_docx import told

import extract
from extract.office.numberformat import moment_shown, shown
from schemas import UnreadableFileError

_CELL = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
ODS = f"""<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><office:spreadsheet><table:table table:name="Housing"><table:table-column table:number-columns-repeated="16384"/>
<table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Complaints</text:p></table:table-cell>
<table:covered-table-cell/></table:table-row>
<table:table-row>{_CELL.format("Stage 1")}{_CELL.format("12%")}</table:table-row>
<table:table-row>{_CELL.format("Stage<text:s/>2")}{_CELL.format("3%")}</table:table-row>
<table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>"""


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("0.35", "0%", "35%"),
        ("0.355", "0.0%", "35.5%"),
        ("1234", "#,##0", "1,234"),
        ("1234.5", '"£"#,##0.00', "£1,234.50"),
        ("1234.5", "[$£-809]#,##0", "£1,235"),
        ("-3", "#,##0;[Red](#,##0)", "(3)"),
        ("0", '#,##0;-#,##0;"-"', "-"),
        ("0.30000000000000004", "General", "0.3"),
        ("12.0", "General", "12"),
        ("7", "00", "07"),
        ("Stage 1", "0%", "Stage 1"),
        ("5", '0 "days"', "5 days"),
        ("5", ";;;", ""),
        ("0", "0;-0;;@", ""),
    ],
)
def test_a_number_is_told_as_its_format_shows_it(value: str, code: str, text: str) -> None:
    assert shown(value, code) == text


def test_a_date_is_told_as_its_format_shows_it() -> None:
    assert moment_shown(date(2020, 4, 1), "dd/mm/yyyy") == "01/04/2020"
    assert moment_shown(date(2020, 4, 1), "d mmmm yy") == "1 April 20"


def test_a_workbook_is_read_as_it_is_shown(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Housing"
    sheet["A1"], sheet["A1"].font = "Complaints by stage", Font(bold=True)
    for row in (("Stage", "2019/20", None, "working"), ("Stage 1", 12, 0.75, 1), ("Stage 2", 3, 0.5, 2)):
        sheet.append(row)
    sheet.merge_cells("B2:C2")
    sheet["C3"].number_format = sheet["C4"].number_format = "0%"
    sheet.column_dimensions["D"].hidden = True
    sheet["A6"] = "* Some complaints were withdrawn."
    book.create_sheet("Working").sheet_state = "hidden"
    path = tmp_path / "report.xlsx"
    book.save(path)
    document = extract.read(path)
    assert told(document) == [
        "heading 1: Housing",
        "heading 2: Complaints by stage",
        "Stage | 2019/20 | 2019/20 / Stage 1 | 12 | 75% / Stage 2 | 3 | 50%",
        "paragraph 1: * Some complaints were withdrawn.",
    ]
    assert str(document.grids[0].rows[1][2].place) == "sheet Housing, table 1, row 2, column 3"
    assert document.grids[0].rows[0][1] == document.grids[0].rows[0][2]


def test_what_is_struck_through_in_a_workbook_is_not_read(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Stage", "Received", "Upheld"])
    sheet.append(["Stage 1", 11, CellRichText(TextBlock(InlineFont(strike=True), "98 "), TextBlock(InlineFont(), "7"))])
    sheet.append(["Stage 2", 3, CellRichText("99 ", TextBlock(InlineFont(), "2"))])
    sheet["B2"].font = sheet["C3"].font = Font(strike=True)
    book.save(tmp_path / "report.xlsx")
    assert told(extract.read(tmp_path / "report.xlsx")) == ["Stage | Received | Upheld / Stage 1 |  | 7 / Stage 2 | 3 | 2"]


def test_formulas_that_were_never_worked_out_are_told_of(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Stage 1", 12])
    sheet.append(["Total", "=SUM(B1:B1)"])
    path = tmp_path / "report.xlsx"
    book.save(path)
    assert [gap.reason for gap in extract.read(path).gaps] == ["1 formulas have no value yet; open the workbook in Excel and save it"]


def test_an_empty_workbook_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    Workbook().save(path)
    with pytest.raises(UnreadableFileError, match=r"report\.xlsx: no cell of the workbook shows anything"):
        extract.read(path)


def write_ods(path: Path, content: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    return path


def test_an_open_document_sheet_is_read_without_its_million_blank_rows(tmp_path: Path) -> None:
    path = write_ods(tmp_path / "report.ods", ODS)
    assert told(extract.read(path)) == ["heading 1: Housing", "paragraph 1: Complaints", "Stage 1 | 12% / Stage 2 | 3%"]


@pytest.mark.parametrize("line", ['style:text-line-through-style="solid"', 'style:text-line-through-type="single"'])
def test_what_is_struck_through_in_an_open_document_sheet_is_not_read(line: str, tmp_path: Path) -> None:
    struck = f'<style:style xmlns:style="urn:style" style:name="T1"><style:text-properties {line}/></style:style>'
    content = ODS.replace("<office:body>", f"{struck}<office:body>").replace("12%", '<text:span table:style-name="T1">99%</text:span>12%')
    content = content.replace("<table:table-cell><text:p>3%", '<table:table-cell table:style-name="T1"><text:p>3%')
    assert told(extract.read(write_ods(tmp_path / "report.ods", content)))[2:] == ["Stage 1 | 12%", "paragraph 1: Stage 2"]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_tables_in_text_are_set_apart_by_blank_rows_and_columns(sign: str, tmp_path: Path) -> None:
    rows = ["Complaints;;;;", "Stage;Received;;Cause;Cases", "Stage 1;12;;Delay;7", "Stage 2;3;;Staff;2", "", "Year;Total", "2019/20;15"]
    path = tmp_path / "report.csv"
    path.write_text("\n".join(rows).replace(";", sign), encoding="cp1252")
    assert told(extract.read(path)) == [
        "paragraph 1: Complaints",
        "Stage | Received / Stage 1 | 12 / Stage 2 | 3",
        "Cause | Cases / Delay | 7 / Staff | 2",
        "Year | Total / 2019/20 | 15",
    ]


def test_the_general_format_of_any_number_is_that_number() -> None:
    assert [Decimal(shown(str(n))) for n in (0, 7, 1161, 210_000)] == [0, 7, 1161, 210_000]
