"""`upheld validate`: whether a dataset keeps its contract."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from upheld.terminal.console import FAILED, WRONG_CALL, stop, stopping
from upheld.terminal.show import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publish.validation import Fault

TOLD = 5
"""Faults of one kind in one column that are told one by one: who has more has one reason for them."""


def validate(dataset: Annotated[Path, typer.Argument(metavar="DATASET", help="A folder with a dataset, whoever wrote it.")]) -> None:
    """Tell where DATASET breaks the contract: its columns, codes, keys and links, and what its rows may say. Status 1 if it does."""
    from publish import validation

    if not dataset.is_dir():
        stop(f"{dataset}: no such folder; name one that holds a dataset", WRONG_CALL)
    with stopping(FAILED):
        found = tell(validation.validate(dataset))
    typer.echo(f"{found:,} faults" if found != 1 else "1 fault")
    raise typer.Exit(FAILED if found else 0)


def tell(faults: "Iterable[Fault]") -> int:
    """Print a line for each fault, the first ones of each kind, and for how many more there are; how many it were."""
    kinds: Counter[tuple[str, str, str]] = Counter()
    for fault in faults:
        kind = fault.file, fault.column, fault.rule or fault.wrong
        kinds[kind] += 1
        if kinds[kind] <= TOLD:
            typer.echo(printable(str(fault)))
    for (file, column, _), number in kinds.items():
        if number > TOLD:
            typer.echo(printable(f"{file}{', column ' if column else ''}{column}: {number - TOLD:,} more of this kind"))
    return kinds.total()
