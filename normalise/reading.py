"""A section of the report -> its figures, commitments and comments, each with the service that the section is about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from normalise.axes import clean_label, header_height
from normalise.meaning import Meaning
from normalise.narrative import (
    Pledge,
    Remark,
    analysis_columns,
    commitment_heading,
    grid_to_pledges,
    grid_to_remarks,
    leading_label,
    text_to_stage,
    without_bullet,
)
from normalise.naming import Key, figures_of, repeated_by
from normalise.prose import text_to_claims
from normalise.sections import Part, is_line
from normalise.setting import Setting, grid_says_periods
from normalise.stated import Stated, Unclear
from normalise.tables import Surroundings, grid_to_figures
from schemas import Dimension, Grid, Passage, PassageKind, Place, Section, Source, State, Text
from schemas.vocabulary import Vocabulary, tokens

_SENTENCE = 5
"""Words from which a paragraph of a service's section is a comment and no stray label."""


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
        return [s for s in self.stated if s.meaning.service is None]


def read_parts(parts: Sequence[Part], setting: Setting, words: Vocabulary) -> list[Reading]:
    """Tables first; they tell which service a section without a readable heading is about; then its words."""
    passages = [block for part in parts for block, _ in part.blocks if isinstance(block, Passage)]
    labels = frozenset(label for p in passages if (label := leading_label(str(without_bullet(p.text)))))
    readings = [_tables(part, setting, words, labels) for part in parts]
    rows: dict[str, list[Stated]] = {}
    for stated in (s for reading in readings for s in reading.stated):
        if stated.meaning.service:
            rows.setdefault(stated.meaning.service, []).append(stated)
    services = {name: figures_of(stated) for name, stated in rows.items()}
    headed = _headed_alike(parts, setting, words)
    for reading in readings:
        reading.service = _service(reading, services, words, alike=id(reading.part) in headed)
        _settle(reading)
        _words(reading, {fold(name): name for name in services}, setting, words)
    return readings


def fold(name: str) -> tuple[str, ...]:
    """A name without capitals, dashes and signs, to compare it."""
    return tokens(name.replace("&", " and "))


def _tables(part: Part, setting: Setting, words: Vocabulary, labels: frozenset[str]) -> Reading:
    reading = Reading(part)
    above: list[Passage] = []
    for block, _ in part.blocks:
        if isinstance(block, Passage):
            above.append(block)
            continue
        if pledges := list(grid_to_pledges(block, words, setting.period)):
            reading.pledges += pledges
        elif not is_of_service(block, words):
            captions = [part.heading, *(str(p.text) for p in above if is_line(p))]
            stage = next((stage for text in reversed(captions) if (stage := text_to_stage(text, words))), None)
            stated, unclear = grid_to_figures(block, Surroundings(stage, part.directorate, setting, tuple(above), words, labels))
            reading.stated += stated
            reading.unclear += unclear
        above = []
    return reading


def _headed_alike(parts: Sequence[Part], setting: Setting, words: Vocabulary) -> set[int]:
    """The sections whose table of periods stands under other headings too: there the headings tell the tables apart."""
    kinds: dict[tuple[str, ...], list[Part]] = {}
    for part in parts:
        for grid in part.grids:
            if part.service and grid_says_periods(grid, setting, words):
                kinds.setdefault(tuple(str(cell.text) for row in grid.rows[: header_height(grid)] for cell in row[1:]), []).append(part)
    alike = [group for group in kinds.values() if len({part.service for part in group}) > 1]
    return {id(part) for group in alike for part in group}


def _service(reading: Reading, services: Mapping[str, Mapping[Key, Decimal | None]], words: Vocabulary, *, alike: bool) -> str | None:
    """The service that a section is about: "" for none, None where its heading cannot be read and nothing else tells.

    A heading names a service if a table does too, if the same table stands under other headings, or if what stands below it (a scope,
    commitments, an analysis) is what reports print of a service.
    """
    part = reading.part
    known = {fold(name) for name in services}
    named = next((name for name in (part.service, part.parent) if fold(name) in known), "")
    told = any(section is Section.SCOPE for _, section in part.blocks) or any(is_of_service(grid, words) for grid in part.grids)
    if named:
        return clean_label(named)
    if part.service and (told or alike):
        return clean_label(part.service)
    if part.unnamed or part.service:
        return repeated_by(figures_of(reading.own), services) or None
    return ""


def is_of_service(grid: Grid, words: Vocabulary) -> bool:
    """Whether a table lists commitments or analyses complaints."""
    return bool(analysis_columns(grid, words) or commitment_heading(grid, words))


def _settle(reading: Reading) -> None:
    """Give the section's figures their service; where it cannot be told, they are unclear and not the whole council's."""
    if reading.service is None:
        heading = f"{reading.part.service!r}, which may name a service or not" if reading.part.service else "no text"
        reason = f"the heading of its section is {heading}, and no one row of another table repeats its figures"
        reading.unclear += [Unclear(s.words, s.place, reason) for s in reading.own if s.state is not State.MISSING]
        reading.stated = [s for s in reading.stated if s.meaning.service is not None]
    own = Meaning(service=reading.service or "")
    reading.stated = [replace(s, meaning=s.meaning.within(own)) for s in reading.stated]


def _words(reading: Reading, names: dict[tuple[str, ...], str], setting: Setting, words: Vocabulary) -> None:
    """The comments of the section, and the figures its sentences state."""
    claims: list[Stated] = []
    for block, section in reading.part.blocks:
        if isinstance(block, Grid):
            remarks = grid_to_remarks(block, words)
            reading.remarks += [(reading.service or "", remark) for remark in remarks]
            for remark in remarks:
                claims += _claims(remark.text, Meaning(service=reading.service, stage=remark.stage), block.place, reading, setting, words)
            continue
        text = without_bullet(block.text) if block.kind is PassageKind.ITEM else block.text
        label = names.get(fold(leading_label(str(text))), "")
        service = label or reading.service or ""
        if (remark := _remark(block, text, section, reading, words, labelled=bool(label))) is not None:
            reading.remarks.append((service, remark))
        if service:
            claims += _claims(text, Meaning(service=service), block.place, reading, setting, words)
    for pledge in reading.pledges:
        topic = leading_label(str(pledge.text))
        about = Meaning(service=reading.service, dimension=Dimension.SUBSERVICE if topic else None, category=topic or None)
        place = Place(page=pledge.progress.page)
        claims += _claims(pledge.progress, about, place, reading, setting, words)
    reading.stated += _once(claims)


def _remark(block: Passage, text: Text, section: Section | None, reading: Reading, words: Vocabulary, *, labelled: bool) -> Remark | None:
    plain = str(text)
    if section is None and reading.service and not is_line(block) and len(plain.split()) >= _SENTENCE:
        section = Section.SERVICE_COMMENT
    if section is None or block.kind is PassageKind.HEADING or not text:
        return None
    return Remark(section, text_to_stage(plain, words) if labelled else None, text)


def _claims(text: Text, about: Meaning, place: Place, reading: Reading, setting: Setting, words: Vocabulary) -> Iterator[Stated]:  # noqa: PLR0913
    for claim in text_to_claims(text, about, setting, words) if about.service else ():
        whole = text.cut(claim.start, claim.end)
        phrase = _on_one_page(whole, text.cut(claim.number, claim.number + 1))
        printed = str(text)[claim.start : claim.end] if phrase == whole else str(phrase)
        where = replace(place, page=phrase.page, box=phrase.box)
        table = f"paragraph {place.paragraph}" if place.paragraph else f"table {place.table}" if place.table else "commitments"
        yield Stated(
            claim.meaning, claim.value, claim.unit, State.REPORTED, printed, phrase, where, table, reading.part.directorate, Source.PROSE
        )


def _on_one_page(phrase: Text, number: Text) -> Text:
    """A phrase that a page break cuts is quoted as far as it stands on the page of its figure."""
    return Text(tuple(word for word in phrase.words if word.page == number.page))


def _once(claims: Sequence[Stated]) -> list[Stated]:
    """Repeats below the same heading are one figure."""
    return list({(claim.meaning, claim.value): claim for claim in reversed(claims)}.values())[::-1]
