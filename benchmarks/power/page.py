"""What the checks see of misprints, as a page."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from benchmarks.power.misprints import KINDS
from benchmarks.power.tried import Sight, Tried

SIGHTS = {Sight.TOLD: "told", Sight.SILENT: "silent", Sight.ALLOWED: "allowed", Sight.UNRULED: "no rule"}
_HEAD = """# How many misprints the checks see

`make power` makes this page. In a drawn report that keeps every rule one printed figure is changed: one digit is another, two digits are
swapped, the sign is the other, the decimal point has moved. Then the report is checked as any other. The reports are drawn as web pages, so
that reading is no part of it. Shares in percent.

- *Told*: a finding says that something is wrong. *Silent*: a rule breaks and says nothing, as the report may mean something else; why,
  stands at the end. *Allowed*: every rule that speaks of the figure allows the other number too (a limit is still kept, a percentage still
  possible). *No rule*: no rule speaks of the figure. The last two are what no rule can see.
- *Breaks*: changes that break a rule which could have failed there; *told of these* should be 100.
- *Among*: of those told, the changed figure is among those whose change would keep every rule; *alone*: it is the only one. *At best*: the
  same if every rule of the sound report is held to, which is the limit of what can be known. *Twins*: of those told, figures that enter the
  same sums as another one: only the values that are possible can tell the two apart.

![What becomes of a misprint, by family](power.svg)

"""
_COLUMNS = "changes", *SIGHTS.values(), "breaks", "told of these", "among", "alone", "at best", "twins"
_REASONS = "\n## Why a rule that breaks is silent\n\n| reason | changes |\n| --- | ---: |\n"
NONE = "no rule says why"


def page(found: Sequence[Tried]) -> str:
    """The page: by family, by kind of misprint, and why rules are silent."""
    families = list(dict.fromkeys(one.family for one in found))
    tables = [
        table("family", families, found, lambda one: one.family),
        table("misprint", KINDS, found, lambda one: one.misprint.kind),
    ]
    return _HEAD + "\n".join(tables) + _REASONS + "".join(reasons(found))


def table(name: str, groups: Sequence[str], found: Sequence[Tried], group_of: Callable[[Tried], str]) -> str:
    """A table with a row for each group, and one for all."""
    rows = [(group, [one for one in found if group_of(one) == group]) for group in groups]
    head = f"## By {name}\n\n| {name} | {' | '.join(_COLUMNS)} |\n| --- |{' ---: |' * len(_COLUMNS)}\n"
    return head + "".join(f"| {group.replace('_', ' ')} | {' | '.join(cells(of))} |\n" for group, of in [*rows, ("all", list(found))])


def cells(of: Sequence[Tried]) -> list[str]:
    """The numbers of a group."""
    told, breaks = ([one for one in of if one.sight is Sight.TOLD], [one for one in of if one.breaks])
    seen = Counter(one.sight for one in of)
    return [
        str(len(of)),
        *(share(seen[sight], of) for sight in SIGHTS),
        str(len(breaks)),
        share(sum(one.sight is Sight.TOLD for one in breaks), breaks),
        share(sum(one.among for one in told), told),
        share(sum(one.alone for one in told), told),
        share(sum(one.alone_at_best for one in told), told),
        share(sum(one.twins for one in told), told),
    ]


def share(part: int, of: Sequence[Tried]) -> str:
    """So many of them in percent; a dash of none."""
    return f"{part / len(of):.1%}".removesuffix("%") if of else "-"


def reasons(found: Sequence[Tried]) -> Iterator[str]:
    """The reasons, the most frequent first."""
    counted = Counter(reason for one in found if one.breaks and one.sight is Sight.SILENT for reason in one.reasons or (NONE,))
    for reason, times in sorted(counted.items(), key=lambda each: (-each[1], each[0])):
        yield f"| {reason} | {times} |\n"
