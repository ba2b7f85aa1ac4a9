"""What the program knows of the words of reports: phrases, and what they mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from schemas.codes import Basis, CommitmentKind, Dimension, Measure, Regime, Section, Stage
from schemas.vocabulary.wording import Tokens


@dataclass(frozen=True, slots=True)
class Scheme:
    """Words that name stages only where a report also prints one of the marks, or each of the words `together` in a cell of its own."""

    marks: frozenset[Tokens]
    together: frozenset[Tokens]
    stages: Mapping[Tokens, Stage]


@dataclass(frozen=True, eq=False, slots=True)
class Vocabulary:
    """Phrases as tokens, and what they mean. It is equal to itself alone, so that what is read by it can be kept."""

    same: Mapping[str, Tokens]
    stages: Mapping[Tokens, Stage]
    measures: Mapping[Tokens, Measure]
    escalated: Mapping[Tokens, Stage]
    schemes: tuple[Scheme, ...]
    outcomes: Mapping[Tokens, str]
    regimes: Mapping[Tokens, Regime]
    generic: Mapping[Tokens, Measure]
    bases: Mapping[Tokens, Basis]
    spans: frozenset[Tokens]
    half_year: frozenset[Tokens]
    same_period: frozenset[Tokens]
    axes: Mapping[Tokens, str]
    dimensions: Mapping[Tokens, Dimension]
    unnamed_series: frozenset[Tokens]
    captions: frozenset[str]
    pointers: frozenset[str]
    shown: frozenset[str]
    by: frozenset[str]
    counted: frozenset[str]
    titles: frozenset[str]
    totals: frozenset[Tokens]
    compared: frozenset[str]
    others: frozenset[str]
    beside_others: frozenset[str]
    comparing: frozenset[str]
    remarks: frozenset[Tokens]
    labels: Mapping[Tokens, Dimension]
    owners: Mapping[Tokens, Dimension]
    beside_owners: frozenset[str]
    not_lists: frozenset[str]
    services: frozenset[str]
    with_services: frozenset[str]
    ignored: frozenset[str]
    alone: frozenset[str]
    brackets: frozenset[str]
    not_brackets: frozenset[str]
    headings: Mapping[Tokens, Section | None]
    inner: frozenset[Tokens]
    marks: frozenset[str]
    asks: frozenset[str]
    plain: frozenset[str]
    reporting: frozenset[str]
    yardsticks: frozenset[str]
    matters: frozenset[Tokens]
    praise: frozenset[Tokens]
    matter_words: frozenset[str]
    scope: frozenset[Tokens]
    notes: frozenset[Tokens]
    columns: Mapping[Tokens, Section]
    guidance: frozenset[Tokens]
    signed: frozenset[Tokens]
    commitments: Mapping[Tokens, CommitmentKind]
    progress: frozenset[Tokens]
    action_columns: frozenset[Tokens]
    action_lists: frozenset[Tokens]
    action_headings: frozenset[Tokens]
    action_verbs: frozenset[Tokens]
    action_acts: frozenset[Tokens]
    action_aims: frozenset[Tokens]
    action_done: frozenset[Tokens]
    action_doing: frozenset[Tokens]
    action_doers: frozenset[Tokens]
    action_changes: frozenset[Tokens]
    action_lists_of: frozenset[Tokens]
    action_told_to: frozenset[Tokens]
    action_said: frozenset[Tokens]
    action_promises: frozenset[Tokens]
    action_asked: frozenset[Tokens]
    action_more: frozenset[Tokens]
    action_results: frozenset[Tokens]
    action_reasons: frozenset[Tokens]
    action_came: frozenset[Tokens]
    action_about: frozenset[Tokens]
    action_not: frozenset[Tokens]
    cases: frozenset[Tokens]
    case_labels: frozenset[Tokens]
    subjects: frozenset[Tokens]
    accounts: frozenset[Tokens]
    papers: frozenset[Tokens]
    sittings: frozenset[Tokens]
    voice: frozenset[Tokens]
    plain_complaints: frozenset[str]
    of_complaints: frozenset[Tokens]
    claims: Mapping[str, frozenset[str]]
    ranks: frozenset[str]
    grades: frozenset[str]
    areas: frozenset[Tokens]
    bodies: frozenset[Tokens]
    councils: frozenset[Tokens]
    not_bodies: frozenset[str]
    beside_councils: frozenset[Tokens]
    not_places: frozenset[str]
    counties: Mapping[str, str]
    own: frozenset[Tokens] = frozenset()
    """The names of the body whose report is read; no vocabulary file holds them."""
    words: frozenset[str] = field(init=False)
    """Every word that means something in a heading; gathered once, as it is asked for at every word that is read."""

    def __post_init__(self) -> None:
        """Gather the words."""
        phrases = (*self.stages, *self.measures, *self.outcomes, *self.regimes, *self.bases, *self.axes, *self.totals)
        object.__setattr__(self, "words", frozenset(word for phrase in phrases for word in phrase) | self.ignored | self.same.keys())
