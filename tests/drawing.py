"""Reports drawn as text: what a test's table or sentence means, in lines that a person can read."""

from pathlib import Path
from tempfile import TemporaryDirectory

import extract
import normalise
from schemas import Figure, Period, Records, Report
from schemas.period import label

REPORTS = Path(__file__).parents[2] / "shared" / "reports"
HEAD = "# Annual complaints report 2019/20\n\n"
BRACKETS = "Figures in brackets are those of 2018/19.\n\n"


def meant(text: str, name: str = "report.txt") -> Records:
    """What a text rendition means, read as a file of that name."""
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return normalise.read(extract.read(path), Report("r", name, ""))


def told(records: Records) -> list[str]:
    """Each figure as `service, stage, period: measure value unit`, with what else it says."""
    return [_line(figure) for figure in records.figures]


def unread(records: Records) -> list[str]:
    """Each unread place as `text: reason`."""
    return [f"{row.text}: {row.reason}" for row in records.unread]


def _line(figure: Figure) -> str:
    period = label(Period(figure.period_start, figure.period_end)) if figure.period_start and figure.period_end else "no period"
    basis = "" if figure.basis == "current" else f" {figure.basis}"
    dimension = f" {figure.dimension} {figure.category}" if figure.dimension else ""
    value = figure.state if figure.value is None else f"{figure.value} {figure.unit}"
    return f"{figure.service or 'all'}, {figure.stage}, {period}{basis}: {figure.measure}{dimension} {value}"


def table(drawn: str) -> str:
    """A table of a text rendition, drawn with a line for each row and a bar between cells."""
    rows = [line.strip() for line in drawn.strip().splitlines()]
    ruler = "|".join("---" for _ in rows[0].split("|"))
    return "\n".join(f"| {row} |" for row in [rows[0], ruler, *rows[1:]]) + "\n"
