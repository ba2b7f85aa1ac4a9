"""The figures of one report as the checks look at them: in reading order, by what they mean and by the service they are about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from schemas import Basis, Figure, Records, Source, State, Unit
from schemas.printed import INEXACT, Block, Kind

KEPT = 8192
"""Printed numbers that are kept with whether they are exact: the same small ones stand in all reports."""


def number(figure: Figure) -> Decimal:
    """The number of a usable figure."""
    return figure.value if figure.value is not None else Decimal(0)


def is_count(figure: Figure) -> bool:
    """Whether a figure cannot be below nought."""
    return figure.unit is Unit.COUNT and figure.basis is not Basis.DIFFERENCE


def below_nought(figure: Figure) -> bool:
    """Whether the figure is a count that cannot be: that is told once, and nothing else follows from it."""
    return is_count(figure) and number(figure) < 0


@lru_cache(KEPT)
def is_inexact(text: str) -> bool:
    """Whether a number is printed as a bound or a guess."""
    return INEXACT.search(text) is not None


def is_exact(figure: Figure) -> bool:
    """Whether a figure is printed as an exact number."""
    return figure.state is State.REPORTED and figure.value is not None and not is_inexact(figure.text)


def usable(figure: Figure) -> bool:
    """Whether an exact number was read from a table or a chart."""
    return figure.source is not Source.PROSE and is_exact(figure) and not below_nought(figure)


class Line(NamedTuple):
    """A row or column of a table, as places name them: `table 3`, `column 2`; without the second, the table itself."""

    table: str
    line: str = ""


def lines_of(place: str) -> tuple[Line, ...]:
    """The row and the column that a place lies in, or its table alone: `table 3, row 5, column 2`."""
    table, *within = place.split(", ")
    lines = tuple(Line(table, line) for line in within if line.startswith(("row", "column", "series")))
    return lines if any(line.line.startswith("column") for line in lines) else (Line(table),)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A report's records, its usable figures, the first block of the service that each block is about, and the figures of each service.

    `printed`: how a block's service is spelt. `torn`: the rows and columns in which something could not be read, and the tables of which
    it is not known where.
    """

    records: Records
    figures: tuple[Figure, ...]
    service_of: Mapping[Block, Block]
    by_kind: Mapping[tuple[Block, Kind], tuple[Figure, ...]]
    printed: Mapping[Block, str]
    torn: frozenset[Line]

    def is_whole(self, *figures: Figure) -> bool:
        """Whether nothing was left unread in the row or column of the figures, or else in their table: only then a missing part shows."""
        lines = [lines_of(figure.place) for figure in figures]
        shared = {line for line in set(lines[0]).intersection(*lines[1:]) if line.line}
        tables = {line.table for each in lines for line in each}
        if shared:
            return not (shared | {Line(table) for table in tables}) & self.torn
        return not any(torn.table in tables for torn in self.torn)

    def service(self, figure: Figure) -> Block:
        """The service that `figure` is about, whatever name is printed there."""
        block = Block.of(figure)
        return self.service_of.get(block, block)

    def names(self, figure: Figure) -> tuple[str, ...]:
        """The names under which the figure's service is printed in tables and charts, each spelt as where it comes first."""
        service = self.service(figure)
        spelt: dict[str, str] = {}
        for block in (block for block, first in self.service_of.items() if first == service):
            spelt.setdefault(block.service, self.printed.get(block, ""))
        return tuple(name for name in spelt.values() if name)

    def same(self, service: Block, kind: Kind) -> tuple[Figure, ...]:
        """Every printing of a service's figure, in reading order."""
        return self.by_kind.get((service, kind), ())

    def beside(self, figure: Figure, **changes: Any) -> tuple[Figure, ...]:  # noqa: ANN401 - the fields of a Kind
        """The figures that differ from `figure` in `changes` only: of its table, else of another table about its service.

        Figures of the whole council are taken from the same table alone: two tables need not count the same whole.
        """
        found = self.same(self.service(figure), Kind.of(figure)._replace(**changes))
        near = tuple(other for other in found if other.table_id == figure.table_id)
        return near or (found if figure.service or figure.directorate else ())


def by_kind(figures: Iterable[Figure], service_of: Mapping[Block, Block]) -> dict[tuple[Block, Kind], tuple[Figure, ...]]:
    """The figures of each service and kind, in reading order."""
    found: dict[tuple[Block, Kind], list[Figure]] = defaultdict(list)
    for figure in figures:
        found[service_of[Block.of(figure)], Kind.of(figure)].append(figure)
    return {key: tuple(same) for key, same in found.items()}


def by_table(figures: Iterable[Figure]) -> Iterator[tuple[Figure, bool]]:
    """The first figure of each table, and whether all that the table prints of the same kind agree."""
    tables: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        tables[figure.table_id].append(figure)
    for printed in tables.values():
        yield printed[0], len({figure.value for figure in printed}) == 1
