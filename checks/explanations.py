"""The report's own sentences that may account for a disagreement; the words they are known by are data (`explanations.toml`)."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from checks.trial import Doubt
from schemas import Comment, Figure, Severity, Stage, VocabularyError
from schemas.printed import fold

WORDS = Path(__file__).with_name("explanations.toml")
FAMILIES = "surplus", "deficit", "restated", "parts", "compare", "rounding", "base"
NEAR = {"parts", "compare", "rounding", "base"}
"""Those whose words account only for figures of the service that they are said of, or of the whole report."""

MOST_COMMENTS = 4096
"""Comments whose words are remembered: all of a long report, for each kind of disagreement."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence explains when it holds a phrase of every list in `every`, and none of `none`."""

    every: tuple[tuple[str, ...], ...]
    none: tuple[str, ...]

    def fits(self, sentence: str, stage: tuple[str, ...]) -> bool:
        """Whether `sentence` explains; `stage` are the names of the stage in question."""
        said = f"{fold(sentence)} "
        return all(holds(said, phrases, stage) for phrases in self.every) and not holds(said, self.none, stage)


@cache
def pattern(phrases: tuple[str, ...], stage: tuple[str, ...]) -> re.Pattern[str]:
    """What finds one of the phrases in folded words."""
    meant = {"*": r"(?:\w+ ){0,3}", "{stage}": f"(?:{'|'.join(map(re.escape, stage))}) "}
    found = ("".join(meant.get(word, f"{re.escape(word)} ") for word in phrase.split()) for phrase in phrases)
    return re.compile(rf"\b(?:{'|'.join(found)})")


def holds(said: str, phrases: tuple[str, ...], stage: tuple[str, ...]) -> bool:
    """Whether folded words hold one of the phrases."""
    return bool(phrases) and bool(pattern(phrases, stage).search(said))


@dataclass(frozen=True, slots=True)
class Explanations:
    """The phrases of each stage, and the wordings of each kind of disagreement."""

    stages: Mapping[Stage, tuple[str, ...]]
    wordings: Mapping[str, tuple[Wording, ...]]


def to_phrases(value: object, key: str) -> tuple[str, ...]:
    """A list of phrases of the data file, or an error that names the key."""
    if not isinstance(value, list) or not all(isinstance(phrase, str) for phrase in value):
        raise VocabularyError(f"{WORDS.name}: {key}: a list of phrases is expected, not {value!r}")
    return tuple(value)


def to_wording(value: dict[str, Any], key: str) -> Wording:
    """One entry of a family."""
    every = tuple(to_phrases(phrases, f"{key}.all") for phrases in value.get("all", ()))
    if not every:
        raise VocabularyError(f"{WORDS.name}: {key}: `all` must list the words that make a sentence an explanation")
    return Wording(every, to_phrases(value.get("none", []), f"{key}.none"))


def to_data(text: str) -> dict[str, Any]:
    """The data file's tables, or an error that says which is missing."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise VocabularyError(f"{WORDS.name}: not TOML: {wrong}") from wrong
    for family in FAMILIES:
        if not isinstance(data.get(family), list):
            raise VocabularyError(f"{WORDS.name}: {family}: tables [[{family}]] are expected")
    for stage in data.setdefault("stages", {}):
        if stage not in set(Stage):
            raise VocabularyError(f"{WORDS.name}: stages.{stage}: no stage; the stages are {', '.join(Stage)}")
    return data


def to_explanations(text: str) -> Explanations:
    """The data file as types."""
    data = to_data(text)
    stages = {Stage(stage): to_phrases(phrases, f"stages.{stage}") for stage, phrases in data["stages"].items()}
    return Explanations(stages, {family: tuple(to_wording(entry, family) for entry in data[family]) for family in FAMILIES})


@cache
def explanations() -> Explanations:
    """The words that come with the program."""
    return to_explanations(WORDS.read_text(encoding="utf-8"))


@lru_cache(maxsize=MOST_COMMENTS)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a comment, white space folded."""
    return tuple(part for part in re.split(r"(?<=[.!?])\s+", " ".join(text.split())) if part)


def nearest(comments: Iterable[Comment], figure: Figure) -> list[Comment]:
    """The comments on the figure's own service first, then those of its directorate, then all others."""

    def distance(comment: Comment) -> int:
        if figure.service and fold(comment.service) == fold(figure.service):
            return 0
        return 1 if fold(comment.directorate) == fold(figure.directorate) else 2

    return sorted(comments, key=distance)


def may_concern(comment: Comment, figure: Figure) -> bool:
    """Whether a comment is on the figure's service, or on the whole report."""
    return fold(comment.service) in {"", fold(figure.service)} and fold(comment.directorate) in {"", fold(figure.directorate)}


def explained(comments: Iterable[Comment], doubt: Doubt, *families: str) -> Doubt:
    """The doubt, explained if the report has words of one of these families for it."""
    said = next(filter(None, (explanation(comments, doubt.at, family) for family in families)), "")
    return replace(doubt, severity=Severity.EXPLAINED, explanation=said, suggestion="") if said else doubt


def explanation(comments: Iterable[Comment], figure: Figure, family: str) -> str:
    """The sentence of the report that may account for a disagreement of this family about `figure`; empty if it says nothing."""
    for comment in nearest(comments, figure):
        if family in NEAR and not may_concern(comment, figure):
            continue
        said = explaining(comment.text, figure.stage, family)
        if said:
            return said
    return ""


@lru_cache(maxsize=MOST_COMMENTS)
def explaining(text: str, stage: Stage, family: str) -> str:
    """The first sentence of a comment that explains a disagreement of this family; empty if none does."""
    words = explanations()
    names = words.stages.get(stage, ())
    return next((said for said in sentences(text) if any(wording.fits(said, names) for wording in words.wordings[family])), "")


def holding(comments: Iterable[Comment], figure: Figure) -> str:
    """The sentence of the report that prints `figure`, or the figure's own words where no comment holds them."""
    printed = " ".join(figure.text.split())
    whole = re.compile(rf"(?<!\w){re.escape(printed)}(?!\w)")
    said = (sentence for comment in nearest(comments, figure) for sentence in sentences(comment.text) if whole.search(sentence))
    return next(said, printed)
