"""What a row or a column of a table says, and what is asked of the labels and headings of both."""

import re
from dataclasses import dataclass

from normalise.meaning import Meaning
from normalise.sections.naming import may_be_service
from normalise.words.heading import Heading
from schemas import UNCERTAIN
from schemas.vocabulary import Vocabulary

_MARKS = re.compile(r"^[\s*†‡•–—-]+|[\s*†‡–—:¹²³⁰-]+$|[⁰¹²³⁴-⁹]+$")
NAMES = frozenset({"service", "directorate"})
"""What the heading of labels says where they name a part of the body itself."""


@dataclass(frozen=True, slots=True)
class Axis:
    """What a row or a column says. `free`: its label of words that are not the report's scheme; `doubt`: why it cannot be read.

    `label`: its nearest heading or label as printed; `names`: that heading says what labels name, and no measure; `heads`: what they
    name (*Outcome*); `based`: the whole that its percentages are shares of is known: it names it, or it is the total of another column.
    """

    meaning: Meaning = Meaning()  # noqa: RUF009  frozen, so safe to share
    free: str = ""
    doubt: str = ""
    total: bool = False
    told_stage: bool = True
    escalated_to: bool = False
    counts: bool = False
    label: str = ""
    names: bool = False
    based: bool = False
    heads: str = ""


def clean_label(text: str) -> str:
    """A label as printed, without footnote marks and stray dashes."""
    return _MARKS.sub("", text).strip()


def names_regime(heading: Heading) -> bool:
    """Whether a heading says no more than whose procedure it is: then it also names what its row or column is of."""
    said = heading.meaning
    return said.regime is not None and not heading.left and said == Meaning(regime=said.regime)


def is_named(heading: Heading, words: Vocabulary) -> bool:
    """Whether a word for whose procedure it is and one for what labels name are a service's name together: Corporate Resources."""
    said = heading.meaning
    return bool(heading.axis in NAMES and said == Meaning(regime=said.regime) and said and may_be_service(heading.text, words))


def certain(axis: Axis, named: str) -> Axis:
    """What a row or column says, unless a character of its name cannot be read: it might be the year's or the stage's."""
    return Axis(doubt=f"a character of {named!r} cannot be read for certain") if UNCERTAIN in named else axis
