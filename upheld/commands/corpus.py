"""The commands of the corpus: specimens are drawn, and a dataset of them is scored."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from upheld.terminal.console import WRONG_CALL, progress, stop, stopping
from upheld.terminal.show import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.counts import Scored
    from corpus.specimen import Specimen
    from upheld.terminal.console import Tell

TOLD = 3  # strangers in a folder that are named
commands = typer.Typer(no_args_is_help=True, help="Draw specimen reports whose truth is known, and score what is read of them.")


@commands.command()
def draw(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder they are written to: reports/, gold/ and specimens.csv.")],
    seed: Annotated[int, typer.Option(min=0, help="The same seed and count draw the same bytes.")] = 1,
    count: Annotated[int, typer.Option(min=1, help="How many specimens.")] = 100,
) -> None:
    """Draw specimens of every kind of layout into FOLDER, in place of those that were drawn there before."""
    try:
        from corpus.specimen import many, write
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        stop(f"drawing needs {missing}, which is not installed; install upheld with its extra 'corpus'", WRONG_CALL)
    from publish import swap

    place = folder.resolve()
    check_place(folder, place)
    new = swap.beside(place, "new")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        swap.recover(place)
        with progress("drawing") as tell:
            write(told(many(seed, count), count, tell), new)
        swap.replace(new, place)
    except OSError as error:
        stop(f"{folder}: cannot be written: {error.strerror}; what stood there is unchanged", WRONG_CALL)
    finally:
        swap.recover(place)
    typer.echo(
        f"{count} specimens drawn into {printable(str(folder))}; to read them: upheld run {printable(str(folder / 'reports'))} -o DATASET"
    )


def check_place(folder: Path, place: Path) -> None:
    """End if anything that was not drawn would be lost."""
    from corpus.folder import strangers

    if place.exists() and not place.is_dir():
        stop(f"{folder}: is a file, and specimens are drawn into a folder; name a folder", WRONG_CALL)
    others = strangers(place) if place.exists() else []
    if others:
        names = ", ".join(others[:TOLD]) + (" ..." if len(others) > TOLD else "")
        stop(f"{folder}: holds what was not drawn ({names}); name a new or an empty folder", WRONG_CALL)


def told(specimens: "Iterable[Specimen]", count: int, tell: "Tell") -> "Iterator[Specimen]":
    """The specimens, each told of when it is drawn."""
    for specimen in specimens:
        tell(specimen.name, count)
        yield specimen


@commands.command()
def score(
    dataset: Annotated[Path, typer.Argument(metavar="DATASET", help="The dataset that `upheld run` made of FOLDER/reports.")],
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder that `upheld corpus draw` wrote.")],
    svg: Annotated[Path | None, typer.Option(metavar="FILE", help="Also write a heat map.")] = None,
    json: Annotated[Path | None, typer.Option(metavar="FILE", help="Also write all numbers as JSON.")] = None,
) -> None:
    """Score what DATASET tells of the specimens in FOLDER: recall, precision, wrong values, and what went wrong in the worst twenty."""
    from corpus.folder import is_drawn
    from corpus.heat import heat
    from corpus.score import score as scored_of
    from corpus.written import to_json
    from upheld.terminal.outfile import write_text

    if not (dataset / "reports.csv").is_file():
        stop(f"{dataset}: holds no dataset of upheld; name a folder that `upheld run` wrote", WRONG_CALL)
    if not is_drawn(folder):
        stop(f"{folder}: holds no specimens.csv; name a folder that `upheld corpus draw` wrote", WRONG_CALL)
    scored = scored_of(dataset, folder)
    if all(one.message == "not in the dataset" for one in scored):
        stop(f"{dataset}: has read none of the specimens of {folder}; run `upheld run {folder / 'reports'} -o {dataset}`", WRONG_CALL)
    print_score(scored)
    for path, text in ((svg, heat(scored, f"Recall of {len(scored)} drawn files")), (json, to_json(scored))):
        if path:
            with stopping():
                write_text(path, text)


def print_score(scored: "Sequence[Scored]") -> None:
    """Print the tables, then the worst files with what went wrong."""
    from corpus.counts import worst
    from corpus.sheets import sheets
    from corpus.written import WORST, shortened

    console = Console(soft_wrap=True)
    for sheet in sheets(scored):
        table = Table(title=sheet.title, title_justify="left")
        for number, heading in enumerate(sheet.headings):
            table.add_column(heading, justify="right" if number else "left")
        for row in sheet.rows:
            table.add_row(*row)
        Console().print(table)
    console.print(f"The worst {WORST} specimens")
    for one in worst(scored, WORST):
        console.print(f"  {printable(one.file)}", markup=False, highlight=False)
        for line in shortened(one.troubles):
            console.print(f"    {printable(line)}", markup=False, highlight=False)
