"""From doubts to findings: one contradiction is one finding, however often it is printed, and its message names every place."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256

from checks.evidence import Evidence
from checks.trial import Doubt
from checks.wording import when, where
from schemas import Figure, Finding, Report, Source, Stage
from schemas.printed import SOURCES, fold

ID_LENGTH = 16
"""Hexadecimal digits of an id: 64 bits, so that two findings of one dataset do not meet."""


def merged(doubts: Iterable[Doubt]) -> list[tuple[Doubt, ...]]:
    """The doubts by contradiction, in the order they came."""
    same: dict[tuple[object, ...], list[Doubt]] = defaultdict(list)
    for doubt in doubts:
        same[doubt.meaning].append(doubt)
    return [tuple(group) for group in same.values()]


def in_order(doubts: Iterable[Doubt], order: Mapping[str, int]) -> tuple[Figure, ...]:
    """Every figure the doubts rest on, once, in reading order; the place of words is none."""
    figures = {figure.figure_id: figure for doubt in doubts for figure in (doubt.at, *doubt.against) if figure.figure_id}
    return tuple(sorted(figures.values(), key=lambda figure: order[figure.figure_id]))


def named(doubt: Doubt, figures: tuple[Figure, ...], evidence: Evidence) -> Figure:
    """The figure whose printed service names the finding: tables before charts before prose, then the first.

    Where the figures are of two services, it is the one in doubt.
    """
    printed = [figure for figure in figures if figure.source is not Source.PROSE]
    if doubt.at in printed and len({evidence.service(figure) for figure in printed if figure.service}) > 1:
        return doubt.at
    return min(figures, key=lambda figure: SOURCES.index(figure.source))


def subject(doubt: Doubt) -> Figure:
    """The figure in doubt, without the service and stage that it does not share with those it is added to."""
    if not doubt.together:
        return doubt.at
    services, stages = ({getattr(figure, name) for figure in (doubt.at, *doubt.against)} for name in ("service", "stage"))
    service = doubt.at.service if len(services) == 1 else ""
    return replace(doubt.at, service=service, stage=doubt.at.stage if len(stages) == 1 else Stage.ALL)


def likewise(doubts: tuple[Doubt, ...], report: Report) -> str:
    """What the doubts after the first add, where they are told in one finding without being the same sentence."""
    told = doubts[0].sentence
    others = dict.fromkeys(f"{doubt.found} ({when(doubt.at, report)})" for doubt in doubts if doubt.sentence != told)
    return f"; likewise {', '.join(others)}" if others else ""


def message(doubts: tuple[Doubt, ...], name: str, evidence: Evidence) -> str:
    """One sentence a person can act on: who and when, what is wrong, where it is printed, and under which other names."""
    report, doubt = evidence.records.report, doubts[0]
    places = " and ".join(dict.fromkeys(where(other.at) for other in doubts if other.sentence == doubt.sentence))
    others = [other for other in evidence.names(doubt.at) if fold(other) != fold(name)]
    also = f"; the service is also printed as {', '.join(others)}" if others else ""
    who = name or ("" if doubt.together else doubt.at.directorate) or "The whole council"
    return f"{who}, {when(subject(doubt), report)}: {doubt.sentence}; printed so {places}{likewise(doubts, report)}{also}."


def to_finding(check: str, doubts: tuple[Doubt, ...], figures: tuple[Figure, ...], evidence: Evidence, suggestion: str) -> Finding:
    """The row of the dataset."""
    doubt, report_id = doubts[0], evidence.records.report.report_id
    first = subject(doubt) if doubt.together else named(doubt, figures, evidence)
    ids = "|".join(figure.figure_id for figure in figures)
    words = () if doubt.at.figure_id else (doubt.at.place, doubt.found)
    return Finding(
        finding_id=sha256("\n".join((report_id, check, *words, *sorted(ids.split("|")))).encode()).hexdigest()[:ID_LENGTH],
        report_id=report_id,
        check=check,
        severity=doubt.severity,
        council_code=first.council_code,
        service=first.service,
        service_id=first.service_id,
        stage=subject(doubt).stage,
        period_start=doubt.at.period_start,
        period_end=doubt.at.period_end,
        expected=doubt.expected,
        found=doubt.found,
        message=message(doubts, first.service, evidence),
        explanation=doubt.explanation,
        suggestion=suggestion or doubt.suggestion,
        confirmed="",
        figure_ids=ids,
        page=doubt.at.page,
    )
