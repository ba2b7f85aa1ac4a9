"""The words around services' names, from `words.toml`."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from normalise.services.ids import HEADING, NONE


@dataclass(frozen=True, slots=True)
class Depending:
    """Names that mean one thing under one heading and another under the next: heading, kind of council or `otherwise` -> id."""

    names: tuple[str, ...]
    meanings: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Each field is a table of `words.toml`; `phrases` are its names of no service and of directorates with their ids."""

    generic: frozenset[str]
    same: Mapping[str, str]
    context: Mapping[str, frozenset[str]]
    headings: Mapping[str, str]
    plain: frozenset[str]
    whole: frozenset[frozenset[str]]
    phrases: tuple[tuple[str, str], ...]
    depends: tuple[Depending, ...]


@cache
def vocabulary() -> Vocabulary:
    """The words of the room."""
    read = tomllib.loads(files("normalise").joinpath("services", "words.toml").read_text(encoding="utf-8"))
    none = [(name, NONE) for text in read["none"].values() for name in _names(text)]
    directorates = [(name, HEADING + heading) for heading, text in read["directorates"].items() for name in _names(text)]
    return Vocabulary(
        generic=frozenset(read["generic"].split()),
        same=dict(_pairs(read["same"])),
        context={kind: frozenset(words.split()) for kind, words in read["context"].items()},
        headings={word: heading for heading, words in read["headings"].items() for word in words.split()},
        plain=frozenset(read["plain"].split()),
        whole=frozenset(frozenset(name.split()) for name in read["whole"]),
        phrases=(*none, *directorates),
        depends=tuple(_depending(row) for row in read["depends"]),
    )


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split("|") if name.strip()]


def _pairs(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    for line in lines:
        *forms, word = line.split()
        yield from ((form, word) for form in forms)


def _depending(row: Mapping[str, Any]) -> Depending:
    return Depending(tuple(_names(row["names"])), {key: str(value) for key, value in row.items() if key != "names"})
