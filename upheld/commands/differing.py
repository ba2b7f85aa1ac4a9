"""`upheld diff`: what came, went or changed between two datasets."""

import json
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from upheld.terminal.console import stopping
from upheld.terminal.csvtext import rows_to_csv
from upheld.terminal.show import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from publish.difference import Difference

DIFFERS = 1
SHOWN = 50
"""Differences of one kind in one table that are shown to a person; a program is given all."""
ABOUT = ("service", "period", "period_start", "period_end", "stage", "measure", "dimension", "category", "kind", "number", "check")


class Form(StrEnum):
    """How differences are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A folder that `upheld run` wrote.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Another one.")],
    *,
    form: Annotated[Form, typer.Option("--format", help="How the differences are printed.")] = Form.TABLE,
) -> None:
    """Tell which figures, commitments and findings came, went or changed from OLD to NEW. Status 0: none; 1: some; 2: a wrong call."""
    from publish import read
    from publish.difference import differences

    with stopping():
        found = list(differences(read(old), read(new)))
    FORMS[form](found)
    raise typer.Exit(DIFFERS if found else 0)


def print_table(found: "Sequence[Difference]") -> None:
    """A table of how much differs, and for each table of the dataset one of what does."""
    console = Console(soft_wrap=True)
    counts = Counter((one.table, one.change) for one in found)
    for table in dict.fromkeys(one.table for one in found):
        shown = Table("change", "file", "what", "column", "old", "new", title=table, title_justify="left", show_lines=True)
        told: Counter[str] = Counter()
        for one in (one for one in found if one.table == table):
            told[one.change] += 1
            if told[one.change] <= SHOWN:
                what = " · ".join(filter(None, (getattr(one, name) for name in ABOUT)))
                shown.add_row(one.change, *(printable(text) for text in (one.file, what, one.column, one.old, one.new)))
        console.print(shown, markup=False)
    for (table, change), number in counts.items():
        more = f", {number - SHOWN:,} of them not shown; --format csv has all" if number > SHOWN else ""
        console.print(f"{table} {change}: {number:,}{more}", highlight=False)
    if not found:
        console.print("no difference", highlight=False)


def print_csv(found: "Sequence[Difference]") -> None:
    """A row for each difference."""
    from publish.difference import Difference

    typer.echo(rows_to_csv(Difference._fields, found), nl=False)


def print_json(found: "Sequence[Difference]") -> None:
    """A list of objects."""
    typer.echo(json.dumps([one._asdict() for one in found], ensure_ascii=False, indent=1))


FORMS: "dict[Form, Callable[[Sequence[Difference]], None]]" = {Form.TABLE: print_table, Form.CSV: print_csv, Form.JSON: print_json}
