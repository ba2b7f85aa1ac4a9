"""sources.csv, the list of where the files were got -> rows of the table `sources`."""

import csv
import posixpath
import re
from io import StringIO
from pathlib import Path

from publish import Origin
from upheld.walk import printed_path

COLUMNS = ("file", "url", "date_got", "council")


def fold_heading(heading: str) -> str:
    """A column's name however it is spelled: `Date got`, `date-got` and `DATE_GOT` are one."""
    return re.sub(r"[^a-z0-9]+", "_", heading.strip().lower()).strip("_")


def row_to_origin(row: dict[str, str], below: str) -> Origin:
    """A row of a list that lies in the sub-folder `below`, its file named from the input folder."""
    cells = {name: row.get(name, "") for name in COLUMNS}
    return Origin(**cells | {"file": posixpath.normpath(posixpath.join(below, cells["file"]))})


def rows_to_origins(rows: list[list[str]], name: str) -> tuple[list[Origin], list[str]]:
    """The rows of the list called `name`, and a sentence for each that cannot be used."""
    headings = [fold_heading(heading) for heading in rows[0]] if rows else []
    if "file" not in headings:
        return [], [f"{name}: its first line names no column `file`; its columns should be {', '.join(COLUMNS)}"]
    origins, problems = [], []
    for n, cells in enumerate(rows[1:], 2):
        origin = row_to_origin(dict(zip(headings, map(str.strip, cells), strict=False)), posixpath.dirname(name))
        if origin.file.startswith(("/", "..")) or origin.file == ".":
            problems.append(f"{name}, row {n}: names no file of the folder; the row is left out")
        else:
            origins.append(origin)
    return origins, problems


def read_sources(path: Path, folder: Path) -> tuple[list[Origin], list[str]]:
    """The rows of one sources.csv, and a sentence for what in it cannot be used."""
    name = printed_path(path, folder)
    try:
        text = path.read_bytes().decode("utf-8-sig", "backslashreplace")
    except OSError as error:
        return [], [f"{name}: cannot be opened: {error.strerror}"]
    try:
        rows = [row for row in csv.reader(StringIO(text, newline="")) if row]
    except csv.Error as error:
        return [], [f"{name}: is no CSV table: {error}"]
    return rows_to_origins(rows, name)
