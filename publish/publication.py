"""A dataset -> all that people open beside its tables, in the same folder: each maker writes its files, and all appear at once."""

from pathlib import Path

from publish.audit.report import write_report
from publish.audit.reviewed import write_reviewed
from publish.beside import (
    workbook_to_limits,
    write_citation,
    write_csvw,
    write_metadata,
    write_readme,
    write_sqlite,
    write_workbook,
)
from publish.folder import add
from publish.material import Maker, Material
from publish.parquet import write_parquet
from publish.schema import TABLES


def write_parquets(material: Material, new: Path) -> None:
    """Write every table as Parquet: a dataset that was handed on as CSV may lack them."""
    for table in TABLES:
        write_parquet(getattr(material.dataset, table.name), table, new / f"{table.name}.parquet")


MAKERS: tuple[Maker, ...] = (
    write_citation,
    write_parquets,
    write_csvw,
    write_sqlite,
    write_metadata,
    write_workbook,
    write_report,
    write_reviewed,
    write_readme,  # last, for it names the files that the others made
)


def publish(folder: Path, material: Material) -> tuple[str, ...]:
    """Publish the dataset that stands in a folder, in place of what was published of it before; what did not fit, in sentences."""

    def make(new: Path) -> None:
        for maker in MAKERS:
            maker(material, new)

    add(folder, make)
    return tuple(workbook_to_limits(material.dataset))
