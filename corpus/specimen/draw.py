"""A specimen from a seed: its truth, the axes of its layout, its files and their gold."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, count, product
from random import Random
from typing import NamedTuple, TypedDict, Unpack

from corpus.specimen import containers, faults
from corpus.specimen.blocks import told
from corpus.specimen.families import FAMILIES
from corpus.specimen.looks import LOOKS
from corpus.specimen.rows import CommentRow, CommitmentRow, FigureRow, FindingRow, ReportRow, UnreadRow
from corpus.specimen.styles import STYLES
from corpus.specimen.truth import Story, tell
from corpus.specimen.voice import Voice
from corpus.specimen.words import MODES, choose

FLOWING = {"stage", "comparative", "dashboard"}
STAGED = {"stage", "comparative", "dashboard", "outcomes"}
MERGED = {"service_year", "quarters", "blocks"}
TURNED = {"across", "indicators"}
SLIM = {"root_cause", "label_share", "quarters", "prose"}
TABLELESS = {"root_cause", "prose"}
BOTH = {"service_year", "cards", "bands"}
LOOKING = {
    "docx": {"ruled", "shaded", "unruled", "spanning", "merged", "landscape"},
    "html": {"ruled", "spanning", "merged", "unruled"},
    "text": {"ruled", "spanning", "merged", "cut"},
    "raster": set(LOOKS) - {"rotated", "ligatures"},
}
STYLED = {
    "stacked": {"stage"},
    "lost_brackets": {"stage"},
    "paired": {"outcomes"},
    "decimal": {*FLOWING, *TURNED, "label_share", "prose"},
    "spaced": {*FLOWING, *TURNED, "label_share", "prose"},
    "unsigned": {*FLOWING, *TURNED, "label_share"},
    "suppressed": {"outcomes", "blocks", "quarters", "service_year"},
    "footnotes": {*FLOWING, "service_year", "quarters", "outcomes", "blocks", "label_share"},
    "dashes": {*FLOWING, "across", "bands", "service_year", "quarters", "outcomes", "blocks"},
    "nil": {*FLOWING, "across", "bands", "service_year", "quarters", "outcomes", "blocks"},
    "empty": {"comparative", "dashboard", "service_year", "quarters", "outcomes", "blocks"},
}
HEAVY = 8  # how much more a look or a family of a container counts than another pair
TRIED = 150  # layouts of which a balanced draw takes the one whose values have come up least
FINE = {"impossible_percent", "percent_other_base"}  # any whole percentage is possible of a base above a hundred
FAULTY = 3  # every third of a balanced draw has a fault


class Axes(NamedTuple):
    """How a specimen is laid out."""

    family: str
    words: str
    numbers: str
    look: str
    container: str


class Wanted(TypedDict, total=False):
    """The axes that a caller may force, and the fault."""

    family: str | None
    words: str | None
    numbers: str | None
    look: str | None
    container: str | None
    fault: str | None


class File(NamedTuple):
    """A report as drawn, and its gold: the name of its gold's folder, its bytes, whose it is, and the rows it tells."""

    name: str
    content: bytes
    report: ReportRow
    figures: tuple[FigureRow, ...]
    commitments: tuple[CommitmentRow, ...]
    commentary: tuple[CommentRow, ...]
    findings: tuple[FindingRow, ...]
    unread: tuple[UnreadRow, ...]


@dataclass(frozen=True, slots=True)
class Specimen:
    """A report with known truth; with a fault between two years, two reports."""

    name: str
    seed: int
    family: str
    words: str
    numbers: str
    look: str
    container: str
    fault: str
    files: tuple[File, ...]


def possible(axes: Axes, fault: str | None = None) -> bool:
    """Whether a layout makes sense."""
    family, words, numbers, look, container = axes
    return (
        look in LOOKING.get(container, LOOKS)
        and family in STYLED.get(numbers, FAMILIES)
        and (family in STAGED or not LOOKS[look].spanning)
        and (family in MERGED or not LOOKS[look].merged)
        and (family in SLIM or LOOKS[look].columns == 1)
        and (family not in TABLELESS or words != "unknown")
        and (family != "across" or not LOOKS[look].narrow)
        and (family != "cards" or LOOKS[look].rules == "all")
        and (family != "prose" or look in {"ruled", "two_columns", "landscape", "ligatures", "small", "rotated"})
        and (family != "label_share" or words != "unknown" or LOOKS[look].columns == 1)
        and (
            not fault
            or (family in faults.FAULTS[fault].families and numbers in {"plain", "separated", "spaced", "decimal"} and words != "unknown")
        )
    )


@cache
def layouts(fault: str | None = None) -> tuple[Axes, ...]:
    """Every layout that makes sense."""
    every = product(FAMILIES, MODES, STYLES, LOOKS, containers.CONTAINERS)
    return tuple(axes for axes in map(Axes._make, every) if possible(axes, fault))


def draw(seed: int, **wanted: Unpack[Wanted]) -> Specimen:
    """The specimen of a seed; what is not asked for, the seed chooses."""
    fault = wanted.get("fault")
    forced = {axis: value for axis, value in wanted.items() if axis != "fault" and value}
    fitting = [axes for axes in layouts(fault) if all(getattr(axes, axis) == value for axis, value in forced.items())]
    if not fitting:
        raise ValueError(f"no layout has {forced} with the fault {fault}; see possible()")
    random = Random(f"{seed}/layout")  # noqa: S311 - a specimen is no secret
    for axis in Axes._fields:
        value = random.choice(sorted({getattr(axes, axis) for axes in fitting}))
        fitting = [axes for axes in fitting if getattr(axes, axis) == value]
    return _drawn(seed, fitting[0], fault or "")


def many(seed: int, number: int) -> Iterator[Specimen]:
    """Specimens in which every value of every axis, and every pair, comes up about as often; every third has a fault, in turn.

    What a reader meets first counts most: the looks and the families of each container.
    """
    random = Random(f"{seed}/many")  # noqa: S311 - likewise
    used: Counter[tuple[tuple[int, str], ...]] = Counter()
    for n in range(number):
        fault = list(faults.FAULTS)[n // FAULTY % len(faults.FAULTS)] if n % FAULTY == FAULTY - 1 else None
        fitting = layouts(fault)
        tried = random.sample(fitting, min(TRIED, len(fitting)))
        axes = min(tried, key=lambda one: sum(used[pair] * (HEAVY if pair in _laid(one) else 1) for pair in _pairs(one)))
        used.update(_pairs(axes))
        yield _drawn(seed * 1_000_000 + n, axes, fault or "")


def _laid(axes: Axes) -> set[tuple[tuple[int, str], ...]]:
    """The look and the family of the container."""
    return {((0, axes.family), (4, axes.container)), ((3, axes.look), (4, axes.container))}


def _pairs(axes: Axes) -> list[tuple[tuple[int, str], ...]]:
    """The values of a layout, alone and two by two."""
    values = list(enumerate(axes))
    return [(value,) for value in values] + list(combinations(values, 2))


def _drawn(seed: int, axes: Axes, fault: str) -> Specimen:
    name = "-".join([f"s{seed}", *axes, *([fault] if fault else [])])
    stories, finding = _stories(seed, axes, fault)
    ends = ("",) if len(stories) == 1 else ("-earlier", "-later")
    files = [_file(f"{name}{end}", story, axes) for end, story in zip(ends, stories, strict=True)]
    if finding:
        files[-1] = files[-1]._replace(findings=(finding,))
    return Specimen(name, seed, *axes, fault, tuple(files))


def _stories(seed: int, axes: Axes, fault: str) -> tuple[tuple[Story, ...], FindingRow | None]:
    """The truth, with the fault planted; a truth that has no place for the fault is passed over."""
    style = STYLES[axes.numbers]
    for attempt in count():
        random = Random(f"{seed}/{attempt}/fault")  # noqa: S311 - likewise
        half = axes.family == "dashboard" and random.random() < 0.5 and fault not in {"prior_revised", "commitment_dropped"}  # noqa: PLR2004
        story = tell(f"{seed}/{attempt}", big=style.separator and fault not in FINE, half=half, decimals=style.decimals)
        if style.paired or axes.numbers == "suppressed":
            story = replace(story, features=story.features - {"total"})
        planted = faults.plant(fault, story, random, axes.family) if fault else ((story,), None)
        if planted:
            return planted
    raise AssertionError


def _file(name: str, story: Story, axes: Axes) -> File:
    look, container = LOOKS[axes.look], containers.CONTAINERS[axes.container]
    random = Random(f"{story.seed}/{axes.family}/{axes.numbers}/print")  # noqa: S311 - likewise: every look of a seed says the same
    both = axes.family in BOTH or look.spanning or (look.merged and axes.family == "quarters")
    words = choose(Random(f"{story.seed}/words"), axes.words, third=axes.family in FLOWING | TURNED, both=both)  # noqa: S311 - likewise
    voice = Voice(story, words, STYLES[axes.numbers], random, look.spanning, look.merged, container.charts)
    blocks = FAMILIES[axes.family](voice)
    gold = list(told(blocks))
    file = f"{name}.{container.ending}"
    slug = "-".join(story.council.lower().split())
    return File(
        name,
        container.draw(blocks, look, random),
        ReportRow(file, story.council, f"body:{slug}", *story.span),
        tuple(row for row in gold if isinstance(row, FigureRow)),
        tuple(row for row in gold if isinstance(row, CommitmentRow)),
        tuple(row for row in gold if isinstance(row, CommentRow)),
        (),
        tuple(row for row in gold if isinstance(row, UnreadRow)),
    )
