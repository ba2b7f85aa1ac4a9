"""Breakdowns set out in a sentence: "the main reasons were delay (12), damage (9) and staff conduct (4)"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from normalise.prose.breakdown import RELATED, clean, is_predicate, label_of, says_area, to_said
from normalise.prose.items import Item
from normalise.prose.measure import Said
from normalise.prose.phrases import Phrase, items_to_phrases, whole_brackets
from normalise.prose.scene import Told
from normalise.words.phrases import find_phrases
from schemas import Dimension, Measure, Unit
from schemas.vocabulary import tokens

_HINGES = {"aux", "stop", "concerned", "because", "includes"}
"""Kinds of words between what a series is of and its first label."""
_DOUBTS = {"unreal", "goal", "others", "average", "within", "beyond", "limit"}
_FRONT = {"complaint", "bracket", "comma", "stop", "link"}
"""Kinds between an entry and the next one's label."""
_TAIL = {"about", "stop", "comma"}
"""Kinds between a label and its number."""
_BEHIND = {"comma", "link", "stop", "fill", "bracket", "relative", "complaint"}
"""Kinds that may stand behind the number of an entry."""


@dataclass(frozen=True, slots=True)
class _Lead:
    """What a series is of; `dimension` is None where only its labels can say; `counted`: what is counted of each service."""

    dimension: Dimension | None
    counted: Measure = Measure.RECEIVED


def sentence_to_series(items: Sequence[Item], told: Told) -> Iterator[tuple[Phrase, Said]]:
    """Each number of a series with what it counts; none where the words before its labels do not say that it breaks complaints down."""
    spread = list(whole_brackets(list(items)))
    if any(item.kind in _DOUBTS for item in spread) or not (told.counts or any(item.kind == "complaint" for item in spread)):
        return
    lead: _Lead | None = None
    since = 0
    for at, item in enumerate(spread):
        number = _number(item)
        if number is None or _is_beside(spread, at):
            continue
        if _is_base(spread, at):
            since = at + 1
            continue
        lead, label = _entry(spread[since:at], spread[at + 1 :], lead, told)
        said = to_said(lead.dimension, label, number.value.unit, told, lead.counted) if lead else None
        if said and number.value.unit in {Unit.COUNT, Unit.PERCENT} and _ends(spread, at, told.text):
            yield _phrase(spread, at), said
        elif label:
            lead = None
        since = at + 1


def _number(item: Item) -> Item | None:
    """The number of an entry: bare, or alone in brackets or before the word cases."""
    if item.kind == "number":
        return item
    inner = items_to_phrases(item.value) if item.kind == "bracket" else []
    alone = len(inner) == 1 and not inner[0].left and all(i.kind in {"complaint", "fill"} for i in inner[0].right)
    return inner[0].number if alone else None


def _is_beside(items: Sequence[Item], at: int) -> bool:
    """Whether brackets belong to a bare number before them: "24 cases (45%)"."""
    before = [item.kind for item in items[:at] if item.kind != "complaint"]
    return items[at].kind == "bracket" and before[-1:] == ["number"]


def _is_base(items: Sequence[Item], at: int) -> bool:
    """Whether a number is what the one before it is a part of: "86 out of a total of 106"."""
    return [item.kind for item in items[max(0, at - 2) : at]] == ["number", "base"]


def _phrase(items: Sequence[Item], at: int) -> Phrase:
    """The number of an entry with the complaints, the brackets and the base behind it."""
    number = _number(items[at]) or items[at]
    own, at = _own(items, at + 1), at + 2
    based = at < len(items) and _is_base(items, at) and items[at].kind == "number"
    return Phrase((), number, own, Phrase((), items[at], _own(items, at + 1)) if based else None)


def _own(items: Sequence[Item], at: int) -> tuple[Item, ...]:
    return tuple(takewhile(lambda behind: behind.kind in {"complaint", "bracket"}, items[at:]))


def _ends(items: Sequence[Item], at: int, text: str) -> bool:
    """Whether nothing that the number might count otherwise stands behind it."""
    behind = items[at + 1 :]
    return items[at].kind == "bracket" or not behind or behind[0].kind in _BEHIND | {"base"} or bool(_related(behind, text))


def _related(items: Sequence[Item], text: str) -> str:
    """The label of which so many are: "13 planning enforcement related"; "" for none."""
    named = list(takewhile(lambda item: item.kind == "word", items))
    return clean(named, text) if len(named) > 1 and text[named[-1].start : named[-1].end] == RELATED else ""


def _entry(chunk: Sequence[Item], behind: Sequence[Item], lead: _Lead | None, told: Told) -> tuple[_Lead | None, str]:
    """What the series is of as far as this entry, and the entry's label: before its number, or behind one in brackets."""
    chunk = list(dropwhile(lambda item: item.kind in _FRONT, chunk))
    end = len(chunk)
    while end and chunk[end - 1].kind in _TAIL:
        end -= 1
    hinge = max((n for n, item in enumerate(chunk[:end]) if item.kind in _HINGES or is_predicate(chunk, n)), default=None)
    if hinge is None and lead is None and behind and behind[0].kind in {"aux", "concerned"}:
        ranked = _lead(chunk, told, alone=True)
        return (ranked, label_of(behind[1:], told.text)) if ranked else (None, "")
    if hinge is None and lead is not None and (label := _related(behind, told.text)):
        return lead, label
    if hinge is not None:
        lead = _lead(chunk[: hinge + 1], told)
    return lead, clean([item for item in chunk[hinge + 1 if hinge is not None else 0 : end] if item.kind != "bracket"], told.text)


def _lead(items: Sequence[Item], told: Told, *, alone: bool = False) -> _Lead | None:
    """What words say that they break down: by an owner such as causes, by services, or complaints that "were about" something.

    `alone`: no word such as "were" stands behind them yet, so they must rank what they name: "the most common reason".
    """
    words = told.setting.words
    items = items[:-1] if len(items) > 1 and items[-1].kind == "stop" else items
    text = told.text[items[0].start : items[-1].end] if items else ""
    spelled = tokens(text)
    owners = (words.owners[phrase] for _, phrase in find_phrases(spelled, words.owners))
    ranks = not words.ranks.isdisjoint(spelled)
    dimension = next(owners, Dimension.SUBSERVICE if says_area(text, words) else None)
    if dimension and (ranks or not alone):
        return _Lead(dimension)
    if items and is_predicate(items, len(items) - 1) and told.head and any(item.kind == "anaphor" for item in items):
        return _Lead(None, told.head.measure or Measure.RECEIVED)
    complaints = any(item.kind == "complaint" for item in items)
    about = not alone and (items[-1].kind in {"concerned", "because"} or is_predicate(items, len(items) - 1))
    if complaints and (ranks or about):
        return _Lead(Dimension.CAUSE if about and items[-1].kind == "because" else None)
    return None
