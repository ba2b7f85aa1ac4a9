"""Printed periods -> first and last day. Financial years run from 1 April to 31 March."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from schemas import Period

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?\s*)?"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_SHORT = r"(?P<{0}>(?:(?:19|20)\d\d|'?\d\d))"
_TO = r"\s*(?:-|–|—|to|until|and)\s*"
_BETWEEN_YEARS = r"\s?(?:/|-|–|—|to)\s?"

_YEARS_ALONE = re.compile(r"^\W*(?:FY\s?)?'?(?P<y1>\d\d)\s?[-–—]\s?'?(?P<y2>\d\d)\W*$", re.IGNORECASE)
_MONTH_ALONE = re.compile(rf"^\W*{_MONTH.format('m')}[\s-]+{_SHORT.format('y')}\W*$", re.IGNORECASE)
_MONTH_ITSELF = re.compile(rf"^\W*{_MONTH.format('m')}\W*$", re.IGNORECASE)
_FINANCIAL = re.compile(rf"(?<![\d/.]){_YEAR.format('y1')}{_BETWEEN_YEARS}(?P<y2>(?:19|20)\d\d|'?\d\d)(?![\d/]|-\d)", re.IGNORECASE)
_SHORT_FINANCIAL = re.compile(r"(?<![\d/.£-])'?(?P<y1>\d\d)\s?/\s?'?(?P<y2>\d\d)(?![\d/%])")
_ONE_TO_FOUR = r"(?P<{0}>[1-4]|one|two|three|four)"
_QUARTER = re.compile(
    rf"\b(?:Q|qtr\.?\s?|quarter\s?){_ONE_TO_FOUR.format('q')}(?:\s*(?:-|–|to|and|&)\s*(?:Q|qtr\.?\s?|quarter\s?){_ONE_TO_FOUR.format('to')})?\b"
    rf"|\bquarters\s{_ONE_TO_FOUR.format('from')}\s*(?:-|–|to|and|&)\s*{_ONE_TO_FOUR.format('until')}\b"
    r"|\b(?P<nth>1st|2nd|3rd|4th|first|second|third|fourth)\s+(?:quarter|qtr)\b"
    r"|\bH(?P<h>[12])\b",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    rf"(?P<d1>\d{{1,2}})[/.](?P<m1>\d{{1,2}})[/.]{_SHORT.format('y1')}{_TO}(?P<d2>\d{{1,2}})[/.](?P<m2>\d{{1,2}})[/.]{_SHORT.format('y2')}",
    re.IGNORECASE,
)
_MONTH_RANGE = re.compile(
    rf"\b{_DAY.format('d1')}{_MONTH.format('m1')}(?:\s+{_SHORT.format('y1')}(?!\d))?{_TO}"
    rf"{_DAY.format('d2')}{_MONTH.format('m2')}(?:\s+{_SHORT.format('y2')}(?![\d/]))?\b",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?P<span>year|quarter|half[- ]year|(?:twelve|12|nine|9|six|6|three|3) months)\s+(?:ended|ending|to)\s+"
    rf"{_DAY.format('d')}{_MONTH.format('m')}\s+{_YEAR.format('y')}\b",
    re.IGNORECASE,
)
_BARE = re.compile(r"^(?:19|20)\d\d$")
_ORDINALS = (("1", "one", "first", "1st"), ("2", "two", "second", "2nd"), ("3", "three", "third", "3rd"), ("4", "four", "fourth", "4th"))
_QUARTERS = {name: number for number, names in enumerate(_ORDINALS, 1) for name in names}
_SPANS = {"year": 12, "quarter": 3, "twelve months": 12, "12 months": 12, "three months": 3, "3 months": 3, "nine months": 9, "9 months": 9}
"""Months of a span; half a year where it is none of these."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A period found in a text: where, and what; `period` is None for months or quarters whose year stands elsewhere."""

    start: int
    end: int
    period: Period | None
    months: tuple[int, int] | None = None


def financial_year(year: int) -> Period:
    """The financial year that begins in `year`."""
    return Period(date(year, 4, 1), date(year + 1, 3, 31))


def year_of(period: Period) -> Period:
    """The financial year in which a period begins."""
    return financial_year(period.start.year - (period.start.month < 4))  # noqa: PLR2004  April begins it


def year_before(period: Period) -> Period:
    """The whole financial year before the one in which a period begins."""
    return financial_year(year_of(period).start.year - 1)


def shifted(period: Period, years: int) -> Period:
    """The same days of another year; the last of February stays the last."""
    start, end = ((day.replace(day=1, year=day.year + years), day) for day in period)
    last = end[1].day == monthrange(end[1].year, end[1].month)[1]
    final = monthrange(end[0].year, end[0].month)[1]
    return Period(start[0].replace(day=start[1].day), end[0].replace(day=final if last else min(end[1].day, final)))


def months_of(first: int, last: int, year: Period) -> Period:
    """Months without a year, placed in a financial year: April to September of 2017-18."""
    start = year.start.year + (first < year.start.month)
    end = start + (last < first)
    return _months(start, first, end, last)


def whole_year(period: Period) -> Period:
    """The year that a period is or is a part of: twelve months are a year whatever month begins it, else it is the financial year."""
    return period if shifted(Period(period.start, period.start), 1).start == period.end + timedelta(1) else year_of(period)


def months_within(first: int, last: int, period: Period) -> Period | None:
    """Months of the year that a period is, or of a period that is just these months; None if they are of no year or of another part."""
    months = months_of(first, last, whole_year(period))
    return months if period in {months, whole_year(period)} else None


def label(period: Period) -> str:
    """How the dataset names a period: `2019-20`, `2017-18 H1`, `2020-21 Q3`, `2018`, else first and last month."""
    first, last = period
    year = year_of(period)
    name = f"{year.start.year}-{year.end.year % 100:02d}"
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    since = (first.month - 4) % 12
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    parts = {(12, 0): "", (6, 0): " H1", (6, 6): " H2", **{(3, 3 * q): f" Q{q + 1}" for q in range(4)}}
    if whole and (months, since) in parts:
        return name + parts[months, since]
    if whole and months == 12 and first.month == 1:  # noqa: PLR2004  a calendar year
        return str(first.year)
    return f"{first:%Y-%m} to {last:%Y-%m}" if whole else f"{first} to {last}"


def find_periods(text: str) -> list[Dated]:
    """The periods printed in a text, in order; the longer reading of a place wins over what it holds."""
    found: list[Dated] = []
    for dated in sorted(_all(text), key=lambda d: (d.start - d.end, d.start)):
        if all(dated.end <= other.start or dated.start >= other.end for other in found):
            found.append(dated)
    return sorted(found, key=lambda d: d.start)


def _all(text: str) -> Iterator[Dated]:
    yield from _ranges(text)
    years = [Dated(m.start(), m.end(), _years(m)) for m in _FINANCIAL.finditer(text) if _follows(m)]
    years += [Dated(m.start(), m.end(), _years(m)) for m in _SHORT_FINANCIAL.finditer(text) if _follows(m)]
    yield from years
    parts = [(m, _part(m)) for m in _QUARTER.finditer(text)]
    parts += [(m, (4, 9) if m["n"].lower() == "first" else (10, 3)) for m in _SIX_MONTHS.finditer(text)]
    for m, months in parts:
        between = ((d, text[min(m.end(), d.end) : max(m.start(), d.start)]) for d in years)
        year = next((d for d, words in between if re.fullmatch(r"[^\w]*(?:of(?: the year)?)?[^\w]*", words)), None)
        if year is None or year.period is None:
            yield Dated(m.start(), m.end(), None, months)
        else:
            yield Dated(min(m.start(), year.start), max(m.end(), year.end), months_of(*months, year.period))
    yield from _alone(text)


def _alone(text: str) -> Iterator[Dated]:
    """What is a period only where nothing else is said: a calendar year, a month (also without its year), two short years with a dash."""
    if bare := _BARE.match(text.strip()):
        yield Dated(0, len(text), Period(date(int(bare[0]), 1, 1), date(int(bare[0]), 12, 31)))
    if month := _MONTH_ALONE.match(text):
        year, number = _full(month["y"]), _month(month["m"])
        yield Dated(0, len(text), _months(year, number, year, number))
    if month := _MONTH_ITSELF.match(text):
        yield Dated(0, len(text), None, (_month(month["m"]), _month(month["m"])))
    if (years := _YEARS_ALONE.match(text)) and _follows(years):
        yield Dated(0, len(text), _years(years))


_SIX_MONTHS = re.compile(r"\b(?P<n>first|second|last) (?:six months|6 months|half)(?: of the year)?\b", re.IGNORECASE)


def _part(match: re.Match[str]) -> tuple[int, int]:
    """The months of quarters or a half of a financial year: Q1 and H1 begin in April."""
    if match["h"]:
        return (4, 9) if match["h"] == "1" else (10, 3)
    first = match["q"] or match["from"] or match["nth"]
    last = match["to"] or match["until"] or first
    begins, ends = (3 * _QUARTERS[name.lower()] % 12 + 1 for name in (first, last))
    return begins, ends + 2


def _ranges(text: str) -> Iterator[Dated]:
    for m in _NUMERIC.finditer(text):
        days = [(_full(m[f"y{n}"]), int(m[f"m{n}"]), int(m[f"d{n}"])) for n in (1, 2)]
        if all(1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] for year, month, day in days):  # noqa: PLR2004
            yield Dated(m.start(), m.end(), Period(date(*days[0]), date(*days[1])))
    for m in _MONTH_RANGE.finditer(text):
        first, last = _month(m["m1"]), _month(m["m2"])
        if m["y2"] is None and m["y1"] is None:
            yield Dated(m.start(), m.end(), None, (first, last))
        else:
            end = _full(m["y2"]) if m["y2"] else _full(m["y1"]) + (last < first)
            start = _full(m["y1"]) if m["y1"] else end - (last < first)
            yield Dated(m.start(), m.end(), _days(m, _months(start, first, end, last)))
    for m in _ENDED.finditer(text):
        end_year, end_month = int(m["y"]), _month(m["m"])
        back = end_year * 12 + end_month - _SPANS.get(m["span"].lower(), 6)
        yield Dated(m.start(), m.end(), _months(back // 12, back % 12 + 1, end_year, end_month))


def _days(match: re.Match[str], months: Period) -> Period:
    """Months from the day and to the day that are printed, where both are and the calendar has them; else whole months."""
    printed = [match[name] for name in ("d1", "d2")]
    if not all(printed):
        return months
    first, last = map(int, printed)
    fits = 1 <= first <= monthrange(months.start.year, months.start.month)[1] and 1 <= last <= months.end.day
    return Period(months.start.replace(day=first), months.end.replace(day=last)) if fits else months


def _follows(match: re.Match[str]) -> bool:
    """Two years that follow each other are a financial year; other pairs are dates, ratios or misprints."""
    return (int(match["y1"]) + 1) % 100 == int(match["y2"].lstrip("'")) % 100


def _years(match: re.Match[str]) -> Period:
    return financial_year(_full(match["y1"]))


def _full(year: str) -> int:
    digits = int(year.lstrip("'"))
    return digits if digits > 99 else 2000 + digits - (100 if digits > 60 else 0)  # noqa: PLR2004  the 1960s began the Ombudsman


def _month(name: str) -> int:
    return _MONTHS.index(name.lower()[:3]) + 1


def _months(start: int, first: int, end: int, last: int) -> Period:
    return Period(date(start, first, 1), date(end, last, monthrange(end, last)[1]))
