"""The numbers of a sentence, in digits or in words, with their signs; and what only looks like a number."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from normalise.prose.items import Item, Number
from schemas import Unit

DIGITS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen")
"""The smallest numbers in words, from nought on."""
PERCENT = ("%", "percent", "pct")
_TEENS = ("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SPELLED = {word: n for n, word in enumerate((*DIGITS, *_TEENS))} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_SPELLED |= dict.fromkeys(("none", "nil", "zero"), 0)
_LAST = re.compile(rf"(?s:.*)(\d|(?<![^\W_])(?:{'|'.join(_SPELLED)})(?![^\W_]))", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\d{1,3}(?:,\d{3}){1,3}|[1-9]\d{0,11}|0)(?:\.\d{1,15})?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FRACTION = re.compile(r"(\(\d+)/(?=\d+\))")
"""A part over its whole in brackets: "(63/159)"."""
_PER_CENT = re.compile(r"\s+per\s+cent(?![^\W_])", re.IGNORECASE)
_COUNTED = {"complaint", "stage", "compliment"}
"""Kinds of words behind which four digits are a count and no year."""


def last_number(text: str) -> int:
    """Where the last digit or number in words begins; -1 where there is none: a text states no figure behind it."""
    found = _LAST.match(text)
    return found.start(1) if found else -1


def split_fractions(text: str) -> tuple[str, list[Item]]:
    """The text without the strokes of its fractions, which read as "of": "(63/159)" is "(63 159)" and a base between them."""
    return _FRACTION.sub(r"\1 ", text), [Item("base", match.end() - 1, match.end()) for match in _FRACTION.finditer(text)]


def is_number(word: str) -> bool:
    """Whether a word in small letters is a number by itself."""
    return word in _SPELLED or bool(_NUMBER.fullmatch(word))


def read_numbers(items: Sequence[Item], text: str) -> Iterator[Item]:
    """Numbers with their signs, their tens and ones, their days; what only looks like a number is a word, a span or a date."""
    at = 0
    while at < len(items):
        item, took = _number(items[at:], text) if items[at].kind in {"number", "£"} else (items[at], 1)
        yield item
        at += took


def _number(items: Sequence[Item], text: str) -> tuple[Item, int]:
    """What begins the items, a number or the sign of one, and how many of them belong to it."""
    pounds = int(items[0].kind == "£")
    if _kind_at(items, pounds) != "number":
        return Item("word", items[0].start, items[0].end), 1
    value, took = _value(items, pounds)
    unit, signs = _unit(items, took, text)
    unit = Unit.GBP if pounds and unit is Unit.COUNT else unit
    start, end = items[0].start, items[took + signs - 1].end
    odd = unit is Unit.COUNT and _kind_at(items, took) in {"span", "number"}
    if _is_part(text, start, end):
        return Item("word", start, end), took + signs
    if odd:
        return Item("span", start, end), took
    if (unit is not Unit.COUNT and text[start - 1 : start] == "-") or _is_listed(text, end):
        return Item("word", start, end), took + signs
    if unit is Unit.COUNT and _YEAR.fullmatch(items[0].value) and _kind_at(items, took) not in _COUNTED:
        return Item("date", start, end), took
    return Item("number", start, end, Number(value, unit)), took + signs


def _value(items: Sequence[Item], at: int) -> tuple[Decimal, int]:
    """The number that stands at a place, with the ones behind its tens, and the place behind it."""
    value = _worth(items[at].value)
    if items[at].value.lower() in _TENS and _kind_at(items, at + 1) == "number" and 0 < _worth(items[at + 1].value) < 10:  # noqa: PLR2004
        return value + _worth(items[at + 1].value), at + 2
    return value, at + 1


def _worth(word: str) -> Decimal:
    return Decimal(_SPELLED[word.lower()]) if word.lower() in _SPELLED else Decimal(word.replace(",", ""))


def _unit(items: Sequence[Item], at: int, text: str) -> tuple[Unit, int]:
    """What the items from a place on say that the number before them is told in, and how many of them are its signs."""
    kind = _kind_at(items, at)
    if kind in PERCENT:
        return Unit.PERCENT, 1
    if spelled := _PER_CENT.match(text, items[at - 1].end):
        return Unit.PERCENT, sum(item.end <= spelled.end() for item in items[at:])
    return (Unit.DAYS, 1) if kind == "day" else (Unit.COUNT, 0)


def _kind_at(items: Sequence[Item], at: int) -> str:
    """The kind of an item; "" behind the last."""
    return items[at].kind if at < len(items) else ""


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether digits are part of a longer word: "B2B", "12/7", "#4"."""
    return text[end : end + 1].isalnum() or text[end : end + 1] == "/" or text[start - 1 : start] in {"/", ".", "#"}


def _is_listed(text: str, end: int) -> bool:
    """Whether a number counts the entries of a list: "2) Better letters"."""
    return text[end : end + 1] == ")" and text[:end].count("(") <= text[:end].count(")")
