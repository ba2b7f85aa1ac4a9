"""A cell's text -> the figures printed in it."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from schemas import UNCERTAIN, State, Unit

_NUMBER = r"(?!0\d)(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,12})(?:\.\d{1,15})?"
"""What counts complaints, days or pounds has no more digits: longer ones name an account or a telephone, or are a reader's noise."""
_DAYS = r"\s?(?:(?:working|calendar|clear)\s+)?days?\b"
_NOUN = r"\s(?:responses?|complaints?|cases?|compliments?)\b"
_PRINTED = re.compile(
    rf"""(?P<open>[(\[]\s*)?
    (?: (?P<absent>n\s?/\s?a\b\.?|not\s+applicable\b)
      | (?P<nil>[-–—]+)(?![\d.£])
      | (?P<zero>none\b|nil\b|zero\b)
      | (?P<hidden><\s?\d+\s?%?|[+\-–£]?[{UNCERTAIN},.]*{UNCERTAIN}\s?%?)
      | (?:(?P<sign>[+\-\u2212–])|[↑↓▲▼⬆⬇])?\s?(?P<pounds>£)?\s?(?P<number>{_NUMBER})
        (?P<raised>[⁰¹²³⁴-⁹]+)?(?:\s?(?P<percent>%|per\ ?cent\b)|(?P<days>{_DAYS})|(?P<noun>{_NOUN}))?(?P<mark>[*†‡]+|[⁰¹²³⁴-⁹]+)?
    )
    (?P<close>\s*[)\]])?(?P<star>\s?[*†‡]+|[⁰¹²³⁴-⁹]+)?""",
    re.IGNORECASE | re.VERBOSE,
)
_FRACTION = re.compile(
    rf"(?P<open>[(\[]\s*)?(?P<part>{_NUMBER})\s?(?:/|(?:out\s)?of\s)\s?(?P<base>{_NUMBER})(?P<close>\s*[)\]])?(?P<star>\s?[*†‡]+)?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?P<label>[^\W\d_](?:[^:=]*?[^\s:=–—-])?)(?:\s*[:=]|(?<!\d)\s[-–—])\s*(?=[(£\d]|n\s?/\s?a\b|nil\b|none\b)", re.IGNORECASE
)
_COUNTED = re.compile(rf"(?P<number>{_NUMBER})\s+(?P<label>[^\W\d][^\d.;:!?]*?)\s*(?=$|{_NUMBER}\s+[^\W\d])")
_MINUS = frozenset("-\u2212–")
_KEPT = 4096
"""Cells whose figures are kept: every step that reads a table asks for them, and reports print the same small numbers."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure as printed: its place in the cell's text, its value, the unit its own sign says (None where it has none).

    `label`: the words that name it inside its cell (`Upheld: 190`); `noun`: what it says it counts (`1 response`); `share`: `part` and
    `base` of a fraction (`1/2`, `1 of 2`); `half`: one of its brackets is missing, which only the second figure of a pair may lack.
    """

    start: int
    end: int
    text: str
    state: State
    value: Decimal | None = None
    unit: Unit | None = None
    bracketed: bool = False
    signed: bool = False
    label: str = ""
    noun: str = ""
    share: str = ""
    half: bool = False


@lru_cache(_KEPT)
def cell_to_figures(text: str) -> tuple[Printed, ...] | None:
    """The figures of a cell that holds nothing else but their labels; none for an empty cell, None for a cell with other words."""
    figures: list[Printed] = []
    at, label = 0, ""
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        if text[at].isalpha() and (named := _LABEL.match(text, at)) and (label or not figures):
            at, label = named.end(), named["label"]
        found = _fraction(text, at) or _figure(text, at)
        if not found:
            return None
        figures += [replace(figure, label=label) for figure in found]
        at = found[-1].end
    if any(figure.half for figure in figures) and [figure.half for figure in figures] != [False, True]:
        return None
    apart = [figure for figure in figures if figure.share]
    return None if apart and not label and len(apart) == len(figures) and not _is_explained(text) else tuple(figures)


def cell_to_counts(text: str) -> tuple[Printed, ...] | None:
    """The figures of a cell that counts one label after the other (`2 Upheld 1 Closed after initial enquiries`); None for any other."""
    counts: list[Printed] = []
    while match := _COUNTED.match(text, counts[-1].end if counts else 0):
        value = Decimal(match["number"].replace(",", ""))
        counts.append(Printed(match.start(), match.end(), match[0].strip(), State.REPORTED, value, label=match["label"]))
    return tuple(counts) if counts and counts[-1].end == len(text) else None


def _is_explained(text: str) -> bool:
    """A fraction alone may be a date or a year; brackets or the word "of" tell that it is one."""
    return re.search(r"[(\[]|\bof\b", text) is not None


def _fraction(text: str, at: int) -> list[Printed]:
    match = _FRACTION.match(text, at)
    if match is None or bool(match["open"]) != bool(match["close"]) or _runs_on(text, match):
        return []
    part, base = (Decimal(match[name].replace(",", "")) for name in ("part", "base"))
    whole = Printed(match.start(), match.end(), match[0].strip(), State.REPORTED, part, bracketed=match["open"] is not None, share="part")
    return [whole, replace(whole, value=base, share="base")] if part <= base else []


def _figure(text: str, at: int) -> list[Printed]:
    match = _PRINTED.match(text, at)
    if match is None or match.end() == at or _runs_on(text, match):
        return []
    half = bool(match["open"]) != bool(match["close"])
    return [replace(_printed(match), bracketed=bool(match["open"] or match["close"]), half=half)]


def _runs_on(text: str, match: re.Match[str]) -> bool:
    """A word, a range or a fraction is no figure by itself (2nd, 3-5, 1/2), nor is a dash or a footnote behind a number (5-, 50[1])."""
    if match.start() and not text[match.start() - 1].isspace() and (match.groupdict().get("nil") or (match["open"] or "").startswith("[")):
        return True
    return re.match(r"[\w/:.,%]|[-–]\d", text[match.end() : match.end() + 2]) is not None


def _printed(match: re.Match[str]) -> Printed:
    place = (match.start(), match.end(), match[0].strip())
    bracketed = match["open"] is not None
    if match["absent"]:
        return Printed(*place, State.NOT_APPLICABLE, bracketed=bracketed)
    if match["nil"]:
        return Printed(*place, State.NIL, bracketed=bracketed)
    if match["hidden"]:
        return Printed(*place, State.UNREADABLE, bracketed=bracketed)
    if match["zero"]:
        return Printed(*place, State.REPORTED, Decimal(0), bracketed=bracketed)
    value = Decimal(match["number"].replace(",", ""))
    unit = Unit.PERCENT if match["percent"] else Unit.GBP if match["pounds"] else Unit.DAYS if match["days"] else None
    signed = match["sign"] is not None
    value = -value if match["sign"] in _MINUS else value
    return Printed(*place, State.REPORTED, value, unit, bracketed=bracketed, signed=signed, noun=(match["noun"] or "").strip())
