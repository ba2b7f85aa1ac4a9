"""Grid -> figures: a figure's meaning is what its row, its column, its section and its report say together."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import pairwise, zip_longest

from normalise.axes import Axis, clean_label, column_axes, header_height, is_figure, label_width, row_axis
from normalise.meaning import Meaning
from normalise.setting import Setting, label_to_period
from normalise.stated import Stated, Unclear, measured, unit_of
from normalise.values import Printed, cell_to_figures
from schemas import Basis, Cell, Grid, Measure, Passage, Source, Stage, State, Text, Unit
from schemas.vocabulary import Vocabulary

_FILLED = 0.5
"""Share of a row and of a column that must hold figures before an empty cell of theirs is a missing figure and no gap of the layout."""
_RESULTS = frozenset(measure for measure in Measure if measure not in {Measure.RECEIVED, Measure.ESCALATED, Measure.ESCALATED_PCT})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a table: the stage that its caption or section names, the report's setting, the passages just above it."""

    stage: Stage | None
    directorate: str
    setting: Setting
    above: tuple[Passage, ...]
    words: Vocabulary
    names: frozenset[str] = frozenset()
    """Names that the report prints elsewhere, at which labels run together can be told apart."""


def grid_to_figures(grid: Grid, around: Surroundings) -> tuple[list[Stated], list[Unclear]]:
    """The figures of a table, and its cells that hold one and cannot be understood; a table that gives no figure is unclear as a whole."""
    height = header_height(grid)
    if height == len(grid.rows):
        return [], [Unclear(grid.rows[0][0].text, grid.place, "a table without figures")] if _has_digits(grid) else []
    body = _Body(grid, height, around)
    read = [item for r in range(height, len(grid.rows)) for item in body.row(r)]
    figures = [item for item in read if isinstance(item, Stated)]
    unclear = [item for item in read if isinstance(item, Unclear)]
    if any(figure.state is State.REPORTED for figure in figures):
        return figures, unclear
    reason = unclear[0].reason if unclear else "it prints no figure"
    return [], [Unclear(Text.joined(cell.text for cell in grid.rows[0]), grid.place, f"no figure of this table is understood: {reason}")]


def _has_digits(grid: Grid) -> bool:
    return any(is_figure(str(cell.text)) for row in grid.rows for cell in row)


class _Body:
    """A grid with its axes read once."""

    def __init__(self, grid: Grid, height: int, around: Surroundings) -> None:
        self.grid, self.height, self.around = grid, height, around
        self.width = label_width(grid, height)
        self.columns = column_axes(grid, height, self.width, around.words, around.setting)
        self.labels = self._row_labels()
        self.band = Axis()
        self.headings = [" ".join(str(grid.rows[r][c].text) for r in range(height)) for c in range(self.width)]
        self.rows = [self._row(labels)[0] for labels in self.labels]

    def _row(self, labels: Sequence[Text]) -> tuple[Axis, str]:
        return row_axis([str(label) for label in labels], self.headings or [""], self.around.words, self.around.setting)

    def _row_labels(self) -> list[tuple[Text, ...]]:
        """The label cells of each row, or the lines above the table that a converter pulled out of it."""
        rows = self.grid.rows[self.height :]
        if self.width:
            return unstacked([tuple(cell.text for cell in row[: self.width]) for row in rows], self.around.names)
        dated = [p.text for p in self.around.above if label_to_period(str(p.text), self.around.setting, self.around.words)]
        if len(rows) == 1:
            printed = max(len(cell_to_figures(str(cell.text)) or ()) for cell in rows[0])
            return [(Text.joined(dated[-printed:]),)]
        return [(label,) for label in dated[-len(rows) :]] if len(dated) >= len(rows) else [(Text(),)] * len(rows)

    def row(self, r: int) -> Iterator[Stated | Unclear]:
        """The figures of one row."""
        cells = self.grid.rows[r][self.width :]
        labels = self.labels[r - self.height]
        row, directorate = self._row(labels)
        if not any(is_figure(str(cell.text)) for cell in cells):
            self.band = row if any(labels) else self.band
            yield from self._words_only(cells, labels)
            return
        if self.width and not any(labels) and not row.doubt:
            row = Axis(doubt="its row has no label")
        stacked = self._stacked(labels)
        filled = sum(is_figure(str(cell.text)) for cell in cells) >= _FILLED * len(cells)
        for c, cell in enumerate(cells):
            yield from self._cell(cell, self._row_of(row), self.columns[c], stacked, directorate, filled and self._is_filled(c))

    def _words_only(self, cells: Sequence[Cell], labels: Sequence[Text]) -> Iterator[Unclear]:
        for cell in dict.fromkeys(cells):
            if any(char.isdigit() for char in str(cell.text)) and cell.text not in labels:
                yield Unclear(cell.text, cell.place, "words and figures in one cell")

    def _row_of(self, row: Axis) -> Axis:
        """A row with what the band above it says."""
        return replace(row, meaning=row.meaning.within(self.band.meaning)) if not self.band.free else row

    def _is_filled(self, c: int) -> bool:
        rows = self.grid.rows[self.height :]
        return sum(is_figure(str(row[self.width + c].text)) for row in rows) >= _FILLED * len(rows)

    def _stacked(self, labels: Sequence[Text]) -> list[Meaning]:
        """The periods of labels that stand one over the other for figures that do so too ("This year" over "Last year")."""
        lines = labels[-1].lines
        dated = [label_to_period(str(line), self.around.setting, self.around.words) for line in lines]
        whole = label_to_period(str(labels[-1]), self.around.setting, self.around.words)
        return [Meaning(basis=d[0], period=d[1]) for d in dated if d] if len(lines) > 1 and all(dated) and not whole else []

    def _cell(self, cell: Cell, row: Axis, column: Axis, stacked: list[Meaning], directorate: str, missing: bool) -> Iterator[Stated | Unclear]:  # noqa: FBT001, PLR0913
        printed = cell_to_figures(str(cell.text))
        if printed is None:
            if any(char.isdigit() for char in str(cell.text)):
                yield Unclear(cell.text, cell.place, "words and figures in one cell")
            return
        meaning = self._meaning(replace(row, meaning=Meaning(), doubt="") if stacked else row, column)
        if isinstance(meaning, str):
            if printed:
                yield Unclear(cell.text, cell.place, meaning)
            return
        place = directorate or self.around.directorate
        if not printed:
            if missing and meaning.measure:
                meant = self._dated(meaning)
                yield Stated(meant, None, unit_of(meaning.measure), State.MISSING, "", cell.text, cell.place, f"table {cell.place.table}", place)
            return
        for item, about in self._dealt(printed, meaning, stacked):
            told = measured(self._dated(about), item.unit) if isinstance(about, Meaning) else about
            if isinstance(told, str):
                yield Unclear(cell.text.cut(item.start, item.end), cell.place, told)
                continue
            source = Source(self.grid.source)
            at = cell.text.cut(item.start, item.end)
            yield Stated(told[0], item.value, told[1], item.state, item.text, at, cell.place, f"{source} {cell.place.table}", place, source)

    def _meaning(self, row: Axis, column: Axis) -> Meaning | str:
        """Row and column together, or why they do not go together."""
        if row.doubt or column.doubt:
            return row.doubt or column.doubt
        if row.free and column.free:
            return f"neither {row.free!r} nor {column.free!r} says what is counted"
        across = replace(column.meaning, stage=None) if row.meaning.stage and not column.told_stage else column.meaning
        for name in (f.name for f in fields(Meaning)):
            said = {getattr(row.meaning, name), getattr(across, name)} - {None}
            if len(said) > 1:
                return f"its row says {name} {min(map(str, said))}, its column {max(map(str, said))}"
        own = row.meaning.within(across)
        total = (self._total(self.rows) if row.total else Meaning()).within(self._total(self.columns) if column.total else Meaning())
        named = Meaning(service=row.free or column.free or None)
        return named.within(total).within(self._received(own, row, column))

    def _total(self, axis: Sequence[Axis]) -> Meaning:
        """What a total adds up: services where the lines beside it name them, stages where they name these."""
        services = any(line.free for line in axis)
        stages = any(line.meaning.stage is not None and line.told_stage for line in axis)
        return Meaning(service="" if services else None, stage=Stage.ALL if stages else None)

    def _received(self, meaning: Meaning, row: Axis, column: Axis) -> Meaning:
        """"Escalated to stage 2" is what stage 2 received where the same table goes on to that stage's results."""
        if not (row.escalated_to or column.escalated_to) or meaning.stage not in _ABOVE:
            return meaning
        above = _ABOVE[meaning.stage]
        told = {axis.meaning.measure for axis in self.columns if axis.meaning.stage is above}
        return Meaning(stage=above, measure=Measure.RECEIVED).within(meaning) if told & _RESULTS and Measure.RECEIVED not in told else meaning

    def _dealt(self, printed: Sequence[Printed], meaning: Meaning, stacked: list[Meaning]) -> Iterator[tuple[Printed, Meaning | str]]:
        """Each figure of a cell with what it is about: stacked labels, brackets for last year, or two facts of one count."""
        prior = Meaning(basis=Basis.PRIOR, period=self.around.setting.brackets)
        if stacked:
            for item, about in zip_longest(printed, stacked):
                if item is not None:
                    same = len(printed) == len(stacked)
                    yield item, about.within(meaning) if same else f"{len(stacked)} labels for {len(printed)} figures"
        elif len(printed) == 1:
            alone = printed[0].bracketed and meaning.period is None and meaning.basis is None
            unexplained = alone and prior.period is None
            yield printed[0], "nothing explains the brackets" if unexplained else (prior.within(meaning) if alone else meaning)
        elif len(printed) == 2 and prior.period is not None:  # noqa: PLR2004  a figure, and the same of last year
            yield printed[0], meaning
            yield printed[1], prior.within(replace(meaning, basis=None, period=None))
        elif len(printed) == 2 and {item.unit for item in printed} == {None, Unit.PERCENT}:  # noqa: PLR2004  a count and its share
            yield from ((item, meaning) for item in printed)
        else:
            yield from ((item, f"nothing tells its {len(printed)} figures apart") for item in printed)

    def _dated(self, meaning: Meaning) -> Meaning:
        """Everything said, with the report's period and the section's stage, or all stages, where nothing nearer says one."""
        setting = self.around.setting
        basis = meaning.basis or (setting.basis_of(meaning.period) if meaning.period else Basis.CURRENT)
        period = meaning.period or setting.period_of(basis)
        return Meaning(basis=basis, period=period).within(meaning).within(Meaning(stage=self.around.stage or Stage.ALL))


def unstacked(labels: Sequence[tuple[Text, ...]], names: Collection[str]) -> list[tuple[Text, ...]]:
    """Row labels, where one cell holds those of the empty cells below it: cut at the names that the report prints elsewhere."""
    dealt = list(labels)
    for first, label in enumerate(labels):
        below = next((n for n, other in enumerate(labels[first + 1 :]) if any(other)), len(labels) - first - 1)
        pieces = _pieces(label[0], names) if below and len(label) == 1 else []
        if len(pieces) == below + 1:
            dealt[first : first + below + 1] = [(piece,) for piece in pieces]
    return dealt


def _pieces(label: Text, names: Collection[str]) -> list[Text]:
    """A text cut before and behind each of the names that stand in it; what is between two of them is one piece."""
    plain = str(label)
    cuts = {0, len(plain)}
    for name in names:
        at = plain.find(name)
        if name and at >= 0 and plain[at - 1 : at] in {"", " "} and plain[at + len(name) : at + len(name) + 1] in {"", " "}:
            cuts |= {at, at + len(name)}
    pieces = (label.cut(start, end) for start, end in pairwise(sorted(cuts)))
    return [piece for piece in pieces if piece]


_ABOVE = {Stage.ONE: Stage.TWO, Stage.TWO: Stage.THREE, Stage.THREE: Stage.FOUR}

__all__ = ["Surroundings", "clean_label", "grid_to_figures"]
