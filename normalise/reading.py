"""A section of the report -> its figures, commitments and comments, each with the service that the section is about."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import takewhile

from normalise.axes import clean_label
from normalise.captions import Caption, points, read_caption, together
from normalise.headed import parts_to_headed
from normalise.heading import read_heading
from normalise.layout import is_figure
from normalise.lists import Listed, part_to_entries
from normalise.matters import Matter, parts_to_matters
from normalise.meaning import Meaning
from normalise.naming import Key, figures_of, is_service, repeated_by, speaks_of_report
from normalise.narrative import (
    Pledge,
    Remark,
    grid_to_pledges,
    grid_to_remarks,
    grid_to_told,
    is_of_service,
    leading_label,
    says,
    text_to_pledge,
    text_to_stage,
    without_bullet,
)
from normalise.promises import part_to_pledges
from normalise.prose import text_to_claims
from normalise.sections import Part, is_line
from normalise.setting import Setting, caption_to_axis, caption_to_meaning
from normalise.sheet import Surroundings
from normalise.stated import Stated, Unclear
from normalise.tables import grid_to_figures
from schemas import Dimension, Grid, GridSource, Passage, PassageKind, Place, Section, Source, Stage, State, Text
from schemas.vocabulary import Vocabulary, tokens

_LONGEST = 100_000
"""Characters of a paragraph that is read; what is longer is no text that a person wrote."""
_ROW = 3
"""Figures of a line that might be a row of a table without rules."""
_NOTES = 3
"""Passages below a table that may be its notes."""
_SENTENCE = 5
"""Words from which a paragraph of a service's section is a comment and no stray label."""

_NUMBERING = re.compile(r"^\d+(?:\.\d+)*[.)]?\s+")
"""The number of a heading."""

_CAPTION = 20
"""Words of the longest caption."""

Services = Mapping[str, Mapping[Key, Decimal | None]]
"""The figures of each service that a table names in its rows or columns."""


@dataclass
class Reading:
    """What one section says. `service` is None until it is known that the section is about one service, and which."""

    part: Part
    service: str | None = None
    stated: list[Stated] = field(default_factory=list)
    unclear: list[Unclear] = field(default_factory=list)
    pledges: list[Pledge] = field(default_factory=list)
    remarks: list[tuple[str, Remark]] = field(default_factory=list)

    @property
    def own(self) -> list[Stated]:
        """The figures that name no service themselves."""
        return [stated for stated in self.stated if stated.meaning.service is None]


@dataclass(frozen=True, slots=True)
class Telling:
    """What the sentences of a report are read with: the services its tables name, the stage of who says "we"."""

    names: frozenset[str]
    voice: Stage | None
    setting: Setting


def read_parts(parts: Sequence[Part], setting: Setting) -> list[Reading]:
    """Tables first; they tell which service a section without a readable heading is about; then its words."""
    passages = [block for part in parts for block, _ in part.blocks if isinstance(block, Passage)]
    labels = frozenset(label for p in passages if (label := leading_label(str(without_bullet(p.text)))))
    matters = parts_to_matters(parts, setting.words)
    readings = [_tables(part, setting, labels, matters) for part in parts]
    services = _services(readings)
    voice = Stage.OMBUDSMAN if any(says(str(p.text), setting.words.voice) for p in passages) else None
    names = frozenset(name for name in services if name[:1].isupper() and not setting.words.ignored.issuperset(tokens(name)))
    headed = parts_to_headed(parts, setting)
    for reading in readings:
        reading.service = _service(reading, services, setting, headed=id(reading.part) in headed)
        _settle(reading)
        _words(reading, Telling(names, voice, setting))
    return readings


def _fold(name: str) -> tuple[str, ...]:
    """A name without capitals, dashes and signs, to compare it."""
    return tokens(name.replace("&", " and "))


def _tables(part: Part, setting: Setting, labels: frozenset[str], matters: Mapping[int, Matter]) -> Reading:
    reading = Reading(part)
    above: list[Passage] = []
    for n, (block, _) in enumerate(part.blocks):
        if isinstance(block, Passage):
            above.append(block)
            continue
        matter = matters.get(id(block))
        if matter and matter.measure is None:
            reason = f"it stands below {matter.heading!r}, which is about another matter than complaints"
            reading.unclear.append(Unclear(Text.joined(cell.text for cell in block.rows[0]), block.place, reason))
        elif not is_of_service(block, setting.words):
            below = takewhile(lambda other: isinstance(other[0], Passage), part.blocks[n + 1 : n + 1 + _NOTES])
            notes = tuple(str(passage.text) for passage, _ in below if isinstance(passage, Passage))
            captions = _captions(part, above, block)
            by = next(filter(None, (caption_to_axis(text, setting.words) for text in captions)), "")
            caption = _caption(part, above, block, setting).within(Caption(_context_below(part, n, setting)))
            caption = Caption(Meaning(measure=matter.measure)).within(caption) if matter else caption
            around = Surroundings(caption, part.directorate, setting, tuple(above), labels, notes, by)
            alone = block.source is GridSource.CHART and not (block.title or part.service or any(map(_is_caption, above)))
            told = [Unclear(block.rows[0][-1].text, block.place, "no caption says what this chart shows")]
            stated, unclear = ([], told) if alone else grid_to_figures(block, around)
            reading.stated += stated
            reading.unclear += unclear
        reading.pledges += grid_to_pledges(block, setting.words, setting.period)
        above = []
    return reading


def _caption(part: Part, above: Sequence[Passage], grid: Grid, setting: Setting) -> Caption:
    """What a table's captions say of it, the nearest first, and then its section's heading, which may count other things elsewhere."""
    near = [str(passage.text) for passage in reversed(above) if _is_caption(passage) or points(str(passage.text), setting.words)]
    heading = read_caption(part.heading, setting)
    measure = heading.meaning.measure if part.blocks[0][0] is grid else None
    about = replace(heading.meaning, measure=measure, service=None)
    section = replace(heading, meaning=about, counts=heading.counts or setting.counts)
    return together(read_caption(text, setting) for text in near).within(section)


def _captions(part: Part, above: Sequence[Passage], grid: Grid) -> list[str]:
    """A table's title and captions, the nearest first, and the heading of its section."""
    return [str(grid.title), *(str(passage.text) for passage in reversed(above) if _is_caption(passage)), part.heading]


def _context_below(part: Part, at: int, setting: Setting) -> Meaning:
    """What a caption below a table says of it: a line of no sentence that no other table follows, where none stands above."""
    captioned = at > 0 and isinstance(above := part.blocks[at - 1][0], Passage) and _is_caption(above)
    below = [block for block, _ in part.blocks[at + 1 : at + 3]]
    if captioned or not below or not isinstance(below[0], Passage) or any(isinstance(block, Grid) for block in below):
        return Meaning()
    line = below[0]
    told = line.kind is PassageKind.PARAGRAPH and _is_caption(line)
    return Meaning(stage=caption_to_meaning(str(line.text), setting).stage) if told else Meaning()


def _is_caption(passage: Passage) -> bool:
    """Whether a passage next to a table may be its caption: a line, or words that run on without being a sentence."""
    text = str(passage.text)
    runs_on = passage.kind is PassageKind.PARAGRAPH and len(text.split()) <= _CAPTION and not text.endswith((".", ",", ";", ":"))
    return is_line(passage) or runs_on


def _services(readings: Sequence[Reading]) -> Services:
    named: dict[str, list[Stated]] = {}
    for stated in (stated for reading in readings for stated in reading.stated):
        if stated.meaning.service:
            named.setdefault(stated.meaning.service, []).append(stated)
    return {name: figures_of(stated) for name, stated in named.items()}


def _service(reading: Reading, services: Services, setting: Setting, *, headed: bool) -> str | None:
    """The service that a section is about: "" for none, None where its heading does not tell and nothing else does.

    A heading names a service if a table does too, in a row, a column or its corner, if the same table or list stands under other headings,
    if what stands below it (a scope, commitments, an analysis) is what reports print of a service, if its words are those of services, or
    if a sentence below begins with them. One that speaks of complaints in other words names none.
    """
    part = reading.part
    known = {_fold(name) for name in services}
    named = next((name for name in (part.service, part.parent) if _fold(name) in known), "")
    told = any(section in {Section.SCOPE, Section.SERVICE_COMMENT} for _, section in part.blocks) or any(
        is_of_service(grid, setting.words) for grid in part.grids
    )
    if not named and part.heading and any(_fold(str(grid.rows[0][0].text)) == _fold(part.heading) for grid in part.grids):
        named = part.heading
    if named:
        return clean_label(named)
    if part.service and (told or headed):
        return clean_label(part.service)
    if is_service(part.service, setting.words):
        return clean_label(_NUMBERING.sub("", part.service))
    scope = caption_to_meaning(part.service, setting).service
    if scope or (part.service and _is_of_report(part.service, setting)):
        return scope or ""
    if part.unnamed or part.service:
        return clean_label(part.service) if _is_subject(part) else repeated_by(figures_of(reading.own), services) or None
    return ""


def _is_subject(part: Part) -> bool:
    """Whether a sentence below a heading begins with its words: *Legal Services received three complaints*."""
    name = _fold(part.service)
    return bool(name) and any(_fold(str(b.text))[: len(name)] == name for b, _ in part.blocks if isinstance(b, Passage) and not is_line(b))


def _is_of_report(heading: str, setting: Setting) -> bool:
    """Whether a heading says what its tables are broken down by, is the report's title, or speaks of complaints and of no service."""
    return bool(caption_to_axis(heading, setting.words)) or speaks_of_report(heading, setting.words) or setting.is_title(heading)


def _settle(reading: Reading) -> None:
    """Give the section's figures their service; where it cannot be told, they are unclear and not the whole council's."""
    if reading.service is None:
        heading = f"{reading.part.service!r}, which may name a service or not" if reading.part.service else "no text"
        reason = f"the heading of its section is {heading}, and no one row of another table repeats its figures"
        reading.unclear += [Unclear(s.words, s.place, reason) for s in reading.own if s.state is not State.MISSING]
        reading.stated = [s for s in reading.stated if s.meaning.service is not None]
    own = Meaning(service=reading.service or "")
    reading.stated = [replace(s, meaning=s.meaning.within(own)) for s in reading.stated]


def _words(reading: Reading, telling: Telling) -> None:
    """The comments of the section, and the figures that its sentences state: repeats below one heading are one figure."""
    claims: list[Stated] = []
    beside = list(reading.pledges)
    reading.pledges += part_to_pledges(reading.part, reading.service or "", telling.setting)
    listed = part_to_entries(reading.part, reading.service, telling.setting)
    for block, section in reading.part.blocks:
        if isinstance(block, Grid):
            claims += _analysis(reading, block, telling)
        else:
            own = listed.get(id(block), Listed())
            text, about = _passage(reading, block, section, telling)
            claims += [*own.stated, *_claims(reading, text.cut(own.end, len(str(text))), about, block.place, telling)]
    for pledge in beside:
        topic = leading_label(str(pledge.text)) or None
        about = Meaning(service=reading.service, dimension=Dimension.SUBSERVICE if topic else None, category=topic)
        claims += _claims(reading, pledge.progress, about, Place(page=pledge.progress.page), telling)
    reading.stated += reversed({(claim.meaning, claim.value): claim for claim in reversed(claims)}.values())


def _told(reading: Reading, grid: Grid, setting: Setting) -> None:
    """The actions and comments of a column of actions, each of the service that the column names above it."""
    for told in grid_to_told(grid, setting.words):
        service = clean_label(told.service) or reading.service or ""
        reading.pledges += [text_to_pledge(text, progress, setting, service) for text, progress in told.actions]
        reading.remarks += [(service, Remark(Section.SERVICE_COMMENT, None, text)) for text in told.context]


def _analysis(reading: Reading, grid: Grid, telling: Telling) -> list[Stated]:
    _told(reading, grid, telling.setting)
    remarks = grid_to_remarks(grid, telling.setting.words)
    reading.remarks += [(reading.service or "", remark) for remark in remarks]
    told = ((remark.text, Meaning(service=reading.service, stage=remark.stage)) for remark in remarks)
    return [claim for text, about in told for claim in _claims(reading, text, about, grid.place, telling)]


def _passage(reading: Reading, passage: Passage, section: Section | None, telling: Telling) -> tuple[Text, Meaning]:
    """The words of a passage, and what they are about: the service that it names before a dash, or else its section's."""
    words = telling.setting.words
    text = without_bullet(passage.text) if passage.kind is PassageKind.ITEM else passage.text
    label = next((name for name in telling.names if _fold(name) == _fold(leading_label(str(text)))), "")
    service = label or reading.service or ""
    if section is None and reading.service and not is_line(passage) and len(str(text).split()) >= _SENTENCE:
        section = Section.SERVICE_COMMENT
    if section is Section.SERVICE_COMMENT and reading.part.tells_cases:
        section = None
    if section is not None and passage.kind is not PassageKind.HEADING:
        stage = text_to_stage(str(text), words) if label else None
        reading.remarks.append((service, Remark(section, stage, text)))
    if len(str(text)) > _LONGEST:
        reading.unclear.append(Unclear(Text(), passage.place, f"a paragraph of {len(str(text)):,} characters is no paragraph of a report"))
        return Text(), Meaning()
    if any(_is_row_of_figures(line) for line in text.lines):
        reading.unclear.append(Unclear(text, passage.place, "figures stand in rows here, but no rules make a table of them"))
    unknown = reading.part.service and not service and not _of_all_complaints(reading.part.heading, words)
    stage = read_heading(reading.part.heading, words).meaning.stage or telling.voice
    return text, Meaning(service=None if unknown and not stage else service, stage=stage)


def _of_all_complaints(heading: str, words: Vocabulary) -> bool:
    """Whether a heading speaks of complaints, and not of some that it sets apart ("Councillor conduct complaints")."""
    said = read_heading(heading, words)
    spelled = tokens(said.text)
    before = [spelled[at - 1] for at in range(1, len(spelled)) if (spelled[at],) in words.generic]
    known = words.ignored | words.captions | words.plain_complaints
    return bool(says(heading, words.of_complaints)) and all(word in known or word not in said.left for word in before)


def _is_row_of_figures(line: Text) -> bool:
    """At least three figures, which are at least half of the line's words."""
    words = str(line).split()
    figures = sum(map(is_figure, words))
    return figures >= _ROW and 2 * figures >= len(words)


def _claims(reading: Reading, text: Text, about: Meaning, place: Place, telling: Telling) -> Iterator[Stated]:
    heading = {reading.part.service} if about.service is None and reading.part.service else set()
    for claim in text_to_claims(str(text), about, telling.setting, telling.names | heading):
        whole = text.cut(claim.start, claim.end)
        words = _on_one_page(whole, text.cut(claim.number, claim.number + 1))
        printed = str(text)[claim.start : claim.end] if words == whole else str(words)
        where = replace(place, page=words.page, box=words.box)
        table = f"paragraph {place.paragraph}" if place.paragraph else f"table {place.table}" if place.table else "commitments"
        directorate = reading.part.directorate
        yield Stated(claim.meaning, claim.value, claim.unit, State.REPORTED, printed, words, where, table, directorate, Source.PROSE)


def _on_one_page(phrase: Text, number: Text) -> Text:
    """A phrase that a page break cuts is quoted as far as it stands on the page of its figure."""
    return Text(tuple(word for word in phrase.words if word.page == number.page))
