"""The rows of the dataset. A class is a table's schema: its fields are the columns of the contract, in its order."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

from schemas.codes import (
    Basis,
    CommitmentKind,
    Dimension,
    LabelKind,
    Measure,
    Regime,
    Section,
    Severity,
    Source,
    Stage,
    State,
    Status,
    Unit,
    UnreadKind,
)
from schemas.period import Period


@dataclass(frozen=True, slots=True)
class Report:
    report_id: str
    file: str
    sha256: str
    media_type: str = ""
    title: str = ""
    council: str = ""
    council_code: str = ""
    period_start: date | None = None
    period_end: date | None = None
    period: str = ""
    pages: int | None = None
    status: Status = Status.FAILED
    message: str = ""
    figures: int = 0
    commitments: int = 0
    findings: int = 0
    same_as: str = ""
    first_page: int | None = None
    last_page: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    figure_id: str
    report_id: str
    council_code: str
    table_id: str
    source: Source
    directorate: str
    service: str
    service_id: str
    period_start: date | None
    period_end: date | None
    basis: Basis
    stage: Stage
    measure: Measure
    dimension: Dimension | None
    category: str
    value: Decimal | None
    unit: Unit
    state: State
    text: str
    regime: Regime
    page: int | None
    x0: float | None
    top: float | None
    x1: float | None
    bottom: float | None
    place: str
    reader: str
    confirmed_by: str = ""
    category_id: str = ""


@dataclass(frozen=True, slots=True)
class Commitment:
    commitment_id: str
    report_id: str
    council_code: str
    directorate: str
    service: str
    service_id: str
    period: str
    number: str
    kind: CommitmentKind
    commitment: str
    progress: str
    follows: str
    page: int | None


@dataclass(frozen=True, slots=True)
class Comment:
    report_id: str
    council_code: str
    directorate: str
    service: str
    service_id: str
    section: Section
    stage: Stage | None
    text: str
    page: int | None


@dataclass(frozen=True, slots=True)
class Finding:
    finding_id: str
    report_id: str
    check: str
    severity: Severity
    council_code: str
    service: str
    service_id: str
    stage: Stage | None
    period_start: date | None
    period_end: date | None
    expected: str
    found: str
    message: str
    explanation: str
    suggestion: str
    confirmed: str
    figure_ids: str
    page: int | None


@dataclass(frozen=True, slots=True)
class Revision:
    revision_id: str
    council_code: str
    kind: str
    earlier_report_id: str
    later_report_id: str
    service: str
    service_id: str
    stage: Stage | None
    measure: Measure | None
    period_start: date | None
    period_end: date | None
    earlier: str
    later: str
    explanation: str
    figure_ids: str


@dataclass(frozen=True, slots=True)
class Unread:
    report_id: str
    kind: UnreadKind
    page: int | None
    x0: float | None
    top: float | None
    x1: float | None
    bottom: float | None
    place: str
    text: str
    reason: str
    other_text: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    council_code: str
    service: str
    directorate: str
    service_id: str
    label: str
    lgsco_category: str
    score: Decimal | None
    method: str
    needs_review: bool
    candidates: str = ""
    proposed_id: str = ""
    proposed_review: bool = False
    uses: int = 0


@dataclass(frozen=True, slots=True)
class Coverage:
    report_id: str
    check: str
    tested: int
    could_fail: int
    silent: str
    findings: int


@dataclass(frozen=True, slots=True)
class Label:
    """Words that say of whom or of when something is, as printed: no row of the dataset, but rules hold them against the figures.

    `service`, `stage`: those of their place. `said`: the days that they name, which may end before they begin; `own`: those of the table
    that they stand in, where its caption names any.
    """

    kind: LabelKind
    text: str
    table_id: str
    service: str
    stage: Stage
    said: Period | None
    own: Period | None
    page: int | None
    place: str


@dataclass(frozen=True, slots=True)
class Records:
    """What one report says: its row, and the rows of each table that belong to it; `labels` are of the report as it is read alone."""

    report: Report
    figures: tuple[Figure, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    commentary: tuple[Comment, ...] = ()
    unread: tuple[Unread, ...] = ()
    findings: tuple[Finding, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    labels: tuple[Label, ...] = ()


OF_A_REPORT: Mapping[str, type[Any]] = {
    "figures": Figure,
    "commitments": Commitment,
    "commentary": Comment,
    "unread": Unread,
    "findings": Finding,
    "coverage": Coverage,
}
"""The tables whose rows are what `Records` holds of a report, under the same names."""


def columns(record: type[Any]) -> tuple[str, ...]:
    """The column names of a table, in order."""
    return tuple(field.name for field in fields(record))
