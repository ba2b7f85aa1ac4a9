"""What the program adds to a dataset's findings so that a person can judge them, and what she decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from publish.audit.crops import Leaf
from publish.audit.pictures import Picture


class Sum(NamedTuple):
    """What a rule asks at one place: in a sentence, its terms (sign, number, figure_id) if it is a sum, and what they give."""

    asked: str
    terms: tuple[tuple[str, str, str], ...] = ()
    result: str = ""


class Square(NamedTuple):
    """A printed cell or paragraph, and the ids of the finding's figures that are printed in it."""

    text: str
    figure_ids: tuple[str, ...] = ()


class Excerpt(NamedTuple):
    """A part of a report without pages: some rows of a table (an empty one where rows are left out), or a paragraph as a single square."""

    title: str
    rows: tuple[tuple[Square, ...], ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What bears on one finding: the figures in doubt by their ids, what its rule asks, what would clear it, and what is printed."""

    doubted: tuple[str, ...] = ()
    sums: tuple[Sum, ...] = ()
    changes: tuple[str, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()


class Choice(StrEnum):
    """What a person can decide about a finding."""

    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about a finding, why, and the values that she judged: where one of them changes, the question is open again."""

    finding_id: str
    decision: Choice
    note: str
    values: str


@dataclass(frozen=True, slots=True)
class Judged:
    """All that is known of a dataset's findings beside its tables: evidence and decisions by finding, a sentence for each rule.

    `pictures`: of the pages that matter, those first that matter most. `handed`: decisions were handed back, and the dataset keeps them.
    """

    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    rules: Mapping[str, str] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    pictures: Mapping[Leaf, Picture] = field(default_factory=dict)
    handed: bool = False
