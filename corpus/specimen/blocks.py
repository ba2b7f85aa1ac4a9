"""What stands in a report, in reading order, whatever it is drawn as. Each piece of print carries the gold rows that it tells."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.specimen.rows import Told

BULLET = "• "


@dataclass(frozen=True, slots=True)
class Cell:
    """A square of a table: paragraphs, one that starts with a bullet being a list item, and how many columns and rows it covers."""

    paragraphs: tuple[str, ...] = ()
    tells: tuple[Told, ...] = ()
    head: bool = False
    bold: bool = False
    wide: int = 1
    tall: int = 1

    @property
    def text(self) -> str:
        return " ".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading (`h1` to `h3`), a paragraph (`p`) or a list item (`li`)."""

    kind: str
    text: str
    tells: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of the cells that begin in them; the first `head` rows are headings. `outside`: the first column stands left of the ruling."""

    rows: tuple[tuple[Cell, ...], ...]
    head: int = 1
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart with its numbers. Only a container that holds charts as data draws it."""

    title: str
    labels: tuple[str, ...]
    values: tuple[str, ...]
    tells: tuple[Told, ...]


Block = Passage | Table | Chart


def told(blocks: Iterable[Block]) -> Iterator[Told]:
    """The gold of what is drawn."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from cell.tells
        else:
            yield from block.tells


def placed(rows: Sequence[Sequence[Cell]]) -> list[tuple[int, int, Cell]]:
    """Each cell with the row and column of its top left square."""
    taken: set[tuple[int, int]] = set()
    found = []
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            taken |= {(number + down, column + right) for down in range(cell.tall) for right in range(cell.wide)}
            found.append((number, column, cell))
    return found


def breadth(rows: Sequence[Sequence[Cell]]) -> int:
    """How many columns a table has."""
    return sum(cell.wide for cell in rows[0])


def squares(rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """The rows with every square filled: a covered one is empty."""
    grid = [[Cell() for _ in range(breadth(rows))] for _ in rows]
    for row, column, cell in placed(rows):
        grid[row][column] = cell
    return grid
