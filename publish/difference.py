"""Two datasets -> what came, went or changed between them.

Rows are matched by what they mean and not by their ids, which follow a report's content: first those that say the same at the same place,
then those that mean the same, last those that stand at the same place and came to mean something else.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import pandas as pd

from publish.cells import column_to_cells
from publish.dataset import Dataset
from publish.lines import TO_CSV
from publish.schema import BY_NAME, Kind


class Change(StrEnum):
    """What became of a row."""

    CAME = "came"
    WENT = "went"
    CHANGED = "changed"


class Difference(NamedTuple):
    """A row that came or went, or a column of one that changed; a column that the row's table lacks is empty."""

    table: str
    change: Change
    file: str
    council_code: str
    service: str
    period_start: str
    period_end: str
    period: str
    basis: str
    stage: str
    measure: str
    dimension: str
    category: str
    kind: str
    number: str
    check: str
    column: str
    old: str
    new: str


ABOUT = Difference._fields[2:-3]


@dataclass(frozen=True, slots=True)
class Matching:
    """How rows of a table are matched: by which columns, the surest first; which of them are compared; and which says what the row says."""

    passes: tuple[tuple[str, ...], ...]
    compared: tuple[str, ...]
    says: str


MEANT = ("period_start", "period_end", "basis", "stage", "regime", "measure", "dimension", "category")
FIGURE = ("file", "council_code", "service", *MEANT)
COMMITMENT = ("file", "service", "period", "kind", "number")
FINDING = ("file", "check", "service", "stage", "period_start", "period_end")

MATCHINGS = {
    "reports": Matching(
        passes=(("file", "first_page"),),
        compared=("council_code", "period_start", "period_end", "status", "same_as"),
        says="status",
    ),
    "figures": Matching(
        passes=((*FIGURE, "value", "state", "page", "place"), (*FIGURE, "value", "state"), FIGURE, ("file", "page", "place", "text")),
        compared=("council_code", "directorate", "service", "service_id", *MEANT, "category_id", "value", "unit", "state"),
        says="text",
    ),
    "commitments": Matching(
        passes=((*COMMITMENT, "commitment"), COMMITMENT, ("file", "commitment")),
        compared=("council_code", "directorate", "service", "service_id", "period", "kind", "number", "commitment", "progress"),
        says="commitment",
    ),
    "findings": Matching(
        passes=((*FINDING, "expected", "found"), FINDING),
        compared=("severity", "service_id", "expected", "found", "explanation", "suggestion", "confirmed"),
        says="message",
    ),
}


def differences(old: Dataset, new: Dataset) -> Iterator[Difference]:
    """What came, went or changed, table by table and file by file."""
    for table, matching in MATCHINGS.items():
        yield from sorted(frames_to_differences(dataset_to_texts(old, table), dataset_to_texts(new, table), table, matching), key=by_file)


def by_file(difference: Difference) -> str:
    """Where a difference is told; those of one file stay in their order."""
    return difference.file


def dataset_to_texts(dataset: Dataset, name: str) -> pd.DataFrame:
    """A table with the file that each row was read from, every cell as text."""
    frame, columns = getattr(dataset, name), BY_NAME[name].columns
    texts = pd.DataFrame({column.name: column_to_texts(frame[column.name], column.kind) for column in columns}, dtype="object")
    if "file" not in texts:
        texts["file"] = texts["report_id"].map(dict(zip(dataset.reports["report_id"], dataset.reports["file"], strict=True)))
    return texts


def column_to_texts(values: pd.Series, kind: Kind) -> list[str]:
    """A column's cells as text."""
    return [cell if isinstance(cell, str) else "" if cell is None else TO_CSV[kind](cell) for cell in column_to_cells(values)]


def frames_to_differences(old: pd.DataFrame, new: pd.DataFrame, table: str, matching: Matching) -> Iterator[Difference]:
    """What came, went or changed of a table."""
    olds, news = match(old, new, matching.passes)
    for column in matching.compared:
        for at, *values in zip(news, old[column].loc[olds], new[column].loc[news], strict=True):
            if values[0] != values[1]:
                yield difference(table, Change.CHANGED, new.iloc[at], column, (values[0], values[1]))
    for _, row in old.drop(index=olds).iterrows():
        yield difference(table, Change.WENT, row, matching.says, (row[matching.says], ""))
    for _, row in new.drop(index=news).iterrows():
        yield difference(table, Change.CAME, row, matching.says, ("", row[matching.says]))


def difference(table: str, change: Change, row: pd.Series, column: str, values: tuple[str, str]) -> Difference:
    """A difference, with what its row is about."""
    about = {name: str(row.get(name, "")) for name in ABOUT}
    return Difference(table, change, **about, column=column, old=values[0], new=values[1])


def match(old: pd.DataFrame, new: pd.DataFrame, passes: tuple[tuple[str, ...], ...]) -> tuple[list[int], list[int]]:
    """The places of rows of both that belong together. Of several that are alike, the first goes with the first."""
    olds: list[int] = []
    news: list[int] = []
    for columns in passes:
        found = counted(old.drop(index=olds), columns).merge(counted(new.drop(index=news), columns), on=[*columns, "nth"])
        olds += found["at_x"].tolist()
        news += found["at_y"].tolist()
    return olds, news


def counted(frame: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
    """Some columns of a frame, with each row's place in it and the how-manieth of its like it is."""
    named = frame[list(columns)]
    return named.assign(at=frame.index, nth=named.groupby(list(columns)).cumcount())
