"""The section of the findings: a row of each for the list, and for each report what is shown when one of its findings is opened."""

from base64 import b64encode
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from itertools import groupby
from typing import Any

from publish.audit.cases import Case, figure_to_box
from publish.audit.crops import Tops, case_to_crops
from publish.audit.evidence import Evidence, Judged
from publish.audit.files import page_file
from publish.audit.section import Section
from schemas import Box, Figure, Stage
from schemas.period import Period, label
from schemas.spoken import amount, measure, stage

NOTHING = Evidence()
SCRIPTS = ("decisions.js", "picture.js", "finding.js", "findings.js")


def cases_to_section(cases: Sequence[Case], judged: Judged, tops: Tops, order: Mapping[str, int], copies: Container[str]) -> Section:
    """The section of these findings; `order` is the number of each report on the page, `copies` are those that do not count."""
    known = {case.finding.finding_id for case in cases}
    data = {
        "rules": dict(judged.rules),
        "findings": [case_to_row(case, order) for case in cases],
        "decisions": {finding_id: asdict(one) for finding_id, one in judged.decisions.items() if finding_id in known},
        "others": [asdict(one) for finding_id, one in judged.decisions.items() if finding_id not in known],
    }
    parts = parts_of(cases, judged, tops, order)
    once = sum(case.finding.report_id not in copies for case in cases)
    script = "\n".join(map(page_file, SCRIPTS))
    return Section("findings", "Findings", page_file("findings.html"), script, page_file("findings.css"), data, parts, count=once)


def case_to_row(case: Case, order: Mapping[str, int]) -> dict[str, Any]:
    """What the list shows and searches of a finding."""
    finding = case.finding
    row = {
        "id": finding.finding_id,
        "report": order[finding.report_id],
        "rule": finding.check,
        "severity": finding.severity,
        "service": finding.service,
        "stage": "" if finding.stage is None else stage(finding.stage),
        "period": period_to_text(finding.period_start, finding.period_end),
        "message": finding.message,
        "expected": finding.expected,
        "found": finding.found,
        "confirmed": finding.confirmed,
        "page": finding.page,
        "values": case.values,
    }
    return {name: value for name, value in row.items() if value not in ("", None)}


def period_to_text(start: date | None, end: date | None) -> str:
    """A period as the dataset calls it."""
    return label(Period(start, end)) if start and end else ""


def parts_of(cases: Iterable[Case], judged: Judged, tops: Tops, order: Mapping[str, int]) -> Iterator[tuple[str, object]]:
    """What is shown of the findings of each report, and its pictures."""
    for report_id, of_report in groupby(cases, key=lambda case: case.finding.report_id):
        own = list(of_report)
        yield f"r{order[report_id]}", cases_to_part(own, judged, tops)
    for leaf, picture in judged.pictures.items():
        yield f"p{order[leaf.report_id]}-{leaf.page}", {"content": b64encode(picture.content).decode(), "box": corners(picture.box)}


def cases_to_part(cases: Sequence[Case], judged: Judged, tops: Tops) -> dict[str, Any]:
    """What is shown of the findings of one report."""
    figures = {figure.figure_id: figure for case in cases for figure in case.figures}
    return {
        "figures": {figure_id: figure_to_data(figure) for figure_id, figure in figures.items()},
        "findings": {
            case.finding.finding_id: case_to_data(case, judged.evidence.get(case.finding.finding_id, NOTHING), tops) for case in cases
        },
    }


def case_to_data(case: Case, evidence: Evidence, tops: Tops) -> dict[str, Any]:
    """What is shown of a finding beside its row."""
    return {
        "figures": [figure.figure_id for figure in case.figures],
        "explanation": case.finding.explanation,
        "views": {page: corners(crop) for page, crop in case_to_crops(case, tops).items()},
        **asdict(evidence),
    }


def figure_to_data(figure: Figure) -> dict[str, Any]:
    """A figure: what is printed, what it is of, and where it stands."""
    box = figure_to_box(figure)
    data = {
        "text": figure.text,
        "value": "" if figure.value is None else amount(figure.value, figure.unit),
        "measure": measure(figure.measure),
        "category": figure.category,
        "service": figure.service or figure.directorate or "the whole council",
        "stage": stage(figure.stage) if figure.stage != Stage.ALL else "",
        "period": period_to_text(figure.period_start, figure.period_end),
        "page": figure.page,
        "place": figure.place,
        "box": box and corners(box),
        "second": figure.confirmed_by,
    }
    return {name: value for name, value in data.items() if value not in ("", None)}


def corners(box: Box) -> list[float]:
    """A box as numbers: left, top, right, bottom."""
    return [round(edge, 1) for edge in box]
