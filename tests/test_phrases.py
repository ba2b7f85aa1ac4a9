"""Phrases among the words of a text."""

import pytest

from normalise.prose.numbers import last_number
from normalise.words.phrases import find_phrases
from schemas.vocabulary import Meanings, Phrases, tokens

KNOWN = ("upheld", "not upheld", "not upheld in part", "partly upheld")


def test_the_longest_phrase_at_a_place_is_found_with_those_that_begin_within_it() -> None:
    spelled = tokens("Complaints not upheld in part, partly upheld")
    phrases = Phrases(map(tokens, KNOWN))
    found = [(at, " ".join(phrase)) for at, phrase in find_phrases(spelled, phrases)]
    assert found == [(1, "not upheld in part"), (2, "upheld"), (5, "partly upheld"), (6, "upheld")]
    assert list(find_phrases(spelled, Meanings(dict.fromkeys(phrases, 1)))) == list(find_phrases(spelled, phrases))


@pytest.mark.parametrize("spelled", [(), ("not",), ("partly", "heard")])
def test_a_phrase_that_is_cut_short_is_none(spelled: tuple[str, ...]) -> None:
    assert not list(find_phrases(spelled, Phrases(map(tokens, KNOWN))))


@pytest.mark.parametrize(("text", "holds"), [("Two were upheld", True), ("12% were", True), ("None.", True), ("Nobody knows often", False)])
def test_a_number_is_in_digits_or_a_word_of_its_own(text: str, holds: bool) -> None:  # noqa: FBT001
    assert (last_number(text) >= 0) is holds
