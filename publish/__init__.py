"""Dataset -> files people use.

The way through: `schema.TABLES` says what each table holds, `records_to_dataset` makes a DataFrame of each, `tables` writes one as CSV and
Parquet, `package` describes them in datapackage.json, and `write` (in `folder`, with `swap`) puts all of it in place as a whole; `rewrite`
does so with one table. `read` and `dataset_to_records` (in `recorded`) go the way back. `words` says what tables, columns and codes mean.

`publication` adds what people open: its MAKERS each write their files, those of the room `beside` and the page of the room `audit`, and
`add` puts them in place. The room `validation` says where a folder breaks the contract, `difference` what came, went or changed between two
datasets; the rooms `benchmark` and `comparison` put councils side by side.
"""

from publish.benchmark import BenchmarkRow, records_to_benchmark
from publish.dataset import Dataset, Rows, records_to_dataset, records_to_rows, rows_to_dataset
from publish.folder import REVIEWED, add, check_target, folder_to_digest, read, read_table, rewrite, write
from publish.package import is_package
from publish.recorded import dataset_to_records, each_records, frame_to_rows
from publish.schema import TABLES, Origin

__all__ = [
    "REVIEWED", "TABLES", "BenchmarkRow", "Dataset", "Origin", "Rows", "add", "check_target", "dataset_to_records", "each_records",
    "folder_to_digest", "frame_to_rows", "is_package", "read", "read_table", "records_to_benchmark", "records_to_dataset",
    "records_to_rows", "rewrite", "rows_to_dataset", "write",
]  # fmt: skip
