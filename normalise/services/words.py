"""A printed name as words: one spelling for what is spelled in several ways."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from normalise.services.vocabulary import vocabulary

Words = tuple[str, ...]

_APART = re.compile(r"\s+[-–—]+\s*|\s*[-–—]+\s+|\s*[–—:;|]\s*")
"""What stands between a directorate and the name that it is put before."""
_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]?")
_EXCLUDED = re.compile(r"[(\[]?\b(?:excl(?:uding)?|except|not including)\b.*", re.IGNORECASE)
_LISTED = re.compile(r"\s*[,/&+]\s*|\s+(?:and|or)\s+", re.IGNORECASE)
_APOSTROPHE = re.compile(r"(?<=\w)['’‘`](?=\w)")
_WORD = re.compile(r"[^\W_]+")
_DROPPED = frozenset({"the", "of", "s"})
AND = "and"
_JOINING = re.compile(r"[,/&+]")
_SHORT = 3
"""Letters of a word that is too short to be a plural."""
_KEPT = 20_000
"""Names whose words are kept: more than the reports of a year print."""


class Parts(NamedTuple):
    """A name in pieces: what a dash parts, what stands in brackets, and the items of its list."""

    dashed: tuple[str, ...]
    bracketed: tuple[str, ...]
    listed: tuple[str, ...]


@lru_cache(_KEPT)
def text_to_words(text: str) -> Words:
    """The words of a name in order: small letters, no signs, one spelling for each; what joins two of them is `and`."""
    plain = _JOINING.sub(f" {AND} ", _APOSTROPHE.sub("", text.casefold()))
    words = [word for word in _WORD.findall(plain) if word not in _DROPPED]
    kept = [word for n, word in enumerate(words) if word != AND or (0 < n < len(words) - 1 and words[n - 1] != AND)]
    return tuple(_joined(kept))


def _joined(words: list[str]) -> Iterator[str]:
    same = vocabulary().same
    at = 0
    while at < len(words):
        pair = same.get("_".join(words[at : at + 2]))
        yield pair or same.get(words[at], words[at])
        at += 2 if pair and at + 1 < len(words) else 1


def words_to_stems(words: Words) -> Words:
    """Words without the ending of a plural and without `and`."""
    return tuple(_stem(word) for word in words if word != AND)


def _stem(word: str) -> str:
    if len(word) <= _SHORT or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ches", "shes", "xes", "sses")) else word.removesuffix("s")


def words_to_content(words: Words) -> frozenset[str]:
    """What a name is about: its stems without the words that any part of a council may bear; all of them if it has no others."""
    stems = words_to_stems(words)
    return frozenset(stem for stem in stems if stem not in vocabulary().generic) or frozenset(stems)


def without_excluded(text: str) -> str:
    """A name without what it says it leaves out: "Waste (excluding transport)"."""
    return _EXCLUDED.sub("", text).strip() or text


def text_to_parts(text: str) -> Parts:
    """A name in pieces."""
    bracketed = tuple(_BRACKETS.findall(text))
    plain = _BRACKETS.sub(" ", text).strip()
    dashed = tuple(filter(None, (part.strip() for part in _APART.split(plain))))
    listed = tuple(filter(None, (part.strip() for part in _LISTED.split(dashed[-1] if dashed else ""))))
    return Parts(dashed, bracketed, listed)
