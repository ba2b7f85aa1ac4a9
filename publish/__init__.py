"""Dataset -> files people use.

The way through: `schema.TABLES` says what each table holds, `records_to_dataset` makes a DataFrame of each, `tables` writes one as CSV and
Parquet, `package` describes them in datapackage.json, and `write` (in `folder`, with `swap`) puts all of it in place as a whole; `rewrite`
does so with one table. `publication` adds what people open beside the tables: its MAKERS each write their files, `add` puts them in place.
`read` and `dataset_to_records` go the way back. `validation` says where a folder breaks the contract (`structure` its files, `contract` its
rows), `difference` what came, went or changed between two datasets.
"""

from publish.dataset import Dataset, records_to_dataset
from publish.folder import REVIEWED, add, check_target, read, read_table, rewrite, write
from publish.package import is_package
from publish.recorded import dataset_to_records, each_records, frame_to_rows
from publish.schema import TABLES, Origin

__all__ = [
    "REVIEWED", "TABLES", "Dataset", "Origin", "add", "check_target", "dataset_to_records", "each_records", "frame_to_rows",
    "is_package", "read", "read_table", "records_to_dataset", "rewrite", "write",
]  # fmt: skip
