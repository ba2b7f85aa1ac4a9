"""The printings of one measure -> its value: of one printed name, or the sum over several."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from publish.benchmark.names import Part
from publish.benchmark.printed import is_number
from schemas import Figure, Measure, Source, State
from schemas.printed import SOURCES, Block, agree


@dataclass(frozen=True, slots=True)
class Value:
    """A number with the figures that it is the sum of, mostly one.

    `places`: the tables that print it, all prose being one place. `disputed`: another number is printed for it elsewhere.
    """

    number: Decimal
    figures: tuple[Figure, ...]
    places: frozenset[str]
    disputed: bool

    @property
    def source(self) -> Source:
        """Where it was read; of several figures the poorest source."""
        return max((figure.source for figure in self.figures), key=SOURCES.index)


def best_first(figures: Iterable[Figure]) -> list[Figure]:
    """Tables before charts before prose, each in reading order."""
    return sorted(figures, key=lambda figure: SOURCES.index(figure.source))


def printings(figures: Sequence[Figure], part: Part, measure: Measure) -> list[Figure]:
    """What is printed of one measure under one name, the best first."""
    return best_first(figure for figure in figures if figure.measure is measure and Block.of(figure) in part)


def numbers(printed: Sequence[Figure]) -> list[Figure]:
    """The printings that are numbers."""
    return [figure for figure in printed if is_number(figure)]


def others(printed: Sequence[Figure]) -> list[Figure]:
    """The printings that disagree with the best one, each value once."""
    found: dict[Decimal | None, Figure] = {}
    for figure in printed[1:]:
        if not agree(printed[0], figure):
            found.setdefault(figure.value, figure)
    return list(found.values())


def two_rows(printed: Sequence[Figure]) -> bool:
    """Whether the table of the best printing prints another value too: then it has two rows of one name."""
    return any(figure.table_id == printed[0].table_id and not agree(printed[0], figure) for figure in printed)


def one_value(printed: Sequence[Figure]) -> Value | None:
    """The value of one name: its best printing that is a number; none where two rows have that name."""
    found = numbers(printed)
    if not found or found[0].value is None or two_rows(found):
        return None
    places = (figure.source if figure.source is Source.PROSE else figure.table_id for figure in found if figure.value == found[0].value)
    return Value(found[0].value, (found[0],), frozenset(places), bool(others(found)))


def is_none(printed: Sequence[Figure]) -> bool:
    """Whether a dash says that there were none."""
    return bool(printed) and all(figure.state is State.NIL for figure in printed)


def summed(by_part: Sequence[Sequence[Figure]]) -> Value | None:
    """The sum over several names; None unless each of them prints a number, or a dash for none beside the numbers of others."""
    values = [one_value(printed) for printed in by_part if not is_none(printed)]
    found = [value for value in values if value is not None]
    if not found or len(found) < len(values):
        return None
    return Value(
        number=sum((value.number for value in found), Decimal()),
        figures=tuple(figure for value in found for figure in value.figures),
        places=frozenset.intersection(*(value.places for value in found)),
        disputed=any(value.disputed for value in found),
    )
