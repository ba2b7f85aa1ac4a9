"""The sections of a report -> its figures, commitments and comments, each with the service that its section is about."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from normalise.meaning import Meaning
from normalise.narrative.told import grid_to_pledges, is_of_service, leading_label, says, without_bullet
from normalise.reading import Reading, readings_to_services
from normalise.sections.headed import parts_to_headed
from normalise.sections.lines import may_caption
from normalise.sections.matters import Matter, parts_to_matters
from normalise.sections.part import Part
from normalise.sections.spans import larger_period, larger_stage, names_own
from normalise.sections.subject import reading_to_service
from normalise.setting import Setting, caption_to_axis, caption_to_meaning
from normalise.stated import Stated, Unclear
from normalise.tables.captions import Caption, points, read_caption, together, unknown_stage
from normalise.tables.causes import cause_columns, grid_to_causes
from normalise.tables.figures import grid_to_figures
from normalise.tables.pulled import charts_to_places
from normalise.tables.surroundings import Surroundings
from normalise.telling import Telling, read_words
from schemas import UNCERTAIN, Basis, Dimension, Grid, GridSource, Measure, Passage, PassageKind, Stage, State, Text
from schemas.vocabulary import tokens

_NOTES = 3
"""Passages below a table that may be its notes."""


def read_parts(parts: Sequence[Part], setting: Setting) -> list[Reading]:
    """Tables first; they tell which service a section without a readable heading is about; then its words."""
    passages = [block for part in parts for block, _ in part.blocks if isinstance(block, Passage)]
    labels = frozenset(label for p in passages if (label := leading_label(str(without_bullet(p.text)))))
    matters = parts_to_matters(parts, setting.words)
    readings = [_tables(part, setting, labels, matters) for part in parts]
    placed = charts_to_places(parts, {id(r.part): total for r in readings if (total := _received(r))}, setting)
    if placed is not parts:
        parts, matters = placed, parts_to_matters(placed, setting.words)
        readings = [_tables(part, setting, labels, matters) for part in parts]
    services = readings_to_services(readings)
    voice = Stage.OMBUDSMAN if any(says(str(p.text), setting.words.voice) for p in passages) else setting.stage
    names = frozenset(name for name in services if name[:1].isupper() and not setting.words.ignored.issuperset(tokens(name)))
    headed = parts_to_headed(parts, setting)
    for reading in readings:
        reading.service = reading_to_service(reading, services, setting, headed=id(reading.part) in headed)
        _settle(reading)
        read_words(reading, Telling(names, voice, setting))
    return readings


def _received(reading: Reading) -> Decimal | None:
    """What a section says that its service received in all."""
    received = [
        s for s in reading.stated if s.meaning.measure is Measure.RECEIVED and s.meaning.basis is Basis.CURRENT and not s.meaning.dimension
    ]
    return max((s.value for s in received if s.value is not None), default=None)


def _tables(part: Part, setting: Setting, labels: frozenset[str], matters: Mapping[int, Matter]) -> Reading:
    reading = Reading(part)
    above: list[Passage] = []
    captioned: list[Passage] = []
    other: Dimension | None = None
    for n, (block, _) in enumerate(part.blocks):
        if isinstance(block, Passage):
            above.append(block)
            continue
        beside, other = other if block.source is GridSource.CHART and not above else None, None
        if block.source is GridSource.CHART and not above:
            above = captioned
        matter = matters.get(id(block))
        if matter and matter.measure is None:
            reason = f"it stands below {matter.heading!r}, which is about another matter than complaints"
            reading.unclear.append(Unclear(Text.joined(cell.text for cell in block.rows[0]), block.place, reason))
        elif cause_columns(block, setting.words):
            headed = [part.title.text] if part.title else []
            stated, unclear = grid_to_causes(block, [*headed, *(passage.text for passage in above)], part.directorate, setting)
            reading.stated += stated
            reading.unclear += unclear
        elif not is_of_service(block, setting.words):
            below = takewhile(lambda other: isinstance(other[0], Passage), part.blocks[n + 1 : n + 1 + _NOTES])
            notes = tuple(str(passage.text) for passage, _ in below if isinstance(passage, Passage))
            captions = _captions(part, above, block)
            if doubtful := next((text for text in captions if UNCERTAIN in text), ""):
                reason = f"a character of {doubtful!r} above it cannot be read for certain"
                reading.unclear.append(Unclear(Text.joined(cell.text for cell in block.rows[0]), block.place, reason))
                continue
            if unknown := next(filter(None, (unknown_stage(text, setting.words) for text in captions)), ""):
                reason = f"no stage is known by the name {unknown!r}, which stands above it"
                reading.unclear.append(Unclear(Text.joined(cell.text for cell in block.rows[0]), block.place, reason))
                continue
            by = next(filter(None, (caption_to_axis(text, setting.words) for text in captions)), "")
            caption = _caption(part, above, block, setting).within(Caption(_context_below(part, n, setting)))
            caption = Caption(Meaning(measure=matter.measure)).within(caption) if matter else caption
            caption = replace(caption, dimensions=(beside,), counts=True) if beside else caption
            around = Surroundings(caption, part.directorate, setting, tuple(above), labels, notes, by)
            alone = block.source is GridSource.CHART and not (block.title or part.service or any(map(may_caption, above)))
            told = [Unclear(block.rows[0][-1].text, block.place, "no caption says what this chart shows")]
            stated, unclear = ([], told) if alone else grid_to_figures(block, around)
            reading.stated += stated
            reading.unclear += unclear
            other = _other_dimension(caption, stated)
        reading.pledges += grid_to_pledges(block, setting.words, setting.period)
        above, captioned = [], above if block.source is GridSource.TABLE else []
    return reading


def _other_dimension(caption: Caption, stated: Sequence[Stated]) -> Dimension | None:
    """What a chart right below another is broken down by: that of the two dimensions of their caption which the first does not show."""
    left = [dimension for dimension in caption.dimensions if dimension not in {s.meaning.dimension for s in stated}]
    return left[0] if len(caption.dimensions) > len(left) == 1 else None


def _caption(part: Part, above: Sequence[Passage], grid: Grid, setting: Setting) -> Caption:
    """What a table's captions say of it, the nearest first, then its section's heading, which may count other things elsewhere.

    A larger heading says its period. Months without a year are those of the heading's year.
    """
    near = [str(passage.text) for passage in reversed(above) if may_caption(passage) or points(str(passage.text), setting.words)]
    heading = read_caption(part.heading, setting)
    measure = heading.meaning.measure if part.blocks[0][0] is grid else None
    about = heading.meaning._replace(measure=measure, service=None)
    larger = Meaning(stage=larger_stage(part, setting), period=larger_period(part, setting))
    section = replace(heading, meaning=about.within(larger), counts=heading.counts or setting.counts)
    year = replace(setting, period=section.meaning.period or setting.period)
    read = [read_caption(text, year) for text in near]
    if any(names_own(text, year) for text in near):  # the other line then labels the figures in brackets
        read = [_without_prior(one, setting) for one in read]
    return together(read).within(section).within(Caption(Meaning(stage=setting.stage)))


def _without_prior(caption: Caption, setting: Setting) -> Caption:
    """A caption without its period, if that is an earlier one."""
    period = caption.meaning.period
    prior = period is not None and setting.basis_of(period) is Basis.PRIOR
    return replace(caption, meaning=caption.meaning._replace(period=None)) if prior else caption


def _captions(part: Part, above: Sequence[Passage], grid: Grid) -> list[str]:
    """A table's title and captions, the nearest first, and the heading of its section."""
    return [str(grid.title), *(str(passage.text) for passage in reversed(above) if may_caption(passage)), part.heading]


def _context_below(part: Part, at: int, setting: Setting) -> Meaning:
    """What a caption below a table says of it: a line of no sentence that no other table follows, where none stands above."""
    captioned = at > 0 and isinstance(above := part.blocks[at - 1][0], Passage) and may_caption(above)
    below = [block for block, _ in part.blocks[at + 1 : at + 3]]
    if captioned or not below or not isinstance(below[0], Passage) or any(isinstance(block, Grid) for block in below):
        return Meaning()
    line = below[0]
    told = line.kind is PassageKind.PARAGRAPH and may_caption(line)
    return Meaning(stage=caption_to_meaning(str(line.text), setting).stage) if told else Meaning()


def _settle(reading: Reading) -> None:
    """Give the section's figures their service; where it cannot be told, they are unclear and not the whole council's."""
    if reading.service is None:
        heading = f"{reading.part.service!r}, which may name a service or not" if reading.part.service else "no text"
        reason = f"the heading of its section is {heading}, and no one row of another table repeats its figures"
        reading.unclear += [Unclear(s.words, s.place, reason) for s in reading.own if s.state is not State.MISSING]
        reading.stated = [s for s in reading.stated if s.meaning.service is not None]
    own = Meaning(service=reading.service or "")
    reading.stated = [replace(s, meaning=s.meaning.within(own)) if s.meaning.service is None else s for s in reading.stated]
