"""What a phrase says its number counts: the measure before or behind it, its stage, its service; nothing where a word is unknown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from normalise.prose.items import Item
from normalise.prose.phrases import EDGES, Phrase
from normalise.stated import RATES
from schemas import Dimension, Measure, Stage, Unit

_BELOW = {Stage.TWO: Stage.ONE, Stage.THREE: Stage.TWO, Stage.FOUR: Stage.THREE}
_PASSED = {
    "complaint", "investigation", "compliment", "anaphor", "stage", "both", "aux", "fill", "about", "period", "group", "service", "self",
    "bracket", "whole", "base", "exist", "to",
}  # fmt: skip
"""Kinds that may stand between a number and its measure."""
_BLUR = {"about", "fill", "base", "relates", "concerned"}
_TELLS = {"aux", "stop", "exist"}
"""Kinds between a subject and the number that is told of it."""
_TIED = {"fill", "about", "aux", "base"}
_NAMED = {"service", "self", "group", "stage", "both", "period", "complaint", "anaphor", "compare", "bracket"} | EDGES
"""Kinds that may stand behind "about", "for" or "in" without making the count one of a part."""
_SUBJECTS = {"self", "both", "service", "stage", "group", "comma", "link", "stop", "period", "exist"}
_NOUNS = {"complaint", "investigation", "compliment"}
_TOLD = {Unit.COUNT: Measure.CASES, Unit.PERCENT: Measure.SHARE_PCT}
"""How the parts of a breakdown are told."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a number counts, and the word that says so; `category`: that of a breakdown; `service`: whose complaints alone."""

    measure: Measure
    item: Item | None = None
    category: tuple[Dimension, str] | None = None
    service: str = ""


def behind(phrase: Phrase, unit: Unit, text: str) -> Said | None:
    """The measure behind a number, if every word between is known, and no name that is not known follows it."""
    items = phrase.right
    if _unknown_subject(phrase):
        return None
    for at, item in enumerate(items):
        measure = fitting(item, unit)
        if measure and _describes(items, at, unit):
            continue
        if measure and at == 0 and items[1:2] and items[1].kind == "word":
            return None
        if measure and not limited(items[at + 1 :], text):
            return Said(measure, item)
        if item.kind == "outcome" and unit in _TOLD:
            return Said(_TOLD[unit], item, (Dimension.OUTCOME, text[item.start : item.end]))
        if item.kind in {"relates", "concerned"} and not limited(items[at:], text):
            continue
        if measure or item.kind not in _PASSED | ({"measure"} if unit is Unit.PERCENT else set()):
            return None
    return None


def _unknown_subject(phrase: Phrase) -> bool:
    """Whether somebody unknown did something to so many: "Northvale closed 4 late"."""
    items = [item for item in phrase.left if item.kind not in _BLUR]
    return len(items) > 1 and items[-1].kind == "measure" and items[-2].kind == "word"


def _describes(items: Sequence[Item], at: int, unit: Unit) -> bool:
    """Whether a measure only describes the noun behind it ("escalated cases") and another follows."""
    after = items[at + 1 :]
    return bool(after) and after[0].kind == "complaint" and any(fitting(item, unit) for item in after)


def fitting(item: Item, unit: Unit) -> Measure | None:
    """The measure of a word if it can be told in a unit: a percentage of "upheld" is its rate, of "received" there is none."""
    if item.kind != "measure":
        return None
    measure = Measure(item.value)
    if unit is Unit.PERCENT:
        return measure if measure.endswith("_pct") else RATES.get(measure)
    return measure if unit is Unit.COUNT and not measure.endswith("_pct") else None


def limited(items: Sequence[Item], text: str) -> bool:
    """Whether words behind a measure make it that of a part: "about", "for" or "in" what is not known by name."""
    if len(items) > 1 and items[1].kind == "word" and text[items[0].start : items[0].end] == "as":  # "recorded as needing"
        return True
    for at, item in enumerate(items):
        if item.kind in {"relates", "concerned", "from"}:
            inner = next((i for i in items[at + 1 :] if i.kind not in {"fill", "aux"}), None)
            return inner is None or inner.kind not in _NAMED
        if item.kind == "word":
            return text[item.start : item.start + 1].isupper() and all(i.kind == "fill" for i in items[:at]) and at > 0
        if item.kind not in {"fill", "period", "stage", "service", "self", "aux", "group", "to"}:
            return False
    return False


def before(phrase: Phrase, unit: Unit, text: str) -> Said | None:
    """The active verb before a number, whose subject is known: "we received 12 complaints"."""
    items = list(phrase.left)
    while items and items[-1].kind in _BLUR:
        items.pop()
    measure = fitting(items[-1], unit) if items else None
    if items and items[-1].kind == "outcome" and unit is Unit.COUNT:
        return Said(Measure.CASES, items[-1], (Dimension.OUTCOME, text[items[-1].start : items[-1].end]))
    subject = next((item for item in reversed(items[:-1]) if item.kind not in {"fill", "aux"}), None)
    noun = next((n for n, item in enumerate(phrase.right) if item.kind in _NOUNS), None)
    if noun is not None and limited(phrase.right[noun + 1 :], text):
        return None
    if measure and (subject is None or subject.kind in _SUBJECTS):
        return Said(measure, items[-1])
    return None


def told_of(phrase: Phrase, unit: Unit) -> Said | None:
    """The subject of a sentence whose predicate is the number: "the escalation rate was 17%", "complaints received: 84"."""
    items = list(phrase.left)
    if not any(item.kind in _TELLS for item in items[-3:]):
        return None
    while items and items[-1].kind in _TIED | {"stop", "exist", "change", "period", "to", "by", "from", "compare", "comma", "service"}:
        items.pop()
    items = _up_to_step(items)
    if not items:
        return None
    last = items[-1]
    if unit is Unit.PERCENT:
        return rate_of(items)
    noun = next((item for item in reversed(items) if item.kind not in {"fill", "aux", "period", "stage", "self"} or item is last), last)
    if measure := fitting(last, unit):
        return Said(measure, last) if any(item.kind == "complaint" for item in items[-5:-1]) else None
    if noun.kind == "complaint" and unit is Unit.COUNT:
        return Said(Measure.RECEIVED, noun)
    return None


def _up_to_step(items: Sequence[Item]) -> list[Item]:
    """The words up to what says that complaints went on, without the stage that they went to: "complaints escalated | to stage 2"."""
    words = [item for item in items if item.kind not in {"to", "fill"}]
    went = len(words) > 1 and words[-1].kind == "stage" and words[-2].value is Measure.ESCALATED
    return [item for item in items if item.end <= words[-2].end] if went else list(items)


def rate_of(items: Sequence[Item]) -> Said | None:
    """The rate that a subject is: "the uphold rate", "the percentage of stage 1 complaints answered on time"."""
    items = _up_to_step(items)
    last = items[-1]
    if last.kind == "rate":
        return Said(Measure.ESCALATED_PCT, last)
    measure = fitting(last, Unit.PERCENT)
    return Said(measure, last) if measure and (names_rate(last) or _of_complaints(items[:-1])) else None


def names_rate(item: Item) -> bool:
    """Whether a word by itself names a rate of complaints: "uphold rate"."""
    return item.kind == "measure" and item.value is Measure.UPHELD_PCT


def _of_complaints(items: Sequence[Item]) -> bool:
    """Whether a subject is nothing but complaints: "the percentage of stage 1 complaints" that were, and none about anything."""
    at = next((n for n, item in enumerate(items) if item.kind == "complaint"), None)
    if at is None or any(item.kind not in {"fill", "aux", "stage", "period"} for item in items[at + 1 :]):
        return False
    plain = {"fill", "base", "stage", "period", "comma", "self", "service", "group"}
    return all(item.kind in plain or (item.kind == "word" and behind.kind == "base") for item, behind in pairwise(items[: at + 1]))


def stages(items: Sequence[Item]) -> Iterator[Stage]:
    """The stages that items name; `all` for a phrase that names several together."""
    for item in items:
        if item.kind == "stage":
            yield Stage(item.value)
        elif item.kind == "both":
            yield Stage.ALL


def noun_of(phrase: Phrase) -> str:
    """The kind of noun behind a number: what it counts; "" where none stands there, `word` where an unknown one does."""
    own = _noun(phrase.right)
    return own or ("complaint" if phrase.base and _noun(phrase.base.right) in {"complaint", "investigation"} else "")


def _noun(items: Sequence[Item]) -> str:
    for item in items:
        if item.kind in _NOUNS:
            return item.kind
        if item.kind in {"word", "span", "date"}:
            return "word"
        if item.kind not in {"fill", "stage", "both", "about", "group", "service", "base", "whole", "anaphor", "bracket", "to"}:
            return "anaphor" if any(i.kind == "anaphor" for i in items) else ""
        if item.kind in {"anaphor", "whole"}:
            return "anaphor"
    return ""


def stage_of(phrase: Phrase, said: Said | None) -> tuple[Stage | None, bool]:
    """The stage that a phrase names, of what went from one to another the lower; False where it names several."""
    if said and said.item is not None and said.measure in {Measure.ESCALATED, Measure.ESCALATED_PCT}:
        verb = said.item
        around = phrase.left if verb.end <= phrase.number.start else phrase.right
        beyond = list(stages([item for item in around if item.start >= verb.end]))
        lower = list(stages([item for item in around if item.end <= verb.start]))
        if lower:
            return lower[-1], True
        if len(beyond) > 1 and any(item.kind == "to" for item in around if item.start >= verb.end):
            return beyond[0], True
        if beyond:
            return _BELOW.get(beyond[0], beyond[0]), True
    if said and said.item is not None and said.item.kind == "outcome" and said.item.value:
        return Stage(said.item.value), True
    if said and said.item is not None and said.measure is Measure.NEWLY_UPHELD_PCT:
        own = list(stages([item for item in phrase.right if item.end <= said.item.start]))
        return next(iter(own), None), True
    named = list(stages(phrase.right)) or list(stages(phrase.left))
    return named[0] if named else None, len(set(named)) < 2  # noqa: PLR2004  one stage, or none
