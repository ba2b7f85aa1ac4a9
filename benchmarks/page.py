"""What the matchers come to, as a page."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from benchmarks.trial import Result

Line = tuple[str, str, Result]
"""A list, a matcher, and what it comes to."""
_HEAD = """# How well printed names are matched with their service

`make evaluate` makes this page. *Services* and *all* are the shares of right ids, of the names that mean one service and of all
(with directorates, totals and causes); an alternate that the label admits is right. *Heading*: the right subject heading of the
Ombudsman, of the names that mean a service. *Looked at*: names whose score is under {below:.2f} (`needs_review`); *wrong of the rest*:
what nobody would look at and is wrong. All in percent.

The simple matchers know the labels and aliases of services that ours knows, or those that were handed out, and answer by the name alone.
301 of the 416 names handed out stand among the aliases handed out: there each council is judged without its own printed names among all
that is known. A council of a list that the weights are fitted on is judged by weights fitted without it; the score is set to the share of
right ones over these lists.

"""
_COLUMNS = "| matcher | services | all | heading | looked at | wrong of the rest |\n| --- | ---: | ---: | ---: | ---: | ---: |\n"
_PLOT = "![Share of right ids by score](names.svg)\n"


def page(lines: Sequence[Line], below: float) -> str:
    """The page: one table a list."""
    return _HEAD.format(below=below) + "\n".join(_tables(lines)) + "\n## Is the score the share of right ones?\n\n" + _PLOT


def _tables(lines: Sequence[Line]) -> Iterator[str]:
    for names, group in groupby(lines, key=lambda line: line[0]):
        of = list(group)
        yield f"## {names[0].upper()}{names[1:]} ({of[0][2].names} names)\n\n{_COLUMNS}" + "".join(_row(line) for line in of)


def _row(line: Line) -> str:
    _, matcher, of = line
    shares = [of.services, of.everything, of.headings]
    looked = [of.reviewed, of.missed] if matcher == "upheld" else []
    cells = [f"{share:.1%}".removesuffix("%") for share in (*shares, *looked)] + ["-", "-"][: 2 - len(looked)]
    return f"| {matcher} | {' | '.join(cells)} |\n"
