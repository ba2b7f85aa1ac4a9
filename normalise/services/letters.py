"""How alike names are by their letters: the cosine of their pieces of two to four letters, rare pieces counting more (TF-IDF)."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, count
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from normalise.services.words import text_to_words

_SIZES = (2, 3, 4)

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Letters:
    """The number of each piece; how rare each is; and one behind the other the names that have it and its weights in them.

    Those of the piece n stand from `starts[n]` to `starts[n + 1]`.
    """

    pieces: Mapping[str, int]
    rare: Sequence[float]
    starts: Sequence[int]
    places: Places
    weights: Numbers
    names: int

    def alike(self, text: str) -> Numbers:
        """How alike a text is to each name, 0 to 1."""
        scores = np.zeros(self.names)
        times = Counter(self.pieces[piece] for word in text_to_words(text) for piece in _pieces(word) if piece in self.pieces)
        weights = {piece: _often(n) * self.rare[piece] for piece, n in times.items()}
        length = sqrt(sum(weight * weight for weight in weights.values()))
        for piece, weight in weights.items():
            own = slice(self.starts[piece], self.starts[piece + 1])
            scores[self.places[own]] += self.weights[own] * (weight / length)
        return scores


def names_to_letters(names: Sequence[str]) -> Letters:
    """The pieces of all names. As arrays: they are some hundred thousand, and whoever looks a name up waits for them."""
    pieces: defaultdict[str, int] = defaultdict(count().__next__)
    numbers = cache(lambda word: [pieces[piece] for piece in _pieces(word)])
    printed = [list(chain.from_iterable(map(numbers, text_to_words(name)))) for name in names]
    places, found, times = _counted(printed, len(pieces))
    having = np.bincount(found, minlength=len(pieces))
    rare = [1 + log((1 + len(names)) / (1 + n)) for n in having.tolist()]
    often = np.array([0.0, *map(_often, range(1, max(times, default=0) + 1))])
    weights = often[times] * np.array(rare)[found]
    weights /= np.sqrt(np.bincount(places, weights * weights, len(names)))[places]
    by_piece = np.argsort(found, kind="stable")
    starts = [0, *np.cumsum(having).tolist()]
    return Letters(dict(pieces), rare, starts, places[by_piece], weights[by_piece], len(names))


def _counted(printed: Sequence[Sequence[int]], pieces: int) -> tuple[Places, Places, Places]:
    """Each name with each of its pieces, in the order in which they are printed, and how often it has it."""
    places = np.repeat(np.arange(len(printed)), [len(each) for each in printed])
    found = np.fromiter(chain.from_iterable(printed), np.int64)
    pairs, first, times = np.unique(places * pieces + found, return_index=True, return_counts=True)
    order = np.argsort(first)
    return pairs[order] // pieces, pairs[order] % pieces, times[order]


def _often(times: int) -> float:
    """What it counts that a piece stands so many times in a name."""
    return 1 + log(times)


def _pieces(word: str) -> list[str]:
    """The pieces of a word with a blank on both sides."""
    padded = f" {word} "
    return [padded[at : at + size] for size in _SIZES for at in range(len(padded) - size + 1)]
