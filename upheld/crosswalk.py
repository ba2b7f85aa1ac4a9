"""An edited services.csv -> what a person decided about the names in it."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from normalise.crosswalk import Handed, Name
from publish import is_package
from upheld.csvfile import Sheet, read_sheet

REQUIRED = ("council_code", "service", "service_id")
FILE = "services.csv"
YES = frozenset({"true", "yes", "y", "1", "wahr", "vrai"})
NO = frozenset({"false", "no", "n", "0", "falsch", "faux"})


class Edited(NamedTuple):
    """The rows of a crosswalk that is handed back, and a sentence for each that cannot be read."""

    rows: tuple[Handed, ...] = ()
    problems: tuple[str, ...] = ()


def crosswalk_of(given: Path | None, output: Path) -> Path | None:
    """The crosswalk of a run: the one that is given, else that of the dataset which the run replaces, so that no decision is lost."""
    return given or (output / FILE if is_package(output) and (output / FILE).is_file() else None)


def read_crosswalk(path: Path | None) -> Edited:
    """The rows of an edited crosswalk; an UpheldError if the file is none."""
    if path is None:
        return Edited()
    sheet = read_sheet(path, REQUIRED)
    handed, problems = [], []
    for number, cells in sheet.rows:
        place = f"{sheet.name}, row {number}"
        row = row_to_handed(cells, sheet, place)
        if isinstance(row, Handed):
            handed.append(row)
        else:
            problems.append(f"{place}: {row}; the row is not used")
    return Edited(tuple(handed), tuple(problems))


def row_to_handed(cells: tuple[str, ...], sheet: Sheet, place: str) -> Handed | str:
    """A row; what is wrong with it, if it cannot be read."""
    if any(map(str.strip, cells[len(sheet.headings) :])):
        return "has more cells than there are columns; a name with a comma in it stands in quotation marks"
    row = {name: cells[at].strip() for name, at in sheet.columns().items() if at < len(cells)}
    name = Name(row.get("council_code", ""), row.get("directorate", ""), row.get("service", ""))
    if not (name.service or name.directorate):
        return "names neither a service nor a directorate"
    flags = {column: row.get(column, "").casefold() for column in ("needs_review", "proposed_review")}
    wrong = next((text for text in flags.values() if text and text not in YES | NO), "")
    if wrong:
        return f"{wrong} is neither true nor false"
    asked, proposed = (flag in YES if flag else None for flag in flags.values())
    return Handed(place, name, row.get("service_id", ""), row.get("label"), row.get("method", ""), asked, proposed_id(row), proposed)


def proposed_id(row: Mapping[str, str]) -> str | None:
    """What the program proposed, where the row has not lost it: with the answer goes the question whether there was one."""
    return row.get("proposed_id") if row.get("proposed_review") else None
