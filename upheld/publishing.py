"""The commands that publish a dataset: `upheld publish`, and `upheld run --publish`."""

from pathlib import Path
from typing import Annotated

import typer

from schemas import UpheldError
from upheld.console import WRONG_CALL, stop

Dataset = Annotated[Path, typer.Argument(metavar="DATASET", help="A folder that `upheld run` wrote.")]


def publish_dataset(
    dataset: Dataset,
    reports: Annotated[Path | None, typer.Option(metavar="FOLDER", help="The folder of the reports, for pictures of their pages.")] = None,
    reviewed: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A reviewed.csv handed back; its decisions win over those that stand in DATASET."),
    ] = None,
) -> None:
    """Make of DATASET what people open: a report, a spreadsheet, a database, and what describes them."""
    if reports is not None and not reports.is_dir():
        stop(f"{reports}: no such folder; name that of the reports", WRONG_CALL)
    if reviewed is not None and not reviewed.is_file():
        stop(f"{reviewed}: no such file; name a reviewed.csv", WRONG_CALL)
    try:
        publish(dataset, reports, reviewed)
    except UpheldError as error:
        stop(str(error), WRONG_CALL)


def publish(folder: Path, reports: Path | None = None, reviewed: Path | None = None) -> None:
    """Publish the dataset in a folder, with what its reports and a reviewer's decisions add to it."""
    from publish import REVIEWED, publication, read
    from publish.material import Material

    decided = tuple(path for path in (folder / REVIEWED, reviewed) if path and path.is_file())
    publication.publish(folder, Material(folder, read(folder), reports, decided))
