"""The breakdown that labels are categories of: what a caption says, or the labels themselves (Email and Letter are channels)."""

from collections.abc import Sequence

from normalise.words.phrases import find_phrases, match_longest
from schemas import Dimension
from schemas.vocabulary import Tokens, Vocabulary, label_key, tokens

DIMENSIONS = frozenset(Dimension)
"""For words that may be one: `Dimension(word)` raises ValueError where they are none."""
_KNOWN = 0.4
"""Share of the labels that must be known categories of one breakdown for all of them to be its."""
_LEAST = 2
"""Labels that must be known: one alone may be the name of a service."""


def dimension_of(labels: Sequence[str], words: Vocabulary) -> Dimension | None:
    """The breakdown of which these labels are categories; None where too few of them are known, or two breakdowns know as many."""
    spelled = [label_key(label) for label in labels]
    known = [found for label in spelled if (found := _dimension(label, words))]
    ranked = sorted({(known.count(dimension), dimension) for dimension in known}, reverse=True)
    if not ranked or ranked[0][0] < max(_LEAST, _KNOWN * len(labels)) or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return None
    return ranked[0][1]


def _dimension(label: Tokens, words: Vocabulary) -> Dimension | None:
    """The breakdown of one label: by the whole of it, or by a phrase of several words within it."""
    if label in words.labels:
        return words.labels[label]
    return next((words.labels[phrase] for _, phrase in find_phrases(label, words.labels) if len(phrase) > 1), None)


def text_to_dimensions(text: str, words: Vocabulary) -> tuple[Dimension, ...]:
    """What a caption says of the labels of its table: by phrases wherever they stand, and by the words behind "by" or "per"."""
    spelled = tokens(text)
    found: list[Dimension] = []
    at = 0
    while at < len(spelled):
        phrase = match_longest(spelled, words.dimensions, at)
        if phrase:
            found.append(words.dimensions[phrase])
        elif spelled[at] in words.by and (behind := match_longest(spelled, words.axes, at + 1)):
            axis = words.axes[behind]
            found += [Dimension(axis)] if axis in DIMENSIONS else []
        at += len(phrase) or 1
    return tuple(dict.fromkeys(found))
