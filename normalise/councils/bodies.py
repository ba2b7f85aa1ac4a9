"""Bodies that no register holds: housing associations, fire services, invented councils; by the name that they print."""

import re
from collections.abc import Iterator
from itertools import combinations

from normalise.councils.register import Council, body_code, initials_of, is_authority
from normalise.words.phrases import find_phrases
from schemas.vocabulary import Phrases, Tokens, tokens, vocabulary

_RUN = re.compile(
    r"[A-Z][\w'’&-]*(?:\s+(?:[A-Z][\w'’&-]*|(?:(?:and|of|for|the|on|upon|&)\s+)+(?=[A-Z])(?:[A-Z][\w'’&-]*)))*(?:\s*\((?P<short>[A-Za-z]{2,8})\))?"
)
"""Words with capital letters, small words between them, and a short name in brackets."""
_ENDS = re.compile(r"\s*(?:$|[,(:|–—]|-\s)")
_SHORTEST = 3
"""Letters of a file's name that may name a body."""
_ARTICLES = frozenset({"The", "This", "A"})


def bodies(text: str, kinds: Phrases, *, opening: bool = False) -> Iterator[Council]:
    """The bodies whose names stand in a text and end with a word of their kind.

    `opening`: only where the text begins with the name, and goes on as no sentence does.
    """
    for run in _RUN.finditer(text):
        name = _name(run[0].split("(")[0].split(), kinds)
        if name and not (opening and not (text.startswith(name) and _ENDS.match(text, len(name)))):
            yield _body(name, run["short"])


def filed(text: str, stem: Tokens) -> Iterator[Council]:
    """The bodies that a text names and that the words of the file's name say, whole or by their initials."""
    said = "".join(stem)
    if len(said) < _SHORTEST:
        return
    opening = re.split(r"\s*[:|–—]|\s-\s", text, maxsplit=1)[0].strip()
    if "".join(tokens(opening)) == said and not is_authority(opening):
        yield _body(opening)
    for run in _RUN.finditer(text):
        spelled = run[0].split("(")[0].split()
        spans = (" ".join(spelled[first:last]) for first, last in combinations(range(len(spelled) + 1), 2) if last > first + 1)
        yield from (_body(name, run["short"]) for name in spans if said in _filings(name) and not is_authority(name))


def _filings(name: str) -> frozenset[str]:
    """How a name of several words may stand in the name of a file: whole, as its initials, as its first word and initials."""
    spelled = tokens(name)
    return frozenset({"".join(spelled), initials_of(name), spelled[0] + initials_of(" ".join(spelled[1:]))} if len(spelled) > 1 else ())


def _name(spelled: list[str], kinds: Phrases) -> str:
    """The words of a run up to what sort of body it is, behind those that speak of its report; "" where none of its own is left."""
    plain = [tokens(word) for word in spelled]
    flat = ["".join(word).removesuffix("'s") for word in plain]
    at, kind = next(((at, kind) for at, kind in find_phrases(flat, kinds) if at), (0, ()))
    said = vocabulary().not_bodies
    first = max((n + 1 for n in range(at) if flat[n] in said), default=0)
    own = [word for word in spelled[first:at] if word[0].isupper() and word not in _ARTICLES]
    name = " ".join(spelled[first : at + len(kind)]).removesuffix("'s").removesuffix("’s")
    return name if own and spelled[first][0].isupper() else ""


def _body(name: str, short: str | None = None) -> Council:
    """A body by the short name that it gives itself, if the report prints one."""
    if short and initials_of(name) == short.casefold():
        return Council(short, body_code(short), (name,))
    return Council(name, body_code(name))
