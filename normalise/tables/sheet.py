"""Grid -> sheet: the grid with what each of its rows and columns says, read once."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from normalise.meaning import Meaning
from normalise.sections.naming import is_service
from normalise.setting import Setting, label_to_period
from normalise.tables.axes import Axis, LabelColumn, clean_label, column_axes, label_axis, names_regime, row_axis
from normalise.tables.captions import BESIDE_COMPLAINTS, Caption, read_caption, together
from normalise.tables.categories import dimension_of
from normalise.tables.layout import Layout, column_heading, grid_to_layout, is_alone, is_figure
from normalise.tables.stacks import unstacked
from normalise.words.heading import axis_of, read_heading
from normalise.words.values import cell_to_figures
from schemas import UNCERTAIN, Cell, Dimension, Grid, GridSource, Measure, Passage, Stage, Text
from schemas.vocabulary import tokens

_NAMES = frozenset({"service", "directorate", "authority"})
_DIMENSIONS = frozenset(Dimension)
_KINDS = 2
"""Measures that the rows of a table name before they are taken for a list of measures."""
_FILLED = 0.5
"""Share of a row and of a column that must hold figures before an empty cell of theirs is a missing figure and no gap of the layout."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a table: what its captions and its section say of it, the report's setting, the passages just above.

    `names`: names that the report prints elsewhere, at which labels that run together are cut; `notes`: the passages just below the table;
    `by`: what its caption says that it is broken down by.
    """

    caption: Caption
    directorate: str
    setting: Setting
    above: tuple[Passage, ...]
    names: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    by: str = ""

    @property
    def context(self) -> Meaning:
        """What the captions and the section say of stage, period and what is counted."""
        return self.caption.meaning


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


@dataclass(frozen=True, slots=True)
class Sheet:
    """The body of a table of figures. `filled`: the columns filled enough to miss a figure; `spanning`: cells of several squares.

    `of_complaints`: the heading of its labels says that they are of complaints ("Area of complaint"); `named`: that they are services.
    """

    columns: tuple[Axis, ...]
    rows: tuple[Row, ...]
    filled: frozenset[int]
    spanning: frozenset[Cell]
    around: Surroundings
    of_complaints: bool = False
    named: bool = False


def grid_to_sheet(grid: Grid, around: Surroundings) -> Sheet | None:
    """The sheet of a grid; None where no row below its headings holds a figure."""
    grid = unstacked(grid, around.setting.words)
    layout = grid_to_layout(grid, around.setting.words)
    if layout is None:
        return None
    bands = [cell for r in layout.body if is_alone(grid.rows[r]) for cell in grid.rows[r]]
    if any(UNCERTAIN in str(cell.text) for cell in bands):
        return None
    around = replace(around, caption=_captions(grid, layout, around))
    across, shares = _across(grid, layout, around)
    named = _label_columns(grid, layout, around, across)
    banded = _banded(grid, layout, _rows(grid, layout, named, around), around.setting)
    rows = _of_one_kind(_without_counters(banded, around.setting), grid, layout, around.setting)
    axes = column_axes(grid, layout, around.setting, across if shares else _of_columns(grid, layout, named, around))
    columns = tuple(_certain(axis, column_heading(grid, layout.heads, c)) for axis, c in zip(axes, layout.data, strict=True))
    counts = [sum(is_figure(str(row.cells[c].text)) for row in rows) for c in range(len(columns))]
    filled = frozenset(c for c, count in enumerate(counts) if count >= _FILLED * len(rows))
    squares = Counter(cell for row in rows for cell in row.cells if cell.text)
    spanning = frozenset(cell for cell, times in squares.items() if times > 1)
    of_services = any(column.axis in _NAMES for column in named)
    return Sheet(columns, tuple(rows), filled, spanning, around, _is_of_complaints(grid, layout), of_services)


def _of_one_kind(rows: Sequence[Row], grid: Grid, layout: Layout, setting: Setting) -> list[Row]:
    """Among rows that say what they count, a label of unknown words counts something else and is no service, unless its heading says so."""
    counting = {row.axis.meaning.measure for row in rows if row.axis.meaning.measure and not row.axis.free}
    named = any(axis_of(column_heading(grid, layout.heads, c), setting.words) in _NAMES for c in layout.labels)
    if named or len(counting) < _KINDS:
        return list(rows)
    return [_uncounted(row) if row.axis.free else row for row in rows]


def _uncounted(row: Row) -> Row:
    return replace(row, axis=replace(row.axis, free="", doubt=f"words not understood in its row's label: {row.axis.free}"))


def _is_of_complaints(grid: Grid, layout: Layout) -> bool:
    headed = (word for c in layout.labels for word in tokens(column_heading(grid, layout.heads, c)))
    return not {"complaint", "complaints"}.isdisjoint(headed)


def is_filled(row: Row) -> bool:
    """Whether a row is filled enough to miss a figure where a cell is empty."""
    return sum(is_figure(str(cell.text)) for cell in row.cells) >= _FILLED * len(row.cells)


def _captions(grid: Grid, layout: Layout, around: Surroundings) -> Caption:
    """What stands across a table, the title of a chart and the captions around say together; then the name of the chart's only series."""
    said = together(read_caption(text, around.setting) for text in (layout.title, str(grid.title))).within(around.caption)
    if replace(said, more=False) == Caption():
        return said
    series = column_heading(grid, layout.heads, layout.data[0]) if grid.source is GridSource.CHART and len(layout.data) == 1 else ""
    return said.within(read_caption(series, around.setting))


def _across(grid: Grid, layout: Layout, around: Surroundings) -> tuple[Dimension | None, bool]:
    """The dimension that the headings of the columns are typical of, and whether one of them says that it is a share ("Good %")."""
    lowest = [read_heading(str(grid.rows[layout.heads[-1]][c].text), around.setting.words) for c in layout.data] if layout.heads else []
    free = [heading for heading in lowest if heading.left or heading.meaning.measure is Measure.OTHER]
    shares = any(heading.meaning.measure is Measure.SHARE_PCT for heading in free if heading.left)
    return dimension_of([heading.text for heading in free], around.setting.words), shares


def _of_columns(grid: Grid, layout: Layout, named: Sequence[LabelColumn], around: Surroundings) -> Dimension | None:
    """The caption's dimension, where no column of labels is of one and no heading of a column says what that column holds."""
    taken = any(column.dimension or column.axis in _DIMENSIONS for column in named)
    headings = [read_heading(column_heading(grid, layout.heads, c), around.setting.words) for c in layout.data]
    said = any(h.axis or h.counts or h.meaning.stage or h.meaning.measure not in {None, Measure.SHARE_PCT} for h in headings)
    return None if taken or said else _captioned(around)


def _captioned(around: Surroundings) -> Dimension | None:
    """The one dimension that the captions name."""
    return around.caption.dimensions[0] if len(around.caption.dimensions) == 1 else None


def _label_columns(grid: Grid, layout: Layout, around: Surroundings, across: Dimension | None) -> list[LabelColumn]:
    """The columns of labels, and what those are of whose heading does not say it: what the caption says, or what they are typical of.

    A caption's dimension is that of the columns where their headings are typical of it.
    """
    words = around.setting.words
    found: list[LabelColumn] = []
    for c in layout.labels:
        heading = column_heading(grid, layout.heads, c)
        axis = axis_of(heading, words) or (around.by if not clean_label(heading) and not across else "")
        labels = [str(grid.rows[r][c].text) for r in layout.body if not is_alone(grid.rows[r])]
        axis = _type_to_axis(labels, around) if axis == Dimension.CAUSE else axis
        free = [label for label in labels if _is_free(label, around)]
        typical = dimension_of(free, words)
        said = typical if typical in around.caption.dimensions else _captioned(around)
        dimension = (typical if said == across else said or typical) if free and not axis else None
        found.append(LabelColumn(heading, axis, dimension))
    return found


def _type_to_axis(labels: Sequence[str], around: Surroundings) -> str:
    """What labels under a word for causes name: "type" may also be that of a procedure, of a service, or of feedback beside complaints.

    An ombudsman's categories are services.
    """
    words = around.setting.words
    headings = [read_heading(label, words) for label in labels]
    services = sum(is_service(label, words) for label in labels)
    if any(map(names_regime, headings)) or (around.context.stage is Stage.OMBUDSMAN and 2 * services >= len(labels)):
        return "service"
    beside = {heading.meaning.measure for heading in headings if not heading.left} & BESIDE_COMPLAINTS
    return "measure" if beside and any(heading.counts for heading in headings) else Dimension.CAUSE


def _is_free(label: str, around: Surroundings) -> bool:
    return bool(label) and not label_to_period(label, around.setting) and bool(read_heading(label, around.setting.words).left)


def _rows(grid: Grid, layout: Layout, columns: Sequence[LabelColumn], around: Surroundings) -> dict[int, Row]:
    """The rows that are no bands, by their position."""
    body = [r for r in layout.body if not (is_alone(grid.rows[r]) and layout.labels)]
    cells = {r: tuple(grid.rows[r][c] for c in layout.data) for r in body}
    labels = _labels([[grid.rows[r][c] for c in layout.labels] for r in body], around) if layout.labels else _pulled(cells, around)
    return {r: _row(label, columns or [LabelColumn()], cells[r], around) for r, label in zip(body, labels, strict=True)}


def _row(labels: tuple[Text, ...], columns: Sequence[LabelColumn], cells: tuple[Cell, ...], around: Surroundings) -> Row:
    if not labels:
        return Row((Text(),), Axis(), "", cells)
    axis, directorate = row_axis([str(label) for label in labels], columns, around.setting)
    axis = _certain(axis if any(labels) else Axis(doubt="its row has no label"), " ".join(map(str, labels)))
    return Row(labels, axis, directorate, cells)


def _certain(axis: Axis, named: str) -> Axis:
    """What a row or column says, unless a character of its name cannot be read: it might be the year's or the stage's."""
    return Axis(doubt=f"a character of {named!r} cannot be read for certain") if UNCERTAIN in named else axis


def _without_counters(rows: Sequence[Row], setting: Setting) -> list[Row]:
    """Between rows of names, a label that would count something else ("Population Health") is a name too, unless it compares."""
    named = any(row.axis.free for row in rows)
    return [_as_name(row) if named and _counts_others(row.axis.meaning, setting) else row for row in rows]


def _counts_others(meaning: Meaning, setting: Setting) -> bool:
    other = meaning.measure is Measure.OTHER and meaning.stage is None
    return other and setting.words.others.isdisjoint(tokens(meaning.category or ""))


def _as_name(row: Row) -> Row:
    return replace(row, axis=Axis(free=row.axis.label, label=row.axis.label))


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


def _labels(cells: Sequence[Sequence[Cell]], around: Surroundings) -> list[tuple[Text, ...]]:
    """Row labels.

    Of several, one that stands left of others is not printed again in the rows below, but for that of a total. Where one cell holds the
    labels of the empty cells below it, it is cut at the names that the report prints elsewhere.
    """
    labels = [tuple(cell.text for cell in row) for row in cells]
    for n, label in enumerate(labels):
        first = next((c for c, text in enumerate(label) if text), 0)
        spelled = tokens(str(label[first]))
        if n and first and (spelled not in around.setting.words.totals or spelled[:1] == ("sub",)):
            labels[n] = labels[n - 1][:first] + label[first:]
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


def _pulled(body: dict[int, tuple[Cell, ...]], around: Surroundings) -> list[tuple[Text, ...]]:
    """The labels that a converter pulled out of the table: the last lines above it that name a period, one for each row.

    A single row whose cells stack several figures has its labels stacked too; a single row needs no label.
    """
    dated = [passage.text for passage in around.above if label_to_period(str(passage.text), around.setting)]
    if len(body) == 1:
        printed = max(len(cell_to_figures(str(cell.text)) or ()) for row in body.values() for cell in row)
        return [(Text.joined(dated[-printed:]),) if dated else ()]
    return [(label,) for label in dated[-len(body) :]] if len(dated) >= len(body) else [(Text(),)] * len(body)


def stacked_periods(row: Row, around: Surroundings) -> list[Meaning]:
    """The periods of a label whose lines each name one ("This year" over "Last year"), for figures that are stacked too."""
    lines = row.labels[-1].lines
    dated = [label_to_period(str(line), around.setting) for line in lines]
    whole = label_to_period(str(row.labels[-1]), around.setting)
    differ = len({d[0] for d in dated if d}) > 1
    return [Meaning(basis=d[0], period=d[1]) for d in dated if d] if len(lines) > 1 and all(dated) and (differ or not whole) else []
