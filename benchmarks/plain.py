"""The simple matchers that ours is held against: the likeliest of all labels and aliases of services, by the name alone."""

from collections.abc import Callable, Sequence

from rapidfuzz import fuzz, process, utils

from benchmarks.labelled import Labelled
from benchmarks.trial import Answer
from normalise.services.ids import is_service
from normalise.services.index import Index, Phrase
from normalise.services.letters import names_to_letters

Matcher = Callable[[Labelled], Answer]


def by_letters(index: Index) -> Matcher:
    """The cosine of character n-grams (TF-IDF)."""
    known = _services(index)
    letters = names_to_letters([phrase.text for phrase in known])

    def matcher(row: Labelled) -> Answer:
        scores = letters.alike(row.name)
        return known[int(scores.argmax())].service_id, float(scores.max())

    return matcher


def by_tokens(index: Index) -> Matcher:
    """Rapidfuzz's token set ratio."""
    known = _services(index)
    names = [phrase.text for phrase in known]

    def matcher(row: Labelled) -> Answer:
        _, score, place = process.extractOne(row.name, names, scorer=fuzz.token_set_ratio, processor=utils.default_process)
        return known[place].service_id, score / 100

    return matcher


def _services(index: Index) -> Sequence[Phrase]:
    return [phrase for phrase in index.phrases if is_service(phrase.service_id)]
