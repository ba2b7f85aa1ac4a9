"""What kind of council a council is, and the words of its name: a county collects no bins, and a district mends no roads."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from normalise.reference import rows
from normalise.services.words import text_to_words

_TIERS = {"lower tier": "district", "upper tier": "county"}
_SORTS = frozenset(["council", "county", "borough", "district", "city", "metropolitan", "london", "royal"])


class Place(NamedTuple):
    """A council's tier (`district`, `county`, or nothing where one council does both) and the words that name it."""

    tier: str = ""
    words: frozenset[str] = frozenset()


NOWHERE = Place()


def place_of(council: str) -> Place:
    """The place of a council by its code or name; nothing is known of others."""
    key = council.strip().casefold()
    return _places().get(key, Place("", frozenset(text_to_words(key)) - _SORTS)) if key else NOWHERE


@cache
def _places() -> Mapping[str, Place]:
    found: dict[str, Place] = {}
    for row in rows("councils.csv"):
        place = Place(_TIERS.get(row["powers"], ""), frozenset(text_to_words(row["nice-name"])) - _SORTS)
        keys = (row["gss-code"], row["local-authority-code"], row["official-name"], row["nice-name"])
        found |= {key.casefold(): place for key in keys if key}
    return found
