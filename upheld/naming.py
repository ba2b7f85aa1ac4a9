"""The commands about the names of services: doubts are reviewed, a list is matched, and other programs are answered."""

from pathlib import Path
from typing import Annotated

import typer

from schemas import UpheldError
from upheld.console import WRONG_CALL, stop


def review(dataset: Annotated[Path, typer.Argument(metavar="DATASET", help="A dataset that `upheld run` wrote.")]) -> None:
    """Walk the names of DATASET whose service is in doubt; each decision is saved at once and wins in every later run."""
    from upheld.review import review as walk_doubts

    try:
        walk_doubts(dataset)
    except UpheldError as error:
        stop(str(error), WRONG_CALL)
