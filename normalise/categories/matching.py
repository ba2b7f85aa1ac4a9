"""A printed category -> its code, by the names of the reference list; what no name fits has none."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from normalise.categories.reference import categories
from normalise.services.reference import canonical
from normalise.services.words import Words, text_to_words, words_to_stems
from schemas import Dimension

_ANY = "*"
_SAYS_LITTLE = frozenset(
    {
        "complaint",
        "issue",
        "problem",
        "concern",
        "about",
        "with",
        "regarding",
        "related",
        "re",
        "number",
        "via",
        "by",
        "due",
        "to",
        "a",
        "an",
        "or",
    }
)
"""Words that a category's name may have or lack."""
_LISTED = re.compile(r"\s*[,/&+]\s*|\s+(?:and|or)\s+", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^)]*\)?")
_MISSPELT = ((9, 1), (16, 2))
"""Letters of a name, and how many of them may be wrong, missing or too many; in shorter names another letter makes another word."""
_KEPT = 20_000
"""Printed categories whose codes are kept: more than the reports of a year print."""

Codes = Mapping[Words, str]


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of a dimension's categories: whole, without the words that say little, and those that others may begin or end with.

    `spelled`: those without the words that say little, as they are printed.
    """

    whole: Codes
    short: Codes
    spelled: Mapping[str, str]
    openings: Codes
    endings: Codes


@lru_cache(_KEPT)
def category_to_id(dimension: Dimension | None, printed: str) -> str:
    """The code of a printed category of a breakdown; "" where none is sure."""
    if dimension is None or not printed:
        return ""
    names = _names(dimension)
    return next(filter(None, (_find(names, text) for text in _texts(printed))), "")


def _texts(printed: str) -> Iterator[str]:
    """A category as printed; what stands behind its colon, as in `Telephone: good`; and without what it says in brackets."""
    yield printed
    yield printed.rpartition(": ")[2]
    yield _BRACKETS.sub(" ", printed)


def _find(names: _Names, text: str) -> str:
    """The code of a whole name; else the one that all things listed in it share, none if two have two codes; else of a part."""
    if code := _whole(names, text):
        return code
    parts = {_whole(names, part) for part in _LISTED.split(text)}
    if len(parts - {""}) > 1:
        return ""
    stems = _stems(text)
    return (parts.pop() if len(parts) == 1 else "") or _of_ends(names, stems) or _misspelt(names, stems)


def _whole(names: _Names, text: str) -> str:
    stems = _stems(text)
    return names.whole.get(stems) or names.short.get(_short(stems), "")


def _stems(text: str) -> Words:
    return words_to_stems(text_to_words(text))


def _short(stems: Words) -> Words:
    return tuple(stem for stem in stems if stem not in _SAYS_LITTLE) or stems


def _of_ends(names: _Names, stems: Words) -> str:
    """The code of the longest name that a printed one begins or ends with; none where they disagree. A service may end as a cause does."""
    begun = next((code for n in range(len(stems) - 1, 0, -1) if (code := names.openings.get(stems[:n]))), "")
    ended = next((code for n in range(1, len(stems)) if (code := names.endings.get(stems[n:]))), "")
    if ended and stems in _services():
        return begun
    return (begun or ended) if not (begun and ended) or begun == ended else ""


def _misspelt(names: _Names, stems: Words) -> str:
    """The code of the names that a printed one is within a slip or two of, if they have the same."""
    printed = " ".join(_short(stems))
    limit = max((wrong for letters, wrong in _MISSPELT if len(printed) >= letters), default=0)
    near = {code for name, code in names.spelled.items() if limit and OSA.distance(printed, name, score_cutoff=limit) <= limit}
    return near.pop() if len(near) == 1 else ""


@cache
def _services() -> frozenset[Words]:
    return frozenset(_stems(name) for one in canonical().values() for name in (one.label, *one.aliases))


@cache
def _names(dimension: Dimension) -> _Names:
    own = [(alias, one.category_id) for one in categories() if dimension in one.dimensions for alias in (one.label, *one.aliases)]
    whole = _codes((_stems(alias), code) for alias, code in own if _ANY not in alias)
    short = _codes((_short(stems), code) for stems, code in whole.items())
    return _Names(
        whole,
        short,
        {" ".join(stems): code for stems, code in short.items()},
        _codes((_stems(alias), code) for alias, code in own if alias.endswith(_ANY)),
        _codes((_stems(alias), code) for alias, code in own if alias.startswith(_ANY)),
    )


def _codes(named: Iterable[tuple[Words, str]]) -> Codes:
    """The code of each name that has one alone."""
    codes: dict[Words, set[str]] = {}
    for name, code in named:
        codes.setdefault(name, set()).add(code)
    return {name: next(iter(found)) for name, found in codes.items() if len(found) == 1}
