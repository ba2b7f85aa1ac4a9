"""Phrases that are looked for in texts, found by the word that each begins with."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from schemas.vocabulary.wording import Tokens

M = TypeVar("M")


class _Found(Collection[Tokens]):
    """Phrases by their words, worked out once."""

    @cached_property
    def by_opening(self) -> Mapping[str, Sequence[Tokens]]:
        """The phrases by their first word, the longest first."""
        found: defaultdict[str, list[Tokens]] = defaultdict(list)
        for phrase in sorted(filter(None, self), key=len, reverse=True):
            found[phrase[0]].append(phrase)
        return dict(found)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the phrases."""
        return frozenset(word for phrase in self for word in phrase)


class Phrases(frozenset[Tokens], _Found):
    """Phrases that say one thing."""


class Meanings(dict[Tokens, M], _Found):
    """Phrases, and what each of them means."""
