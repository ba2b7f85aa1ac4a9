"""One cell -> figures: each of its figures with what it is about, or why that cannot be told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from normalise.meaning import Meaning
from normalise.stated import RATES, Stated, Unclear, counted, measured, unit_of
from normalise.tables.captions import BESIDE_COMPLAINTS
from normalise.tables.labels import LabelColumn, label_axis
from normalise.tables.surroundings import Surroundings
from normalise.words.heading import read_heading
from normalise.words.periods import months_of, whole_year
from normalise.words.values import Printed, cell_to_figures
from schemas import Basis, Cell, Measure, Period, Source, Stage, State, Text, Unit

_PAIR = 2

_FRACTION = re.compile(r"[^\W\d]\s*/\s*([^\W\d][^/().:;]*)")


def shown(cells: Sequence[Cell]) -> Printed | None:
    """The first figure of cells whose first figures all show the same unit: what those of them that print none would show too."""
    firsts = [figures[0] for cell in cells if (figures := cell_to_figures(str(cell.text))) and figures[0].value is not None]
    return firsts[0] if len({(first.unit, bool(first.noun)) for first in firsts}) == 1 else None


@dataclass(frozen=True, slots=True)
class Told:
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
            return about._replace(measure=about.measure or Measure.DECIDED)
        if axis.free:
            return about._replace(category=f"{about.category} {axis.free}")
        own = axis.meaning._replace(measure=axis.meaning.measure or (Measure.CASES if axis.meaning.dimension else None))
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
        said = meaning._replace(unit=None) if meaning.unit else meaning
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
        if meaning.months and period:
            period = months_of(*meaning.months, whole_year(period))
        basis = meaning.basis or (setting.basis_of(period) if period else Basis.CURRENT)
        return meaning._replace(
            basis=basis,
            period=period,
            months=None,
            stage=meaning.stage or (None if meaning.measure in BESIDE_COMPLAINTS else context.stage) or Stage.ALL,
            service=meaning.service or context.service or meaning.service,
            regime=meaning.regime or context.regime,
        )


def deal(
    printed: Sequence[Printed], meaning: Meaning, stacked: Sequence[Meaning], brackets: Period | None, around: Surroundings
) -> Iterator[tuple[Printed, Meaning | str]]:
    """Each figure of a cell with what it is about, or why that cannot be told.

    Stacked labels go with stacked figures. Where a sentence gives the period of `brackets`, the second figure of a pair is of that period,
    even if its own brackets were forgotten; a percentage in brackets beside a count might as well be its share. Without such a sentence a
    count beside a percentage is two facts of one thing, and a fraction is that and its whole.
    """
    prior = meaning._replace(basis=Basis.PRIOR, period=brackets) if brackets else None
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
        yield printed[0], prior or "nothing explains its brackets"
    elif len(printed) == _PAIR and brackets and units == [None, Unit.PERCENT] and meaning.measure in RATES:
        yield printed[0], meaning
        yield printed[1], "it may be last year's or the share of the figure beside it"
    elif len(printed) == _PAIR and prior:
        yield from zip(printed, (meaning, prior), strict=True)
    elif len(printed) == _PAIR and set(units) == {None, Unit.PERCENT} and (count := _beside_share(meaning)):
        yield from ((item, count if item.unit is None else meaning) for item in printed)
    else:
        yield from ((item, f"nothing tells its {len(printed)} figures apart") for item in printed)


def _beside_share(meaning: Meaning) -> Meaning | None:
    """What a count beside a percentage counts; None where it is not known."""
    return meaning._replace(unit=Unit.COUNT) if meaning.measure is Measure.OTHER else counted(meaning)


def _shares(printed: Sequence[Printed], meaning: Meaning, around: Surroundings) -> Iterator[tuple[Printed, Meaning | str]]:
    """A fraction is a count and what it is of: what a note says that this is, else what was decided; a percentage beside it is the rate."""
    count = counted(meaning)
    for item in printed:
        if count is None:
            yield item, "nothing says what its fraction is of"
        elif item.share == "base":
            yield item, count._replace(measure=_whole(around) or Measure.DECIDED)
        else:
            yield item, count if item.share else meaning


def _whole(around: Surroundings) -> Measure | None:
    """What the notes around a table say that fractions are of: `(answered on time / received)`."""
    told = (read_heading(match[1], around.setting.words).meaning.measure for note in around.notes for match in _FRACTION.finditer(note))
    return next(filter(None, told), None)
