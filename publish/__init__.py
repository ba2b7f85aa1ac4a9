"""Dataset -> files people use.

The way through: `schema.TABLES` says what each table holds. `lines` makes lines of CSV of rows, in whatever process; `parquet` makes the
same table as Parquet of these lines, `package` describes them in datapackage.json, and `write` (in `folder`, with `swap`) puts all of it in
place as a whole; `rewrite` does so with one table. `dataset` holds the tables as DataFrames: `records_to_dataset` makes them of records,
`read` (with `tables`) of what was written, and `recorded` goes back to the records. `words` says what tables, columns and codes mean.

`publication` adds what people open: its MAKERS each write their files, those of the room `beside` and the page of the room `audit`, and
`add` puts them in place. The room `validation` says where a folder breaks the contract, `difference` what came, went or changed between two
datasets; the rooms `benchmark` and `comparison` put councils side by side.
"""

from publish.benchmark import BenchmarkRow, records_to_benchmark
from publish.dataset import Dataset, records_to_dataset, records_to_rows, report_to_rows, rows_to_dataset
from publish.folder import REVIEWED, add, check_target, folder_to_digest, read, read_table, rewrite, write
from publish.lines import Lines, Rows, rows_to_lines
from publish.package import is_package
from publish.recorded import dataset_to_records, each_records, frame_to_rows
from publish.schema import TABLES, Origin
from publish.tables import lines_to_dataset

__all__ = [
    "REVIEWED", "TABLES", "BenchmarkRow", "Dataset", "Lines", "Origin", "Rows", "add", "check_target", "dataset_to_records", "each_records",
    "folder_to_digest", "frame_to_rows", "is_package", "lines_to_dataset", "read", "read_table", "records_to_benchmark",
    "records_to_dataset", "records_to_rows", "report_to_rows", "rewrite", "rows_to_dataset", "rows_to_lines", "write",
]  # fmt: skip
