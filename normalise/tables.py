"""Grid -> figures: a figure's meaning is what its row, its column, its section and its report say together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace

from normalise.axes import Axis, is_figure
from normalise.meaning import Meaning
from normalise.setting import Setting
from normalise.sheet import Row, Sheet, Surroundings, grid_to_sheet, is_filled, stacked_periods
from normalise.stated import Stated, Unclear, measured, unit_of
from normalise.values import Printed, cell_to_figures
from schemas import Basis, Cell, Grid, Measure, Source, Stage, State, Text, Unit

_RESULTS = frozenset(Measure) - {Measure.RECEIVED, Measure.ESCALATED, Measure.ESCALATED_PCT}
_ABOVE = {Stage.ONE: Stage.TWO, Stage.TWO: Stage.THREE, Stage.THREE: Stage.FOUR}
_PAIR = 2


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
    band = Axis()
    for row in sheet.rows:
        if row.has_figures:
            yield from _row(sheet, row, band, source)
        else:
            band = row.axis if any(row.labels) else band
            yield from (_worded(cell) for cell in dict.fromkeys(row.cells) if _has_digit(cell) and cell.text not in row.labels)


def _row(sheet: Sheet, row: Row, band: Axis, source: Source) -> Iterator[Stated | Unclear]:
    """The figures of a row, with what the band above it says."""
    stacked = stacked_periods(row, sheet.around)
    axis = replace(row.axis, meaning=Meaning(), doubt="") if stacked else row.axis
    if not band.free:
        axis = replace(axis, meaning=axis.meaning.within(band.meaning))
    for c, cell in enumerate(row.cells):
        printed = cell_to_figures(str(cell.text))
        if printed is None:
            yield from [_worded(cell)] if _has_digit(cell) else []
            continue
        about = _meaning(sheet, axis, sheet.columns[c])
        told = _Told(cell, source, row.directorate or sheet.around.directorate, sheet.around)
        if printed:
            yield from told.figures(printed, about, stacked)
        elif isinstance(about, Meaning) and about.measure and c in sheet.filled and is_filled(row):
            yield told.missing(about, about.measure)


def _has_digit(cell: Cell) -> bool:
    return any(char.isdigit() for char in str(cell.text))


def _worded(cell: Cell) -> Unclear:
    return Unclear(cell.text, cell.place, "words and figures in one cell")


def _meaning(sheet: Sheet, row: Axis, column: Axis) -> Meaning | str:
    """Row and column together, or why they do not go together."""
    if row.doubt or column.doubt:
        return row.doubt or column.doubt
    if row.free and column.free:
        return f"neither {row.free!r} nor {column.free!r} says what is counted"
    across = replace(column.meaning, stage=None) if row.meaning.stage and not column.told_stage else column.meaning
    for name in (f.name for f in fields(Meaning)):
        said = sorted({str(part) for part in (getattr(row.meaning, name), getattr(across, name)) if part is not None})
        if len(said) > 1:
            return f"its row and its column say two things of its {name}: {' and '.join(said)}"
    total = (_total([r.axis for r in sheet.rows]) if row.total else Meaning()).within(_total(sheet.columns) if column.total else Meaning())
    own = _received(sheet, row.meaning.within(across), escalated_to=row.escalated_to or column.escalated_to)
    return Meaning(service=row.free or column.free or None).within(total).within(own)


def _total(axis: Sequence[Axis]) -> Meaning:
    """What a total adds up: services where the lines beside it name them, stages where they name these."""
    services = any(line.free for line in axis)
    stages = any(line.meaning.stage is not None and line.told_stage for line in axis)
    return Meaning(service="" if services else None, stage=Stage.ALL if stages else None)


def _received(sheet: Sheet, meaning: Meaning, *, escalated_to: bool) -> Meaning:
    """What is headed `escalated to stage 2` is what stage 2 received, where the same table goes on to that stage's results."""
    above = _ABOVE.get(meaning.stage) if escalated_to and meaning.stage else None
    told = {axis.meaning.measure for axis in sheet.columns if axis.meaning.stage is above}
    goes_on = above and told & _RESULTS and Measure.RECEIVED not in told
    return replace(meaning, stage=above, measure=Measure.RECEIVED) if goes_on else meaning


@dataclass(frozen=True, slots=True)
class _Told:
    """One cell, on the way to its figures."""

    cell: Cell
    source: Source
    directorate: str
    around: Surroundings

    def figures(self, printed: Sequence[Printed], about: Meaning | str, stacked: Sequence[Meaning]) -> Iterator[Stated | Unclear]:
        """Each figure of the cell; unclear with its reason where it cannot be told what it is."""
        parts = deal(printed, about, stacked, self.around.setting) if isinstance(about, Meaning) else ((item, about) for item in printed)
        for item, part in parts:
            words = self.cell.text.cut(item.start, item.end)
            told = measured(self._dated(part), item.unit) if isinstance(part, Meaning) else part
            if isinstance(told, str):
                yield Unclear(words, self.cell.place, told)
            else:
                yield self._stated(*told, words, item)

    def missing(self, about: Meaning, measure: Measure) -> Stated:
        """The figure that an empty cell does not print."""
        return self._stated(self._dated(about), unit_of(measure), self.cell.text, Printed(0, 0, "", State.MISSING))

    def _stated(self, meaning: Meaning, unit: Unit, words: Text, item: Printed) -> Stated:
        table = f"{self.source} {self.cell.place.table}"
        return Stated(meaning, item.value, unit, item.state, item.text, words, self.cell.place, table, self.directorate, self.source)

    def _dated(self, meaning: Meaning) -> Meaning:
        """All that is said, with the report's period and the section's stage (or all stages) where nothing nearer says one."""
        setting = self.around.setting
        basis = meaning.basis or (setting.basis_of(meaning.period) if meaning.period else Basis.CURRENT)
        period = meaning.period or setting.period_of(basis)
        return replace(meaning, basis=basis, period=period, stage=meaning.stage or self.around.stage or Stage.ALL)


def deal(
    printed: Sequence[Printed], meaning: Meaning, stacked: Sequence[Meaning], setting: Setting
) -> Iterator[tuple[Printed, Meaning | str]]:
    """Each figure of a cell with what it is about, or why that cannot be told.

    Stacked labels go with stacked figures. Where a sentence explains the brackets, the second figure of a pair is the earlier period's,
    even if its own brackets were forgotten. Without such a sentence a count beside a percentage is two facts of one thing.
    """
    prior = replace(meaning, basis=Basis.PRIOR, period=setting.brackets)
    dated = meaning.basis is not None or meaning.period is not None
    if stacked and len(stacked) == len(printed):
        yield from ((item, about.within(meaning)) for item, about in zip(printed, stacked, strict=True))
    elif stacked:
        yield from ((item, f"{len(stacked)} labels for {len(printed)} figures") for item in printed)
    elif len(printed) == 1 and (dated or not printed[0].bracketed):
        yield printed[0], meaning
    elif len(printed) == 1:
        yield printed[0], prior if setting.brackets else "nothing explains its brackets"
    elif len(printed) == _PAIR and setting.brackets:
        yield from zip(printed, (meaning, prior), strict=True)
    elif len(printed) == _PAIR and {item.unit for item in printed} == {None, Unit.PERCENT}:
        yield from ((item, meaning) for item in printed)
    else:
        yield from ((item, f"nothing tells its {len(printed)} figures apart") for item in printed)
