"""Grid -> figures: a figure's meaning is what its row, its column, its section and its report say together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import groupby

from normalise.axes import Axis, LabelColumn, label_axis
from normalise.heading import read_heading
from normalise.layout import is_figure
from normalise.meaning import Meaning
from normalise.measure import crossed
from normalise.naming import is_service, may_be_service
from normalise.periods import months_of, whole_year
from normalise.sheet import Row, Sheet, Surroundings, grid_to_sheet, is_filled, stacked_periods
from normalise.stated import RATES, Stated, Unclear, counted, measured, unit_of
from normalise.values import Printed, cell_to_figures
from schemas import Basis, Cell, Dimension, Grid, Measure, Period, Source, Stage, State, Text, Unit

_RESULTS = frozenset(Measure) - {Measure.RECEIVED, Measure.ESCALATED, Measure.ESCALATED_PCT}
ABOVE = {Stage.ONE: Stage.TWO, Stage.TWO: Stage.THREE, Stage.THREE: Stage.FOUR}
_PAIR = 2
_DECISIONS = frozenset({Measure.UPHELD, Measure.PARTIALLY_UPHELD, Measure.UPHELD_OR_PARTLY, Measure.NOT_UPHELD})
_OUTCOMES = _DECISIONS | {Measure.INVESTIGATED, Measure.NOT_PURSUED, Measure.OPEN}


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
        alike = row.cells if row.axis.meaning.measure else [other.cells[c] for other in sheet.rows]
        told = _Told(
            cell, source, row.directorate or sheet.around.directorate, sheet.around, bracketed, shown(alike), sheet.columns[c].heads
        )
        if printed:
            yield from told.figures(printed, about, stacked)
        elif row.has_figures and isinstance(about, Meaning) and about.measure and _misses(sheet, row, c, about.measure):
            yield told.missing(about, about.measure)


def _misses(sheet: Sheet, row: Row, column: int, measure: Measure) -> bool:
    """Whether an empty cell misses a figure: its row and column are filled, its column is headed; not every measure has a target."""
    return measure is not Measure.TARGET and column in sheet.filled and is_filled(row) and sheet.columns[column] != Axis()


def shown(cells: Sequence[Cell]) -> Printed | None:
    """The first figure of cells whose first figures all show the same unit: what those of them that print none would show too."""
    firsts = [figures[0] for cell in cells if (figures := cell_to_figures(str(cell.text))) and figures[0].value is not None]
    return firsts[0] if len({(first.unit, bool(first.noun)) for first in firsts}) == 1 else None


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
    if column.free and not (column.meaning.regime or _names_services(sheet, column)):
        return f"words not understood in its heading: {column.free}"
    row, column = _compared(row, column), _compared(column, row)
    across = replace(column.meaning, stage=None) if row.meaning.stage and not column.told_stage else column.meaning
    across_row, across = _crossed(row, across)
    down = across_row.meaning
    if row.escalated_to and across.measure and down.stage in ABOVE and across.measure is not Measure.ESCALATED:
        down = replace(down, stage=ABOVE[down.stage], measure=None)
    measure = crossed(down.measure, across.measure)
    if measure is None and down.measure:
        return f"its row and its column say two things of its measure: {down.measure} and {across.measure}"
    for name in (f.name for f in fields(Meaning) if f.name not in {"measure", "unit"}):
        said = sorted({str(part) for part in (getattr(down, name), getattr(across, name)) if part is not None})
        if len(said) > 1:
            return f"its row and its column say two things of its {name}: {' and '.join(said)}"
    beside = _total(column, sheet.columns)
    total = _total(row, [r.axis for r in sheet.rows]).within(
        replace(beside, dimension=None, category=None) if row.meaning.dimension else beside
    )
    unit = None if measure is Measure.RATE_PER_1000 else across.unit or down.unit
    both = replace(down.within(across), measure=measure, unit=unit)
    own = _received(sheet, both, escalated_to=row.escalated_to or column.escalated_to)
    named = Meaning(service=row.free or column.free or None).within(own).within(total)
    return _counted(named, sheet, row, column)


def _names_services(sheet: Sheet, column: Axis) -> bool:
    """Whether headings of unknown words are services: the caption says so, or most hold only words of services, and one names a service."""
    if sheet.around.by in {"service", "directorate"}:
        return True
    words = sheet.around.setting.words
    named = [axis.free for axis in sheet.columns if axis.free]
    known = [name for name in named if may_be_service(name, words)]
    return any(is_service(name, words) for name in named) and (column.free in known or 2 * len(known) > len(named))


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
    whole = column.total and meaning.dimension in {Dimension.CAUSE, Dimension.THEME}
    counts = row.counts or whole or (column.counts and not (column.free and column.meaning.regime is None))
    listed = Measure.CASES if meaning.dimension and sheet.around.caption.counts and not column.free else None
    measure = meaning.measure or (Measure.RECEIVED if counts else _captioned(sheet, column)) or listed
    if measure is Measure.RECEIVED and not counts and sheet.around.context.measure is Measure.COMPLIMENTS:
        measure = Measure.COMPLIMENTS
    if measure is Measure.SHARE_PCT and meaning.dimension is None and not (row.based or column.based):
        return "it does not say what it is a share of"
    below = meaning.dimension is not None and measure is Measure.RECEIVED
    return replace(meaning, measure=Measure.CASES if below else measure)


def _captioned(sheet: Sheet, column: Axis) -> Measure | None:
    """What a column counts that does not say it: what the caption says; complaints, where the labels are of them or results follow."""
    if column.names:
        return None
    results = any(axis.meaning.measure in _TIMELY for axis in sheet.columns)
    return sheet.around.context.measure or (Measure.RECEIVED if sheet.of_complaints or (results and not column.free) else None)


def _crossed(row: Axis, across: Meaning) -> tuple[Axis, Meaning]:
    """Categories of two dimensions that cross are one of both: "Phone: Good", of the column's dimension."""
    if row.meaning.dimension is None or across.dimension is None:
        return row, across
    both = f"{row.meaning.category}: {across.category}"
    return replace(row, meaning=replace(row.meaning, dimension=None, category=None)), replace(across, category=both)


def _total(total: Axis, axis: Sequence[Axis]) -> Meaning:
    """What a total adds up: services where the lines beside it name them, stages where they name these; what they count, if it is one.

    The total of outcomes is what was decided; that of the parts of a breakdown is told as one of them, with its label.
    """
    if not total.total:
        return Meaning()
    lines = [line for line in axis if not line.total]
    services = any(line.free for line in lines)
    stages = {line.meaning.stage for line in lines if line.meaning.stage is not None and line.told_stage}
    counted = {_counts(line) for line in lines} - {None, Measure.OTHER, Measure.SHARE_PCT, *RATES.values()}
    decided = bool(counted & _DECISIONS) and len(counted) > 1 and counted <= _OUTCOMES | {Measure.CASES}
    measure = Measure.DECIDED if decided else counted.pop() if len(counted) == 1 else None
    parts = {None if line.doubt else line.meaning.dimension for line in lines}
    dimension = parts.pop() if len(parts) == 1 and measure in {None, Measure.CASES} else None
    return Meaning(
        service="" if services else None,
        stage=Stage.ALL if len(stages) > 1 else None,
        measure=measure,
        dimension=dimension,
        category=total.label if dimension else None,
    )


def _counts(line: Axis) -> Measure | None:
    """What a line of a total's table counts; None where it does not say it."""
    said = Measure.CASES if line.meaning.dimension else Measure.RECEIVED if line.counts else None
    return line.meaning.measure or said


def _received(sheet: Sheet, meaning: Meaning, *, escalated_to: bool) -> Meaning:
    """What is headed `escalated to stage 2` is what stage 2 received, where the same table goes on to that stage's results."""
    above = ABOVE.get(meaning.stage) if escalated_to and meaning.stage else None
    told = {axis.meaning.measure for axis in sheet.columns if axis.meaning.stage is above}
    goes_on = above and told & _RESULTS and Measure.RECEIVED not in told
    return replace(meaning, stage=above, measure=Measure.RECEIVED) if goes_on else meaning


@dataclass(frozen=True, slots=True)
class _Told:
    """One cell, on the way to its figures.

    `bracketed`: a cell of its row has a second figure in brackets; `alike`: a figure of those that the cell's would look like;
    `heads`: what the labels inside the cell are.
    """

    cell: Cell
    source: Source
    directorate: str
    around: Surroundings
    bracketed: bool
    alike: Printed | None
    heads: str

    def figures(self, printed: Sequence[Printed], about: Meaning | str, stacked: Sequence[Meaning]) -> Iterator[Stated | Unclear]:
        """Each figure of the cell; unclear with its reason where it cannot be told what it is."""
        for label, group in groupby(printed, key=lambda item: item.label):
            named = self._labelled(label, about) if label else about
            yield from self._group(list(group), named, stacked)

    def _labelled(self, label: str, about: Meaning | str) -> Meaning | str:
        """What a label inside the cell and the headings say together; the label is the nearer."""
        axis = label_axis(label, LabelColumn(axis=self.heads), self.around.setting)
        if isinstance(about, str) or axis.doubt:
            return axis.doubt or about
        if axis.free and about.measure is not Measure.OTHER:
            return f"words not understood in the label inside its cell: {axis.free}"
        if axis.total:
            return replace(about, measure=about.measure or Measure.DECIDED)
        if axis.free:
            return replace(about, category=f"{about.category} {axis.free}")
        own = replace(axis.meaning, measure=axis.meaning.measure or (Measure.CASES if axis.meaning.dimension else None))
        return own.within(about)

    def _group(self, printed: Sequence[Printed], about: Meaning | str, stacked: Sequence[Meaning]) -> Iterator[Stated | Unclear]:
        explained = self.bracketed or any(item.bracketed for item in printed)
        brackets = self.around.setting.brackets if explained else None
        parts = deal(printed, about, stacked, brackets, self.around) if isinstance(about, Meaning) else ((item, about) for item in printed)
        for item, part in parts:
            words = self.cell.text.cut(item.start, item.end)
            as_shown = replace(item, unit=self.alike.unit, noun=self.alike.noun) if item.value is None and self.alike else item
            told = measured(self._dated(part), as_shown) if isinstance(part, Meaning) else part
            if isinstance(told, str):
                yield Unclear(words, self.cell.place, told)
            else:
                yield self._stated(*told, words, item)

    def missing(self, about: Meaning, measure: Measure) -> Stated:
        """The figure that an empty cell does not print."""
        gap = Printed(0, 0, "", State.MISSING, unit=self.alike.unit if self.alike else None)
        told = measured(self._dated(about), gap)
        return self._stated(*((self._dated(about), unit_of(measure)) if isinstance(told, str) else told), self.cell.text, gap)

    def _stated(self, meaning: Meaning, unit: Unit, words: Text, item: Printed) -> Stated:
        place = self.cell.place
        table = f"{self.source} {place.chart or place.table}"
        state = State.MISSING if item.state is State.NIL and self._is_to_come(meaning) else item.state
        said = replace(meaning, unit=None)
        return Stated(said, item.value, unit, state, item.text, words, place, table, self.directorate, self.source)

    def _is_to_come(self, meaning: Meaning) -> bool:
        """Whether a dash stands for a period that begins when the report's own is over."""
        own = self.around.setting.period
        return own is not None and meaning.period is not None and meaning.period.start > own.end

    def _dated(self, meaning: Meaning) -> Meaning:
        """All that is said, with the period and stage of the caption, or the report's and all stages, where nothing nearer says one."""
        setting, context = self.around.setting, self.around.context
        default = None if meaning.basis is Basis.PRIOR else context.period
        period = meaning.period or default or setting.period_of(meaning.basis or Basis.CURRENT)
        basis = meaning.basis or (setting.basis_of(period) if period else Basis.CURRENT)
        if meaning.months and period:
            period = months_of(*meaning.months, whole_year(period))
        said = replace(meaning, basis=basis, period=period, months=None, stage=meaning.stage or context.stage or Stage.ALL)
        return replace(said, service=meaning.service or context.service or meaning.service, regime=meaning.regime or context.regime)


def deal(
    printed: Sequence[Printed], meaning: Meaning, stacked: Sequence[Meaning], brackets: Period | None, around: Surroundings
) -> Iterator[tuple[Printed, Meaning | str]]:
    """Each figure of a cell with what it is about, or why that cannot be told.

    Stacked labels go with stacked figures. Where a sentence gives the period of `brackets`, the second figure of a pair is of that period,
    even if its own brackets were forgotten; a percentage in brackets beside a count might as well be its share. Without such a sentence a
    count beside a percentage is two facts of one thing, and a fraction is that and its whole.
    """
    prior = replace(meaning, basis=Basis.PRIOR, period=brackets)
    dated = bool(meaning.basis or meaning.period or meaning.months)
    units = [item.unit for item in printed]
    if any(item.share for item in printed):
        yield from _shares(printed, meaning, around)
    elif stacked and len(stacked) == len(printed):
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
    elif len(printed) == _PAIR and set(units) == {None, Unit.PERCENT} and (count := _beside_share(meaning)):
        yield from ((item, count if item.unit is None else meaning) for item in printed)
    else:
        yield from ((item, f"nothing tells its {len(printed)} figures apart") for item in printed)


def _beside_share(meaning: Meaning) -> Meaning | None:
    """What a count beside a percentage counts; None where it is not known."""
    return replace(meaning, unit=Unit.COUNT) if meaning.measure is Measure.OTHER else counted(meaning)


def _shares(printed: Sequence[Printed], meaning: Meaning, around: Surroundings) -> Iterator[tuple[Printed, Meaning | str]]:
    """A fraction is a count and what it is of: what a note says that this is, else what was decided; a percentage beside it is the rate."""
    count = counted(meaning)
    for item in printed:
        if count is None:
            yield item, "nothing says what its fraction is of"
        elif item.share == "base":
            yield item, replace(count, measure=_whole(around) or Measure.DECIDED)
        else:
            yield item, count if item.share else meaning


def _whole(around: Surroundings) -> Measure | None:
    """What the notes around a table say that fractions are of: `(answered on time / received)`."""
    told = (read_heading(match[1], around.setting.words).meaning.measure for note in around.notes for match in _FRACTION.finditer(note))
    return next(filter(None, told), None)


_FRACTION = re.compile(r"[^\W\d]\s*/\s*([^\W\d][^/().:;]*)")
