"""A cell's text -> the figures printed in it."""

import re
from dataclasses import dataclass
from decimal import Decimal

from schemas import State, Unit

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_PRINTED = re.compile(
    rf"""(?P<open>[(\[]\s*)?
    (?: (?P<absent>n\s?/\s?a\b\.?|not\s+applicable\b)
      | (?P<nil>[-–—]+)(?![\d.£])
      | (?P<zero>none\b|nil\b|zero\b)
      | (?P<hidden><\s?\d+\s?%?)
      | (?:(?P<sign>[+\-\u2212–])|[↑↓▲▼⬆⬇])?\s?(?P<pounds>£)?\s?(?P<number>{_NUMBER})
        (?P<raised>[⁰¹²³⁴-⁹]+)?(?:\s?(?P<percent>%|per\ ?cent\b))?(?P<mark>[*†‡]+|[⁰¹²³⁴-⁹]+)?
    )
    (?P<close>\s*[)\]])?(?P<star>\s?[*†‡]+|[⁰¹²³⁴-⁹]+)?""",
    re.IGNORECASE | re.VERBOSE,
)
_MINUS = frozenset("-\u2212–")


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure as printed: its place in the cell's text, its value, the unit its own sign says (None where it has none)."""

    start: int
    end: int
    text: str
    state: State
    value: Decimal | None = None
    unit: Unit | None = None
    bracketed: bool = False
    signed: bool = False


def cell_to_figures(text: str) -> tuple[Printed, ...] | None:
    """The figures of a cell that holds nothing else; none for an empty cell, None for a cell with other words."""
    figures: list[Printed] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        match = _PRINTED.match(text, at)
        if match is None or match.end() == at or bool(match["open"]) != bool(match["close"]) or _runs_on(text, match):
            return None
        figures.append(_printed(match))
        at = match.end()
    return tuple(figures)


def _runs_on(text: str, match: re.Match[str]) -> bool:
    """A word, a range or a fraction is no figure by itself (2nd, 3-5, 1/2), nor is a dash or a footnote behind a number (5-, 50[1])."""
    if match.start() and not text[match.start() - 1].isspace() and (match["nil"] or (match["open"] or "").startswith("[")):
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
    unit = Unit.PERCENT if match["percent"] else Unit.GBP if match["pounds"] else None
    return Printed(
        *place, State.REPORTED, -value if match["sign"] in _MINUS else value, unit, bracketed=bracketed, signed=match["sign"] is not None
    )
