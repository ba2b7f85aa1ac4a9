"""The command that compares councils: `upheld compare`."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from upheld.commands.options import Dataset
from upheld.terminal.console import WRONG_CALL, stop, stopping
from upheld.terminal.csvtext import rows_to_csv

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publish.comparison import Asked, Comparison


class Form(StrEnum):
    """How a comparison is given."""

    TABLE = "table"
    CSV = "csv"
    SVG = "svg"


def compare(  # noqa: PLR0913 - an option each
    dataset: Dataset,
    *,
    service: Annotated[str | None, typer.Option(help="A service_id, such as housing-repairs; all for the whole council.")] = None,
    measure: Annotated[str | None, typer.Option(help="A measure, such as upheld_pct.")] = None,
    stage: Annotated[str | None, typer.Option(help="1, 2, 3, ombudsman or all; by default what most councils print.")] = None,
    period: Annotated[str | None, typer.Option(help="Such as 2019-20; by default likewise.")] = None,
    regime: Annotated[str | None, typer.Option(help="corporate, children, adults or landlord; by default likewise.")] = None,
    over_years: Annotated[bool, typer.Option("--over-years", help="Each council over all periods of that length.")] = False,
    form: Annotated[Form, typer.Option("--format", help="How the comparison is given.")] = Form.TABLE,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="The file that CSV or SVG is written to.")] = None,
) -> None:
    """Put the councils of DATASET side by side, each number with what it is of and how far chance alone might move it.

    Without a service or without a measure, those that can be compared are listed.
    """
    from publish.comparison import Asked

    if output is not None and form is Form.TABLE:
        stop(f"{output}: a table is for the terminal; say --format csv or --format svg", WRONG_CALL)
    with stopping():
        answer(dataset, Asked(service, measure, stage, period, regime), form, output, over_years=over_years)


def answer(dataset: Path, asked: "Asked", form: Form, output: Path | None, *, over_years: bool) -> None:
    """Print what is asked of a dataset, or write it; without a service or a measure, print what can be asked."""
    from publish import read_table
    from publish.comparison import answerable, benchmark_to_points, compare, services_to_names
    from upheld.commands.compared import print_comparison, print_questions
    from upheld.terminal.outfile import write_text

    names = services_to_names(read_table(dataset, "services"))
    points = benchmark_to_points(read_table(dataset, "benchmark"))
    if asked.service is None or asked.measure is None:
        print_questions(answerable(points, asked), names, by_service=asked.service is None)
        return
    comparison = compare(points, asked)
    if form is Form.TABLE:
        print_comparison(comparison, names, over_years=over_years)
        return
    text = comparison_to_text(comparison, names, form, over_years=over_years)
    if output is None:
        typer.echo(text, nl=False)
    else:
        write_text(output, text)


def comparison_to_text(comparison: "Comparison", names: "Mapping[str, str]", form: Form, *, over_years: bool) -> str:
    """A comparison as CSV or as SVG."""
    from publish.comparison import comparison_to_svg, point_to_cells

    if form is Form.SVG:
        return comparison_to_svg(comparison, names, over_years=over_years)
    points = comparison.years if over_years else comparison.points
    rows = [point_to_cells(point, comparison.before(point)) for point in points]
    return rows_to_csv(rows[0], (row.values() for row in rows))
