"""Subtotals: a row that holds other rows of its table is not added to them."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from publish.benchmark.names import Cells, Part, Sheets
from schemas import Unit
from schemas.printed import Block

ENOUGH = 2
"""Numbers other than nought that a row must print as the sum of its neighbours, unless its name says that it is a total."""
TOTALS = frozenset({"total", "totals", "subtotal", "overall", "combined"})


def is_total(name: str) -> bool:
    """Whether a folded name says that its row adds up others."""
    return not TOTALS.isdisjoint(name.split())


def added_up(whole: Cells, rows: Iterable[Block], sheets: Sheets, needed: int) -> list[Block]:
    """The first two or more of the rows whose counts add up to those of `whole` in every column that all of them fill; none if none do."""
    counts = {kind: number for kind, number in whole.items() if kind.unit is Unit.COUNT}
    sums = dict.fromkeys(counts, Decimal())
    held: list[Block] = []
    for row in rows:
        cells = sheets.blocks[row]
        held.append(row)
        sums = {kind: total + cells[kind] for kind, total in sums.items() if kind in cells}
        if any(total > counts[kind] for kind, total in sums.items()):
            break
        if len(held) > 1 and sum(total > 0 for total in sums.values()) >= needed and all(sums[kind] == counts[kind] for kind in sums):
            return held
    return []


def members(whole: Block, sheets: Sheets) -> list[Block]:
    """The rows just above or just below it that a row adds up; none if it is no subtotal."""
    rows = sheets.in_table(whole.table)
    at = rows.index(whole)
    needed = 1 if is_total(whole.service) or any(row.directorate == whole.service for row in rows if row != whole) else ENOUGH
    cells = sheets.blocks[whole]
    return added_up(cells, reversed(rows[:at]), sheets, needed) or added_up(cells, rows[at + 1 :], sheets, needed)


def without_members(parts: Sequence[Part], sheets: Sheets) -> list[Part]:
    """The parts that no other part holds."""
    held = {block for part in parts for whole in part for block in members(whole, sheets)} if len(parts) > 1 else set()
    return [part for part in parts if held.isdisjoint(part)]
