"""The Excel reader: each cell as Excel shows it. What is hidden or struck through was not published, and is not read."""

import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as ExcelCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from extract.archive import EXCEL
from extract.office import package as office
from extract.office.numberformat import moment_shown, shown
from extract.places import numbered
from extract.sheet.sheets import Hidden, Sheet, sheet_to_blocks, squares
from extract.unseen import SEEN
from schemas import Document, Gap, Place, Text, UnreadableFileError

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_UNCOUNTED = re.compile(rb"<c\b[^>]*>\s*<f\b[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")
_MOST_COVERED = 10_000
"""Squares: a merged cell that covers more is the ground of a sheet and no cell of a table."""


def read(path: Path) -> Document:
    """Read a workbook (`.xlsx`, `.xlsm`).

    Raises `UnreadableFileError` for a file that is damaged, or shows nothing.
    """
    package = office.opened(path)
    try:
        sheets = _sheets(package)
    except Exception as error:  # openpyxl raises whatever a damaged package makes of it
        raise UnreadableFileError(f"{path.name}: the workbook is damaged; save it again in Excel, or get a new copy") from error
    blocks = numbered([block for sheet in sheets for block in sheet_to_blocks(sheet)])
    if not blocks:
        raise UnreadableFileError(f"{path.name}: no cell of the workbook shows anything; it should hold the tables of a report")
    return Document(EXCEL, "openpyxl", blocks, gaps=tuple(_gaps(package)))


def _sheets(package: BytesIO) -> list[Sheet]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of parts that it leaves out, as drawings; they hold no cells
        book = load_workbook(package, data_only=True, rich_text=True)
    return [_sheet(sheet) for sheet in book.worksheets if sheet.sheet_state == "visible"]


def _sheet(sheet: Worksheet) -> Sheet:
    filled = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    texts = {(cell.row, cell.column): _text(cell) for cell in filled}
    spans = [(r.min_row, r.min_col, r.max_row, r.max_col) for r in sheet.merged_cells.ranges]
    small = [span for span in spans if (span[2] - span[0] + 1) * (span[3] - span[1] + 1) <= _MOST_COVERED]
    rows = squares(texts, small, _hidden(sheet), sheet.title)
    bold = {(cell.row, cell.column) for cell in filled if cell.font and cell.font.b}
    return Sheet(sheet.title, rows, frozenset(cell for row in rows for cell in row if (cell.place.row, cell.place.column) in bold))


def _hidden(sheet: Worksheet) -> Hidden:
    rows = frozenset(number for number, size in sheet.row_dimensions.items() if size.hidden)
    letters = {letter for letter, size in sheet.column_dimensions.items() if size.hidden}
    ranges = [size for size in sheet.column_dimensions.values() if size.hidden and size.min]
    columns = {c for size in ranges for c in range(size.min, min(size.max, sheet.max_column) + 1)}
    return Hidden(rows, frozenset(columns | {c for c in range(1, sheet.max_column + 1) if get_column_letter(c) in letters}))


def _text(cell: ExcelCell) -> Text:
    value = cell.value
    if isinstance(value, CellRichText):
        return Text.of("".join(_run(part, struck=_is_struck(cell.font)) for part in value).translate(SEEN))
    if _is_struck(cell.font):
        return Text()
    if isinstance(value, bool):
        return Text.of(str(value).upper())
    if isinstance(value, (datetime, date, time)):
        return Text.of(moment_shown(value, cell.number_format))
    if isinstance(value, (int, float)):
        return Text.of(shown(repr(value), cell.number_format))
    return Text.of(str(value).translate(SEEN))


def _is_struck(font: Font | InlineFont | None) -> bool:
    return bool(font and font.strike)


def _run(part: TextBlock | str, *, struck: bool) -> str:
    """A run of a cell's text; raised digits are the marks of notes. `struck`: the cell is, but for what is set in a way of its own."""
    if isinstance(part, str):
        return "" if struck else part
    if _is_struck(part.font):
        return ""
    return str(part.text).translate(_SUPERSCRIPT) if part.font.vertAlign == "superscript" else str(part.text)


def _gaps(package: BytesIO) -> Iterator[Gap]:
    """Formulas without a value: a program wrote them, and no spreadsheet has worked them out yet."""
    with zipfile.ZipFile(package) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        count = sum(len(_UNCOUNTED.findall(archive.read(name))) for name in sheets)
    if count:
        yield Gap(Place(), f"{count} formulas have no value yet; open the workbook in Excel and save it")
