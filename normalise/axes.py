"""Grid -> its axes: which rows are headings, which columns are labels, and what each row and column says."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from normalise.heading import Heading, read_heading
from normalise.meaning import Meaning
from normalise.setting import Setting, when
from normalise.values import cell_to_figures
from schemas import Cell, Dimension, Grid, Measure, Stage
from schemas.vocabulary import Vocabulary

_YEAR = re.compile(r"^(?:19|20)\d\d$")
_MARKS = re.compile(r"^[\s*†‡•–—-]+|[\s*†‡–—:¹²³⁰-]+$|[⁰¹²³⁴-⁹]+$")
_DIMENSIONS = frozenset(Dimension)
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
    """What a row or a column says. `free`: its label of words that are not the report's scheme; `doubt`: why it cannot be read."""

    meaning: Meaning = Meaning()  # noqa: RUF009  frozen, so safe to share
    free: str = ""
    doubt: str = ""
    total: bool = False
    told_stage: bool = True
    escalated_to: bool = False


def header_height(grid: Grid) -> int:
    """The number of rows above the first that holds a figure; a row of years is a heading."""
    return next(
        (n for n, row in enumerate(grid.rows) if any(is_figure(str(cell.text)) for cell in row[1:] or row) and not _is_years(row)),
        len(grid.rows),
    )


def _is_years(row: Sequence[object]) -> bool:
    texts = [str(getattr(cell, "text", "")) for cell in row[1:]]
    filled = [text for text in texts if text]
    return len(filled) > 1 and all(_YEAR.match(text) for text in filled)


def is_figure(text: str) -> bool:
    """Whether a cell holds figures and nothing else."""
    return bool(cell_to_figures(text))


def label_width(grid: Grid, height: int, words: Vocabulary) -> int:
    """The number of leading columns that hold labels: words and no figure; from the second on, under a heading of labels or none."""
    body = grid.rows[height:]
    columns = [[str(row[c].text) for row in body] for c in range(len(grid.rows[0]))]
    headings = [" ".join(str(grid.rows[r][c].text) for r in range(height)) for c in range(len(columns))]
    labels = (
        any(column) and not any(map(is_figure, column)) and (not n or _heads_labels(headings[n], column, words))
        for n, column in enumerate(columns)
    )
    return next((n for n, is_label in enumerate(labels) if not is_label), len(columns))


def _heads_labels(heading: str, column: Sequence[str], words: Vocabulary) -> bool:
    if heading.strip():
        return bool(read_heading(heading, words).axis)
    return not any(char.isdigit() for text in column for char in text)


def column_axes(grid: Grid, height: int, width: int, setting: Setting) -> list[Axis]:
    """What each column right of the labels says, the lower heading nearest; a result takes its stage from the left where it says none."""
    axes: list[Axis] = []
    left: Stage | None = None
    for c in range(width, len(grid.rows[0])):
        cells = dict.fromkeys(_heading(grid, r, c, width, height) for r in reversed(range(height)))
        axis = _stacked([read_heading(str(cell.text), setting.words) for cell in cells if cell.text], setting)
        if axis.meaning.stage is None and left is not None and axis.meaning.measure in _STAGED:
            axis = replace(axis, meaning=Meaning(stage=left).within(axis.meaning), told_stage=False)
        elif axis.total or axis.meaning.stage is not None:
            left = None if axis.total else axis.meaning.stage
        axes.append(axis)
    return axes


def _heading(grid: Grid, r: int, c: int, width: int, height: int) -> Cell:
    """A heading cell; an empty one above the lowest row of headings is spanned by the one to its left."""
    spanned = range(c, width - 1, -1) if r < height - 1 else (c,)
    return next((grid.rows[r][at] for at in spanned if grid.rows[r][at].text), grid.rows[r][c])


def _stacked(headings: Sequence[Heading], setting: Setting) -> Axis:
    """One column's headings, from the nearest to the farthest."""
    meaning, free, doubts = Meaning(), "", []
    for heading in headings:
        said, doubt = when(heading, setting)
        if heading.left and said:
            doubts.append(f"words not understood in its heading: {' '.join(heading.left)}")
        elif heading.left:
            free = free or clean_label(heading.text)
        doubts += [told for told in (heading.doubt, doubt) if told]
        meaning = meaning.within(said)
    escalated_to = any(heading.escalated_to for heading in headings)
    return Axis(meaning, free, "; ".join(doubts), any(h.total for h in headings[:1]), escalated_to=escalated_to)


def row_axis(labels: Sequence[str], headings: Sequence[str], setting: Setting) -> tuple[Axis, str]:
    """What a row's label cells say together, and the directorate that one of them names."""
    directorate = ""
    parts: list[Axis] = []
    for label, above in zip(labels, headings, strict=True):
        axis = read_heading(above, setting.words).axis
        part = _label(label, above, axis, setting)
        if axis == "directorate" and len(labels) > 1:
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
        )
    return joined, directorate


def _label(label: str, above: str, axis: str, setting: Setting) -> Axis:
    """What one label says under the heading of its column."""
    if not label:
        return Axis()
    heading = read_heading(label, setting.words)
    if axis in _DIMENSIONS:
        return Axis(Meaning(dimension=Dimension(axis), category=clean_label(label)))
    said, doubt = when(heading, setting)
    if not heading.left:
        return Axis(said, doubt=heading.doubt or doubt, total=heading.total, escalated_to=heading.escalated_to)
    if said.stage is not None or said.period is not None:
        return Axis(said, doubt=f"words not understood in its row's label: {' '.join(heading.left)}")
    if clean_label(above) and not axis:
        return Axis(free=clean_label(label), doubt="the heading of the labels does not say what they name")
    return Axis(free=clean_label(label))
