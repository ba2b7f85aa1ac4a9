"""What is wrong with a dataset: one sentence each, that names file, row and column."""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

FIRST_ROW = 2
"""Rows are counted as a spreadsheet counts them: the first is the heading."""


class Fault(NamedTuple):
    """What is wrong, and where; `rule` is what faults of one kind share."""

    file: str
    row: int | None
    column: str
    wrong: str
    rule: str = ""

    def __str__(self) -> str:
        """The sentence."""
        row = "" if self.row is None else f", row {self.row}"
        return f"{self.file}{row}{', column ' if self.column else ''}{self.column}: {self.wrong}"


def faults(table: str, column: str, wrong: pd.Series, sentence: str, **cells: pd.Series) -> Iterator[Fault]:
    """A fault for each row that is wrong; the sentence may name cells of the row."""
    for at in wrong.index[wrong.fillna(value=False).astype(bool)]:
        said = sentence.format(**{name: shown(values[at]) for name, values in cells.items()})
        yield Fault(f"{table}.csv", int(at) + FIRST_ROW, column, said, sentence)


def shown(cell: object) -> str:
    """A cell as a sentence quotes it."""
    if cell is None or cell is pd.NA or cell != cell:  # noqa: PLR0124 - what is not a number is not itself
        return "nothing"
    return f"`{int(cell)}`" if isinstance(cell, float) and cell.is_integer() else f"`{cell}`"
