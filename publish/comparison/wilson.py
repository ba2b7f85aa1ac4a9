"""How far chance alone might move a share: the score interval.

E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical Association 22
(1927), 209-212. Recommended for shares of small numbers, where the usual interval fails, by L. D. Brown, T. T. Cai and A. DasGupta,
"Interval estimation for a binomial proportion", Statistical Science 16 (2001), 101-133.
"""

from math import sqrt
from typing import NamedTuple

Z = 1.959963984540054
"""The standard normal deviate that 95% of chances stay within: the 0.975 quantile."""


class Interval(NamedTuple):
    """From the lowest to the highest share, both between 0 and 1."""

    low: float
    high: float


def wilson(count: int, base: int) -> Interval:
    """The shares p from which `count` of `base` is within Z standard errors: the roots of (count/base - p)² = Z² p (1 - p) / base.

    `base` is at least 1, and `count` from 0 to `base`.
    """
    centre = count + Z**2 / 2
    reach = Z * sqrt(count * (base - count) / base + Z**2 / 4)
    whole = base + Z**2
    low = (centre - reach) / whole if count else 0.0
    high = (centre + reach) / whole if count < base else 1.0
    return Interval(low, high)
