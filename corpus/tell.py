"""Whether what had to be told was told: the fault that was planted, and the cells that nobody can understand."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.match import Row, folded

MOST_NUMBERS = 8  # that a finding may name and still be said to speak of one of them


def tells(told: Row, gold: Row) -> bool:
    """Whether a finding is the planted one: of the same stage and service, and with a number that is printed there."""
    service, said = folded(gold["service"]), _numbers(f"{told['found']} {told['expected']}")
    if service and service != folded(told["service"]) and service not in folded(told["message"]):
        return False
    if gold["stage"] and gold["stage"] != told["stage"]:
        return False
    wanted = _numbers(gold["found"])
    return len(said) <= MOST_NUMBERS and (not wanted or bool(said & wanted))


def is_false(told: Row, planted: Iterable[Row]) -> bool:
    """Whether a finding speaks of what nobody planted; one that the report itself explains is no alarm."""
    explained = told["severity"] == "explained" and told["explanation"].strip()
    return not explained and not any(tells(told, gold) for gold in planted)


def revised(revision: Row) -> Row:
    """What shows between two reports, as a finding of the later one."""
    told = {"found": revision["later"], "expected": revision["earlier"], "message": f"{revision['earlier']} {revision['explanation']}"}
    return {**told, "check": revision["kind"], "service": revision["service"], "stage": revision["stage"], "severity": "warning"}


def untold(cells: Sequence[Row], unread: Sequence[Row]) -> list[Row]:
    """The cells that are not told as not understood: neither by themselves nor as part of a row or of a whole table."""
    texts = Counter(squeezed(row["text"]) for row in unread)
    left = []
    for cell in cells:
        text = squeezed(cell["text"])
        if texts[text]:
            texts[text] -= 1
        elif not any(_part(cell, row["text"]) for row in unread):
            left.append(cell)
    return left


def taken(cells: Sequence[Row], figures: Iterable[Row]) -> list[Row]:
    """The cells that a figure was made of that the report does not print."""
    texts = Counter(squeezed(row["text"]) for row in figures)
    found = []
    for cell in cells:
        text = squeezed(cell["text"])
        if texts[text]:
            texts[text] -= 1
            found.append(cell)
    return found


def squeezed(text: str) -> str:
    """Text without white space, which a line's end may add."""
    return re.sub(r"\s", "", text)


def _part(cell: Row, text: str) -> bool:
    """Whether a row with its label, or a table with its headings, is told that holds the cell."""
    whole = squeezed(text)
    return squeezed(cell["column"]) in whole or (cell["text"] in text.split() and squeezed(cell["row"]) in whole)


def _numbers(text: str) -> set[str]:
    return {f"{float(number):g}" for number in re.findall(r"\d+(?:\.\d+)?", text.replace(",", ""))}
