"""What `upheld run` does: an input is read, its dataset put in place, and a person told of it."""

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

import publish
from schemas import UpheldError
from upheld.batch import Batch, Means, Told, read_folder
from upheld.commands.log import logged
from upheld.commands.since import changes, figures_by_file
from upheld.commands.summary import batch_to_counts, batch_to_notes
from upheld.files.chosen import Chosen
from upheld.files.walk import walked
from upheld.names.crosswalk import crosswalk_of, read_crosswalk
from upheld.terminal.console import progress
from upheld.terminal.show import printable


def check_places(folder: Path, output: Path) -> None:
    """Raise if no dataset can be written there, before anything is written beside it."""
    if os.path.realpath(folder) == os.path.realpath(output):
        raise UpheldError(f"{output}: is the folder of the reports; name another for the dataset")
    publish.check_target(output)


def read_and_write(  # noqa: PLR0913, PLR0917 - what a run is asked for
    folder: Path, output: Path, crosswalk: Path | None, chosen: Chosen, means: Means, log: Path | None
) -> Batch:
    """Read the reports and put their dataset in place."""
    edited = read_crosswalk(crosswalk_of(crosswalk, output))
    with progress("reading") as show, logged(log, folder) as write:

        def tell(told: Told) -> None:
            if told.total:
                show(told.file, told.total, failed=any(outcome.failure for outcome in told.outcomes))
            write(told)

        batch = read_folder(folder, output, tell, edited, chosen, means=means)
    before = figures_by_file(publish.read_table(output, "reports")) if publish.is_package(output) else Counter[str]()
    with means.stages.timed("writing"):
        publish.write(batch.dataset, output)
    walk = batch.walk
    present = {walk.name(path) for path in (*walk.reports, *(path for path, _ in walk.ignored))}
    return replace(batch, changes=tuple(changes(before, figures_by_file(batch.dataset.reports), present)))


def print_walk(folder: Path, output: Path, chosen: Chosen) -> None:
    """Print what a run would read, and what not and why."""
    with walked(folder, output, chosen) as walk:
        for path in walk.reports:
            refused = walk.refused.get(path)
            typer.echo(f"cannot be read: {printable(walk.name(path))}: {refused}" if refused else f"read: {printable(walk.name(path))}")
        for path in walk.sources:
            typer.echo(f"list of sources: {printable(walk.name(path))}")
        for path, reason in walk.ignored:
            typer.echo(f"{reason}: {printable(walk.name(path))}")


def print_summary(batch: Batch) -> None:
    """Print what was counted and what failed."""
    table = Table(show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for label, number in batch_to_counts(batch):
        table.add_row(label, f"{number:,}")
    console = Console(soft_wrap=True)
    console.print(table)
    for note in batch_to_notes(batch):
        console.print(printable(note), markup=False, highlight=False)


def print_profile(seconds: Mapping[str, float]) -> None:
    """Print the seconds of each stage; those of files are added up over all processes."""
    table = Table("stage", "seconds")
    for stage, taken in seconds.items():
        table.add_row(stage, f"{taken:.1f}")
    Console(stderr=True).print(table)
