"""The reader of tables in text (`.csv`, `.tsv`): one sheet."""

import csv
from io import StringIO
from pathlib import Path

from extract.decoded import decoded
from extract.places import numbered
from extract.sheet.sheets import Hidden, Sheet, sheet_to_blocks, squares
from schemas import Document, Text, UnreadableFileError

_DELIMITERS = "\t;|,"
_LONGEST = 1_000_000
"""Characters of one cell."""


def read(path: Path) -> Document:
    """Read a table whose columns are set apart by commas, semicolons, tabs or bars: whichever its first rows agree on.

    Raises `UnreadableFileError` for a file that is no text, or no table.
    """
    text = decoded(path)
    csv.field_size_limit(_LONGEST)
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as error:
        raise UnreadableFileError(f"{path.name}: the file is no table of separated values ({error}); save it again as CSV") from error
    texts = {(r, c): Text.of(cell) for r, row in enumerate(rows, 1) for c, cell in enumerate(row, 1)}
    blocks = numbered(list(sheet_to_blocks(Sheet("sheet", squares(texts, [], Hidden(), "")))))
    if not blocks:
        raise UnreadableFileError(f"{path.name}: no cell of the file holds anything; it should hold the tables of a report")
    return Document("text/csv", "csv", blocks)


def _delimiter(text: str) -> str:
    """The sign that most lines hold equally often; a comma where none is."""
    lines = [line for line in text.splitlines() if line.strip()][:50]
    counts = {sign: [line.count(sign) for line in lines if sign in line] for sign in _DELIMITERS}
    agreed = {sign: max(map(found.count, found)) for sign, found in counts.items() if found}
    return max(agreed, key=lambda sign: agreed[sign]) if agreed else ","
