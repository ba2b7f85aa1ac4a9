"""The days and periods that a sentence names, by their dates or by words such as "the year before"."""

import re
from collections.abc import Iterator

from normalise.prose.items import Item, When
from normalise.setting import Setting
from normalise.words.dated import find_periods
from normalise.words.periods import quarter_before
from schemas import Basis
from schemas.period import shifted

_DATE = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"(?:\s+\d{1,2}(?:st|nd|rd|th)?\b,?)?(?:,?\s+(?:19|20)\d\d\b)?|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
)


def find_dates(text: str, setting: Setting) -> Iterator[Item]:
    """The periods of a text and the days that it prints; a day may stand inside a period."""
    for dated in find_periods(text):
        period = setting.dated(dated)
        if period is not None:
            yield Item("period", dated.start, dated.end, When(setting.basis_of(period), period))
    yield from (Item("date", match.start(), match.end()) for match in _DATE.finditer(text))


def word_to_when(name: str, setting: Setting) -> When:
    """What a word of `[claims.before]` says of the report's own period: the period itself, or which one before it."""
    own = setting.period
    if name == "current":
        return When(Basis.CURRENT, own)
    if own is None:
        return When(Basis.PRIOR, None)
    if name == "quarter":
        return When(Basis.PRIOR, quarter_before(own))
    return When(Basis.PRIOR, shifted(own, -1) if name == "same" else setting.period_of(Basis.PRIOR))
