"""What speaks for each service that a printed name may mean."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from rapidfuzz import fuzz

from normalise.services.ids import HEADING, NONE, is_service
from normalise.services.index import Ids, Index
from normalise.services.surroundings import MIXED, Surroundings, heading_of, word_to_heading, words_to_headings
from normalise.services.vocabulary import vocabulary
from normalise.services.words import Words, text_to_parts, text_to_words, without_excluded, words_to_content, words_to_stems

Features = dict[str, float]
ALIKE = 30
"""Known names looked at because their letters are alike."""
_DIRECTORATE = frozenset({"directorate", "directorates"})
"""Words by which a name says itself that it heads services; a department may be a single one."""
_SPELLING = frozenset({"letters", "fuzzy"})
_FOR_ALL = frozenset({NONE, "contact-centre", "information-governance", "communications"})
"""What after a service's name is no service of its own: what went wrong, or whoever spoke for the service."""
_IN_CHIEF = {
    "adult-care": "adult-social-care",
    "education-children": "childrens-social-care",
    "housing": "housing-general",
    "planning-development": "planning-general",
}
"""The service that most of a heading's teams without a telling name belong to."""


@dataclass(slots=True)
class Evidence:
    """What speaks for each id: feature -> how much, and in words why."""

    of: defaultdict[str, Features] = field(default_factory=lambda: defaultdict(dict))

    def add(self, ids: Iterable[str], feature: str, amount: float = 1.0) -> None:
        """Something speaks for some ids; what speaks more for one of them counts."""
        for service_id in ids:
            self.of[service_id][feature] = max(amount, self.of[service_id].get(feature, 0.0))


def evidence(index: Index, name: str, around: Surroundings) -> Mapping[str, Features]:
    """The features of each id that a name may mean."""
    found, name = Evidence(), without_excluded(name)
    words = _own_words(index, name, around)
    _by_parts(found, index, name, around)
    _by_phrases(found, index, words)
    _by_letters(found, index, " ".join(words))
    _by_whole(found, index, words, around)
    _by_headings(found, words_of_outer(name), around)
    _by_surroundings(found, words_to_content(words), around)
    return found.of


def words_of_outer(name: str) -> Words:
    """The words of what stands outside a name's brackets."""
    return text_to_words(name.partition(" (")[0]) or text_to_words(name)


def _own_words(index: Index, name: str, around: Surroundings) -> Words:
    """A name's words without those of the council's own name, unless it is known with them or no others say what it is."""
    words = text_to_words(name)
    others = tuple(word for word in words if word not in around.place.words)
    return others if words not in index.spelled and set(others) - vocabulary().generic else words


def _by_whole(found: Evidence, index: Index, words: Words, around: Surroundings) -> None:
    """What the whole name means; what it would mean elsewhere, or in another order of words, is left out."""
    content = words_to_content(words)
    spelled, about = index.spelled.get(words, frozenset()), index.about.get(content, frozenset())
    dashed = frozenset(one for one, features in found.of.items() if "after_dash" in features)
    depending = _depending(index, content, around)
    meant = depending or spelled or dashed or about
    for service_id in (spelled | about) - meant:
        found.of[service_id] = {}
    if depending or spelled or about & meant:
        for service_id, features in found.of.items():
            found.of[service_id] = features if service_id in meant else {name: features[name] for name in _SPELLING & features.keys()}
    found.add(depending, "depends")
    found.add(spelled if not depending else (), "spelled", 1 / max(1, len(spelled)))
    found.add(about & meant if not depending and not spelled else (), "about", 1 / max(1, len(about)))
    for feature in ("letters", "fuzzy", "held_first"):
        found.add(depending, feature)


def _depending(index: Index, content: frozenset[str], around: Surroundings) -> Ids:
    """What a name that depends on its surroundings means under these."""
    meanings = index.depends.get(content, {})
    under = {meanings[heading] for heading in around.headings if heading in meanings}
    decided = [*(["cause"] if around.is_cause else []), around.place.tier]
    ids = [*(meanings[key] for key in decided if key in meanings), *(under if len(under) == 1 else ()), meanings.get("otherwise", "")]
    return frozenset(filter(None, ids[:1]))


def _by_parts(found: Evidence, index: Index, name: str, around: Surroundings) -> None:
    parts = text_to_parts(name)
    if len(parts.dashed) > 1:
        inner = Surroundings(words_to_headings(text_to_words(parts.dashed[0])) or around.headings, place=around.place)
        after, before = _meant(index, parts.dashed[-1], inner), _meant(index, parts.dashed[0], around)
        if after and after <= _FOR_ALL and any(is_service(one) for one in before):
            after, before = before, after
        for feature in ("after_dash", "held_first"):
            found.add(after, feature)
        found.add(before, "before_dash")
    for part in parts.bracketed:
        found.add(_meant(index, part, around), "bracketed")
    if parts.bracketed and len(parts.dashed) == 1:
        found.add(_meant(index, parts.dashed[0], around), "before_bracket")
    if len(parts.listed) > 1:
        first, *others = (_meant(index, part, around) for part in parts.listed)
        found.add(first, "first_of_list")
        found.add(frozenset().union(*others), "later_in_list" if first else "only_in_list")


def _meant(index: Index, text: str, around: Surroundings) -> Ids:
    words = text_to_words(text)
    content = words_to_content(words)
    ids = _depending(index, content, around) or index.spelled.get(words) or index.about.get(content, frozenset())
    return ids if len(ids) == 1 else frozenset()


def _by_phrases(found: Evidence, index: Index, words: Words) -> None:
    """Known names within this one: the share of what it is about that they cover."""
    content = words_to_content(words)
    if not content:
        return
    for n, span in enumerate(index.spans(words)):
        share = index.weight(content.intersection(token.text for token in span)) / index.weight(content)
        ids = index.held[span.label_]
        found.add(ids, "held_first" if n == 0 else "held_later", share / len(ids))


def _by_letters(found: Evidence, index: Index, text: str) -> None:
    """The known names whose letters are most alike."""
    scores = index.letters.alike(text)
    for place in np.argsort(-scores, kind="stable")[:ALIKE]:
        phrase = index.phrases[int(place)]
        found.add([phrase.service_id], "letters", float(scores[place]))
        found.add([phrase.service_id], "fuzzy", fuzz.token_sort_ratio(text, " ".join(text_to_words(phrase.text))) / 100)


def _by_headings(found: Evidence, words: Words, around: Surroundings) -> None:
    """A heading over several services, by its words."""
    said = vocabulary().context["said"]
    told = [word for word in words if word not in said and word not in vocabulary().generic and word != "and"]
    spoken = [heading for word in told if (heading := word_to_heading(word))]
    if not spoken:
        return
    is_said = around.is_heading or around.is_ombudsman or not _DIRECTORATE.isdisjoint(words)
    heading = spoken[0] if len(set(spoken)) == 1 else MIXED
    found.add([HEADING + heading], "heading_said" if is_said else "heading_words", len(spoken) / len(told))
    plain = sum(not vocabulary().plain.isdisjoint((word, *words_to_stems((word,)))) for word in told) / len(told)
    found.add([HEADING + heading], "heading_plain", plain)
    if is_said and plain == 1 and words_to_content(words) not in vocabulary().whole:
        for service_id, features in found.of.items():
            known = service_id.startswith(HEADING) and "spelled" in features
            found.of[service_id] = features if known or service_id == HEADING + heading else {}


def _by_surroundings(found: Evidence, content: frozenset[str], around: Surroundings) -> None:
    covered = max((features.get(name, 0.0) for features in found.of.values() for name in ("held_first", "letters")), default=0.0)
    found.add(around.services, "above", 1 - covered)
    found.add(around.services, "above_covered", covered)
    if len(around.headings) == 1:
        found.add({_IN_CHIEF[heading] for heading in around.headings & _IN_CHIEF.keys()}, "above_heading", 1 - covered)
    held = [(one, features.get("held_first", 0.0) + features.get("held_later", 0.0)) for one, features in found.of.items()]
    beside = max((share for one, share in held if is_service(one)), default=0.0)
    for service_id, features in found.of.items():
        if service_id == NONE:
            features["none"] = 1.0
            features["none_as_cause"] = float(around.is_cause)
            features["none_beside"] = beside
        elif service_id.startswith(HEADING):
            features["directorate"] = 1.0
            features["directorate_within"] = float(bool(around.headings) and not around.is_heading)
        else:
            _agreeing(features, service_id, around)
            if around.is_heading or around.is_ombudsman:
                features["whole_as_heading" if content in vocabulary().whole else "service_as_heading"] = 1.0


def _agreeing(features: Features, service_id: str, around: Surroundings) -> None:
    """How a service fits what stands around the name."""
    if around.headings:
        fits = heading_of(service_id) in around.headings
        like = max(features.get(name, 0.0) for name in ("letters", "held_first", "held_later", "depends", "spelled", "about"))
        features["agrees" if fits else "differs" if around.is_open else "clashes"] = like if fits else 1.0
