"""A sentence -> its words by kind: numbers, periods, stages, measures, services, and the words that tie them.

spaCy's tokenizer and phrase matcher find the phrases of the vocabulary; the longest wins. What no phrase knows is a `word`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import takewhile
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Token
from spacy.util import compile_prefix_regex, filter_spans

from normalise.setting import Setting
from normalise.words.dated import find_periods
from normalise.words.periods import months_of, shifted, year_of
from schemas import Basis, Measure, Period, Stage, Unit
from schemas.vocabulary import Tokens, vocabulary

_DIGITS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen")
_TEENS = ("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SPELLED = {word: n for n, word in enumerate((*_DIGITS, *_TEENS))} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_NONE = ("none", "nil", "zero", "no")
_NUMBER = re.compile(r"(?:\d{1,3}(?:,\d{3})+|[1-9]\d*|0)(?:\.\d+)?")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2011](?=[^\W\d_])|(?<=\d)[-\u2011](?=[^\W\d_]{3})")
_DATE = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"(?:\s+\d{1,2}(?:st|nd|rd|th)?\b,?)?(?:,?\s+(?:19|20)\d\d\b)?|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
)
_FRACTION = re.compile(r"(\(\d+)/(?=\d+\))")
"""A part over its whole in brackets: "(63/159)"."""
_QUARTER = 3
"""Months of a quarter."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNCIL = re.compile(
    r"(?:the )?(?:[A-Z][\w’'&-]* (?:(?:of|and|upon|&) )?)*(?:[Cc]ity |[Bb]orough |[Cc]ounty |[Dd]istrict )*[Cc]ouncil(?:’s|'s|s)?\b"
)
_NAME = r"[A-Z][\w'’&/-]*(?:(?:,| and| &| of)? [A-Z][\w'’&/-]*)*"
_SERVICE = re.compile(
    rf"(?:were|was) for (?:the )?(?P<for>{_NAME})|"
    rf"(?:\b[Tt]he )?\b(?P<by>{_NAME} (?:[Ss]ervices?|[Tt]eams?|[Dd]epartment|[Dd]irectorate))"
    r"(?= (?:has |have |also |had )*(?:received|had|recorded|closed|upheld|saw)\b)|"
    rf"(?<![\w] )(?P<two>(?!(?:The|A|Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|In|For|At|From|During|Our|Its|This|These|All|Of|Both|Most|Since)\b)"
    rf"[A-Z][\w'’-]* (?:(?:and|&) )?{_NAME})(?= (?:received|closed|upheld|recorded) (?:\d|{'|'.join(_DIGITS)})\b)"
)
"""A name behind "were for", or one that ends like a service's and receives, closes or upholds."""
_SIGNS = {
    ",": "comma",
    ";": "stop",
    ":": "stop",
    "–": "stop",
    "—": "stop",
    "-": "stop",
    "(": "open",
    "[": "open",
    ")": "close",
    "]": "close",
}
_KINDS = {"before": "period", "resolved": "outcome"}
"""What phrases of these tables of the vocabulary are."""
_ADDED = {"an additional", "a further"}
"""Words that may tell of a change without another word for it."""
_PERCENT = ("%", "percent", "pct")


@dataclass(frozen=True, slots=True)
class Item:
    """A phrase of one kind and its place in the text; `value` is what a number, a period, a stage, a measure or a service says."""

    kind: str
    start: int
    end: int
    value: Any = None


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number and what its own signs say it is told in."""

    value: Decimal
    unit: Unit


@dataclass(frozen=True, slots=True)
class When:
    """A period that a sentence names, and how it stands to the report's own; None where the report's own is unknown."""

    basis: Basis
    period: Period | None


def sentence_to_items(text: str, start: int, end: int, names: frozenset[str], setting: Setting) -> list[Item]:
    """The words of text[start:end] in order; `names` are the services that the report names elsewhere."""
    sentence = text[start:end]
    whole = _HYPHEN.sub(" ", sentence.replace("’", "'"))
    parts = [Item("base", match.end() - 1, match.end()) for match in _FRACTION.finditer(whole)]
    plain = _FRACTION.sub(r"\1 ", whole)
    placed = [*parts, *_periods(plain, setting), *_dates(plain)]
    taken = [item for n, item in enumerate(placed) if not any(_meet(item, other) for other in placed[:n])]
    nlp, matcher = _pipeline(frozenset(setting.words.stages.items()))
    doc = nlp(plain)
    found = [*taken, *_phrases(doc, matcher, taken, setting), *_named(sentence, names)]
    items = _longest(found)
    items += _rest(doc, items)
    ordered = sorted(items, key=lambda item: item.start)
    read = _bounds(list(_more(list(_passed(list(_enquired(_numbers(ordered, plain), plain)))), plain)))
    return [Item(i.kind, i.start + start, i.end + start, i.value) for i in read]


def _meet(one: Item, other: Item) -> bool:
    return one.start < other.end and other.start < one.end


def _longest(items: Sequence[Item]) -> list[Item]:
    """The longer of items that meet; a period or a name before a phrase."""
    chosen: list[Item] = []
    for item in sorted(items, key=lambda i: (i.kind not in {"period", "date"}, i.start - i.end, i.kind != "service")):
        if not any(_meet(item, other) for other in chosen):
            chosen.append(item)
    return chosen


def _periods(text: str, setting: Setting) -> Iterator[Item]:
    for dated in find_periods(text):
        period = setting.dated(dated)
        if period is not None:
            yield Item("period", dated.start, dated.end, When(setting.basis_of(period), period))


def _dates(text: str) -> Iterator[Item]:
    yield from (Item("date", match.start(), match.end()) for match in _DATE.finditer(text))


def _named(text: str, names: Iterable[str]) -> Iterator[Item]:
    for name in names:
        for match in re.finditer(rf"\b{re.escape(name)}(?!\w)", text, re.IGNORECASE if " " in name else 0):
            yield Item("service", match.start(), match.end(), match[0])
    for match in _SERVICE.finditer(text):
        which = next(group for group in ("for", "by", "two") if match[group])
        yield Item("service", match.start(which), match.end(which))
    yield from (Item("self", match.start(), match.end()) for match in _COUNCIL.finditer(text))


@cache
def _pipeline(stages: frozenset[tuple[Tokens, Stage]]) -> tuple[Language, PhraseMatcher]:
    """Finds the phrases of claims, and those of the stages as the report calls them."""
    nlp = spacy.blank("en")
    tokenizer = cast("Any", nlp.tokenizer)
    tokenizer.rules = {}  # without emoticons: "(8)" is a bracketed number
    tokenizer.prefix_search = compile_prefix_regex([*(nlp.Defaults.prefixes or ()), r"-(?=\w)"]).search
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for kind, phrases in vocabulary().claims.items():
        matcher.add(kind, [nlp.make_doc(phrase) for phrase in phrases])
    for stage in Stage:
        matcher.add(f"stage {stage}", [nlp.make_doc(" ".join(phrase)) for phrase, named in stages if named is stage])
    return nlp, matcher


def _phrases(doc: Doc, matcher: PhraseMatcher, taken: Sequence[Item], setting: Setting) -> Iterator[Item]:
    spans = [span for span in matcher(doc, as_spans=True) if not any(s.start < span.end_char and span.start_char < s.end for s in taken)]
    for span in filter_spans(spans):
        kind, _, value = span.label_.partition(" ")
        said = _said(kind, value, setting)
        yield Item(_KINDS.get(kind, kind), span.start_char, span.end_char, said)


def _said(kind: str, value: str, setting: Setting) -> object:
    if kind == "measure":
        return Measure(value)
    if kind in {"stage", "resolved"}:
        return Stage(value)
    return _before(value, setting) if kind == "before" else None


def _before(name: str, setting: Setting) -> When:
    own = setting.period
    if name == "current" or own is None:
        return When(Basis.CURRENT if name == "current" else Basis.PRIOR, own if name == "current" else None)
    if name == "quarter":
        return When(Basis.PRIOR, _quarter_before(own))
    return When(Basis.PRIOR, shifted(own, -1) if name == "same" else setting.period_of(Basis.PRIOR))


def _quarter_before(own: Period) -> Period | None:
    """The three months before a quarter; None where the report is of no quarter."""
    months = (own.end.year - own.start.year) * 12 + own.end.month - own.start.month + 1
    first = (own.start.month - _QUARTER - 1) % 12 + 1
    day = own.start.replace(day=1, month=first, year=own.start.year - (own.start.month <= _QUARTER))
    return months_of(first, first + _QUARTER - 1, year_of(Period(day, day))) if months == _QUARTER else None


def _rest(doc: Doc, items: Sequence[Item]) -> Iterator[Item]:
    """The tokens that no phrase covers."""
    for token in doc:
        start, end = token.idx, token.idx + len(token)
        if token.is_space or any(item.start < end and start < item.end for item in items):
            continue
        yield Item(_kind(token), start, end, token.text)


def _kind(token: Token) -> str:
    text = token.lower_
    if text in _SIGNS:
        return _SIGNS[text]
    if _NUMBER.fullmatch(text) or text in _SPELLED or text in _NONE:
        return "number"
    if text in {"%", "£", *_PERCENT}:
        return text
    return "fill" if token.is_punct or (text.endswith("ly") and text.islower()) else "word"


def _numbers(items: Sequence[Item], text: str) -> list[Item]:
    """Numbers with their signs, their tens and ones, their days; what only looks like a number is a word."""
    read: list[Item] = []
    at = 0
    while at < len(items):
        item, took = _number(items, at, text) if items[at].kind in {"number", "£"} else (items[at], 1)
        read.append(item)
        at += took
    return read


def _number(items: Sequence[Item], at: int, text: str) -> tuple[Item, int]:
    rest = list(items[at : at + 5])
    unit = Unit.GBP if rest[0].kind == "£" else Unit.COUNT
    took = int(unit is Unit.GBP)
    if took >= len(rest) or rest[took].kind != "number":
        return Item("word", rest[0].start, rest[0].end), 1
    first = rest[took]
    value = _value(first.value)
    took += 1
    if first.value.lower() in _TENS and took < len(rest) and rest[took].kind == "number" and 0 < _value(rest[took].value) < 10:  # noqa: PLR2004
        value += _value(rest[took].value)
        took += 1
    following = rest[took] if took < len(rest) else None
    word = text[first.end :].lstrip()[:7].lower()
    if following is not None and (following.kind in _PERCENT or word.startswith("per cen")):
        unit = Unit.PERCENT
        took += 1 if following.kind in _PERCENT else 0
    elif following is not None and following.kind == "day":
        unit, took = Unit.DAYS, took + 1
    end = items[at + took - 1].end
    glued = text[end : end + 1].isalnum() or text[rest[0].start - 1 : rest[0].start] in {"/", ".", "#"} or text[end : end + 1] == "/"
    year = (
        _YEAR.fullmatch(first.value)
        and (following is None or following.kind not in {"complaint", "stage", "compliment"})
        and unit is Unit.COUNT
    )
    odd = following is not None and following.kind in {"span", "number"} and unit is Unit.COUNT
    minus = text[rest[0].start - 1 : rest[0].start] == "-" and unit is not Unit.COUNT
    listed = text[end : end + 1] == ")" and text[:end].count("(") <= text[:end].count(")")  # "2) Better letters"
    if glued or odd or minus or listed:
        return Item("span" if odd and not glued else "word", rest[0].start, end), took
    if year:
        return Item("date", rest[0].start, end), took
    return Item("number", rest[0].start, end, Number(value, unit)), took


def _value(text: str) -> Decimal:
    lowered = text.lower()
    return Decimal(0) if lowered in _NONE else Decimal(_SPELLED[lowered]) if lowered in _SPELLED else Decimal(text.replace(",", ""))


def _more(items: Sequence[Item], text: str) -> Iterator[Item]:
    """Words such as "more than" blur the number behind them, and compare the one before them; "an additional 2" may tell a change."""
    for n, item in enumerate(items):
        if item.kind == "about" and text[item.start : item.end].lower() in _ADDED and _adds(items, n):
            yield Item("change", item.start, item.end)
            continue
        if item.kind == "about" and n and items[n - 1].kind == "number" and item.end - item.start > len(" than"):
            yield Item("change", item.start, item.end - len(" than"))
            yield Item("compare", item.end - len("than"), item.end)
        else:
            yield item


def _adds(items: Sequence[Item], at: int) -> bool:
    """Whether a change has been told before, and nothing is said to have become of the number behind."""
    own = list(takewhile(lambda item: item.kind not in {"number", "comma", "stop", "link"}, items[at + 2 :]))
    alone = not any(item.kind in {"measure", "complaint", "investigation", "compliment", "stage"} for item in own)
    return alone and any(item.kind == "change" for item in items[:at])


def _passed(items: Sequence[Item]) -> Iterator[Item]:
    """What is referred to a stage went there; referred to anybody else it is none of the procedure's steps."""
    for n, item in enumerate(items):
        behind = next((other.kind for other in items[n + 1 :] if other.kind != "fill"), "")
        passed = Item("measure", item.start, item.end, Measure.ESCALATED) if behind == "stage" else replace(item, kind="word")
        yield passed if item.kind == "passed" else item


def _enquired(items: Sequence[Item], text: str) -> Iterator[Item]:
    """The enquiries that an ombudsman received are complaints; those that one made, and any others, are none."""
    received = False
    for n, item in enumerate(items):
        by_ombudsman = n > 0 and items[n - 1].kind == "stage" and items[n - 1].value is Stage.OMBUDSMAN
        received = received or (by_ombudsman and text[item.start : item.end].lower() == "received")
        yield replace(item, kind="complaint" if received else "word") if item.kind == "enquiry" else item


def _bounds(items: Sequence[Item]) -> list[Item]:
    """A time limit and the word before it are one measure: "within the target time of ten working days"."""
    read: list[Item] = []
    at = 0
    while at < len(items):
        end = at + 1
        if items[at].kind in {"within", "beyond"}:
            while end < len(items) and _limits(items[end]):
                end += 1
        bound = items[at + 1 : end]
        if any(item.kind in {"limit", "goal", "span", "number"} for item in bound):
            measure = Measure.IN_TARGET if items[at].kind == "within" else Measure.OUT_OF_TARGET
            read.append(Item("measure", items[at].start, bound[-1].end, measure))
        else:
            read += items[at:end]
        at = end
    return read


def _limits(item: Item) -> bool:
    days = item.kind == "number" and item.value.unit is Unit.DAYS
    return days or item.kind in {"limit", "goal", "agreed", "span", "fill", "about", "base"}
