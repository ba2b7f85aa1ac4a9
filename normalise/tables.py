"""Grid -> figures: a figure's meaning is what its row, its column, its section and its report say together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace

from normalise.axes import Axis
from normalise.layout import is_figure
from normalise.meaning import Meaning
from normalise.naming import is_service
from normalise.sheet import Row, Sheet, Surroundings, grid_to_sheet, is_filled, stacked_periods
from normalise.stated import RATES, Stated, Unclear, counted, measured, unit_of
from normalise.values import Printed, cell_to_figures
from schemas import Basis, Cell, Grid, Measure, Period, Source, Stage, State, Text, Unit

_RESULTS = frozenset(Measure) - {Measure.RECEIVED, Measure.ESCALATED, Measure.ESCALATED_PCT}
_ABOVE = {Stage.ONE: Stage.TWO, Stage.TWO: Stage.THREE, Stage.THREE: Stage.FOUR}
_PAIR = 2
_OUTCOMES = frozenset(
    {
        Measure.INVESTIGATED,
        Measure.UPHELD,
        Measure.PARTIALLY_UPHELD,
        Measure.UPHELD_OR_PARTLY,
        Measure.NOT_UPHELD,
        Measure.NOT_PURSUED,
        Measure.OPEN,
    }
)


_TIMELY = frozenset({Measure.IN_TARGET, Measure.IN_TARGET_PCT, Measure.OUT_OF_TARGET})


def grid_to_figures(grid: Grid, around: Surroundings) -> tuple[list[Stated], list[Unclear]]:
    """The figures of a table, and its cells that hold one and cannot be understood; a table that gives no figure is unclear as a whole."""
    sheet = grid_to_sheet(grid, around)
    read = list(_sheet(sheet, Source(grid.source))) if sheet else []
    figures = [item for item in read if isinstance(item, Stated)]
    unclear = [item for item in read if isinstance(item, Unclear)]
    if any(figure.state is State.REPORTED for figure in figures):
        return figures, unclear
    holds = any(is_figure(str(cell.text)) for row in grid.rows for cell in row)
    reason = unclear[0].reason if unclear else "nothing above its figures says what they are" if holds else "it is a table of words"
    return [], [Unclear(Text.joined(cell.text for cell in grid.rows[0]), grid.place, f"no figure of this table is understood: {reason}")]


def _sheet(sheet: Sheet, source: Source) -> Iterator[Stated | Unclear]:
    for above, row in zip((None, *sheet.rows), sheet.rows, strict=False):
        yield from _row(sheet, row, source, below=above is not None and _is_line_below(above, row))
    for cell in sheet.spanning:
        if is_figure(str(cell.text)):
            yield Unclear(cell.text, cell.place, "one cell stands in several rows or columns")


def _is_line_below(above: Row, row: Row) -> bool:
    """Whether a row is the second line of a pair under one label, with its figures in brackets, but for those that were forgotten."""
    figures = [[item for cell in line.cells for item in cell_to_figures(str(cell.text)) or ()] for line in (above, row)]
    bracketed = [sum(item.bracketed for item in items) for items in figures]
    return any(row.labels) and above.labels == row.labels and bracketed[0] == 0 and 2 * bracketed[1] > len(figures[1])


def _row(sheet: Sheet, row: Row, source: Source, *, below: bool) -> Iterator[Stated | Unclear]:
    """The figures of a row; `below`: all of them are meant to be in brackets."""
    stacked = stacked_periods(row, sheet.around)
    axis = replace(row.axis, meaning=Meaning(), doubt="") if stacked else row.axis
    bracketed = any(figure.bracketed for cell in row.cells for figure in (cell_to_figures(str(cell.text)) or ())[1:])
    for c, cell in enumerate(row.cells):
        printed = cell_to_figures(str(cell.text))
        if cell in sheet.spanning:
            continue
        if printed is None:
            yield from [_worded(cell)] if _has_digit(cell) else []
            continue
        if below:
            printed = tuple(replace(item, bracketed=True) for item in printed)
        about = _meaning(sheet, axis, sheet.columns[c])
        told = _Told(cell, source, row.directorate or sheet.around.directorate, sheet.around, bracketed)
        if printed:
            yield from told.figures(printed, about, stacked)
        elif row.has_figures and isinstance(about, Meaning) and about.measure and c in sheet.filled and is_filled(row):
            yield told.missing(about, about.measure)


def _has_digit(cell: Cell) -> bool:
    return any(char.isnumeric() for char in str(cell.text))


def _worded(cell: Cell) -> Unclear:
    return Unclear(cell.text, cell.place, "what its cell holds is not a figure, or more than one")


def _meaning(sheet: Sheet, row: Axis, column: Axis) -> Meaning | str:
    """Row and column together, or why they do not go together."""
    if row.doubt or column.doubt:
        return row.doubt or column.doubt
    if column.free and any(other.axis.free for other in sheet.rows):
        return f"words not understood in its heading: {column.free}"
    row, column = _compared(row, column), _compared(column, row)
    across = replace(column.meaning, stage=None) if row.meaning.stage and not column.told_stage else column.meaning
    for name in (f.name for f in fields(Meaning)):
        said = sorted({str(part) for part in (getattr(row.meaning, name), getattr(across, name)) if part is not None})
        if len(said) > 1:
            return f"its row and its column say two things of its {name}: {' and '.join(said)}"
    total = (_total([r.axis for r in sheet.rows]) if row.total else Meaning()).within(_total(sheet.columns) if column.total else Meaning())
    own = _received(sheet, row.meaning.within(across), escalated_to=row.escalated_to or column.escalated_to)
    named = Meaning(service=row.free or column.free or None).within(own).within(total)
    return _counted(named, sheet, row, column)


def _compared(axis: Axis, other: Axis) -> Axis:
    """A row or column, where the other one says that the figures are those of other bodies: there its measure only tells them apart."""
    own, others = axis.meaning, other.meaning
    if own.measure is Measure.OTHER and others.measure not in {None, Measure.OTHER}:
        return replace(axis, meaning=replace(own, category=f"{own.category}, {other.label}", unit=own.unit or unit_of(others.measure)))
    if others.measure is Measure.OTHER and own.measure is not Measure.OTHER:
        return replace(axis, meaning=replace(own, measure=None, dimension=None, category=None))
    return axis


def _counted(meaning: Meaning, sheet: Sheet, row: Axis, column: Axis) -> Meaning | str:
    """What is counted where no heading says it: complaints, or what the caption says of its columns.

    Below a dimension complaints received are cases; a percentage of nothing said is a share of them there, and nowhere else.
    """
    counts = row.counts or (column.counts and not column.free)
    measure = meaning.measure or (Measure.RECEIVED if counts else _captioned(sheet, column))
    if measure is Measure.SHARE_PCT and meaning.dimension is None and not column.of_total:
        return "it does not say what it is a share of"
    below = meaning.dimension is not None and measure is Measure.RECEIVED
    return replace(meaning, measure=Measure.CASES if below else measure)


def _captioned(sheet: Sheet, column: Axis) -> Measure | None:
    """What a column counts that does not say it: what the caption says; complaints where the labels are of them, or their results follow.

    A heading of unknown words may say that it counts something else, but for the name of a service.
    """
    if column.names or (column.free and not is_service(column.free, sheet.around.setting.words)):
        return None
    results = any(axis.meaning.measure in _TIMELY for axis in sheet.columns)
    return sheet.around.context.measure or (Measure.RECEIVED if sheet.of_complaints or (results and not column.free) else None)


def _total(axis: Sequence[Axis]) -> Meaning:
    """What a total adds up: services where the lines beside it name them, stages where they name these; what they count, if it is one.

    The total of outcomes is what was decided.
    """
    services = any(line.free for line in axis)
    stages = any(line.meaning.stage is not None and line.told_stage for line in axis)
    counted = {line.meaning.measure for line in axis if line.meaning.measure} - {Measure.OTHER, *RATES.values()}
    measure = Measure.DECIDED if len(counted) > 1 and counted <= _OUTCOMES else counted.pop() if len(counted) == 1 else None
    return Meaning(service="" if services else None, stage=Stage.ALL if stages else None, measure=measure)


def _received(sheet: Sheet, meaning: Meaning, *, escalated_to: bool) -> Meaning:
    """What is headed `escalated to stage 2` is what stage 2 received, where the same table goes on to that stage's results."""
    above = _ABOVE.get(meaning.stage) if escalated_to and meaning.stage else None
    told = {axis.meaning.measure for axis in sheet.columns if axis.meaning.stage is above}
    goes_on = above and told & _RESULTS and Measure.RECEIVED not in told
    return replace(meaning, stage=above, measure=Measure.RECEIVED) if goes_on else meaning


@dataclass(frozen=True, slots=True)
class _Told:
    """One cell, on the way to its figures. `bracketed`: a cell of its row has a second figure in brackets."""

    cell: Cell
    source: Source
    directorate: str
    around: Surroundings
    bracketed: bool

    def figures(self, printed: Sequence[Printed], about: Meaning | str, stacked: Sequence[Meaning]) -> Iterator[Stated | Unclear]:
        """Each figure of the cell; unclear with its reason where it cannot be told what it is."""
        explained = self.bracketed or any(item.bracketed for item in printed)
        brackets = self.around.setting.brackets if explained else None
        parts = deal(printed, about, stacked, brackets) if isinstance(about, Meaning) else ((item, about) for item in printed)
        for item, part in parts:
            words = self.cell.text.cut(item.start, item.end)
            told = measured(self._dated(part), item) if isinstance(part, Meaning) else part
            if isinstance(told, str):
                yield Unclear(words, self.cell.place, told)
            else:
                yield self._stated(*told, words, item)

    def missing(self, about: Meaning, measure: Measure) -> Stated:
        """The figure that an empty cell does not print."""
        return self._stated(self._dated(about), unit_of(measure), self.cell.text, Printed(0, 0, "", State.MISSING))

    def _stated(self, meaning: Meaning, unit: Unit, words: Text, item: Printed) -> Stated:
        place = self.cell.place
        table = f"{self.source} {place.chart or place.table}"
        return Stated(meaning, item.value, unit, item.state, item.text, words, place, table, self.directorate, self.source)

    def _dated(self, meaning: Meaning) -> Meaning:
        """All that is said, with the period and stage of the caption, or the report's and all stages, where nothing nearer says one."""
        setting, context = self.around.setting, self.around.context
        default = None if meaning.basis is Basis.PRIOR else context.period
        period = meaning.period or default or setting.period_of(meaning.basis or Basis.CURRENT)
        basis = meaning.basis or (setting.basis_of(period) if period else Basis.CURRENT)
        return replace(meaning, basis=basis, period=period, stage=meaning.stage or context.stage or Stage.ALL)


def deal(
    printed: Sequence[Printed], meaning: Meaning, stacked: Sequence[Meaning], brackets: Period | None
) -> Iterator[tuple[Printed, Meaning | str]]:
    """Each figure of a cell with what it is about, or why that cannot be told.

    Stacked labels go with stacked figures. Where a sentence gives the period of `brackets`, the second figure of a pair is of that period,
    even if its own brackets were forgotten; a percentage in brackets beside a count might as well be its share. Without such a sentence a
    count beside a percentage is two facts of one thing.
    """
    prior = replace(meaning, basis=Basis.PRIOR, period=brackets)
    dated = meaning.basis is not None or meaning.period is not None
    units = [item.unit for item in printed]
    if stacked and len(stacked) == len(printed):
        yield from ((item, about.within(meaning)) for item, about in zip(printed, stacked, strict=True))
    elif stacked:
        yield from ((item, f"{len(stacked)} labels for {len(printed)} figures") for item in printed)
    elif len(printed) == 1 and (dated or not printed[0].bracketed):
        yield printed[0], meaning
    elif len(printed) == 1:
        yield printed[0], prior if brackets else "nothing explains its brackets"
    elif len(printed) == _PAIR and brackets and units == [None, Unit.PERCENT] and meaning.measure in RATES:
        yield printed[0], meaning
        yield printed[1], "it may be last year's or the share of the figure beside it"
    elif len(printed) == _PAIR and brackets:
        yield from zip(printed, (meaning, prior), strict=True)
    elif len(printed) == _PAIR and set(units) == {None, Unit.PERCENT} and (count := counted(meaning)):
        yield from ((item, count if item.unit is None else meaning) for item in printed)
    else:
        yield from ((item, f"nothing tells its {len(printed)} figures apart") for item in printed)
