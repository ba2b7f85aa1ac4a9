"""The commands of the checks: `upheld check`, `upheld rules`, `upheld explain`."""

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from upheld.commands.options import Dataset, Passwords
from upheld.terminal.console import FAILED, WRONG_CALL, stop, stopping
from upheld.terminal.csvtext import rows_to_csv
from upheld.terminal.show import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from schemas import Finding, Records


class Form(StrEnum):
    """How findings are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    GITHUB = "github"


class Level(StrEnum):
    """The severities that a person can ask for; what the report itself explains is neither."""

    ERROR = "error"
    WARNING = "warning"


AT_LEAST = {Level.ERROR: ("error",), Level.WARNING: ("error", "warning")}
TOLD = ("severity", "service", "stage", "check", "message", "suggestion", "confirmed", "finding_id")


def check(  # noqa: PLR0913 - an option each
    dataset: Dataset,
    only: Annotated[list[str] | None, typer.Option(metavar="RULE", help="This rule only; may be given several times.")] = None,
    *,
    severity: Annotated[Level | None, typer.Option(help="Findings of this severity or above; by default explained ones too.")] = None,
    form: Annotated[Form, typer.Option("--format", help="How the findings are printed.")] = Form.TABLE,
    confirm: Annotated[bool, typer.Option("--confirm", help="First read the cells of all findings again, with a second reader.")] = False,
    reports: Annotated[
        str | None, typer.Option(metavar="FOLDER", help="The folder, zip file or address of the reports, for --confirm.")
    ] = None,
    passwords: Passwords = None,
    fail_on: Annotated[Level | None, typer.Option(help="End with status 1 if a finding of this severity or above is told.")] = None,
) -> None:
    """Tell what does not add up in the reports of DATASET."""
    import checks

    unknown = sorted(set(only or ()) - {rule.name for rule in checks.CHECKS})
    if unknown:
        stop(f"{', '.join(unknown)}: no such rule; `upheld rules` names them", WRONG_CALL)
    if confirm:
        confirm_findings(dataset, reports, passwords)
    told = ((records.report.file, finding) for records in read_records(dataset) for finding in records.findings)
    found = [(file, finding) for file, finding in told if not only or finding.check in only]
    shown = [(file, finding) for file, finding in found if severity is None or finding.severity in AT_LEAST[severity]]
    FORMS[form](shown)
    raise typer.Exit(FAILED if fail_on and any(finding.severity in AT_LEAST[fail_on] for _, finding in found) else 0)


def confirm_findings(dataset: Path, reports: str | None, passwords: Path | None) -> None:
    """Hold the findings of a dataset against a second reading of its reports."""
    from upheld.files.address import text_to_source
    from upheld.files.passwords import read_passwords
    from upheld.judged.confirming import confirm
    from upheld.judged.originals import originals

    if reports is None:
        stop("--confirm reads the reports again; name their folder with --reports", WRONG_CALL)
    with stopping(), originals(text_to_source(reports), read_passwords(passwords)) as found:
        for problem in confirm(dataset, found):
            typer.echo(printable(problem), err=True)


def rules() -> None:
    """Name every rule, with its sentence, how severe its findings are, and an example of one."""
    import checks

    console = Console(soft_wrap=True)
    for rule in checks.CHECKS:
        said = checks.about(rule)
        console.print(f"{rule.name} ({said.severity})", markup=False, highlight=False, style="bold")
        console.print(f"  {said.sentence}\n  For example: {said.example}.\n", markup=False, highlight=False)


def explain(
    finding_id: Annotated[str, typer.Argument(metavar="FINDING_ID", help="The id of a finding, or its beginning.")],
    dataset: Dataset,
) -> None:
    """Tell a finding of DATASET at length: its cells, its arithmetic, and the smallest changes that would clear it."""
    import checks

    reports = read_records(dataset)
    found = [(records, finding) for records in reports for finding in records.findings if finding.finding_id.startswith(finding_id)]
    if len(found) != 1:
        wrong = "no finding has" if not found else f"{len(found)} findings have"
        stop(f"{finding_id}: {wrong} this id; `upheld check {dataset}` lists them", WRONG_CALL)
    for line in checks.explain(*found[0]):
        typer.echo(printable(line))


def read_records(dataset: Path) -> "list[Records]":
    """The records of a dataset, or an end with a sentence."""
    import publish

    with stopping():
        return publish.dataset_to_records(publish.read(dataset))


def row_of(file: str, finding: "Finding") -> dict[str, str]:
    """What is told of a finding, as text."""
    return {"file": file, **{name: str(getattr(finding, name) or "") for name in TOLD}}


def print_table(found: "Sequence[tuple[str, Finding]]") -> None:
    """A table for a person, report by report, and how many there are."""
    console = Console(soft_wrap=True)
    for file in dict.fromkeys(file for file, _ in found):
        table = Table("severity", "finding", "id", title=printable(file), title_justify="left", show_lines=True)
        for own, finding in found:
            if own == file:
                table.add_row(finding.severity, printable(finding.message), finding.finding_id[:8])
        console.print(table, markup=False)
    console.print(f"{len(found)} findings" if len(found) != 1 else "1 finding", highlight=False)


def print_csv(found: "Sequence[tuple[str, Finding]]") -> None:
    """A row for each finding."""
    typer.echo(rows_to_csv(["file", *TOLD], (row_of(*each).values() for each in found)), nl=False)


def print_json(found: "Sequence[tuple[str, Finding]]") -> None:
    """A list of objects."""
    typer.echo(json.dumps([row_of(*each) for each in found], ensure_ascii=False, indent=1))


def print_github(found: "Sequence[tuple[str, Finding]]") -> None:
    """Annotations of a workflow: a line for each finding."""
    levels = {"error": "error", "warning": "warning", "explained": "notice"}
    for file, finding in found:
        message = finding.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        where = file.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
        typer.echo(f"::{levels[finding.severity]} file={where},title={finding.check}::{message}")


FORMS: dict[Form, "Callable[[Sequence[tuple[str, Finding]]], None]"] = {
    Form.TABLE: print_table,
    Form.CSV: print_csv,
    Form.JSON: print_json,
    Form.GITHUB: print_github,
}
