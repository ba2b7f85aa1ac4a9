"""`upheld names`: a list of printed names of one's own -> the same list with the services that they mean."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from normalise.services import Match, Printed, match
from normalise.services.ids import category_of, label_of
from schemas import UpheldError
from upheld.files.csvfile import Sheet, fold_heading, read_sheet
from upheld.terminal.csvtext import rows_to_csv
from upheld.terminal.outfile import write_text

ASKED = ("council", "printed_name", "context")
"""The columns that are read; a list may do without all but the name."""
NAME = "printed_name"
ADDED = ("service_id", "label", "lgsco_category", "score", "method", "needs_review")
SCORE_DECIMALS = 3


def name_list(path: Path, output: Path) -> int:
    """Write the list of names in `path` with their services as `output`; how many names there were."""
    if os.path.realpath(path) == os.path.realpath(output):
        raise UpheldError(f"{output}: is the list itself; name another file for the result")
    sheet = read_sheet(path, (NAME,))
    rows = list(sheet_to_rows(sheet, path))
    headings = [*(heading_to_column(heading, at) for at, heading in enumerate(sheet.headings, 1)), *ADDED]
    write_text(output, rows_to_csv(headings, rows))
    return len(rows)


def sheet_to_rows(sheet: Sheet, path: Path) -> Iterator[list[str]]:
    """The rows of a list, in its order, each with what its name means."""
    columns = sheet.columns()
    for number, cells in sheet.rows:
        if any(map(str.strip, cells[len(sheet.headings) :])):
            raise UpheldError(f"{path}, row {number}: has more cells than there are columns; put a name with a comma in quotation marks")
        asked = {name: cells[columns[name]].strip() for name in ASKED if name in columns}
        if not asked[NAME]:
            raise UpheldError(f"{path}, row {number}: has no {NAME}; write one, or leave the row out")
        yield [*cells[: len(sheet.headings)], *match_to_cells(row_to_match(asked))]


def row_to_match(asked: Mapping[str, str]) -> Match:
    """What a row's name means; the columns of a list's own are never looked at."""
    return match(Printed(asked[NAME], "", asked.get("council", ""), asked.get("context", "")))


def match_to_cells(found: Match) -> tuple[str, ...]:
    """The added columns."""
    score = f"{found.score:.{SCORE_DECIMALS}f}"
    return (
        found.service_id,
        label_of(found.service_id),
        category_of(found.service_id),
        score,
        found.method,
        "true" if found.needs_review else "false",
    )


def heading_to_column(heading: str, at: int) -> str:
    """What a column of the list is called in the result; one without a heading is called by its place."""
    folded = fold_heading(heading)
    return folded if folded in ASKED else f"input_{heading or at}"
