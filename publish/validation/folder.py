"""Whether a folder holds a dataset that keeps the contract, whoever wrote it."""

from collections.abc import Iterator
from pathlib import Path

from publish.dataset import Dataset
from publish.parquet import read_parquet
from publish.schema import TABLES
from publish.tables import read_csv
from publish.validation.contract import dataset_to_faults
from publish.validation.faults import Fault
from publish.validation.structure import folder_to_faults


def validate(folder: Path) -> Iterator[Fault]:
    """What is wrong with the dataset in a folder; what its rows mean is looked at if their form is right."""
    found = list(folder_to_faults(folder))
    yield from found
    if any(fault.rule for fault in found):
        return
    dataset = Dataset(**{table.name: read_csv(folder / f"{table.name}.csv", table) for table in TABLES})
    yield from dataset_to_faults(dataset)
    yield from parquet_to_faults(folder, dataset)


def parquet_to_faults(folder: Path, dataset: Dataset) -> Iterator[Fault]:
    """A fault for each Parquet file that does not say what its CSV file says; it need not be there."""
    for table in TABLES:
        path, names = folder / f"{table.name}.parquet", [column.name for column in table.columns]
        try:
            same = not path.exists() or read_parquet(path)[names].equals(getattr(dataset, table.name)[names])
        except (OSError, ValueError, KeyError) as error:  # no Parquet file, or one without these columns
            yield Fault(path.name, None, "", f"cannot be read: {error}")
        else:
            if not same:
                yield Fault(path.name, None, "", f"says something else than {table.name}.csv")
