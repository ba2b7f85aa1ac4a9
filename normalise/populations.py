"""How many people live in each authority's area, as the reference list has it."""

from collections.abc import Mapping
from functools import cache

from normalise.reference import rows

YEAR = 2020
"""The year of the list's estimates: its column is `pop-2020`."""


@cache
def populations() -> Mapping[str, tuple[int, int]]:
    """The people of each authority, and the year of that estimate, by its GSS code; without those that have no code or no estimate."""
    told = ((row["gss-code"], row[f"pop-{YEAR}"]) for row in rows("councils.csv"))
    return {code: (round(float(people)), YEAR) for code, people in told if code and people}
