"""Families without a grid of services: root causes in cells, label with count and share, prose only."""

from decimal import Decimal

from corpus.specimen import styles
from corpus.specimen.blocks import BULLET, Block, Cell, Passage, Table
from corpus.specimen.grids import chart_of
from corpus.specimen.rows import CommitmentRow, Told
from corpus.specimen.sections import front, notes
from corpus.specimen.truth import Fact, Service, breakdown, share, value
from corpus.specimen.voice import Voice, head, label, told
from corpus.specimen.words import listed

DASHES = (" \N{EN DASH} ", " - ", "- ", ": ")


def root_cause(voice: Voice) -> list[Block]:
    """A table for each directorate: a service, its count and its causes in one cell, what was done about them in the next."""
    blocks = front(voice)
    groups = dict.fromkeys(service.directorate for service in voice.story.services)
    dash = voice.random.choice(DASHES)
    titles = head([voice.form("root_cause"), voice.form("actions")])
    for group in groups:
        members = [service for service in voice.story.services if service.directorate == group]
        name = f"{group} Directorate"
        rows = [(_causes(voice, service, name, dash), _actions(voice, service, name)) for service in members]
        total = sum(value(voice.story, Fact(service.name, voice.story.span, "all", "cases")) or Decimal(0) for service in members)
        fact = Fact("", voice.story.span, "all", "cases")
        text = f"({styles.number(voice.style, Decimal(total), percent=False)} instances)"
        row = told("directorate", fact, styles.Printed(text, str(total), "reported"), name)
        blocks += [Passage("h2", f"{name} {text}", (row,)), Table((titles, *rows))]
    return [*blocks, *notes(voice)]


def _causes(voice: Voice, service: Service, group: str, dash: str) -> Cell:
    story, table = voice.story, "root cause"
    whole = Fact(service.name, story.span, "all", "cases")
    causes = [fact for fact in story.counts if fact.service == service.name and fact.dimension == "cause"]
    texts = ["{} instances", f"{{}} {voice.form('upheld_or_partly')}", *(f"{fact.category}{dash}{{}}" for fact in causes)]
    tells: list[Told] = []
    lines = []
    for text, fact in zip(texts, (whole, whole._replace(measure="upheld_or_partly"), *causes), strict=True):
        true = voice.true(table, fact) or Decimal(0)
        lines.append(text.format(styles.number(voice.style, true, percent=False)))
        tells.append(told(table, fact, styles.Printed(lines[-1], str(true), "reported"), group))
    first = f"{service.name} \N{EN DASH} {lines[0]}; {lines[1]}"
    return Cell((first, *(BULLET + line for line in lines[2:])), tuple(tells))


def _actions(voice: Voice, service: Service, group: str) -> Cell:
    period = f"{voice.story.start}-{(voice.story.start + 1) % 100:02}"
    texts = [promise.text for promise in voice.story.kept[service.name]]
    rows = [CommitmentRow(group, service.name, period, "", "improvement", text, "") for text in texts]
    return Cell((service.name, *(BULLET + text for text in texts)), tuple(rows))


def label_share(voice: Voice) -> list[Block]:
    """A label, a count and its share, and the total: what complaints were about, how they came, or which directorate they were for."""
    by_directorate = voice.has("directorates")
    facts = _received(voice) if by_directorate else {fact: Decimal(voice.story.counts[fact]) for fact in breakdown(voice.story)}
    first = next(iter(facts))
    everything = first._replace(service="", category="" if by_directorate else voice.form("total"))
    titled = voice.form("directorate" if by_directorate else first.dimension)
    counted = not voice.has("shares_only")
    titles = [titled, *([voice.form("count")] if counted else []), voice.form("share")]
    rows = [head([*titles, *voice.words.unknown])]
    total = sum(facts.values(), Decimal(0))
    for fact, count in {**facts, everything: total}.items():
        bold = fact is everything
        name = voice.form("total") if bold else fact.service or fact.category
        rate = fact._replace(measure="share_pct")
        cells = [voice.given("list", fact, count, bold=bold)] if counted else []
        cells.append(voice.given("list", rate, share(count, total, voice.story.decimals), bold=bold))
        rows.append((label(name, bold=bold), *cells, *(voice.unread("list", name, column) for column in voice.words.unknown)))
    caption = voice.form("by_directorate") if by_directorate else f"{titled}, {voice.year()}"
    pictures: list[Block] = [chart_of(titled, facts)] * (voice.charts and counted)
    return [*front(voice), Passage("h2", caption), Table(tuple(rows)), *pictures, *notes(voice)]


def _received(voice: Voice) -> dict[Fact, Decimal]:
    """What each directorate received at the first stage, where no stage is said."""
    found: dict[Fact, Decimal] = {}
    for service in voice.story.services:
        fact = voice.story.fact(service.directorate, 0, "all", "received")
        more = value(voice.story, voice.story.fact(service.name, 0, "1", "received")) or Decimal(0)
        found[fact] = found.get(fact, Decimal(0)) + more
    return found


def prose(voice: Voice) -> list[Block]:
    """No table at all: sentences and lists of points."""
    blocks = front(voice)
    for number, service in enumerate(voice.story.services):
        blocks += [Passage("h2", service.name), *(_points if number % 2 else _sentences)(voice, service.name)]
    return [*blocks, *notes(voice)]


def _sentences(voice: Voice, service: str) -> list[Block]:
    stages, said = voice.words, []
    for stage, name in (("1", stages.stage("1")), ("2", stages.stage("2"))):
        now, before = (voice.story.fact(service, back, stage, "received") for back in (0, 1))
        if not value(voice.story, now):
            continue
        rate = now._replace(measure="upheld_pct")
        received, row = voice.claim(now, f"{{}} {name} complaints were received in {voice.year()}")
        earlier, earlier_row = voice.claim(before, f"{{}} in {voice.year(1)}")
        upheld, upheld_row = voice.claim(rate, "{} of them were upheld")
        said.append((f"{received}, compared with {earlier}, and {upheld}.", (row, earlier_row, upheld_row)))
    blocks: list[Block] = [voice.comment("p", "service_comment", text, rows, service) for text, rows in said]
    return [*blocks, voice.comment("p", "service_comment", voice.random.choice(listed()["narrative"]["remarks"]), service=service)]


def _points(voice: Voice, service: str) -> list[Block]:
    blocks: list[Block] = []
    for stage, measure in (("1", "received"), ("1", "escalated"), ("2", "received"), ("2", "upheld_pct")):
        fact = voice.story.fact(service, 0, stage, measure)
        if value(voice.story, fact) is not None:
            text, row = voice.claim(fact, f"{voice.words.measure(stage, measure, bare=False)}: {{}}")
            blocks.append(Passage("li", text, (row,)))
    return blocks
