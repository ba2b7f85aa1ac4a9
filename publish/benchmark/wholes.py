"""Subtotals: a row that holds other rows of its table is not added to them."""

from collections.abc import Iterable, Iterator, Sequence

from publish.benchmark.names import Block, Cells, Part, Sheets

ENOUGH = 2
"""Numbers other than nought that a row must print as the sum of its neighbours, unless its name says that it is a total."""
TOTALS = frozenset({"total", "totals", "subtotal", "overall", "combined"})


def is_total(name: str) -> bool:
    """Whether a folded name says that its row adds up others."""
    return not TOTALS.isdisjoint(name.split())


def is_sum(whole: Cells, rows: Sequence[Cells], needed: int) -> bool:
    """Whether every count of `whole` is the sum of those of the rows."""
    counts = [kind for kind in whole if "count" in kind and all(kind in row for row in rows)]
    told = [kind for kind in counts if whole[kind]]
    return len(told) >= needed and all(whole[kind] == sum(row[kind] for row in rows) for kind in counts)


def runs(at: int, rows: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """The neighbours of a row that it may add up: two or more just above it, or just below."""
    yield from (rows[start:at] for start in range(at - 2, -1, -1))
    yield from (rows[at + 1 : end] for end in range(at + 3, len(rows) + 1))


def members(whole: Block, sheets: Sheets) -> frozenset[Block]:
    """The rows of its table that a row adds up; none if it is no subtotal."""
    rows = sheets.in_table(whole.table)
    needed = 1 if is_total(whole.service) or any(row.directorate == whole.service for row in rows if row != whole) else ENOUGH
    cells = sheets.blocks
    sums = (run for run in runs(rows.index(whole), rows) if is_sum(cells[whole], [cells[row] for row in run], needed))
    return frozenset(next(sums, ()))


def without_members(parts: Iterable[Part], sheets: Sheets) -> list[Part]:
    """The parts that no other part holds."""
    parts = list(parts)
    held = {block for part in parts for whole in part for block in members(whole, sheets)} if len(parts) > 1 else set()
    return [part for part in parts if held.isdisjoint(part)]
