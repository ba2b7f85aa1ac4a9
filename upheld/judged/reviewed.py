"""A reviewed.csv, as report.html exports it and a person may have edited it -> what she decided about findings."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from publish.audit import Choice, Decision
from publish.audit.reviewed import bare
from schemas import UpheldError, columns
from upheld.files.csvfile import Sheet, read_sheet

COLUMNS = columns(Decision)


class Reviewed(NamedTuple):
    """Decisions by finding, and a sentence for each row that cannot be used."""

    decisions: Mapping[str, Decision]
    problems: tuple[str, ...] = ()


def read_decisions(own: Path, handed: Path | None) -> Reviewed:
    """The decisions in a dataset's own file and in one that is handed back, which wins.

    The dataset's file is then written anew, so an UpheldError tells of a row of it that would be lost.
    """
    kept = read_reviewed(own) if own.is_file() else Reviewed({})
    if handed is None:
        return kept
    if kept.problems:
        raise UpheldError(f"{kept.problems[0]}; mend it first")
    given = read_reviewed(handed)
    return Reviewed({**kept.decisions, **given.decisions}, given.problems)


def read_reviewed(path: Path) -> Reviewed:
    """The decisions in a file; an UpheldError if it is no table of decisions."""
    sheet = read_sheet(path, COLUMNS)
    decisions: dict[str, Decision] = {}
    problems = []
    for number, cells in sheet.rows:
        row = row_to_decision(cells, sheet)
        if isinstance(row, str) or row.finding_id in decisions:
            wrong = row if isinstance(row, str) else f"decides about {row.finding_id} a second time"
            problems.append(f"{sheet.name}, row {number}: {wrong}; the row is not used")
        else:
            decisions[row.finding_id] = row
    return Reviewed(decisions, tuple(problems))


def row_to_decision(cells: tuple[str, ...], sheet: Sheet) -> Decision | str:
    """A row; what is wrong with it, if it cannot be used."""
    if any(map(str.strip, cells[len(sheet.headings) :])):
        return "has more cells than there are columns; a note with a comma in it stands in quotation marks"
    row = {name: cells[at].strip() for name, at in sheet.columns().items()}
    decision = row["decision"].casefold()
    if not row["finding_id"]:
        return "names no finding"
    if decision not in set(Choice):
        return f"{row['decision'] or 'nothing'} is no decision; {' or '.join(Choice)} is"
    return Decision(row["finding_id"], Choice(decision), bare(row["note"]), row["values"])
