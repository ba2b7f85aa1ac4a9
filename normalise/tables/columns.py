"""What each column of figures says: the sum of its headings, and of the columns beside it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, groupby, pairwise

from normalise.meaning import Meaning
from normalise.sections.naming import is_service
from normalise.setting import Setting, when
from normalise.stated import RATES
from normalise.tables.axes import Axis, certain, clean_label, is_named, names_regime
from normalise.tables.categories import DIMENSIONS, dimension_of
from normalise.tables.layout import Layout, column_heading, is_figure
from normalise.tables.shares import Share, column_values, share_of
from normalise.words.heading import Heading, read_heading
from schemas import Cell, Dimension, Grid, GridSource, Measure, Stage
from schemas.vocabulary import Vocabulary, label_key, tokens

_SHARE = re.compile(r"\s*\(?%\)?\s*|\bper\s?cent(?:age)?\b", re.IGNORECASE)
_BASES = frozenset({Measure.RECEIVED, Measure.DECIDED, Measure.INVESTIGATED})
"""What results are parts of."""
_STAGED = frozenset(Measure) - {
    Measure.RECEIVED,
    Measure.MULTI_SERVICE,
    Measure.COMPLIMENTS,
    Measure.FEEDBACK,
    Measure.RATE_PER_1000,
    Measure.REMEDY_GBP,
    Measure.OTHER,
}
"""What happens to complaints of a stage, and so takes its stage from the left."""


def column_axes(grid: Grid, layout: Layout, setting: Setting, dimension: Dimension | None) -> tuple[Axis, ...]:
    """What each column of figures says; `dimension`: what headings of unknown words are, if that is known."""
    axes = _from_left([_column(grid, layout, c, setting, dimension) for c in layout.data], setting.words)
    axes = _distinct(_staged(_shared(_categorised(axes, setting), grid, layout)), grid, layout)
    return tuple(certain(axis, column_heading(grid, layout.heads, c)) for axis, c in zip(axes, layout.data, strict=True))


def _column(grid: Grid, layout: Layout, column: int, setting: Setting, dimension: Dimension | None) -> Axis:
    """What the headings of one column say, the lower one nearest."""
    headings = [read_heading(str(cell.text), setting.words) for cell in _headings(grid, layout, column)]
    if grid.source is GridSource.CHART:
        headings = [heading for heading in headings if not _says_nothing(heading, setting, alone=len(layout.data) == 1)]
    axis = _stacked(headings, setting, _spanned_dimension(headings) or dimension)
    return replace(axis, doubt="it is not clear which heading above it spans its column") if _is_unspanned(grid, layout, column) else axis


def _from_left(axes: Sequence[Axis], words: Vocabulary) -> list[Axis]:
    """The columns, a result that says no stage told of that of the columns left of it."""
    told: list[Axis] = []
    left: Stage | None = None
    for axis in axes:
        takes = axis.meaning.stage is None and left is not None and axis.meaning.measure in _STAGED and not _sums_up(axis, told, words)
        told.append(replace(axis, meaning=axis.meaning._replace(stage=left), told_stage=False) if takes else axis)
        if not takes and (axis.total or axis.meaning.stage is not None):
            left = axis.meaning.stage if axis.meaning.measure else None
    return told


def _sums_up(axis: Axis, before: Sequence[Axis], words: Vocabulary) -> bool:
    """Whether a column behind those of several stages is headed as a total of what they count."""
    stages = {other.meaning.stage for other in before if other.meaning.stage and other.told_stage}
    return len(stages) > 1 and any((word,) in words.totals for word in tokens(axis.label))


def _staged(axes: Sequence[Axis]) -> list[Axis]:
    """The columns, results that are headed alike and stand behind one stage each told of that stage ("Stage 1 | % | Stage 2 | %")."""
    left: list[Stage | None] = []
    for axis in axes:
        left.append(axis.meaning.stage or (left[-1] if left and not axis.total else None))
    alike = [[n for n, other in enumerate(axes) if other == axis and axis.meaning.measure in _STAGED] for axis in axes]
    apart = [len(group) > 1 and None not in (found := [left[n] for n in group]) and len({*found}) == len(found) for group in alike]
    return [
        replace(axis, meaning=axis.meaning._replace(stage=stage), told_stage=False) if is_apart and axis.meaning.stage is None else axis
        for axis, stage, is_apart in zip(axes, left, apart, strict=True)
    ]


def _categorised(axes: Sequence[Axis], setting: Setting) -> list[Axis]:
    """The columns, those side by side whose headings are categories of one breakdown told as such ("Service | Policy | Staff")."""
    told: list[Axis] = []
    for open_, run in groupby(axes, key=lambda axis: bool(axis.free or axis.names) and not axis.meaning):
        group = list(run)
        dimension = dimension_of([axis.label for axis in group], setting.words) if open_ else None
        told += [_category(axis, dimension) for axis in group] if dimension else group
    return told


def _category(axis: Axis, dimension: Dimension) -> Axis:
    return replace(axis, meaning=Meaning(dimension=dimension, category=axis.label), free="", doubt="", names=False)


def _shared(axes: Sequence[Axis], grid: Grid, layout: Layout) -> list[Axis]:
    """The columns, those headed with no more than `%` told by their figures: a rate of the count left of it, or a share."""
    values = [column_values(grid, layout.body, c) for c in layout.data]
    told = list(axes)
    for at, (left, axis) in enumerate(pairwise(axes), 1):
        if axis.meaning.measure is not Measure.SHARE_PCT or axis.meaning.dimension or not _may_count(left):
            continue
        bases = [column for column, other in zip(values, axes, strict=True) if other.meaning.measure in _BASES]
        share = share_of(values[at], values[at - 1], bases)
        if share is Share.RATE and left.meaning.measure in RATES:
            told[at] = replace(axis, meaning=left.meaning._replace(measure=RATES[left.meaning.measure]))
        elif share is Share.OF_TOTAL and left.meaning.measure in {None, *_BASES}:
            told[at] = replace(axis, meaning=axis.meaning.within(left.meaning._replace(measure=None)), based=True)
    return told


def _may_count(axis: Axis) -> bool:
    """Whether a column may hold counts: its measure, or nothing but words that count."""
    return not (axis.free or axis.names or axis.doubt) and axis.meaning.measure is not Measure.SHARE_PCT


def _distinct(axes: Sequence[Axis], grid: Grid, layout: Layout) -> list[Axis]:
    """The columns; of two that say the same and have figures in one row neither can be read."""
    said: dict[Axis, int] = {}
    kinds = [said.setdefault(replace(axis, told_stage=True), n) for n, axis in enumerate(axes)]
    spots = [[(kind, r) for r in layout.body if is_figure(str(grid.rows[r][c].text))] for kind, c in zip(kinds, layout.data, strict=True)]
    often = Counter(chain(*spots))
    alike = [any(often[spot] > 1 for spot in own) for own in spots]
    return [replace(axis, doubt=axis.doubt or "another column says the same") if n else axis for n, axis in zip(alike, axes, strict=True)]


def _headings(grid: Grid, layout: Layout, column: int) -> list[Cell]:
    """A column's headings from the nearest; an empty one above the lowest row of headings is spanned by the one to its left."""
    found = []
    for r in reversed(layout.heads):
        spanned = [c for c in reversed(layout.data) if c <= column] if r != layout.heads[-1] else [column]
        found.append(next((grid.rows[r][c] for c in spanned if grid.rows[r][c].text), grid.rows[r][column]))
    return [cell for cell in dict.fromkeys(found) if cell.text]


def _is_unspanned(grid: Grid, layout: Layout, column: int) -> bool:
    """Whether nothing stands over or left of a heading that others share, who have something over them: a heading centred over several."""
    if len(layout.heads) < 2:  # noqa: PLR2004  one row of headings spans nothing
        return False
    upper, lower = grid.rows[layout.heads[-2]], grid.rows[layout.heads[-1]]
    before = [upper[c] for c in layout.data if c <= column]
    shared = [c for c in layout.data if str(lower[c].text) == str(lower[column].text)]
    return not any(cell.text for cell in before) and len(shared) > 1 and any(upper[c].text for c in layout.data)


def _says_nothing(heading: Heading, setting: Setting, *, alone: bool) -> bool:
    """Whether the name of a chart's series is a program's, or, where there is no other series, nothing that says what it counts."""
    return tokens(heading.text) in setting.words.unnamed_series or (alone and not (heading.meaning or heading.periods or heading.counts))


def _spanned_dimension(headings: Sequence[Heading]) -> Dimension | None:
    """What a heading above others says of their labels ("Channel" over "Email" and "Letter")."""
    return next((Dimension(heading.axis) for heading in headings[1:] if heading.axis in DIMENSIONS), None)


def _stacked(headings: Sequence[Heading], setting: Setting, dimension: Dimension | None) -> Axis:
    """One column's headings, from the nearest to the farthest."""
    meaning, free, doubts = Meaning(), "", []
    for heading in headings:
        said, doubt = when(heading, setting)
        if is_named(heading, setting.words):
            free = free or clean_label(heading.text)
            continue
        if dimension and setting.words.labels.get(label_key(heading.text)) is dimension:
            said = _of(dimension, heading, Measure.SHARE_PCT if "%" in tokens(heading.text) else None)
        elif heading.left and dimension and _says_nothing_but_share(said):
            said = _of(dimension, heading, said.measure)
        elif heading.left and (said == Meaning(regime=said.regime) or _is_named_by(said, heading, setting)):
            said, free = Meaning(), free or clean_label(heading.text)
        elif heading.left and said:
            doubts.append(f"words not understood in its heading: {' '.join(heading.left)}")
        doubts += [told for told in (heading.doubt, doubt) if told]
        meaning = meaning.within(said)
    return Axis(
        meaning,
        free or (clean_label(headings[0].text) if headings and names_regime(headings[0]) else ""),
        "; ".join(doubts),
        any(heading.total for heading in headings[:1]),
        escalated_to=any(heading.escalated_to for heading in headings),
        counts=any(heading.counts for heading in headings),
        based=any(heading.based for heading in headings),
        label=clean_label(headings[0].text) if headings else "",
        names=any(heading.axis and not is_named(heading, setting.words) for heading in headings),
        heads=next((heading.axis for heading in headings if heading.axis), ""),
    )


def _of(dimension: Dimension, heading: Heading, measure: Measure | None) -> Meaning:
    return Meaning(dimension=dimension, category=_SHARE.sub("", clean_label(heading.text)).strip(), measure=measure)


def _is_named_by(said: Meaning, heading: Heading, setting: Setting) -> bool:
    """Whether a heading is a service's name although one of its words is that of a measure."""
    return said.measure is not None and said == Meaning(measure=said.measure) and is_service(heading.text, setting.words)


def _says_nothing_but_share(said: Meaning) -> bool:
    return said._replace(measure=None) == Meaning() and said.measure in {None, Measure.SHARE_PCT}
