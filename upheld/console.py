"""What the command line says on standard error: one sentence before it ends, and how far it is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from upheld.show import printable

FAILED, WRONG_CALL = 1, 2
INTERRUPTED = 130  # as shells count: 128 and the number of SIGINT

Tell = Callable[[str, int], None]


def stop(sentence: str, status: int) -> NoReturn:
    """End with one sentence on standard error."""
    Console(stderr=True, soft_wrap=True).print(printable(f"upheld: {sentence}"), markup=False, highlight=False)
    raise typer.Exit(status)


@contextmanager
def progress(doing: str) -> Iterator[Tell]:
    """A way to tell how far it is, on standard error: a bar on a terminal, else a line for each file."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda file, _total: typer.echo(f"{doing} {printable(file)}", err=True)
        return
    with Progress(
        BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False), console=console, transient=True
    ) as bar:
        task = bar.add_task("", completed=-1)
        yield lambda file, total: bar.update(task, description=printable(file), total=total, advance=1)
