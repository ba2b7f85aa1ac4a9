"""The words of complaint reports, parsed from `vocabulary.toml` into types; an error names file and key."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from schemas.codes import Basis, CommitmentKind, Dimension, Measure, Regime, Section, Stage
from schemas.errors import VocabularyError

Tokens = tuple[str, ...]
M = TypeVar("M")

_FILE = "vocabulary.toml"
_ACTIONS = (
    "columns", "lists", "headings", "verbs", "acts", "aims", "done", "doing", "doers", "changes", "lists_of", "told_to", "said", "promises",
    "asked", "more", "results", "reasons", "came", "about", "not",
)  # fmt: skip
_TOKEN = re.compile(r"%|£|[^\W_]+(?:'[^\W_]+)*")
_PLAIN = {ord("’"): "'", ord("‘"): "'", **dict.fromkeys(map(ord, "⁰¹²³⁴⁵⁶⁷⁸⁹"), None)}
"""Straight apostrophes, and no raised footnote marks."""
_JOINING = frozenset({"%", "and", "or"})
_PERCENT = re.compile(r"\bper\s?cent(?:\s?age)?s?\b|\bpct\b|\bshare\b|\bproportion\b", re.IGNORECASE)


def tokens(text: str) -> Tokens:
    """The words of a text: small letters, straight apostrophes, every word for per cent as one `%`; signs dropped."""
    found = _TOKEN.findall(_PERCENT.sub("%", text.translate(_PLAIN)).casefold())
    first = found.index("%") if "%" in found else 0
    return tuple(word for n, word in enumerate(found) if word != "%" or n == first)


def label_key(text: str) -> Tokens:
    """The words of a label as it is compared with typical ones: without signs, per cent, "and" and "or"."""
    return tuple(word for word in tokens(text) if word not in _JOINING)


@dataclass(frozen=True, slots=True)
class Scheme:
    """Words that name stages only where a report also prints one of the marks, or each of the words `together` in a cell of its own."""

    marks: frozenset[Tokens]
    together: frozenset[Tokens]
    stages: Mapping[Tokens, Stage]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Phrases as tokens, and what they mean."""

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
    areas: frozenset[Tokens]
    bodies: frozenset[Tokens]
    councils: frozenset[Tokens]
    not_bodies: frozenset[str]
    beside_councils: frozenset[Tokens]
    not_places: frozenset[str]
    counties: Mapping[str, str]
    own: frozenset[Tokens] = frozenset()
    """The names of the body whose report is read; no vocabulary file holds them."""

    @property
    def words(self) -> frozenset[str]:
        """Every word that means something in a heading."""
        phrases = (*self.stages, *self.measures, *self.outcomes, *self.regimes, *self.bases, *self.axes, *self.totals)
        return frozenset(word for phrase in phrases for word in phrase) | self.ignored | self.same.keys()


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary that comes with the program."""
    return parse(tomllib.loads(files("schemas").joinpath(_FILE).read_text(encoding="utf-8")))


def parse(data: Mapping[str, Any]) -> Vocabulary:
    """Check the data and turn it into types.

    Raises `VocabularyError` for a key that is missing or that is no word of the contract, and for a phrase that means two things.
    """
    sections = _table(data, "sections")
    same = {word: tokens(said) for said, others in _table(data, "same").items() for word in others}
    return Vocabulary(
        same=same,
        stages=_phrases(data, "stage", Stage),
        measures=_usual(_phrases(data, "measure", Measure), same),
        escalated={tokens(phrase): Stage(key) for key, phrases in _table(data, "escalated").items() for phrase in phrases},
        schemes=tuple(_scheme(table) for table in data.get("schemes", {}).values()),
        outcomes=_usual(_phrases(data, "outcome", str), same),
        regimes=_phrases(data, "regime", Regime),
        generic=_phrases(data, "generic", Measure),
        bases=_phrases(data, "basis", Basis),
        spans=_set(data, "period", "words"),
        half_year=_set(data, "period", "half_year"),
        same_period=_set(data, "period", "same"),
        axes=_usual(_phrases(data, "axis", str), same),
        dimensions=_phrases(data, "dimension", Dimension),
        unnamed_series=_set(data, "charts", "unnamed"),
        captions=_words(data, "captions", "words"),
        pointers=_words(data, "captions", "pointers"),
        shown=_words(data, "captions", "shown"),
        by=_words(data, "captions", "by"),
        counted=_words(data, "captions", "counted"),
        titles=_words(data, "captions", "titles"),
        totals=_set(data, "total", "labels"),
        compared=_words(data, "compared", "words"),
        others=_words(data, "others", "words"),
        beside_others=_words(data, "others", "beside"),
        comparing=_words(data, "others", "bodies"),
        remarks=_set(data, "remarks", "openings"),
        labels={label_key(" ".join(phrase)): dimension for phrase, dimension in _phrases(data, "labels", Dimension).items()},
        owners=_phrases(data, "owners", Dimension),
        beside_owners=_words(data, "lists", "beside"),
        not_lists=_words(data, "lists", "others"),
        services=_words(data, "services", "words"),
        with_services=_words(data, "services", "with"),
        ignored=_words(data, "ignore", "words"),
        alone=_words(data, "ignore", "alone"),
        brackets=_words(data, "brackets", "words"),
        not_brackets=_words(data, "brackets", "others"),
        headings={
            phrase: None if key == "none" else Section(key)
            for key, phrases in sections.items()
            if key not in {"asks", "marks", "plain", "inner", "reporting", "yardsticks"}
            for phrase in map(tokens, phrases)
        },
        inner=_set(data, "sections", "inner"),
        marks=_words(data, "sections", "marks"),
        asks=_words(data, "sections", "asks"),
        plain=_words(data, "sections", "plain"),
        reporting=_words(data, "sections", "reporting"),
        yardsticks=_words(data, "sections", "yardsticks"),
        matters=_set(data, "matters", "others"),
        praise=_set(data, "matters", "praise"),
        matter_words=_words(data, "matters", "words"),
        scope=_set(data, "scope", "openings"),
        notes=_set(data, "notes", "openings"),
        columns={
            phrase: Section(key)
            for key, phrases in _table(data, "commentary").items()
            if key not in {"guidance", "signed"}
            for phrase in map(tokens, phrases)
        },
        guidance=_set(data, "commentary", "guidance"),
        signed=_set(data, "commentary", "signed"),
        commitments={
            phrase: CommitmentKind(key)
            for key, phrases in _table(data, "commitments").items()
            if key != "progress"
            for phrase in map(tokens, phrases)
        },
        progress=_set(data, "commitments", "progress"),
        **{f"action_{key}": _set(data, "actions", key) for key in _ACTIONS},
        cases=_set(data, "cases", "headings"),
        case_labels=_set(data, "cases", "labels"),
        voice=_set(data, "voice", "ombudsman"),
        plain_complaints=_words(data, "voice", "plain"),
        of_complaints=_set(data, "voice", "complaints"),
        claims=_claims(data),
        ranks=_words(data, "breakdowns", "ranks"),
        areas=_set(data, "breakdowns", "areas"),
        bodies=_set(data, "councils", "bodies"),
        councils=_set(data, "councils", "councils"),
        not_bodies=_words(data, "councils", "plain"),
        beside_councils=_set(data, "councils", "beside"),
        not_places=_words(data, "councils", "places"),
        counties={county: short for short, counties in _table(data, "counties").items() for county in counties},
        **{key: _set(data, "packs", key) for key in ("subjects", "accounts", "papers", "sittings")},
    )


def _usual(phrases: Mapping[Tokens, M], same: Mapping[str, Tokens]) -> dict[Tokens, M]:
    """The phrases with the usual word for each that says the same, as headings are read."""
    return {tuple(usual for word in phrase for usual in same.get(word, (word,))): meaning for phrase, meaning in phrases.items()}


def _scheme(table: Mapping[str, list[str]]) -> Scheme:
    stages = {key: phrases for key, phrases in table.items() if key not in {"mark", "together"}}
    marks, together = (frozenset(map(tokens, table.get(key, []))) for key in ("mark", "together"))
    return Scheme(marks, together, _phrases({"stage": stages}, "stage", Stage))


def _claims(data: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """The kinds of words that sentences are made of, each with its phrases; a measure is the kind `measure <its name>`."""
    table = dict(data.get("claims", {}))
    for inner, names in (("measure", set(Measure)), ("before", set(table.get("before", {}))), ("resolved", set(Stage))):
        for name, phrases in table.pop(inner, {}).items():
            if name not in names:
                raise VocabularyError(f"{_FILE}: [claims.{inner}] `{name}` is no {inner} of the contract")
            table[f"{inner} {name}"] = phrases
    kinds: dict[str, str] = {}
    for kind, phrases in table.items():
        for phrase in phrases:
            if kinds.setdefault(phrase, kind) != kind:
                raise VocabularyError(f"{_FILE}: [claims] {phrase!r} is both {kinds[phrase]} and {kind}")
    return {kind: frozenset(phrases) for kind, phrases in table.items()}


def _table(data: Mapping[str, Any], key: str) -> Mapping[str, list[str]]:
    table = data.get(key)
    if not isinstance(table, dict) or not all(isinstance(words, list) for words in table.values()):
        raise VocabularyError(f"{_FILE}: [{key}] is missing or is no table of lists; each key holds a list of phrases")
    return table


def _set(data: Mapping[str, Any], key: str, name: str) -> frozenset[Tokens]:
    table = _table(data, key)
    if name not in table:
        raise VocabularyError(f"{_FILE}: [{key}] has no `{name}`; it holds a list of phrases")
    return frozenset(map(tokens, table[name]))


def _words(data: Mapping[str, Any], key: str, name: str) -> frozenset[str]:
    return frozenset(word for phrase in _set(data, key, name) for word in phrase)


def _phrases(data: Mapping[str, Any], key: str, kind: Callable[[str], M]) -> dict[Tokens, M]:
    meanings: dict[Tokens, M] = {}
    for name, phrases in _table(data, key).items():
        try:
            meaning = kind(name)
        except ValueError as error:
            raise VocabularyError(f"{_FILE}: [{key}] `{name}` is no {key} of the contract") from error
        for phrase in map(tokens, phrases):
            if meanings.setdefault(phrase, meaning) != meaning:
                raise VocabularyError(f"{_FILE}: [{key}] {' '.join(phrase)!r} means both {meanings[phrase]} and {meaning}")
    return meanings
