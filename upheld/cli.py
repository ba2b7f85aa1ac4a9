"""The command line. Exit status: 0 done, 1 a report could not be read, 2 a wrong call."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import upheld
from schemas import UpheldError
from upheld.commands import checking, comparing, corpus, differing, naming, publishing, validating
from upheld.commands.options import Dataset, Passwords
from upheld.terminal.console import FAILED, INTERRUPTED, WRONG_CALL, stop, stopping
from upheld.terminal.show import document_to_lines, printable

if TYPE_CHECKING:
    from schemas import Document

INPUT = (
    "The folder that holds the reports; or a zip file of them; or an address such as s3://bucket/reports; "
    "or a list of files, a path on each line; - for a list on standard input."
)
PATTERN = "as in a .gitignore, such as '2019/*.pdf'; may be given several times."

main = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
main.add_typer(corpus.commands, name="corpus")
for command in (
    checking.check,
    checking.rules,
    checking.explain,
    comparing.compare,
    differing.diff,
    naming.review,
    naming.names,
    naming.reconcile,
    validating.validate,
):
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


@main.command()
def run(  # noqa: PLR0913 - an option each
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help=INPUT)],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DATASET", help="The folder the dataset is written to.")],
    crosswalk: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="An edited services.csv, whose decisions win; by default that of the dataset that is replaced."),
    ] = None,
    *,
    include: Annotated[list[str] | None, typer.Option(metavar="PATTERN", help=f"Read only files that match, {PATTERN}")] = None,
    exclude: Annotated[list[str] | None, typer.Option(metavar="PATTERN", help=f"Leave out files that match, {PATTERN}")] = None,
    only: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="Read this file or folder only; may be given several times.")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Read the first N files only.")] = None,
    passwords: Passwords = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what would be read and what not, and write nothing.")] = False,
    jobs: Annotated[int | None, typer.Option(min=1, metavar="N", help="Files read at once; by default one for each core.")] = None,
    cluster: Annotated[str | None, typer.Option(metavar="ADDRESS", help="Read on the Dask cluster with this scheduler.")] = None,
    timeout: Annotated[float, typer.Option(min=1, metavar="SECONDS", help="What reading one file may take of the processor's time.")] = 120,
    memory: Annotated[int, typer.Option(min=300, metavar="MB", help="What the process that reads a file may hold.")] = 2000,
    cache: Annotated[bool, typer.Option("--cache/--no-cache", help="Do not read again what has not changed since the last run.")] = True,
    log_json: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write a line of JSON for each report when it is done: status, reason, seconds."),
    ] = None,
    profile: Annotated[bool, typer.Option("--profile", help="Tell where the time went.")] = False,
    published: Annotated[bool, typer.Option("--publish", help="Then publish it, as `upheld publish` does.")] = False,
) -> None:
    """Read every report of FOLDER and write one dataset."""
    from upheld.work import Limits, rubbish, warm_up  # noqa: F401

    if not (dry_run or cluster):
        warm_up("upheld.cli", upheld.READERS)  # imported elsewhere, while this process goes on
    from upheld.batch import cache_of, isolated, on_cluster
    from upheld.commands.running import check_places, print_profile, print_summary, print_walk, read_and_write
    from upheld.files.address import text_to_source
    from upheld.files.chosen import Chosen
    from upheld.files.filelist import STANDARD_INPUT
    from upheld.files.passwords import read_passwords

    source = text_to_source(folder)
    try:
        chosen = Chosen(tuple(include or ()), tuple(exclude or ()), tuple(only or ()), limit, read_passwords(passwords))
        if dry_run:
            print_walk(source, output, chosen)
            return
        check_places(source, output)
        limits, known = Limits(timeout, memory), cache_of(output) if cache else None
        with on_cluster(cluster, limits, known) if cluster else isolated(jobs, limits, known) as means:
            summary = read_and_write(source, output, crosswalk, chosen, means, log_json)
    except UpheldError as error:
        stop(str(error), WRONG_CALL)
    except KeyboardInterrupt:
        stop("stopped; the dataset is as it was, and what was read so far will not be read again", INTERRUPTED)
    print_summary(summary)
    if profile:
        print_profile(means.stages.seconds)
    if published:
        publishing.publish_dataset(output, None if source == STANDARD_INPUT else folder, passwords=passwords)
    raise typer.Exit(summary.status)


@main.command()
def status(dataset: Dataset) -> None:
    """Tell how the reports of DATASET were read and when, what failed and why, and what was not understood."""
    from upheld.commands.status import dataset_to_tallies

    with stopping():
        tallies = list(dataset_to_tallies(dataset))
    for tally in tallies:
        typer.echo(f"{tally.title}: {tally.total:,}")
        for label, number in tally.rows:
            typer.echo(f"{number:>9,}  {printable(label)}")


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
