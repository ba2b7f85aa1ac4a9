"""What a printed name says by itself: as a whole, by its parts, by known names within it, and by its letters."""

import numpy as np
from rapidfuzz import fuzz

from normalise.services.gathered import Evidence
from normalise.services.ids import NONE, is_service
from normalise.services.index import Ids, Index
from normalise.services.surroundings import Surroundings, text_to_headings
from normalise.services.vocabulary import vocabulary
from normalise.services.words import Words, text_to_parts, text_to_words, words_to_content

_ALIKE = 30
"""Known names looked at because their letters are alike."""
_SPELLING = ("letters", "fuzzy")
_FOR_ALL = frozenset({NONE, "contact-centre", "information-governance", "communications"})
"""What after a service's name is no service of its own: what went wrong, or whoever spoke for the service."""


def own_words(index: Index, name: str, around: Surroundings) -> Words:
    """A name's words without those of the council's own name, unless it is known with them or no others say what it is."""
    words = text_to_words(name)
    others = tuple(word for word in words if word not in around.place.words)
    return others if words not in index.spelled and set(others) - vocabulary().generic else words


def by_parts(found: Evidence, index: Index, name: str, around: Surroundings) -> None:
    """What the pieces of a name mean: beside a dash, in brackets, in a list."""
    parts = text_to_parts(name)
    if len(parts.dashed) > 1:
        _by_dashed(found, index, parts.dashed, around)
    for part in parts.bracketed:
        found.add(_meant(index, part, around), "bracketed")
    if parts.bracketed and len(parts.dashed) == 1:
        found.add(_meant(index, parts.dashed[0], around), "before_bracket")
    if len(parts.listed) > 1:
        first, *others = (_meant(index, part, around) for part in parts.listed)
        found.add(first, "first_of_list")
        found.add(frozenset().union(*others), "later_in_list" if first else "only_in_list")


def _by_dashed(found: Evidence, index: Index, dashed: tuple[str, ...], around: Surroundings) -> None:
    """The directorate often stands before the dash and the service after it."""
    inner = Surroundings(text_to_headings(dashed[0]) or around.headings, place=around.place)
    after, before = _meant(index, dashed[-1], inner), _meant(index, dashed[0], around)
    if after and after <= _FOR_ALL and any(is_service(one) for one in before):
        after, before = before, after
    for feature in ("after_dash", "held_first"):
        found.add(after, feature)
    found.add(before, "before_dash")


def _meant(index: Index, text: str, around: Surroundings) -> Ids:
    words = text_to_words(text)
    content = words_to_content(words)
    ids = depending(index, content, around) or index.spelled.get(words) or index.about.get(content, frozenset())
    return ids if len(ids) == 1 else frozenset()


def depending(index: Index, content: frozenset[str], around: Surroundings) -> Ids:
    """What a name that depends on its surroundings means under these; nothing where the headings around it disagree."""
    meanings = index.depends.get(content, {})
    decided = [meanings[key] for key in ("cause" if around.is_cause else "", around.place.tier) if key in meanings]
    under = {meanings[heading] for heading in around.headings if heading in meanings}
    ids = [*decided, *(under if len(under) == 1 else ()), *([meanings["otherwise"]] if "otherwise" in meanings else [])]
    return frozenset(ids[:1])


def by_phrases(found: Evidence, index: Index, words: Words) -> None:
    """Known names within this one: the share of what it is about that they cover."""
    content = words_to_content(words)
    for n, span in enumerate(index.spans(words)):
        share = index.weight(content.intersection(span)) / index.weight(content)
        ids = index.held[span]
        found.add(ids, "held_later" if n else "held_first", share / len(ids))


def by_letters(found: Evidence, index: Index, text: str) -> None:
    """The known names whose letters are most alike."""
    scores = index.letters.alike(text)
    least = np.partition(scores, -_ALIKE)[-_ALIKE] if len(scores) > _ALIKE else 0
    alike = np.flatnonzero(scores >= least)
    for place in filter(scores.item, alike[np.argsort(-scores[alike], kind="stable")[:_ALIKE]].tolist()):
        phrase = index.phrases[place]
        found.add([phrase.service_id], "letters", float(scores[place]))
        found.add([phrase.service_id], "fuzzy", fuzz.token_sort_ratio(text, " ".join(text_to_words(phrase.text))) / 100)


def by_whole(found: Evidence, index: Index, words: Words, around: Surroundings) -> None:
    """What the whole name means; what it would mean elsewhere, in another order of words, or in part is left out."""
    content = words_to_content(words)
    spelled, about = index.spelled.get(words, frozenset()), index.about.get(content, frozenset())
    dashed = frozenset(one for one, features in found.of.items() if "after_dash" in features)
    decided = depending(index, content, around)
    meant = decided or spelled or dashed or about
    for service_id in (spelled | about) - meant:
        found.of[service_id] = {}
    if decided or spelled or about & meant:
        for service_id in found.of.keys() - meant:
            features = found.of[service_id]
            found.of[service_id] = {name: features[name] for name in _SPELLING if name in features}
    for feature in ("depends", "letters", "fuzzy", "held_first"):
        found.add(decided, feature)
    if spelled and not decided:
        found.add(spelled, "spelled", 1 / len(spelled))
    elif about & meant and not decided:
        found.add(about & meant, "about", 1 / len(about))
