"""What the labels of a row say, each under the heading of its column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from normalise.meaning import Meaning
from normalise.setting import Setting, when
from normalise.tables.axes import NAMES, Axis, clean_label, is_named, names_regime
from normalise.tables.categories import DIMENSIONS
from normalise.words.heading import Heading, read_heading
from schemas import Dimension, Measure, Stage
from schemas.vocabulary import Vocabulary, tokens

_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_OUTCOMES = frozenset({Dimension.OUTCOME, Dimension.ACTION})
"""Below these, outcomes that are measures of their own stay measures."""
_SCHEME = frozenset({"stage", "period", "measure"})
"""What labels may be that are no names."""
OWNERS = NAMES | {"authority"}
"""What the heading of labels says where they name whose figures these are."""


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


def label_axis(label: str, column: LabelColumn, setting: Setting) -> Axis:
    """What one label, which is not empty, says under the heading of its column.

    A label of unknown words is a name; beside a stage, a period or a word of comparison (average, target, change) it is none.
    """
    printed, axis = clean_label(label), column.axis
    heading = read_heading(f"stage {label}" if axis == "stage" and label[:1].isdigit() else label, setting.words)
    said, doubt = when(heading, setting)
    if names_regime(heading) and not is_named(heading, setting.words):
        return Axis(said, printed)
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
    if (axis in NAMES and (moved or heading.meaning.category is not None) and not compared) or (heading.axis in NAMES and not said):
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


def _of_authority(label: str, words: Vocabulary) -> Axis:
    """A row among those of several authorities: the report's own, or another one's, told by its name without what stands in brackets.

    In a report that is no authority's own, each row is one of those that it is about.
    """
    name = clean_label(_BRACKETS.sub(" ", label))
    if not any(words.comparing.intersection(own) for own in words.own):
        return Axis(free=name, label=name)
    return Axis(label=name) if tokens(name) in words.own else Axis(Meaning(measure=Measure.OTHER, category=name), label=name)


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
    if column.axis in DIMENSIONS:
        return Dimension(column.axis)
    return column.dimension if heading.left or not (said or heading.periods) else None


def _is_outcome(said: Meaning, axis: str) -> bool:
    """Whether a label below a word for outcomes or remedies is an outcome that is a measure; among remedies none is an ombudsman's."""
    remedy = said.measure is Measure.REMEDY_GBP or (axis == Dimension.ACTION and said.stage is Stage.OMBUDSMAN)
    return axis in _OUTCOMES and said.measure is not None and not remedy
