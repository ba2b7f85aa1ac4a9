"""Reports for the checks, drawn as text.

Tables are apart by an empty line. The first line of a table heads its columns with stage, measure and, for a breakdown,
`dimension:category` (`=category` without a dimension), or with a quarter (`@Q1`); its corner
is `Prose` for what a sentence states, `Chart` for a chart. A row is a service, `Directorate: Service`, a whole directorate
(`Directorate:`) or, without a label, the whole council; `(218)` is a prior figure, `Difference` names
the rows of changes. Lines with `>` are comments, on the `[service]` if one is named; lines with `<` are labels: kind, table, service,
words, and the days that these name and those of their table.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from figured import FIGURE

from checks import audit
from schemas import (
    Basis,
    Comment,
    Dimension,
    Figure,
    Finding,
    Label,
    LabelKind,
    Measure,
    Period,
    Records,
    Report,
    Section,
    Source,
    Stage,
    State,
    Unit,
)

YEARS = {
    Basis.CURRENT: (date(2019, 4, 1), date(2020, 3, 31)),
    Basis.PRIOR: (date(2018, 4, 1), date(2019, 3, 31)),
    Basis.DIFFERENCE: (date(2019, 4, 1), date(2020, 3, 31)),
}
QUARTERS = {
    "@Q1": (date(2019, 4, 1), date(2019, 6, 30)),
    "@Q2": (date(2019, 7, 1), date(2019, 9, 30)),
    "@Q3": (date(2019, 10, 1), date(2019, 12, 31)),
    "@Q4": (date(2020, 1, 1), date(2020, 3, 31)),
}
Printed = tuple[int, Source, str, str, str]
SOURCES = {"Prose": Source.PROSE, "Chart": Source.CHART}
STATES = {"-": State.NIL, "n/a": State.NOT_APPLICABLE, "": State.MISSING}


def meaning(head: str, text: str) -> tuple[Stage, Measure, Dimension | None, str, Unit]:
    stage, measure, *category = re.sub(r" @\w+", "", head).split(maxsplit=2)
    unit = Unit.PERCENT if measure.endswith("_pct") or "%" in text else Unit.COUNT
    unit = Unit.GBP if "£" in text else unit
    dimension, _, label = " ".join(category).rpartition(":")
    return Stage(stage), Measure(measure), Dimension(dimension) if dimension else None, label.removeprefix("="), unit


def basis_of(label: str, text: str) -> Basis:
    if label.endswith("Difference"):
        return Basis.DIFFERENCE
    return Basis.PRIOR if text.startswith("(") else Basis.CURRENT


def cell(number: int, place: Printed) -> Figure:
    table, source, head, label, text = place
    basis = basis_of(label, text)
    stage, measure, dimension, category, unit = meaning(head, text)
    period = next((quarter for mark, quarter in QUARTERS.items() if head.endswith(mark)), YEARS[basis])
    directorate, _, service = label.removesuffix("Difference").strip().rpartition(":")
    found = re.search(r"-?\d+(?:\.\d+)?", text)
    return replace(
        FIGURE,
        figure_id=f"f{number}",
        report_id="drawn",
        council_code="E06000034",
        table_id=f"t{table}",
        source=source,
        directorate=directorate,
        service=service.strip(),
        service_id="housing",
        period_start=period[0],
        period_end=period[1],
        basis=basis,
        stage=stage,
        measure=measure,
        dimension=dimension,
        category=category,
        value=Decimal(found[0]) if found else None,
        unit=unit,
        state=State.REPORTED if found else STATES[text.strip("()")],
        text=text,
        page=table,
        place=f"table {table}, figure {number}",
        reader="drawn",
    )


def cells(drawn: str) -> Iterator[Printed]:
    for table, block in enumerate(re.split(r"\n\s*\n", drawn.strip()), start=1):
        rows = [[text.strip() for text in line.split("|")] for line in block.splitlines() if not line.strip().startswith((">", "<"))]
        source = SOURCES.get(rows[0][0], Source.TABLE) if rows else Source.TABLE
        for label, *texts in rows[1:]:
            for head, text in zip(rows[0][1:], texts, strict=True):
                for printed in re.findall(r"\([^)]*\)|[^()]+", text) if "based on" not in text else [text]:
                    yield table, source, head, label, printed.strip()


def days(text: str) -> Period | None:
    start, _, end = text.partition(" to ")
    return Period(date.fromisoformat(start), date.fromisoformat(end or start)) if text else None


def label(drawn: str) -> Label:
    kind, table, service, words, said, own = (part.strip() for part in drawn.split("|"))
    return Label(LabelKind(kind), words, table, service, Stage.ALL, days(said), days(own), None, f"words {words}")


def draw(drawn: str) -> Records:
    figures = tuple(cell(number, place) for number, place in enumerate(cells(drawn)))
    said = re.findall(r"^\s*> (?:\[(.+?)\] )?(.*)$", drawn, re.MULTILINE)
    comments = tuple(Comment("drawn", "E06000034", "", service, "", Section.NOTE, None, text, None) for service, text in said)
    labels = tuple(label(line.strip().removeprefix("<")) for line in drawn.splitlines() if line.strip().startswith("<"))
    return Records(Report("drawn", "drawn.txt", ""), figures, commentary=comments, labels=labels)


def found(drawn: str, check: str = "") -> list[Finding]:
    return [finding for finding in audit(draw(drawn)).findings if check in finding.check]
