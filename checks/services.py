"""Which rows and tables are about one service: by their name, or, where the names differ, by their figures."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from checks.evidence import number, usable
from schemas import Basis, Figure, Measure
from schemas.printed import Block, Kind

ENOUGH = 4
"""Comparable figures from which on their agreement tells a table restated from another table of the same layout."""
A_FEW = 2
"""Likewise, where one of the two tables is about one service only."""
TIE = 8
"""Comparable figures that two blocks of different names need to be tied: fewer agree by chance."""
MOSTLY, MOSTLY_ALIKE = Decimal("0.75"), Decimal("0.6")
"""The share of them that must agree; less is asked where the names are the same or alike."""
SAME_LAYOUT = Decimal("0.5")
"""Two tables that share half of their kinds of figure are of one layout: as likely about two parts of the council as one repeated."""

ALIKE = Decimal("0.2")
"""How far apart figures may be to be one that is misprinted, as a share of the larger."""

SLIP = Decimal("0.05")
"""Likewise, where nothing else ties them."""
LARGE = 20
"""From which on figures hardly lie so near each other by chance."""
FEW_OF = Decimal("0.25")
"""Of a list's rows: how many may be left over when the others are tied, for these to be tied by elimination."""

Cells = dict[Kind, Decimal | None]
"""What a block prints; None where it prints two values for one kind."""
Tables = Mapping[str, Mapping[Block, Cells]]


class Agreement(NamedTuple):
    """How many figures two blocks both print (0 beside 0 says nothing and does not count), and how many of them agree."""

    compared: int
    agreed: int

    @property
    def share(self) -> Decimal:
        return Decimal(self.agreed) / max(self.compared, 1)


def to_tables(figures: Iterable[Figure]) -> Tables:
    """The current and prior figures by table and block, in reading order."""
    tables: dict[str, dict[Block, Cells]] = defaultdict(dict)
    for figure in figures:
        cells = tables[figure.table_id].setdefault(Block.of(figure), {})
        kind, value = Kind.of(figure), number(figure)
        if figure.basis is not Basis.DIFFERENCE and figure.measure is not Measure.OTHER:
            cells[kind] = value if cells.get(kind, value) == value else None
    return tables


def agreement(pairs: Iterable[tuple[Cells, Cells]]) -> Agreement:
    """How far blocks agree, pair by pair."""
    both = [(one[kind], other[kind]) for one, other in pairs for kind in one if kind in other]
    compared = [(a, b) for a, b in both if a is not None and b is not None and (a or b)]
    return Agreement(len(compared), sum(a == b for a, b in compared))


def words(name: str) -> frozenset[str]:
    """The words of a name without the mark of the plural."""
    return frozenset(word.removesuffix("s") for word in name.split())


def alike(one: str, other: str) -> bool:
    """Whether one name holds all words of the other."""
    return bool(one and other) and (words(one) <= words(other) or words(other) <= words(one))


def near(one: Block, other: Block) -> bool:
    """Whether nothing printed says that two blocks are of different directorates."""
    return not (one.directorate and other.directorate) or alike(one.directorate, other.directorate)


def one_layout(one: Mapping[Block, Cells], other: Mapping[Block, Cells]) -> bool:
    """Whether two tables print the same kinds of figure."""
    mine, theirs = ({(k.measure, k.stage, k.dimension) for cells in table.values() for k in cells} for table in (one, other))
    return len(mine & theirs) >= SAME_LAYOUT * len(mine | theirs)


def restated(one: Mapping[Block, Cells], other: Mapping[Block, Cells]) -> bool:
    """Whether rows of one name in two tables are the same rows, going by all such rows together; a table of one service is about it."""
    theirs = {block.service: (block, cells) for block, cells in other.items()}
    pairs = [(block, cells, *theirs[block.service]) for block, cells in one.items() if block.service in theirs]
    found = agreement((mine, its) for block, mine, twin, its in pairs if near(block, twin))
    about_one = any(len({block.service for block in table}) == 1 for table in (one, other))
    if found.compared >= (A_FEW if about_one else ENOUGH):
        return found.share >= MOSTLY_ALIKE
    return found.agreed == found.compared or not one_layout(one, other)


def by_name(tables: Tables) -> list[list[Block]]:
    """The blocks of each service, going by names alone: a service stands in a table once."""

    @cache
    def same(one: str, other: str) -> bool:
        return restated(tables[one], tables[other])

    groups: dict[str, list[list[Block]]] = defaultdict(list)
    for block in (block for blocks in tables.values() for block in blocks):
        named = groups[block.service]
        home = next((g for g in named if all(near(block, b) and block.table != b.table and same(b.table, block.table) for b in g)), None)
        if home is None:
            named.append([block])
        else:
            home.append(block)
    return [group for named in groups.values() for group in named]


def tied(detail: Block, rows: Iterable[Block], tables: Tables) -> Block | None:
    """The one row whose figures a table about one service repeats under another name."""
    ranked = []
    for row in rows:
        found, same_words = agreement([(tables[detail.table][detail], tables[row.table][row])]), alike(detail.service, row.service)
        bar = MOSTLY_ALIKE if same_words else MOSTLY
        if near(detail, row) and found.compared >= TIE and found.agreed >= ENOUGH and found.share >= bar:
            ranked.append((found.share, same_words, row))
    ranked.sort(key=lambda rank: rank[:2])
    unique = len(ranked) == 1 or (len(ranked) > 1 and ranked[-1][:2] > ranked[-2][:2])
    return ranked[-1][2] if unique else None


def of_several(tables: Tables) -> set[str]:
    """The tables about several services; each of the others is about one."""
    return {table for table, blocks in tables.items() if len({block.service for block in blocks if block.service}) > 1}


def ties(groups: list[list[Block]], tables: Tables) -> dict[Block, Block]:
    """The row that the first block of each group of tables about one service repeats, where no other group repeats it too."""
    several = of_several(tables)
    rows = [group[0] for group in groups if group[0].service and all(block.table in several for block in group)]
    details = [group[0] for group in groups if group[0].service and not any(block.table in several for block in group)]
    found = {detail: row for detail in details if (row := tied(detail, rows, tables)) is not None}
    claims = Counter(found.values())
    return {detail: row for detail, row in found.items() if claims[row] == 1}


def tied_figures(figures: Iterable[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """For each service that a report prints under two names: the first figure under one, and the first under the other."""
    exact = [figure for figure in figures if usable(figure)]
    first = {Block.of(figure): figure for figure in reversed(exact)}
    tables = to_tables(exact)
    for detail, row in ties(by_name(tables), tables).items():
        yield first[detail], first[row]


def shortened(groups: list[list[Block]], tables: Tables) -> dict[Block, Block]:
    """The table about one service for each row of a list of services that calls it by a part of its name.

    The list must name other such services in full, and the figures of the two must be alike, if not the same.
    """
    several = of_several(tables)
    lists = Counter(block.table for group in groups for block in group if block.table in several and len(group) > 1)
    rows = [group[0] for group in groups if len(group) == 1 and lists[group[0].table] >= A_FEW]
    details = [group[0] for group in groups if group[0].service and not any(block.table in several for block in group)]
    found = {row: [other for other in details if alike(row.service, other.service) and near(row, other)] for row in rows}
    claims = Counter(other for others in found.values() for other in others)
    pairs = {row: others[0] for row, others in found.items() if len(others) == 1 and claims[others[0]] == 1}
    return {row: other for row, other in pairs.items() if similar(tables[row.table][row], tables[other.table][other])}


def similar(one: Cells, other: Cells, off: Decimal = ALIKE) -> bool:
    """Whether the figures of two blocks are of one size, as those of one service are even where one is misprinted."""
    both = [(a, b) for kind in one if kind in other if (a := one[kind]) is not None and (b := other[kind]) is not None]
    return bool(both) and all(abs(a - b) <= off * max(abs(a), abs(b)) for a, b in both)


def left_over(groups: list[list[Block]], tables: Tables, known: Mapping[Block, Block]) -> dict[Block, Block]:
    """The table about one service for each of the few rows of a list that no name and no figures have tied to one.

    All others of the list must be tied. A row's figures must be those of one left table but for a slip, large, and of no other left.
    """
    several = of_several(tables)
    claimed = {*known, *known.values()}
    free = [group for group in groups if group[0].service and group[0] not in claimed]
    details = [group[0] for group in free if not any(block.table in several for block in group)]
    rows = [group[0] for group in free if all(block.table in several for block in group)]
    listed = Counter(block.table for group in groups for block in group if block.table in several and block.service)
    left = Counter(block.table for block in rows)
    pairs: dict[Block, Block] = {}
    for row in rows:
        cells = tables[row.table][row]
        found = [other for other in details if near(row, other) and similar(cells, tables[other.table][other], SLIP)]
        large = all(value is None or value >= LARGE for value in cells.values())
        if left[row.table] <= FEW_OF * listed[row.table] and large and len(found) == 1:
            pairs[row] = found[0]
    claims = Counter(pairs.values())
    return {row: other for row, other in pairs.items() if claims[other] == 1}


def services(figures: Iterable[Figure]) -> dict[Block, Block]:
    """The first block of its service for each block: by name, by a part of it, by figures of tables about one service, by elimination."""
    tables = to_tables(figures)
    groups = by_name(tables)
    rows = shortened(groups, tables)
    rows |= {detail: row for detail, row in ties(groups, tables).items() if row not in rows}
    rows |= left_over(groups, tables, rows)
    return {block: rows.get(group[0], group[0]) for group in groups for block in group}
