"""What complaints were about: what a label is a category of, and the words behind "related to" or "were received by" that are one."""

import re
from collections.abc import Sequence
from itertools import dropwhile, takewhile

from normalise.meaning import Meaning
from normalise.prose.items import Item
from normalise.prose.measure import Said
from normalise.prose.phrases import EDGES
from normalise.prose.scene import Scene, Told
from normalise.sections.naming import is_service
from normalise.stated import RATES
from normalise.words.phrases import stands_in
from schemas import Dimension, Measure, Unit
from schemas.vocabulary import Vocabulary, label_key, tokens

_LONGEST = 14
"""Words of the longest category; what is longer is a clause."""
_ENDS = {"stop", "relative", "compare", "number", "bracket", "open", "close", "period", "comma", "represents"}
"""Kinds of words that end a category."""
_FOREIGN = {"aux", "measure", "unreal", "goal", "others", "average", "exist", "date", "self", "outcome", "anaphor"}
"""Kinds of words that no category holds: where one stands, more is said than what it was about."""
_PASSED = {"complaint", "anaphor", "fill", "about", "bracket", "base", "both", "stage", "aux", "measure", "period"}
"""Kinds that may stand between a number and the words that say what it was about."""
RELATED = "related"
"""Ends the label of what complaints are about: "planning applications related"."""
_EDGE = re.compile(
    r"^(?:[\W_]|(?:and|the(?! \S+['’]s\b)|an?|with|by|then|to|in|for)\b)+|(?:[\s,;:–—(-]|\b(?:at|by|with|in|of)$)+$", re.IGNORECASE
)


def about_of(scene: Scene) -> Meaning | None:
    """The complaints that were about something: "45% of these complaints related to missed bins"."""
    phrase, told = scene.phrase, scene.told
    items = phrase.right
    at = next((n for n, item in enumerate(items) if item.kind in {"concerned", "because"} or is_predicate(items, n)), None)
    if at is None or not _known(scene) or any(item.kind not in _PASSED for item in items[:at]):
        return None
    if any(item.kind == "measure" and item.value is not Measure.RECEIVED for item in items[:at]):
        return None
    label = label_of(items[at + 1 :], told.text)
    said = to_said(Dimension.CAUSE if items[at].kind == "because" else None, label, scene.number.unit, told, Measure.RECEIVED)
    return scene.meaning(said) if said else None


def whose(items: Sequence[Item], at: int, told: Told) -> str | None:
    """The service of whose complaints a noun speaks, by the words before it or behind "about"; "" for all; None where nobody knows."""
    words = told.setting.words
    ahead: list[Item] = []
    for item in reversed(items[:at]):
        if item.kind not in {"word", "service"} or told.text[item.start : item.end].lower() in words.plain_complaints:
            break
        ahead.insert(0, item)
    end = next((n for n in range(at + 1, len(items)) if items[n].kind in {"change", "from", "by"}), len(items))
    about = next((n for n in range(at + 1, end) if items[n].kind in {"relates", "concerned"}), None)
    named = ahead or [item for item in (items[about + 1 : end] if about is not None else ()) if item.kind not in {"fill", "aux"}]
    if about is None and not ahead:
        return ""
    if named and named[0].kind in {"self", "stage", "both", "period", "group"}:  # "for the service": its own
        return ""
    name = clean(named, told.text)
    return name if any(item.kind == "service" for item in named) or is_service(name, words) else None


def is_predicate(items: Sequence[Item], at: int) -> bool:
    """Whether "were about" or "was for" stands here."""
    before = next((item.kind for item in reversed(items[:at]) if item.kind != "fill"), "")
    return items[at].kind == "relates" and before == "aux"


def _known(scene: Scene) -> bool:
    """Whether it is complaints that are counted."""
    return scene.noun == "complaint" or (scene.points_back and scene.told.counts is True)


def channel_of(scene: Scene) -> Meaning | None:
    """The complaints that came in on one way: "63% were received by email and 20% by letter"."""
    items, told = scene.phrase.right, scene.told
    came = any(item.kind == "measure" and item.value is Measure.RECEIVED for item in items)
    at = max((n for n, item in enumerate(items) if item.kind in {"by", "via"}), default=None)
    source = scene.source
    follows = source is not None and source.meaning.dimension is Dimension.CHANNEL and {item.kind for item in items[:at]} <= {"fill"}
    if at is None or not (follows or (came and _known(scene))):
        return None
    label = known_label(items[at + 1 :], told, Dimension.CHANNEL)
    said = _said(Dimension.CHANNEL, label, scene.number.unit) if label else None
    return scene.meaning(said) if said else None


def known_label(items: Sequence[Item], told: Told, dimension: Dimension) -> str:
    """The label of a breakdown that words begin with, as printed; "" for none."""
    words = [item for item in takewhile(lambda item: item.kind not in EDGES, items) if item.kind != "fill"]
    labels = told.setting.words.labels
    for end in range(min(len(words), 3), 0, -1):
        text = told.text[words[0].start : words[end - 1].end]
        if labels.get(label_key(text)) is dimension:
            return text
    return ""


def label_of(items: Sequence[Item], text: str) -> str:
    """The words up to the end of their clause, as a category; "" where they say more, or are no label."""
    end = next((n for n, item in enumerate(items) if item.kind in _ENDS or _turns(items, n)), len(items))
    goes_on = items[end + 1 : end + 2] if end < len(items) and items[end].kind == "comma" else ()
    if any(item.kind == "word" and not text[item.start : item.end].endswith("ing") for item in goes_on):
        return ""
    return clean(items[:end], text)


def _turns(items: Sequence[Item], at: int) -> bool:
    """Whether a link joins another clause, and no other word of the label."""
    behind = next((item.kind for item in items[at + 1 :] if item.kind != "fill"), "")
    return items[at].kind == "link" and behind in {"", "number", "anaphor", "self", "exist", "aux", "comma"}


def clean(items: Sequence[Item], text: str) -> str:
    """The words of a category without those that only tie it to the rest; "" where they are none."""
    items = list(dropwhile(lambda item: item.kind == "relates", items))
    if not items or any(item.kind in _FOREIGN for item in items):
        return ""
    label = _EDGE.sub("", _EDGE.sub("", text[items[0].start : items[-1].end]).rstrip(" .")).strip()
    return label if re.search(r"[^\W\d_]{3}", label) and len(label.split()) <= _LONGEST else ""


def to_said(dimension: Dimension | None, label: str, unit: Unit, told: Told, counted: Measure | None = None) -> Said | None:
    """What a label's number counts: cases of the dimension that is said, that it is known of, that its words are those of; or a service.

    What names a part of the whole council is a service only if its words are those of services; else nothing is known of it. `counted`:
    what is counted of services; None where they are not told apart.
    """
    words = told.setting.words
    found = dimension or words.labels.get(label_key(label))
    if not label:
        return None
    if found is None or found is Dimension.SUBSERVICE:
        topic = label.endswith(RELATED) and not words.services.isdisjoint(tokens(label))
        named = found is not None or says_area(label, words) or _is_name(label) or topic
        if named and not told.about.service:
            return _of_service(label, counted, unit) if counted and is_service(label, words) else None
        found = Dimension.SUBSERVICE if named else Dimension.THEME
    return _said(found, label, unit)


def _said(dimension: Dimension, label: str, unit: Unit) -> Said:
    return Said(Measure.SHARE_PCT if unit is Unit.PERCENT else Measure.CASES, None, (dimension, label))


def _of_service(label: str, counted: Measure, unit: Unit) -> Said:
    share = RATES.get(counted, Measure.SHARE_PCT)
    return Said(share if unit is Unit.PERCENT else counted, service=label)


def says_area(text: str, words: Vocabulary) -> bool:
    """Whether a text speaks of services, teams or areas."""
    return stands_in(tokens(text), words.areas)


def _is_name(label: str) -> bool:
    """Whether every word of a label that is more than a link begins with a capital."""
    return all(word[:1].isupper() for word in label.split() if len(word) > len("and")) and label[:1].isupper()
