"""Sentences and lists that tell what a service does, did or will do so that complaints do not come again."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from normalise.narrative.paragraphs import Entry, sentences
from schemas import Text
from schemas.vocabulary import Tokens, Vocabulary, tokens

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


def _any(phrases: Iterable[Tokens]) -> re.Pattern[str]:
    return _pattern(tuple(rf"\b{re.escape(' '.join(phrase))}\b" for phrase in sorted(phrases, key=len, reverse=True)))


def _one(phrases: Iterable[Tokens]) -> str:
    return "(?:" + "|".join(re.escape(" ".join(phrase)) for phrase in sorted(phrases, key=len, reverse=True)) + ")"


def _actions(words: Vocabulary) -> re.Pattern[str]:
    """A helping verb and a participle, a doer and what it did, or words that say it by themselves."""
    between = rf"(?: \S+){{0,{_LEAD}}}? "
    done, doing = _one(words.action_done), _one(words.action_doing)
    return _pattern(
        (
            rf"\b(?:have|has|was|were|been|being|are|is|be){between}{done}\b",
            rf"\b(?:is|are|be|been){between}{doing}\b",
            rf"\b{_one(words.action_doers)}{between}{done}\b",
            rf"\b{_one(words.action_will)}\b",
            rf"\b{_one(words.action_said)}\b",
        )
    )


def _says(sentence: str, openings: Iterable[Tokens]) -> bool:
    """Whether a sentence opens with one of these."""
    return re.match(rf"{_one(openings)}\b", " ".join(tokens(sentence))) is not None


def text_to_actions(text: Text, words: Vocabulary) -> list[tuple[Text, Text]]:
    """The actions that a paragraph tells, sentence by sentence, each with what came of it."""
    actions: list[tuple[Text, Text]] = []
    fresh = 0
    for sentence in sentences(text):
        plain = str(sentence)
        came = _says(plain, words.action_results) or bool(_any(words.action_came).search(" ".join(tokens(plain))))
        if fresh and _says(plain, words.action_more):
            actions[-1] = (Text.joined([actions[-1][0], sentence]), Text())
        elif fresh and came:
            actions[-fresh:] = [(action, Text.joined([progress, sentence])) for action, progress in actions[-fresh:]]
        elif is_action(plain, words):
            fresh = fresh + 1 if not (fresh and actions[-1][1]) else 1
            actions.append((sentence, Text()))
        else:
            fresh = 0
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
