"""A line of the report -> what its words make it: the heading of a section, of the report's own furniture, or of nothing."""

import re

from normalise.lists.entries import is_entry
from normalise.narrative.actions import introduces
from normalise.tables.captions import BESIDE_COMPLAINTS, is_caption
from normalise.words.heading import read_heading
from normalise.words.phrases import find_phrases, take
from schemas import Measure, Passage, PassageKind, Section, Stage
from schemas.vocabulary import Tokens, Vocabulary, tokens

_LABEL_WORDS = 10
"""A line of more words is a sentence; one of fewer that stands alone without a full stop may be a heading that does not look like one."""
_CAPTION = 20
"""Words of the longest caption."""
_MARKED_WORDS = 3
"""A line with a footnote mark and more words is the footnote; one of fewer is its heading ("*Notes")."""
_BESIDE = (">>", "»", "→")
"""Signs at the end of a line that labels what stands beside it, and names no section."""
_REFERENCE = re.compile(r"[^\W\d]+:[\W\d]+$")
"""A line that numbers or dates a case: `Complaint: 19 002 891 - 27/02/20`."""
UNKNOWN = "unknown"
"""The kind of a heading that is none of the report's own."""


def is_line(passage: Passage) -> bool:
    """Whether a passage is a heading, or a short line that may be one."""
    text = str(passage.text)
    footnote = text.startswith("*") and len(text.split()) > _MARKED_WORDS
    short = len(text.split()) <= _LABEL_WORDS and not text.endswith((".", ",", ";")) and not footnote
    if not any(char.isalpha() for char in text):
        return False
    return passage.kind is PassageKind.HEADING or (passage.kind is PassageKind.PARAGRAPH and short and not is_entry(text))


def may_caption(passage: Passage) -> bool:
    """Whether a passage next to a table may be its caption: a line, or words that run on without being a sentence."""
    text = str(passage.text)
    runs_on = passage.kind is PassageKind.PARAGRAPH and len(text.split()) <= _CAPTION and not text.endswith((".", ",", ";", ":"))
    return is_line(passage) or runs_on


def names_nothing(passage: Passage, words: Vocabulary) -> bool:
    """Whether a line introduces what follows, numbers a case, or labels what stands beside it."""
    text = str(passage.text)
    opens = passage.kind is PassageKind.PARAGRAPH and bool(introduces(text, words) or _REFERENCE.match(text))
    return opens or text.endswith(_BESIDE)


def heading_kind(text: str, words: Vocabulary) -> str | None:
    """The section that a heading of the report's own furniture opens, None for furniture that opens none, else `UNKNOWN`.

    A phrase of several words marks a heading that holds it; a single word only the heading that says nothing else.
    """
    heading = read_heading(text, words)
    spelled: Tokens = tuple(token for token in tokens(heading.text) if not token.isdigit() and len(token) > 1)
    plain = tuple(token for token in spelled if token not in words.ignored)
    for whole in (spelled, plain):
        if whole in words.headings:
            return words.headings[whole]
    unknown = {word for word in heading.left if not word.isdigit()} - words.captions
    claim = "%" in text
    caption = not claim and not words.counted.isdisjoint(spelled) and (not unknown or heading.meaning.measure in BESIDE_COMPLAINTS)
    if not heading.left or caption or is_caption(text, words) or not words.marks.isdisjoint(spelled):
        return None
    marked = (words.headings[phrase] for _, phrase in find_phrases(spelled, words.headings) if len(phrase) > 1)
    return next(marked, UNKNOWN)


def opens_comments(spelled: Tokens, words: Vocabulary) -> bool:
    """Whether a line says that what follows are a service's own words."""
    found = find_phrases(spelled, words.columns)
    return any(len(phrase) > 1 and words.columns[phrase] is Section.SERVICE_COMMENT for _, phrase in found)


def is_byline(passage: Passage, words: Vocabulary) -> bool:
    """Whether a line names who reports, who is an ombudsman: it names it with its country, and speaks of no complaints."""
    stages, rest = take(tokens(str(passage.text)), words.stages)
    said = read_heading(str(passage.text), words)
    plain = said.meaning.measure in {None, Measure.OTHER} and not (said.periods or said.axis)
    placed = said.meaning.measure is Measure.OTHER or not words.captions.issuperset(said.left)
    named = stages == [Stage.OMBUDSMAN] and placed and words.reporting.isdisjoint(rest)
    return passage.kind is PassageKind.PARAGRAPH and named and plain
