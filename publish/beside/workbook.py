"""The dataset as one spreadsheet: a cover, notes and definitions as statisticians in the UK lay them out, and a sheet a table.

Text is written as text, numbers as numbers and dates as dates: no cell is a formula or a link, whatever it begins with. A sheet is written
row by row and never held as a whole.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import gptables
import pandas as pd
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from publish.beside.definitions import MAX_ROWS, MAX_TEXT, ROOM, cover, definitions, write_definitions
from publish.cells import frame_to_cells
from publish.material import Material
from publish.schema import TABLES, Column, Kind, Table
from publish.words import read_descriptions

FILE = "upheld.xlsx"
NARROWEST, WIDEST = 9, 60
"""Column widths, in characters of the sheet's font: a heading must be seen, a sentence need not be."""
LOOKED_AT = 200
"""Rows by which a column's width is chosen."""
FIRST_DATE = "1900-01-01"
"""The first day a spreadsheet knows; an earlier one is written as text."""
NO_DATE = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""When the file says it was made: the same for every file, as a spreadsheet that says nothing would name the moment."""


def write_workbook(material: Material, new: Path) -> None:
    """Write upheld.xlsx."""
    workbook = gptables.GPWorkbook(str(new / FILE), {"constant_memory": True})
    workbook.add_worksheet("Cover").write_cover(cover(material.dataset))
    for told in definitions(material.dataset):
        write_definitions(workbook, told)
    workbook.set_properties({"title": read_descriptions()["title"], "created": NO_DATE})
    styles = Styles(workbook.add_format({"bold": True, "bottom": 1}), workbook.add_format({"num_format": "yyyy-mm-dd"}))
    for table in TABLES:
        fill(workbook.add_worksheet(table.name, gridlines="show_all"), table, getattr(material.dataset, table.name), styles)
    workbook.close()


@dataclass(frozen=True, slots=True)
class Styles:
    """How headings and dates look."""

    heading: Format
    date: Format


def fill(sheet: Worksheet, table: Table, frame: pd.DataFrame, styles: Styles) -> None:
    """Fill a sheet with a table: its heading stays in sight, and every column can be filtered."""
    rows = min(len(frame), MAX_ROWS - 1)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, rows, len(table.columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{rows + 1}"})
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, width(column, frame))
        sheet.write_string(0, at, column.name, styles.heading)
    ways = ways_to_write(sheet, styles)
    write = [ways[column.kind] for column in table.columns]
    for row, cells in enumerate(islice(frame_to_cells(frame), rows), start=1):
        for at, cell in enumerate(cells):
            if cell is not None:
                write[at](row, at, cell)


def ways_to_write(sheet: Worksheet, styles: Styles) -> dict[Kind, Callable[[int, int, Any], object]]:
    """How a cell of each kind is written, given its row and column: as what it is, and never as what it looks like."""

    def write_date(row: int, at: int, cell: str) -> None:
        if cell < FIRST_DATE:
            sheet.write_string(row, at, cell)
        else:
            sheet.write_datetime(row, at, datetime.fromisoformat(cell), styles.date)

    return {
        Kind.STRING: lambda row, at, cell: sheet.write_string(row, at, cell[:MAX_TEXT]),
        Kind.DATE: write_date,
        Kind.BOOLEAN: sheet.write_boolean,
        Kind.INTEGER: sheet.write_number,
        Kind.NUMBER: sheet.write_number,
    }


def width(column: Column, frame: pd.DataFrame) -> int:
    """A column's width, so that nine in ten of its first cells can be read."""
    lengths = frame[column.name].head(LOOKED_AT).astype("string").str.len().dropna()
    usual = int(lengths.quantile(0.9)) if len(lengths) else 0
    return min(max(usual, len(column.name) + ROOM, NARROWEST), WIDEST)
