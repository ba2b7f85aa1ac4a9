"""A CSV table as a person's program saved it: with any usual delimiter and encoding, columns in any order, blank rows between."""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from schemas import UpheldError

DELIMITERS = (",", ";", "\t")
"""What spreadsheets put between cells, which depends on the country and on the format chosen; the heading shows which."""
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

LONGEST = 100_000
"""Characters of a cell: what is longer has a quotation mark that is not closed. Others of this process may have set another limit."""


class Sheet(NamedTuple):
    """A table: its headings as written, and its rows, each with its number as a spreadsheet counts and a cell for each heading at least."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def columns(self) -> Mapping[str, int]:
        """Where the column of each folded heading stands."""
        return {fold_heading(heading): at for at, heading in enumerate(self.headings) if heading}


def fold_heading(heading: str) -> str:
    """A column's name however it is spelled: `Date got`, `date-got` and `DATE_GOT` are one."""
    return re.sub(r"[^a-z0-9]+", "_", heading.strip().lower()).strip("_")


def read_sheet(path: Path, required: Sequence[str]) -> Sheet:
    """The table of a file; an UpheldError that says what is wrong if it has not the required columns, by their folded names."""
    text = read_text(path)
    delimiter = text_to_delimiter(text)
    csv.field_size_limit(LONGEST)
    try:
        records = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise UpheldError(f"{path}: is no CSV table: {error}; save it as CSV in UTF-8") from error
    filled = [(number, record) for number, record in enumerate(records, 1) if any(map(str.strip, record))]
    if filled and filled[0][1][0].lower().startswith("sep="):
        del filled[0]
    headings = tuple(map(str.strip, filled[0][1])) if filled else ()
    check_headings(path, headings, required)
    rows = ((number, (*record, *[""] * (len(headings) - len(record)))) for number, record in filled[1:])
    return Sheet(path.name, headings, tuple(rows))


def read_text(path: Path) -> str:
    """The text of a file: UTF-8, UTF-16 where its first bytes say so, else as Windows in western Europe writes it."""
    if not path.is_file():
        raise UpheldError(f"{path}: {'is a folder' if path.is_dir() else 'no such file'}; name a CSV file")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UpheldError(f"{path}: cannot be opened: {error.strerror}") from error
    try:
        return content.decode("utf-16" if content.startswith(UTF_16) else "utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "backslashreplace")


def text_to_delimiter(text: str) -> str:
    """What stands most often in the first line between quotation marks or without any."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    told = first[len("sep=") :].strip() if first.lower().startswith("sep=") else ""
    bare = re.sub(r'"[^"]*"', "", first)
    return told if told in DELIMITERS else max(DELIMITERS, key=bare.count)


def check_headings(path: Path, headings: Sequence[str], required: Sequence[str]) -> None:
    """Raise if a required column is missing, or one is there twice."""
    folded = Counter(fold_heading(heading) for heading in headings if heading)
    missing = [name for name in required if not folded[name]]
    if missing:
        raise UpheldError(f"{path}: its first row names no column {', '.join(missing)}; its columns should be {', '.join(required)}")
    twice = [name for name, times in folded.items() if times > 1]
    if twice:
        raise UpheldError(f"{path}: has the column {twice[0]} twice; leave one of them out")
