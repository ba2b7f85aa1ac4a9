"""Web and e-mail addresses that a report prints -> the council that has them."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from normalise.councils.register import Authority, Council, authorities, initials_of, the_one_meant
from schemas import Period
from schemas.vocabulary import vocabulary

_ADDRESS = re.compile(r"(?<![\w-])([a-z0-9-]+)\.gov\.(?:uk|scot|wales)\b", re.IGNORECASE)
_ENDINGS = re.compile(r"(?:city|council|mbc|bc|cc|dc)$")
"""What an address may say behind a name."""
_SHORTEST = 4
"""Letters of the first word of a name that may stand for the whole."""


def addressed(text: str, period: Period | None) -> Iterator[Council]:
    """The councils whose addresses stand in a text, such as `complaints@northvale.gov.uk`."""
    for label in _ADDRESS.findall(text):
        plain = label.casefold().replace("-", "")
        owners = _known().get(plain) or _known().get(_ENDINGS.sub("", plain))
        council = the_one_meant(owners, period) if owners else None
        if council:
            yield council


@cache
def _known() -> Mapping[str, frozenset[Authority]]:
    """The names that addresses have; a whole name before one in short."""
    known: dict[str, frozenset[Authority]] = {}
    for form in (_whole, _shortened):
        named: dict[str, set[Authority]] = {}
        for one in authorities().values():
            for name in form(one):
                named.setdefault(name, set()).add(one)
        known = {name: frozenset(owners) for name, owners in named.items() if name} | known
    return known


def _whole(one: Authority) -> Iterator[str]:
    yield "".join(one.place)
    yield "".join(word for word in one.place if word != "and")
    yield one.slug.replace("-", "")
    yield initials_of(one.council.name)


def _shortened(one: Authority) -> Iterator[str]:
    """`westlancs`, `nsomerset`, `bathnes`, `stoke`: a county in short, a word as its letter, the rest as letters, the first word alone."""
    place = tuple(vocabulary().counties.get(word, word) for word in one.place if word != "and")
    if place:
        first, *rest = place
        yield "".join(place)
        yield first[0] + "".join(rest)
        yield first + "".join(word[0] for word in rest)
        yield "".join(word[0] for word in place)
        yield first if len(first) >= _SHORTEST else ""
