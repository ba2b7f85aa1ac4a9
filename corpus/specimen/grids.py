"""Families with a row for each service: years across, quarters across, outcomes across, and directorate blocks with subtotals."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from corpus.specimen import styles
from corpus.specimen.blocks import Block, Cell, Chart, Table
from corpus.specimen.sections import front, notes, section
from corpus.specimen.truth import OUTCOMES, YEARS, Fact, Service, quarters, share, value, year
from corpus.specimen.voice import Voice, figure, head, label, told

MONTHS = ("Apr-Jun", "Jul-Sep", "Oct-Dec", "Jan-Mar")
TIMELY = ("received", "in_target", "in_target_pct")
STAGED = ("1", "2", "3")
Row = tuple[Cell, ...]
RowOf = Callable[[str, str, Sequence[Cell]], Row]


def service_year(voice: Voice) -> list[Block]:
    """How many complaints each service received in each of some years, newest first or last."""
    backs = list(range(YEARS - int(voice.has("short"))))
    if voice.has("newest_last"):
        backs.reverse()
    changes = ["difference"] * voice.has("change")
    stages = STAGED[: len(voice.words.stages)]
    titles = [*(voice.year(back) for back in backs), *(voice.form(change) for change in changes), *voice.words.unknown[:1]]

    def row(service: str, stage: str, first: Sequence[Cell]) -> Row:
        table, bold = f"years:{stage}", not service
        facts = [voice.story.fact(service, back, stage, "received") for back in backs]
        facts += [voice.story.fact(service, 0, stage, "received")._replace(basis=basis) for basis in changes]
        unread = [voice.unread(table, first[0].text, column) for column in voice.words.unknown[:1]]
        return *first, *(voice.figure(table, fact, bold=bold) for fact in facts), *unread

    def chart(stage: str) -> list[Block]:
        facts = [voice.story.fact(service, 0, stage, "received") for service in _named(voice) if service]
        values = {fact: value(voice.story, fact) or Decimal(0) for fact in facts}
        return [chart_of(voice.heading("by_service", stage).text, values)] * voice.charts

    blocks = front(voice)
    if voice.merged:
        rows = [head([voice.form("service"), voice.form("stage"), *titles]), *_by_stage(voice, stages, row)]
        blocks += [voice.heading("all_by_service"), Table(tuple(rows))]
    else:
        for stage in stages[: 2 + voice.has("thirds")]:
            rows = [row(service, stage, [_name(voice, service)]) for service in _named(voice)]
            blocks += [voice.heading("by_service", stage), Table((head([voice.form("service"), *titles]), *rows)), *chart(stage)]
    return _closed(voice, blocks)


def by_quarter(voice: Voice) -> list[Block]:
    """How many complaints each service received in each quarter of the year."""
    start = voice.story.start
    spans = [*quarters(start), year(start)]
    names = [voice.form("quarter", n=str(n), months=months) for n, months in enumerate(MONTHS, start=1)]
    titles = [*names, "Total", *voice.words.unknown[:1]]

    def row(service: str, stage: str, first: Sequence[Cell]) -> Row:
        facts = [Fact(service, span, stage, "received") for span in spans]
        unread = [voice.unread("quarters", first[0].text, column) for column in voice.words.unknown[:1]]
        return *first, *(voice.figure("quarters", fact, bold=not service) for fact in facts), *unread

    if voice.merged:
        table = Table((head([voice.form("service"), voice.form("stage"), *titles]), *_by_stage(voice, STAGED[:2], row)))
        return _closed(voice, [*front(voice), voice.heading("all_by_service"), table])
    rows = [row(service, "1", [_name(voice, service)]) for service in _named(voice)]
    table = Table((head([voice.form("service"), *titles]), *rows))
    return _closed(voice, [*front(voice), voice.heading("by_quarter", "1"), table])


def by_outcome(voice: Voice) -> list[Block]:
    """What was decided of each service's complaints: one stage, or two side by side below their names."""
    stages = STAGED[: 1 + voice.spanning]
    named = [voice.words.measure("1", "received", bare=True), *voice.words.outcomes]
    named += [voice.words.measure("1", measure, bare=True) for measure in ("not_pursued", "open")]
    unknown = voice.words.unknown[:1]
    if voice.spanning:
        above = [replace(cell, wide=len(named)) for stage in stages for cell in head([voice.words.stage(stage)])]
        tops = [replace(cell, tall=2) for cell in head([voice.form("service"), *unknown])]
        rows: list[Row] = [(tops[0], *above, *tops[1:]), head(named * 2)]
    else:
        rows = [head([voice.form("service"), *named, *unknown])]
    for service in _named(voice):
        cells = [_outcome(voice, service, stage, measure) for stage in stages for measure in ("received", *OUTCOMES)]
        rows.append((_name(voice, service), *cells, *(voice.unread("outcomes", service, column) for column in unknown)))
    caption = voice.heading("all_by_service") if voice.spanning else voice.heading("by_outcome", "1")
    return _closed(voice, [*front(voice), caption, Table(tuple(rows), head=1 + voice.spanning)])


def directorate_blocks(voice: Voice) -> list[Block]:
    """Services below their directorate, each block closed by its subtotal: received at each stage, or answered in time at the first."""
    timely = voice.has("timely")
    columns, titles = _headed(voice, timely=timely)
    unknown = voice.words.unknown[:1]
    tops = [voice.form("directorate")] * voice.merged + [voice.form("service")]
    rows = [head([*tops, *titles, *unknown])]
    breadth = len(titles) + len(unknown) + 1
    for group, members in _groups(voice):
        if not voice.merged:
            rows.append((label(group, bold=True, wide=breadth),))
        named = voice.form("subtotal", directorate=group)
        lines = [_member(voice, service.name, columns, group) for service in members]
        lines.append(_subtotal(voice, named, members, columns, group))
        first = [label(group, bold=True, tall=len(lines))] * voice.merged
        rows += [(*first, *lines[0]), *lines[1:]]
    if voice.has("total"):
        rows.append((*([label("", bold=True)] * voice.merged), *_member(voice, "", columns, "")))
    caption = voice.heading("on_time", "1") if timely else voice.heading("all_by_service")
    return _closed(voice, [*front(voice), caption, Table(tuple(rows))])


def _headed(voice: Voice, *, timely: bool) -> tuple[Sequence[tuple[str, str]], list[str]]:
    """The columns of the blocks and their headings: of one stage in time, of three stages, or of two and the ombudsman."""
    words = voice.words
    if timely:
        columns = [("1", measure) for measure in TIMELY]
        return columns, [words.measure(*column, bare=True) for column in columns]
    if voice.has("ombudsman") or len(words.stages) < len(STAGED):
        stages = ("1", "2", "ombudsman")
        return [(stage, "received") for stage in stages], [*(_capital(words.stage(stage)) for stage in "12"), voice.form("ombudsman")]
    return [(stage, "received") for stage in STAGED], [words.measure(stage, "received", bare=False) for stage in STAGED]


def _named(voice: Voice) -> list[str]:
    """The services, and the row of their total if there is one."""
    return [*(service.name for service in voice.story.services), *([""] if voice.has("total") else [])]


def _name(voice: Voice, service: str, *, tall: int = 1) -> Cell:
    return label(service or voice.form("total"), bold=not service, tall=tall)


def _by_stage(voice: Voice, stages: Sequence[str], row: RowOf) -> Iterator[Row]:
    """A row for each stage of each service, the service named once."""
    for service in _named(voice):
        for stage in stages:
            name = _name(voice, service, tall=len(stages))
            cells = row(service, stage, [name, label(_capital(voice.words.stage(stage)))])
            yield cells if stage == stages[0] else cells[1:]


def _outcome(voice: Voice, service: str, stage: str, measure: str) -> Cell:
    fact = voice.story.fact(service, 0, stage, measure)
    cell = voice.figure("outcomes", fact, bold=not service)
    rate = fact._replace(measure="upheld_pct")
    percent = value(voice.story, rate)
    if not voice.style.paired or measure != "upheld" or percent is None:
        return cell
    printed = styles.write(voice.style, percent, percent=True, random=voice.random)
    text = f"{cell.text} ({printed.text})"
    return Cell((text,), (*cell.tells, told("outcomes", rate, printed)), bold=cell.bold)


def _groups(voice: Voice) -> list[tuple[str, list[Service]]]:
    groups = dict.fromkeys(service.directorate for service in voice.story.services)
    return [(group, [service for service in voice.story.services if service.directorate == group]) for group in groups]


def _member(voice: Voice, service: str, columns: Sequence[tuple[str, str]], group: str) -> Row:
    facts = [voice.story.fact(service, 0, *column) for column in columns]
    cells = [voice.figure("blocks", fact, directorate=group, bold=not service) for fact in facts]
    return _name(voice, service), *cells, *(voice.unread("blocks", service, column) for column in voice.words.unknown[:1])


def _subtotal(voice: Voice, name: str, members: Sequence[Service], columns: Sequence[tuple[str, str]], group: str) -> Row:
    def added(stage: str, measure: str) -> Decimal:
        facts = [voice.story.fact(service.name, 0, stage, measure) for service in members]
        return sum((value(voice.story, fact) or Decimal(0) for fact in facts), Decimal(0))

    cells = []
    for stage, measure in columns:
        percent = measure.endswith("_pct")
        pair = (added(stage, measure.removesuffix("_pct")), added(stage, "received"))
        given = share(*pair, voice.story.decimals) if percent else pair[0]
        cells.append(voice.given("blocks", voice.story.fact(name, 0, stage, measure), given, directorate=group, bold=True))
    unread = [voice.unread("blocks", name, column) for column in voice.words.unknown[:1]]
    return label(name, bold=True), *cells, *unread


def chart_of(title: str, facts: Mapping[Fact, Decimal]) -> Chart:
    """The same figures once more, as the data of a chart."""
    values = [str(count) for count in facts.values()]
    rows = [figure("chart", fact, styles.Printed(text, text, "reported")) for fact, text in zip(facts, values, strict=True)]
    labels = tuple(fact.category or fact.service for fact in facts)
    return Chart(title, labels, tuple(values), tuple(row._replace(source="chart") for row in rows))


def _closed(voice: Voice, blocks: list[Block]) -> list[Block]:
    """The notes, a second printing of some figures if asked, and the sections of two services."""
    blocks = [*blocks, *notes(voice)]
    if voice.has("glance"):
        rows = [(label(s.name), voice.figure("glance", voice.story.fact(s.name, 0, "1", "received"))) for s in voice.story.services]
        titles = head([voice.form("service"), voice.words.measure("1", "received", bare=True)])
        blocks += [voice.heading("glance", "1"), Table((titles, *rows))]
    if voice.has("headline"):
        for service in voice.story.services[:2]:
            blocks += section(voice, service.name, [])
    return blocks


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
