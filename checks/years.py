"""The years that sentences name."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from checks.evidence import Evidence
from checks.trial import Doubt, Trial
from schemas import Figure, Severity, State

YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?/\s?((?:19|20)?\d\d)(?!\d)(?!\s(?:\w+\s)?(?:plan|strategy|programme|budget|contract)\b)")
CENTURY = 100
ALONE = "no other year of the sentence shows that it speaks of single years"


class Year(NamedTuple):
    """A year as a sentence prints it, `2023/24`, and the calendar years that it begins and ends in."""

    printed: str
    start: int
    end: int

    @property
    def is_one(self) -> bool:
        return self.end == self.start + 1


def to_year(found: re.Match[str]) -> Year:
    """A printed year; of two digits, the end lies in the century of the start."""
    start, end = int(found[1]), int(found[2])
    return Year(found[0], start, end if end > CENTURY else start - start % CENTURY + end)


def named(start: int) -> str:
    """A year from its beginning."""
    return f"{start}/{(start + 1) % CENTURY:02}"


def year_ends_the_year_after_it_begins(evidence: Evidence) -> Iterator[Trial]:
    """A year of two numbers, in a sentence that sets it beside another, ends in the calendar year after the one that it begins in."""
    seen: set[str] = set()
    for figure in evidence.records.figures:
        fresh = figure.text not in seen and figure.state is State.REPORTED
        years = [to_year(found) for found in YEAR.finditer(figure.text)] if fresh else []
        seen.add(figure.text)
        shown = any(year.is_one for year in years)
        for year in years:
            if year.is_one:
                yield Trial()
            elif not shown:
                yield Trial(silent=ALONE)
            else:
                yield Trial(doubt=to_doubt(figure, year, [other for other in years if other.is_one]))


def to_doubt(figure: Figure, wrong: Year, others: list[Year]) -> Doubt:
    """The doubt about a year; it may be right in its beginning or in its end, and is none that stands beside it."""
    meant = [named(start) for start in sorted({wrong.start, wrong.end - 1}) if start not in {other.start for other in others}]
    expected = " or ".join(meant)
    told = f"“{wrong.printed}” is no year, but {expected or 'another'} may be meant"
    return Doubt(figure, (), Severity.WARNING, expected, wrong.printed, told, (figure.table_id, wrong), together=True)
