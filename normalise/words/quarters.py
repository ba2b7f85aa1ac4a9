"""Printed parts of a financial year, such as quarters and halves -> their months: Q1 and H1 begin in April."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBER = r"(?P<{0}>[1-4]|one|two|three|four)"
_QUARTER = r"(?:Q|qtrs?\.?\s?|quarters?\s?)"
_FIRST = re.compile(rf"\b(?P<word>{_QUARTER}){_NUMBER.format('n')}\b|\b(?P<before>[1-4])Q\b", re.IGNORECASE)
_NEXT = re.compile(
    rf"(?P<sep>\s*(?:,\s*(?:and|&)|-|–|—|/|&|,|\bto\b|\band\b)\s*)(?P<word>{_QUARTER})?{_NUMBER.format('n')}\b", re.IGNORECASE
)
_CLOSED = re.compile(r"\s*(?:$|[).;:\]]|,?\s*(?:of\s|[(\[]?(?:FY\s?)?(?:(?:19|20)\d\d|\d\d\s?[/–-]\s?\d\d)))", re.IGNORECASE)
"""What goes on behind a list of quarters as no sentence about their figures does."""
_RANGE = frozenset({"-", "–", "—", "to"})

_OF_THE_YEAR = r"(?P<whole>\s+of\s+(?:the|each)\s+(?:(?:financial|reporting|municipal)\s+)?year)?\b"
_NTH = re.compile(rf"\b(?P<nth>1st|2nd|3rd|4th|first|second|third|fourth|final|last)\s+(?:quarter|qtr)(?!s){_OF_THE_YEAR}", re.IGNORECASE)
_HALF = re.compile(
    rf"\bH(?P<h>[12])\b|\bhalf[\s-]?year\s?(?P<numbered>[12]|one|two)\b(?![,.]?\d)|(?:^|(?<=[(\[,:–]\s)|(?<=\d\s))half\s?(?P<bare>[12])\b(?![,.]?\d)"
    rf"|\b(?P<nth>1st|first|2nd|second|last)\s+(?:half(?:[\s-]year)?|(?:six|6)[\s-]months?){_OF_THE_YEAR}",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"\b(?P<end>first|last|final)\s+(?P<count>two|2|three|3|nine|9)\s+(?P<unit>quarters|months){_OF_THE_YEAR}", re.IGNORECASE
)

_ORDINALS = (("1", "one", "first", "1st"), ("2", "two", "second", "2nd"), ("3", "three", "third", "3rd"), ("4", "four", "fourth", "4th"))
_NUMBERS = {name: number for number, names in enumerate(_ORDINALS, 1) for name in names} | {"final": 4, "last": 4, "nine": 9, "9": 9}
_RELATIVE = frozenset({"last", "final"})
"""What may also mean the months just over, unless the year stands beside it."""


@dataclass(frozen=True, slots=True)
class YearPart:
    """Where a text names a part of a year, and its months; `open`: it is one only if its year stands beside it."""

    start: int
    end: int
    months: tuple[int, int]
    open: bool = False


def find_parts(text: str) -> Iterator[YearPart]:
    """The parts of a year that a text names: quarters that follow each other are one part."""
    yield from _quarters(text)
    for m in _NTH.finditer(text):
        number = _NUMBERS[m["nth"].lower()]
        yield YearPart(m.start(), m.end(), _of_quarters(number, number), _is_open(m, m["nth"]))
    for m in _HALF.finditer(text):
        which = (m["h"] or m["numbered"] or m["bare"] or m["nth"]).lower()
        half = 1 if _NUMBERS[which] == 1 else 2
        yield YearPart(m.start(), m.end(), _of_quarters(2 * half - 1, 2 * half), bool(m["nth"]) and _is_open(m, m["nth"]))
    for m in _COUNTED.finditer(text):
        months = _NUMBERS[m["count"].lower()] * (3 if m["unit"].lower() == "quarters" else 1)
        if months <= _YEAR:
            first = 3 if m["end"].lower() == "first" else _YEAR + 3 - months
            relative = m["unit"].lower() == "months" or m["end"].lower() in _RELATIVE
            yield YearPart(m.start(), m.end(), (first % 12 + 1, (first + months - 1) % 12 + 1), relative and not m["whole"])


_YEAR = 12


def _is_open(match: re.Match[str], word: str) -> bool:
    return word.lower() in _RELATIVE and not match["whole"]


def _of_quarters(first: int, last: int) -> tuple[int, int]:
    return 3 * first % 12 + 1, 3 * last % 12 + 3


def _quarters(text: str) -> Iterator[YearPart]:
    """Quarters as they are listed: each run that follows on, or each alone where a sentence goes on about them one by one."""
    end = 0
    for first in _FIRST.finditer(text):
        if first.start() < end:
            continue
        listed = [(_NUMBERS[(first["n"] or first["before"]).lower()], first.start(), first.end())]
        more = _more(text, first)
        for one in more:
            number = _NUMBERS[one["n"].lower()]
            between = one["sep"].strip().lower() in _RANGE and number > listed[-1][0] + 1
            listed += [(n, one.start("n"), one.end()) for n in range(listed[-1][0] + 1 if between else number, number + 1)]
        end = listed[-1][2]
        apart = any("," in one["sep"] for one in more) and not _CLOSED.match(text, end)
        yield from _runs(listed, apart=apart)


def _runs(listed: list[tuple[int, int, int]], *, apart: bool) -> Iterator[YearPart]:
    run = [listed[0]]
    for quarter in listed[1:]:
        if apart or quarter[0] != run[-1][0] + 1:
            yield YearPart(run[0][1], run[-1][2], _of_quarters(run[0][0], run[-1][0]))
            run = []
        run.append(quarter)
    yield YearPart(run[0][1], run[-1][2], _of_quarters(run[0][0], run[-1][0]))


def _more(text: str, first: re.Match[str]) -> list[re.Match[str]]:
    """The quarters that a list goes on with: a bare number is one only where it can be no figure."""
    found: list[re.Match[str]] = []
    at = first.end()
    many = (first["word"] or "").lower().startswith(("quarters", "qtrs"))
    while more := _NEXT.match(text, at):
        found.append(more)
        at = more.end()
    while found and not _belongs(found, text, many=many):
        found.pop()
    return found


def _belongs(found: list[re.Match[str]], text: str, *, many: bool) -> bool:
    """Whether the last of the listed numbers is a quarter."""
    last = found[-1]
    sep = last["sep"]
    if last["word"] or many:
        return True
    if sep.strip() in {"-", "–", "—", "/"}:
        return sep == sep.strip()
    return "," not in sep and bool(_CLOSED.match(text, last.end()))
