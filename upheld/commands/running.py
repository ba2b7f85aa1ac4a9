"""What `upheld run` does: an input is read, its dataset put in place, and a person told of it."""

import os
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

import publish
from schemas import UpheldError
from upheld.batch import Batch, Means, Told, gather, gathered_to_batch
from upheld.batch.standing import Standing
from upheld.commands.log import logged
from upheld.commands.since import changes, figures_by_file, frame_to_told
from upheld.commands.summary import Summary, batch_to_summary, changes_to_notes, json_to_summary, summary_to_json
from upheld.files.chosen import Chosen
from upheld.files.walk import walked
from upheld.terminal.console import progress
from upheld.terminal.show import printable


def check_places(folder: Path | str, output: Path) -> None:
    """Raise if no dataset can be written there, before anything is written beside it."""
    if os.path.realpath(folder) == os.path.realpath(output):
        raise UpheldError(f"{output}: is the folder of the reports; name another for the dataset")
    publish.check_target(output)


def read_and_write(  # noqa: PLR0913, PLR0917 - what a run is asked for
    folder: Path | str, output: Path, crosswalk: Path | None, chosen: Chosen, means: Means, log: Path | None
) -> Summary:
    """Read the reports, and put their dataset in place unless it stands there already."""
    standing = Standing(output, crosswalk, means.cache)
    edited = standing.edited()
    with progress("reading") as show, logged(log, folder) as write:

        def tell(told: Told) -> None:
            if told.total:
                show(told.file, told.total, failed=any(failure for _, failure in told.reports))
            write(told)

        gathered = gather(folder, output, tell, chosen, means)
    if told := standing.told(gathered, edited):
        return json_to_summary(told)
    batch = gathered_to_batch(gathered, edited, means)
    changed = write_dataset(batch, output, means)
    summary = batch_to_summary(batch)
    standing.keep(summary_to_json(summary), gathered, edited, batch)
    return summary._replace(notes=[*summary.notes, *changes_to_notes(changed)])


def write_dataset(batch: Batch, output: Path, means: Means) -> list[str]:
    """Put the dataset in place; a sentence for each file that is gone, or gives less than in the dataset that stood there.

    Raises `UpheldError` rather than replace a dataset by one without a report.
    """
    before = frame_to_told(publish.read_table(output, "reports")) if publish.is_package(output) else Counter[str]()
    if before and not batch.reports:
        was = f"{output}: was made of {len(before):,} files, and now there is none to read; it stays as it is"
        raise UpheldError(f"{was}: see that the reports' folder is there and whole, and what --include and --exclude leave of it")
    with means.stages.timed("writing"):
        publish.write(batch.whole.lines(), output)
    return list(changes(before, figures_by_file((report.file, report.figures) for report, _ in batch.reports), batch.walk.present))


def print_walk(folder: Path | str, output: Path, chosen: Chosen) -> None:
    """Print what a run would read, and what not and why."""
    with walked(folder, output, chosen) as walk:
        for path in walk.reports:
            refused = walk.refused.get(path)
            typer.echo(f"cannot be read: {printable(walk.name(path))}: {refused}" if refused else f"read: {printable(walk.name(path))}")
        for path in walk.sources:
            typer.echo(f"list of sources: {printable(walk.name(path))}")
        for path, reason in walk.ignored:
            typer.echo(f"{reason}: {printable(walk.name(path))}")


def print_summary(summary: Summary) -> None:
    """Print what was counted and what failed."""
    table = Table(show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for label, number in summary.counts:
        table.add_row(label, f"{number:,}")
    console = Console(soft_wrap=True)
    console.print(table)
    for note in summary.notes:
        console.print(printable(note), markup=False, highlight=False)


def print_profile(seconds: Mapping[str, float]) -> None:
    """Print the seconds of each stage; those of files are added up over all processes."""
    table = Table("stage", "seconds")
    for stage, taken in seconds.items():
        table.add_row(stage, f"{taken:.1f}")
    Console(stderr=True).print(table)
