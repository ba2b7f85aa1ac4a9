"""Which service a section is about, where its heading is a picture: the one whose summary row the section's own table repeats."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from normalise.stated import Stated
from normalise.words.heading import read_heading
from normalise.words.phrases import find_phrases
from schemas import Basis, State
from schemas.vocabulary import Tokens, Vocabulary, tokens

_REPEATED = 0.8
"""Share of a section's figures that a summary row must repeat to be of the same service."""
_ENOUGH = 6
"""Figures that must be comparable at the least."""

_INITIALS = re.compile(r"\s*\([A-Z]{2,}\)\s*$")
"""The initials of a name, behind it."""


def is_service(text: str, words: Vocabulary) -> bool:
    """Whether a text holds nothing but words of the names of services, one of which says which."""
    spelled = {word.removesuffix("'s") for word in tokens(text) if not word.isdigit()}
    return spelled <= words.services | words.with_services and not spelled <= words.with_services


def may_be_service(text: str, words: Vocabulary) -> bool:
    """Whether a text holds nothing but words that stand in the names of services."""
    spelled = {word.removesuffix("'s") for word in tokens(text)}
    return bool(spelled) and spelled <= words.services | words.with_services


def is_called_service(text: str, words: Vocabulary) -> bool:
    """Whether a text calls something a service, team or the like by a name that nothing else is known of: *Gadget Service*."""
    name = _INITIALS.sub("", text)
    spelled = tokens(name)
    called = len(spelled) > 1 and spelled[-1] in words.with_services and name.istitle()
    return called and words.reporting.isdisjoint(spelled) and not speaks_of_report(text, words)


def speaks_of_report(text: str, words: Vocabulary) -> bool:
    """Whether a heading is the report's own: it names the body that reports, or speaks of complaints in words that name no service."""
    heading, spelled = read_heading(text, words), tokens(text)
    named = tokens(_INITIALS.sub("", text).replace("&", " and "))
    own = tuple(word for word in named if not word.isdigit()) in words.own
    of_complaints = not words.reporting.isdisjoint(spelled) or bool(heading.meaning)
    plain = words.plain | words.captions if of_complaints else words.plain - words.services - words.with_services
    asks = bool(words.asks.intersection(spelled[:1]))
    known = bool(spelled) and all(word.isdigit() or word in plain for word in heading.left)
    return own or asks or known or _heads_breakdown(spelled, words)


def _heads_breakdown(spelled: Tokens, words: Vocabulary) -> bool:
    """Whether a text says of which breakdown the categories stand below it, and nothing else: *Learning and remedies*."""
    told = {n for at, phrase in find_phrases(spelled, words.owners) for n in range(at, at + len(phrase))}
    return bool(told) and all(n in told or word in words.plain | words.captions for n, word in enumerate(spelled))


def initials_of(name: str) -> set[str]:
    """What a report may call a service for short: the capitals of its name, or of what stands behind a dash, with and without &."""
    words = re.split(r"\s[-–—]\s", name)[-1].replace("&", " & ").split()
    short = "".join(word[0] for word in words if word[0].isupper() or word == "&")
    return {form for form in (short, short.replace("&", "")) if len(form) > 1}


Key = tuple[object, ...]


def figures_of(stated: Iterable[Stated]) -> dict[Key, Decimal | None]:
    """The current and prior figures of one service by what they count."""
    kept = (s for s in stated if s.meaning.basis is not Basis.DIFFERENCE and s.state is State.REPORTED)
    return {(s.meaning.measure, s.meaning.stage, s.meaning.basis, s.meaning.period, s.meaning.category): s.value for s in kept}


def repeated_by(section: Mapping[Key, Decimal | None], services: Mapping[str, Mapping[Key, Decimal | None]]) -> str:
    """The one service whose figures the section repeats; "" where none does, or several do equally well."""
    ranked = sorted(((_share(section, figures), name) for name, figures in services.items()), reverse=True)
    if not ranked or ranked[0][0] < _REPEATED or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return ""
    return ranked[0][1]


def _share(section: Mapping[Key, Decimal | None], figures: Mapping[Key, Decimal | None]) -> float:
    common = section.keys() & figures.keys()
    return sum(section[key] == figures[key] for key in common) / len(common) if len(common) >= _ENOUGH else 0.0
