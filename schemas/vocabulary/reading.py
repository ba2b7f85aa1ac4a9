"""`vocabulary.toml` -> the vocabulary, held against its types."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from schemas.codes import Basis, CommitmentKind, Dimension, Measure, Regime, Section, Stage
from schemas.errors import VocabularyError
from schemas.vocabulary.meanings import Scheme, Vocabulary
from schemas.vocabulary.phrases import Meanings, Phrases
from schemas.vocabulary.wording import Tokens, label_key, tokens

M = TypeVar("M")

_FILE = "vocabulary.toml"


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary that comes with the program."""
    return parse(tomllib.loads(files("schemas").joinpath(_FILE).read_text(encoding="utf-8")))


def parse(data: Mapping[str, Any]) -> Vocabulary:
    """Check the data and turn it into types.

    Raises `VocabularyError` for a key that is missing or that is no word of the contract, and for a phrase that means two things.
    """
    same = {word: tokens(said) for said, others in _table(data, "same").items() for word in others}
    return Vocabulary(
        same=same,
        stages=_phrases(data, "stage", Stage),
        measures=_usual(_phrases(data, "measure", Measure), same),
        escalated=_phrases(data, "escalated", Stage),
        schemes=tuple(_scheme(table) for table in data.get("schemes", {}).values()),
        outcomes=_usual(_phrases(data, "outcome", str), same),
        regimes=_phrases(data, "regime", Regime),
        generic=_phrases(data, "generic", Measure),
        bases=_phrases(data, "basis", Basis),
        axes=_usual(_phrases(data, "axis", str), same),
        dimensions=_phrases(data, "dimension", Dimension),
        labels=Meanings({label_key(" ".join(phrase)): dimension for phrase, dimension in _phrases(data, "labels", Dimension).items()}),
        owners=_phrases(data, "owners", Dimension),
        headings=_phrases(data, "sections", _section, {"asks", "marks", "plain", "inner", "reporting", "desk", "yardsticks"}),
        columns=_phrases(data, "commentary", Section, {"guidance", "signed"}),
        commitments=_phrases(data, "commitments", CommitmentKind, {"progress", "ties"}),
        claims=_claims(data),
        counties={county: short for short, counties in _table(data, "counties").items() for county in counties},
        **_lists(data),
    )


def _usual(phrases: Mapping[Tokens, M], same: Mapping[str, Tokens]) -> Meanings[M]:
    """The phrases with the usual word for each that says the same, as headings are read."""
    return Meanings({tuple(usual for word in phrase for usual in same.get(word, (word,))): meaning for phrase, meaning in phrases.items()})


def _scheme(table: Mapping[str, list[str]]) -> Scheme:
    marks, together = (Phrases(map(tokens, table.get(key, []))) for key in ("mark", "together"))
    return Scheme(marks, together, _phrases({"stage": table}, "stage", Stage, {"mark", "together"}))


def _section(key: str) -> Section | None:
    """The section that headings of a key open; None for those that open none."""
    return None if key == "none" else Section(key)


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


def _set(data: Mapping[str, Any], key: str, name: str) -> Phrases:
    table = _table(data, key)
    if name not in table:
        raise VocabularyError(f"{_FILE}: [{key}] has no `{name}`; it holds a list of phrases")
    return Phrases(map(tokens, table[name]))


def _lists(data: Mapping[str, Any]) -> dict[str, Any]:
    """The lists of the file by the fields of the vocabulary that say where they stand."""
    found = {}
    for name, hint in get_type_hints(Vocabulary, include_extras=True).items():
        if get_origin(hint) is Annotated:
            kind, where = get_args(hint)
            phrases = _set(data, *where)
            found[name] = phrases if kind is Phrases else frozenset(word for phrase in phrases for word in phrase)
    return found


def _phrases(data: Mapping[str, Any], key: str, kind: Callable[[str], M], but: Iterable[str] = ()) -> Meanings[M]:
    """The phrases of a table and what its keys say that they mean; those of the keys `but` are something else."""
    meanings: Meanings[M] = Meanings()
    table = _table(data, key)
    for name in (name for name in table if name not in but):
        try:
            meaning = kind(name)
        except ValueError as error:
            raise VocabularyError(f"{_FILE}: [{key}] `{name}` is no {key} of the contract") from error
        for phrase in map(tokens, table[name]):
            if meanings.setdefault(phrase, meaning) != meaning:
                raise VocabularyError(f"{_FILE}: [{key}] {' '.join(phrase)!r} means both {meanings[phrase]} and {meaning}")
    return meanings
