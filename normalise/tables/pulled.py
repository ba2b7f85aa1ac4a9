"""Charts that a converter pulled to the end of a text -> back below the captions that wait for them, where only one order fits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from normalise.sections.lines import is_line
from normalise.sections.part import Part
from normalise.setting import Setting
from normalise.tables.captions import points, read_caption
from normalise.tables.categories import dimension_of
from normalise.words.values import cell_to_figures
from schemas import Dimension, Grid, GridSource, Passage, Section, Text
from schemas.vocabulary import label_key, tokens

_CLEAR = 0.1
"""By so much the best order must fit better than any that puts a chart elsewhere."""
_FREE = 0.2
"""How well a chart fits where nothing speaks against it: less than a label or two that the section names."""
_EVEN = 2.0
"""How well it fits where its points add up to what the section received: more than all labels."""
_ROUND = Decimal("0.02")
"""Share of what a section received that the points of its chart may differ from it."""
_ONE_SERIES = 2
"""Columns of a chart of one series: its labels and its values."""
_PLAIN = frozenset({Dimension.CHANNEL, Dimension.RATING, Dimension.OUTCOME})
"""Breakdowns whose labels tell them for certain; themes, causes and parts of a service share words."""

Block = tuple[Grid | Passage, Section | None]
Totals = Mapping[int, Decimal]
"""What each section received in all, by the id of its Part."""
Fits = Sequence[Sequence[float]]
"""How well each chart fits each place that waits for one."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """A place that waits for a chart: below one passage of a section."""

    part: Part
    caption: Passage


def charts_to_places(parts: Sequence[Part], totals: Totals, setting: Setting) -> Sequence[Part]:
    """The sections, each with the charts that belong below its captions; a chart that fits no one place for certain stays where it is."""
    charts = [grid for part in parts for grid in _pulled(part)]
    slots = [slot for part in parts for slot in _waiting(part, setting)]
    if not charts or not slots:
        return parts
    placed = {id(charts[c]): slots[s] for c, s in _certain(_fits(charts, slots, totals, setting)).items()}
    return [_with_charts(part, charts, placed) for part in parts]


def _pulled(part: Part) -> list[Grid]:
    """The charts of a section that stand right below another chart or table, without a caption of their own."""
    return [
        below
        for (above, _), (below, _) in pairwise(part.blocks)
        if isinstance(above, Grid) and isinstance(below, Grid) and below.source is GridSource.CHART and below.place.chart is None
    ]


def _waiting(part: Part, setting: Setting) -> list[_Slot]:
    """A place for each breakdown that a caption of a section names, where neither a table nor a chart follows the caption."""
    found: list[_Slot] = []
    for (block, _), (below, _) in pairwise([*part.blocks, (None, None)]):
        if isinstance(block, Passage) and not isinstance(below, Grid) and (is_line(block) or points(str(block.text), setting.words)):
            found += [_Slot(part, block) for _ in read_caption(str(block.text), setting).dimensions]
    return found


def _fits(charts: Sequence[Grid], slots: Sequence[_Slot], totals: Totals, setting: Setting) -> Fits:
    """How well each chart fits below each caption."""
    said = {id(slot.part): _words(slot.part) for slot in slots}
    return [[_fit(chart, slot, totals.get(id(slot.part)), said, setting) for slot in slots] for chart in charts]


def _words(part: Part) -> frozenset[str]:
    return frozenset(token for block, _ in part.blocks if isinstance(block, Passage) for token in tokens(str(block.text)))


def _fit(chart: Grid, slot: _Slot, total: Decimal | None, said: Mapping[int, frozenset[str]], setting: Setting) -> float:
    """0 where it cannot stand there: it shows another breakdown, or more than the section received."""
    labels = [str(row[0].text) for row in chart.rows[1:]]
    shown, dimensions = dimension_of(labels, setting.words), read_caption(str(slot.caption.text), setting).dimensions
    values = [figures[0].value for row in chart.rows[1:] if (figures := cell_to_figures(str(row[1].text))) and figures[0].value]
    if (shown in _PLAIN or not _PLAIN.isdisjoint(dimensions)) and shown not in dimensions:
        return 0.0
    if total is None:
        return _EVEN if shown in dimensions else 0.0
    if len(chart.rows[0]) != _ONE_SERIES or sum(values) > total * (1 + _ROUND):
        return 0.0
    keys = [key for label in labels if (key := label_key(label))]
    named = [sum(words.issuperset(key) for words in said.values()) for key in keys if said[id(slot.part)].issuperset(key)]
    return _FREE + (_EVEN if sum(values) >= total * (1 - _ROUND) else 0.0) + sum(1 / times for times in named) / len(labels)


def _certain(fits: Fits) -> dict[int, int]:
    """The place of each chart that has the same one in every order that is about as good as the best; no two charts change places."""
    total, order = _best(fits)
    return {c: s for c, s in order.items() if total - _best(_without(fits, c, s))[0] >= _CLEAR}


def _without(fits: Fits, chart: int, slot: int) -> Fits:
    return [[0.0 if (c, s) == (chart, slot) else fit for s, fit in enumerate(row)] for c, row in enumerate(fits)]


def _best(fits: Fits) -> tuple[float, dict[int, int]]:
    """The order of charts in places that fits best as a whole, and how well."""
    best: list[tuple[float, dict[int, int]]] = [(0.0, {})] * (len(fits[0]) + 1)
    for c, row in enumerate(fits):
        after = [best[0]]
        for s, fit in enumerate(row):
            total, order = best[s]
            here = (total + fit, {**order, c: s}) if fit > 0 else best[s]
            after.append(max(after[-1], best[s + 1], here, key=lambda found: found[0]))
        best = after
    return best[-1]


def _with_charts(part: Part, charts: Sequence[Grid], placed: Mapping[int, _Slot]) -> Part:
    blocks: list[Block] = []
    for block, section in part.blocks:
        if id(block) in placed:
            continue
        blocks.append((block, section))
        blocks += [
            (_nameless(chart), None) for chart in charts if (slot := placed.get(id(chart))) and slot.part is part and slot.caption is block
        ]
    return replace(part, blocks=blocks)


def _nameless(chart: Grid) -> Grid:
    """A chart without the name of its only series, which a program put there and no reader of the report saw."""
    (corner, *series), *body = chart.rows
    head = (corner, *(cell._replace(text=Text()) if len(series) == 1 else cell for cell in series))
    return replace(chart, rows=(head, *body))
