"""The command line. Exit status: 0 done, 1 a report could not be read, 2 a wrong call."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

import upheld
from schemas import UpheldError
from upheld import checking, corpus, naming, publishing
from upheld.console import FAILED, WRONG_CALL, progress, stop
from upheld.show import document_to_lines, printable

if TYPE_CHECKING:
    from schemas import Document
    from upheld.batch import Batch

main = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
main.add_typer(corpus.commands, name="corpus")
for command in (checking.check, checking.rules, checking.explain, naming.review, naming.names, naming.reconcile):
    main.command()(command)
main.command("publish")(publishing.publish_dataset)


def tell_version(asked: bool) -> None:  # noqa: FBT001 - Typer hands the option's value over by position
    """Print the version and end."""
    if asked:
        typer.echo(f"upheld {upheld.__version__}")
        raise typer.Exit


@main.callback()
def options(
    *,
    version: Annotated[bool, typer.Option("--version", callback=tell_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """Turn the complaint reports that UK councils publish into one checked dataset."""


def print_summary(batch: "Batch") -> None:
    """Print what was counted and what failed."""
    from upheld.summary import batch_to_counts, batch_to_notes

    table = Table(show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for label, number in batch_to_counts(batch):
        table.add_row(label, f"{number:,}")
    console = Console(soft_wrap=True)
    console.print(table)
    for note in batch_to_notes(batch):
        console.print(printable(note), markup=False, highlight=False)


@main.command()
def run(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder that holds the reports.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DATASET", help="The folder the dataset is written to.")],
    crosswalk: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="An edited services.csv, whose decisions win; by default that of the dataset that is replaced."),
    ] = None,
    *,
    published: Annotated[bool, typer.Option("--publish", help="Then publish it, as `upheld publish` does.")] = False,
) -> None:
    """Read every report of FOLDER and write one dataset."""
    import publish
    from upheld.batch import read_folder
    from upheld.crosswalk import crosswalk_of, read_crosswalk
    from upheld.summary import batch_to_status

    try:
        if os.path.realpath(folder) == os.path.realpath(output):
            stop(f"{output}: is the folder of the reports; name another for the dataset", WRONG_CALL)
        publish.check_target(output)
        edited = read_crosswalk(crosswalk_of(crosswalk, output))
        with progress("reading") as tell:
            batch = read_folder(folder, output, tell, edited)
        publish.write(batch.dataset, output)
        if published:
            publishing.publish(output, folder)
    except UpheldError as error:
        stop(str(error), WRONG_CALL)
    print_summary(batch)
    raise typer.Exit(batch_to_status(batch))


def check_page(file: Path, document: "Document", page: int) -> None:
    """End if the document has no such page."""
    if document.pages is None:
        stop(f"{file}: has no pages; leave --page out", WRONG_CALL)
    if not 1 <= page <= document.pages:
        stop(f"{file}: has no page {page}; its pages are 1 to {document.pages}", WRONG_CALL)


@main.command()
def show(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A report.")],
    page: Annotated[int | None, typer.Option(help="Show this page only.")] = None,
) -> None:
    """Print what the machine sees of FILE: passages, tables and charts, cell by cell, each with its place."""
    import extract
    from upheld.batch import fault_to_message

    if not file.is_file():
        stop(f"{file}: {'is a folder' if file.is_dir() else 'no such file'}; name a report", WRONG_CALL)
    try:
        document = extract.read(file)
    except UpheldError as error:
        stop(str(error), FAILED)
    except Exception as error:  # noqa: BLE001 - whoever asks what the machine sees is told in a sentence, too
        stop(f"{file}: {fault_to_message(error)}", FAILED)
    if page is not None:
        check_page(file, document, page)
    sys.stdout.writelines(f"{line}\n" for line in document_to_lines(document, page))
