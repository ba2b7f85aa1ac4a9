"""All names that are known, so that a printed one is looked up by its words, by what it is about, by its parts and by its letters."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import fsum, log
from typing import TypeVar

from normalise.services.ids import HEADING
from normalise.services.letters import Letters, names_to_letters
from normalise.services.reference import canonical
from normalise.services.vocabulary import vocabulary
from normalise.services.words import Words, text_to_words, words_to_content, words_to_stems

Ids = frozenset[str]
Content = frozenset[str]
K = TypeVar("K")
_STRANGE = 3.0
"""What a word weighs that no name has: it may be a place or a firm, so no more than a common word."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A known name and the id that it means."""

    text: str
    service_id: str


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Known names by their words, by what they are about, within others (`held`, of `longest` words at most), and by their letters."""

    phrases: tuple[Phrase, ...]
    spelled: Mapping[Words, Ids]
    about: Mapping[Content, Ids]
    held: Mapping[Words, Ids]
    longest: int
    letters: Letters
    rare: Mapping[str, float]
    depends: Mapping[Content, Mapping[str, str]]

    def weight(self, content: Iterable[str]) -> float:
        """How much words say: the rarer among the known names, the more."""
        return fsum(self.rare.get(word, _STRANGE) for word in content)

    def spans(self, words: Words) -> list[Words]:
        """The longest known names within a printed one, the first first."""
        stems = words_to_stems(words)
        starts = range(len(stems))
        spans = ((start, end) for start in starts for end in range(start + 1, min(start + self.longest, len(stems)) + 1))
        found = [(start, end) for start, end in spans if stems[start:end] in self.held]
        return [stems[start:end] for start, end in _longest_apart(found)]


def _longest_apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of spans that share words the longest, of as long ones the first."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if all(end <= first or last <= start for first, last in kept):
            kept.append((start, end))
    return sorted(kept)


@cache
def known_names() -> Index:
    """The index of all names."""
    return phrases_to_index(known_phrases())


def known_phrases() -> tuple[Phrase, ...]:
    """Every label and alias of a service, and every name of no service and of directorates."""
    services = [
        Phrase(name, one.service_id) for one in canonical().values() for name in {one.label, one.label.partition(" (")[0], *one.aliases}
    ]
    return (
        *sorted(services, key=lambda phrase: (phrase.service_id, phrase.text)),
        *(Phrase(text, service_id) for text, service_id in vocabulary().phrases),
    )


def phrases_to_index(phrases: Iterable[Phrase]) -> Index:
    """The index of some names."""
    known = tuple(phrases)
    worded = [(text_to_words(phrase.text), phrase.service_id) for phrase in known]
    spelled = _grouped(worded)
    about = _grouped((words_to_content(words), service_id) for words, service_id in worded)
    held = _grouped((words_to_stems(words), found) for words, found in worded if not found.startswith(HEADING))
    longest = max(map(len, held), default=0)
    letters = names_to_letters([phrase.text for phrase in known])
    return Index(known, spelled, about, held, longest, letters, _rare(about, len(known)), _depends())


def _grouped(pairs: Iterable[tuple[K, str]]) -> Mapping[K, Ids]:
    found: defaultdict[K, set[str]] = defaultdict(set)
    for key, service_id in pairs:
        if key:
            found[key].add(service_id)
    return {key: frozenset(ids) for key, ids in found.items()}


def _rare(contents: Iterable[Content], names: int) -> Mapping[str, float]:
    times = Counter(word for content in contents for word in content)
    return {word: 1 + log(names / n) for word, n in times.items()}


def _depends() -> Mapping[Content, Mapping[str, str]]:
    """What each name that depends on its surroundings means under each; the row that speaks first counts."""
    found: defaultdict[Content, dict[str, str]] = defaultdict(dict)
    for row in vocabulary().depends:
        for name in row.names:
            key = words_to_content(text_to_words(name))
            found[key] = {**row.meanings, **found[key]}
    return dict(found)
