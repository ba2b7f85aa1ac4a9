"""The words of a report that say of whom and of when its tables are, held against their figures and against each other."""

from collections.abc import Iterator
from datetime import date, timedelta

from checks.evidence import Evidence
from checks.services import alike, words
from checks.trial import Doubt, Trial
from checks.wording import period
from checks.words import word_lists
from schemas import Basis, Figure, Label, LabelKind, Measure, Regime, Report, Severity, Source, State, Unit
from schemas.printed import fold

HABIT = 2
"""Corners that name their own service, for each that names another one, before that is a slip and not the report's way."""
A_YEAR = timedelta(days=366)
"""How far from a table's period a case in it may be dated: by the day of the complaint, or that of the last letter."""


def at_words(label: Label, report: Report) -> Figure:
    """The place of words as a figure that is none: it has no id, and no finding names it among its figures."""
    start, end = label.own or (report.period_start, report.period_end)
    return Figure(
        figure_id="",
        report_id=report.report_id,
        council_code=report.council_code,
        table_id=label.table_id,
        source=Source.PROSE,
        directorate="",
        service=label.service,
        service_id="" if label.service else "all",
        period_start=start,
        period_end=end,
        basis=Basis.CURRENT,
        stage=label.stage,
        measure=Measure.OTHER,
        dimension=None,
        category="",
        value=None,
        unit=Unit.COUNT,
        state=State.MISSING,
        text=label.text,
        regime=Regime.CORPORATE,
        page=label.page,
        x0=None,
        top=None,
        x1=None,
        bottom=None,
        place=label.place,
        reader="",
    )


def to_doubt(evidence: Evidence, label: Label, expected: str, found: str, sentence: str) -> Doubt:
    """The doubt about words; the first figure of their table stands for it."""
    figures = tuple(figure for figure in evidence.records.figures if figure.table_id == label.table_id)[:1]
    meaning = (label.kind, label.table_id, label.service, found)
    return Doubt(at_words(label, evidence.records.report), figures, Severity.WARNING, expected, found, sentence, meaning, together=True)


def labels_of(evidence: Evidence, kind: LabelKind) -> tuple[Label, ...]:
    """The labels of a kind, in reading order."""
    return tuple(label for label in evidence.records.labels if label.kind is kind)


def names_of(evidence: Evidence, label: Label) -> set[str]:
    """The names of the service that a table is about."""
    own = {name for figure in evidence.figures if figure.table_id == label.table_id for name in evidence.names(figure)}
    return {fold(name) for name in (*own, label.service)}


def corner_names_its_own_service(evidence: Evidence) -> Iterator[Trial]:
    """The corner of a table about one service names that service, and no other one, where the corners of other services do."""
    corners = [
        label
        for label in labels_of(evidence, LabelKind.CORNER)
        if label.service and not words(fold(label.text)).issubset(word_lists()["corners"])
    ]
    own = [label for label in corners if any(alike(fold(label.text), name) for name in names_of(evidence, label))]
    known = {fold(name) for name in evidence.printed.values()} | {fold(label.text) for label in own}
    wrong = [label for label in corners if label not in own and fold(label.text) in known]
    for label in corners:
        if label in own:
            yield Trial()
        elif label not in wrong:
            yield Trial(silent="the corner names no service that is known")
        elif len(own) < HABIT * len(wrong):
            yield Trial(silent="the corners of other tables name no service of their own")
        else:
            told = f"the table's corner reads “{label.text}”, which is another service"
            yield Trial(doubt=to_doubt(evidence, label, label.service, label.text, told))


def caption_has_the_period_of_its_table(evidence: Evidence) -> Iterator[Trial]:
    """A table has figures of the period that its caption names."""
    for label in labels_of(evidence, LabelKind.CAPTION):
        figures = [figure for figure in evidence.records.figures if figure.table_id == label.table_id]
        spans = {(figure.period_start, figure.period_end) for figure in figures if figure.period_start and figure.period_end}
        if not spans or label.said is None:
            yield Trial(silent="nothing in the table is dated")
        elif any(start <= label.said.end and label.said.start <= end for start, end in spans if start and end):
            yield Trial()
        else:
            report = evidence.records.report
            named, expected = period(*label.said, report), " and ".join(period(*span, report) for span in sorted(spans, key=str))
            told = f"the caption “{label.text}” names {named}, but the table's figures are those of {expected}"
            yield Trial(doubt=to_doubt(evidence, label, expected, named, told))


def case_is_dated_in_its_period(evidence: Evidence) -> Iterator[Trial]:
    """A case that a table lists for a period is dated within it, give or take the year that a complaint may take."""
    for label in labels_of(evidence, LabelKind.DAY):
        if label.said is None or label.own is None:
            continue
        if label.own.start - A_YEAR <= label.said.start <= label.own.end + A_YEAR:
            yield Trial()
        else:
            own = f"{label.own.start} to {label.own.end}"
            told = f"a case is dated {label.text}, in a table of those of {period(*label.own, evidence.records.report)}"
            yield Trial(doubt=to_doubt(evidence, label, own, label.text, told))


def period_ends_after_it_begins(evidence: Evidence) -> Iterator[Trial]:
    """A period that is named by its days ends after it begins."""
    for label in labels_of(evidence, LabelKind.SPAN):
        if label.said is None:
            continue
        start, end = label.said
        if start <= end:
            yield Trial()
        else:
            meant = next_year(end, start)
            told = f"“{label.text}” ends before it begins"
            yield Trial(doubt=to_doubt(evidence, label, f"{start} to {meant}", label.text, told))


def next_year(end: date, start: date) -> date:
    """The same day of the first year in which it is not before the start; 29 February becomes the day before."""
    day = min(end.day, 28) if end.month == 2 else end.day  # noqa: PLR2004 - February
    meant = end.replace(year=start.year, day=day)
    return meant if meant >= start else meant.replace(year=start.year + 1)
