"""Columns headed with nothing but `%` -> what they are a share of, which only their figures tell: a rate, or a share of the total."""

from collections.abc import Sequence
from decimal import Decimal
from enum import Enum, auto

from normalise.words.values import cell_to_figures
from schemas import Grid

Column = Sequence[Decimal | None]

_ROUNDING = 1
"""Percentage points by which a printed share may differ from its own counts: rounded, or cut off."""
_WHOLE = 100
_LEAST = 2
"""Rows whose figures must agree before a column is a share of the total: one row agrees with much."""


class Share(Enum):
    """What a column of percentages is: the rate at which the count beside it happened, or that count's share of its own total."""

    RATE = auto()
    OF_TOTAL = auto()


def column_values(grid: Grid, rows: Sequence[int], column: int) -> Column:
    """The figure of each cell that holds one and no other."""
    printed = [cell_to_figures(str(grid.rows[r][column].text)) or () for r in rows]
    return [figures[0].value if len(figures) == 1 else None for figures in printed]


def share_of(shares: Column, counts: Column, bases: Sequence[Column]) -> Share | None:
    """What all rows agree that a column is beside the count left of it; `bases`: columns that the count may be a part of.

    None where neither fits, or both do.
    """
    known = [count for count in counts if count is not None]
    total = max(known, default=Decimal(0))
    whole = total if sum(known) == 2 * total else sum(known, Decimal(0))
    fits = {Share.RATE: any(_agree(shares, counts, base) for base in bases)}
    fits[Share.OF_TOTAL] = len(known) >= _LEAST and _agree(shares, counts, [whole] * len(counts))
    found = [share for share, fit in fits.items() if fit]
    return found[0] if len(found) == 1 else None


def _agree(shares: Column, counts: Column, bases: Column) -> bool:
    """Whether every printed share is that of its count in its base."""
    rows = [
        (share, count, base)
        for share, count, base in zip(shares, counts, bases, strict=True)
        if share is not None and count is not None and base is not None
    ]
    return bool(rows) and all(abs(share * base - _WHOLE * count) <= _ROUNDING * base for share, count, base in rows)
