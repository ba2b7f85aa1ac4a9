"""The words of a section -> its comments, its commitments, and the figures that its sentences state."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from normalise.lists.figures import Listed, part_to_entries
from normalise.meaning import Meaning
from normalise.narrative.promises import part_to_pledges
from normalise.narrative.told import (
    Remark,
    grid_to_remarks,
    grid_to_told,
    leading_label,
    text_to_pledge,
    text_to_stage,
    without_bullet,
    without_number,
)
from normalise.prose import text_to_claims
from normalise.reading import Reading
from normalise.sections.headline import is_of_all_complaints, states_figures
from normalise.sections.lines import is_line
from normalise.sections.naming import initials_of, is_service, speaks_of_report
from normalise.sections.spans import larger_stage, section_setting
from normalise.sections.subject import fold
from normalise.setting import Setting
from normalise.stated import Stated, Unclear
from normalise.tables.axes import clean_label
from normalise.tables.layout import is_figure
from normalise.words.heading import read_heading
from schemas import Dimension, Grid, Passage, PassageKind, Place, Section, Source, Stage, State, Text
from schemas.vocabulary import Vocabulary

_LONGEST = 100_000
"""Characters of a paragraph that is read; what is longer is no text that a person wrote."""

_ROW = 3
"""Figures of a line that might be a row of a table without rules."""

_APART = 0.75
"""Of a word's height: white space from which two words on a line are of two columns."""

_SENTENCE = 5
"""Words from which a paragraph of a service's section is a comment and no stray label."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What the sentences of a report are read with: the services its tables name, the stage of who says "we".

    `opening`: what the heading, or the line of the list, above a passage counts; `doubtful`: a heading names another period than the
    report's, and a sentence that names none may be about either.
    """

    names: frozenset[str]
    voice: Stage | None
    setting: Setting
    opening: Meaning | None = None
    doubtful: bool = False


def read_words(reading: Reading, telling: Telling) -> None:
    """The comments of the section, and the figures that its sentences state: repeats below one heading are one figure."""
    claims: list[Stated] = []
    beside = list(reading.pledges)
    reading.pledges += part_to_pledges(reading.part, reading.service, telling.names, telling.setting)
    section_own = section_setting(reading.part, telling.setting)
    telling = replace(telling, setting=section_own or telling.setting, doubtful=section_own is None)
    listed = part_to_entries(reading.part, reading.service, telling.setting)
    claims += _headline(reading, telling)
    opening, above = next((claim.meaning for claim in claims), None), PassageKind.HEADING
    headed, within = (_stage(reading, telling, below=below) for below in (True, False))
    for n, (block, section) in enumerate(reading.part.blocks):
        if isinstance(block, Grid):
            claims += _analysis(reading, block, telling)
            continue
        own = listed.get(id(block), Listed())
        text, about = _passage(reading, block, section, telling, within if n else headed)
        opened = replace(telling, opening=opening if above in {block.kind, PassageKind.HEADING} else None)
        found = [*own.stated, *_claims(reading, text.cut(own.end, len(str(text))), about, block.place, opened)]
        claims += found
        if not found and any(map(_is_row_of_figures, text.lines)):
            reading.unclear.append(Unclear(text, block.place, "figures stand in rows here, but no rules make a table of them"))
        opening, above = next((stated.meaning for stated in found), None), block.kind
    for pledge in beside:
        topic = leading_label(str(pledge.text)) or None
        about = Meaning(service=reading.service, dimension=Dimension.SUBSERVICE if topic else None, category=topic)
        claims += _claims(reading, pledge.progress, about, Place(page=pledge.progress.page), telling)
    reading.stated += reversed({(claim.meaning, claim.value): claim for claim in reversed(claims)}.values())


def _headline(reading: Reading, telling: Telling) -> list[Stated]:
    """The figures that the section's heading states: "Stage 1 complaints fall by 11%"."""
    title = reading.part.title
    if title is None or not states_figures(reading.part.heading, telling.setting):
        return []
    about = Meaning(service=reading.service or "", stage=telling.voice)
    return list(_claims(reading, title.text, about, title.place, telling))


def _told(reading: Reading, grid: Grid, telling: Telling) -> Iterator[Stated]:
    """The actions and comments of a column of actions, each of the service that the column names above it, and the figures they state."""
    setting = telling.setting
    for told in grid_to_told(grid, setting.words):
        service = clean_label(told.service) or reading.service or ""
        reading.pledges += [text_to_pledge(text, progress, setting, service) for text, progress in told.actions]
        reading.remarks += [(service, Remark(Section.SERVICE_COMMENT, None, text)) for text in told.context]
        for text in dict.fromkeys((*told.context, *(action for action, _ in told.actions))):
            yield from _claims(reading, text, Meaning(service=service), grid.place, telling)


def _analysis(reading: Reading, grid: Grid, telling: Telling) -> list[Stated]:
    claims = list(_told(reading, grid, telling))
    remarks = grid_to_remarks(grid, telling.setting.words)
    reading.remarks += [(reading.service or "", remark) for remark in remarks]
    told = ((remark.text, Meaning(service=reading.service, stage=remark.stage)) for remark in remarks)
    return claims + [claim for text, about in told for claim in _claims(reading, text, about, grid.place, telling)]


def _passage(reading: Reading, passage: Passage, section: Section | None, telling: Telling, stage: Stage | None) -> tuple[Text, Meaning]:
    """The words of a passage, and what they are about: the service that it names before a dash, or else its section's; `stage` is that."""
    words = telling.setting.words
    text = without_number(without_bullet(passage.text) if passage.kind is PassageKind.ITEM else passage.text)
    spelled = leading_label(str(text))
    label = next((name for name in telling.names if fold(name) == fold(spelled)), "")
    service = label or reading.service or (spelled if is_service(spelled, words) else "")
    if section is None and reading.service and not is_line(passage) and len(str(text).split()) >= _SENTENCE:
        section = Section.SERVICE_COMMENT
    if section is Section.SERVICE_COMMENT and reading.part.tells_cases:
        section = None
    if section is not None and passage.kind is not PassageKind.HEADING:
        named = text_to_stage(str(text), words) if label else None
        reading.remarks.append((service, Remark(section, named, text)))
    if len(str(text)) > _LONGEST:
        reading.unclear.append(Unclear(Text(), passage.place, f"a paragraph of {len(str(text)):,} characters is no paragraph of a report"))
        return Text(), Meaning()
    headed = reading.part.service and not is_of_all_complaints(reading.part.heading, words)
    unknown = not service and (headed or _may_name(spelled, words))
    return text, Meaning(service=None if unknown and not stage else service, stage=stage)


def _stage(reading: Reading, telling: Telling, *, below: bool) -> Stage | None:
    """The stage of the section's heading, of a larger one, or of who speaks; one that states a figure heads only what is right below it."""
    heads = below or not states_figures(reading.part.heading, telling.setting)
    own = read_heading(reading.part.heading, telling.setting.words).meaning.stage if heads else None
    return own or larger_stage(reading.part, telling.setting) or telling.voice


def _may_name(label: str, words: Vocabulary) -> bool:
    """Whether a label before a dash is a name of something that is not known: *Widget Delivery – 45 complaints received*."""
    return label.istitle() and not read_heading(label, words).meaning and not speaks_of_report(label, words)


def _is_row_of_figures(line: Text) -> bool:
    """At least three figures, which are at least half of the line's words."""
    words = str(line).split()
    figures = sum(map(is_figure, words)) if len(words) >= _ROW else 0
    return figures >= _ROW and 2 * figures >= len(words)


def _claims(reading: Reading, text: Text, about: Meaning, place: Place, telling: Telling) -> Iterator[Stated]:
    name = reading.part.service if about.service is None else about.service
    own = {name, *initials_of(name)} if name else set()
    for claim in text_to_claims(str(text), about, telling.setting, telling.names | own, telling.opening):
        meaning = telling.setting.told(claim.meaning)
        if telling.doubtful and meaning.period == telling.setting.period:
            continue
        whole = text.cut(claim.start, claim.end)
        if _is_interleaved(whole):
            reading.unclear.append(Unclear(whole, place, "its words stand apart, as those of columns beside each other do"))
            continue
        words = _on_one_page(whole, text.cut(claim.number, claim.number + 1))
        printed = str(text)[claim.start : claim.end] if words == whole else str(words)
        where = place._replace(page=words.page, box=words.box)
        table = f"paragraph {place.paragraph}" if place.paragraph else f"table {place.table}" if place.table else "commitments"
        directorate = reading.part.directorate
        yield Stated(meaning, claim.value, claim.unit, State.REPORTED, printed, words, where, table, directorate, Source.PROSE)


def _is_interleaved(phrase: Text) -> bool:
    """Whether words on one line of a phrase stand farther apart than white space between words does."""
    lines = [[word.box for word in line.words if word.box] for line in phrase.lines]
    return any(right.x0 - left.x1 > _APART * (left.bottom - left.top) for line in lines for left, right in pairwise(line))


def _on_one_page(phrase: Text, number: Text) -> Text:
    """A phrase that a page break cuts is quoted as far as it stands on the page of its figure."""
    return Text(tuple(word for word in phrase.words if word.page == number.page))
