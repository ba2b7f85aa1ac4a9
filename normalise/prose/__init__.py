"""Sentences -> figures: only claims whose every part is said.

The way of a sentence: it is read as words of known kinds (`words`, each an `Item` of `items`), and then cut into phrases of one number
each (`phrases`). Of the words, `dates` and `names` are found beside the phrases of the vocabulary, `numbers` are put together with their
signs, and `context` settles those that mean what the words beside them say.

A phrase says what its number counts (`measure`), takes its period, stage and service from the words around it (`scene`), and becomes a
claim (`claims`): by its own words (`own`), beside another figure (`beside`), as the change of one (`change`), as part of a breakdown
(`breakdown`; `series` where labels and numbers are set out), as what customers said (`feedback`), or as days and pounds (`measured`). The
words are data: `[claims]` in `schemas/vocabulary.toml`.
"""

import re
from collections.abc import Iterator

from normalise.meaning import Meaning
from normalise.prose.claims import read_sentence
from normalise.prose.items import Item
from normalise.prose.numbers import last_number
from normalise.prose.scene import Claim, Told
from normalise.prose.words import sentence_to_items
from normalise.setting import Setting
from schemas import UNCERTAIN, Measure
from schemas.vocabulary import vocabulary

__all__ = ["Claim", "text_to_claims"]

_NO_COMPLAINTS = {Measure.COMPLIMENTS, Measure.FEEDBACK}
_SENTENCE_END = re.compile(r"(?<!\bNo)(?<!\bno)(?<![A-Z])[.!?]\s+(?=[\"“(]?[A-Z0-9£])")


def text_to_claims(
    text: str, about: Meaning, setting: Setting, names: frozenset[str] = frozenset(), opening: Meaning | None = None
) -> list[Claim]:
    """The figures stated in a text, in reading order; `about` is what the text's own place says (service, stage).

    `opening`: what was counted just before it, by its heading or the line of a list above, which its words may point back to.

    `names`: the services that the report names elsewhere. Where it is not known what the place is about (None), only sentences that
    name the council or a service are read.
    """
    last = last_number(text)
    if last < 0:
        return []
    told = Told(about if about.service is not None else about._replace(service=""), setting, text, head=opening)
    told.counts = True if opening and opening.measure not in _NO_COMPLAINTS else None
    for start, end in _sentences(text):
        if start > last and not (told.claims and _may_leave_out(text[start:end])):
            continue
        if UNCERTAIN in text[start:end]:  # what cannot be read might be the year or the stage
            continue
        items = sentence_to_items(text, start, end, names, setting)
        if about.service is not None or any(_names(item, text) for item in items):
            if any(item.kind == "counted" for item in items):  # "some are left out, so that 31 are counted"
                told.claims = [claim for claim in told.claims if claim.meaning.measure is not Measure.RECEIVED]
            read_sentence(items, told)
    return told.claims


def _may_leave_out(sentence: str) -> bool:
    """Whether a sentence without a number may say that some of those before it are not counted."""
    return any(phrase in sentence.lower() for phrase in vocabulary().claims["counted"])


def _names(item: Item, text: str) -> bool:
    """Whether a word says whom a sentence is about: the council, or a service by its name."""
    return item.kind == "service" or (item.kind == "self" and "council" in text[item.start : item.end].lower())


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield start, match.end()
        start = match.end()
    yield start, len(text)
