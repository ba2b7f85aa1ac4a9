"""The authorities of the country, by every name that they have or had."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from normalise.reference import rows
from schemas import Period
from schemas.vocabulary import Phrases, Tokens, tokens

_LONGEST = 10
"""Words of the longest name of an authority."""
_SHORTEST = 4
"""Letters of initials that name an authority; fewer are also words, units and other bodies."""
_FULL = frozenset({"council", "borough", "corporation", "lb", "mbc", "bc", "dc", "cc"})
"""A name that holds one of these names an authority and no place."""
_SORTS = frozenset({"council", "county", "borough", "district", "city", "metropolitan", "london", "royal", "corporation", "of", "the"})
_SMALL = frozenset({"and", "of", "the", "on", "upon"})
_COMBINED = "COMB"
"""The register's word for an authority that several councils share: of a name that it has from one of them, that one is meant."""
_WRITTEN = {
    "borough": ("{} bc", "{} borough council"),
    "county": ("{} cc", "{} county council"),
    "city": ("{} cc", "{} city council", "city of {}"),
    "district": ("{} dc", "{} district council"),
    "metropolitan": ("{} mbc", "{} metropolitan borough council", "{} borough council"),
    "london": ("lb {}", "lb of {}", "london borough of {}", "{} london borough", "{} borough council"),
}
"""How an authority is written, by a word of its official name."""


@dataclass(frozen=True, slots=True)
class Council:
    """A body's name and code; both empty where the report does not say. `also`: other names that the report gives it."""

    name: str = ""
    code: str = ""
    also: tuple[str, ...] = ()


class Authority(NamedTuple):
    """A council of the register, and from which day to which it was one."""

    council: Council
    began: date
    ended: date
    combined: bool
    slug: str

    @property
    def place(self) -> Tokens:
        """Its name without what sort of authority it is."""
        return tuple(word for word in words(self.council.name) if word not in _SORTS)


def words(name: str) -> Tokens:
    """The words of a name as names are compared."""
    return tuple(word.removesuffix("'s") for word in tokens(name.replace("&", " and ")) if word != "the")


@cache
def authorities() -> Mapping[str, Authority]:
    """The authorities of the register, by the register's own code."""
    return {
        row["local-authority-code"]: Authority(
            Council(row["official-name"], row["gss-code"] or body_code(row["official-name"])),
            _day(row["start-date"], date.min),
            _day(row["end-date"], date.max),
            row["local-authority-type"] == _COMBINED,
            row["gov-uk-slug"],
        )
        for row in rows("councils.csv")
    }


def body_code(name: str) -> str:
    """The code of a body that has no other: made from its name."""
    return "body:" + "-".join(tokens(name))


def _day(printed: str, none: date) -> date:
    return date.fromisoformat(printed) if printed else none


@cache
def _known() -> Mapping[Tokens, frozenset[Authority]]:
    """The authorities that have a name: mostly one, two where a name outlived an abolition."""
    known: dict[Tokens, set[Authority]] = {}
    listed = [(words(row["la-name"]), authorities()[row["local-authority-code"]]) for row in rows("councils-names.csv")]
    for name, authority in (*listed, *((name, one) for one in authorities().values() for name in _written(one))):
        if name and name[-1] not in _SMALL:
            known.setdefault(name, set()).add(authority)
    return {name: frozenset(named) for name, named in known.items()}


def _written(authority: Authority) -> Iterator[Tokens]:
    official, place = words(authority.council.name), " ".join(authority.place)
    yield official
    forms = ("{}", "{} council", *(form for word in official for form in _WRITTEN.get(word, ())))
    yield from (words(form.format(place)) for form in forms if place)


@cache
def _initials() -> Mapping[str, Council]:
    """The initials that one authority alone has."""
    shortened = [(initials, one.council) for one in authorities().values() if len(initials := initials_of(one.council.name)) >= _SHORTEST]
    times = Counter(initials for initials, _ in shortened)
    return {initials: council for initials, council in shortened if times[initials] == 1}


def initials_of(name: str) -> str:
    """The initials of a name, without those of its small words."""
    return "".join(word[0] for word in tokens(name.replace("&", " and ")) if word not in _SMALL)


def initials_to_council(initials: str) -> Council | None:
    """The authority that alone has these initials."""
    return _initials().get(initials.casefold())


def is_authority(name: str) -> bool:
    """Whether a name is one of the register's."""
    return words(name) in _known()


def own_names(council: Council) -> Phrases:
    """What a report may call its own council in a heading: its names with and without what sort of council it is, their initials."""
    return Phrases(spelled for name in (council.name, *council.also) for spelled in _own(name) if len("".join(spelled)) > 1)


def _own(name: str) -> tuple[Tokens, ...]:
    whole = tuple(tokens(name.replace("&", " and ")))
    return whole, tuple(word for word in whole if word not in _SORTS), (initials_of(name),)


class Named(NamedTuple):
    """An authority that a text names, and the words before its name."""

    council: Council
    before: Tokens


def named(text: str, period: Period | None, *, full: bool) -> Iterator[Named]:
    """The authorities whose names stand in a text, the longest reading of each place; `full`: no bare place names.

    A name that an abolished authority shares with the one that followed it means the one of the period's last day.
    """
    spelled = words(text)
    at = 0
    while at < len(spelled):
        lengths = range(min(_LONGEST, len(spelled) - at), 0, -1)
        length = next((n for n in lengths if _is_name(spelled[at : at + n], full=full)), 0)
        council = the_one_meant(_known()[spelled[at : at + length]], period) if length else None
        if council:
            yield Named(council, spelled[:at])
        at += length or 1


def _is_name(spelled: Tokens, *, full: bool) -> bool:
    return spelled in _known() and not (full and _FULL.isdisjoint(spelled))


def the_one_meant(named: frozenset[Authority], period: Period | None) -> Council | None:
    """The one of the authorities of a name that is meant, if it is one alone."""
    own = [one for one in named if not one.combined] or list(named)
    day = period.end if period else date.max
    alive = [one for one in own if one.began <= day <= one.ended]
    found = {one.council for one in (own if len(own) == 1 else alive)}
    return found.pop() if len(found) == 1 else None
