"""An edited services.csv -> what a person decided about the names in it."""

import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from normalise.crosswalk import Handed, Name, decide, name_to_key, row_to_name, to_reviewed
from normalise.services import Match
from publish import is_package
from schemas import Service, UpheldError, columns
from upheld.files.csvfile import Sheet, read_sheet

REQUIRED = ("council_code", "service", "service_id")
FILE = "services.csv"
YES = frozenset({"true", "yes", "y", "1", "wahr", "vrai"})
NO = frozenset({"false", "no", "n", "0", "falsch", "faux"})

NUMBER = re.compile(r"[01](\.\d+)?")


class Edited(NamedTuple):
    """The rows of a crosswalk that is handed back, and a sentence for each that cannot be read."""

    rows: tuple[Handed, ...] = ()
    problems: tuple[str, ...] = ()


def crosswalk_of(given: Path | None, output: Path) -> Path | None:
    """The crosswalk of a run: the one that is given, else that of the dataset which the run replaces, so that no decision is lost."""
    return given or (output / FILE if is_package(output) and (output / FILE).is_file() else None)


def read_crosswalk(path: Path | None) -> Edited:
    """The rows of an edited crosswalk; an UpheldError if the file is none."""
    return Edited() if path is None else sheet_to_edited(read_sheet(path, REQUIRED))


def sheet_to_edited(sheet: Sheet) -> Edited:
    """The rows of a crosswalk, those that cannot be read told of."""
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
    row = {name: cells[at].strip() for name, at in sheet.columns().items()}
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


def read_services(path: Path) -> list[Service]:
    """The rows of a dataset's crosswalk, with what was decided in them since it was written; an UpheldError where one cannot be used."""
    sheet = read_sheet(path, columns(Service))
    edited = sheet_to_edited(sheet)
    proposed = {name_to_key(row.name): Match(row.proposed_id or "", 0, "", bool(row.proposed_review)) for row in edited.rows}
    decided, problems = decide(edited.rows, proposed)
    trouble = next(iter((*edited.problems, *problems)), None)
    if trouble:
        raise UpheldError(f"{trouble}; mend it first")
    rows = [row_to_service({name: cells[at].strip() for name, at in sheet.columns().items()}) for _, cells in sheet.rows]
    found = ((row, decided.get(name_to_key(row_to_name(row)))) for row in rows)
    return [to_reviewed(row, made.service_id, needs_review=made.needs_review) if made else row for row, made in found]


def row_to_service(row: Mapping[str, str]) -> Service:
    """A row of the table, from its cells."""
    typed = {
        "score": Decimal(row["score"]) if NUMBER.fullmatch(row["score"]) else None,
        "needs_review": row["needs_review"].casefold() in YES,
        "proposed_review": row["proposed_review"].casefold() in YES,
        "uses": int(row["uses"]) if row["uses"].isdecimal() else 0,
    }
    return Service(**{name: row[name] for name in columns(Service)} | typed)  # type: ignore[arg-type]
