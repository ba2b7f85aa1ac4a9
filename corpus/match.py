"""A report's figures held against its gold: which are right, wrong, not printed at all, or missing.

Figures match on what they are about (table or sentence, service, period, basis, stage, measure, dimension, category; capitals, signs and
white space do not count), then on value and unit.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

_KEY = ("service", "period_start", "period_end", "basis", "stage", "measure", "dimension", "category")

Row = Mapping[str, str]
Key = tuple[str, ...]
Fact = tuple[Key, tuple[str, str]]


class Match(NamedTuple):
    """`wrong`: a figure of the gold with another value or unit, the worst fault; `extra`: a figure that the report does not print."""

    right: int
    wrong: tuple[Row, ...]
    extra: tuple[Row, ...]
    missing: tuple[Row, ...]


def match(gold: Iterable[Row], told: Iterable[Row]) -> Match:
    """Each figure told is held against one of the gold; a sentence's figure may be told as often as it is said."""
    left: dict[Fact, list[Row]] = {}
    for row in gold:
        left.setdefault(to_fact(row), []).append(row)
    printed, about = frozenset(left), {key for key, _ in left}
    right, over = 0, []
    for row in told:
        fact = to_fact(row)
        if left.get(fact):
            left[fact].pop()
            right += 1
        elif fact not in printed or row["source"] != "prose":
            over.append((fact, row))
    wrong = tuple(row for fact, row in over if fact not in printed and fact[0] in about)
    extra = tuple(row for fact, row in over if fact in printed or fact[0] not in about)
    return Match(right, wrong, extra, tuple(row for rows in left.values() for row in rows))


def scored(told: Iterable[Row]) -> Iterator[Row]:
    """`other` is any other figure, and `unreadable` a figure said to be missing: neither is scored."""
    return (row for row in told if row["measure"] != "other" and row["state"] != "unreadable")


def to_fact(row: Row) -> Fact:
    """What a figure is about, and what it says."""
    source = "prose" if row["source"] == "prose" else "table"
    value = (f"{float(row['value']):g}", row["unit"]) if row["state"] == "reported" else (row["state"], "")
    return (source, *(folded(row[name]) for name in _KEY)), value


def folded(text: str) -> str:
    """The words of a text."""
    return " ".join(re.findall(r"[a-z0-9]+", text.casefold().replace("&", " and ")))
