"""What stands round the tables of figures: the front of a report, its notes, and a section for each service with promises and comments."""

from collections.abc import Iterator, Sequence

from corpus.specimen.blocks import Block, Cell, Passage, Table
from corpus.specimen.rows import CommentRow, CommitmentRow, Told
from corpus.specimen.truth import Promise, in_words, value
from corpus.specimen.voice import Voice, head
from corpus.specimen.words import listed


def front(voice: Voice, *, brackets: bool = False) -> list[Block]:
    """Council, title and the words before the first table."""
    story = voice.story
    title = voice.form("half_title" if story.half else "title")
    told = listed()["narrative"]
    period = story.misworded.get("period") or in_words(story.span)
    blocks: list[Block] = [Passage("h1", story.council), Passage("h1", title), Passage("h2", voice.form("overview"))]
    blocks.append(voice.comment("p", "summary", voice.random.choice(told["intros"])))
    blocks.append(voice.comment("p", "summary", f"This report covers the period {period}."))
    if brackets:
        blocks.append(voice.comment("p", "summary", voice.form("brackets")))
    if voice.has("headline"):
        blocks.append(_headline(voice))
    return blocks


def _headline(voice: Voice) -> Passage:
    fact = voice.story.fact("", 0, "1", "received")
    claim, row = voice.claim(fact, f"The council received {{}} {voice.words.stage('1')} complaints in {_when(voice)}")
    return voice.comment("p", "summary", f"{claim}.", (row,))


def _when(voice: Voice) -> str:
    return f"April to September {voice.story.start}" if voice.story.half else voice.year()


def notes(voice: Voice) -> list[Block]:
    """What is said below the tables."""
    blocks: list[Block] = [voice.comment("p", "note", voice.random.choice(listed()["narrative"]["notes"]))]
    if voice.style.starred:
        blocks.append(voice.comment("p", "note", "* One complaint of these was withdrawn after the year's end."))
    if voice.style.hidden:
        blocks.append(voice.comment("p", "note", "Small numbers are not shown, so that nobody can be recognised."))
    return blocks


def section(voice: Voice, service: str, middle: Sequence[Block]) -> list[Block]:
    """A service: what its complaints are about, promises kept, its figures, what they were about, and new promises."""
    blocks: list[Block] = [Passage("h2", service)]
    scope = voice.form("scope", things=voice.random.choice(listed()["narrative"]["things"]))
    blocks.append(voice.comment("p", "scope", scope, service=service))
    back = int(voice.story.half)
    blocks.append(_promises(voice, service, voice.story.kept[service], back))
    blocks += middle
    blocks.append(Table((_theme_head(voice), *_themes(voice, service))))
    blocks.append(_promises(voice, service, voice.story.planned[service], back - 1))
    return blocks


def _promises(voice: Voice, service: str, promises: Sequence[Promise], back: int) -> Table:
    first = voice.story.start - back
    period = f"{first}-{(first + 1) % 100:02}"
    told = any(promise.progress for promise in promises)
    titles = ["", voice.form("kept" if told else "planned", year=voice.year(back)), *([voice.form("progress")] if told else [])]
    rows = []
    for n, (text, progress) in enumerate(promises, start=1):
        row = CommitmentRow("", service, period, str(n), "commitment", text, progress)
        rows.append((Cell((str(n),)), Cell((text,), (row,)), *([Cell((progress,))] if told else [])))
    return Table((head(titles), *rows))


def _theme_head(voice: Voice) -> tuple[Cell, ...]:
    return head([voice.form(name) for name in ("theme", "service_comment", "team_comment")])


def _themes(voice: Voice, service: str) -> Iterator[tuple[Cell, ...]]:
    told = listed()["narrative"]
    texts = zip(*(voice.random.sample(told[kind], 2) for kind in ("themes", "remarks", "verdicts")), strict=True)
    for stage, (theme, remark, verdict) in zip(("1", "2"), texts, strict=True):
        claims, rows = claimed(voice, service, stage)
        if not claims:
            continue
        parts = (("theme", f"{claims} {theme}"), ("service_comment", remark), ("team_comment", verdict))
        cells = [Cell((text,), (CommentRow("", service, part, stage, text),)) for part, text in parts]
        yield Cell(cells[0].paragraphs, (*cells[0].tells, *rows)), *cells[1:]


def claimed(voice: Voice, service: str, stage: str) -> tuple[str, list[Told]]:
    """A sentence that states a share and its base, as `38% of Stage 1 complaints were upheld (of 206 received)` does."""
    base, rate = (voice.story.fact(service, 0, stage, measure) for measure in ("received", "upheld_pct"))
    if not value(voice.story, base):
        return "", []
    name = voice.words.stage(stage)
    share, share_row = voice.claim(rate, f"{{}} of {name} complaints were upheld")
    if base in voice.story.based_on:
        n = voice.story.based_on[base]
        text = f"based on {n} complaints"
        return f"{share} ({text}).", [share_row, share_row._replace(measure="decided", value=str(n), unit="count", text=text)]
    count, count_row = voice.claim(base, "of {} received")
    return f"{share} ({count}).", [share_row, count_row]
