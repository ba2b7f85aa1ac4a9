"""A row and a column -> what the figures where they cross are about, or why the two do not go together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from normalise.meaning import Meaning
from normalise.sections.naming import is_service, may_be_service
from normalise.stated import RATES, unit_of
from normalise.tables.axes import NAMES, Axis
from normalise.tables.sheet import Sheet
from normalise.words.measure import crossed
from normalise.words.values import cell_to_figures
from schemas import Basis, Dimension, Measure, Stage
from schemas.vocabulary import tokens

_RESULTS = frozenset(Measure) - {Measure.RECEIVED, Measure.ESCALATED, Measure.ESCALATED_PCT}

_ABOVE = {Stage.ONE: Stage.TWO, Stage.TWO: Stage.THREE, Stage.THREE: Stage.FOUR}

_DECISIONS = frozenset({Measure.UPHELD, Measure.PARTIALLY_UPHELD, Measure.UPHELD_OR_PARTLY, Measure.NOT_UPHELD})

_OUTCOMES = _DECISIONS | {Measure.INVESTIGATED, Measure.NOT_PURSUED, Measure.OPEN}

_UNRATED = frozenset({Measure.NOT_PURSUED, Measure.OPEN})

_TIMELY = frozenset({Measure.IN_TARGET, Measure.IN_TARGET_PCT, Measure.OUT_OF_TARGET})

_SAID_ONCE = frozenset(Meaning._fields) - {"measure", "unit"}
"""The parts of a meaning of which a row and a column may not say two things."""


def row_and_column_to_meaning(sheet: Sheet, row: Axis, column: Axis) -> Meaning | str:
    """Row and column together, or why they do not go together."""
    if row.doubt or column.doubt:
        return row.doubt or column.doubt
    if column.free and any(other.axis.free for other in sheet.rows):
        return f"words not understood in its heading: {column.free}"
    if column.free and not (column.meaning.regime or _names_services(sheet, column)):
        return f"words not understood in its heading: {column.free}"
    row, column = _compared(row, column), _compared(column, row)
    across = column.meaning._replace(stage=None) if row.meaning.stage and not column.told_stage else column.meaning
    across_row, across = _crossed(row, across)
    down = across_row.meaning
    if row.escalated_to and across.measure and down.stage in _ABOVE and across.measure is not Measure.ESCALATED:
        down = down._replace(stage=_ABOVE[down.stage], measure=None)
    down, across = _shared(down, row.label, across.measure), _shared(across, column.label, down.measure)
    measure = crossed(down.measure, across.measure)
    if measure is None and down.measure:
        return f"its row and its column say two things of its measure: {down.measure} and {across.measure}"
    for name, one, other in zip(Meaning._fields, down, across, strict=True):
        if one is not None and other is not None and one != other and name in _SAID_ONCE:
            return f"its row and its column say two things of its {name}: {' and '.join(sorted(map(str, (one, other))))}"
    beside = _total(column, sheet.columns)
    total = _total(row, (r.axis for r in sheet.rows)).within(
        beside._replace(dimension=None, category=None) if row.meaning.dimension else beside
    )
    unit = None if measure is Measure.RATE_PER_1000 else across.unit or down.unit
    both = down.within(across)._replace(measure=measure, unit=unit)
    own = _received(sheet, both, escalated_to=row.escalated_to or column.escalated_to)
    named = Meaning(service=row.free or column.free or None).within(own).within(total)
    return _counted(_enquired(named, sheet), sheet, row, column)


def _shared(meaning: Meaning, label: str, other: Measure | None) -> Meaning:
    """A result that has no rate of its own, where the other line holds shares: there it is told as an outcome, with its label."""
    if other is not Measure.SHARE_PCT or meaning.measure not in _UNRATED:
        return meaning
    return meaning._replace(measure=Measure.SHARE_PCT, dimension=Dimension.OUTCOME, category=label)


def _enquired(meaning: Meaning, sheet: Sheet) -> Meaning:
    """The enquiries that an ombudsman received, which are what it counts as complaints about the body; elsewhere they are no complaints."""
    words = sheet.around.setting.words
    spelled = [token for token in tokens(meaning.category or "") if token not in words.ignored and (token,) not in words.totals]
    known = all(token in words.counted or (token,) in words.stages or words.measures.get((token,)) is Measure.RECEIVED for token in spelled)
    told = meaning.measure is Measure.OTHER and Stage.OMBUDSMAN in {meaning.stage, sheet.around.context.stage}
    return meaning._replace(measure=Measure.RECEIVED, category=None) if told and spelled and known else meaning


def _names_services(sheet: Sheet, column: Axis) -> bool:
    """Whether headings of unknown words are services: the caption says so, or most hold only words of services, and one names a service."""
    if sheet.around.by in NAMES:
        return True
    words = sheet.around.setting.words
    named = [axis.free for axis in sheet.columns if axis.free]
    known = [name for name in named if may_be_service(name, words)]
    return any(is_service(name, words) for name in named) and (column.free in known or 2 * len(known) > len(named))


def _compared(axis: Axis, other: Axis) -> Axis:
    """A row or column, where the other one says that the figures are those of other bodies: there its measure only tells them apart."""
    own, others = axis.meaning, other.meaning
    if own.measure is Measure.OTHER and others.measure not in {None, Measure.OTHER}:
        return replace(axis, meaning=own._replace(category=f"{own.category}, {other.label}", unit=own.unit or unit_of(others.measure)))
    if others.measure is Measure.OTHER and own.measure is not Measure.OTHER:
        return replace(axis, meaning=own._replace(measure=None, dimension=None, category=None))
    return axis


def _counted(meaning: Meaning, sheet: Sheet, row: Axis, column: Axis) -> Meaning | str:
    """What is counted where no heading says it: complaints, or what the caption says of its columns.

    Below a dimension complaints received are cases, as is what stands beside a share of its whole; a percentage of nothing said is a share
    there, and nowhere else.
    """
    whole = column.total and meaning.dimension in {Dimension.CAUSE, Dimension.THEME}
    counts = row.counts or whole or (column.counts and not (column.free and column.meaning.regime is None))
    measure = meaning.measure or (Measure.RECEIVED if counts else _captioned(sheet, column)) or _listed(meaning, sheet, column)
    if measure is Measure.RECEIVED and not counts and sheet.around.context.measure is Measure.COMPLIMENTS:
        measure = Measure.COMPLIMENTS
    if measure is Measure.SHARE_PCT and meaning.dimension is None and not (row.based or column.based):
        return "it does not say what it is a share of"
    below = meaning.dimension is not None and measure is Measure.RECEIVED
    return meaning._replace(measure=Measure.CASES if below else measure)


def _listed(meaning: Meaning, sheet: Sheet, column: Axis) -> Measure | None:
    """Cases, for a part of a breakdown of complaints or beside its share."""
    if meaning.dimension is None or column.free:
        return None
    shared = any(axis.meaning.measure is Measure.SHARE_PCT for axis in sheet.columns)
    return Measure.CASES if sheet.around.caption.counts or shared else None


def _captioned(sheet: Sheet, column: Axis) -> Measure | None:
    """What a column counts that does not say it: what the caption says; complaints, where the labels are of them or results follow."""
    if column.names:
        return None
    results = any(axis.meaning.measure in _TIMELY for axis in sheet.columns)
    counts = sheet.of_complaints or (results and not column.free) or _counts_complaints(sheet)
    return sheet.around.context.measure or (Measure.RECEIVED if counts else None)


def _counts_complaints(sheet: Sheet) -> bool:
    """Whether a table of a report on complaints holds whole numbers of stages or services, by stage or period, and no words say more."""
    around, axes = sheet.around, [*sheet.columns, *(row.axis for row in sheet.rows)]
    schemed = all(_is_of_scheme(axis) for axis in sheet.columns)
    silent = not any(axis.meaning.measure not in {None, Measure.OTHER} or axis.meaning.dimension or axis.doubt for axis in axes)
    told = sheet.named or any(axis.meaning.stage for axis in axes)
    return schemed and silent and told and around.setting.counts and not around.caption.more and all(map(_is_whole, _texts(sheet)))


def _is_of_scheme(axis: Axis) -> bool:
    """Whether a column says no more than a stage, a period or that it is a total or a change."""
    said = axis.meaning
    return not axis.free and bool(said.stage or said.period or said.months or said.basis or axis.total)


def _texts(sheet: Sheet) -> Iterator[str]:
    """What the cells hold, those of differences apart."""
    differ = [column.meaning.basis is Basis.DIFFERENCE for column in sheet.columns]
    return (str(cell.text) for row in sheet.rows for cell, apart in zip(row.cells, differ, strict=True) if cell.text and not apart)


def _is_whole(text: str) -> bool:
    """Whether a cell holds whole numbers without a sign."""
    return all(item.unit is None and (item.value is None or item.value % 1 == 0) for item in cell_to_figures(text) or ())


def _crossed(row: Axis, across: Meaning) -> tuple[Axis, Meaning]:
    """Categories of two dimensions that cross are one of both: "Phone: Good", of the column's dimension."""
    if row.meaning.dimension is None or across.dimension is None:
        return row, across
    both = f"{row.meaning.category}: {across.category}"
    return replace(row, meaning=row.meaning._replace(dimension=None, category=None)), across._replace(category=both)


def _total(total: Axis, axis: Iterable[Axis]) -> Meaning:
    """What a total adds up: services where the lines beside it name them, stages where they name these; what they count, if it is one.

    The total of outcomes, or of what was in time and what was not, is what was decided; that of the parts of a breakdown is told as one of
    them, with its label.
    """
    if not total.total:
        return Meaning()
    lines = [line for line in axis if not (line.total or line.doubt)]
    services = any(line.free for line in lines)
    stages = {line.meaning.stage for line in lines if line.meaning.stage is not None and line.told_stage}
    counted = {_counts(line) for line in lines} - {None, Measure.OTHER, Measure.SHARE_PCT, *RATES.values()}
    decided = bool(counted & _DECISIONS) and len(counted) > 1 and counted <= _OUTCOMES | {Measure.CASES}
    told = {(line.meaning, line.free) for line in lines if _counts(line) in counted}
    decided = decided or (bool(counted) and counted <= _DECISIONS | _TIMELY and len(told) == len(counted))  # no two lines of one of them
    measure = Measure.DECIDED if decided else counted.pop() if len(counted) == 1 else None
    parts = {None if line.doubt else line.meaning.dimension for line in lines}
    dimension = parts.pop() if len(parts) == 1 and measure in {None, Measure.CASES} else None
    return Meaning(
        service="" if services else None,
        stage=Stage.ALL if len(stages) > 1 else None,
        measure=measure,
        months=_span([line.meaning.months for line in lines if line.meaning.months]),
        dimension=dimension,
        category=total.label if dimension else None,
    )


def _span(parts: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The first and the last month of parts of a year that follow each other, such as its first three quarters."""
    ordered = list(dict.fromkeys(parts))
    follow = all(later == earlier % 12 + 1 for (_, earlier), (later, _) in pairwise(ordered))
    return (ordered[0][0], ordered[-1][1]) if len(ordered) > 1 and follow else None


def _counts(line: Axis) -> Measure | None:
    """What a line of a total's table counts; None where it does not say it."""
    said = Measure.CASES if line.meaning.dimension else Measure.RECEIVED if line.counts else None
    return line.meaning.measure or said


def _received(sheet: Sheet, meaning: Meaning, *, escalated_to: bool) -> Meaning:
    """What is headed `escalated to stage 2` is what stage 2 received, where the same table goes on to that stage's results."""
    above = _ABOVE.get(meaning.stage) if escalated_to and meaning.stage else None
    told = {axis.meaning.measure for axis in sheet.columns if axis.meaning.stage is above}
    goes_on = above and told & _RESULTS and Measure.RECEIVED not in told
    return meaning._replace(stage=above, measure=Measure.RECEIVED) if goes_on else meaning
