"""Reports drawn as tables, and the benchmark that is made of them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

import pandas as pd
from drawing import meant, table

from publish import records_to_dataset
from schemas import (
    Comment,
    Figure,
    Measure,
    Records,
    Revision,
    Service,
)

TITLE = "# Northvale Borough Council: annual complaints report 2019/20\n\n"
CODE = "body:northvale-borough-council"
PEOPLE = {CODE: (200_000, 2020)}
IDS = {
    "Refuse": "waste-collection",
    "Recycling": "waste-collection",
    "Bulky Waste": "waste-collection",
    "Waste": "waste-collection",
    "Waste Total": "waste-collection",
    "Repairs": "housing-repairs",
    "Housing Repairs": "housing-repairs",
    "Trees": "trees",
    "Miscellaneous": "none",
    "Housing": "directorate:housing",
}


def named(records: Records, file: str = "report.txt") -> Records:
    """The records with the ids of IDS, as a report of that file name."""

    def id_of(row: Figure | Comment) -> str:
        return IDS.get(row.service or row.directorate, "") if row.service or row.directorate else "all"

    return replace(
        records,
        report=replace(records.report, report_id=file, file=file),
        figures=tuple(replace(f, report_id=file, figure_id=f"{file}:{f.figure_id}", service_id=id_of(f)) for f in records.figures),
        commentary=tuple(replace(c, report_id=file, service_id=id_of(c)) for c in records.commentary),
        findings=(),
        coverage=(),
    )


def printed(text: str, file: str = "report.txt") -> Records:
    """What a report of Northvale means."""
    records = named(meant(TITLE + text, file), file)
    assert records.report.council_code == CODE
    return records


def benchmark(*records: Records, services: Iterable[Service] = (), revisions: Iterable[Revision] = ()) -> pd.DataFrame:
    """The benchmark of these reports."""
    return records_to_dataset(records, services=services, populations=PEOPLE, revisions=revisions).benchmark


def row(frame: pd.DataFrame, service_id: str = "all", stage: str = "all") -> Mapping[str, object]:
    """The filled cells of the one row of a service and stage."""
    (found,) = frame[(frame.service_id == service_id) & (frame.stage == stage)].to_dict("records")
    return {str(name): value for name, value in found.items() if not pd.isna(value)}


def said(found: Mapping[str, object]) -> list[str]:
    """The caveats of a row."""
    return str(found["caveats"]).split(" | ") if "caveats" in found else []


SUMMARY = table(
    """
    Service | Stage 1 received | Stage 1 upheld | Stage 1 % upheld
    Refuse | 40 | 10 | 25%
    Recycling | 20 | 5 | 25%
    Repairs | 30 | 20 | 67%
    Total | 90 | 35 | 39%
    """
)


def counts(**numbers: int) -> Records:
    """A report that prints these counts of repairs at stage 1 in one table."""
    records = printed(SUMMARY)
    one = next(f for f in records.figures if f.service == "Repairs" and f.measure is Measure.RECEIVED)
    figures = (replace(one, figure_id=name, measure=Measure(name), value=Decimal(value)) for name, value in numbers.items())
    return replace(records, figures=tuple(figures))
