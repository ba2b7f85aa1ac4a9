r"""One table -> CSV and Parquet, and back. The same table gives the same bytes.

CSV is UTF-8 and RFC 4180 with one departure: lines end in `\n`, so that a change of a dataset can be reviewed as a change of lines.
"""

from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from publish.cells import column_to_cells
from publish.dataset import DTYPES, rows_to_frame
from publish.schema import Kind, Table
from schemas import DatasetError

ROWS = 5_000
"""Written at once: as text, a table takes ten times the memory that it takes as a frame."""
GROUP = 10 * ROWS
"""Rows that stand together in a Parquet file, and in memory until they are written."""
QUOTED = frozenset('",\r\n')
ARROW = {Kind.STRING: pa.string(), Kind.INTEGER: pa.int64(), Kind.NUMBER: pa.float64(), Kind.BOOLEAN: pa.bool_(), Kind.DATE: pa.date32()}
HELD = ARROW | {Kind.DATE: pa.string()}
"""The types of a frame's columns, in which a date is text."""


def text_to_csv(text: str) -> str:
    """The text, in quotes where it needs them."""
    return text if QUOTED.isdisjoint(text) else '"' + text.replace('"', '""') + '"'


def number_to_csv(number: float) -> str:
    """The shortest decimal that means this number, without exponent, and `206` rather than `206.0`."""
    return str(int(number)) if number.is_integer() else format(Decimal(repr(number)), "f")


def boolean_to_csv(value: object) -> str:
    """`true` or `false`."""
    return "true" if value else "false"


TO_CSV: dict[Kind, Callable[[Any], str]] = {
    Kind.STRING: text_to_csv,
    Kind.INTEGER: str,
    Kind.NUMBER: number_to_csv,
    Kind.BOOLEAN: boolean_to_csv,
    Kind.DATE: str,
}


def column_to_csv(values: pd.Series, kind: Kind) -> list[str]:
    """A column's cells as CSV prints them."""
    to_csv = TO_CSV[kind]
    return ["" if value is None else to_csv(value) for value in column_to_cells(values)]


def write_csv(frame: pd.DataFrame, table: Table, path: Path) -> None:
    """Write a table as CSV, its header always."""
    write_frames(frame, CsvFile(table, path))


def frame_to_csv(frame: pd.DataFrame, table: Table) -> str:
    """The lines of some rows."""
    printed = [column_to_csv(frame[column.name], column.kind) for column in table.columns]
    return "".join(f"{','.join(cells)}\n" for cells in zip(*printed, strict=True))


def read_csv(path: Path, table: Table) -> pd.DataFrame:
    """The table that `write_csv` wrote, with its types. Raises `DatasetError` if it is not there, damaged or of an earlier version."""
    dtypes = {column.name: DTYPES[column.kind] for column in table.columns}
    try:
        frame = pd.read_csv(path, dtype=dtypes, keep_default_na=False, na_values=[""])
    except (OSError, ValueError) as error:
        raise DatasetError(f"{path}: cannot be read: {error}; run `upheld run` again") from error
    if missing := [column.name for column in table.columns if column.name not in frame]:
        raise DatasetError(f"{path}: lacks {', '.join(missing)}, as in earlier versions; run `upheld run` again")
    return frame


def write_parquet(frame: pd.DataFrame, table: Table, path: Path) -> None:
    """Write a table as Parquet. Raises `DatasetError` where a date is none."""
    write_frames(frame, ParquetFile(table, path))


def frame_to_arrow(frame: pd.DataFrame, table: Table) -> pa.Table:
    """Rows with the types that are written; a text column without any text is still a text column."""
    held, written = (pa.schema([(column.name, types[column.kind]) for column in table.columns]) for types in (HELD, ARROW))
    made = pa.Table.from_pandas(frame, schema=held, preserve_index=False)
    try:
        return made.cast(written.with_metadata(made.schema.metadata))
    except pa.ArrowInvalid as error:
        raise DatasetError(f"{table.name}.csv: {error}; `upheld validate` names the row") from error


class TableFile(Protocol):
    """A file that a table is written to, some rows at a time."""

    def append(self, frame: pd.DataFrame) -> None:
        """Write further rows."""

    def close(self) -> None:
        """No rows come any more."""


class CsvFile:
    """A table as CSV, its header always."""

    def __init__(self, table: Table, path: Path) -> None:
        """Write the header."""
        self._table, self._file = table, path.open("wb")
        self._file.write((",".join(column.name for column in table.columns) + "\n").encode())

    def append(self, frame: pd.DataFrame) -> None:
        """Write further rows."""
        self._file.write(frame_to_csv(frame, self._table).encode())

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


class ParquetFile:
    """A table as Parquet. Rows that are `GROUP`s together are written when they are whole: the file does not depend on how they come."""

    def __init__(self, table: Table, path: Path) -> None:
        """The types are known, whatever comes."""
        self._waiting = [frame_to_arrow(rows_to_frame([], table), table)]
        self._table = table
        self._file = pq.ParquetWriter(path, self._waiting[0].schema, compression="zstd")
        self._is_empty = True

    def append(self, frame: pd.DataFrame) -> None:
        """Write further rows."""
        self._waiting.append(frame_to_arrow(frame, self._table))
        whole = pa.concat_tables(self._waiting)
        for _ in range(len(whole) // GROUP):
            self._write(whole[:GROUP])
            whole = whole[GROUP:]
        self._waiting = [whole]

    def close(self) -> None:
        """Write what is left, if only that there is nothing."""
        (left,) = self._waiting
        if len(left) or self._is_empty:
            self._write(left)
        self._file.close()

    def _write(self, rows: pa.Table) -> None:
        self._file.write_table(rows.combine_chunks())
        self._is_empty = False


def write_frames(frame: pd.DataFrame, file: TableFile) -> None:
    """Write a table, a part at a time."""
    with closing(file):
        for start in range(0, len(frame), ROWS):
            file.append(frame.iloc[start : start + ROWS])


def read_parquet(path: Path) -> pd.DataFrame:
    """The table that `write_parquet` wrote; its types stand in the file, and a date is text, as in every frame of ours."""
    found = pq.read_table(path)
    texts = [field.with_type(pa.string()) if pa.types.is_date(field.type) else field for field in found.schema]
    frame: pd.DataFrame = found.cast(pa.schema(texts, metadata=found.schema.metadata)).to_pandas()
    return frame
