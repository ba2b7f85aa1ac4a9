"""What the words above a table say of it: captions, the title of a chart, sentences that point at it, the heading of its section."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from normalise.meaning import Meaning
from normalise.setting import Setting, caption_to_meaning
from normalise.tables.categories import text_to_dimensions
from normalise.words.heading import read_heading
from schemas import Dimension, Measure
from schemas.vocabulary import Vocabulary, label_key, tokens

_NAMED = re.compile(r"^(?P<name>[^:]{2,60}?)(?::\s+|\s+[-–—]\s+)(?P<rest>[^\W\d].+)$")
_STAGE = re.compile(r"\b((?!complaints?\b|cases?\b)[^\W\d]+)[ -]stage\b(?!\s*\d)", re.IGNORECASE)
BESIDE_COMPLAINTS = frozenset({Measure.FEEDBACK, Measure.COMPLIMENTS})
"""What is counted beside complaints; a caption that names it counts nothing else."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What captions say.

    `dimensions`: what the labels may be; `counts`: complaints are counted; `other`: something unknown is; `more`: they say more than that
    complaints were received.
    """

    meaning: Meaning = Meaning()  # noqa: RUF009  frozen, so safe to share
    dimensions: tuple[Dimension, ...] = ()
    counts: bool = False
    other: bool = False
    more: bool = False

    def within(self, outer: "Caption") -> "Caption":
        """This caption, and what it does not say from one farther away."""
        farther = outer.meaning._replace(measure=None) if self.other else outer.meaning
        counts = self.counts or (outer.counts and not self.other)
        other, more = self.other or outer.other, self.more or outer.more
        return Caption(self.meaning.within(farther), self.dimensions or outer.dimensions, counts, other, more)


def name_and_rest(text: str) -> tuple[str, str]:
    """A caption that begins with a name before a colon or a spaced dash, in two; "" where it does not."""
    match = _NAMED.match(text)
    return (match["name"].strip(), match["rest"]) if match else ("", text)


def read_caption(text: str, setting: Setting) -> Caption:
    """What one caption says."""
    return replace(_read(text, setting), more=_says_more(text, setting))


def _says_more(text: str, setting: Setting) -> bool:
    """Whether a caption has words of something else than complaints received; the report's title and its body's name have none."""
    words = setting.words
    heading = read_heading(text, words)
    own = tokens(text.replace("&", " and ")) in words.own
    unknown = _unknown(text, words) - setting.title - words.plain - words.services - words.with_services
    return not own and (heading.meaning.measure not in {None, Measure.RECEIVED} or bool(unknown))


def _read(text: str, setting: Setting) -> Caption:
    """What one caption says but for that.

    A dimension behind words that nobody knows is of something else ("Website visits by channel").
    """
    words = setting.words
    name, rest = name_and_rest(text)
    dimensions = text_to_dimensions(rest, words)
    said = read_heading(rest, words).meaning.measure
    meaning = caption_to_meaning(rest if dimensions else text, setting)
    if said in BESIDE_COMPLAINTS and not _counts(text, words):
        return Caption(meaning._replace(measure=said), dimensions)
    if not dimensions:
        return Caption(meaning, counts=_counts(text, words))
    known = _unknown(rest if name else text, words) <= words.dimensions.words
    return Caption(meaning, dimensions, counts=True) if known else Caption(meaning._replace(measure=None), other=True)


def unknown_stage(text: str, words: Vocabulary) -> str:
    """A name that a caption gives to a stage and that no scheme knows ("Assessment stage complaints"); "" for none."""
    found = _STAGE.search(text)
    named = found is not None and not words.captions.issuperset(tokens(found[1])) and not words.ignored.issuperset(tokens(found[1]))
    return found[0] if found and named and read_heading(text, words).meaning.stage is None else ""


def points(text: str, words: Vocabulary) -> bool:
    """Whether a sentence speaks of a table or chart that stands next to it."""
    spelled = set(tokens(text))
    return bool(spelled & words.pointers and spelled & words.shown)


def _counts(text: str, words: Vocabulary) -> bool:
    return any((token,) in words.generic for token in tokens(text))


def _unknown(text: str, words: Vocabulary) -> set[str]:
    """The words of a caption that say nothing that is known of complaints, what their labels are, their stages or their periods."""
    named = {word for word in read_heading(text, words).left if not word.isdigit()}
    return named - words.axes.words - words.captions - words.counted - words.by


def is_caption(text: str, words: Vocabulary) -> bool:
    """Whether a line says what the labels of a table are, and so names no service."""
    return bool(text_to_dimensions(name_and_rest(text)[1], words))


def is_of(name: str, service: str) -> bool:
    """Whether a name that begins a caption is that of a section, or shares a word with it ("Repairs" and "Housing Repairs")."""
    return bool(set(label_key(name)) & set(label_key(service)))


def together(captions: Iterable[Caption]) -> Caption:
    """What captions say together, the nearest first."""
    whole = Caption()
    for caption in captions:
        whole = whole.within(caption)
    return whole
