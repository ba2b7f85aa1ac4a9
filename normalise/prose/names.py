"""The names in a sentence: of services, and of the council itself."""

import re
from collections.abc import Iterable, Iterator

from normalise.prose.items import Item
from normalise.prose.numbers import DIGITS
from normalise.sections.naming import is_service
from schemas.vocabulary import Vocabulary, tokens

_COUNCIL = re.compile(
    r"(?:the )?(?:[A-Z][\w’'&-]* (?:(?:of|and|upon|&) )?)*(?:[Cc]ity |[Bb]orough |[Cc]ounty |[Dd]istrict )*[Cc]ouncil(?:’s|'s|s)?\b"
)
_NO_NAMES = "The|A|Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|In|For|At|From|During|Our|Its|This|These|That|Those|Each|Every|All|Of|Both|Most|Since"
"""Words that open a sentence, or the name of a person."""
_NAME = r"[A-Z][\w'’&/-]*(?:(?:,| and| &| of)? [A-Z][\w'’&/-]*)*"
_SOME = rf"(?:a total of |only )?(?:\d|(?:{'|'.join(DIGITS[1:])})\b)"
_SERVICE = re.compile(
    rf"(?:were|was) for (?:the )?(?P<for>{_NAME})|"
    rf"(?:\b[Tt]he )?\b(?P<by>(?!(?:{_NO_NAMES})\b){_NAME} (?:[Ss]ervices?|[Tt]eams?|[Dd]epartment|[Dd]irectorate))"
    r"(?= (?:has |have |also |had )*(?:received|had|recorded|closed|upheld|saw)\b)|"
    rf"(?<![\w] )(?P<plain>(?!(?:{_NO_NAMES})\b){_NAME})"
    rf"(?= (?:(?:has|have|also) )*(?:received|closed|upheld|recorded|had|saw|dealt with) {_SOME})|"
    rf"(?:^|(?<=[.;] ))(?:In|Within|For) (?P<place>{_NAME})(?=,? (?:there (?:were|was|has|have)\b|we\b|\d))"
)
"""A name behind "were for", one that ends like a service's and receives, closes or upholds, a plain one that does so with a number, or the
place that a sentence begins with.
"""


def find_names(text: str, names: Iterable[str], words: Vocabulary) -> Iterator[Item]:
    """Services, those that the report names elsewhere and those that the sentence treats as one, and words for the council."""
    small = text.lower()
    for name in (name for name in names if name.lower() in small):
        for match in re.finditer(rf"\b{re.escape(name)}(?!\w)", text, re.IGNORECASE if " " in name else 0):
            yield Item("service", match.start(), match.end(), match[0])
    for match in _SERVICE.finditer(text):
        which = next(group for group in ("for", "by", "plain", "place") if match[group])
        kind = _kind(match[which], words, plain=which in {"plain", "place"})
        if kind:
            yield Item(kind, match.start(which), match.end(which))
    if "council" in small:
        yield from (Item("self", match.start(), match.end()) for match in _COUNCIL.finditer(text))


def _kind(name: str, words: Vocabulary, *, plain: bool) -> str:
    """What a name is of: the council, if they handle its complaints and say so, or a service; "" where it may be either or neither."""
    spelled = tokens(name)
    if not words.reporting.isdisjoint(spelled):
        return "self"
    return "service" if (is_service(name, words) if plain else words.desk.isdisjoint(spelled)) else ""
