"""Which percentages whole numbers give: exact, with an exact half going either way (GRIM, Brown & Heathers 2017)."""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from schemas.printed import decimals, unit_of

MOST_DECIMALS = 3
"""Percentages with more decimals are never all possible for the bases of these reports, so they need no counting."""


def share(part: int, base: int) -> Fraction:
    """`part` of `base` in percent."""
    return Fraction(100 * part, base)


def to_whole(percent: Decimal) -> tuple[int, int]:
    """A percentage as a whole number of its last decimals, and how many of these make one percent."""
    scale = 10 ** decimals(percent)
    return int(percent * scale), scale


def neighbours(percent: Decimal, base: int) -> tuple[int, int]:
    """The whole numbers out of `base` just at or below `percent`, and above it."""
    whole, scale = to_whole(percent)
    below = whole * base // (100 * scale)
    return below, min(below + 1, base)


def possible(percent: Decimal, base: int) -> bool:
    """Whether a whole number out of `base` gives `percent` when rounded to its decimals."""
    whole, scale = to_whole(percent)
    return any(2 * abs(100 * scale * part - whole * base) <= base for part in neighbours(percent, base))


def fits(percent: Decimal, count: Decimal, base: Decimal) -> bool:
    """Whether `percent` is `count` out of `base` when rounded, an exact half passing both ways; of nothing, only 0 is."""
    if not base:
        return not percent
    return abs(100 * Fraction(count) / Fraction(base) - Fraction(percent)) <= Fraction(unit_of(percent)) / 2


def cut_off(percent: Decimal, base: int) -> bool:
    """Whether a whole number out of `base` gives `percent` when its further decimals are dropped."""
    whole, scale = to_whole(percent)
    return -whole * base % (100 * scale) < base


def printed_as(change: Fraction, places: int) -> Decimal:
    """A change as printed with so many decimals, a half going away from nought."""
    scaled = int(abs(change) * 10**places + Fraction(1, 2))
    return Decimal(scaled if change >= 0 else -scaled).scaleb(-places)


def rounded(part: int, base: int, places: int) -> Decimal:
    """`part` of `base` in percent as printed with `places` decimals, a half going up."""
    return printed_as(share(part, base), places)


@lru_cache(maxsize=4096)
def can_fail(base: int, places: int) -> bool:
    """Whether some percentage with `places` decimals is impossible out of `base`: never so from `100 * 10**places` on."""
    if not base or places > MOST_DECIMALS:
        return True
    step = 10**places
    return base < 100 * step and not all(possible(Decimal(scaled).scaleb(-places), base) for scaled in range(100 * step + 1))
