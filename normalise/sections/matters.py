"""What the tables below a heading are about: complaints, or another matter that the same report tells of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from normalise.sections.lines import is_line
from normalise.sections.part import Part
from normalise.words.heading import read_heading
from normalise.words.phrases import find_phrases
from schemas import Grid, Measure, Passage, PassageKind, Stage
from schemas.vocabulary import Vocabulary, tokens

_COMPLAINTS = "complaints"
_LABELS = 2
"""Columns that may hold the labels of a table: a code may stand before them."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a heading is about that is not complaints: its words, and what is counted there, None where no measure of complaints is."""

    heading: str
    measure: Measure | None = None


def parts_to_matters(parts: Sequence[Part], words: Vocabulary) -> Mapping[int, Matter]:
    """The tables that stand below a heading about another matter and do not speak of complaints themselves, by their identity.

    Such a heading holds until one speaks of complaints or is as large; a line that only looks like one, until the next line. The name of
    a service whose complaints a table counts is no other matter: planning applications are complained about.
    """
    served = set(_served(parts, words))
    found: dict[int, Matter] = {}
    above: Matter | None = None
    level = 0
    line: Matter | None = None
    for block in (block for part in parts for block in _blocks(part)):
        if isinstance(block, Grid):
            matter = line or above
            if matter and not _says_complaints(block, words):
                found[id(block)] = matter
            continue
        told = _COMPLAINTS if tokens(block.text) in served else _matter(block.text, words)
        line = told if isinstance(told, Matter) and not block.level and len(tokens(block.text)) > 1 else None
        if told == _COMPLAINTS or 0 < block.level <= level:
            above = None
        if isinstance(told, Matter) and block.level:
            above, level = told, block.level
    return found


@dataclass(frozen=True, slots=True)
class _Line:
    """A heading, or a line that may be one, which has level 0."""

    text: str
    level: int


def _blocks(part: Part) -> Iterator[_Line | Grid]:
    """The headings, lines and tables of a section in order, its own heading once."""
    first = part.blocks[0][0] if part.blocks else None
    if part.heading and not (isinstance(first, Passage) and str(first.text) == part.heading):
        yield _Line(part.heading, part.level)
    for block, _ in part.blocks:
        if isinstance(block, Grid):
            if block.title:
                yield _Line(str(block.title), 0)
            yield block
        elif is_line(block):
            yield _Line(str(block.text), max(block.level, 1) if block.kind is PassageKind.HEADING else 0)


def _served(parts: Sequence[Part], words: Vocabulary) -> Iterator[tuple[str, ...]]:
    """The row labels of the tables that have columns of stages."""
    for grid in (block for part in parts for block, _ in part.blocks if isinstance(block, Grid)):
        if any(read_heading(str(cell.text), words).meaning.stage for cell in grid.rows[0][1:]):
            yield from (tuple(tokens(str(row[0].text))) for row in grid.rows[1:])


def _matter(text: str, words: Vocabulary) -> Matter | str | None:
    """What a heading is about: complaints, another matter, or None where it does not say.

    A phrase of several words tells another matter wherever it stands; one word only beside words that name no other.
    """
    spelled = tokens(text)
    heading = read_heading(text, words)
    if not words.reporting.isdisjoint(spelled):
        return _COMPLAINTS
    found = list(find_phrases(spelled, words.besides))
    taken = {n for at, phrase in found for n in range(at, at + len(phrase))}
    plain = words.captions | words.plain | words.ignored | words.services | words.with_services | words.matter_words
    rest = {word for n, word in enumerate(spelled) if n not in taken and not word.isdigit()}
    if any(len(phrase) > 1 for _, phrase in found) or (found and rest <= plain):
        praised = all(phrase in words.praise for _, phrase in found)
        return Matter(text, Measure.COMPLIMENTS if praised else None)
    return _COMPLAINTS if heading.meaning.stage or heading.meaning.regime else None


def _says_complaints(grid: Grid, words: Vocabulary) -> bool:
    """Whether the labels or headings of a table speak of complaints, or of several stages, which little else goes through."""
    edge = {str(cell.text) for cell in (*grid.rows[0], *(cell for row in grid.rows for cell in row[:_LABELS]))}
    stages = {read_heading(text, words).meaning.stage for text in edge} - {None, Stage.ALL}
    return len(stages) > 1 or any(not words.reporting.isdisjoint(tokens(text)) for text in edge)
