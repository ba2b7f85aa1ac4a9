"""What stands around a name: the headings that its directorate speaks of, the service that it is a part of, and what its row is."""

from dataclasses import dataclass
from functools import lru_cache

from normalise.services.ids import MIXED, NONE, is_service
from normalise.services.index import Index
from normalise.services.places import NOWHERE, Place, place_of
from normalise.services.vocabulary import vocabulary
from normalise.services.words import AND, Words, text_to_parts, text_to_words, words_to_content, words_to_stems

_KEPT = 5_000


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The Ombudsman's headings around a name, the services that stand above it, and whether its row is a heading or a cause."""

    headings: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()
    is_heading: bool = False
    is_cause: bool = False
    is_ombudsman: bool = False
    is_open: bool = False
    place: Place = NOWHERE


@lru_cache(_KEPT)
def around(index: Index, directorate: str, council: str, context: str) -> Surroundings:
    """What a name's directorate, context and council say of it."""
    place = place_of(council)
    texts = [text for text in (directorate, context) if text.strip()]
    said = [_said(index, text) for text in texts]
    kinds = frozenset().union(*said) if said else frozenset()
    plain = [text for text, kind in zip(texts, said, strict=True) if not kind & {"heading", "ombudsman"}]
    return Surroundings(
        frozenset(heading for text in plain for heading in text_to_headings(text)),
        frozenset(found for text in plain for found in _services(index, text)),
        "heading" in kinds,
        "cause" in kinds,
        "ombudsman" in kinds,
        any(MIXED in _spoken(text_to_words(text)) for text in plain),
        place,
    )


def _said(index: Index, text: str) -> frozenset[str]:
    """What a context says that its row is; it stands among causes if two of the names in brackets are none of services."""
    words, known = text_to_words(text), vocabulary().context
    kinds = {kind for kind in ("cause", "ombudsman") if known[kind].intersection(words)}
    if words and known["heading"].issuperset(words) and known["said"].intersection(words):
        kinds.add("heading")
    listed = [part for bracketed in text_to_parts(text).bracketed for part in bracketed.split(",")]
    if sum(index.spelled.get(text_to_words(part)) == frozenset({NONE}) for part in listed) > 1:
        kinds.add("cause")
    return frozenset(kinds)


def word_to_heading(word: str) -> str:
    """The heading that a word speaks of, `mixed` if several; nothing if none."""
    known = vocabulary().headings
    return known.get(word) or known.get(words_to_stems((word,))[0], "") if word != AND else ""


def _spoken(words: Words) -> frozenset[str]:
    return frozenset(heading for word in words if (heading := word_to_heading(word)))


def words_to_headings(words: Words) -> frozenset[str]:
    """The headings of the Ombudsman that words speak of; none where they span several."""
    return _spoken(words) - {MIXED}


def text_to_headings(text: str) -> frozenset[str]:
    """The same of a text; what stands in brackets counts only where nothing else speaks of any."""
    outer = text.partition(" (")[0]
    return words_to_headings(text_to_words(outer)) or words_to_headings(text_to_words(text))


def _services(index: Index, text: str) -> frozenset[str]:
    words = text_to_words(text)
    found = index.spelled.get(words) or index.about.get(words_to_content(words), frozenset())
    return frozenset(one for one in found if is_service(one))
