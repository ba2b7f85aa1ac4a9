"""A label without what is no part of its meaning: its number in a list, a time limit, the marks around it."""

import re

_CODE = re.compile(
    r"^\s*(?!FY)(?:[A-Z]{2,5}[ -]?\d{1,3}(?:\.\d+)?[a-z]?|(?:Indicator|INDICATOR|Measure|Question)\s\d{1,2}[a-z]?|\d{1,2}(?:\.\d{1,2})+"
    r"|\d{1,2}\s?(?:\((?:[ivx]+|[a-z])\)|[a-z]|[.)]))(?:\s*[-–:]\s|\s)\s*(?=\S)"
)
"""What numbers the lines of a list: TP01, Indicator 1a, 3.2, 3 (ii), 3a."""

_NUMBER = r"(?:\d{1,3}|two|three|five|seven|ten|fourteen|fifteen|twenty|thirty)"

_SPAN = rf"{_NUMBER}[\s-]*(?:(?:working|calendar|clear)[\s-]+)?(?:days?|weeks?|months?|hours?)\b"

_LIMIT = re.compile(
    rf"\b(?:within|in(?=\s\S+(?:\s\S+)?\s(?:days|weeks)\b))\s+(?:(?:the|our|its|a|an|agreed|statutory|target(?:\sof)?)\s+)*{_SPAN}"
    r"(?:\s(?:target|timescale|timeframe|deadline|limit))?"
    r"|\bwithin\s+(?:(?!stage)[^\W\d]+(?:['’]s)?\s+){0,6}code(?:\s(?:target|timescale|timeframe|deadline|time\slimit)s?)?\b",
    re.IGNORECASE,
)

_ASIDE = re.compile(rf"\(\s*(?:target:?\s*)?{_SPAN}(?:\s(?:target|limit))?\s*\)", re.IGNORECASE)
"""A time limit, which is no figure: within 10 working days, within the Complaint Handling Code timescales, (20 days)."""

_COUNTED = re.compile(r"^(?:the\s+)?(?:total\s+)?number\s+of\s+(?:complaints\s*(?:[-–:]\s*|(?=closed\b)))?", re.IGNORECASE)

_SHARE_OF = re.compile(r"\s+as\s+(?:a\s+)?(?:%|per\s?cent(?:age)?|proportion|share)\s.*$", re.IGNORECASE)

_MARKS = re.compile(r"^[\s*†‡•–—-]+|[\s*†‡–—:-]+$")


def label_to_category(text: str) -> str:
    """A label as the name of what it counts: without its number in a list, "number of" and the whole that it is a share of."""
    return _MARKS.sub("", _SHARE_OF.sub("", _COUNTED.sub("", _CODE.sub("", text)))).strip()


def without_limits(text: str) -> str:
    """A label without its number, its time limits told as such: within 10 working days is within target."""
    return _ASIDE.sub(" ", _LIMIT.sub(" within target ", _CODE.sub("", text)))
