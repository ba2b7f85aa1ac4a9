"""What a row or a column says: the sum of its headings or labels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from normalise.meaning import Meaning
from normalise.sections.naming import is_service, may_be_service
from normalise.setting import Setting, when
from normalise.stated import RATES
from normalise.tables.categories import dimension_of
from normalise.tables.layout import Layout, is_figure
from normalise.tables.shares import Share, column_values, share_of
from normalise.words.heading import Heading, read_heading
from schemas import Cell, Dimension, Grid, GridSource, Measure, Stage
from schemas.vocabulary import Vocabulary, label_key, tokens

_MARKS = re.compile(r"^[\s*†‡•–—-]+|[\s*†‡–—:¹²³⁰-]+$|[⁰¹²³⁴-⁹]+$")
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_SHARE = re.compile(r"\s*\(?%\)?\s*|\bper\s?cent(?:age)?\b", re.IGNORECASE)
_DIMENSIONS = frozenset(Dimension)
_OUTCOMES = frozenset({Dimension.OUTCOME, Dimension.ACTION})
"""Below these, outcomes that are measures of their own stay measures."""
_BASES = frozenset({Measure.RECEIVED, Measure.DECIDED, Measure.INVESTIGATED})
"""What results are parts of."""
_SCHEME = frozenset({"stage", "period", "measure"})
"""What labels may be that are no names."""
_NAMES = frozenset({"service", "directorate"})
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


def clean_label(text: str) -> str:
    """A label as printed, without footnote marks and stray dashes."""
    return _MARKS.sub("", text).strip()


@dataclass(frozen=True, slots=True)
class Axis:
    """What a row or a column says. `free`: its label of words that are not the report's scheme; `doubt`: why it cannot be read.

    `label`: its nearest heading or label as printed; `names`: that heading says what labels name, and no measure; `heads`: what they
    name (*Outcome*); `based`: the whole that its percentages are shares of is known: it names it, or it is the total of another column.
    """

    meaning: Meaning = Meaning()  # noqa: RUF009  frozen, so safe to share
    free: str = ""
    doubt: str = ""
    total: bool = False
    told_stage: bool = True
    escalated_to: bool = False
    counts: bool = False
    label: str = ""
    names: bool = False
    based: bool = False
    heads: str = ""


def column_axes(grid: Grid, layout: Layout, setting: Setting, dimension: Dimension | None = None) -> list[Axis]:
    """What each column of figures says, the lower heading nearest; a result takes its stage from the left where it says none.

    `dimension`: what headings of unknown words are, if that is known. Two columns that say the same are told apart by nothing, and neither
    is read.
    """
    axes: list[Axis] = []
    left: Stage | None = None
    is_chart = grid.source is GridSource.CHART
    for c in layout.data:
        headings = [read_heading(str(cell.text), setting.words) for cell in _headings(grid, layout, c)]
        headings = [heading for heading in headings if not (is_chart and _says_nothing(heading, setting, alone=len(layout.data) == 1))]
        axis = _stacked(headings, setting, _spanned_dimension(headings) or dimension)
        if _is_unspanned(grid, layout, c):
            axis = replace(axis, doubt="it is not clear which heading above it spans its column")
        if axis.meaning.stage is None and left is not None and axis.meaning.measure in _STAGED and not _sums_up(axis, axes, setting.words):
            axis = replace(axis, meaning=Meaning(stage=left).within(axis.meaning), told_stage=False)
        elif axis.total or axis.meaning.stage is not None:
            left = axis.meaning.stage if axis.meaning.measure else None
        axes.append(axis)
    axes = _staged(_shared(_categorised(axes, setting), grid, layout))
    said = [replace(axis, told_stage=True) for axis in axes]
    filled = [{r for r in layout.body if is_figure(str(grid.rows[r][c].text))} for c in layout.data]
    pairs = [(n, at) for n in range(len(said)) for at in range(len(said)) if n != at and said[n] == said[at] and filled[n] & filled[at]]
    alike = {n for n, _ in pairs}
    return [replace(axis, doubt=axis.doubt or "another column says the same") if n in alike else axis for n, axis in enumerate(axes)]


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
        replace(axis, meaning=replace(axis.meaning, stage=stage), told_stage=False) if is_apart and axis.meaning.stage is None else axis
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
            told[at] = replace(axis, meaning=replace(left.meaning, measure=RATES[left.meaning.measure]))
        elif share is Share.OF_TOTAL and left.meaning.measure in {None, *_BASES}:
            told[at] = replace(axis, meaning=axis.meaning.within(replace(left.meaning, measure=None)), based=True)
    return told


def _may_count(axis: Axis) -> bool:
    """Whether a column may hold counts: its measure, or nothing but words that count."""
    return not (axis.free or axis.names or axis.doubt) and axis.meaning.measure is not Measure.SHARE_PCT


def _category(axis: Axis, dimension: Dimension) -> Axis:
    return replace(axis, meaning=Meaning(dimension=dimension, category=axis.label), free="", doubt="", names=False)


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
    return next((Dimension(heading.axis) for heading in headings[1:] if heading.axis in _DIMENSIONS), None)


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


def names_regime(heading: Heading) -> bool:
    """Whether a heading says no more than whose procedure it is: then it also names what its row or column is of."""
    said = heading.meaning
    return said.regime is not None and not heading.left and said == Meaning(regime=said.regime)


def is_named(heading: Heading, words: Vocabulary) -> bool:
    """Whether a word for whose procedure it is and one for what labels name are a service's name together: Corporate Resources."""
    said = heading.meaning
    return bool(heading.axis in _NAMES and said == Meaning(regime=said.regime) and said and may_be_service(heading.text, words))


def _of(dimension: Dimension, heading: Heading, measure: Measure | None) -> Meaning:
    return Meaning(dimension=dimension, category=_SHARE.sub("", clean_label(heading.text)).strip(), measure=measure)


def _is_named_by(said: Meaning, heading: Heading, setting: Setting) -> bool:
    """Whether a heading is a service's name although one of its words is that of a measure."""
    return said.measure is not None and said == Meaning(measure=said.measure) and is_service(heading.text, setting.words)


def _says_nothing_but_share(said: Meaning) -> bool:
    return replace(said, measure=None) == Meaning() and said.measure in {None, Measure.SHARE_PCT}


@dataclass(frozen=True, slots=True)
class LabelColumn:
    """The heading of a column of labels, what it says that they name, and the dimension that a caption or they themselves are of."""

    heading: str = ""
    axis: str = ""
    dimension: Dimension | None = None


def row_axis(labels: Sequence[str], columns: Sequence[LabelColumn], setting: Setting) -> tuple[Axis, str]:
    """What a row's label cells say together, and the directorate that one of them names."""
    directorate = ""
    parts: list[Axis] = []
    for label, column in zip(labels, columns, strict=True):
        part = label_axis(label, column, setting) if label else Axis()
        if column.axis == "directorate" and len(labels) > 1:
            directorate = part.free
        elif part != Axis():
            parts.append(part)
    joined = Axis()
    for part in parts:
        joined = Axis(
            part.meaning.within(joined.meaning),
            part.free or joined.free,
            part.doubt or joined.doubt,
            part.total or joined.total,
            escalated_to=part.escalated_to or joined.escalated_to,
            counts=part.counts or joined.counts,
            label=part.label or joined.label,
            based=part.based or joined.based,
        )
    return joined, directorate


def _of_authority(label: str, words: Vocabulary) -> Axis:
    """A row among those of several authorities: the report's own, or another one's, told by its name without what stands in brackets.

    In a report that is no authority's own, each row is one of those that it is about.
    """
    name = clean_label(_BRACKETS.sub(" ", label))
    if not any(words.comparing.intersection(own) for own in words.own):
        return Axis(free=name, label=name)
    return Axis(label=name) if tokens(name) in words.own else Axis(Meaning(measure=Measure.OTHER, category=name), label=name)


def label_axis(label: str, column: LabelColumn, setting: Setting) -> Axis:
    """What one label, which is not empty, says under the heading of its column.

    A label of unknown words is a name; beside a stage, a period or a word of comparison (average, target, change) it is none.
    """
    printed, axis = clean_label(label), column.axis
    heading = read_heading(f"stage {label}" if axis == "stage" and label[:1].isdigit() else label, setting.words)
    if names_regime(heading) and not is_named(heading, setting.words):
        return Axis(when(heading, setting)[0], printed)
    said, doubt = when(heading, setting)
    dimension = _dimension(heading, said, column)
    if dimension is not None:
        return Axis(Meaning(dimension=dimension, category=printed))
    compared = not setting.words.compared.isdisjoint(tokens(label))
    named = column.dimension or axis or not clean_label(column.heading)
    nameless = "" if named else "the heading of the labels does not say what they name"
    nameless = "it is a total of other rows than those above it" if _is_other_total(label, setting.words) else nameless
    if is_named(heading, setting.words):
        said, nameless = Meaning(), ""
    name = Axis(free=printed, doubt=nameless, label=printed)
    moved = heading.left and said == Meaning(basis=said.basis) and said.basis is not None  # "Climate Change"
    if (axis in _NAMES and (moved or heading.meaning.category is not None) and not compared) or (heading.axis in _NAMES and not said):
        return name
    if axis == "authority" and not (heading.total or said.measure):
        return _of_authority(label, setting.words)
    if not heading.left:
        of_what = nameless if heading.total and not read_heading(column.heading, setting.words).counts else ""
        return Axis(
            said,
            doubt=heading.doubt or doubt or of_what,
            total=heading.total,
            escalated_to=heading.escalated_to,
            counts=heading.counts,
            based=heading.based,
            label=printed,
        )
    if compared or axis in _SCHEME or said.stage is not None or said.period is not None or said.basis is not None:
        name = Axis(said, doubt=f"words not understood in its row's label: {' '.join(heading.left)}")
    return name


def _is_other_total(label: str, words: Vocabulary) -> bool:
    """Whether a label says that it is a total of a part only: *Total excluding withdrawn*."""
    spelled = tokens(label)
    return spelled[:1] in words.totals and any((word,) in words.remarks for word in spelled)


def _dimension(heading: Heading, said: Meaning, column: LabelColumn) -> Dimension | None:
    """The dimension of which a label is a category: that of its column's heading; else the one known of its column.

    Totals are of none, nor outcomes that are measures of their own, nor, where its heading does not say it, a label that says more.
    """
    of_scheme = not heading.left and (heading.periods or _is_outcome(said, column.axis))
    if heading.total or of_scheme:
        return None
    if column.axis in _DIMENSIONS:
        return Dimension(column.axis)
    return column.dimension if heading.left or not (said or heading.periods) else None


def _is_outcome(said: Meaning, axis: str) -> bool:
    """Whether a label below a word for outcomes or remedies is an outcome that is a measure; among remedies none is an ombudsman's."""
    remedy = said.measure is Measure.REMEDY_GBP or (axis == Dimension.ACTION and said.stage is Stage.OMBUDSMAN)
    return axis in _OUTCOMES and said.measure is not None and not remedy
