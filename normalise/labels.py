"""The words that say of whom and of when tables are: their corners, captions, years and days, and the spans of days that sentences name."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from normalise.reading import Reading
from normalise.sections.lines import may_caption
from normalise.setting import Setting
from normalise.words.dated import find_periods
from normalise.words.heading import read_heading
from normalise.words.ranges import find_spans, text_to_day
from schemas import Cell, Grid, GridSource, Label, LabelKind, Passage, Period, Place, Source, Stage, Text
from schemas.printed import TWO_YEARS
from schemas.vocabulary import Vocabulary, tokens


def readings_to_labels(readings: Sequence[Reading], setting: Setting, report_id: str) -> Iterator[Label]:
    """The labels of a report, in reading order."""
    for reading in readings:
        if reading.part.title is not None:
            yield from _spans(reading.part.title, reading)
        before: Passage | None = None
        for block, _ in reading.part.blocks:
            if isinstance(block, Passage):
                yield from _spans(block, reading)
            elif block.source is GridSource.TABLE:
                found = _of_table(block, before, reading, setting)
                yield from (replace(label, table_id=f"{report_id}:table-{block.place.table}") for label in found)
            before = block if isinstance(block, Passage) else None


def _label(kind: LabelKind, words: Text, place: Place, service: str | None, said: Period | None = None) -> Label:
    return Label(kind, str(words), "", service or "", Stage.ALL, said, None, words.page or place.page, str(place))


def _spans(passage: Passage, reading: Reading) -> Iterator[Label]:
    for printed, span in find_spans(str(passage.text)):
        yield replace(_label(LabelKind.SPAN, passage.text, passage.place, reading.service, span), text=printed)


def _of_table(grid: Grid, above: Passage | None, reading: Reading, setting: Setting) -> Iterator[Label]:
    """The corner of a table about one service that no row of it names, its caption, the years along its edges, the days in it."""
    titled = len({cell.text for cell in grid.rows[0]}) == 1 and len(grid.rows[0]) > 1 < len(grid.rows)
    rows = grid.rows[1:] if titled else grid.rows
    corner, edge = rows[0][0], list(dict.fromkeys((*rows[0], *(row[0] for row in rows))))
    names = {s.meaning.service for s in reading.stated if s.place.table == grid.place.table and s.source is Source.TABLE}
    if corner.text and len(names) == 1 and names.isdisjoint(str(row[0].text) for row in rows[1:]):
        yield _label(LabelKind.CORNER, corner.text, corner.place, names.pop())
    for cell in edge:
        if TWO_YEARS.fullmatch(str(cell.text)):
            yield _label(LabelKind.YEAR, cell.text, cell.place, reading.service)
    words = grid.rows[0][0].text if titled else _caption(grid, above)
    periods = {period for dated in find_periods(str(words)) if (period := setting.dated(dated))}
    if len(periods) != 1:
        return
    own, stage = periods.pop(), read_heading(str(words), setting.words).meaning.stage or Stage.ALL
    yield _label(LabelKind.CAPTION, words, grid.place, reading.service, own)
    for cell, name, day in _days(rows, setting.words):
        yield replace(_label(LabelKind.DAY, cell.text, cell.place, name, day), own=own, stage=stage)


def _caption(grid: Grid, above: Passage | None) -> Text:
    return grid.title or (above.text if above is not None and may_caption(above) else Text())


def _days(rows: Sequence[Sequence[Cell]], words: Vocabulary) -> Iterator[tuple[Cell, str, Period]]:
    """The days of a column that dates cases, each with the label of its row."""
    for column, head in enumerate(rows[0]):
        if tokens(str(head.text)) not in words.case_dates:
            continue
        for row in rows[1:]:
            day = text_to_day(str(row[column].text))
            if day is not None:
                yield row[column], str(row[0].text) if column else "", Period(day, day)
