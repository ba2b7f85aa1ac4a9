"""Families that print each service's stages side by side: the stage table with brackets, the comparative table, the dashboard."""

from dataclasses import replace

from corpus.specimen.blocks import Block, Cell, Table
from corpus.specimen.sections import front, notes, section
from corpus.specimen.truth import FLOW, Fact
from corpus.specimen.voice import Voice, head, label

SHORT = tuple(column for column in FLOW if column[1] != "newly_upheld_pct")
COUNTS = (("1", "received"), ("1", "escalated"), ("2", "received"), ("2", "escalated"), ("3", "received"))
Columns = tuple[tuple[str, str], ...]


def stage_table(voice: Voice) -> list[Block]:
    """A row for each service, this year's figure and last year's in brackets, then a section for each service."""
    story, columns = voice.story, _columns(voice)
    rows = [_bracketed(voice, service.name, columns) for service in story.services]
    if voice.has("total"):
        rows.append(_bracketed(voice, "", columns))
    table = Table((*stage_head(voice, columns, voice.form("service")), *rows), head=1 + voice.spanning)
    blocks = [*front(voice, brackets=True), table, *notes(voice)]
    for service in story.services[:3]:
        blocks += section(voice, service.name, [])
    return blocks


def comparative(voice: Voice) -> list[Block]:
    """For each service this year, last year and the difference."""
    blocks = [*front(voice), *_summary(voice), *notes(voice)]
    for service in voice.story.services[:4]:
        name = service.name
        columns = _columns(voice)
        corner = voice.story.misworded.get(name, name) if voice.has("corner") else voice.form("comparative")
        rows = [_row(voice, name, columns, basis) for basis in ("current", "prior", "difference")]
        blocks += section(voice, name, [Table((*stage_head(voice, columns, corner), *rows), head=1 + voice.spanning)])
    return blocks


def dashboard(voice: Voice) -> list[Block]:
    """For each service this period and the last year, the rows named left of the ruling."""
    blocks = [*front(voice), *_summary(voice), *notes(voice)]
    for service in voice.story.services[:4]:
        columns = _columns(voice)
        rows = [_row(voice, service.name, columns, basis) for basis in ("current", "prior")]
        table = Table((*stage_head(voice, columns, ""), *rows), head=1 + voice.spanning, outside=True)
        blocks += section(voice, service.name, [table])
    return blocks


def stage_head(voice: Voice, columns: Columns, corner: str) -> list[tuple[Cell, ...]]:
    """The headings of a stage table: in one row, or in two with the stage over its columns."""
    unknown = voice.words.unknown
    if not voice.spanning:
        return [head([corner, *(voice.words.measure(*column, bare=False) for column in columns), *unknown])]
    stages = [stage for stage, _ in columns]
    above = [replace(cell, wide=stages.count(stage)) for stage in dict.fromkeys(stages) for cell in head([voice.words.stage(stage)])]
    first = [replace(head([corner])[0], tall=2), *above, *(replace(cell, tall=2) for cell in head(unknown))]
    return [tuple(first), head([voice.words.measure(*column, bare=True) for column in columns])]


def _columns(voice: Voice) -> Columns:
    return SHORT if voice.has("short") else FLOW


def _bracketed(voice: Voice, service: str, columns: Columns) -> tuple[Cell, ...]:
    name = service or voice.form("total")
    facts = [[voice.story.fact(service, back, *column) for back in (0, 1)] for column in columns]
    cells = [voice.bracketed("summary", *pair, bold=not service) for pair in facts]
    return label(name, bold=not service), *cells, *(voice.unread("summary", name, column) for column in voice.words.unknown)


def _summary(voice: Voice) -> list[Block]:
    """This period's counts of all services, before their sections."""
    if not voice.has("summary"):
        return []
    services = [service.name for service in voice.story.services[:4]]
    if voice.has("total") and len(voice.story.services) == len(services):
        services.append("")
    rows = []
    for name in services:
        cells = [voice.figure("summary", voice.story.fact(name, 0, *column), bold=not name) for column in COUNTS]
        rows.append((label(name or voice.form("total"), bold=not name), *cells))
    titles = [voice.words.measure(*column, bare=False) for column in COUNTS]
    return [Table((head([voice.form("service"), *titles]), *rows))]


def _row(voice: Voice, service: str, columns: Columns, basis: str) -> tuple[Cell, ...]:
    half = voice.story.half
    names = {"current": "this_half" if half else "this", "prior": "last_year" if half else "last", "difference": "difference"}
    name = voice.form(names[basis])
    table = f"detail:{service}"
    facts = [_fact(voice, service, column, basis) for column in columns]
    cells = [voice.prior(table, fact) if half and basis == "prior" else voice.figure(table, fact) for fact in facts]
    return label(name, bold=True), *cells, *(voice.unread(table, name, column) for column in voice.words.unknown)


def _fact(voice: Voice, service: str, column: tuple[str, str], basis: str) -> Fact:
    fact = voice.story.fact(service, int(basis == "prior"), *column)
    return fact._replace(basis=basis) if basis == "difference" else fact
