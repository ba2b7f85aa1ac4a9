"""A sentence -> its words by kind: numbers, periods, stages, measures, services, and the words that tie them.

spaCy's tokenizer and phrase matcher find the phrases of the vocabulary; the longest wins. What no phrase knows is a `word`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from normalise.prose.context import settle
from normalise.prose.dates import find_dates, word_to_when
from normalise.prose.items import Item
from normalise.prose.names import find_names
from normalise.prose.numbers import PERCENT, is_number, read_numbers, split_fractions
from normalise.setting import Setting
from schemas import Measure, Stage
from schemas.vocabulary import Tokens, Vocabulary, vocabulary

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc, Token

_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2011](?=[^\W\d_])|(?<=\d)[-\u2011](?=[^\W\d_]{3})")
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
_KEPT = 16
"""Matchers kept: one for each way in which reports name their stages."""
_KINDS = {"before": "period", "resolved": "outcome"}
"""What phrases of these tables of the vocabulary are."""


def sentence_to_items(text: str, start: int, end: int, names: frozenset[str], setting: Setting) -> list[Item]:
    """The words of text[start:end] in order; `names` are the services that the report names elsewhere."""
    sentence = text[start:end]
    plain, parts = split_fractions(_HYPHEN.sub(" ", sentence.replace("’", "'")))
    placed = [*parts, *find_dates(plain, setting)]
    taken = [item for n, item in enumerate(placed) if not _meets_any(placed[:n], item.start, item.end)]
    doc = _tokenizer()(plain)
    found = _longest([*taken, *_phrases(doc, taken, setting), *find_names(sentence, names, setting.words)])
    ordered = sorted([*found, *_rest(doc, found)], key=lambda item: item.start)
    read = settle(list(read_numbers(ordered, plain)), plain)
    return [Item(item.kind, item.start + start, item.end + start, item.value) for item in read]


def _meets_any(items: Sequence[Item], start: int, end: int) -> bool:
    return any(item.meets(start, end) for item in items)


def _longest(items: Sequence[Item]) -> list[Item]:
    """The longer of items that meet; a period or a name before a phrase."""
    chosen: list[Item] = []
    covered: set[int] = set()
    for item in sorted(items, key=lambda i: (i.kind not in {"period", "date"}, i.start - i.end, i.kind != "service")):
        if covered.isdisjoint(place := range(item.start, item.end)):
            chosen.append(item)
            covered.update(place)
    return chosen


@cache
def _tokenizer() -> "Tokenizer":
    """What parts a sentence into words, as spaCy does in English, but without emoticons: "(8)" is a bracketed number."""
    from spacy.lang.en import English  # noqa: PLC0415  where no sentence is read, nobody waits for spaCy
    from spacy.tokenizer import Tokenizer  # noqa: PLC0415
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex  # noqa: PLC0415
    from spacy.vocab import create_vocab  # noqa: PLC0415

    words = English.Defaults
    return Tokenizer(
        create_vocab("en", words),
        prefix_search=compile_prefix_regex([*(words.prefixes or ()), r"-(?=\w)"]).search,
        suffix_search=compile_suffix_regex(words.suffixes or ()).search,
        infix_finditer=compile_infix_regex(words.infixes or ()).finditer,
        url_match=words.url_match,
    )


@lru_cache(_KEPT)
def _stages(words: Vocabulary) -> frozenset[tuple[Tokens, Stage]]:
    return frozenset(words.stages.items())


@lru_cache(_KEPT)
def _matcher(stages: frozenset[tuple[Tokens, Stage]]) -> "PhraseMatcher":
    """Finds the phrases of claims, and those of the stages as the report calls them."""
    from spacy.matcher import PhraseMatcher  # noqa: PLC0415

    tokenizer = _tokenizer()
    matcher = PhraseMatcher(tokenizer.vocab, attr="LOWER")
    for kind, phrases in vocabulary().claims.items():
        matcher.add(kind, [tokenizer(phrase) for phrase in phrases])
    for stage in Stage:
        matcher.add(f"stage {stage}", [tokenizer(" ".join(phrase)) for phrase, named in stages if named is stage])
    return matcher


def _phrases(doc: "Doc", taken: Sequence[Item], setting: Setting) -> Iterator[Item]:
    from spacy.util import filter_spans  # noqa: PLC0415

    matcher = _matcher(_stages(setting.words))
    spans = [span for span in matcher(doc, as_spans=True) if not _meets_any(taken, span.start_char, span.end_char)]
    for span in filter_spans(spans):
        kind, _, value = span.label_.partition(" ")
        yield Item(_KINDS.get(kind, kind), span.start_char, span.end_char, _said(kind, value, setting))


def _said(kind: str, value: str, setting: Setting) -> object:
    if kind == "measure":
        return Measure(value)
    if kind in {"stage", "resolved"}:
        return Stage(value)
    return word_to_when(value, setting) if kind == "before" else None


def _rest(doc: "Doc", items: Sequence[Item]) -> Iterator[Item]:
    """The tokens that no phrase covers."""
    covered = bytearray(len(doc.text))
    for item in items:
        covered[item.start : item.end] = b"x" * (item.end - item.start)
    for token in doc:
        start, end = token.idx, token.idx + len(token)
        if not token.is_space and not any(covered[start:end]):
            yield Item(_kind(token), start, end, token.text)


def _kind(token: "Token") -> str:
    text = token.lower_
    if text in _SIGNS:
        return _SIGNS[text]
    if is_number(text):
        return "number"
    if text == "£" or text in PERCENT:
        return text
    return "fill" if token.is_punct or (text.endswith("ly") and text.islower()) else "word"
