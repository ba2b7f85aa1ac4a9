"""A line -> the entries printed on it: labels and figures, however they are set apart ("Upheld: 4", "Q1 - 15", "Apology (12)")."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from normalise.words.values import Printed, cell_to_figures
from schemas import Text

_FIGURE = r"(?:£\s?)?\d[\d,]*(?:\.\d+)?(?:\s?%|\s?per\s?cent\b)?"
_PLAIN = rf"(?:{_FIGURE}|none|nil|zero|n/?a)"
_VALUE = rf"{_PLAIN}[*†‡⁰¹²³⁴-⁹]*(?:\s?\({_FIGURE}\)|,\s{_FIGURE})?"
_HOLDS_VALUE = re.compile(r"\d|none|nil|zero|n/?a", re.IGNORECASE)
"""What every value has."""
_SET_APART = re.compile(
    rf"""(?P<label>.*?\S)(?:\s*[:=]\s*|\s+[-–—]\s*|\s*[-–—]\s+|\s*\n\s*|(?P<bracket>\s*\())(?P<value>{_VALUE})(?(bracket)\s*\))
    (?:\s+(?:complaints?|cases?|in\s+total))?""",
    re.IGNORECASE | re.VERBOSE,
)
_FIRST = re.compile(rf"(?P<value>(?i:{_VALUE}))(?:\s*\n\s*(?=\S)|\s*[-–—:]\s+(?=[^\W\d])|(?=[A-Z][a-z]))(?P<label>.*)")
"""A figure above its label, before a dash and its label, or glued to it."""
_BARE = re.compile(rf"(?P<label>[^\d:;=]*[^\W\d_][^\d:;=]*?)\s+(?P<value>{_VALUE})(?![\w%])", re.IGNORECASE)
_BEHIND = re.compile(r"\s*(?:\((?P<remark>[^()]*)\))?\s*[.;,]?\s*(?:\band\b)?\s*")
_INNER = re.compile(r"\s*:\s*(?=.*[(\d])")
_NEXT = re.compile(r"(?<=\))\s*(?:,|\band\b)\s*")
_OPENING = re.compile(r"[^:;]*[^\W\d_][^:;]*:\s+")
_SEMICOLON = re.compile(r";")
_PAIR = 2
_LONGEST = 2_000
"""Characters of the longest passage that is a list."""
_KEPT = 1024
"""Passages whose entries are kept: a report's are asked for twice, to head its sections and to be read."""
_ENTRY = 200
"""Characters of the longest entry."""
_LABEL = 14
"""Words of the longest label; what is longer is a sentence."""
_LEADING = re.compile(r"\d[\d,]*\s+(?:[^\W\d_]+\s+){0,2}upheld\b", re.IGNORECASE)
"""A figure at the beginning of a label that counts what it says: "291 upheld"."""
_COUNT = re.compile(r"\s\d[\d,]*%?$")
"""A figure at the end of a label, with another in brackets behind it: two figures."""
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?:\s*[-–—]\s*\d\d)?$")
_SENTENCE = re.compile(r"(?<!\b[Nn]o)(?<!\b[Nn]os)[.!?]\s")


@dataclass(frozen=True, slots=True)
class Entry:
    """A label and its figures as printed. `remark`: what stands in brackets behind them; `set_apart`: by a sign, and not by a blank alone.

    `start` and `end`: the offsets of the label and its figures in the text; `at`: that of the first figure.
    """

    label: str
    figures: tuple[Printed, ...]
    start: int
    at: int
    end: int
    remark: str = ""
    set_apart: bool = True


@dataclass(frozen=True, slots=True)
class Listing:
    """The entries of one passage, and the words that open them ("Remedies were:")."""

    entries: tuple[Entry, ...] = ()
    opening: str = ""


def text_to_listing(text: Text) -> Listing:
    """The entries of a passage that holds nothing else: it is one, its lines are, or its parts between semicolons; else none."""
    return _listing(str(text), tuple(map(str, text.lines))) if _HOLDS_VALUE.search(str(text)) else Listing()


@lru_cache(_KEPT)
def _listing(whole: str, lines: tuple[str, ...]) -> Listing:
    if len(whole) > _LONGEST:
        return Listing()
    lined = [*_placed(lines)]
    if pair := _pair(lined, whole):
        return Listing((pair,))
    for parts in ([(0, whole)], lined):
        entries = list(takewhile(bool, (_nested(part, start) for start, part in parts)))
        if len(entries) == len(parts):
            return Listing(tuple(entry for found in entries for entry in found))
    return _run_in(whole) or _cut_short(lined)


def is_entry(text: str) -> bool:
    """Whether a line is a label set apart from its figure, which is no year, nor the end of a span of years."""
    entry = _entry(text, 0)
    return entry is not None and entry.set_apart and not _YEARS.search(text)


def _placed(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Each line behind the offset at which it begins."""
    at = 0
    for line in lines:
        yield at, line
        at += len(line) + 1


def _pair(lined: list[tuple[int, str]], whole: str) -> Entry | None:
    """A label above its figure, or a figure before its label."""
    joined = "\n".join(line for _, line in lined)
    match = _FIRST.fullmatch(joined) if len(lined) <= _PAIR else None
    if match is None and len(lined) == _PAIR and (stacked := _SET_APART.fullmatch(joined)) and stacked["value"] == lined[1][1]:
        match = stacked
    return _made(match, 0, len(whole)) if match else None


def _run_in(whole: str) -> Listing | None:
    """A sentence that opens a list and goes on with it: two entries or more between semicolons, or, each in brackets, between commas."""
    opening = _OPENING.match(whole)
    if not opening:
        return None
    start = opening.end()
    for parting in (_SEMICOLON, _NEXT):
        ends = [found.span() for found in parting.finditer(whole, start)]
        starts = [start, *(end for _, end in ends)]
        parts = [(at, whole[at:end]) for at, end in zip(starts, [*(begin for begin, _ in ends), len(whole)], strict=True)]
        entries = [_nested(part, at) for at, part in parts]
        if len(parts) > 1 and all(entries):
            return Listing(tuple(entry for found in entries for entry in found), opening[0].strip(" :"))
    return None


def _cut_short(lined: list[tuple[int, str]]) -> Listing:
    """An entry on a line of its own, below which another sentence begins."""
    first = _nested(lined[0][1], 0) if len(lined) > 1 and lined[1][1][:1].isupper() else []
    return Listing(tuple(first) if all(entry.set_apart for entry in first) else ())


def _nested(part: str, start: int) -> list[Entry]:
    """The one entry of a part, with those that it is made of: "Redress (12): distress (8), loss (4)"."""
    outer, *inner = _INNER.split(part, maxsplit=1)
    entry = _entry(part, start)
    if entry or not inner:
        return [entry] if entry else []
    head = _entry(outer, start)
    at = start + len(part) - len(inner[0])
    found = [head, *(_entry(piece, at + inner[0].index(piece)) for piece in _NEXT.split(inner[0]))]
    entries = [entry for entry in found if entry]
    return entries if len(entries) == len(found) else []


def _entry(part: str, start: int) -> Entry | None:
    if len(part) > _ENTRY or not _HOLDS_VALUE.search(part):
        return None
    for pattern in (_SET_APART, _BARE):
        match = pattern.match(part)
        behind = _BEHIND.fullmatch(part, match.end()) if match else None
        if match and behind and (made := _made(match, start, start + match.end(), behind["remark"] or "", set_apart=pattern is _SET_APART)):
            return made
    return None


def _made(match: re.Match[str], start: int, end: int, remark: str = "", *, set_apart: bool = True) -> Entry | None:
    label = match["label"].strip(" •")
    figures = cell_to_figures(match["value"].replace(", ", " "))
    numbered = _LEADING.match(label) or ("bracket" in match.re.groupindex and match["bracket"] and _COUNT.search(label))
    if not figures or numbered or not re.search(r"[^\W\d_]|\d{4}", label) or len(label.split()) > _LABEL or _SENTENCE.search(label):
        return None
    first = start + match.start("label") + match["label"].index(label)
    return Entry(label, figures, min(first, start + match.start("value")), start + match.start("value"), end, remark, set_apart)


def first_figure(remark: str) -> Printed | None:
    """The figure that a remark begins with."""
    figure = re.match(_FIGURE, remark, re.IGNORECASE)
    found = cell_to_figures(figure[0]) if figure else None
    return found[0] if found else None
