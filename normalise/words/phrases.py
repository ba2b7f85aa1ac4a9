"""Tokens -> the phrases that stand among them: the longest first."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from schemas.vocabulary import Meanings, Phrases, Tokens, Vocabulary, tokens

T = TypeVar("T")
Known = Phrases | Meanings[Any]
"""Phrases that a text is searched for, with or without what they mean."""


def speaks_of_complaints(spelled: Tokens, words: Vocabulary) -> bool:
    """Whether a text says that complaints are counted."""
    return stands_in(spelled, words.generic)


def mend(text: str, words: Vocabulary) -> str:
    """Words that a narrow column broke, whole again: "escalate d" is "escalated" because only that is a word of headings."""
    mended: list[str] = []
    for part in text.split():
        whole = tokens(mended[-1] + part) if mended else ()
        if len(whole) == 1 and whole[0] in words.words and not words.words.issuperset(tokens(f"{mended[-1]} {part}")):
            mended[-1] += part
        else:
            mended.append(part)
    return " ".join(mended)


def match_longest(spelled: Sequence[str], phrases: Known, at: int) -> Tokens:
    """The longest phrase that stands at a position; () for none."""
    for phrase in phrases.by_opening.get(spelled[at], ()) if at < len(spelled) else ():
        if tuple(spelled[at : at + len(phrase)]) == phrase:
            return phrase
    return ()


def find_phrases(spelled: Sequence[str], phrases: Known) -> Iterator[tuple[int, Tokens]]:
    """Where a phrase begins among tokens, and the longest that does."""
    if not phrases.by_opening.keys().isdisjoint(spelled):
        openings = (at for at, word in enumerate(spelled) if word in phrases.by_opening)
        yield from ((at, phrase) for at in openings if (phrase := match_longest(spelled, phrases, at)))


def stands_in(spelled: Sequence[str], phrases: Known) -> bool:
    """Whether any of the phrases stands among tokens."""
    return any(True for _ in find_phrases(spelled, phrases))


def take(spelled: Tokens, phrases: Meanings[T]) -> tuple[list[T], Tokens]:
    """What the phrases of a heading mean, and its other words."""
    taken, rest = part(spelled, phrases)
    return [phrases[phrase] for phrase in taken], rest


def part(spelled: Tokens, phrases: Known) -> tuple[list[Tokens], Tokens]:
    """The phrases of a heading, each behind the end of the one before, and its other words."""
    if phrases.by_opening.keys().isdisjoint(spelled):
        return [], spelled
    taken: list[Tokens] = []
    rest: list[str] = []
    at = 0
    while at < len(spelled):
        phrase = match_longest(spelled, phrases, at)
        if phrase:
            taken.append(phrase)
        else:
            rest.append(spelled[at])
        at += len(phrase) or 1
    return taken, tuple(rest)


def match_loosely(spelled: Tokens, phrases: Meanings[T], at: int, words: Vocabulary) -> tuple[Tokens, int]:
    """The longest phrase that begins at a position, with words to ignore between its own; and the tokens that it takes."""
    begun = phrases.by_opening.get(spelled[at], ())
    return next(((phrase, end - at) for phrase in begun if (end := _end(spelled, phrase, at, words))), ((), 0))


def _end(spelled: Tokens, phrase: Tokens, at: int, words: Vocabulary) -> int:
    """Where a phrase that begins at a position ends; 0 where it does not stand there."""
    for token in phrase:
        while at < len(spelled) and spelled[at] != token and spelled[at] in words.ignored:
            at += 1
        if at == len(spelled) or spelled[at] != token:
            return 0
        at += 1
    return at
