"""Sentences -> figures, by spaCy's rule matcher on a blank English pipeline: only claims whose every part is said.

The patterns are data (`[claims]` in `schemas/vocabulary.toml`); what they mean is here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc, Span

from normalise.heading import match_longest
from normalise.meaning import Meaning
from normalise.narrative import says, text_to_stage
from normalise.periods import find_periods
from normalise.setting import Setting
from normalise.stated import unit_of
from schemas import Basis, Measure, Period, Stage, Unit
from schemas.vocabulary import Vocabulary, tokens, vocabulary

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_STAGE_NUMBERS = ("1", "2", "3", "4", "one", "two", "three", "four")
_LAST_YEAR = "last_year"
"""The one claim that names no measure: last year's figure of the rate that the text is about."""
_COUNCIL = re.compile(r"\bthe (?:city |borough |county |district )?council\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;]\s|\s(?:compared|against)\s")
_MONTH = re.compile(r"\b(?:January|February|March|April|June|July|August|September|October|November|December)\b")
_WHOLE = 100
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z\"“])")


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure that a sentence states: what it is about, its value, the offsets of its words, and that of the figure itself."""

    meaning: Meaning
    value: Decimal
    unit: Unit
    start: int
    end: int
    number: int


def text_to_claims(text: str, about: Meaning, setting: Setting) -> list[Claim]:
    """The figures stated in a text, in reading order; `about` is what the text's own place says (service, stage).

    For the whole council (service "") only sentences of which the council itself is the subject are read: another may name any service.
    Where it is not known what the place is about (None), none is.
    """
    claims: list[Claim] = []
    if about.service is None or not any(char.isdigit() for char in text):
        return claims
    nlp, matcher = _pipeline()
    doc = nlp(text)
    for name, span in sorted(_longest(doc, matcher), key=lambda found: found[1].start):
        if about.service or _COUNCIL.search(_sentence_before(span)):
            claims += _claim(name, span, claims, about, setting)
    return claims


@cache
def _pipeline() -> tuple[Language, Matcher]:
    nlp = spacy.blank("en")
    cast("Any", nlp.tokenizer).rules = {}  # without emoticons: "(8)" is a bracketed number
    matcher = Matcher(nlp.vocab)
    for name, patterns in vocabulary().claims.items():
        matcher.add(name, [_compiled(pattern) for pattern in patterns], greedy="LONGEST")
    return nlp, matcher


def _compiled(pattern: Sequence[str]) -> list[dict[str, Any]]:
    return [token for word in pattern for token in _token(word)]


def _token(word: str) -> Iterator[dict[str, Any]]:
    plain = word.removesuffix("?") if len(word) > 1 else word
    optional = {"OP": "?"} if plain != word else {}
    if plain == "<n>":
        yield {"LIKE_NUM": True, **optional}
    elif plain == "<stage>":
        yield {"LOWER": {"IN": sorted({phrase[0] for phrase in vocabulary().stages})}, **optional}
        yield {"LOWER": {"IN": list(_STAGE_NUMBERS)}, "OP": "?"}
    else:
        yield {"LOWER": {"IN": ["%", "percent", "pct"] if plain == "%" else plain.split("|")}, **optional}


def _longest(doc: Doc, matcher: Matcher) -> Iterator[tuple[str, Span]]:
    """The matches that do not lie within a longer one; a base in brackets may lie within its rate."""
    found = [(doc.vocab.strings[key], doc[start:end]) for key, start, end in matcher(doc)]
    for name, span in found:
        held = any(other.start <= span.start and span.end <= other.end and len(other) > len(span) for _, other in found)
        if not held or name == Measure.DECIDED:
            yield name, span


def _claim(name: str, span: Span, before: Sequence[Claim], about: Meaning, setting: Setting) -> Iterator[Claim]:
    stages = {phrase[0] for phrase in setting.words.stages if len(phrase) > 1}
    number = next(token for token in span if token.like_num)
    if number.i and number.nbor(-1).lower_ in stages:
        return
    value = _value(number.text)
    measure = Measure.UPHELD_PCT if name == _LAST_YEAR else Measure(name)
    rate = next((claim for claim in reversed(before) if claim.unit is Unit.PERCENT and claim.start <= span.start_char), None)
    signed = span.doc.text[: number.idx][-1:] in {"£", "-", "–"}
    if (
        value is None
        or value < 0
        or signed
        or (measure.endswith("_pct") and value > _WHOLE)
        or (measure is Measure.DECIDED and not (rate and _is_base(span, rate)))
        or (span[0].lower_ == "of" and measure is Measure.RECEIVED and not (rate or text_to_stage(_sentence(span), setting.words)))
    ):
        return
    own = text_to_stage(span.text, setting.words) if measure is not Measure.DECIDED else None
    base_of = rate.meaning.stage if rate and measure in {Measure.RECEIVED, Measure.DECIDED} else None
    stage = own or base_of or _stage_before(span, setting.words) or about.stage or Stage.ALL
    when = _period(name, span, setting)
    if when is None or says(_sentence(span), setting.words.elsewhere):
        return
    basis, period = when
    meaning = replace(about, measure=measure, stage=stage, basis=basis, period=period)
    yield Claim(meaning, value, unit_of(measure), span.start_char, span.end_char, number.idx)


def _is_base(span: Span, rate: Claim) -> bool:
    """Words such as "based on" say so themselves; a number in brackets is the base of the rate of its own sentence."""
    return span[0].lower_ == "based" or "." not in span.doc.text[rate.end : span.start_char]


def _sentence(span: Span) -> str:
    """The whole sentence of a claim."""
    before = _SENTENCE_END.split(span.doc.text[: span.end_char])[-1]
    return before + _SENTENCE_END.split(span.doc.text[span.end_char :])[0]


def _sentence_before(span: Span) -> str:
    """The sentence of a claim, up to its last word."""
    return _SENTENCE_END.split(span.doc.text[: span.end_char])[-1]


def _stage_before(span: Span, words: Vocabulary) -> Stage | None:
    """The last stage named earlier in the same sentence."""
    spelled = tokens(_sentence_before(span))
    named = [(at, match_longest(spelled, words.stages, at)) for at in range(len(spelled))]
    return next((words.stages[spelled[at : at + length]] for at, length in reversed(named) if length), None)


def _period(name: str, span: Span, setting: Setting) -> tuple[Basis, Period | None] | None:
    """The period of a claim: last year's for last year's figure, that of its clause, that of its sentence, the report's own.

    None where the sentence names several others, or months of no year, or where a count of a period names none.
    """
    if name == _LAST_YEAR:
        return Basis.PRIOR, setting.period_of(Basis.PRIOR)
    sentence, clause = _sentence(span), _clause(span)
    for part in (clause, sentence):
        dated = {period for found in find_periods(part) if (period := setting.dated(found))}
        if len(dated) == 1:
            return setting.basis_of(min(dated)), min(dated)
        if part == clause and says(clause, [phrase for phrase, basis in setting.words.bases.items() if basis is Basis.PRIOR]):
            return Basis.PRIOR, setting.period_of(Basis.PRIOR)
    named = {period for found in find_periods(sentence) if (period := setting.dated(found))}
    loose = name == Measure.UPHELD or _MONTH.search(clause) is not None
    return None if loose or (named and setting.period not in named) else (Basis.CURRENT, setting.period)


def _clause(span: Span) -> str:
    """The words around a claim up to the next comma or comparison on each side, within its sentence."""
    before = _CLAUSE_END.split(_SENTENCE_END.split(span.doc.text[: span.start_char])[-1])[-1]
    after = _CLAUSE_END.split(_SENTENCE_END.split(span.doc.text[span.end_char :])[0])[0]
    return f"{before}{span.text}{after}"


def _value(text: str) -> Decimal | None:
    if text.lower() in _WORDS:
        return Decimal(_WORDS.index(text.lower()) + 1)
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None
