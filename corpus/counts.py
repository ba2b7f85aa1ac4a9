"""What was counted of some files, and their sums by the axes of their layout."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import astuple, dataclass, field

AXES = ("family", "words", "numbers", "look", "container")


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted; shares are None where there was nothing to find, or nothing told.

    `gold` figures are printed, of which `right` were told; `unknown` cells stand under words that say nothing and `hidden` ones give
    no number, of which some were told as not understood and some were taken for figures; `planted` faults were told or not.
    """

    files: int = 0
    failed: int = 0
    gold: int = 0
    right: int = 0
    wrong: int = 0
    extra: int = 0
    unknown: int = 0
    unknown_told: int = 0
    hidden: int = 0
    hidden_told: int = 0
    taken: int = 0
    planted: int = 0
    planted_told: int = 0
    false_findings: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(one + more for one, more in zip(astuple(self), astuple(other), strict=True)))

    @property
    def told(self) -> int:
        """Figures told, right or not."""
        return self.right + self.wrong + self.extra

    @property
    def recall(self) -> float | None:
        """The share of what is printed that was told."""
        return _share(self.right, self.gold)

    @property
    def precision(self) -> float | None:
        """The share of what was told that is printed."""
        return _share(self.right, self.told)


@dataclass(frozen=True, slots=True)
class Scored:
    """What was made of one file of a specimen. `message`: why it could not be read; `troubles`: what went wrong, the worst first."""

    specimen: str
    file: str
    axes: Mapping[str, str]
    fault: str
    counts: Counts
    message: str = ""
    troubles: tuple[str, ...] = field(default=(), compare=False)


def total(scored: Iterable[Scored]) -> Counts:
    """The sum of several files."""
    return sum((one.counts for one in scored), Counts())


def by(scored: Iterable[Scored], *axes: str) -> dict[tuple[str, ...], Counts]:
    """The sums for each value of an axis, or for each pair of values of two, in alphabetical order."""
    return grouped(scored, lambda one: tuple(one.axes[axis] for axis in axes))


def by_fault(scored: Iterable[Scored]) -> dict[tuple[str, ...], Counts]:
    """The sums for each kind of fault, of the files in which it is to be found."""
    return grouped((one for one in scored if one.counts.planted), lambda one: (one.fault,))


def grouped(scored: Iterable[Scored], key: Callable[[Scored], tuple[str, ...]]) -> dict[tuple[str, ...], Counts]:
    """The sums of files with the same key."""
    found: dict[tuple[str, ...], Counts] = {}
    for one in scored:
        found[key(one)] = found.get(key(one), Counts()) + one.counts
    return dict(sorted(found.items()))


def worst(scored: Iterable[Scored], number: int) -> list[Scored]:
    """The files in which most went wrong, wrong values before all; those that nothing could read come last."""
    flawed = (one for one in scored if one.troubles)
    return sorted(flawed, key=_badness)[:number]


def _badness(one: Scored) -> tuple[int | str, ...]:
    counts = one.counts
    alarms = counts.false_findings + counts.planted - counts.planted_told
    return counts.failed, -counts.wrong, -counts.taken, -counts.extra, -alarms, counts.right - counts.gold, one.file


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
