"""A section of the report, as one passes from room to room: its headings and its blocks."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from schemas import Grid, Passage, Section


@dataclass
class Part:
    """A section of the report, from one heading to the next, its blocks in order.

    `service`: the heading, if it can name one, `parent`: the larger heading above that; `heading`: its words, whatever they name;
    `title`: the line that holds them, where it is in no block; `unnamed`: it begins with a picture, or with the sentence that says what
    "this area" covers; `tells_cases`: it sums up single complaints. `above`: all larger headings that it stands under, the nearest first.
    """

    directorate: str = ""
    service: str = ""
    parent: str = ""
    unnamed: bool = False
    level: int = 0
    heading: str = ""
    title: Passage | None = None
    tells_cases: bool = False
    above: tuple[str, ...] = ()
    blocks: list[tuple[Grid | Passage, Section | None]] = field(default_factory=list)

    @property
    def grids(self) -> Iterator[Grid]:
        return (block for block, _ in self.blocks if isinstance(block, Grid))
