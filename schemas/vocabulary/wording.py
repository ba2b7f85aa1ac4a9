"""A text -> its words, as phrases are compared."""

import re
from functools import lru_cache

Tokens = tuple[str, ...]

_TOKEN = re.compile(r"%|£|[^\W_]+(?:'[^\W_]+)*")
_PLAIN = {ord("’"): "'", ord("‘"): "'", **dict.fromkeys(map(ord, "⁰¹²³⁴⁵⁶⁷⁸⁹"), None)}
"""Straight apostrophes, and no raised footnote marks."""
_JOINING = frozenset({"%", "and", "or"})
_PERCENT = re.compile(r"\bper\s?cent(?:\s?age)?s?\b|\bpct\b|\bshare\b|\bproportion\b", re.IGNORECASE)

_KEPT = 8192
"""Texts whose words are kept: each step that reads a label, a cell or a sentence asks for its words."""


@lru_cache(_KEPT)
def tokens(text: str) -> Tokens:
    """The words of a text: small letters, straight apostrophes, every word for per cent as one `%`; signs dropped."""
    found = _TOKEN.findall(_PERCENT.sub("%", text.translate(_PLAIN)).casefold())
    first = found.index("%") if "%" in found else 0
    return tuple(word for n, word in enumerate(found) if word != "%" or n == first)


def label_key(text: str) -> Tokens:
    """The words of a label as it is compared with typical ones: without signs, per cent, "and" and "or"."""
    return tuple(word for word in tokens(text) if word not in _JOINING)
