"""Which council a report is by: from its running heads and title, its file name, or its text."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath

from schemas import Document
from schemas.vocabulary import Tokens, tokens

_TITLE_PASSAGES = 12
"""Passages of a report's beginning in which its title page lies."""
_LONGEST = 10
"""Words of the longest name of an authority."""
_BODY = re.compile(r"\b((?:[A-Z][\w'’-]+ (?:(?:and|of|upon|on|the) )?){1,5}Council)\b")
_SHORTEST = 4
"""Letters of initials that name an authority; fewer are also words, units and other bodies."""
_FULL = frozenset({"council", "borough", "corporation"})
"""A name that holds one of these names an authority and no place."""


@dataclass(frozen=True, slots=True)
class Council:
    """A council's official name and GSS code; both empty where the report does not say."""

    name: str = ""
    code: str = ""


@cache
def _known() -> Mapping[Tokens, Council]:
    folder = files("normalise").joinpath("reference")
    rows = list(csv.DictReader(folder.joinpath("councils.csv").read_text(encoding="utf-8").splitlines()))
    official = {row["local-authority-code"]: Council(row["official-name"], row["gss-code"]) for row in rows}
    names = csv.DictReader(folder.joinpath("councils-names.csv").read_text(encoding="utf-8").splitlines())
    spelled = {_words(row["la-name"]): official[row["local-authority-code"]] for row in names if row["local-authority-code"] in official}
    return spelled | {_words(council.name): council for council in official.values()}


def _words(name: str) -> Tokens:
    return tuple(word.removesuffix("'s") for word in tokens(name.replace("&", " and ")) if word != "the")


@cache
def _initials() -> Mapping[str, Council]:
    """The initials that one authority alone has: RBKC, ESCC."""
    shortened = [(initials, council) for council in set(_known().values()) if len(initials := _initials_of(council)) >= _SHORTEST]
    times = Counter(initials for initials, _ in shortened)
    return {initials: council for initials, council in shortened if times[initials] == 1}


def _initials_of(council: Council) -> str:
    return "".join(word[0] for word in tokens(council.name.replace("&", " and ")) if word not in _SMALL)


def own_names(council: Council) -> frozenset[Tokens]:
    """What a report may call its own council in a heading: its name with and without what sort of council it is, its initials."""
    whole = tuple(tokens(council.name.replace("&", " and ")))
    short = tuple(word for word in whole if word not in _SORTS)
    return frozenset(name for name in (whole, short, (_initials_of(council),)) if len("".join(name)) > 1)


_SORTS = frozenset({"council", "county", "borough", "district", "city", "metropolitan", "london", "royal", "of", "the"})
_SMALL = frozenset({"and", "of", "the", "on", "upon"})


def find(document: Document, file: str) -> Council:
    """The council of a report, by the first place that names one; a name that no register holds gets a code made from it."""
    title = [*map(str, document.running), document.title, *(str(passage.text) for passage in document.passages[:_TITLE_PASSAGES])]
    everything = [str(passage.text) for passage in document.passages]
    stem = PurePosixPath(file).stem
    return (
        _most([council for text in title for council in _named(text, full=True)])
        or _most(list(_named(re.sub(r"[\W_]+", " ", stem), full=False)))
        or _most(_abbreviated(stem.upper()))
        or _most([_made(match[0]) for text in title for match in _BODY.finditer(text)])
        or _most([council for text in everything for council in _named(text, full=True)])
        or _most([council for text in title for council in _abbreviated(text)])
        or Council()
    )


def _most(councils: Iterable[Council]) -> Council | None:
    return next((council for council, _ in Counter(councils).most_common(1)), None)


def _named(text: str, *, full: bool) -> Iterator[Council]:
    """The authorities whose names stand in a text, the longest reading of each place; `full`: no bare place names."""
    spelled = _words(text)
    at = 0
    while at < len(spelled):
        lengths = range(min(_LONGEST, len(spelled) - at), 0, -1)
        length = next((n for n in lengths if _is_name(spelled[at : at + n], full=full)), 0)
        if length:
            yield _known()[spelled[at : at + length]]
        at += length or 1


def _abbreviated(text: str) -> list[Council]:
    """The authorities whose initials stand in a text in capitals."""
    return [_initials()[word.casefold()] for word in re.findall(r"\b[A-Z]{4,}\b", text.replace("_", " ")) if word.casefold() in _initials()]


def _is_name(spelled: Tokens, *, full: bool) -> bool:
    return spelled in _known() and not (full and _FULL.isdisjoint(spelled))


def _made(name: str) -> Council:
    return Council(name, "body:" + "-".join(tokens(name)))
