"""Words whose kind the words beside them decide: enquiries, what is passed on, what blurs or changes a number, time limits."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from normalise.prose.items import Item
from schemas import Measure, Stage, Unit

_IN = re.compile(r"\s+in\s+(?:every\s+)?", re.IGNORECASE)
"""What stands between the two numbers of a ratio."""
_ADDED = {"an additional", "a further"}
"""Words that may tell of a change without another word for it."""


def settle(items: Sequence[Item], text: str) -> list[Item]:
    """The items of a sentence whose numbers are read, each as what it is where it stands."""
    enquired = list(_enquired(items, text))
    passed = list(_passed(list(_rated(enquired, text))))
    return list(_limited(list(_measured_on(list(_more(passed, text)), text))))


def _enquired(items: Sequence[Item], text: str) -> Iterator[Item]:
    """The enquiries that an ombudsman received are complaints; those that one made, and any others, are none."""
    received = False
    for n, item in enumerate(items):
        by_ombudsman = n > 0 and items[n - 1].kind == "stage" and items[n - 1].value is Stage.OMBUDSMAN
        received = received or (by_ombudsman and text[item.start : item.end].lower() == "received")
        yield replace(item, kind="complaint" if received else "word") if item.kind == "enquiry" else item


def _rated(items: Sequence[Item], text: str) -> Iterator[Item]:
    """The two numbers of a ratio are no counts: "one in five"."""
    numbers = [item for item in items if item.kind == "number" and item.value.unit is Unit.COUNT]
    pairs = [pair for pair in pairwise(numbers) if _IN.fullmatch(text, pair[0].end, pair[1].start)]
    ratio = {item.start for pair in pairs for item in pair}
    yield from (replace(item, kind="word") if item.start in ratio else item for item in items)


def _passed(items: Sequence[Item]) -> Iterator[Item]:
    """What is referred to a stage went there; referred to anybody else it is none of the procedure's steps."""
    for n, item in enumerate(items):
        if item.kind != "passed":
            yield item
            continue
        behind = next((other.kind for other in items[n + 1 :] if other.kind != "fill"), "")
        yield Item("measure", item.start, item.end, Measure.ESCALATED) if behind == "stage" else replace(item, kind="word")


def _more(items: Sequence[Item], text: str) -> Iterator[Item]:
    """Words such as "more than" blur the number behind them, and compare the one before them; "an additional 2" may tell a change."""
    for n, item in enumerate(items):
        if item.kind == "about" and text[item.start : item.end].lower() in _ADDED and _adds(items, n):
            yield replace(item, kind="change")
        elif item.kind == "about" and n and items[n - 1].kind == "number" and item.end - item.start > len(" than"):
            yield Item("change", item.start, item.end - len(" than"))
            yield Item("compare", item.end - len("than"), item.end)
        else:
            yield item


def _measured_on(items: Sequence[Item], text: str) -> Iterator[Item]:
    """The "on" behind a change sets it beside what it is measured from: "an increase of 10% on 2018/19"."""
    changed = False
    for n, item in enumerate(items):
        changed = (changed or item.kind == "change") and item.kind not in {"comma", "stop"}
        behind = next((other.kind for other in items[n + 1 :] if other.kind != "fill"), "")
        on = changed and item.kind == "fill" and text[item.start : item.end].lower() == "on" and behind == "period"
        yield replace(item, kind="compare") if on else item


def _adds(items: Sequence[Item], at: int) -> bool:
    """Whether a change has been told before, and nothing is said to have become of the number behind."""
    own = takewhile(lambda item: item.kind not in {"number", "comma", "stop", "link"}, items[at + 2 :])
    alone = not any(item.kind in {"measure", "complaint", "investigation", "compliment", "stage"} for item in own)
    return alone and any(item.kind == "change" for item in items[:at])


def _limited(items: Sequence[Item]) -> Iterator[Item]:
    """A time limit and the word before it are one measure: "within the target time of ten working days"."""
    at = 0
    while at < len(items):
        item = items[at]
        bound = list(takewhile(_limits, items[at + 1 :])) if item.kind in {"within", "beyond"} else []
        if any(other.kind in {"limit", "goal", "span", "number"} for other in bound):
            yield Item("measure", item.start, bound[-1].end, Measure.IN_TARGET if item.kind == "within" else Measure.OUT_OF_TARGET)
        else:
            yield from (item, *bound)
        at += 1 + len(bound)


def _limits(item: Item) -> bool:
    days = item.kind == "number" and item.value.unit is Unit.DAYS
    return days or item.kind in {"limit", "goal", "agreed", "span", "fill", "about", "base"}
