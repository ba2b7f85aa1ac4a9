"""The commands that publish a dataset: `upheld publish`, and `upheld run --publish`."""

from pathlib import Path
from typing import Annotated

import typer

from upheld.commands.options import Dataset, Passwords
from upheld.terminal.console import WRONG_CALL, stop, stopping
from upheld.terminal.show import printable


def publish_dataset(
    dataset: Dataset,
    reports: Annotated[
        str | None,
        typer.Option(metavar="FOLDER", help="The folder, zip file or address of the reports: each finding is read again, its page shown."),
    ] = None,
    reviewed: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A reviewed.csv handed back; its decisions win over those that stand in DATASET."),
    ] = None,
    passwords: Passwords = None,
) -> None:
    """Make of DATASET what people open: a report, a spreadsheet, a database, and what describes them."""
    if reviewed is not None and not reviewed.is_file():
        stop(f"{reviewed}: no such file; name a reviewed.csv", WRONG_CALL)
    with stopping():
        for problem in publish(dataset, reports, reviewed, passwords):
            typer.echo(printable(problem), err=True)


def publish(
    folder: Path, reports: Path | str | None = None, reviewed: Path | None = None, passwords: Path | None = None
) -> tuple[str, ...]:
    """Publish the dataset in a folder, with what its reports and decisions add; what was not used or does not fit, in sentences.

    With the reports, the cells of every finding are read again first, and a finding that rests on a misreading is withdrawn.
    """
    from publish import REVIEWED, publication, read
    from publish.material import Material
    from upheld.files.address import text_to_source
    from upheld.files.passwords import read_passwords
    from upheld.judged.confirming import confirm
    from upheld.judged.evidence import judge
    from upheld.judged.originals import originals
    from upheld.judged.reviewed import read_decisions
    from upheld.work import warm_up

    warm_up("upheld.judged.evidence")  # imported elsewhere, while this process reads the dataset
    source = text_to_source(str(reports)) if reports else None
    with originals(source, read_passwords(passwords)) as found:
        unasked = confirm(folder, found) if reports else []
        dataset = read(folder)
        decided = read_decisions(folder / REVIEWED, reviewed)
        judged = judge(dataset, found, decided.decisions, handed=reviewed is not None)
    limits = publication.publish(folder, Material(folder, dataset, Path(reports) if reports else None, judged))
    return (*unasked, *decided.problems, *limits)
