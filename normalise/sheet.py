"""Grid -> sheet: the grid with what each of its rows and columns says, read once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from normalise.axes import Axis, column_axes, header_height, is_figure, label_width, row_axis
from normalise.meaning import Meaning
from normalise.setting import Setting, label_to_period
from normalise.values import cell_to_figures
from schemas import Cell, Grid, Passage, Stage, Text

_FILLED = 0.5
"""Share of a row and of a column that must hold figures before an empty cell of theirs is a missing figure and no gap of the layout."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a table: the stage that its caption or section names, the report's setting, the passages just above it.

    `names`: names that the report prints elsewhere, at which labels that run together are cut.
    """

    stage: Stage | None
    directorate: str
    setting: Setting
    above: tuple[Passage, ...]
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Row:
    """A row of figures: its labels as printed and what they say, the directorate one of them names, its cells right of the labels."""

    labels: tuple[Text, ...]
    axis: Axis
    directorate: str
    cells: tuple[Cell, ...]

    @property
    def has_figures(self) -> bool:
        return any(is_figure(str(cell.text)) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The body of a table of figures: its columns and rows, and which columns are filled enough to miss a figure."""

    columns: tuple[Axis, ...]
    rows: tuple[Row, ...]
    filled: frozenset[int]
    around: Surroundings


def grid_to_sheet(grid: Grid, around: Surroundings) -> Sheet | None:
    """The sheet of a grid; None where no row below the first holds a figure."""
    height = header_height(grid)
    body = grid.rows[height:]
    if not body:
        return None
    width = label_width(grid, height, around.setting.words)
    headings = [" ".join(str(grid.rows[r][c].text) for r in range(height)) for c in range(width)]
    labels = _labels([row[:width] for row in body], around) if width else _pulled_labels(body, around)
    rows = tuple(_row(label, headings, row[width:], around) for label, row in zip(labels, body, strict=True))
    columns = tuple(column_axes(grid, height, width, around.setting))
    counts = [sum(is_figure(str(row.cells[c].text)) for row in rows) for c in range(len(columns))]
    return Sheet(columns, rows, frozenset(c for c, count in enumerate(counts) if count >= _FILLED * len(rows)), around)


def is_filled(row: Row) -> bool:
    """Whether a row is filled enough to miss a figure where a cell is empty."""
    return sum(is_figure(str(cell.text)) for cell in row.cells) >= _FILLED * len(row.cells)


def _row(labels: tuple[Text, ...], headings: Sequence[str], cells: tuple[Cell, ...], around: Surroundings) -> Row:
    axis, directorate = row_axis([str(label) for label in labels], headings or [""], around.setting)
    unlabelled = bool(headings) and not any(labels)
    return Row(labels, Axis(doubt="its row has no label") if unlabelled else axis, directorate, cells)


def _labels(cells: Sequence[Sequence[Cell]], around: Surroundings) -> list[tuple[Text, ...]]:
    """Row labels; where one cell holds those of the empty cells below it, cut at the names that the report prints elsewhere."""
    labels = [tuple(cell.text for cell in row) for row in cells]
    for first, label in enumerate(labels):
        below = next((n for n, other in enumerate(labels[first + 1 :]) if any(other)), len(labels) - first - 1)
        pieces = _pieces(label[0], around.names) if below and len(label) == 1 else []
        if len(pieces) == below + 1:
            labels[first : first + below + 1] = [(piece,) for piece in pieces]
    return labels


def _pieces(label: Text, names: Collection[str]) -> list[Text]:
    """A text cut before and behind each of the names that stand in it; what is between two of them is one piece."""
    plain = f" {label} "
    cuts = {0, len(plain) - 2}
    for name in names:
        at = plain.find(f" {name} ")
        if name and at >= 0:
            cuts |= {at, at + len(name)}
    pieces = (label.cut(start, end) for start, end in pairwise(sorted(cuts)))
    return [piece for piece in pieces if piece]


def _pulled_labels(body: Sequence[Sequence[Cell]], around: Surroundings) -> list[tuple[Text, ...]]:
    """The labels that a converter pulled out of the table: the last lines above it that name a period, one for each row.

    A single row whose cells stack several figures has its labels stacked too.
    """
    dated = [passage.text for passage in around.above if label_to_period(str(passage.text), around.setting)]
    if len(body) == 1:
        printed = max(len(cell_to_figures(str(cell.text)) or ()) for cell in body[0])
        return [(Text.joined(dated[-printed:]),)]
    return [(label,) for label in dated[-len(body) :]] if len(dated) >= len(body) else [(Text(),)] * len(body)


def stacked_periods(row: Row, around: Surroundings) -> list[Meaning]:
    """The periods of a label whose lines each name one ("This year" over "Last year"), for figures that are stacked too."""
    lines = row.labels[-1].lines
    dated = [label_to_period(str(line), around.setting) for line in lines]
    whole = label_to_period(str(row.labels[-1]), around.setting)
    return [Meaning(basis=d[0], period=d[1]) for d in dated if d] if len(lines) > 1 and all(dated) and not whole else []
