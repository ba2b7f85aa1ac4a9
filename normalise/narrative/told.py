"""Tables of words -> commitments with their progress, and the comments of analysis tables with their stage."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from normalise.narrative.actions import Told, asks, entries_to_told
from normalise.narrative.paragraphs import text_to_entries
from normalise.setting import Setting
from normalise.words.dated import find_periods
from normalise.words.phrases import Known, find_phrases
from schemas import Cell, CommitmentKind, Grid, Period, Section, Stage, Text
from schemas.period import label
from schemas.vocabulary import Tokens, Vocabulary, tokens

_NUMBER_LENGTH = 4
"""Characters of a commitment's number at the most: `12.`, `3a`."""
_KEPT = 1024
"""First rows of tables that are kept with what they head: several steps ask of each table whether it lists commitments or themes."""
_TOLD = 12
"""Words from which a cell of a column of actions is a text and no label."""
_SIGN = re.compile(r"[•◦▪●·*–—-]|\(?(?P<number>\d{1,2}|[a-z]|[ivx]+)[.)]")
"""What a list item begins with."""
_PARAGRAPH = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?")
"""The number of a paragraph."""


@dataclass(frozen=True, slots=True)
class Pledge:
    """A commitment as printed; `year` is the label of the year it is for, "" where none is printed.

    `service`: the one that is named beside it, and not by its section.
    """

    kind: CommitmentKind
    year: str
    number: str
    text: Text
    progress: Text
    service: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """One cell of an analysis table, or one passage, of the commentary."""

    section: Section
    stage: Stage | None
    text: Text


def says(text: str, phrases: Known) -> Tokens | None:
    """The longest of the phrases that stands anywhere in a text."""
    spelled = tokens(text)
    return max((phrase for _, phrase in find_phrases(spelled, phrases)), key=len, default=None)


def text_to_stage(text: str, words: Vocabulary) -> Stage | None:
    """The first stage that a sentence names."""
    spelled = tokens(text)
    return next((words.stages[phrase] for _, phrase in find_phrases(spelled, words.stages)), None)


def _head(grid: Grid) -> tuple[str, ...]:
    """The texts of a table's first row."""
    return tuple(str(cell.text) for cell in grid.rows[0])


@lru_cache(_KEPT)
def analysis_columns(head: tuple[str, ...], words: Vocabulary) -> Mapping[int, Section]:
    """The columns of an analysis table by the section their heading names; none where no column holds themes."""
    found = {c: words.columns[phrase] for c, text in enumerate(head) if (phrase := says(text, words.columns))}
    return found if Section.THEME in found.values() and len(set(found.values())) > 1 else {}


def grid_to_remarks(grid: Grid, words: Vocabulary) -> list[Remark]:
    """Row by row the cells of an analysis table; the stage is the one that the row's theme names."""
    columns = analysis_columns(_head(grid), words)
    remarks: list[Remark] = []
    for row in grid.rows[1:]:
        told = {c: without_guidance(row[c].text, words) for c in columns}
        stage = next((text_to_stage(str(told[c]), words) for c, section in columns.items() if section is Section.THEME), None)
        remarks += [Remark(section, stage, told[c]) for c, section in columns.items() if told[c]]
    return remarks


def without_guidance(text: Text, words: Vocabulary) -> Text:
    """A cell's text without the lines that tell the writers what to write."""
    kept: list[Text] = []
    held: list[Text] = []
    for line in text.lines:
        held.append(line)
        spelled = tokens(str(Text.joined(held)))
        if spelled in words.guidance:
            held = []
        elif not any(phrase[: len(spelled)] == spelled for phrase in words.guidance):
            kept, held = [*kept, *held], []
    return Text.joined([*kept, *held])


@lru_cache(_KEPT)
def commitment_heading(head: tuple[str, ...], words: Vocabulary) -> tuple[CommitmentKind, str] | None:
    """The kind of commitments a table lists, and its heading; None for a table that lists none."""
    if analysis_columns(head, words):
        return None
    named = [(words.commitments[phrase], text) for text in head if (phrase := says(text, words.commitments))]
    return (
        named[0]
        if named and all(says(t, words.commitments) or says(t, words.progress) or not t or len(t) <= _NUMBER_LENGTH for t in head)
        else None
    )


def is_of_service(grid: Grid, words: Vocabulary) -> bool:
    """Whether a table lists commitments or analyses complaints, as reports do of one service."""
    return bool(analysis_columns(_head(grid), words) or commitment_heading(_head(grid), words))


def grid_to_pledges(grid: Grid, words: Vocabulary, own: Period | None) -> Iterator[Pledge]:
    """The commitments of a table with their number and the progress printed beside them; a row without number and heading goes on."""
    head = _head(grid)
    named = commitment_heading(head, words)
    if named is None:
        return
    kind, heading = named
    year = next((label(d.period) for d in find_periods(heading) if d.period), label(own) if own else "")
    progress = next((c for c, text in enumerate(head) if text and says(text, words.progress) and text != heading), None)
    text_column = _text_column(grid, max(c for c, text in enumerate(head) if text == heading))
    for row in grid.rows[1:]:
        number = next((str(cell.text) for cell in row[:text_column] if cell.text and len(str(cell.text)) <= _NUMBER_LENGTH), "")
        if row[text_column].text:
            yield Pledge(kind, year, number.strip(" .)"), row[text_column].text, _text(row, progress))


def _text_column(grid: Grid, column: int) -> int:
    """The column of the words: where the heading stands over the numbers, the next."""
    numbers = all(len(str(row[column].text)) <= _NUMBER_LENGTH for row in grid.rows[1:])
    return column + 1 if numbers and column + 1 < len(grid.rows[0]) else column


def _text(row: tuple[Cell, ...], column: int | None) -> Text:
    return row[column].text if column is not None else Text()


def action_column(grid: Grid, words: Vocabulary) -> int | None:
    """The column of a table that holds texts about what is done, beside figures or causes."""
    if is_of_service(grid, words):
        return None
    named = (c for c, cell in enumerate(grid.rows[0]) if tokens(str(cell.text)) in words.action_columns)
    return next((c for c in named if any(len(row[c].text.words) >= _TOLD for row in grid.rows[1:])), None)


def grid_to_told(grid: Grid, words: Vocabulary) -> list[Told]:
    """What a column of actions tells, service by service."""
    column = action_column(grid, words)
    if column is None:
        return []
    cells = dict.fromkeys(row[column] for row in grid.rows[1:])
    entries = text_to_entries(Text.joined(cell.text for cell in cells if cell.text))
    return [told for told in entries_to_told(entries, words) if told.actions or told.context]


def text_to_pledge(text: Text, progress: Text, setting: Setting, service: str = "", *, asked: bool = False) -> Pledge:
    """What a sentence or an item of a list says is done; for the report's year, unless it says for a later one.

    `asked`: somebody else recommends it.
    """
    number, bare = item_to_number(text)
    own, plain = setting.own, str(bare)
    later = [d.period for d in find_periods(plain) if d.period and own and d.period.start > own.end]
    promised = CommitmentKind.COMMITMENT if says(plain, setting.words.action_promises) else CommitmentKind.IMPROVEMENT
    kind = CommitmentKind.RECOMMENDATION if asked or asks(plain, setting.words) else promised
    year = next((label(period) for period in later), label(own) if own else "")
    return Pledge(kind, year, number, bare, progress, service)


def without_bullet(text: Text) -> Text:
    """A list item without its sign."""
    return item_to_number(text)[1]


def item_to_number(text: Text) -> tuple[str, Text]:
    """The number that a list item is printed with, "" for none, and its words without that or any other sign."""
    sign = _SIGN.fullmatch(text.words[0].text) if len(text.words) > 1 else None
    return (sign["number"] or "", Text(text.words[1:])) if sign else ("", text)


def without_number(text: Text) -> Text:
    """A paragraph without the number that a committee's paper gives it: "2.1 During the year we received 12 complaints"."""
    numbered = len(text.words) > 1 and _PARAGRAPH.fullmatch(text.words[0].text) and text.words[1].text[:1].isupper()
    return Text(text.words[1:]) if numbered else text


def leading_label(text: str) -> str:
    """What stands before a spaced dash at the beginning: `Repairs – 38% of ...`; "" where no short label does."""
    head, dash, _ = next((parts for sign in (" – ", " - ", " — ", ": ") if (parts := text.partition(sign))[1]), ("", "", ""))
    return head.strip() if dash and len(head.split()) <= _LABEL_WORDS else ""


_LABEL_WORDS = 8
"""Words of a label before a dash at the most."""
