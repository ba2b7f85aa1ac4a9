"""A frame's rows as Python's own values, some at a time: what a database, a spreadsheet and a comparison are filled with."""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

AT_ONCE = 1000
"""Rows held as Python's values at a time: enough to be fast, few enough to weigh some megabytes."""


def frame_to_cells(frame: "pd.DataFrame") -> Iterator[tuple[Any, ...]]:
    """The rows of a frame: str, int, float and bool, None for an empty cell."""
    parts = (frame.iloc[start : start + AT_ONCE] for start in range(0, len(frame), AT_ONCE))
    return chain.from_iterable(map(part_to_cells, parts))


def part_to_cells(frame: "pd.DataFrame") -> Iterator[tuple[Any, ...]]:
    """The same of a few rows."""
    return zip(*(column_to_cells(frame[name]) for name in frame.columns), strict=True)


def column_to_cells(values: "pd.Series") -> list[Any]:
    """The cells of a column."""
    return [None if missing else value for value, missing in zip(values.tolist(), values.isna().tolist(), strict=True)]
