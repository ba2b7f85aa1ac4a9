"""The gold of a specimen: what its author put on the page, in the columns of the contract. Knows nothing of how upheld reads."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from corpus.content import Area, Line, Part, Say, Span, Specimen

FIGURES = (
    *("table", "source", "directorate", "service", "period_start", "period_end", "basis"),
    *("stage", "measure", "dimension", "category", "value", "unit", "state", "text"),
)
COMMITMENTS = ("directorate", "service", "period", "number", "kind", "commitment", "progress")
COMMENTARY = ("directorate", "service", "section", "stage", "text")
REPORTS = ("file", "council", "council_code", "period_start", "period_end")
STATES = {"": "missing", "-": "nil", "n/a": "not_applicable"}


def gold(specimen: Specimen) -> dict[str, str]:
    """The three tables made from the author's words, as CSV. findings.csv and NOTES.md are written by hand."""
    return {
        "figures.csv": to_csv(FIGURES, _figures(specimen)),
        "commitments.csv": to_csv(COMMITMENTS, _commitments(specimen)),
        "commentary.csv": to_csv(COMMENTARY, _commentary(specimen)),
    }


def reports(specimens: Iterable[Specimen]) -> str:
    """Council and period of every file."""
    rows = (
        (file, specimen.council, f"body:{specimen.council.lower().replace(' ', '-')}", specimen.current.start, specimen.current.end)
        for specimen in specimens
        for file in specimen.files
    )
    return to_csv(REPORTS, sorted(rows))


def to_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as text."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def _areas(specimen: Specimen) -> Iterator[tuple[Part, Area, str]]:
    """Every area with its part and the service it is about: a total is about none."""
    for part in specimen.parts:
        for area in part.areas:
            yield part, area, "" if area.total else area.name


def _figures(specimen: Specimen) -> Iterator[tuple[str, ...]]:
    for part, area, service in _areas(specimen):
        table = f"summary:{part.name}" if part.name else "summary"
        for line in area.summary:
            yield from _line(specimen, (table, "table", part.name, service), line)
    for part, area, service in _areas(specimen):
        for line in area.detail:
            yield from _line(specimen, (f"detail:{service}", "table", part.name, service), line)
    for part in specimen.parts:
        yield from (_said(specimen, ("prose", "prose", part.name, ""), say) for say in part.says)
        for point in part.points:
            yield from (_said(specimen, (f"prose:{point.service}", "prose", part.name, point.service), say) for say in point.says)
    for part, area, service in _areas(specimen):
        for remark in area.remarks:
            yield from (_said(specimen, (f"prose:{service}", "prose", part.name, service), say) for say in remark.says)


def _line(specimen: Specimen, head: tuple[str, ...], line: Line) -> Iterator[tuple[str, ...]]:
    span = _span(specimen, line.basis)
    for (stage, measure), text in zip(specimen.columns, line.cells, strict=True):
        bare = text.strip("()").lower()
        state = STATES.get(bare, "reported")
        value = bare.removesuffix("%").lstrip("+") if state == "reported" else ""
        unit = "percent" if measure.endswith("_pct") else "count"
        yield (*head, span.start, span.end, line.basis, stage, measure, "", "", value, unit, state, text)


def _said(specimen: Specimen, head: tuple[str, ...], say: Say) -> tuple[str, ...]:
    span = _span(specimen, say.basis)
    unit = "percent" if say.value.endswith("%") else "count"
    return (*head, span.start, span.end, say.basis, say.stage, say.measure, "", "", say.value.removesuffix("%"), unit, "reported", say.text)


def _span(specimen: Specimen, basis: str) -> Span:
    """A difference stands in the report's own period."""
    return specimen.prior if basis == "prior" else specimen.current


def _commitments(specimen: Specimen) -> Iterator[tuple[str, ...]]:
    for part, area, service in _areas(specimen):
        for period, promises in ((specimen.kept_period, area.kept), (specimen.planned_period, area.planned)):
            for number, promise in enumerate(promises, start=1):
                yield part.name, service, period, str(number), "commitment", _joined(promise.text), _joined(promise.progress)


def _joined(paragraphs: tuple[str, ...]) -> str:
    return " ".join(paragraph.removeprefix("• ") for paragraph in paragraphs)


def _commentary(specimen: Specimen) -> Iterator[tuple[str, ...]]:
    for part in specimen.parts:
        for section, texts in (("summary", (*part.intro, *part.bullets)), ("note", part.notes)):
            yield from ((part.name, "", section, "", text) for text in texts)
        yield from ((part.name, point.service, "note", point.stage, point.text) for point in part.points)
    for part, area, service in _areas(specimen):
        if area.scope:
            yield part.name, service, "scope", "", area.scope
        for remark in area.remarks:
            cells = (("theme", remark.theme), ("link", remark.link), ("service_comment", remark.service), ("team_comment", remark.team))
            yield from ((part.name, service, section, remark.stage, text) for section, text in cells if text)
