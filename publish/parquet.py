"""The lines of a table's CSV file -> Parquet, and back to a frame: what the one file says, the other says with its types."""

import json
from contextlib import closing
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import csv

from publish.dataset import DTYPES
from publish.lines import table_to_header
from publish.schema import Kind, Table
from publish.tables import frame_to_lines
from schemas import DatasetError

if TYPE_CHECKING:
    import pandas as pd

GROUP = 50_000
"""Rows that stand together in a Parquet file, and in memory until they are written."""
AT_ONCE = 4_000_000
"""Bytes of lines that become rows at once: enough to be fast, few enough to weigh little."""
_TYPES = {Kind.STRING: pa.string(), Kind.INTEGER: pa.int64(), Kind.NUMBER: pa.float64(), Kind.BOOLEAN: pa.bool_(), Kind.DATE: pa.date32()}
_PANDAS = {Kind.STRING: "unicode", Kind.INTEGER: "int64", Kind.NUMBER: "float64", Kind.BOOLEAN: "bool", Kind.DATE: "unicode"}
"""What pandas calls the cells of a column, of which a date is text in every frame of ours."""


def table_to_pandas(table: Table) -> dict[str, Any]:
    """What pandas notes in a file of a frame, so that it reads the same types again (its developer guide, "Storing pandas objects")."""
    columns = [
        {
            "name": column.name,
            "field_name": column.name,
            "pandas_type": _PANDAS[column.kind],
            "numpy_type": DTYPES[column.kind],
            "metadata": None,
        }
        for column in table.columns
    ]
    creator = {"library": "pyarrow", "version": pa.__version__}
    index: dict[str, Any] = {"index_columns": [], "column_indexes": []}
    return index | {"columns": columns, "attributes": {}, "creator": creator, "pandas_version": version("pandas")}


def table_to_schema(table: Table) -> pa.Schema:
    """The types that are written."""
    types = [(column.name, _TYPES[column.kind]) for column in table.columns]
    return pa.schema(types, metadata={"pandas": json.dumps(table_to_pandas(table))})


def lines_to_arrow(lines: bytes, table: Table, schema: pa.Schema) -> pa.Table:
    """Rows with the types that are written. Raises `DatasetError` where a cell is not of its column's type."""
    whole = table_to_header(table) + lines
    options = csv.ConvertOptions(
        column_types=schema, null_values=[""], true_values=["true"], false_values=["false"], strings_can_be_null=True
    )
    try:
        made = csv.read_csv(
            pa.BufferReader(whole),
            csv.ReadOptions(use_threads=False, block_size=len(whole)),
            csv.ParseOptions(newlines_in_values=True),
            options,
        )
    except pa.ArrowInvalid as error:
        raise DatasetError(f"{table.name}.csv: {error}; `upheld validate` names the row") from error
    return made.replace_schema_metadata(schema.metadata)


class ParquetFile:
    """A table as Parquet. Rows that are `GROUP`s together are written when they are whole: the file does not depend on how they come."""

    def __init__(self, table: Table, path: Path) -> None:
        """The types are known, whatever comes."""
        self._table, self._schema = table, table_to_schema(table)
        self._lines, self._rows = bytearray(), pa.Table.from_batches([], self._schema)
        self._file = pq.ParquetWriter(path, self._schema, compression="zstd")
        self._is_empty = True

    def append(self, lines: bytes) -> None:
        """Write further rows, given as lines of CSV."""
        self._lines += lines
        if len(self._lines) >= AT_ONCE:
            self._take()

    def close(self) -> None:
        """Write what is left, if only that there is nothing."""
        self._take()
        if len(self._rows) or self._is_empty:
            self._write(self._rows)
        self._file.close()

    def _take(self) -> None:
        """Make rows of the lines, and write those that are whole groups."""
        rows = pa.concat_tables([self._rows, lines_to_arrow(bytes(self._lines), self._table, self._schema)])
        self._lines.clear()
        for _ in range(len(rows) // GROUP):
            self._write(rows[:GROUP])
            rows = rows[GROUP:]
        self._rows = rows

    def _write(self, rows: pa.Table) -> None:
        self._file.write_table(rows.combine_chunks())
        self._is_empty = False


def write_parquet(frame: "pd.DataFrame", table: Table, path: Path) -> None:
    """Write a table as Parquet. Raises `DatasetError` where a date is none."""
    with closing(ParquetFile(table, path)) as file:
        for lines in frame_to_lines(frame, table):
            file.append(lines)


def read_parquet(path: Path) -> "pd.DataFrame":
    """The table that `write_parquet` wrote; its types stand in the file, and a date is text, as in every frame of ours."""
    found = pq.read_table(path)
    texts = [field.with_type(pa.string()) if pa.types.is_date(field.type) else field for field in found.schema]
    frame: pd.DataFrame = found.cast(pa.schema(texts, metadata=found.schema.metadata)).to_pandas()
    return frame
