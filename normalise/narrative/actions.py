"""Sentences and lists that tell what a service does, did or will do so that complaints do not come again."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from normalise.narrative.paragraphs import Entry, sentences
from schemas import Text
from schemas.vocabulary import Phrases, Tokens, Vocabulary, tokens

_POINTS_BACK = re.compile(r"(?:This|These)(?: [^\s,]+){0,2} (?:has|have|had|is|was|were)\b")
"""How a sentence opens that speaks of what the one before it tells."""
_KEPT = 64
"""Vocabularies whose patterns are kept: one for each body."""
_LEAD = 2
"""Words between the parts of a verb at the most: "has now been fully reviewed"."""


@dataclass
class Told:
    """What a run of entries tells of one service: actions with what came of them, and the rest."""

    service: str = ""
    actions: list[tuple[Text, Text]] = field(default_factory=list)
    context: list[Text] = field(default_factory=list)


def is_action(sentence: str, words: Vocabulary) -> bool:
    """Whether a sentence says that something was, is being or will be done."""
    spelled = " ".join(tokens(sentence))
    return bool(_actions(words).search(spelled)) and not _any(words.action_not).search(spelled)


def is_about_complaints(sentence: str, words: Vocabulary) -> bool:
    """Whether a sentence speaks of complaints, or of those who make them."""
    return bool(_any(words.action_about).search(" ".join(tokens(sentence))))


def asks(text: str, words: Vocabulary) -> bool:
    """Whether a text tells what somebody else recommends."""
    return bool(_any(words.action_asked).search(" ".join(tokens(text))))


def introduces(text: str, words: Vocabulary) -> bool:
    """Whether a text only says that a list of actions follows."""
    spelled = " ".join(tokens(text))
    ends = text.rstrip().endswith((":", "actions")) or spelled.endswith((" include", " includes", " included", " are", " were"))
    return ends and bool(_any(words.action_lists).search(spelled))


@cache
def _pattern(parts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(parts) or r"(?!)")


@cache
def _any(phrases: Phrases) -> re.Pattern[str]:
    return _pattern(tuple(rf"\b{re.escape(' '.join(phrase))}\b" for phrase in sorted(phrases, key=len, reverse=True)))


@cache
def _one(phrases: frozenset[Tokens]) -> str:
    return "(?:" + "|".join(re.escape(" ".join(phrase)) for phrase in sorted(phrases, key=len, reverse=True)) + ")"


def _past(verb: Tokens) -> Tokens:
    first = verb[0]
    ending = "d" if first.endswith("e") else "ed"
    return (f"{first[:-1]}ied" if _changes_y(first) else first + ending, *verb[1:])


def _going_on(verb: Tokens) -> Tokens:
    first = verb[0]
    return (f"{first.removesuffix('e')}ing", *verb[1:])


def _third(verb: Tokens) -> Tokens:
    first = verb[0]
    ending = "es" if first.endswith(("s", "x", "ch", "sh")) else "s"
    return (f"{first[:-1]}ies" if _changes_y(first) else first + ending, *verb[1:])


def _changes_y(word: str) -> bool:
    return word.endswith("y") and word[-2:-1] not in set("aeiou")


@cache
def _verbs(verbs: frozenset[Tokens], acts: frozenset[Tokens]) -> tuple[frozenset[Tokens], frozenset[Tokens], frozenset[Tokens]]:
    """The regular forms of verbs: what is done, what goes on, what is done now and again."""
    return frozenset(map(_past, verbs)), frozenset(map(_going_on, verbs | acts)), frozenset(map(_third, verbs | acts))


@lru_cache(_KEPT)
def _actions(words: Vocabulary) -> re.Pattern[str]:
    """A helping verb and a participle, a doer and what it did, what somebody set out to do, or words that say it by themselves."""
    between = rf"(?: \S+){{0,{_LEAD}}}? "
    one = r"(?: \S+)? "
    past, going_on, third = _verbs(words.action_verbs, words.action_acts)
    done, doing, bare = _one(past | words.action_done), _one(going_on | words.action_doing), _one(words.action_verbs | words.action_acts)
    doer, changes, listed = _one(words.action_doers), _one(words.action_changes), _one(words.action_lists_of)
    return _pattern(
        (
            rf"\b(?:have|has|was|were|been|being|are|is|be){between}{done}\b",
            rf"\b(?:is|are|be|been|process of){between}{doing}\b",
            rf"\bprocess of {doing}\b",
            rf"\b{doer}{between}{done}\b",
            rf"\b{doer} (?:now|also|regularly|routinely) (?:hold|holds|{bare}|{_one(third)})\b",
            rf"\b(?:will|will continue to|need to){one}(?:be )?(?:{bare}|{done})\b",
            rf"\b(?:agreed|decided|used{between}\S+|(?:^|^\S+ )work|plans) to (?:{bare}|{_one(words.action_aims)})\b",
            rf"\b(?:made|make|supported|delivered){one}{changes}\b",
            rf"\b{changes} (?:was|were|have been|has been|are being) (?:made|agreed)\b",
            rf"\b{listed} (?:include|includes|included)\b",
            rf"\bexamples of these {listed}\b",
            rf"\b(?:discussed|shared|raised){one}(?:with|at){between}{_one(words.action_told_to)}\b",
            rf"\bto help improve\b|\bto {_one(words.action_verbs)} their processes\b",
            rf"^{_one(words.action_reasons)}{between}{doing}\b",
            rf"\b{_one(words.action_said)}\b",
        )
    )


def _says(sentence: str, openings: frozenset[Tokens]) -> bool:
    """Whether a sentence opens with one of these."""
    return re.match(rf"{_one(openings)}\b", " ".join(tokens(sentence))) is not None


def text_to_actions(text: Text, words: Vocabulary) -> list[tuple[Text, Text]]:
    """The actions that a paragraph tells, sentence by sentence, each with what came of it.

    A sentence that points back ("this has ...") is about all actions right before it, one that only tells a result about the last.
    """
    actions: list[tuple[Text, Text]] = []
    fresh = 0
    before = Text()
    for sentence in sentences(text):
        plain = str(sentence)
        points = _says(plain, words.action_results) or bool(_POINTS_BACK.match(plain))
        if fresh and _says(plain, words.action_more):
            actions[-1] = (Text.joined([actions[-1][0], sentence]), Text())
        elif fresh and (points or _any(words.action_came).search(" ".join(tokens(plain)))):
            fresh = fresh if points else 1
            actions[-fresh:] = [(action, Text.joined([progress, sentence])) for action, progress in actions[-fresh:]]
        elif is_action(plain, words):
            actions.append((sentence, before if _says(plain, words.action_reasons) else Text()))
            fresh = fresh + 1 if not (fresh and actions[-2][1]) else 1
        else:
            fresh = 0
        before = sentence
    return actions


def entries_to_told(entries: Iterable[Entry], words: Vocabulary) -> Iterator[Told]:
    """The entries of a column of actions, service by service."""
    told = Told()
    listing = opened = False
    for entry in entries:
        plain = str(entry.text)
        if entry.item and opened:
            told.actions[-1] = (Text.joined([told.actions[-1][0], entry.text]), told.actions[-1][1])
        elif introduces(plain, words):
            listing, opened = True, False
            told.context += [entry.text] if len(sentences(entry.text)) > 1 else []
        elif entry.is_heading:
            yield told
            told, listing, opened = Told(plain), False, False
        elif entry.item and listing:
            told.actions.append((entry.text, Text()))
        else:
            listing = listing and entry.item
            opened = _sort(entry.text, told, words) and plain.endswith(":")
    yield told


def _sort(text: Text, told: Told, words: Vocabulary) -> bool:
    """Whether a text begins with an action, and so is one; of any other, the actions in it are told beside the whole."""
    parts = sentences(text)
    if is_action(str(parts[0]), words):
        told.actions.append((text, Text()))
        return True
    told.context.append(text)
    told.actions += [(part, Text()) for part in parts if is_action(str(part), words)]
    return False
