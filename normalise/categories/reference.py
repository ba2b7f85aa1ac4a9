"""The codes of categories, as the reference list has them."""

from dataclasses import dataclass
from functools import cache

from normalise.reference import rows
from schemas import Dimension


@dataclass(frozen=True, slots=True)
class Category:
    """A category that councils share, in the breakdowns that may have it.

    `aliases`: how it is printed; a star at an end stands for any words: `delay in *`.
    """

    category_id: str
    label: str
    dimensions: frozenset[Dimension]
    aliases: tuple[str, ...]


@cache
def categories() -> tuple[Category, ...]:
    """The categories of the reference list."""
    return tuple(
        Category(
            row["category_id"],
            row["label"],
            frozenset(map(Dimension, row["dimension"].split("|"))),
            tuple(filter(None, row["aliases"].split("|"))),
        )
        for row in rows("categories.csv")
    )
