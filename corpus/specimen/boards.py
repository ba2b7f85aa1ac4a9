"""Families that turn a table round: measures down and services across, lists of indicators, outcomes inside cells, bands of years."""

from collections.abc import Iterable, Sequence

from corpus.specimen import styles
from corpus.specimen.blocks import Block, Cell, Table
from corpus.specimen.grids import MONTHS
from corpus.specimen.sections import front, notes
from corpus.specimen.stages import SHORT
from corpus.specimen.truth import Fact, quarters, value, year
from corpus.specimen.voice import Voice, head, label, told

OUTCOMES = ("upheld", "partially_upheld", "not_upheld")
BANDED = 3  # years below each band
Row = tuple[Cell, ...]


def across(voice: Voice) -> list[Block]:
    """A row for each measure and a column for each service."""
    table = "across"
    names = [*(service.name for service in voice.story.services), *([""] if voice.has("total") else [])]
    rows = [head([voice.form("indicator"), *(name or voice.form("total") for name in names)])]
    for column in SHORT:
        facts = [voice.story.fact(name, 0, *column) for name in names]
        rows.append((_measure(voice, column), *(voice.figure(table, fact, bold=not fact.service) for fact in facts)))
    rows += [(label(words), *(voice.unread(table, name, words) for name in names)) for words in voice.words.unknown]
    return [*front(voice), voice.heading("board"), Table(tuple(rows)), *notes(voice)]


def indicators(voice: Voice) -> list[Block]:
    """A row for each measure of the whole council, a column for this year, the year before and perhaps the change."""
    table, span = "indicators", (0, 1)
    backs = tuple(reversed(span)) if voice.has("newest_last") else span
    change = voice.has("change")
    rows = [head([voice.form("indicator"), *(voice.year(back) for back in backs), *([voice.form("difference")] if change else [])])]
    for column in SHORT:
        facts = [voice.story.fact("", back, *column) for back in backs]
        facts += [voice.story.fact("", 0, *column)._replace(basis="difference")] * change
        rows.append((_measure(voice, column), *(voice.figure(table, fact) for fact in facts)))
    for words in voice.words.unknown:
        rows.append((label(words), *(voice.unread(table, words, words) for _ in rows[0][1:])))
    return [*front(voice), voice.heading("board"), Table(tuple(rows)), *notes(voice)]


def cards(voice: Voice) -> list[Block]:
    """A row for each service, and in one cell what was decided at a stage, each outcome behind its name."""
    stages, unknown = ("1", "2"), voice.words.unknown[:1]
    rows = [head([voice.form("service"), *(_capital(voice.form("card", stage=voice.words.stage(stage))) for stage in stages), *unknown])]
    for service in voice.story.services:
        cells = [_card(voice, [voice.story.fact(service.name, 0, stage, outcome) for outcome in OUTCOMES]) for stage in stages]
        rows.append((label(service.name), *cells, *(voice.unread("cards", service.name, words) for words in unknown)))
    return [*front(voice), voice.heading("cards"), Table(tuple(rows)), *notes(voice)]


def _card(voice: Voice, facts: Iterable[Fact]) -> Cell:
    """Outcomes below each other in one cell."""
    lines, tells = [], []
    for name, fact in zip(voice.words.outcomes, facts, strict=True):
        printed = styles.write(voice.style, value(voice.story, fact), percent=False, random=voice.random)
        lines.append(f"{name}: {printed.text}")
        tells.append(told("cards", fact, printed))
    return Cell(tuple(lines), tuple(tells))


def bands(voice: Voice) -> list[Block]:
    """The quarters of some years, below a line that says which stage they are of."""
    start, unknown = voice.story.start, voice.words.unknown[:1]
    names = [voice.form("quarter", n=str(n), months=months) for n, months in enumerate(MONTHS, start=1)]
    rows: list[Row] = [head([voice.form("period"), *names, "Total", *unknown])]
    for stage in ("1", "2"):
        rows.append((label(voice.words.measure(stage, "received", bare=False), bold=True, wide=len(rows[0])),))
        rows += [_banded(voice, stage, start - back, unknown) for back in range(BANDED)]
    return [*front(voice), voice.heading("board"), Table(tuple(rows)), *notes(voice)]


def _banded(voice: Voice, stage: str, first: int, unknown: Sequence[str]) -> Row:
    """A year of a band."""
    back = voice.story.start - first
    name = voice.year(back)
    fact = voice.story.fact("", back, stage, "received")
    facts = [fact._replace(span=span) for span in (*quarters(first), year(first))]
    return label(name), *(voice.figure("bands", each) for each in facts), *(voice.unread("bands", name, words) for words in unknown)


def _measure(voice: Voice, column: tuple[str, str]) -> Cell:
    """The label of a row of figures."""
    return label(voice.words.measure(*column, bare=False))


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
