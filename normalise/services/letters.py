"""How alike names are by their letters: the cosine of their pieces of two to four letters, rare pieces counting more (TF-IDF)."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from normalise.services.words import text_to_words

_SIZES = (2, 3, 4)


@dataclass(frozen=True, slots=True, eq=False)
class Letters:
    """For each piece, the names that have it and its weight in them; and how rare it is."""

    places: Mapping[str, tuple[NDArray[np.int64], NDArray[np.float64]]]
    rare: Mapping[str, float]
    names: int

    def alike(self, text: str) -> NDArray[np.float64]:
        """How alike a text is to each name, 0 to 1."""
        scores = np.zeros(self.names)
        for piece, weight in _weights(text, self.rare).items():
            places, values = self.places[piece]
            scores[places] += values * weight
        return scores


def names_to_letters(names: Sequence[str]) -> Letters:
    """The pieces of all names."""
    times = Counter(piece for name in names for piece in set(_pieces(name)))
    rare = {piece: 1 + log((1 + len(names)) / (1 + n)) for piece, n in times.items()}
    found: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, name in enumerate(names):
        for piece, weight in _weights(name, rare).items():
            found[piece].append((place, weight))
    arrays = {piece: (np.array([p for p, _ in rows]), np.array([w for _, w in rows])) for piece, rows in found.items()}
    return Letters(arrays, rare, len(names))


def _weights(text: str, rare: Mapping[str, float]) -> Mapping[str, float]:
    found = {piece: (1 + log(times)) * rare[piece] for piece, times in Counter(_pieces(text)).items() if piece in rare}
    length = sqrt(sum(weight * weight for weight in found.values()))
    return {piece: weight / length for piece, weight in found.items()}


def _pieces(text: str) -> list[str]:
    """The pieces of a text's words, each word with a blank on both sides."""
    padded = [f" {word} " for word in text_to_words(text)]
    return [word[at : at + size] for word in padded for size in _SIZES for at in range(len(word) - size + 1)]
