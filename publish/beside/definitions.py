"""The sheets of the spreadsheet that explain the others: the cover, what to know, what each column and each code means."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

import gptables

from publish.dataset import Dataset
from publish.schema import TABLES, Kind
from publish.words import all_meanings, describe, read_descriptions, read_words, unit_of

MAX_ROWS = 1_048_576
"""The rows of a sheet, its heading included (Excel's own limit)."""
MAX_TEXT = 32_767
"""The characters of a cell (Excel's own limit)."""
WIDEST = 150
"""The widest column, in characters of the sheet's font; a longer sentence is wrapped."""
ROOM = 3
"""The same, beside a column's text: for the mark of the filter."""
LINE = 16
"""The height of a line, in points: a row of several is made as high as it is, for not every program does so by itself."""
FIRST_ROW = 2
"""Where the table begins, counted from 0: below its title and a line about it."""


@dataclass(frozen=True, slots=True)
class Definitions:
    """A sheet that explains others: a title, and one table."""

    name: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


def cover(dataset: Dataset) -> gptables.Cover:
    """The first sheet: what this is, and what does not fit into it."""
    words = read_descriptions()
    kept = (
        "Each table is a sheet; the sheets before them say what they hold.",
        "An empty cell means none. Text is text, whatever it begins with.",
    )
    return gptables.Cover(
        title=words["title"],
        intro=[words["description"].partition(". ")[0].strip() + "."],
        about=[*kept, *workbook_to_limits(dataset)],
        width=WIDEST,
    )


def workbook_to_limits(dataset: Dataset) -> Iterator[str]:
    """A sentence for each table that a sheet cannot hold as it is."""
    for table in TABLES:
        frame = getattr(dataset, table.name)
        if len(frame) >= MAX_ROWS:
            yield (
                f"The sheet {table.name} ends after {MAX_ROWS - 1:,} of {len(frame):,} rows, all that a sheet can hold; "
                f"{table.name}.csv has them all."
            )
        texts = (frame[column.name].str.len() for column in table.columns if column.kind is Kind.STRING)
        cut = sum(int((lengths > MAX_TEXT).sum()) for lengths in texts)
        if cut:
            yield (
                f"In the sheet {table.name}, texts are cut after {MAX_TEXT:,} characters, all that a cell can hold: {cut:,}; "
                f"{table.name}.csv has them whole."
            )


def definitions(dataset: Dataset) -> Iterator[Definitions]:
    """The sheets that explain the others: what they are, what to know of them, their columns, their codes."""
    words = read_descriptions()
    tables = ((table.name, words[table.name]["description"].strip(), len(getattr(dataset, table.name))) for table in TABLES)
    yield Definitions("Contents", "The sheets of this workbook", ("Sheet", "What a row is", "Rows"), tuple(tables))
    notes = read_words("beside/notes.toml")["notes"].values()
    texts = ((f"note {number}", text.strip()) for number, text in enumerate(notes, start=1))
    yield Definitions("Notes", "What to know before using the numbers", ("Note", "Text"), tuple(texts))
    columns = [(table.name, column) for table in TABLES for column in table.columns]
    told = ((table, column.name, column.kind.value, unit_of(column.name), describe(column.name, table, words)) for table, column in columns)
    yield Definitions("Columns", "What each column means", ("Sheet", "Column", "Type", "Unit", "Meaning"), tuple(told))
    yield Definitions("Codes", "What each code means", ("Sheet", "Column", "Code", "Meaning"), tuple(all_meanings()))


def write_definitions(workbook: gptables.GPWorkbook, told: Definitions) -> None:
    """Write a sheet that explains others: its title, how many tables it holds, and the table."""
    sheet = workbook.add_worksheet(told.name)
    heading, wrapped = (workbook.add_format({"text_wrap": True, "valign": "top", "bold": bold}) for bold in (True, False))
    widths = [min(max(len(str(cell)) for cell in cells) + ROOM, WIDEST) for cells in zip(told.headings, *told.rows, strict=True)]
    for at, columns in enumerate(widths):
        sheet.set_column(at, at, columns)
    sheet.write_string(0, 0, told.title, workbook.add_format(workbook.theme.title_format))
    sheet.write_string(1, 0, "This sheet contains one table.", workbook.add_format(workbook.theme.instructions_format))
    for row, cells in enumerate((told.headings, *told.rows), start=FIRST_ROW):
        sheet.set_row(row, LINE * max(ceil(len(str(cell)) / columns) for cell, columns in zip(cells, widths, strict=True)))
        for at, cell in enumerate(cells):
            write = sheet.write_string if isinstance(cell, str) else sheet.write_number
            write(row, at, cell, heading if row == FIRST_ROW else wrapped)
    sheet.freeze_panes(FIRST_ROW + 1, 0)
    sheet.autofilter(FIRST_ROW, 0, FIRST_ROW + len(told.rows), len(told.headings) - 1)
