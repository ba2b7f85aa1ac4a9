"""What the program knows of the words of reports: phrases, and what they mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, NamedTuple

from schemas.codes import Basis, CommitmentKind, Dimension, Measure, Regime, Section, Stage
from schemas.vocabulary.phrases import Meanings, Phrases
from schemas.vocabulary.wording import Tokens

Words = frozenset[str]


class In(NamedTuple):
    """Where a list of the vocabulary file stands: its table and its key. `Phrases` holds it whole, `Words` the words of its phrases."""

    table: str
    key: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """Words that name stages only where a report also prints one of the marks, or each of the words `together` in a cell of its own."""

    marks: Phrases
    together: Phrases
    stages: Meanings[Stage]


@dataclass(frozen=True, eq=False, slots=True)
class Vocabulary:
    """Phrases as tokens, and what they mean. It is equal to itself alone, so that what is read by it can be kept."""

    same: Mapping[str, Tokens]
    stages: Meanings[Stage]
    measures: Meanings[Measure]
    escalated: Meanings[Stage]
    schemes: tuple[Scheme, ...]
    outcomes: Meanings[str]
    regimes: Meanings[Regime]
    generic: Meanings[Measure]
    bases: Meanings[Basis]
    spans: Annotated[Phrases, In("period", "words")]
    to_date: Annotated[Phrases, In("period", "to_date")]
    half_year: Annotated[Phrases, In("period", "half_year")]
    same_period: Annotated[Phrases, In("period", "same")]
    axes: Meanings[str]
    dimensions: Meanings[Dimension]
    unnamed_series: Annotated[Phrases, In("charts", "unnamed")]
    captions: Annotated[Words, In("captions", "words")]
    pointers: Annotated[Words, In("captions", "pointers")]
    shown: Annotated[Words, In("captions", "shown")]
    by: Annotated[Words, In("captions", "by")]
    counted: Annotated[Words, In("captions", "counted")]
    titles: Annotated[Words, In("captions", "titles")]
    totals: Annotated[Phrases, In("total", "labels")]
    compared: Annotated[Words, In("compared", "words")]
    others: Annotated[Words, In("others", "words")]
    beside_others: Annotated[Words, In("others", "beside")]
    comparing: Annotated[Words, In("others", "bodies")]
    remarks: Annotated[Phrases, In("remarks", "openings")]
    labels: Meanings[Dimension]
    owners: Meanings[Dimension]
    beside_owners: Annotated[Words, In("lists", "beside")]
    not_lists: Annotated[Words, In("lists", "others")]
    services: Annotated[Words, In("services", "words")]
    with_services: Annotated[Words, In("services", "with")]
    ignored: Annotated[Words, In("ignore", "words")]
    alone: Annotated[Words, In("ignore", "alone")]
    brackets: Annotated[Words, In("brackets", "words")]
    not_brackets: Annotated[Words, In("brackets", "others")]
    headings: Meanings[Section | None]
    inner: Annotated[Phrases, In("sections", "inner")]
    marks: Annotated[Words, In("sections", "marks")]
    asks: Annotated[Words, In("sections", "asks")]
    plain: Annotated[Words, In("sections", "plain")]
    reporting: Annotated[Words, In("sections", "reporting")]
    desk: Annotated[Words, In("sections", "desk")]
    yardsticks: Annotated[Words, In("sections", "yardsticks")]
    matters: Annotated[Phrases, In("matters", "others")]
    praise: Annotated[Phrases, In("matters", "praise")]
    matter_words: Annotated[Words, In("matters", "words")]
    scope: Annotated[Phrases, In("scope", "openings")]
    notes: Annotated[Phrases, In("notes", "openings")]
    columns: Meanings[Section]
    guidance: Annotated[Phrases, In("commentary", "guidance")]
    signed: Annotated[Phrases, In("commentary", "signed")]
    commitments: Meanings[CommitmentKind]
    commitment_ties: Annotated[Words, In("commitments", "ties")]
    progress: Annotated[Phrases, In("commitments", "progress")]
    action_columns: Annotated[Phrases, In("actions", "columns")]
    action_lists: Annotated[Phrases, In("actions", "lists")]
    action_headings: Annotated[Phrases, In("actions", "headings")]
    action_verbs: Annotated[Phrases, In("actions", "verbs")]
    action_acts: Annotated[Phrases, In("actions", "acts")]
    action_aims: Annotated[Phrases, In("actions", "aims")]
    action_done: Annotated[Phrases, In("actions", "done")]
    action_doing: Annotated[Phrases, In("actions", "doing")]
    action_doers: Annotated[Phrases, In("actions", "doers")]
    action_changes: Annotated[Phrases, In("actions", "changes")]
    action_lists_of: Annotated[Phrases, In("actions", "lists_of")]
    action_told_to: Annotated[Phrases, In("actions", "told_to")]
    action_said: Annotated[Phrases, In("actions", "said")]
    action_promises: Annotated[Phrases, In("actions", "promises")]
    action_asked: Annotated[Phrases, In("actions", "asked")]
    action_more: Annotated[Phrases, In("actions", "more")]
    action_results: Annotated[Phrases, In("actions", "results")]
    action_reasons: Annotated[Phrases, In("actions", "reasons")]
    action_came: Annotated[Phrases, In("actions", "came")]
    action_about: Annotated[Phrases, In("actions", "about")]
    action_not: Annotated[Phrases, In("actions", "not")]
    cases: Annotated[Phrases, In("cases", "headings")]
    case_dates: Annotated[Phrases, In("cases", "dates")]
    case_labels: Annotated[Phrases, In("cases", "labels")]
    subjects: Annotated[Phrases, In("packs", "subjects")]
    accounts: Annotated[Phrases, In("packs", "accounts")]
    papers: Annotated[Phrases, In("packs", "papers")]
    sittings: Annotated[Phrases, In("packs", "sittings")]
    voice: Annotated[Phrases, In("voice", "ombudsman")]
    plain_complaints: Annotated[Words, In("voice", "plain")]
    of_complaints: Annotated[Phrases, In("voice", "complaints")]
    claims: Mapping[str, frozenset[str]]
    ranks: Annotated[Words, In("breakdowns", "ranks")]
    grades: Annotated[Words, In("breakdowns", "grades")]
    measured: Annotated[Words, In("breakdowns", "measured")]
    areas: Annotated[Phrases, In("breakdowns", "areas")]
    bodies: Annotated[Phrases, In("councils", "bodies")]
    councils: Annotated[Phrases, In("councils", "councils")]
    not_bodies: Annotated[Words, In("councils", "plain")]
    beside_councils: Annotated[Phrases, In("councils", "beside")]
    not_places: Annotated[Words, In("councils", "places")]
    counties: Mapping[str, str]
    own: Phrases = field(default_factory=Phrases)
    """The names of the body whose report is read; no vocabulary file holds them."""
    words: frozenset[str] = field(init=False)
    """Every word that means something in a heading; gathered once, as it is asked for at every word that is read."""

    last_year: Phrases = field(init=False)
    """The phrases that say "last year"."""
    told: Meanings[Measure | Basis] = field(init=False)
    """What a heading may say of what is counted, and when."""
    named_stages: Meanings[Stage] = field(init=False)
    """The stages, and those that complaints are escalated to."""
    breakdowns: Meanings[Dimension] = field(init=False)
    """What a line above a list may say of its labels."""
    besides: Phrases = field(init=False)
    """Everything else than complaints that a heading may be about."""

    def __post_init__(self) -> None:
        """Gather what is asked for together."""
        to_date = dict.fromkeys(self.to_date, Basis.CURRENT)
        object.__setattr__(self, "last_year", Phrases(phrase for phrase, basis in self.bases.items() if basis is Basis.PRIOR))
        object.__setattr__(self, "told", Meanings[Measure | Basis]({**self.measures, **self.bases, **to_date}))
        object.__setattr__(self, "named_stages", Meanings({**self.stages, **self.escalated}))
        object.__setattr__(self, "breakdowns", Meanings({**self.owners, **self.dimensions}))
        object.__setattr__(self, "besides", Phrases(self.matters | self.praise))
        known = (self.stages, self.measures, self.outcomes, self.regimes, self.bases, self.to_date, self.axes, self.totals)
        object.__setattr__(self, "words", self.ignored.union(self.same, *(phrases.words for phrases in known)))
