"""sources.csv, the list of where the files were got -> rows of the table `sources`."""

import posixpath
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from publish import Origin
from schemas import UpheldError
from upheld.files.csvfile import Sheet, read_sheet
from upheld.files.walk import printed_path

COLUMNS = ("file", "url", "date_got", "council")


def row_to_origin(row: dict[str, str], below: str) -> Origin:
    """A row of a list that lies in the sub-folder `below`, its file named from the input folder."""
    cells = {name: row.get(name, "") for name in COLUMNS}
    return Origin(**cells | {"file": posixpath.normpath(posixpath.join(below, cells["file"]))})


def is_date(text: str) -> bool:
    """Whether the text is a day that there is, written as ISO 8601 says."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def origin_to_problems(origin: Origin, files: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with a row that is kept; `files` are the folder's reports, by their names as they are and in small letters."""
    printed = files.get(origin.file, files.get(origin.file.casefold()))
    if printed is None:
        yield f"names {origin.file}, which is no report of the folder"
    elif printed != origin.file:
        yield f"names {origin.file}, which in the folder is {printed}"
    if origin.date_got and not is_date(origin.date_got):
        yield f"{origin.date_got} is no date; write it as 2021-02-03"


def sheet_to_origins(sheet: Sheet, name: str, files: Collection[str]) -> tuple[list[Origin], list[str]]:
    """The rows of the list called `name`, and a sentence for each in which something is wrong."""
    known = {file.casefold(): file for file in files} | {file: file for file in files}
    origins, problems = [], []
    for number, cells in sheet.rows:
        row = {column: cells[at].strip() for column, at in sheet.columns().items()}
        origin = row_to_origin(row, posixpath.dirname(name))
        if origin.file.startswith(("/", "..")) or origin.file == ".":
            problems.append(f"{name}, row {number}: names no file of the folder; the row is left out")
            continue
        origins.append(origin)
        problems += [f"{name}, row {number}: {problem}" for problem in origin_to_problems(origin, known)]
    return origins, problems


def read_sources(path: Path, folder: Path, files: Collection[str]) -> tuple[list[Origin], list[str]]:
    """The rows of one sources.csv, and a sentence for what is wrong in it; `files` are the reports of the folder."""
    name = printed_path(path, folder)
    if not path.is_file():
        return [], [f"{name}: is no ordinary file; put the list itself in its place"]
    try:
        sheet = read_sheet(path, COLUMNS[:1])
    except UpheldError as error:
        return [], [str(error).replace(str(path), name)]
    return sheet_to_origins(sheet, name, files)
