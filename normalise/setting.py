"""What the report says of itself, for all its figures: its period, and what its brackets mean."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile

from normalise.meaning import Meaning
from normalise.own_period import edge_of, own_period, says
from normalise.words.dated import find_periods
from normalise.words.heading import Heading, axis_of, read_heading
from normalise.words.measure import TIMES
from normalise.words.periods import Dated, months_of, months_within, whole_year, year_before
from normalise.words.phrases import stands_in
from schemas import Basis, Document, Grid, Measure, Passage, PassageKind, Period, Stage
from schemas.period import shifted
from schemas.vocabulary import Meanings, Phrases, Scheme, Vocabulary, tokens

_JOINED = re.compile(r"\b(?:complaints?|feedback)\b(?:[^:–—]*,|\s+and\b|\s*&)|(?:\band|&)\s+(?:\w+\s+)?complaints?\b", re.IGNORECASE)
"""Complaints beside other things in a title: "complaints and ombudsman report"."""
_BODIES = 64
"""Bodies whose vocabulary is kept: what is read by it is kept with it, and a folder holds many reports of one body."""


@dataclass(frozen=True, slots=True)
class Setting:
    """`period`: the report's own, None if it names none. `brackets`: the period of bracketed figures, None if nothing explains them.

    `words`: the vocabulary that the report is read with. `title`: the words of its title, which say nothing new of a part of it; `counts`:
    they say that it is about complaints; `stage`: it is about complaints to the ombudsman alone. `whole`: the report's period, where
    `period` is that of one of its sections.
    """

    period: Period | None
    brackets: Period | None
    words: Vocabulary
    title: frozenset[str] = frozenset()
    stage: Stage | None = None
    whole: Period | None = None

    @property
    def own(self) -> Period | None:
        """The report's period, in each of its sections."""
        return self.whole or self.period

    @property
    def counts(self) -> bool:
        return not self.words.titles.isdisjoint(self.title)

    def is_title(self, text: str) -> bool:
        """Whether a heading is the report's title, which speaks of its complaints or its period: it names no part of the report."""
        spelled = tokens(text)
        return self.title.issuperset(spelled) and (not self.words.reporting.isdisjoint(spelled) or bool(find_periods(text)))

    def basis_of(self, period: Period) -> Basis:
        """A period that ends before the report's own begins is prior; all else is current."""
        return Basis.PRIOR if self.own is not None and period.end < self.own.start else Basis.CURRENT

    def told(self, meaning: Meaning) -> Meaning:
        """What a section tells as its own, which may be the report's earlier year."""
        own = self.whole and meaning.basis is Basis.CURRENT and meaning.period
        return meaning._replace(basis=self.basis_of(own)) if own else meaning

    def period_of(self, basis: Basis) -> Period | None:
        """The period that "last year" means, or the report's own."""
        return year_before(self.period) if basis is Basis.PRIOR and self.period is not None else self.period

    def dated(self, dated: Dated) -> Period | None:
        """A printed period; months without a year are those of the report's year."""
        if dated.period is not None or dated.months is None or self.period is None:
            return dated.period
        return months_of(*dated.months, whole_year(self.period))


def document_to_setting(document: Document, name: str, words: Vocabulary) -> Setting:
    """The report's period is in its title, else in its running head, its file name or, most often, in its headings and tables."""
    edges = [text for grid in document.grids for text in edge_of(grid)]
    texts = [*(str(passage.text) for passage in document.passages), *edges]
    words = _with_schemes(words, [*texts, *_cells(document)])
    title = " ".join(_titles(document)) or next(iter(texts), "")
    own = frozenset(tokens(f"{document.title} {title}"))
    setting = Setting(own_period(document, name, edges, words), None, words, own, _title_stage(title, document, edges, words))
    return replace(setting, brackets=next(_brackets(texts, setting), None)) if setting.period else setting


def _titles(document: Document) -> list[str]:
    """The first heading and those of its rank that follow it at once: the council's name may stand above what the report is called."""
    headings = [passage for passage in document.passages if passage.kind is PassageKind.HEADING]
    if not headings:
        return []
    behind = document.blocks[document.blocks.index(headings[0]) :]
    run = takewhile(lambda block: isinstance(block, Passage) and (block.kind, block.level) == (headings[0].kind, headings[0].level), behind)
    return [str(passage.text) for passage in run if isinstance(passage, Passage)]


def _title_stage(title: str, document: Document, edges: Iterable[str], words: Vocabulary) -> Stage | None:
    """The ombudsman, where the title names it without naming complaints apart, and no heading or table names a stage of the body's own."""
    if read_heading(title, words).meaning.stage is not Stage.OMBUDSMAN or _JOINED.search(title):
        return None
    headings = [str(passage.text) for passage in document.passages if passage.kind is PassageKind.HEADING]
    stages = {read_heading(text, words).meaning.stage for text in dict.fromkeys((*headings, *edges))}
    return Stage.OMBUDSMAN if stages <= {None, Stage.OMBUDSMAN} else None


@lru_cache(_BODIES)
def of_body(words: Vocabulary, names: Phrases) -> Vocabulary:
    """The vocabulary for reports of a body with these names."""
    return replace(words, own=names)


def _with_schemes(words: Vocabulary, texts: Iterable[str]) -> Vocabulary:
    """The vocabulary with the names of stages of the scheme whose marks the report prints, if it is one alone."""
    spelled = {" ".join(tokens(text)) for text in texts}
    told = [number for number, scheme in enumerate(words.schemes) if _is_told(scheme, spelled, "\n".join(spelled))]
    return _of_scheme(words, *told) if len(told) == 1 else words


@lru_cache
def _of_scheme(words: Vocabulary, number: int) -> Vocabulary:
    return replace(words, stages=Meanings({**words.schemes[number].stages, **words.stages}))


def _is_told(scheme: Scheme, spelled: Collection[str], report: str) -> bool:
    """Whether a mark of a scheme is printed, or the names of its stages that tell each other."""
    together = bool(scheme.together) and all(" ".join(name) in spelled for name in scheme.together)
    return together or any(" ".join(mark) in report for mark in scheme.marks)


def _cells(document: Document) -> list[str]:
    """What the cells of the tables say, each text once."""
    return list(dict.fromkeys(str(cell.text) for grid in document.grids for row in grid.rows for cell in row))


def _brackets(texts: Iterable[str], setting: Setting) -> Iterator[Period]:
    """The sentence that explains the brackets names an earlier period and no other, or "last year", and speaks of no change or share."""
    for text in texts:
        for sentence in re.split(r"(?<=[.!?])\s+", text):
            spelled = set(tokens(sentence))
            if not spelled & setting.words.brackets or spelled & setting.words.not_brackets:
                continue
            periods = [period for dated in find_periods(sentence) if (period := setting.dated(dated))]
            if not any(setting.basis_of(period) is Basis.CURRENT for period in periods):
                yield from periods
                yield from _last_year(sentence, setting)


def _last_year(sentence: str, setting: Setting) -> Iterator[Period]:
    if setting.period is not None and says(sentence, setting.words.last_year):
        same = says(sentence, setting.words.same_period)
        yield shifted(setting.period, -1) if same else year_before(setting.period)


_SHARE = re.compile(r"\d\s?%")
_AND = re.compile(r"\s+(?:and|&)\s+")
_PLAIN_AXES = frozenset({"period", "stage"})
_BY = re.compile(r"\b(?:by|per)\s+[^\d,;:–]*?(?=[\d,;:–(]|$)", re.IGNORECASE)


def caption_to_axis(text: str, words: Vocabulary) -> str:
    """What a caption says that its table is broken down by ("Complaints by directorate"); "" where it does not.

    Of two things that it is broken down by, names need the caption more than periods and stages, which say themselves what they are.
    """
    found = _BY.search(text)
    if not found or len(found[0].split()) == 1 or _is_ombudsman(found[0], words):
        return ""
    told = found[0].split(None, 1)[1]
    whole = read_heading(told, words).axis
    names = {axis for part in _AND.split(told) if (axis := axis_of(part, words)) and axis not in _PLAIN_AXES}
    return whole or (names.pop() if len(names) == 1 else axis_of(told, words))


def _is_ombudsman(text: str, words: Vocabulary) -> bool:
    """Whether words such as "by the LGSCO" say who decided, and not what is broken down by."""
    return read_heading(text, words).meaning.stage is Stage.OMBUDSMAN


def caption_to_meaning(text: str, setting: Setting) -> Meaning:
    """What a caption or a section's heading says of its tables: a stage, a period but the report's own, what they count.

    A period that holds the report's own says nothing new; what is counted is said only where nothing unknown is said beside it, but for
    what it is counted by. A caption with a percentage is a claim.
    """
    if _SHARE.search(text):
        return Meaning()
    heading = read_heading(_BY.sub(lambda by: by[0] if _is_ombudsman(by[0], setting.words) else "", text), setting.words)
    periods = {period for dated in heading.periods if (period := setting.dated(dated))}
    period = periods.pop() if len(periods) == 1 else None
    holds = period is not None and setting.period is not None and period.start <= setting.period.start and setting.period.end <= period.end
    known = all(word in setting.words.captions or word.isdigit() for word in heading.left)
    counts = not heading.axis and any((token,) in setting.words.generic for token in tokens(text))
    yardstick = heading.meaning.stage is Stage.OMBUDSMAN and not setting.words.yardsticks.isdisjoint(tokens(text))
    received = None if heading.doubt else Measure.RECEIVED
    measure = heading.meaning.measure or received if known and (counts or heading.meaning.measure in TIMES) else None
    return Meaning(
        stage=heading.meaning.stage if not (yardstick or "stages" in heading.doubt) else None,
        measure=measure,
        period=None if holds else period,
        service=_scope(heading, text, setting),
        regime=heading.meaning.regime,
    )


def _scope(heading: Heading, text: str, setting: Setting) -> str | None:
    """The service that a caption names beside what it says of its table; what the report's title names too is no part of it."""
    words = setting.words
    own = [word for word in heading.left if word not in words.captions | words.plain and not word.isdigit()]
    services = words.services | words.with_services
    named = own and all(word in services for word in own) and not words.with_services.issuperset(own)
    if not named or setting.title.issuperset(own):
        return None
    printed = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*|&", text)
    at = [n for n, word in enumerate(printed) if tokens(word)[:1] in {(name,) for name in own}]
    end = at[-1] + 1
    while end < len(printed) and words.with_services.issuperset(tokens(printed[end])) and tokens(printed[end]):
        end += 1
    return " ".join(printed[at[0] : end])


def when(heading: Heading, setting: Setting) -> tuple[Meaning, str]:
    """What a heading says with its period dated, and why its own words on time contradict each other, or ""."""
    said = heading.meaning
    whole = {dated.period for dated in heading.periods if dated.period}
    months = {dated.months for dated in heading.periods if dated.months}
    if said.basis is Basis.DIFFERENCE or not heading.periods:
        return said._replace(period=_to_date(heading, setting)), ""
    if len(whole) > 1 or len(months) > 1:
        return said, "it names two periods"
    period = next(iter(whole), None)
    if period is None:
        return said._replace(months=next(iter(months))), ""
    if months and (period := months_within(*months.pop(), period)) is None:
        return said, "it names months that are not those of its period"
    basis = setting.basis_of(period)
    if said.basis not in {None, basis}:
        return said, f"its words say {said.basis}, its period is {basis}"
    return said._replace(basis=basis, period=period), ""


def _to_date(heading: Heading, setting: Setting) -> Period | None:
    """The year as far as the report's own period goes, where a heading says "year to date"."""
    own = setting.period
    told = own and heading.meaning.basis is Basis.CURRENT and stands_in(tokens(heading.text), setting.words.to_date)
    return Period(whole_year(own).start, own.end) if own and told else None


def label_to_period(text: str, setting: Setting) -> tuple[Basis, Period | None] | None:
    """The basis and period that a label names if it says nothing else; None for any other label."""
    heading = read_heading(text, setting.words)
    said, doubt = when(heading, setting)
    basis = said.basis or (Basis.CURRENT if said.months else None)
    if heading.left or heading.doubt or doubt or heading.total or said.measure or said.stage or basis is None:
        return None
    return basis, said.period or (setting.period and said.months and setting.dated(heading.periods[0])) or setting.period_of(basis)


def grid_says_periods(grid: Grid, setting: Setting) -> bool:
    """Whether each row of a table is a period: a table about one service, or about the whole council."""
    labels = [str(row[0].text) for row in grid.rows[1:]]
    return bool(labels) and all(label_to_period(label, setting) for label in labels if label)
