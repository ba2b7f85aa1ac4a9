"""What several commands ask for in the same words."""

from pathlib import Path
from typing import Annotated

import typer

Dataset = Annotated[Path, typer.Argument(metavar="DATASET", help="A folder that `upheld run` wrote.")]
Passwords = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Passwords of encrypted reports: CSV with the columns file and password, or TOML.")
]
