"""How a report writes its numbers: a value -> what is printed, and the state and value that a reader should tell of it."""

from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Style:
    """A way of writing numbers."""

    decimals: int = 0
    percent: str = "%"
    separator: bool = False
    stacked: bool = False  # the bracket of an earlier year stands on a line of its own
    nothing: tuple[str, ...] = ("n/a", "N/A")  # where there is no base for a share
    zero: str = "0"
    lost: float = 0.0  # the share of brackets that lost one side or both
    starred: float = 0.0  # the share of numbers with a footnote mark
    hidden: int = 0  # smaller counts are not given
    paired: bool = False  # a count and its share stand in one square


STYLES = {
    "plain": Style(),
    "separated": Style(separator=True),
    "spaced": Style(percent=" %"),
    "decimal": Style(decimals=1),
    "unsigned": Style(percent=""),
    "stacked": Style(stacked=True),
    "dashes": Style(nothing=("-", "\N{EN DASH}"), zero="-"),
    "nil": Style(nothing=("N/A", "n/a"), zero="Nil"),
    "empty": Style(nothing=("",), zero=""),
    "lost_brackets": Style(stacked=True, lost=0.15),
    "footnotes": Style(starred=0.08),
    "suppressed": Style(hidden=5),
    "paired": Style(paired=True),
}
STATES = {"": "missing", "-": "nil", "\N{EN DASH}": "nil", "n/a": "not_applicable"}


class Printed(NamedTuple):
    """What is printed of a figure and what it says; `value` is empty unless the state is `reported`, and `hidden` if nobody can know it."""

    text: str
    value: str
    state: str


def write(style: Style, value: Decimal | None, *, percent: bool, random: Random, signed: bool = False) -> Printed:
    """A figure as it stands in a square, without brackets."""
    if value is None:
        text = style.nothing[0] if not signed else "n/a"
        return Printed(text, "", STATES.get(text.lower(), "reported"))
    if not value and not percent and not signed and style.zero != "0":
        state = STATES.get(style.zero, "reported")
        return Printed(style.zero, "0" if state == "reported" else "", state)
    if not percent and not signed and 0 < value < style.hidden:
        return Printed(f"<{style.hidden}", "", "hidden")
    text = number(style, value, percent=percent)
    if signed and value > 0:
        text = f"+{text}"
    mark = "*" if not signed and random.random() < style.starred else ""
    return Printed(text + mark, str(value), "reported")


def number(style: Style, value: Decimal, *, percent: bool, sentence: bool = False) -> str:
    """A value in digits; a sentence always has its sign."""
    sign = (style.percent or "%" * sentence) if percent else ""
    return f"{value:,}{sign}" if style.separator else f"{value}{sign}"


def bracketed(style: Style, printed: Printed, random: Random) -> Printed:
    """An earlier year's figure beside this year's."""
    left, right = "()"
    if random.random() < style.lost:
        left, right = random.choice((("", ""), ("(", ""), ("", ")")))
    return printed._replace(text=f"{left}{printed.text}{right}")
