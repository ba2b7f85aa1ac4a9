"""The published reports and the specimens, held against what people read off their pages."""

import csv
import runpy
from dataclasses import astuple
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from drawing import REPORTS
from readings import records

import extract
import normalise
from schemas import Report, columns

LIMIT = csv.field_size_limit()
SCORE = runpy.run_path(str(REPORTS.parent / "tools" / "score.py"))
csv.field_size_limit(LIMIT)  # the scorer widens it for the whole process
CORPUS = Path(__file__).parents[1] / "corpus"
GOLD = {REPORTS: REPORTS.parent / "gold", CORPUS / "reports": CORPUS / "gold"}
TABLES = ("figures", "commitments", "commentary", "findings")


def table(rows: tuple[Any, ...]) -> list[dict[str, str]]:
    return [
        {name: "" if value is None else str(value) for name, value in zip(columns(type(row)), astuple(row), strict=True)} for row in rows
    ]


@cache
def score(folder: Path, name: str) -> dict[str, dict[str, Any]]:
    """What the project's own scorer says of one file."""
    gold = next(g for g in sorted(GOLD[folder].iterdir(), reverse=True) if g.is_dir() and name.startswith(g.name))
    read = records(folder / name)
    tables = {table_name: table(getattr(read, table_name)) for table_name in TABLES}
    found: dict[str, dict[str, Any]] = SCORE["score_file"](gold, tables, {read.report.report_id})
    return found


def short(folder: Path, name: str, what: str) -> tuple[int, int, int]:
    """How many are missing, wrong, and told though they are not there."""
    scored = score(folder, name)[what]
    return scored["gold"] - scored["matched"], scored.get("wrong", 0), scored["extra"]


THURROCK = ["thurrock-2019-20.pdf", "thurrock-2019-20.txt", "thurrock-2019-20.html"]


@pytest.mark.parametrize("name", THURROCK)
@pytest.mark.parametrize("what", ["figures", "prose figures", "commitments", "commentary", "findings"])
def test_the_published_report_is_read_as_people_read_it(name: str, what: str) -> None:
    assert short(REPORTS, name, what) == (0, 0, 0)


@pytest.mark.parametrize("name", ["westbrook-2018-19-h1.pdf", "northvale-2019-20.txt"])
@pytest.mark.parametrize("what", ["figures", "prose figures", "commitments", "commentary", "findings"])
def test_a_specimen_is_read_as_it_was_meant(name: str, what: str) -> None:
    assert short(CORPUS / "reports", name, what) == (0, 0, 0)


@pytest.mark.parametrize("name", ["eastmere-2021-22.pdf", "eastmere-2021-22.txt"])
def test_the_control_gives_every_table_figure_and_no_finding(name: str) -> None:
    assert short(CORPUS / "reports", name, "figures") == (0, 0, 0)
    assert short(CORPUS / "reports", name, "commitments") == (0, 0, 0)
    assert records(CORPUS / "reports" / name).findings == ()


@pytest.mark.parametrize(
    "name",
    sorted(path.name for path in REPORTS.iterdir() if path.name.startswith(("brent", "cambridge")) and path.suffix in {".pdf", ".txt"}),
)
def test_reports_of_other_families_give_no_wrong_figure_and_no_false_finding(name: str) -> None:
    for what in ("figures", "prose figures", "findings"):
        assert short(REPORTS, name, what)[1:] == (0, 0)


def test_a_total_of_figures_is_ten_for_each_service_period_and_printing() -> None:
    figures = [f for f in records(REPORTS / "thurrock-2017-18-h1.pdf").figures if f.source == "table"]
    per_row: dict[tuple[str, str, object, str], int] = {}
    for figure in figures:
        key = (figure.table_id, figure.service, figure.period_start, figure.basis)
        per_row[key] = per_row.get(key, 0) + 1
    assert set(per_row.values()) == {10}


def test_ids_are_unique_and_the_same_at_every_reading() -> None:
    once = records(REPORTS / "thurrock-2019-20.pdf")
    ids = [figure.figure_id for figure in once.figures] + [commitment.commitment_id for commitment in once.commitments]
    again = normalise.read(extract.read(REPORTS / "thurrock-2019-20.pdf"), Report("thurrock-2019-20", "thurrock-2019-20.pdf", ""))
    assert len(set(ids)) == len(ids)
    assert [figure.figure_id for figure in again.figures] == [figure.figure_id for figure in once.figures]


def test_gold_is_written_in_the_columns_of_the_contract() -> None:
    for gold in GOLD.values():
        for path in gold.glob("*/figures.csv"):
            with path.open(newline="", encoding="utf-8") as file:
                names = next(csv.reader(file))
            assert set(names) - {"table"} <= set(columns(type(records(REPORTS / THURROCK[0]).figures[0])))
