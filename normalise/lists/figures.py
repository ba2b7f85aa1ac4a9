"""Lists of labels and figures -> figures: what opens a list and what heads it say together what its entries count."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from normalise.lists.entries import Entry, Listing, first_figure, text_to_listing
from normalise.meaning import Meaning
from normalise.narrative.told import says, without_bullet
from normalise.sections.naming import is_service
from normalise.sections.part import Part
from normalise.setting import Setting, when
from normalise.stated import RATES, Stated, measured
from normalise.tables.axes import NAMES, clean_label
from normalise.tables.categories import dimension_of
from normalise.words.heading import Heading, read_heading
from normalise.words.periods import months_of, whole_year
from normalise.words.phrases import find_phrases, match_longest, speaks_of_complaints
from normalise.words.values import Printed
from schemas import UNCERTAIN, Basis, Dimension, Measure, Passage, PassageKind, Period, Source, Stage, State, Text, Unit
from schemas.vocabulary import tokens

_OUTCOMES = frozenset({Measure.UPHELD, Measure.PARTIALLY_UPHELD, Measure.UPHELD_OR_PARTLY, Measure.NOT_UPHELD, Measure.NOT_PURSUED})
_BREAKS = frozenset({"by", "per", "each"})
"""What stands before the word that says what a list names: complaints by service."""
_CAPTIONS = 2
"""Passages above a list, that end no sentence, which may speak of it."""
_SPAN = ("to", "date")


@dataclass(frozen=True, slots=True)
class _Line:
    """An entry and what its label says, the passage it stands in, and that passage's words without its bullet."""

    entry: Entry
    passage: Passage
    text: Text
    heading: Heading

    @property
    def label(self) -> str:
        return clean_label(self.entry.label)

    @property
    def is_name(self) -> bool:
        """Whether the label names something: a service, or a category of a breakdown."""
        return bool(self.heading.left or self.heading.meaning.dimension or self.heading.meaning.category)


@dataclass(frozen=True, slots=True)
class _Owner:
    """What the words above a list say of its entries. `named`: its labels are names; `complaints`: it says that complaints are counted."""

    meaning: Meaning = Meaning()  # noqa: RUF009  frozen, so safe to share
    dimension: Dimension | None = None
    named: bool = False
    complaints: bool = False
    barred: bool = False


@dataclass(frozen=True, slots=True)
class _Run:
    """A list, and what the words above it say. `outcomes`: its labels are outcomes of complaints, and perhaps their total."""

    lines: Sequence[_Line]
    owner: _Owner
    setting: Setting
    outcomes: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """The figures of a passage's entries, and how many of its characters they take up, bullet apart."""

    stated: tuple[Stated, ...] = ()
    end: int = 0


def part_to_entries(part: Part, service: str | None, setting: Setting) -> Mapping[int, Listed]:
    """The figures of the lists of a section, by the identity of the passage; a passage of which nothing is understood has none."""
    found: dict[int, Listed] = {}
    certain = ((above, lines) for above, lines in _runs(part, setting) if not any(UNCERTAIN in text for text in above))
    for above, lines in certain:
        for line, stated in _read(_run(above, lines, setting), service, part):
            before = found.get(id(line.passage), Listed())
            found[id(line.passage)] = Listed((*before.stated, stated), max(before.end, line.entry.end))
    return found


def _runs(part: Part, setting: Setting) -> Iterator[tuple[list[str], list[_Line]]]:
    """The lists of a section, each with the words above it from the nearest: what opens it, captions, and the section's heading."""
    above: list[str] = []
    run: list[_Line] = []
    for block in (*(block for block, _ in part.blocks), None):
        text = without_bullet(block.text) if isinstance(block, Passage) else Text()
        is_text = isinstance(block, Passage) and block.kind is not PassageKind.HEADING and UNCERTAIN not in str(text)
        listed = text_to_listing(text) if is_text else Listing()
        lines = [_Line(entry, block, text, _heading(entry, setting)) for entry in listed.entries if isinstance(block, Passage)]
        if lines and not listed.opening:
            run += lines
            continue
        if run:
            yield [*above, part.heading], run
        if lines:
            yield [listed.opening, *above, part.heading], lines
        run = []
        above = [] if not text or str(text).endswith(".") else [str(text), *above][:_CAPTIONS]


def _heading(entry: Entry, setting: Setting) -> Heading:
    """What a label says; one of unknown words says nothing else, for they are its own."""
    heading = read_heading(clean_label(entry.label), setting.words)
    left = tuple(word for word in heading.left if word not in setting.words.beside_owners)
    return replace(heading, left=left, meaning=Meaning() if left else heading.meaning)


def _run(above: Sequence[str], lines: Sequence[_Line], setting: Setting) -> _Run:
    """The list with all that is said above it; where that names no breakdown, its labels may."""
    owner = _owner(above, setting)
    free = [line.label for line in lines if line.is_name]
    measures = [line.heading.meaning.measure in _OUTCOMES for line in lines if not line.heading.total]
    if free and not owner.named:
        said = {line.heading.meaning.dimension for line in lines if line.is_name}
        known = dimension_of(free, setting.words) or owner.dimension or (said.pop() if len(said) == 1 else None)
        owner = replace(owner, dimension=known or (Dimension.OUTCOME if sum(measures) > 1 else None))
    return _Run(lines, owner, setting, outcomes=len(measures) > 1 and all(measures))


def _owner(openings: Sequence[str], setting: Setting) -> _Owner:
    """What the words above a list say together, the nearest first."""
    owner = _Owner()
    for text in dict.fromkeys(openings):
        heading = read_heading(text, setting.words)
        named = heading.doubt or is_service(text, setting.words)
        said = Meaning() if named else when(heading, setting)[0]
        spelled = tokens(text)
        complaints = speaks_of_complaints(spelled, setting.words)
        if said.measure is Measure.COMPLIMENTS and (owner.complaints or complaints):
            said = said._replace(measure=None)
        owner = _Owner(
            owner.meaning.within(said._replace(service=None)),
            owner.dimension or (None if owner.named else _dimension(spelled, setting)),
            owner.named or (owner.dimension is None and _names(spelled, setting)),
            owner.complaints or complaints or said.stage is Stage.OMBUDSMAN,
            owner.barred or not setting.words.not_lists.isdisjoint(spelled),
        )
    return owner


def _dimension(spelled: Sequence[str], setting: Setting) -> Dimension | None:
    named = setting.words.breakdowns
    return next((named[phrase] for _, phrase in find_phrases(spelled, named)), None)


def _names(spelled: Sequence[str], setting: Setting) -> bool:
    """Whether a text says that what follows is broken down by service or directorate."""
    words = setting.words
    behind = [at for at, token in enumerate(spelled, 1) if token in _BREAKS]
    return any(words.axes.get(match_longest(spelled, words.axes, at)) in NAMES for at in behind)


def _read(run: _Run, service: str | None, part: Part) -> Iterator[tuple[_Line, Stated]]:
    if run.owner.barred or (service is None and not (run.owner.complaints or run.owner.dimension)):
        return
    for line in run.lines:
        for item, meaning in _told(line, run):
            told = measured(_settled(meaning, service or "", run.setting), item)
            if not isinstance(told, str) and item.state is State.REPORTED:
                yield line, _stated(line, item, *told, part)


def _told(line: _Line, run: _Run) -> Iterator[tuple[Printed, Meaning]]:
    """Each figure of an entry with what it is about, so far as its label and its list say it; and last year's behind it."""
    said, doubt = when(line.heading, run.setting)
    if line.heading.doubt or doubt or not (line.entry.set_apart or len(run.lines) > 1):
        return
    dated = _to_date(line.label, run)
    if dated:
        said, line = said._replace(period=dated, basis=Basis.CURRENT), replace(line, heading=replace(line.heading, left=()))
    first, brackets = line.entry.figures[0], run.setting.brackets
    for item in line.entry.figures:
        meaning = _meaning(line, item, said, run)
        if meaning and (item is first or item.unit is not first.unit):
            yield item, meaning
        elif meaning and brackets:
            yield item, meaning._replace(basis=Basis.PRIOR, period=brackets)
    last = _last_year(line.entry, run.setting)
    if last and (meaning := _meaning(line, last, said, run)):
        yield last, meaning._replace(basis=Basis.PRIOR, period=run.setting.period_of(Basis.PRIOR))


def _meaning(line: _Line, item: Printed, said: Meaning, run: _Run) -> Meaning | None:
    """What a figure is about: one of the names that the list breaks complaints down by, one of its categories, or what its label says."""
    share, outer, heading = item.unit is Unit.PERCENT, run.owner.meaning, line.heading
    counts = outer.measure if outer.measure and outer.measure is not Measure.SHARE_PCT else Measure.RECEIVED
    says = not line.is_name and (said.measure or said.stage or said.period or said.months or heading.total or heading.counts)
    if run.owner.named and not says:
        return Meaning(service=line.label, measure=RATES.get(counts, Measure.SHARE_PCT) if share else counts).within(outer)
    remedy = run.owner.dimension is Dimension.ACTION and (said.measure is Measure.REMEDY_GBP or bool(heading.axis))
    named = line.is_name or heading.total or (remedy and item.unit is not Unit.GBP)
    if named and run.owner.dimension and not run.outcomes:
        measure = Measure.SHARE_PCT if share else Measure.CASES
        return Meaning(dimension=run.owner.dimension, category=line.label, measure=measure).within(outer)
    if not says:
        return None
    if heading.total and run.outcomes:
        return Meaning(measure=Measure.DECIDED).within(said).within(outer)
    told = outer.measure or heading.counts or (run.owner.complaints and not share)
    own = said.measure or (counts if told and not (share and counts is Measure.RECEIVED) else None)
    return Meaning(measure=own).within(said).within(outer) if own else None


def _last_year(entry: Entry, setting: Setting) -> Printed | None:
    """Last year's figure that stands in brackets behind an entry: "(36% the year before)"."""
    return first_figure(entry.remark) if says(entry.remark, setting.words.last_year) else None


def _to_date(label: str, run: _Run) -> Period | None:
    """The part of a year that a label names as "2018 to date": it ends with the list's own period, or the report's."""
    spelled = tokens(label)
    whole = run.owner.meaning.period or run.setting.period
    if len(spelled) < 3 or spelled[-2:] != _SPAN or not spelled[0].isdigit() or whole is None:  # noqa: PLR2004  a year, to, date
        return None
    start = date(int(spelled[0]), 4, 1) if 1 <= int(spelled[0]) < date.max.year else whole.end
    return Period(start, whole.end) if whole.start <= start < whole.end else None


def _settled(meaning: Meaning, service: str, setting: Setting) -> Meaning:
    """With the section's service, the report's period and all stages, where nothing nearer says one."""
    period = meaning.period or setting.period_of(meaning.basis or Basis.CURRENT)
    basis = meaning.basis or (setting.basis_of(period) if period else Basis.CURRENT)
    if meaning.months and period:
        period = months_of(*meaning.months, whole_year(period))
    stage, named = meaning.stage or Stage.ALL, meaning.service or service
    return meaning._replace(basis=basis, period=period, months=None, stage=stage, service=named)


def _stated(line: _Line, item: Printed, meaning: Meaning, unit: Unit, part: Part) -> Stated:
    entry, place = line.entry, line.passage.place
    start, end = entry.start, entry.end
    if item not in entry.figures:
        start = str(line.text).index(entry.remark, end)
        end = start + len(entry.remark)
    words = line.text.cut(start, end)
    where = place._replace(page=words.page, box=words.box)
    printed = str(line.text)[start:end].strip()
    table = f"paragraph {place.paragraph}"
    return Stated(meaning, item.value, unit, item.state, printed, words, where, table, part.directorate, Source.PROSE)
