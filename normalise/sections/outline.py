"""Document -> sections: which directorate and service each block stands under, and which part of the report it is."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from normalise.sections.lines import UNKNOWN, heading_kind, is_byline, is_line, names_nothing, opens_comments
from normalise.sections.naming import is_service
from normalise.sections.part import Part
from normalise.tables.captions import is_caption, is_of, name_and_rest
from normalise.words.heading import read_heading
from normalise.words.phrases import match_longest, stands_in
from schemas import Document, Grid, Passage, PassageKind, Section
from schemas.vocabulary import Tokens, Vocabulary, tokens

_DATED = re.compile(r"(?<=[^\W\d])\s+(?:[-–—]\s+)?\d{1,2}[/.]\d{1,2}[/.](?:\d\d){1,2}\s*$")
"""The day of a case behind the name of its service."""
_BULLET = re.compile(r"^[•◦▪●·*–—-]\s+")


@dataclass
class _Reading:
    """Where the reader of sections stands: the parts so far, the section of commentary it is in, a directorate about to be named.

    `repeated`: the headings that are printed more than once, as those inside the sections are; `headings`: those that it stands under.
    """

    parts: list[Part] = field(default_factory=lambda: [Part()])
    mode: Section | None = None
    awaits_directorate: bool = False
    repeated: frozenset[str] = frozenset()
    headings: list[Passage] = field(default_factory=list)

    @property
    def opens(self) -> bool:
        """Whether no more than the title stands above: lines there name the body, the committee or the author, and no service."""
        return not any(any(part.grids) for part in self.parts) and sum(part.level > 0 for part in self.parts) <= 1

    def turn_to(self, block: Grid | Passage) -> None:
        """A heading ends what those of its size and smaller ones head."""
        if isinstance(block, Passage) and block.kind is PassageKind.HEADING:
            self.headings = [*(heading for heading in self.headings if heading.level < block.level), block]

    def begin(self, part: Part, mode: Section | None = None) -> None:
        part.above = tuple(text for heading in reversed(self.headings) if (text := str(heading.text)) != part.heading)
        self.parts.append(part)
        self.mode = mode

    def begin_comments(self, passage: Passage) -> None:
        """What follows are a service's own words: of the last section with a real heading, where lines behind it only look like ones."""
        owner = next((part for part in reversed(self.parts) if part.service and part.level), self.parts[-1])
        if owner is not self.parts[-1] and not self.parts[-1].level:
            self.begin(replace(owner, title=None, blocks=[]))
        self.mode = Section.SERVICE_COMMENT
        self.add(replace(passage, kind=PassageKind.HEADING), None)

    def add(self, block: Grid | Passage, section: Section | None) -> None:
        self.parts[-1].blocks.append((block, section))


def document_to_parts(document: Document, words: Vocabulary) -> list[Part]:
    """The sections in reading order; each passage comes with the section of the commentary that it belongs to, if any."""
    headings = Counter(str(p.text) for p in document.passages if p.kind is PassageKind.HEADING)
    reading = _Reading(repeated=frozenset(text for text, times in headings.items() if times > 1))
    for block in document.blocks:
        reading.turn_to(block)
        if isinstance(block, Grid):
            reading.mode = None
            reading.add(block, None)
        elif block.kind is PassageKind.PICTURE:
            reading.begin(Part(reading.parts[-1].directorate, unnamed=True))
        elif not (is_line(block) and (_comments(reading, block, words) or _heading(reading, block, words))):
            _body(reading, block, words)
    _mark_cases(reading.parts, words)
    return reading.parts


def _mark_cases(parts: list[Part], words: Vocabulary) -> None:
    """Below a heading of case summaries, sections named after services are cases; a larger heading, or one that names none, ends them."""
    inside, level = False, 0
    for part in parts:
        if stands_in(tokens(part.heading), words.cases):
            inside, level = True, 0
        else:
            inside = inside and bool(part.service) and part.level >= level
            level = level or part.level
        part.tells_cases = inside


def _heading(reading: _Reading, passage: Passage, words: Vocabulary) -> bool:
    """Take a line as a heading; False where it is none."""
    if names_nothing(passage, words):
        return False
    text = _DATED.sub("", str(passage.text)).strip(" :*")
    if ":" in text and tokens(text.partition(":")[0]) in words.case_labels:
        reading.add(passage, None)
        return True
    return _directorate(reading, passage, text) or _section(reading, passage, text, words)


def _directorate(reading: _Reading, passage: Passage, text: str) -> bool:
    """Take a line that names a directorate, or that announces the line that does; False where it does neither."""
    announces = tokens(text)[:1] == ("directorate",)
    if reading.awaits_directorate:
        reading.awaits_directorate = False
        reading.begin(Part(directorate=text))
    elif announces and str(passage.text).rstrip().endswith(":"):
        reading.awaits_directorate = True
    elif announces and ":" in text:
        reading.begin(Part(directorate=text.split(":", 1)[1].strip()))
    else:
        return False
    return True


def _section(reading: _Reading, passage: Passage, text: str, words: Vocabulary) -> bool:
    """Take a line as the heading of a section or of a part of one; a line that ends with a colon or states a figure is none."""
    part = reading.parts[-1]
    if (known := heading_kind(text, words)) != UNKNOWN:
        _known_heading(reading, passage, known, words)
    elif _is_below(passage, part):
        _smaller(reading, passage, text)
    elif passage.kind is PassageKind.HEADING or not (str(passage.text).endswith(":") or any(mark in text for mark in "%£")):
        level = passage.level if passage.kind is PassageKind.HEADING else 0
        opens = reading.opens and passage.kind is PassageKind.PARAGRAPH
        named = not opens or is_service(" ".join(read_heading(text, words).left), words)
        reading.begin(Part(part.directorate, text if named else "", level=level, heading=text, title=passage))
    else:
        return False
    return True


def _smaller(reading: _Reading, passage: Passage, text: str) -> None:
    """A smaller heading begins a part of the section that it stands in, unless it is printed in others as well."""
    part = reading.parts[-1]
    reading.mode = None
    if str(passage.text) in reading.repeated:
        reading.add(passage, None)
    else:
        level = part.level if part.parent else passage.level
        reading.begin(Part(part.directorate, text, part.parent or part.service, level=level, heading=text, title=passage))


def _comments(reading: _Reading, passage: Passage, words: Vocabulary) -> bool:
    """Take a line as the heading of a service's own words, as the one that signs them or as a caption; False where it is none."""
    spelled = tokens(str(passage.text))
    if opens_comments(spelled, words):
        reading.begin_comments(passage)
    elif _signs_comments(reading, spelled, words) or _is_caption(reading.parts[-1], spelled, words):
        reading.add(replace(passage, kind=PassageKind.HEADING), None)
    else:
        return False
    return True


def _signs_comments(reading: _Reading, spelled: Tokens, words: Vocabulary) -> bool:
    """Whether a line below the heading of a service's comments says whose they are."""
    above = reading.parts[-1].blocks[-1][0] if reading.parts[-1].blocks else None
    opened = isinstance(above, Passage) and above.kind is PassageKind.HEADING and reading.mode is Section.SERVICE_COMMENT
    return opened and spelled[:1] in words.signed


def _is_caption(part: Part, spelled: Tokens, words: Vocabulary) -> bool:
    """Whether a line inside a service's section is the caption of a table or a chart ("Parks: cases by team")."""
    return bool(part.service) and stands_in(spelled, words.inner)


def _is_below(passage: Passage, part: Part) -> bool:
    """A smaller heading inside a section that a larger one named."""
    return bool(part.service) and passage.kind is PassageKind.HEADING and passage.level > part.level > 0


def _known_heading(reading: _Reading, passage: Passage, section: str | None, words: Vocabulary) -> None:
    """Notes and labels belong to the section they stand in; any other heading of the report's own opens one without a service."""
    part = reading.parts[-1]
    if reading.opens and is_byline(passage, words):
        reading.begin(Part(part.directorate, title=passage))
        return
    mode = Section(section) if section else None
    if section == Section.NOTE or _is_below(passage, part) or (section is None and _captions(passage, part, words)):
        reading.mode = mode
    else:
        reading.begin(_opened(passage, part, words), mode)
    reading.add(passage, None)


def _captions(passage: Passage, part: Part, words: Vocabulary) -> bool:
    """Whether a line of the report's own stands inside a section.

    It does if it begins with its name, or if it looks like no heading and the section has tables already or names no service.
    """
    name, _ = name_and_rest(str(passage.text))
    if name and part.service and is_caption(str(passage.text), words):
        return is_of(name, part.service)
    return passage.kind is PassageKind.PARAGRAPH and (not part.service or any(part.grids))


def _opened(passage: Passage, part: Part, words: Vocabulary) -> Part:
    """The section that a line of the report's own opens: of the service that begins it, if one does, and below the one before it."""
    text = str(passage.text)
    name, _ = name_and_rest(text)
    service = name if is_caption(text, words) and heading_kind(name, words) == UNKNOWN else ""
    parent = part.parent or part.service if passage.kind is PassageKind.PARAGRAPH else ""
    return Part(part.directorate, service, parent, heading=text)


def _body(reading: _Reading, passage: Passage, words: Vocabulary) -> None:
    text = str(passage.text)
    spelled = tokens(_BULLET.sub("", text))
    if match_longest(spelled, words.scope, 0):
        part = reading.parts[-1]
        if any(part.grids):
            reading.begin(Part(part.directorate, unnamed=True))
        elif not part.service and reading.mode is not Section.SUMMARY:
            part.unnamed = True
        reading.add(passage, Section.SCOPE)
    elif text.startswith("*") or match_longest(spelled, words.notes, 0):
        reading.add(passage, Section.NOTE)
    else:
        reading.add(passage, reading.mode)
