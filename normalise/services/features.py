"""What speaks for each service that a printed name may mean: what the name says, and what stands around it."""

from collections.abc import Mapping

from normalise.services.by_name import by_letters, by_parts, by_phrases, by_whole, own_words
from normalise.services.gathered import Evidence, Features
from normalise.services.ids import HEADING, MIXED, NONE, heading_of, is_service
from normalise.services.index import Index
from normalise.services.surroundings import Surroundings, word_to_heading
from normalise.services.vocabulary import vocabulary
from normalise.services.words import AND, Words, text_to_words, without_excluded, words_to_content, words_to_stems

_DIRECTORATE = frozenset({"directorate", "directorates"})
"""Words by which a name says itself that it heads services; a department may be a single one."""
_IN_CHIEF = {
    "adult-care": "adult-social-care",
    "education-children": "childrens-social-care",
    "housing": "housing-general",
    "planning-development": "planning-general",
}
"""The service that most of a heading's teams without a telling name belong to."""
_LIKE = ("letters", "held_first", "held_later", "depends", "spelled", "about")


def evidence(index: Index, name: str, around: Surroundings) -> Mapping[str, Features]:
    """The features of each id that a name may mean."""
    found, name = Evidence(), without_excluded(name)
    words = own_words(index, name, around)
    by_parts(found, index, name, around)
    by_phrases(found, index, words)
    by_letters(found, index, " ".join(words))
    by_whole(found, index, words, around)
    _by_headings(found, text_to_words(name.partition(" (")[0]) or text_to_words(name), around)
    _by_surroundings(found, words_to_content(words), around)
    return found.of


def _by_headings(found: Evidence, words: Words, around: Surroundings) -> None:
    """A heading over several services, by its words; one that is said to be one, in words of headings only, is nothing else."""
    told = [word for word in words if word not in vocabulary().context["said"] | vocabulary().generic | {AND}]
    spoken = [heading for word in told if (heading := word_to_heading(word))]
    if not spoken:
        return
    is_said = around.is_heading or around.is_ombudsman or not _DIRECTORATE.isdisjoint(words)
    directorate = HEADING + (spoken[0] if len(set(spoken)) == 1 else MIXED)
    plain = sum(not vocabulary().plain.isdisjoint((word, *words_to_stems((word,)))) for word in told) / len(told)
    found.add([directorate], "heading_said" if is_said else "heading_words", len(spoken) / len(told))
    found.add([directorate], "heading_plain", plain)
    if is_said and plain == 1 and words_to_content(words) not in vocabulary().whole:
        for service_id, features in found.of.items():
            known = service_id.startswith(HEADING) and "spelled" in features
            found.of[service_id] = features if known or service_id == directorate else {}


def _by_surroundings(found: Evidence, content: frozenset[str], around: Surroundings) -> None:
    """What stands above a name, the more the less the name itself says; and how each id fits it."""
    covered = found.most("held_first", "letters")
    found.add(around.services, "above", 1 - covered)
    found.add(around.services, "above_covered", covered)
    if len(around.headings) == 1:
        found.add({_IN_CHIEF[heading] for heading in around.headings & _IN_CHIEF.keys()}, "above_heading", 1 - covered)
    held = [features.get("held_first", 0.0) + features.get("held_later", 0.0) for one, features in found.of.items() if is_service(one)]
    for service_id, features in found.of.items():
        if service_id == NONE:
            features |= {"none": 1.0, "none_as_cause": float(around.is_cause), "none_beside": max(held, default=0.0)}
        elif service_id.startswith(HEADING):
            features |= {"directorate": 1.0, "directorate_within": float(bool(around.headings) and not around.is_heading)}
        else:
            _by_fit(features, service_id, around)
            if around.is_heading or around.is_ombudsman:
                features["whole_as_heading" if content in vocabulary().whole else "service_as_heading"] = 1.0


def _by_fit(features: Features, service_id: str, around: Surroundings) -> None:
    """How a service fits the headings around the name."""
    if heading_of(service_id) in around.headings:
        features["agrees"] = max(features.get(name, 0.0) for name in _LIKE)
    elif around.headings:
        features["differs" if around.is_open else "clashes"] = 1.0
