"""A folder of reports that name a service nobody knows, its dataset, and what a person does with that in a spreadsheet."""

import csv
from pathlib import Path

from drawing import table

from publish import Dataset, write
from upheld.batch import Batch, read_folder
from upheld.names.crosswalk import crosswalk_of, read_crosswalk

TEXT = "# Northvale Council annual complaints report 2019/20\n\n"
UNKNOWN = "Zephyr Works"


def write_report(folder: Path, name: str, year: str = "2019/20", service: str = UNKNOWN) -> None:
    (folder / "reports").mkdir(exist_ok=True)
    rows = table(
        f"Service | Stage 1 received {year} | Stage 1 upheld {year}\nCouncil Tax | 12 | 3\nPest Control | 7 | 1\n{service} | 5 | 2"
    )
    (folder / "reports" / name).write_text(TEXT.replace("2019/20", year) + rows)


def run(folder: Path) -> Batch:
    """A run that hands the dataset's own crosswalk back, and replaces the dataset."""
    dataset = folder / "dataset"
    batch = read_folder(folder / "reports", edited=read_crosswalk(crosswalk_of(None, dataset)))
    write(batch.dataset, dataset)
    return batch


def edit(folder: Path, service: str, **cells: str) -> None:
    """What a person does in a spreadsheet."""
    path = folder / "dataset" / "services.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for one in rows:
        if one["service"] == service:
            one.update(cells)
    write_rows(path, rows)


def write_rows(path: Path, rows: list[dict[str, str]], encoding: str = "utf-8", delimiter: str = ",", first: str = "") -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        file.write(first)
        writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)


def named(dataset: Dataset, service: str) -> dict[str, object]:
    """The row of a name, and the ids of its figures."""
    (found,) = dataset.services[dataset.services["service"] == service].fillna("").to_dict("records")
    figures = dataset.figures[dataset.figures["service"] == service]
    return {str(column): value for column, value in found.items()} | {"figures": sorted(set(figures["service_id"].fillna("")))}
