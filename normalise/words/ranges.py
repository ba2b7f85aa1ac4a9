"""Printed dates from and to, months, and spans up to a date -> the period that they are."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from normalise.words.periods import Dated, months_between
from schemas import Period

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:(?:the\s+)?(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?\s*(?:of\s+)?)?"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_SHORT = r"(?P<{0}>(?:(?:19|20)\d\d|'?\d\d))"
_TO = r"\s*(?:-|–|—|to|until|till|up to|through|and)\s*"

_MONTH_ALONE = re.compile(rf"^\W*{_MONTH.format('m')}[\s-]+{_SHORT.format('y')}\W*$", re.IGNORECASE)
_MONTH_ITSELF = re.compile(rf"^\W*{_MONTH.format('m')}\W*$", re.IGNORECASE)
_NUMERIC = re.compile(
    rf"(?<![\d/.-])(?P<d1>\d{{1,2}})(?P<s1>[/.-])(?P<m1>\d{{1,2}})(?P=s1){_SHORT.format('y1')}{_TO}"
    rf"(?P<d2>\d{{1,2}})(?P<s2>[/.-])(?P<m2>\d{{1,2}})(?P=s2){_SHORT.format('y2')}(?!\d)",
    re.IGNORECASE,
)
_ISO = re.compile(rf"\b{_YEAR.format('y1')}-(?P<m1>\d\d)-(?P<d1>\d\d){_TO}{_YEAR.format('y2')}-(?P<m2>\d\d)-(?P<d2>\d\d)\b", re.IGNORECASE)
_NUMBERED_MONTHS = re.compile(
    rf"(?<![\d/.-])(?P<m1>0?[1-9]|1[0-2])/{_YEAR.format('y1')}{_TO}(?P<m2>0?[1-9]|1[0-2])/{_YEAR.format('y2')}\b", re.IGNORECASE
)
_MONTH_RANGE = re.compile(
    rf"\b{_DAY.format('d1')}{_MONTH.format('m1')}(?:(?:\s+|-(?='?\d\d\b)){_SHORT.format('y1')}(?!\d))?(?:{_TO}|\s?/\s?)"
    rf"{_DAY.format('d2')}{_MONTH.format('m2')}(?:(?:\s+|-(?='?\d\d\b)){_SHORT.format('y2')}(?![\d/]))?\b",
    re.IGNORECASE,
)
_LISTED = re.compile(
    rf"\b{_MONTH.format('m1')}(?:,\s*{_MONTH.format('m')})+,?\s*(?:and|&)\s*{_MONTH.format('m2')}(?:\s+{_YEAR.format('y')})?\b",
    re.IGNORECASE,
)
_BRACKETED_YEAR = re.compile(rf"\s*(?:[)\]],?\s*|[(\[]\s*){_YEAR.format('y')}(?!\s?[/–-]\s?\d|\d)")
_COUNTS = {"three": 3, "six": 6, "nine": 9, "twelve": 12, "fifteen": 15, "eighteen": 18}
_SPAN = (
    r"(?:(?P<short>y/?e|fye)|(?P<year>(?:(?:financial|reporting|municipal|calendar)\s+)?year)|(?P<quarter>quarter)|(?P<half>half[-\s]year)"
    rf"|(?P<count>\d\d?|{'|'.join(_COUNTS)})[-\s]months?(?:\s+period)?)"
)
_ENDED = re.compile(
    rf"\b{_SPAN}(?(short)(?:\s+end(?:ed|ing)?)?|\s+(?:ended|ending|end|to|up to))[\s:]+"
    rf"(?:{_DAY.format('d')}{_MONTH.format('m')}\s+(?(short){_SHORT.format('y')}|{_YEAR.format('yy')})"
    rf"|(?P<nd>\d{{1,2}})[/.-](?P<nm>\d{{1,2}})[/.-]{_SHORT.format('ny')})\b",
    re.IGNORECASE,
)
_CALENDAR = re.compile(
    rf"\bcalendar\s+year\s+(?:of\s+)?{_YEAR.format('y')}\b(?!\s?[/–-]\s?\d)|\b{_YEAR.format('yy')}\s+calendar\s+year\b", re.IGNORECASE
)
_FULL_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FROM_TO = re.compile(r"[–—]|\s-\s|\b(?:to|until|till|up to)\b", re.IGNORECASE)
"""What ties the two ends of a span; "and" may set two days side by side."""
_ONE_DAY = re.compile(
    rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH.format('m')}\s+{_YEAR.format('y')}|(?P<nd>\d{{1,2}})[/.-](?P<nm>\d{{1,2}})[/.-]{_SHORT.format('ny')}",
    re.IGNORECASE,
)
_BARE = re.compile(r"^(?:19|20)\d\d$")
_LAST_MONTH = 12


def find_ranges(text: str) -> Iterator[Dated]:
    """The periods that a text gives by their dates or months."""
    for pattern in (_NUMERIC, _ISO):
        yield from (dated for m in pattern.finditer(text) for dated in _between_dates(m))
    for m in _NUMBERED_MONTHS.finditer(text):
        yield _between_months(m, (int(m["m1"]), int(m["m2"])), (int(m["y1"]), int(m["y2"])))
    for m in _MONTH_RANGE.finditer(text):
        yield _month_range(m, text)
    for m in _LISTED.finditer(text):
        yield _listed(m)
    yield from _ended(text)


def find_spans(text: str) -> Iterator[tuple[str, Period]]:
    """The days from and to that a text prints with both their years, as printed, whether or not they end before they begin."""
    for dated in find_ranges(text) if len(_FULL_YEAR.findall(text)) > 1 else ():
        printed = text[dated.start : dated.end]
        span = dated.period or dated.misprinted
        if span and len(_FULL_YEAR.findall(printed)) == len(span) and _FROM_TO.search(printed):
            yield printed.strip(), span


def find_alone(text: str) -> Iterator[Dated]:
    """What is a period only where nothing else is said: a calendar year, a month, with or without its year."""
    if bare := _BARE.match(text.strip()):
        yield Dated(0, len(text), _calendar(int(bare[0])))
    if month := _MONTH_ALONE.match(text):
        year, number = full_year(month["y"]), _month(month["m"])
        yield Dated(0, len(text), months_between(year, number, year, number))
    if month := _MONTH_ITSELF.match(text):
        yield Dated(0, len(text), None, (_month(month["m"]), _month(month["m"])))


def text_to_day(text: str) -> date | None:
    """The day that a text is, if it is nothing else: `24th April 2017`, `16/12/2019`."""
    m = _ONE_DAY.fullmatch(text.strip())
    if m is None:
        return None
    year, month, day = full_year(m["y"] or m["ny"]), _month(m["m"]) if m["m"] else int(m["nm"]), int(m["d"] or m["nd"])
    return date(year, month, day) if 1 <= month <= _LAST_MONTH and 1 <= day <= monthrange(year, month)[1] else None


def full_year(year: str) -> int:
    """A year of two or four digits."""
    digits = int(year.lstrip("'"))
    return digits if digits > 99 else 2000 + digits - (100 if digits > 60 else 0)  # noqa: PLR2004  the 1960s began the Ombudsman


def _calendar(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31))


def _month(name: str) -> int:
    return _MONTHS.index(name.lower()[:3]) + 1


def _between_dates(match: re.Match[str]) -> Iterator[Dated]:
    days = [(full_year(match[f"y{n}"]), int(match[f"m{n}"]), int(match[f"d{n}"])) for n in (1, 2)]
    if all(1 <= month <= _LAST_MONTH and 1 <= day <= monthrange(year, month)[1] for year, month, day in days):
        yield _dated(match, Period(date(*days[0]), date(*days[1])))


def _between_months(match: re.Match[str], months: tuple[int, int], years: tuple[int, int]) -> Dated:
    return _dated(match, months_between(years[0], months[0], years[1], months[1]))


def _dated(match: re.Match[str], period: Period) -> Dated:
    """A period that ends before it begins is misprinted: only its months are told."""
    if period.end < period.start:
        return Dated(match.start(), match.end(), None, (period.start.month, period.end.month), period)
    return Dated(match.start(), match.end(), period)


def _month_range(m: re.Match[str], text: str) -> Dated:
    first, last = _month(m["m1"]), _month(m["m2"])
    behind = _BRACKETED_YEAR.match(text, m.end())
    printed = m["y2"] or m["y1"] or (behind and behind["y"])
    if not printed:
        return Dated(m.start(), m.end(), None, (first, last))
    end = full_year(m["y2"]) if m["y2"] else full_year(printed) + (last < first) * bool(m["y1"])
    start = full_year(m["y1"]) if m["y1"] else end - (last < first)
    whole = months_between(start, first, end, last)
    found = _dated(m, _days(m, whole))
    return Dated(found.start, behind.end(), found.period, found.months) if behind and not (m["y1"] or m["y2"]) else found


def _listed(match: re.Match[str]) -> Dated:
    first, last = _month(match["m1"]), _month(match["m2"])
    end = int(match["y"]) if match["y"] else None
    return Dated(
        match.start(), match.end(), months_between(end - (last < first), first, end, last) if end else None, None if end else (first, last)
    )


def _ended(text: str) -> Iterator[Dated]:
    for m in _ENDED.finditer(text):
        year, month = full_year(m["y"] or m["yy"] or m["ny"]), _month(m["m"]) if m["m"] else int(m["nm"])
        span = _length(m)
        if 1 <= month <= _LAST_MONTH and span:
            back = year * 12 + month - span
            yield Dated(m.start(), m.end(), months_between(back // 12, back % 12 + 1, year, month))
    for m in _CALENDAR.finditer(text):
        yield Dated(m.start(), m.end(), _calendar(int(m["y"] or m["yy"])))


def _length(match: re.Match[str]) -> int:
    """The months of a span."""
    if match["count"]:
        return _COUNTS.get(match["count"].lower()) or int(match["count"])
    return 12 if match["short"] or match["year"] else 3 if match["quarter"] else 6


def _days(match: re.Match[str], months: Period) -> Period:
    """Months from the day and to the day that are printed, where both are and the calendar has them; else whole months."""
    printed = [match[name] for name in ("d1", "d2")]
    if not all(printed):
        return months
    first, last = map(int, printed)
    fits = 1 <= first <= monthrange(months.start.year, months.start.month)[1] and 1 <= last <= months.end.day
    return Period(months.start.replace(day=first), months.end.replace(day=last)) if fits else months
