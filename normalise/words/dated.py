"""A text -> the periods that it names."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from normalise.words.periods import Dated, financial_year, months_of, year_of
from normalise.words.quarters import YearPart, find_parts
from normalise.words.ranges import find_alone, find_ranges, full_year
from schemas import Period

_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_BETWEEN_YEARS = r"\s?(?:/|-|–|—|to)\s?"
_FINANCIAL = re.compile(rf"(?<![\d/.]){_YEAR.format('y1')}{_BETWEEN_YEARS}(?P<y2>(?:19|20)\d\d|'?\d\d)(?![\d/]|-\d)", re.IGNORECASE)
_SHORT_FINANCIAL = re.compile(r"(?<![\d/.£-])'?(?P<y1>\d\d)\s?/\s?'?(?P<y2>\d\d)(?![\d/%])")
_YEARS_ALONE = re.compile(r"^\W*(?:FY\s?)?'?(?P<y1>\d\d)\s?[-–—]\s?'?(?P<y2>\d\d)\W*$", re.IGNORECASE)
_TAUGHT = re.compile(r"\b(?:academic|school)\s+years?\W*$", re.IGNORECASE)
_BESIDE = re.compile(r"[^\w]*(?:of(?: the(?: financial)? year)?|for|in|during|FY)?[^\w]*", re.IGNORECASE)
"""What stands between a part of a year and its year."""
_TOGETHER = re.compile(r"[\s()\[\],:–—-]*")
"""What stands between two ways of naming one period."""
_KEPT = 8192
"""Texts whose periods are kept: a report's title, its sections, its labels and its sentences are asked for theirs several times."""


@lru_cache(_KEPT)
def find_periods(text: str) -> tuple[Dated, ...]:
    """The periods printed in a text, in order; the longer reading of a place wins over what it holds."""
    found: list[Dated] = []
    for dated in sorted(_all(text), key=lambda d: (d.start - d.end, d.start)):
        if all(dated.end <= other.start or dated.start >= other.end for other in found):
            found.append(dated)
    return tuple(_joined(sorted(found, key=lambda d: d.start), text))


def _joined(found: Iterable[Dated], text: str) -> Iterator[Dated]:
    """Quarter 3 (October to December 2021) is one period, and so is Quarter 3 (October to December) 2021/22."""
    before: Dated | None = None
    for dated in found:
        both = _both(before, dated) if before and _TOGETHER.fullmatch(text, before.end, dated.start) else None
        if before and not both:
            yield before
        before = both or dated
    if before:
        yield before


def _both(one: Dated, other: Dated) -> Dated | None:
    """The period that two ways of naming it mean together, if one of them names its months alone."""
    whole = one.period or other.period
    if one.period and other.period:
        return None
    if _months(one) == _months(other):
        return Dated(one.start, other.end, whole, None if whole else one.months)
    months = one.months or other.months
    if whole and months and whole == year_of(whole):
        return Dated(one.start, other.end, months_of(*months, whole))
    return None


def _months(dated: Dated) -> tuple[int, int] | None:
    return dated.months or (dated.period and (dated.period.start.month, dated.period.end.month))


def _all(text: str) -> Iterator[Dated]:
    yield from find_ranges(text)
    years = [Dated(m.start(), m.end(), _years(m)) for p in (_FINANCIAL, _SHORT_FINANCIAL) for m in p.finditer(text) if _is_year(m)]
    yield from years
    yield from (dated for part in find_parts(text) for dated in _in_year(part, years, text))
    yield from find_alone(text)
    if (alone := _YEARS_ALONE.match(text)) and _is_year(alone):
        yield Dated(0, len(text), _years(alone))


def _in_year(part: YearPart, years: Iterable[Dated], text: str) -> Iterator[Dated]:
    """A part of the year that stands beside it, else of a year that is named elsewhere."""
    between = ((d, text[min(part.end, d.end) : max(part.start, d.start)]) for d in years)
    year = next((d for d, words in between if _BESIDE.fullmatch(words)), None)
    if year and year.period:
        yield Dated(min(part.start, year.start), max(part.end, year.end), months_of(*part.months, year.period))
    elif not part.open:
        yield Dated(part.start, part.end, None, part.months)


def _is_year(match: re.Match[str]) -> bool:
    """Two years that follow each other are a financial year; other pairs are dates, ratios or misprints. A school's year is another."""
    follows = (int(match["y1"]) + 1) % 100 == int(match["y2"].lstrip("'")) % 100
    return follows and not _TAUGHT.search(match.string, 0, match.start())


def _years(match: re.Match[str]) -> Period:
    return financial_year(full_year(match["y1"]))
