"""Cells that print a service, how much it counts and its causes, one below the other -> figures.

"Repairs – 200 instances; 139 upheld/partly upheld", and below it "Service delayed – 71": what says what it counts opens a service, and what
stands behind it up to the next is broken down under it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from normalise.meaning import Meaning
from normalise.setting import Setting
from normalise.stated import Stated, Unclear, unit_of
from normalise.tables.axes import clean_label
from normalise.tables.categories import DIMENSIONS
from normalise.words.heading import read_heading
from schemas import Basis, Cell, Dimension, Grid, Measure, Period, Source, Stage, State, Text
from schemas.vocabulary import Vocabulary, tokens

_ENTRY = re.compile(
    r"(?P<label>\S.*?)\s*[-–—:]\s*(?P<count>\d[\d,]*)(?![\d/%])(?P<noun>\s+(?:instances?|cases?|complaints?)\b)?"
    r"(?:\s*[;,]\s*(?P<part>\d[\d,]*)(?=\s))?"
)
"""A label, its number, the noun that says that it opens a service, and the number of those of which more is said."""
_OPENING = re.compile(r"\d\s+(?:instances?|cases?|complaints?)\b")
"""What a cell holds where any entry of it opens a service; entries of a long text take long to look for."""
_TOTAL = re.compile(r"^(?P<name>.*\S)\s*\((?P<count>\d[\d,]*)\s+(?P<noun>instances?|cases?|complaints?)\)\s*:?$")
_BULLETS = "•◦▪●·*-–— "
_TO_BULLET = re.compile(r"[^\d•◦▪●·]*[^\d\s•◦▪●·](?=\s*(?:[•◦▪●·]|$))")
_LABEL = 14
"""Words of the longest label; what is longer is a sentence."""
_PHRASE = 9
"""Words of the longest phrase that says what became of some of them."""


@dataclass(frozen=True, slots=True)
class _Count:
    """A label and its number, and the offsets of the number with its words."""

    label: str
    value: Decimal
    start: int
    end: int
    cell: Cell


@dataclass
class _Service:
    """A service with what it counts, what became of some of them, and its causes."""

    head: _Count
    measure: Measure
    results: list[tuple[Measure, _Count]] = field(default_factory=list)
    causes: list[_Count] = field(default_factory=list)

    def completes(self, other: "_Service") -> bool:
        """Whether this is a part of a service: with it the other's causes come to what the other counts."""
        return not self.results and sum(cause.value for cause in other.causes) + self.head.value == other.head.value


def cause_columns(grid: Grid, words: Vocabulary) -> dict[int, Dimension]:
    """The columns whose heading names a breakdown, and one of whose cells opens a service beside other labels with numbers."""
    named = {c: axis for c, cell in enumerate(grid.rows[0]) if (axis := read_heading(str(cell.text), words).axis) in DIMENSIONS}
    texts = {c: [text for row in grid.rows[1:] if _OPENING.search(text := str(row[c].text))] for c in named}
    told = {c: [list(_ENTRY.finditer(text)) for text in held] for c, held in texts.items()}
    return {
        c: Dimension(named[c]) for c, cells in told.items() if any(len(found) > 1 and any(one["noun"] for one in found) for found in cells)
    }


def grid_to_causes(grid: Grid, captions: Sequence[Text], directorate: str, setting: Setting) -> tuple[list[Stated], list[Unclear]]:
    """The figures of such columns, and of the caption in whose brackets their sum stands: "Housing (780 instances)".

    What that caption names is the directorate of the services until their counts have come to its sum.
    """
    table = f"{Source(grid.source)} {grid.place.table}"
    told = _Told(table, directorate, setting.period)
    stated: list[Stated] = []
    unclear: list[Unclear] = []
    left = None
    for caption in captions:
        if match := _TOTAL.match(str(caption)):
            told, left = replace(told, directorate=clean_label(match["name"])), _number(match["count"])
            count = _Count("", left, *match.span("count"), Cell(caption, grid.place))
            stated = [told.count(count, _counted(match["noun"]), Meaning(service=""))]
    for column, dimension in cause_columns(grid, setting.words).items():
        services, loose = _cells_to_services([row[column] for row in grid.rows[1:]], setting.words)
        unclear += loose
        for service, owner in _owned(services):
            left = left - service.head.value if left is not None and service is owner else left
            below = told if left is None or left >= 0 else replace(told, directorate="")
            stated += below.service(service, owner, dimension)
    return stated, unclear


def _owned(services: Sequence[_Service]) -> Iterator[tuple[_Service, _Service]]:
    """Each service with the one whose it is: itself, or the one before if it is a part of that."""
    for n, service in enumerate(services):
        before = services[n - 1] if n else None
        yield service, before if before and service.completes(before) else service


def _cells_to_services(cells: Sequence[Cell], words: Vocabulary) -> tuple[list[_Service], list[Unclear]]:
    services: list[_Service] = []
    loose: list[Unclear] = []
    for cell in dict.fromkeys(cells):
        text, at = str(cell.text), 0
        while match := _ENTRY.search(text, at):
            label = clean_label(match["label"].strip(_BULLETS))
            count = _Count(label, _number(match["count"]), match.start("count"), match.end("noun" if match["noun"] else "count"), cell)
            at = count.end
            if len(label.split()) > _LABEL or not (match["noun"] or services):
                loose.append(Unclear(cell.text.cut(match.start(), count.end), cell.place, "it does not say whose causes these are"))
            elif match["noun"]:
                services.append(_Service(count, _counted(match["noun"])))
                at, doubt = _results(services[-1], match, text, words)
                loose += [Unclear(cell.text.cut(*doubt), cell.place, "what became of them is not understood")] if doubt else []
            else:
                services[-1].causes.append(count)
    return services, loose


def _results(service: _Service, match: re.Match[str], text: str, words: Vocabulary) -> tuple[int, tuple[int, int] | None]:
    """Take "; 139 upheld/partly upheld" behind a count; where it ends, and where it stands if its words are not understood.

    Before a bullet all words must be; else the longest phrase that is known, before the next label begins.
    """
    if not match["part"]:
        return service.head.end, None
    start, end = match.span("part")
    alone = _TO_BULLET.match(text, end)
    behind = list(re.finditer(r"\S+", text[end:]))[:_PHRASE]
    for stop in [alone.end()] if alone else [end + word.end() for word in reversed(behind) if tokens(word[0])]:
        heading = read_heading(text[end:stop], words)
        exact = tuple(usual for token in tokens(text[end:stop]) for usual in words.same.get(token, (token,)))
        known = exact in words.measures or (alone and not heading.left and not heading.doubt)
        if known and (measure := heading.meaning.measure):
            service.results.append((measure, _Count("", _number(match["part"]), start, stop, service.head.cell)))
            return stop, None
    stop = alone.end() if alone else end
    return stop, (start, stop)


@dataclass(frozen=True, slots=True)
class _Told:
    """What every figure of the table has: where it was read, whose it is, when."""

    table: str
    directorate: str
    period: Period | None

    def service(self, service: _Service, owner: _Service, dimension: Dimension) -> Iterator[Stated]:
        """A service's count, its results and its causes; those of a part are its owner's."""
        own = Meaning(service=owner.head.label)
        part = Meaning(dimension=Dimension.SUBSERVICE, category=service.head.label).within(own)
        yield self.count(service.head, service.measure, own if service is owner else part)
        yield from (self.count(count, measure, own) for measure, count in service.results)
        yield from (self.count(c, Measure.CASES, Meaning(dimension=dimension, category=c.label).within(own)) for c in service.causes)

    def count(self, count: _Count, measure: Measure, about: Meaning) -> Stated:
        """One number with its words as printed."""
        meaning = Meaning(stage=Stage.ALL, measure=measure, basis=Basis.CURRENT, period=self.period).within(about)
        printed, words = str(count.cell.text)[count.start : count.end], count.cell.text.cut(count.start, count.end)
        unit, place = unit_of(measure), count.cell.place
        return Stated(meaning, count.value, unit, State.REPORTED, printed, words, place, self.table, self.directorate)


def _counted(noun: str) -> Measure:
    """Instances are no complaints: one complaint may have several."""
    return Measure.CASES if noun.strip().casefold().startswith("instance") else Measure.RECEIVED


def _number(printed: str) -> Decimal:
    return Decimal(printed.replace(",", ""))
