"""Where something is printed: on a page, in a table, in a paragraph."""

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in points from the top left of the page as displayed (after /Rotate, within the CropBox)."""

    x0: float
    top: float
    x1: float
    bottom: float

    def around(self, other: "Box") -> "Box":
        """The smallest box that holds both."""
        return Box(min(self.x0, other.x0), min(self.top, other.top), max(self.x1, other.x1), max(self.bottom, other.bottom))

    def holds(self, other: "Box") -> bool:
        """Whether the whole of another stands in it."""
        return self.x0 <= other.x0 and self.top <= other.top and other.x1 <= self.x1 and other.bottom <= self.bottom

    def holds_middle_of(self, other: "Box") -> bool:
        """Whether the middle of another stands in it; on the border of two it stands in the right or the lower one."""
        x, y = other.middle
        return self.x0 <= x < self.x1 and self.top <= y < self.bottom

    @property
    def middle(self) -> tuple[float, float]:
        """The point in its middle."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


class Place(NamedTuple):
    """Page (1-based) and box where the format has pages; the 1-based number of the table, chart or paragraph in every format."""

    page: int | None = None
    box: Box | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    paragraph: int | None = None
    anchor: str = ""
    chart: int | None = None
    series: int | None = None
    point: int | None = None
    sheet: str = ""

    def __str__(self) -> str:
        names = ("chart", "series", "point", "table", "row", "column", "paragraph")
        words = [f"{name} {number}" for name in names if (number := getattr(self, name)) is not None]
        sheet, anchor = [f"sheet {self.sheet}"] if self.sheet else [], [f"near #{self.anchor}"] if self.anchor else []
        return ", ".join([*sheet, *words, *anchor])
