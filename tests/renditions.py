"""A text read as if it were a file, and what its Document prints, in lines that a person can read."""

from pathlib import Path
from tempfile import TemporaryDirectory

from extract.plain import read
from schemas import Document, Grid


def rendered(text: str | bytes, name: str = "report.txt") -> Document:
    """What is printed in a text file of that name."""
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return read(path)


def drawn(grid: Grid) -> list[str]:
    return ["|".join(str(cell.text) for cell in row) for row in grid.rows]


def tables(document: Document) -> list[list[str]]:
    return [drawn(grid) for grid in document.grids]


def passages(document: Document) -> list[tuple[str, int, str]]:
    return [(passage.kind.value, passage.level, str(passage.text)) for passage in document.passages]


def lines(document: Document, row: int, column: int) -> list[str]:
    return [str(line) for line in document.grids[0].rows[row][column].text.lines]
