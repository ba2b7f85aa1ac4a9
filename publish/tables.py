"""One table -> the lines of its CSV file, and back to a frame."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from publish.cells import column_to_cells
from publish.dataset import DTYPES, Dataset
from publish.lines import Lines, columns_to_lines, table_to_header
from publish.schema import TABLES, Table
from schemas import DatasetError

if TYPE_CHECKING:
    import pandas as pd

ROWS = 5_000
"""Made into lines at once: as text, a table takes ten times the memory that it takes as a frame."""


def frame_to_lines(frame: "pd.DataFrame", table: Table) -> Iterator[bytes]:
    """The lines of a table, some rows at a time."""
    for start in range(0, len(frame), ROWS):
        part = frame.iloc[start : start + ROWS]
        yield columns_to_lines([column_to_cells(part[column.name]) for column in table.columns], table)


def dataset_to_lines(dataset: Dataset) -> Iterator[Lines]:
    """The lines of all tables."""
    for table in TABLES:
        yield from ((table.name, lines) for lines in frame_to_lines(getattr(dataset, table.name), table))


def lines_to_dataset(lines: Iterable[Lines]) -> Dataset:
    """The frames of the tables that have these lines below their headers."""
    found = {table.name: bytearray(table_to_header(table)) for table in TABLES}
    for name, more in lines:
        found[name] += more
    return Dataset(**{table.name: read_csv(BytesIO(found[table.name]), table) for table in TABLES})


def read_csv(source: Path | BytesIO, table: Table) -> "pd.DataFrame":
    """The table of a CSV file of ours, with its types. Raises `DatasetError` if it is not there, damaged or of an earlier version."""
    import pandas as pd  # noqa: PLC0415  who only writes lines has no need of it

    dtypes = {column.name: DTYPES[column.kind] for column in table.columns}
    try:
        frame = pd.read_csv(source, dtype=dtypes, keep_default_na=False, na_values=[""])
    except (OSError, ValueError) as error:
        raise DatasetError(f"{source}: cannot be read: {error}; run `upheld run` again") from error
    if missing := [column.name for column in table.columns if column.name not in frame]:
        raise DatasetError(f"{source}: lacks {', '.join(missing)}, as in earlier versions; run `upheld run` again")
    return frame
