"""What speaks for each service that a printed name may mean."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from rapidfuzz import fuzz

from normalise.services.ids import HEADING, NONE
from normalise.services.index import Ids, Index
from normalise.services.surroundings import MIXED, Surroundings, heading_of, words_to_headings
from normalise.services.vocabulary import vocabulary
from normalise.services.words import Words, text_to_parts, text_to_words, words_to_content, words_to_stems

Features = dict[str, float]
ALIKE = 30
"""Known names looked at because their letters are alike."""
_WHOLE = frozenset({"adult-social-care", "childrens-social-care", "housing-general", "planning-general", "schools-education"})
"""Services that are services even where a directorate bears their name."""
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
    found = Evidence()
    words = _own_words(name, around)
    _by_whole(found, index, words, around)
    _by_parts(found, index, name, around)
    _by_phrases(found, index, words)
    _by_letters(found, index, " ".join(words))
    _by_headings(found, words, around)
    _without_overruled(found, index, words)
    _by_surroundings(found, around)
    return found.of


def _own_words(name: str, around: Surroundings) -> Words:
    """A name's words without those of the council's own name, unless no others say what it is."""
    words = text_to_words(name)
    others = tuple(word for word in words if word not in around.place.words)
    return others if set(others) - vocabulary().generic else words


def _by_whole(found: Evidence, index: Index, words: Words, around: Surroundings) -> None:
    content = words_to_content(words)
    if depending := _depending(index, content, around):
        for feature in ("depends", "letters", "fuzzy", "held_first"):
            found.add(depending, feature)
    elif spelled := index.spelled.get(words):
        found.add(spelled, "spelled", 1 / len(spelled))
    elif about := index.about.get(content):
        found.add(about, "about", 1 / len(about))


def _depending(index: Index, content: frozenset[str], around: Surroundings) -> Ids:
    """What a name that depends on its surroundings means under these."""
    meanings = index.depends.get(content, {})
    keys = (*(["cause"] if around.is_cause else []), around.place.tier, *sorted(around.headings), "otherwise")
    ids = [meanings[key] for key in keys if key in meanings]
    return frozenset(ids[:1])


def _without_overruled(found: Evidence, index: Index, words: Words) -> None:
    """What a name would mean elsewhere is left out where its surroundings decide."""
    elsewhere = index.spelled.get(words, frozenset()) | index.about.get(words_to_content(words), frozenset())
    if any("depends" in features for features in found.of.values()):
        for service_id in elsewhere:
            if "depends" not in found.of[service_id]:
                found.of[service_id] = {}


def _by_parts(found: Evidence, index: Index, name: str, around: Surroundings) -> None:
    parts = text_to_parts(name)
    if len(parts.dashed) > 1:
        inner = Surroundings(words_to_headings(text_to_words(parts.dashed[0])) or around.headings, place=around.place)
        found.add(_meant(index, parts.dashed[-1], inner), "after_dash")
        found.add(_meant(index, parts.dashed[0], around), "before_dash")
    for part in parts.bracketed:
        found.add(_meant(index, part, around), "bracketed")
    if parts.bracketed and len(parts.dashed) == 1:
        found.add(_meant(index, parts.dashed[0], around), "before_bracket")
    if len(parts.listed) > 1:
        found.add(_meant(index, parts.listed[0], around), "first_of_list")
        found.add({one for part in parts.listed[1:] for one in _meant(index, part, around)}, "later_in_list")


def _meant(index: Index, text: str, around: Surroundings) -> Ids:
    words = text_to_words(text)
    content = words_to_content(words)
    ids = _depending(index, content, around) or index.spelled.get(words) or index.about.get(content, frozenset())
    return ids if len(ids) == 1 else frozenset()


def _by_phrases(found: Evidence, index: Index, words: Words) -> None:
    """Known names within this one: the share of what it is about that they cover."""
    content = words_to_content(words)
    for n, span in enumerate(index.spans(words)):
        share = len(content.intersection(token.text for token in span)) / len(content)
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
    known, said, generic = vocabulary().headings, vocabulary().context["said"], vocabulary().generic
    stems = [stem for stem in words_to_stems(words) if stem not in said and stem not in generic]
    spoken = [known[stem] for stem in stems if stem in known]
    if not spoken:
        return
    is_said = around.is_heading or around.is_ombudsman or bool(said.intersection(words))
    heading = spoken[0] if len(set(spoken)) == 1 else MIXED
    found.add([HEADING + heading], "heading_said" if is_said else "heading_words", len(spoken) / len(stems))


def _by_surroundings(found: Evidence, around: Surroundings) -> None:
    covered = max((features.get("held_first", 0.0) for features in found.of.values()), default=0.0)
    found.add(around.services, "above", 1 - covered)
    if len(around.headings) == 1:
        found.add({_IN_CHIEF[heading] for heading in around.headings & _IN_CHIEF.keys()}, "above_heading", 1 - covered)
    for service_id, features in found.of.items():
        _agreeing(features, service_id, around)


def _agreeing(features: Features, service_id: str, around: Surroundings) -> None:
    """How an id fits what stands around the name."""
    if service_id == NONE:
        features["none"] = 1.0
        features["none_as_cause"] = float(around.is_cause)
    elif service_id.startswith(HEADING):
        features["directorate"] = 1.0
        features["directorate_within"] = float(bool(around.headings) and not around.is_heading)
    else:
        if around.headings:
            features["agrees" if heading_of(service_id) in around.headings else "clashes"] = 1.0
        if around.is_heading or around.is_ombudsman:
            features["whole_as_heading" if service_id in _WHOLE else "service_as_heading"] = 1.0
