"""What the command line says on standard error: one sentence before it ends, and how far it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import NoReturn, Protocol

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from schemas import UpheldError
from upheld.terminal.show import printable

FAILED, WRONG_CALL = 1, 2
INTERRUPTED = 130  # as shells count: 128 and the number of SIGINT
COLUMNS = (
    BarColumn(),
    MofNCompleteColumn(),
    TextColumn("{task.fields[rate]:.1f} a second,"),
    TimeRemainingColumn(),
    TextColumn("left, {task.fields[failed]:,} failed"),
    TextColumn("{task.description}", markup=False),
)


class Tell(Protocol):
    """How far it is: what is done, of how many, and whether that failed."""

    def __call__(self, file: str, total: int, *, failed: bool = False) -> None:
        """To be told of each file once."""


def stop(sentence: str, status: int) -> NoReturn:
    """End with one sentence on standard error."""
    Console(stderr=True, soft_wrap=True).print(printable(f"upheld: {sentence}"), markup=False, highlight=False)
    raise typer.Exit(status)


@contextmanager
def stopping(status: int = WRONG_CALL) -> Iterator[None]:
    """End with the sentence of an UpheldError that the block raises."""
    try:
        yield
    except UpheldError as error:
        stop(str(error), status)


@contextmanager
def progress(doing: str) -> Iterator[Tell]:
    """A way to tell how far it is, on standard error: a bar with rate, time left and failures on a terminal, else a line for each file."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield partial(tell_line, doing)
        return
    with Progress(*COLUMNS, console=console, transient=True) as bar:
        task = bar.add_task("", total=None, failed=0, rate=0.0)
        yield partial(move_bar, bar, task)


def tell_line(doing: str, file: str, _total: int, *, failed: bool = False) -> None:
    """A line for a file."""
    typer.echo(f"{doing} {printable(file)}{': failed' if failed else ''}", err=True)


def move_bar(bar: Progress, task: TaskID, file: str, total: int, *, failed: bool = False) -> None:
    """The bar moved by a file."""
    so_far = bar.tasks[0]
    missed = so_far.fields["failed"] + failed
    bar.update(task, description=printable(file), total=total, advance=1, failed=missed, rate=so_far.speed or 0.0)
