"""Readings -> the rows of the dataset: ids, places, the report's own row."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any, TypeVar

from normalise import councils
from normalise.categories import category_to_id
from normalise.labels import readings_to_labels
from normalise.narrative.told import Pledge, Remark
from normalise.own_period import reach
from normalise.parts import read_parts
from normalise.reading import Reading
from normalise.sections.outline import document_to_parts
from normalise.setting import document_to_setting, of_body
from normalise.stated import Stated, Unclear
from schemas import (
    Box,
    Comment,
    Commitment,
    Document,
    Figure,
    Measure,
    Records,
    Regime,
    Report,
    Stage,
    State,
    Status,
    Text,
    Unread,
    UnreadKind,
)
from schemas.period import label
from schemas.vocabulary import vocabulary

R = TypeVar("R", Figure, Commitment)

_PICTURED = "a picture that may be a chart or a table: what it prints was not read"

_ALL = "all"
"""The service id of whole-council figures."""


def read(document: Document, report: Report) -> Records:
    """The records of a report; `report` comes with its id and file, and goes with its council, period, status and counts."""
    setting = document_to_setting(document, report.file.rsplit("/", 1)[-1], vocabulary())
    council = councils.find(document, report.file, setting.period)
    setting = replace(setting, words=of_body(setting.words, councils.own_names(council)))
    report = replace(report, council=council.name, council_code=council.code, media_type=document.media_type, pages=document.pages)
    readings = read_parts(document_to_parts(document, setting.words), setting)
    figures = tuple(_distinct((_figure(s, report, document) for r in readings for s in r.stated), "figure_id"))
    commitments = tuple(_distinct((_commitment(p, r, report) for r in readings for p in r.pledges), "commitment_id"))
    unread = (*(_unread(u, report) for r in readings for u in r.unclear), *_pictures(document, report))
    own = reach(setting.period, figures, document) if setting.period else None
    report = replace(
        report,
        title=_title(document),
        period_start=own.start if own else None,
        period_end=own.end if own else None,
        period=label(own) if own else "",
        status=_status(document, figures),
        message=_message(document, figures, len(unread)),
        figures=len(figures),
        commitments=len(commitments),
    )
    commentary = tuple(_comment(service, remark, r, report) for r in readings for service, remark in r.remarks)
    labels = tuple(readings_to_labels(readings, setting, report.report_id))
    return Records(report, figures, commitments, commentary, (*unread, *_gaps(document, report)), labels=labels)


def _title(document: Document) -> str:
    if document.title:
        return document.title
    headings = [str(passage.text) for passage in document.passages if passage.kind == "heading"]
    return headings[0].strip(" :") if headings else ""


def _status(document: Document, figures: tuple[Figure, ...]) -> Status:
    if document.gaps:
        return Status.PARTIAL
    return Status.EXTRACTED if any(figure.state is State.REPORTED for figure in figures) else Status.NO_FIGURES


def _message(document: Document, figures: tuple[Figure, ...], unclear: int) -> str:
    if document.gaps:
        return "; ".join(gap.reason for gap in document.gaps)
    if any(figure.state is State.REPORTED for figure in figures):
        return ""
    told = f"no complaint figure in it was understood; {unclear} place{'s are' if unclear > 1 else ' is'} told in unread"
    return told if unclear else "no complaint figures were found in it"


def _id(*parts: object) -> str:
    return sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]


def _box(box: Box | None) -> dict[str, float | None]:
    sides = [round(side, 2) for side in box] if box else [None] * 4
    return dict(zip(("x0", "top", "x1", "bottom"), sides, strict=True))


def _figure(stated: Stated, report: Report, document: Document) -> Figure:
    meaning = stated.meaning
    page = stated.words.page or stated.place.page
    box, place = stated.words.box or stated.place.box, str(stated.place)
    return Figure(
        figure_id=_id(report.report_id, place, stated.table, meaning, stated.text),
        report_id=report.report_id,
        council_code=report.council_code,
        table_id=f"{report.report_id}:{stated.table.replace(' ', '-')}",
        source=stated.source,
        directorate=stated.directorate,
        service=meaning.service or "",
        service_id="" if meaning.service else _ALL,
        period_start=meaning.period.start if meaning.period else None,
        period_end=meaning.period.end if meaning.period else None,
        basis=meaning.basis,  # type: ignore[arg-type]
        stage=meaning.stage or Stage.ALL,
        measure=meaning.measure or Measure.OTHER,
        dimension=meaning.dimension,
        category=meaning.category or "",
        value=stated.value,
        unit=stated.unit,
        state=stated.state,
        text=stated.text,
        regime=meaning.regime or Regime.CORPORATE,
        page=page,
        **_box(box),  # type: ignore[arg-type]
        place=place,
        reader=document.reader_of(page),
        category_id=category_to_id(meaning.dimension, meaning.category or ""),
    )


def _distinct(rows: Iterable[R], name: str) -> Iterator[R]:
    """Rows that nothing tells apart but their order get ids that do; `name` is the column of the id."""
    seen: Counter[str] = Counter()
    for row in rows:
        own = getattr(row, name)
        seen[own] += 1
        another: dict[str, Any] = {name: _id(own, seen[own])} if seen[own] > 1 else {}
        yield replace(row, **another) if another else row


def _commitment(pledge: Pledge, reading: Reading, report: Report) -> Commitment:
    service = pledge.service or reading.service or ""
    return Commitment(
        commitment_id=_id(report.report_id, service, pledge.year, pledge.kind, pledge.number, pledge.text),
        report_id=report.report_id,
        council_code=report.council_code,
        directorate=reading.part.directorate,
        service=service,
        service_id="" if service else _ALL,
        period=pledge.year,
        number=pledge.number,
        kind=pledge.kind,
        commitment=str(pledge.text),
        progress=str(pledge.progress),
        follows="",
        page=pledge.text.page,
    )


def _comment(service: str, remark: Remark, reading: Reading, report: Report) -> Comment:
    return Comment(
        report_id=report.report_id,
        council_code=report.council_code,
        directorate=reading.part.directorate,
        service=service,
        service_id="" if service else _ALL,
        section=remark.section,
        stage=remark.stage,
        text=str(remark.text),
        page=remark.text.page,
    )


def _unread(unclear: Unclear, report: Report) -> Unread:
    words: Text = unclear.words
    box = words.box or unclear.place.box
    page = words.page or unclear.place.page
    place = str(unclear.place)
    return Unread(report.report_id, UnreadKind.UNREAD, page, **_box(box), place=place, text=str(words), reason=unclear.reason)  # type: ignore[arg-type]


def _pictures(document: Document, report: Report) -> tuple[Unread, ...]:
    return tuple(_unread(Unclear(Text.of(picture.told), picture.place, _PICTURED), report) for picture in document.pictures)


def _gaps(document: Document, report: Report) -> tuple[Unread, ...]:
    return tuple(_unread(Unclear(Text(), gap.place, gap.reason), report) for gap in document.gaps)
