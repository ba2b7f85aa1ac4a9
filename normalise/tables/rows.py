"""The rows of a table: what the labels of each say, together with the band above it and the rows beside it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from normalise.meaning import Meaning
from normalise.setting import Setting, label_to_period
from normalise.tables.axes import Axis, certain, clean_label
from normalise.tables.labels import OWNERS, LabelColumn, label_axis, row_axis
from normalise.tables.layout import Layout, is_alone, is_figure
from normalise.tables.row_labels import row_labels
from normalise.tables.surroundings import Surroundings
from normalise.words.heading import axis_of
from schemas import Cell, Grid, Measure, Text
from schemas.vocabulary import tokens

_KINDS = 2
"""Measures that the rows of a table name before they are taken for a list of measures."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of figures: its labels as printed and what they say, the directorate that one or the band above it names, its cells."""

    labels: tuple[Text, ...]
    axis: Axis
    directorate: str
    cells: tuple[Cell, ...]

    @property
    def has_figures(self) -> bool:
        return any(is_figure(str(cell.text)) for cell in self.cells)


def grid_to_rows(grid: Grid, layout: Layout, columns: Sequence[LabelColumn], around: Surroundings) -> tuple[Row, ...]:
    """The rows below the headings that are no bands, each with all that is said of it."""
    banded = _banded(grid, layout, _rows(grid, layout, columns, around), around.setting)
    return tuple(_of_one_kind(_without_counters(banded, around.setting), columns, around.setting))


def _rows(grid: Grid, layout: Layout, columns: Sequence[LabelColumn], around: Surroundings) -> dict[int, Row]:
    """Those rows with what their own labels say, by their position."""
    body = [r for r in layout.body if not (is_alone(grid.rows[r]) and layout.labels)]
    cells = {r: tuple(grid.rows[r][c] for c in layout.data) for r in body}
    labels = row_labels(grid, layout, body, around)
    return {r: _row(label, columns or [LabelColumn()], cells[r], around) for r, label in zip(body, labels, strict=True)}


def _row(labels: tuple[Text, ...], columns: Sequence[LabelColumn], cells: tuple[Cell, ...], around: Surroundings) -> Row:
    if not labels:
        return Row((Text(),), Axis(), "", cells)
    axis, directorate = row_axis([str(label) for label in labels], columns, around.setting)
    axis = certain(axis if any(labels) else Axis(doubt="its row has no label"), " ".join(map(str, labels)))
    return Row(labels, axis, directorate, cells)


def _banded(grid: Grid, layout: Layout, rows: dict[int, Row], setting: Setting) -> list[Row]:
    """The rows with what the band above each of them says.

    Bands of unknown words are directorates if no row is named alike below two of them, or above all; else it is not clear what they are.
    A total is its directorate's where each has one, and else the table's.
    """
    bands: dict[int, tuple[Axis, str]] = {}
    band = (Axis(), "")
    for r in layout.body:
        if r not in rows:
            text = str(grid.rows[r][0].text)
            band = (label_axis(text, LabelColumn(), setting), clean_label(text))
        bands[r] = band
    names = Counter(row.axis.free for row in rows.values() if row.axis.free)
    are_directorates = all(times == 1 for times in names.values())
    totals = sum(row.axis.total for row in rows.values())
    closed = totals >= len({text for _, text in bands.values() if text})
    return [
        replace(below, directorate="") if row.axis.total and not closed else below
        for r, row in rows.items()
        for below in [_below(row, *bands[r], are_directorates=are_directorates)]
    ]


def _below(row: Row, band: Axis, text: str, *, are_directorates: bool) -> Row:
    if row.axis.meaning.measure and not row.axis.free and (band.doubt or band.free):
        return row
    if band.doubt or (band.free and not are_directorates):
        return replace(row, axis=replace(row.axis, doubt=f"the band above it, {text!r}, does not say what it is"))
    axis = replace(row.axis, meaning=row.axis.meaning.within(band.meaning), counts=row.axis.counts or band.counts)
    return replace(row, axis=axis, directorate=row.directorate or band.free)


def _without_counters(rows: Sequence[Row], setting: Setting) -> list[Row]:
    """Between rows of names, a label that would count something else ("Population Health") is a name too, unless it compares."""
    named = any(row.axis.free for row in rows)
    return [_as_name(row) if named and _counts_others(row.axis.meaning, setting) else row for row in rows]


def _counts_others(meaning: Meaning, setting: Setting) -> bool:
    other = meaning.measure is Measure.OTHER and meaning.stage is None
    return other and setting.words.others.isdisjoint(tokens(meaning.category or ""))


def _as_name(row: Row) -> Row:
    return replace(row, axis=Axis(free=row.axis.label, label=row.axis.label))


def _of_one_kind(rows: Sequence[Row], columns: Sequence[LabelColumn], setting: Setting) -> list[Row]:
    """Among rows that say what they count, a label of unknown words counts something else and is no service, unless its heading says so."""
    counting = {row.axis.meaning.measure for row in rows if row.axis.meaning.measure and not row.axis.free}
    named = any(axis_of(column.heading, setting.words) in OWNERS for column in columns)
    if named or len(counting) < _KINDS:
        return list(rows)
    return [_uncounted(row) if row.axis.free else row for row in rows]


def _uncounted(row: Row) -> Row:
    return replace(row, axis=replace(row.axis, free="", doubt=f"words not understood in its row's label: {row.axis.free}"))


def stacked_periods(row: Row, around: Surroundings) -> list[Meaning]:
    """The periods of a label whose lines each name one ("This year" over "Last year"), for figures that are stacked too."""
    lines = row.labels[-1].lines
    dated = [label_to_period(str(line), around.setting) for line in lines]
    whole = label_to_period(str(row.labels[-1]), around.setting)
    differ = len({d[0] for d in dated if d}) > 1
    return [Meaning(basis=d[0], period=d[1]) for d in dated if d] if len(lines) > 1 and all(dated) and (differ or not whole) else []
