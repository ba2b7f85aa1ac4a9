"""Categories that a sentence calls by other words than the table or chart that counts them."""

from collections.abc import Mapping

from checks.agreed import agreed
from checks.bases import spoken_of
from checks.evidence import Evidence
from checks.words import word_lists
from schemas import Figure, Measure, Source, Unit
from schemas.printed import Kind, fold

SHORT = 3
"""Letters of a word that says anything by itself, and that are left of one without its ending."""
ENOUGH = 2
"""Words of a label that tell which it is where a longer one holds them all."""

Labels = Mapping[str, Figure]


def stems(label: str) -> frozenset[str]:
    """The words of a label that say something, without their endings."""
    return frozenset(stem(word) for word in fold(label).split() if len(word) >= SHORT and word not in word_lists()["links"])


def stem(word: str) -> str:
    """A word without its ending."""
    return next((word.removesuffix(end) for end in word_lists()["endings"] if word.endswith(end) and len(word) - len(end) >= SHORT), word)


def one_word(stem: str, other: str) -> bool:
    """Whether two stems are those of one word: "cleansing" is a form of "cleaning"."""
    short, long = sorted((stem, other), key=len)
    return long.startswith(short) and len(long) <= len(short) + 1


def shared(label: str, other: str) -> frozenset[str]:
    """The words of a label that stand in the other."""
    return frozenset(word for word in stems(label) if any(one_word(word, its) for its in stems(other)))


def holds(said: str, label: str) -> bool:
    """Whether the words of a sentence hold all of a label's, which are enough to know it by."""
    return fold(said) == label or (len(stems(label)) >= ENOUGH and stems(label) == shared(label, said))


def charted(evidence: Evidence, figure: Figure) -> Labels:
    """What tables and charts count of the service that a sentence breaks down, by label; of a label with two values, nothing."""
    service = spoken_of(evidence, figure) if figure.service else None
    wanted = Kind.of(figure)._replace(measure=Measure.CASES, unit=Unit.COUNT, category="")
    found: dict[str, list[Figure]] = {}
    for other in evidence.figures if service and figure.dimension else ():
        if other.measure is not Measure.CASES or other.dimension is not figure.dimension:
            continue
        kind = Kind.of(other)
        if kind._replace(category="") == wanted and kind.category and evidence.service(other) == service:
            found.setdefault(kind.category, []).append(other)
    return {label: one for label, same in found.items() if (one := agreed(same)) is not None}


def said_beside(evidence: Evidence, figure: Figure) -> set[str]:
    """The labels that sentences give to the parts of a service, told like the figure."""

    def like(one: Figure) -> tuple[object, ...]:
        return fold(one.service), Kind.of(one)._replace(category="")

    own = like(figure)
    near = (other for other in evidence.records.figures if other.source is figure.source and other.measure is figure.measure)
    return {fold(other.category) for other in near if other.category and like(other) == own}


def counted_as(evidence: Evidence, figure: Figure) -> Figure | None:
    """The figure of a table or chart for the category that a sentence names, where only one can be meant.

    It is the one whose label the sentence's words hold, with none of another's besides. Else, where other sentences name other labels so,
    it is the only one left that shares a word with the sentence's, if that is half of its own.
    """
    labels = charted(evidence, figure) if figure.source is Source.PROSE and figure.category else {}
    if not labels or not set(word_lists()["rest"]).isdisjoint(fold(figure.category).split()):
        return None
    own = [label for label in labels if holds(figure.category, label)]
    if own:
        besides = stems(figure.category) - shared(figure.category, own[0])
        mixed = any(besides & shared(figure.category, other) for other in labels if other != own[0])
        return labels[own[0]] if len(own) == 1 and not mixed else None
    taken = {label for said in said_beside(evidence, figure) for label in labels if holds(said, label)}
    near = [label for label in labels if label not in taken and shared(label, figure.category)]
    clear = len(near) == 1 and 2 * len(shared(near[0], figure.category)) >= len(stems(near[0]))
    return labels[near[0]] if taken and clear else None
