"""Sentences -> figures, by spaCy's rule matcher on a blank English pipeline: only claims whose every part is said."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

import spacy
from spacy.matcher import Matcher

from normalise.meaning import Meaning
from normalise.narrative import text_to_stage
from normalise.periods import find_periods
from normalise.setting import Setting
from normalise.stated import unit_of
from schemas import Basis, Measure, Stage, Text, Unit
from schemas.vocabulary import Vocabulary

_PERCENT = [{"LIKE_NUM": True}, {"LOWER": {"IN": ["%", "percent", "pct"]}}]
_COUNT = {"LIKE_NUM": True, "LOWER": {"NOT_IN": ["one"]}}
_OF_STAGE = [
    {"LOWER": "of", "OP": "?"},
    {"LOWER": {"IN": ["the", "all", "these", "our"]}, "OP": "?"},
    {"LOWER": "stage", "OP": "?"},
    {"LOWER": {"IN": ["1", "2", "3", "one", "two", "three"]}, "OP": "?"},
    {"LOWER": {"IN": ["complaint", "complaints", "complains", "cases"]}, "OP": "?"},
    {"ORTH": "(", "OP": "?"},
    {"LIKE_NUM": True, "OP": "?"},
    {"ORTH": ")", "OP": "?"},
    {"LOWER": {"IN": ["were", "was", "are", "is", "being", "have"]}, "OP": "?"},
    {"LOWER": {"IN": ["been", "fully"]}, "OP": "?"},
]
_UPHELD = {"LOWER": "upheld"}
_BUT_NOT = [
    {"IS_PUNCT": True, "OP": "?"},
    {"LOWER": {"IN": ["but", "that", "which", "and"]}},
    {"LOWER": {"IN": ["were", "was", "had", "have"]}, "OP": "?"},
    {"LOWER": "not"},
    {"LOWER": "been", "OP": "?"},
    _UPHELD,
]
_LAST_YEAR = [{"LOWER": "last"}, {"LOWER": "year"}, {"LOWER": {"IN": ["'s", "’s"]}, "OP": "?"}]
_PATTERNS: dict[str, list[list[dict[str, Any]]]] = {
    "upheld_pct": [[*_PERCENT, *_OF_STAGE, _UPHELD]],
    "newly_upheld_pct": [[*_PERCENT, *_OF_STAGE, _UPHELD, *_BUT_NOT]],
    "received": [
        [{"LOWER": "of"}, {"LIKE_NUM": True}, {"LOWER": {"IN": ["complaints", "complaint"]}, "OP": "?"}, {"LOWER": "received"}],
        [{"LOWER": "of"}, {"LOWER": "the"}, {"LIKE_NUM": True}, *_OF_STAGE[2:5], {"LOWER": "received"}],
    ],
    "decided": [
        [{"LOWER": "based"}, {"LOWER": "on"}, {"LIKE_NUM": True}, {"LOWER": {"IN": ["complaint", "complaints", "cases"]}}],
        [{"ORTH": "("}, {"LIKE_NUM": True}, {"LOWER": {"IN": ["complaint", "complaints"]}}, {"ORTH": ")"}],
        [{"ORTH": "("}, {"LIKE_NUM": True}, {"ORTH": ")"}],
    ],
    "upheld": [[{"LIKE_NUM": True}, _UPHELD, {"LOWER": {"IN": ["during", "in", "for"]}}]],
    "last_year": [
        [*_LAST_YEAR, {"LOWER": {"IN": ["figure", "figures"]}}, {"LOWER": {"IN": ["of", "was"]}}, *_PERCENT],
        [{"LOWER": {"IN": ["figure", "figures"]}}, {"OP": "{0,4}", "IS_ALPHA": True}, *_LAST_YEAR, {"LOWER": "was"}, *_PERCENT],
    ],
}
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure that a sentence states: what it is about, its value, and its words in the text."""

    meaning: Meaning
    value: Decimal
    unit: Unit
    start: int
    end: int
    number: int
    """The offset of the figure itself."""


@cache
def _pipeline() -> tuple[Any, Matcher]:
    nlp = spacy.blank("en")
    nlp.tokenizer.rules = {}  # without emoticons: "(8)" is a bracketed number
    matcher = Matcher(nlp.vocab)
    for name, patterns in _PATTERNS.items():
        matcher.add(name, patterns, greedy="LONGEST")
    return nlp, matcher


def text_to_claims(text: Text, about: Meaning, setting: Setting, words: Vocabulary) -> list[Claim]:
    """The figures stated in a text, in reading order; `about` is what the text's own place says (service, stage)."""
    plain = str(text)
    if not any(char.isdigit() for char in plain):
        return []
    nlp, matcher = _pipeline()
    doc = nlp(plain)
    claims: list[Claim] = []
    for name, span in sorted(_longest(doc, matcher), key=lambda found: found[1].start):
        claim = _claim(name, span, claims, about, setting, words)
        if claim is not None:
            claims.append(claim)
    return claims


def _longest(doc: Any, matcher: Matcher) -> Iterator[tuple[str, Any]]:
    """The matches that do not lie within a longer one, but for a bracketed base within a rate."""
    found = [(doc.vocab.strings[key], doc[start:end]) for key, start, end in matcher(doc)]
    for name, span in found:
        held = any(other is not span and other.start <= span.start and span.end <= other.end and len(other) > len(span) for _, other in found)
        if not held or name == "decided":
            yield name, span


def _claim(name: str, span: Any, before: list[Claim], about: Meaning, setting: Setting, words: Vocabulary) -> Claim | None:  # noqa: PLR0913
    number = next(token for token in span if token.like_num)
    value = _value(number.text)
    if value is None:
        return None
    measure = Measure.UPHELD_PCT if name == "last_year" else Measure(name)
    rates = [claim for claim in before if claim.unit is Unit.PERCENT and claim.start <= span.start_char]
    if measure is Measure.DECIDED and not (rates and _is_base(span, rates[-1])):
        return None
    own = text_to_stage(span.text, words) if measure is not Measure.DECIDED else None
    near = rates[-1].meaning.stage if rates and measure in {Measure.RECEIVED, Measure.DECIDED} else None
    stage = own or near or _stage_before(span, words) or about.stage or Stage.ALL
    meaning = replace(about, measure=measure, stage=stage, **_period(name, span, setting, words))
    return Claim(meaning, value, unit_of(measure), span.start_char, span.end_char, number.idx)


def _is_base(span: Any, rate: Claim) -> bool:
    """A number in brackets is the base of the rate of its own sentence; "based on" says so itself."""
    between = span.doc.text[rate.end : span.start_char]
    return span[0].lower_ == "based" or rate.start <= span.start_char < rate.end or "." not in between


def _stage_before(span: Any, words: Vocabulary) -> Stage | None:
    """The last stage named earlier in the same sentence."""
    sentence = span.doc.text[: span.start_char].rsplit(". ", 1)[-1]
    named = [text_to_stage(sentence[at:], words) for at in range(len(sentence)) if sentence[at : at + 5].lower() == "stage"]
    return named[-1] if named else None


def _period(name: str, span: Any, setting: Setting, words: Vocabulary) -> dict[str, Any]:
    """The period that follows a count ("38 upheld for the previous year"), or last year's for last year's figure."""
    if name == "last_year":
        return {"basis": Basis.PRIOR, "period": setting.period_of(Basis.PRIOR)}
    if name == "upheld":
        after = span.doc.text[span.end_char : span.end_char + 40].split(",")[0].split(". ")[0]
        dated = next((period for d in find_periods(after) if (period := setting.dated(d))), None)
        if dated:
            return {"basis": setting.basis_of(dated), "period": dated}
        if any(" ".join(phrase) in after.lower() for phrase, basis in words.bases.items() if basis is Basis.PRIOR):
            return {"basis": Basis.PRIOR, "period": setting.period_of(Basis.PRIOR)}
    return {"basis": Basis.CURRENT, "period": setting.period}


def _value(text: str) -> Decimal | None:
    if text.lower() in _WORDS:
        return Decimal(_WORDS[text.lower()])
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None
