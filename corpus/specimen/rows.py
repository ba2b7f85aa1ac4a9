"""What a specimen's gold says, row by row, in the columns that people's gold readings have."""

import csv
import io
from collections.abc import Iterable
from typing import NamedTuple


class FigureRow(NamedTuple):
    """A printed figure."""

    table: str
    source: str
    directorate: str
    service: str
    period_start: str
    period_end: str
    basis: str
    stage: str
    measure: str
    dimension: str
    category: str
    value: str
    unit: str
    state: str
    text: str


class CommitmentRow(NamedTuple):
    """A promise, and what is told of it."""

    directorate: str
    service: str
    period: str
    number: str
    kind: str
    commitment: str
    progress: str


class CommentRow(NamedTuple):
    """A comment: a cell of an analysis table, a paragraph, a note."""

    directorate: str
    service: str
    section: str
    stage: str
    text: str


class FindingRow(NamedTuple):
    """What an auditor must be told; empty but in a specimen with a fault."""

    check: str
    service: str
    stage: str
    period: str
    expected: str
    found: str
    why: str


class UnreadRow(NamedTuple):
    """A printed cell that must be told as not understood, and must not become a figure."""

    table: str
    row: str
    column: str
    text: str
    why: str


class ReportRow(NamedTuple):
    """Whose report a file is, and of when."""

    file: str
    council: str
    council_code: str
    period_start: str
    period_end: str


Told = FigureRow | CommitmentRow | CommentRow | UnreadRow


def to_csv(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """A table as a file."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode()
