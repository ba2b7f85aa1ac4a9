"""The words of a sentence -> phrases: each number with the words that belong to it, and what opens it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from normalise.prose.items import Item
from schemas import Measure

EDGES = {"comma", "stop", "link", "relative"}
"""Kinds of words that end what is said of a number."""
_EDGES = {"comma", "stop", "link", "relative", "compare", "exist"}
"""Kinds of words between two numbers at which the second one's phrase may begin."""
_OWN = {"complaint", "investigation", "compliment", "stage", "fill", "self", "measure", "period", "about", "group", "service", "anaphor"}
"""Kinds that may belong to a base."""
_BLUR = {"about", "fill", "base", "relates", "concerned"}
"""Kinds that may stand between a number and the word that governs it."""
_SUBJECT = {"fill", "period", "stage", "complaint", "service", "group"}
"""Kinds that a subject is made of."""
_HEADS = {"bracket", "complaint", "investigation", "anaphor", "stage", "about", "fill"}
"""Kinds that may stand between a number and the base that it is a part of."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A number, the words before it from where its phrase begins, those behind it up to the next, and the base that it is a part of."""

    left: tuple[Item, ...]
    number: Item
    right: tuple[Item, ...]
    base: "Phrase | None" = None

    @property
    def items(self) -> tuple[Item, ...]:
        return (*self.left, self.number, *self.right)

    @property
    def opener(self) -> str:
        """The kind of word that ties the number to what stands before it; "" for none."""
        kinds = [item.kind for item in self.left]
        near = True
        for kind in reversed(kinds):
            if kind == "compare" or (near and kind in {"from", "to", "by", "based"}):
                return kind
            if kind == "comma":
                break
            near = near and kind in _BLUR
        return "base" if "base" in kinds and set(kinds) <= {"base", "about", "fill", "comma", "anaphor"} else ""

    def says(self, *kinds: str) -> bool:
        """Whether a word of one of the kinds belongs to the number."""
        return any(item.kind in kinds for item in self.items)


def items_to_phrases(items: Sequence[Item]) -> list[Phrase]:
    """Cut a sentence between its numbers; brackets stay whole, as an item of the phrase they stand in."""
    whole = list(whole_brackets(list(items)))
    numbers = [at for at, item in enumerate(whole) if item.kind == "number"]
    cuts = [0, *(_cut(whole, before, at) for before, at in pairwise(numbers)), len(whole)]
    phrases: list[Phrase] = []
    for n, at in enumerate(numbers):
        phrase = Phrase(tuple(whole[cuts[n] : at]), whole[at], tuple(whole[at + 1 : cuts[n + 1]]))
        if n and _base(whole, numbers[n - 1], at) is not None and phrases[-1].base is None:
            phrases[-1] = _with_base(phrases[-1], phrase)
        else:
            phrases.append(phrase)
    return phrases


def _with_base(head: Phrase, base: Phrase) -> Phrase:
    """The words behind a base are its own up to the verb: "62 of the 68 complaints we investigated | were upheld"."""
    own = next((k for k, item in enumerate(base.right) if item.kind not in _OWN), len(base.right))
    verb = next((k for k, item in enumerate(base.right[:own]) if item.kind == "measure"), own)
    closed = own if _describes(base.right, verb) else verb
    return replace(head, right=(*head.right, *base.right[closed:]), base=replace(base, right=base.right[:closed]))


def _describes(items: Sequence[Item], verb: int) -> bool:
    """Whether a verb says what the base is ("received", "we investigated") and not what became of the part."""
    return verb < len(items) and items[verb].value in {Measure.RECEIVED, Measure.INVESTIGATED, Measure.DECIDED, Measure.ESCALATED}


def whole_brackets(items: list[Item]) -> Iterator[Item]:
    """Each bracket that holds a number as one item; one that holds a stage or a period only is read as if it were none."""
    at = 0
    while at < len(items):
        end = next((k for k in range(at, len(items)) if items[k].kind == "close"), None) if items[at].kind == "open" else None
        if end is None:
            if items[at].kind not in {"open", "close"}:
                yield items[at]
            at += 1
            continue
        inner = items[at + 1 : end]
        if any(item.kind in {"number", "fraction"} for item in inner):
            yield Item("bracket", items[at].start, items[end].end, tuple(inner))
        elif {item.kind for item in inner} <= {"stage", "period", "fill"}:
            yield from inner
        at = end + 1


def _cut(items: Sequence[Item], before: int, at: int) -> int:
    """Where the phrase of the number at `at` begins, which stands behind the number at `before`."""
    base = _base(items, before, at)
    if base is not None:
        return base
    edges = [k for k in range(before + 1, at) if items[k].kind in _EDGES or _governs(items, k, at)]
    if not edges:
        return at
    first = _subject(items, before, edges[-1])
    while first - 1 > before and (items[first - 1].kind in _EDGES | {"period"} or _points_back(items, first - 1)):
        first -= 1
    first += items[first].kind == "period"
    return first


def _points_back(items: Sequence[Item], at: int) -> bool:
    """Whether words such as "of those" open what follows: "and of those, 9 were"."""
    return items[at].kind == "anaphor" and items[at - 1].kind in EDGES


def _subject(items: Sequence[Item], before: int, at: int) -> int:
    """Where the subject of "there were" or "remained at" begins, if it stands behind an edge: "and in 2018/19 | there were 9"."""
    start = at
    while items[at].kind == "exist" and start - 1 > before and items[start - 1].kind in _SUBJECT:
        start -= 1
    return start if items[start - 1].kind in EDGES else at


def _base(items: Sequence[Item], before: int, at: int) -> int | None:
    """The word that makes the number the base of the one before it ("62 of the 68", "9% (34) of 379")."""
    start = at
    while start - 1 > before and items[start - 1].kind in _BLUR:
        start -= 1
    bases = [k for k in range(start, at) if items[k].kind == "base"]
    return bases[0] if bases and all(item.kind in _HEADS for item in items[before + 1 : bases[0]]) else None


def _governs(items: Sequence[Item], at: int, number: int) -> bool:
    """Whether "from" or "by" stands directly before the number, or "to" between the two ends of a change."""
    return items[at].kind in {"from", "to", "by", "based"} and all(item.kind in _BLUR for item in items[at + 1 : number])


def near_items(phrase: Phrase) -> Iterator[Item]:
    """The words of a phrase up to the first edge behind its number, and none of another clause behind its measure."""
    yield from phrase.left
    counted = False
    for item in phrase.right:
        if item.kind in EDGES - {"link"} or (counted and item.kind in {"link", "word", "self"}):
            return
        counted = counted or item.kind in {"measure", "complaint"}
        yield item
