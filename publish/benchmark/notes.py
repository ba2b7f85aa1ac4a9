"""Which notes of a council's reports bear on a row of the benchmark; the words they are known by are data (`notes.toml`)."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from publish.benchmark.printed import ALL, NO_SERVICE
from publish.benchmark.report import Row
from schemas import Comment, Records, Section, Stage
from schemas.printed import fold

APRIL = 4
YEARS = re.compile(r"(?<![\d/.–-])(?:20)?(\d\d)\s?[/–-]\s?(?:20)?(\d\d)(?![\d/–-]|\.\d)")
_ASKED = 1 << 12
"""Answers that are remembered: every comment of a report is asked the same for each of the report's rows."""
FOOTNOTE = re.compile(r"^\W*[*†‡#]")


@dataclass(frozen=True, slots=True)
class Words:
    """The phrases of the data file, folded."""

    figures: tuple[str, ...]
    none: tuple[str, ...]
    layout: tuple[str, ...]
    stages: Mapping[Stage, tuple[str, ...]]


@cache
def words() -> Words:
    """The words that come with the program."""
    data = tomllib.loads(files("publish").joinpath("benchmark", "notes.toml").read_text("utf-8"))
    stages = {Stage(stage): tuple(map(fold, phrases)) for stage, phrases in data["stages"].items()}
    return Words(tuple(map(fold, data["figures"])), tuple(map(fold, data["not"])), tuple(map(fold, data["layout"])), stages)


@lru_cache(_ASKED)
def says(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether a text holds one of the folded phrases as whole words."""
    said = f" {fold(text)} "
    return any(f" {phrase} " in said for phrase in phrases)


def financial_year(day: date) -> int:
    """The year in which the financial year of a day begins."""
    return day.year - (day.month < APRIL)


def years(text: str) -> frozenset[int]:
    """The financial years that a text names, each by the year in which it begins."""
    found = ((2000 + int(match[1]), int(match[2])) for match in YEARS.finditer(text))
    return frozenset(year for year, after in found if (year + 1) % 100 == after)


def is_of_stage(comment: Comment, row: Row) -> bool:
    """Whether the comment is about the row's stage, or about none."""
    said = {stage for stage, phrases in words().stages.items() if says(comment.text, phrases)}
    named = {comment.stage} if comment.stage else said
    return not named or row.key.stage in {*named, Stage.ALL}


def is_of_service(comment: Comment, row: Row) -> bool:
    """Whether the comment stands under the row's own service."""
    by_id = comment.service_id == row.key.service_id and comment.service_id not in {*NO_SERVICE, ALL}
    return by_id or bool(comment.service and fold(comment.service) in {fold(name) for name in row.names})


def is_general(comment: Comment, row: Row) -> bool:
    """Whether the comment is about the figures of all services of the report, or of the row's directorate, and of the row's year."""
    directorates = {fold(figure.directorate) for figure in row.figures}
    if comment.service or (comment.directorate and fold(comment.directorate) not in directorates):
        return False
    named, own = years(comment.text), range(financial_year(row.key.period_start), financial_year(row.key.period_end) + 1)
    if FOOTNOTE.search(comment.text) or says(comment.text, words().none) or (named and named.isdisjoint(own)):
        return False
    return comment.section is Section.SCOPE or says(comment.text, words().figures)


def bears(comment: Comment, row: Row) -> bool:
    """Whether a note or a scope sentence of the row's own report bears on the row."""
    known = comment.section in {Section.NOTE, Section.SCOPE} and is_of_stage(comment, row) and not says(comment.text, words().layout)
    return known and (is_of_service(comment, row) or is_general(comment, row))


def names_year(comment: Comment, row: Row) -> bool:
    """Whether a note of another report is about the row: of its service, and of its year by name."""
    noted = comment.section is Section.NOTE and is_of_service(comment, row) and is_of_stage(comment, row)
    return noted and financial_year(row.key.period_start) in years(comment.text)


def row_to_notes(row: Row, reports: Iterable[Records]) -> Iterator[str]:
    """What the reports of the row's council note of it, in reading order, those of its own report first."""
    own = [comment for comment in row.records.commentary if bears(comment, row)]
    others = (comment for records in reports if records is not row.records for comment in records.commentary if names_year(comment, row))
    for comment in (*own, *others):
        page = "" if comment.page is None else f" on page {comment.page}"
        yield f"{comment.section}{page}: {' '.join(comment.text.split())}"
