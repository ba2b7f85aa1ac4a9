"""The checks on reports that a careful person read: what is told is what that person found."""

import csv
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from figured import FIGURE

from checks import audit
from schemas import (
    Basis,
    Comment,
    Dimension,
    Figure,
    Finding,
    Measure,
    Records,
    Report,
    Section,
    Severity,
    Source,
    Stage,
    State,
    Unit,
)

SHARED = Path(__file__).parents[2] / "shared"
Row = dict[str, str]
Told = tuple[str, str, str, str]


def rows(path: Path) -> list[Row]:
    with path.open(newline="", encoding="utf-8-sig") as lines:
        return list(csv.DictReader(lines))


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def to_figure(number: int, row: Row) -> Figure:
    return replace(
        FIGURE,
        figure_id=f"f{number}",
        report_id="gold",
        table_id=row["table"],
        source=Source(row["source"]),
        directorate=row["directorate"],
        service=row["service"],
        period_start=day(row["period_start"]),
        period_end=day(row["period_end"]),
        basis=Basis(row["basis"]),
        stage=Stage(row["stage"]),
        measure=Measure(row["measure"]),
        dimension=Dimension(row["dimension"]) if row["dimension"] else None,
        category=row["category"],
        value=Decimal(row["value"]) if row["value"] else None,
        unit=Unit(row["unit"]),
        state=State(row["state"]),
        text=row["text"],
        place=f"table {row['table']}, row {number + 1}, column 1",
    )


def to_comment(row: Row) -> Comment:
    stage = Stage(row["stage"]) if row["stage"] else None
    return Comment("gold", "", row["directorate"], row["service"], "", Section(row["section"]), stage, row["text"], None)


def read(folder: Path) -> Records:
    figures = tuple(to_figure(number, row) for number, row in enumerate(rows(folder / "figures.csv")))
    return Records(Report("gold", folder.name, ""), figures, commentary=tuple(map(to_comment, rows(folder / "commentary.csv"))))


def told(findings: tuple[Finding, ...]) -> list[Told]:
    return sorted((f.service, str(f.stage), f.expected, f.found) for f in findings if f.severity is not Severity.EXPLAINED)


def told_in_gold(folder: Path) -> list[Told]:
    return sorted((row["service"], row["stage"], row["expected"], row["found"]) for row in rows(folder / "findings.csv"))


def test_thurrock_has_its_five_findings_each_once_and_no_other() -> None:
    records = audit(read(SHARED / "gold" / "thurrock-2019-20"))
    assert told(records.findings) == told_in_gold(SHARED / "gold" / "thurrock-2019-20")
    assert len(records.findings) == records.report.findings == 5


def test_the_two_places_of_a_contradiction_are_named() -> None:
    findings = audit(read(SHARED / "gold" / "thurrock-2019-20")).findings
    twice = [finding for finding in findings if finding.service != "Environment – Clean & Green"]
    assert all("table summary, row" in finding.message and f"table detail:{finding.service}, row" in finding.message for finding in twice)


def test_the_five_findings_do_not_depend_on_the_order_of_tables() -> None:
    records = read(SHARED / "gold" / "thurrock-2019-20")
    tables = dict.fromkeys(figure.table_id for figure in reversed(records.figures))
    moved = tuple(figure for table in tables for figure in records.figures if figure.table_id == table)
    turned = audit(Records(records.report, moved, commentary=records.commentary))
    assert {finding.finding_id for finding in turned.findings} == {finding.finding_id for finding in audit(records).findings}


def test_brent_the_control_has_no_finding() -> None:
    assert audit(read(SHARED / "gold" / "brent-2019-20")).findings == ()


TRUE_BESIDES_GOLD = {
    "clackmannanshire-2016-17-q4": 1,  # one gold row tells of two cells: 50% not upheld and 50% partially upheld, both of 5
}
FOLDERS = [SHARED / "gold" / "cambridge-2019-20", *sorted(path.parent for path in (SHARED / "wild" / "gold").glob("*/figures.csv"))]


def hits(gold: Told, finding: Told) -> bool:
    """Whether a finding is about the gold's service, stage and printed number."""
    plain = (re.sub(r"(?<=\d),(?=\d{3}\b)", "", told[3]) for told in (gold, finding))
    printed, said = (set(re.findall(r"\d+(?:\.\d+)?", text)) for text in plain)
    return gold[:2] == finding[:2] and bool(printed & said)


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_nothing_is_told_of_a_report_that_its_reader_did_not_find(folder: Path) -> None:
    gold = told_in_gold(folder)
    findings = told(audit(read(folder)).findings)
    assert [finding for finding in findings if not any(hits(row, finding) for row in gold)] == []
    assert len(findings) <= len(gold) + TRUE_BESIDES_GOLD.get(folder.name, 0)
