"""The truth of the specimens: figures obey the arithmetic of complaints, and a fault on order breaks the one rule that it is named for."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

import pytest

from corpus.specimen import Specimen, draw, many
from corpus.specimen.draw import File
from corpus.specimen.faults import FAULTS
from corpus.specimen.rows import FigureRow

SOUND = [file for specimen in many(7, 120) if not specimen.fault for file in specimen.files]
FAULTY = [draw(seed, fault=fault, container="text") for fault in FAULTS for seed in range(4)]
Broken = tuple[str, str, str]


@pytest.mark.parametrize("file", SOUND, ids=lambda file: file.name)
def test_figures_without_a_fault_obey_the_arithmetic(file: File) -> None:
    assert broken(file) == set()
    assert file.findings == ()


@pytest.mark.parametrize("specimen", FAULTY, ids=lambda specimen: specimen.name)
def test_a_fault_is_told_once_and_breaks_one_rule(specimen: Specimen) -> None:
    (finding,) = [finding for file in specimen.files for finding in file.findings]
    found = [rule for file in specimen.files for rule in broken(file)]
    rule = RULES.get(specimen.fault)
    assert [name for name, _, _ in found] == ([rule] if rule else [])
    assert not found or found[0][1] == finding.service


RULES = {
    "escalated_not_received": "flow",
    "difference": "difference",
    "summary_detail": "twice",
    "impossible_percent": "share",
    "percent_other_base": "share",
    "sum_of_parts": "sum",
    "shares_not_100": "whole",
    "count_share": "count",
    "negative_count": "negative",
    "prose_disagrees": "twice",
    "duplicate_disagrees": "twice",
}


def number(row: FigureRow) -> Decimal:
    return Decimal(row.value or 0)


def step_of(row: FigureRow) -> Decimal:
    """The last place that a figure is printed to."""
    return Decimal(1).scaleb(-len(row.value.partition(".")[2]))


def broken(file: File) -> set[Broken]:
    """The rules that the gold's figures break, each with a service and a stage."""
    rows = [row for row in file.figures if row.state in {"reported", "nil", "missing"}]
    whole = not any(row.why.endswith("suppressed") for row in file.unread)
    laws = [flow(rows), shares(rows), differences(rows), twice(rows), negative(rows)]
    return {rule for law in (*laws, *([sums(rows), hundred(rows)] if whole else [])) for rule in law}


def flow(rows: list[FigureRow]) -> Iterator[Broken]:
    counts = {(row.service, row.period_start, row.period_end, row.stage, row.measure): number(row) for row in rows if is_count(row)}
    for (service, start, end, stage, measure), count in counts.items():
        after = counts.get((service, start, end, str(int(stage) + 1) if stage.isdigit() else "", "received"))
        if measure == "escalated" and after is not None and (count != after if stage == "2" else count > after):
            yield "flow", service, str(int(stage) + 1)


def is_count(row: FigureRow) -> bool:
    return row.basis != "difference" and row.source == "table" and row.unit == "count"


def shares(rows: list[FigureRow]) -> Iterator[Broken]:
    """A true percentage is that of a whole number, rounded half up."""
    bases = {(row.service, row.period_start, row.stage): number(row) for row in rows if row.measure == "received" and is_count(row)}
    for row in rows:
        base = bases.get((row.service, row.period_start, row.stage))
        if row.measure.endswith("_pct") and row.measure != "share_pct" and row.basis != "difference" and base and row.value:
            step = step_of(row)
            near = round(number(row) * base / 100)
            if not any((100 * n / base).quantize(step, ROUND_HALF_UP) == number(row) for n in range(max(near - 1, 0), near + 2)):
                yield "share", row.service, row.stage


def differences(rows: list[FigureRow]) -> Iterator[Broken]:
    first = min((row.period_start for row in rows if row.basis == "current"), default="")
    year_before = f"{int(first[:4] or 1) - 1}{first[4:]}"
    printed = {(row.table, row.service, row.stage, row.measure, row.basis, row.period_start): number(row) for row in rows}
    for (table, service, stage, measure, basis, _), shown in printed.items():
        if basis == "difference":
            now = printed.get((table, service, stage, measure, "current", first))
            before = printed.get((table, service, stage, measure, "prior", year_before))
            if now is not None and before is not None and now - before != shown:
                yield "difference", service, stage


def twice(rows: list[FigureRow]) -> Iterator[Broken]:
    values = defaultdict(set)
    for row in rows:
        if row.service and row.basis != "difference":
            values[row.service, row.period_start, row.period_end, row.stage, row.measure, row.dimension, row.category].add(number(row))
    yield from (("twice", key[0], key[3]) for key, numbers in values.items() if len(numbers) > 1)


def negative(rows: list[FigureRow]) -> Iterator[Broken]:
    yield from (("negative", row.service, row.stage) for row in rows if is_count(row) and number(row) < 0)


def sums(rows: list[FigureRow]) -> Iterator[Broken]:
    """Totals, subtotals, the quarters of a year, the outcomes of what was received, and the causes of a service's instances add up."""
    counts = [row for row in rows if is_count(row)]
    tables = defaultdict(list)
    for row in counts:
        tables[row.table, row.period_start, row.period_end, row.stage, row.measure, row.dimension].append(row)
    for (table, *_, stage, _measure, dimension), column in tables.items():
        closing = [row for row in column if not row.service and not row.dimension]
        groups = [[row for row in column if row.directorate == name] for name in {row.directorate for row in column} - {""}]
        for group in groups if table == "blocks" else []:
            if sum(map(number, group[:-1])) != number(group[-1]):
                yield "sum", group[-1].service, stage
        last = {group[-1].service for group in groups} if table == "blocks" else set()
        for total in closing if not dimension and any(row.service for row in column) else []:
            if sum((number(row) for row in column if row.service and row.service not in last), Decimal(0)) != number(total):
                yield "sum", "", stage
    for service, stage in sorted({(row.service, row.stage) for row in counts}):
        mine = [row for row in counts if (row.service, row.stage) == (service, stage)]
        year = [row for row in mine if row.table == "quarters" and row.period_end[5:] == "03-31" and row.period_start[5:] == "04-01"]
        quarters = [row for row in mine if row.table == "quarters" and row not in year]
        causes = [row for row in mine if row.table == "root cause" and row.dimension]
        instances = [row for row in mine if row.table == "root cause" and row.measure == "cases" and not row.dimension]
        outcomes = [row for row in mine if row.table == "outcomes" and row.measure != "received"]
        received = [row for row in mine if row.table == "outcomes" and row.measure == "received"]
        for parts, whole in ((quarters, year), (causes, instances), (outcomes, received)):
            if whole and sum(map(number, parts)) != number(whole[0]):
                yield "sum", service, stage


def hundred(rows: list[FigureRow]) -> Iterator[Broken]:
    """The shares of a whole add up to 100, as nearly as rounding allows, and are those of their counts."""
    shown = [row for row in rows if row.measure == "share_pct" and row.value]
    parts = shown[:-1]
    if parts and abs(sum(map(number, parts), Decimal(0)) - 100) > step_of(parts[0]) * len(parts) / 2:
        yield "whole", "", "all"
    counts = {(row.service, row.category): number(row) for row in rows if row.table == "list" and row.unit == "count"}
    for row in shown if counts else []:
        exact = 100 * counts[row.service, row.category] / max(counts.values())
        if exact.quantize(step_of(row), ROUND_HALF_UP) != number(row):
            yield "count", row.service, "all"
