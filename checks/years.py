"""The years that sentences name, and those along the edges of tables."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checks.evidence import Evidence
from checks.labels import labels_of
from checks.labels import to_doubt as of_words
from checks.trial import Doubt, Trial
from schemas import Figure, Label, LabelKind, Severity, State
from schemas.printed import TWO_YEARS

YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?/\s?((?:19|20)?\d\d)(?!\d)(?!\s(?:\w+\s)?(?:plan|strategy|programme|budget|contract)\b)")
CENTURY = 100
FAR = 10
"""Years from the beginning of a year that is none, from which on its end cannot be the one that is right."""
ALONE = "no other year of the sentence or table shows that it speaks of single years"


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
    """A year of two numbers that a sentence or a table sets beside another ends in the calendar year after the one that it begins in."""
    yield from of_sentences(evidence)
    tables: dict[str, list[Label]] = defaultdict(list)
    for label in labels_of(evidence, LabelKind.YEAR):
        tables[label.table_id].append(label)
    for labels in tables.values():
        years = [to_year(found) for label in labels if (found := TWO_YEARS.fullmatch(label.text))]
        singles = [year for year in years if year.is_one]
        for label, year in zip(labels, years, strict=True):
            if year.is_one:
                yield Trial()
            elif not singles or not meant(year, singles):
                yield Trial(silent=ALONE)
            else:
                expected = " or ".join(meant(year, singles))
                yield Trial(doubt=of_words(evidence, label, expected, year.printed, told(year, expected)))


def of_sentences(evidence: Evidence) -> Iterator[Trial]:
    """The years of sentences that state figures."""
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


def meant(wrong: Year, others: Sequence[Year]) -> list[str]:
    """The years that may be meant by what is none: right in its beginning or in its end, and none that stands beside it."""
    starts = {start for start in (wrong.start, wrong.end - 1) if abs(start - wrong.start) < FAR}
    return [named(start) for start in sorted(starts - {other.start for other in others})]


def told(wrong: Year, expected: str) -> str:
    """What is wrong with a year."""
    return f"“{wrong.printed}” is no year, but {expected or 'another'} may be meant"


def to_doubt(figure: Figure, wrong: Year, others: Sequence[Year]) -> Doubt:
    """The doubt about a year of a sentence."""
    expected = " or ".join(meant(wrong, others))
    sentence = told(wrong, expected)
    return Doubt(figure, (), Severity.WARNING, expected, wrong.printed, sentence, (figure.table_id, wrong), together=True)
