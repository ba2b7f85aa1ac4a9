"""Printed names of one service: which of them are one name, and which of them are parts that can be added up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from publish.benchmark.printed import ALL, is_number
from schemas import Basis, Dimension, Figure, Measure, Source, Stage
from schemas.printed import SOURCES, Block, Kind, fold

A_FEW = 2
"""Comparable figures of two names that must be there for their agreement to say that the names mean one thing."""
TOGETHER = 8
"""Likewise, with those that are nought beside nought counted too."""
EVIDENT = 10
"""Complaints from which on a single number under two names is hardly the same by chance."""
MOSTLY = Decimal("0.75")
"""The share of them that must agree."""
SAME_LAYOUT = Decimal("0.5")
"""Two tables that share half of their kinds of figure are of one layout."""


Cells = Mapping[Kind, Decimal]
Layout = frozenset[tuple[Measure, Stage, Dimension | None]]
Part = tuple[Block, ...]
"""The blocks of one printed name, or of several that mean the same, in reading order."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """What a report prints: the cells of each block in reading order, and the source and layout of each table."""

    blocks: Mapping[Block, Cells]
    sources: Mapping[str, Source]
    layouts: Mapping[str, Layout]

    def in_table(self, table: str) -> list[Block]:
        """The blocks of a table in reading order."""
        return [block for block in self.blocks if block.table == table]

    def alike(self, one: str, other: str) -> bool:
        """Whether two tables, or two charts, or two entries of a list, print the same kinds of figure."""
        mine, its = self.layouts[one], self.layouts[other]
        return self.sources[one] is self.sources[other] and len(mine & its) >= SAME_LAYOUT * len(mine | its)


def figures_to_sheets(figures: Iterable[Figure]) -> Sheets:
    """The current and prior numbers of a report; the first of two that one block prints of a kind."""
    blocks: dict[Block, dict[Kind, Decimal]] = defaultdict(dict)
    layouts: dict[str, set[tuple[Measure, Stage, Dimension | None]]] = defaultdict(set)
    sources: dict[str, Source] = {}
    for figure in figures:
        sources.setdefault(figure.table_id, figure.source)
        layouts[figure.table_id].add((figure.measure, figure.stage, figure.dimension))
        cells = blocks[Block.of(figure)]
        if figure.basis is not Basis.DIFFERENCE and figure.measure is not Measure.OTHER and is_number(figure) and figure.value is not None:
            cells.setdefault(Kind.of(figure), figure.value)
    return Sheets(blocks, sources, {table: frozenset(kinds) for table, kinds in layouts.items()})


def named_alike(one: str, other: str) -> bool:
    """Whether one name holds all words of the other."""
    mine, its = ({word.removesuffix("s") for word in name.split()} for name in (one, other))
    return bool(mine and its) and (mine <= its or its <= mine)


def is_one_name(one: Block, other: Block, sheets: Sheets) -> bool:
    """Whether two blocks of different tables are about the same.

    One name is, unless it stands under two directorates; other names are if their figures agree, or the names are alike and nothing speaks
    against it.
    """
    if one.service == other.service:
        return not (one.directorate and other.directorate) or named_alike(one.directorate, other.directorate)
    mine, its = sheets.blocks[one], sheets.blocks[other]
    both = [(mine[kind], its[kind]) for kind in mine if kind in its]
    told = [pair for pair in both if any(pair)]
    agreed = sum(a == b for a, b in told)
    alike = named_alike(one.service, other.service)
    if len(told) >= A_FEW:
        return agreed >= MOSTLY * len(told)
    if alike:
        return agreed == len(told) or not sheets.alike(one.table, other.table)
    return agreed == len(told) == 1 and (len(both) >= TOGETHER or told[0][0] >= EVIDENT)


def to_parts(blocks: Sequence[Block], sheets: Sheets, service_id: str) -> list[Part]:
    """The blocks of one service by what they are about. Two rows of one table are two parts; all that is of the whole council is one."""
    if service_id == ALL:
        return [tuple(blocks)]
    parts: list[list[Block]] = []
    for block in blocks:
        home = next(
            (part for part in parts if all(block.table != other.table and is_one_name(other, block, sheets) for other in part)),
            None,
        )
        if home is None:
            parts.append([block])
        else:
            home.append(block)
    return [tuple(part) for part in parts]


def is_entry(figure: Figure) -> bool:
    """Whether the figure is an entry of a list, a name and its number, and no sentence."""
    return fold(figure.text.replace(",", "")) == fold(f"{figure.service} {figure.value}")


def addends(figures: Sequence[Figure], parts: Sequence[Part], sheets: Sheets) -> tuple[list[Part], bool]:
    """The parts that the figures of one row list side by side, and whether they can be added up.

    The list is that of the best source, and of these the first, if no other holds all its parts and more. What two sentences
    say of two names may overlap.
    """
    part_of = {block: part for part in parts for block in part}
    ordered = sorted(figures, key=lambda figure: SOURCES.index(figure.source))
    best: list[Part] = []
    for figure in ordered:
        listed = [
            part_of[Block.of(other)]
            for other in figures
            if other.table_id == figure.table_id or (sheets.alike(other.table_id, figure.table_id) and other.source is figure.source)
        ]
        found = list(dict.fromkeys(listed))
        if not best or set(found) > set(best):
            best = found
    first = ordered[0]
    clear = first.source is not Source.PROSE or len(best) == 1 or all(is_entry(f) for f in figures if part_of[Block.of(f)] in best)
    return best, clear
