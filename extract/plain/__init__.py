"""Text renditions (`.txt`, `.md`), as PDF-to-text converters write them -> Document. Only layout is known here: no word, no measure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from extract.decoded import decoded, without_running
from extract.joins import continues, is_figure, join, joined, whole_head
from extract.plain.chartline import rows_to_charts
from extract.plain.markup import is_bold, printed
from extract.plain.prose import BELOW, lines_to_passages
from extract.plain.rows import Line, Part, Rows, Rule, text_to_parts
from schemas import Cell, Document, Grid, Passage, PassageKind, Place, Text, UnreadableFileError

_MARKDOWN = {".md", ".markdown"}
_FIRST_LEVEL = 1
"""The level above a bold line where no heading stands above it."""


def read(path: Path) -> Document:
    """The passages and grids of a text file, in reading order."""
    text, running = without_running(decoded(path))
    blocks, headed = _parts_to_blocks(text_to_parts(text))
    placed = tuple(_placed(joined(blocks, headed)))
    if not placed:
        raise UnreadableFileError(f"{path.name}: the file holds no text; it should hold the text of a report")
    media_type = "text/markdown" if path.suffix.lower() in _MARKDOWN else "text/plain"
    return Document(media_type, "text", placed, running=running)


def _parts_to_blocks(parts: Sequence[Part]) -> tuple[list[Grid | Passage], set[int]]:
    """The blocks, still without places, and which of them are grids whose first row is set as a head."""
    width = max((len(part.raw) for part in parts if isinstance(part, Line)), default=0)
    blocks: list[Grid | Passage] = []
    headed: set[int] = set()
    rest = list(parts)
    while rest:
        part = rest[0]
        lines = _lines(rest)
        if isinstance(part, Rows):
            if _is_headed(part):
                headed.add(len(blocks))
            blocks += _table(part, blocks[-1] if blocks else None)
        elif lines:
            cut = _cut_row(blocks, lines, rest[len(lines) :])
            blocks += [cut] if cut else lines_to_passages(lines, width)
        del rest[: len(lines) or 1]
    return blocks, headed


def _lines(parts: Sequence[Part]) -> list[Line]:
    found = next(groupby(parts, key=lambda part: isinstance(part, Line)), (False, iter(())))
    return [part for part in found[1] if isinstance(part, Line)]


def _cut_row(blocks: Sequence[Grid | Passage], lines: Sequence[Line], behind: Sequence[Part]) -> Grid | None:
    """A line between a table and a row of dashes: the first cell of a row that a page has cut, if it goes on with the cell above."""
    above = blocks[-1] if blocks else None
    if len(lines) != 1 or not behind or not isinstance(behind[0], Rule) or not isinstance(above, Grid):
        return None
    row = _grid([(lines[0].raw, *[""] * (len(above.rows[0]) - 1))])
    whole = len(join(above, row).rows) == len(above.rows)
    return row if whole and behind[0].width <= len(above.rows[0]) else None


def _grid(rows: Sequence[Sequence[str]]) -> Grid:
    width = max(map(len, rows))
    return Grid(tuple(tuple(Cell(Text.of(printed(raw)), Place()) for raw in (*row, *[""] * (width - len(row)))) for row in rows), Place())


def _is_headed(part: Rows) -> bool:
    """All cells of the first row are bold, and they are words; a bold cell alone is the name of a section."""
    filled = [raw for raw in part.cells[0] if printed(raw)]
    if not filled or (len(filled) == len(part.cells) == 1):
        return False
    return all(map(is_bold, filled)) and not any(is_figure(Text.of(printed(raw))) for raw in filled)


def _table(part: Rows, above: Grid | Passage | None) -> Sequence[Grid | Passage]:
    """The charts or the table; a lone cell that carries no table on is a paragraph, indented by a tab."""
    grid = whole_head(_grid(part.cells))
    filled = [cell.text for row in grid.rows for cell in row if cell.text]
    if len(filled) > 1:
        return rows_to_charts(part.cells) or [grid]
    if isinstance(above, Grid) and continues(above, grid):
        return [grid]
    return [Passage(PassageKind.PARAGRAPH, line, Place()) for text in filled for line in text.lines]


def _placed(blocks: Sequence[Grid | Passage]) -> Iterator[Grid | Passage]:
    """Tables, rows, columns and paragraphs numbered from 1; bold lines get the level below the heading above them."""
    tables = paragraphs = 0
    level = _FIRST_LEVEL
    for block in blocks:
        if isinstance(block, Grid):
            tables += 1
            yield _numbered(block, tables)
        else:
            paragraphs += 1
            if block.kind is PassageKind.HEADING and block.level != BELOW:
                level = block.level
            yield replace(block, place=Place(paragraph=paragraphs), level=level + 1 if block.level == BELOW else block.level)


def _numbered(grid: Grid, table: int) -> Grid:
    rows = tuple(
        tuple(Cell(cell.text, Place(table=table, row=row, column=column)) for column, cell in enumerate(cells, start=1))
        for row, cells in enumerate(grid.rows, start=1)
    )
    return replace(grid, rows=rows, place=Place(table=table))
