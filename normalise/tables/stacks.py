"""Grid -> grid: a row whose one cell stacks several labels and the others as many figures becomes as many rows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from normalise.tables.layout import is_figure
from normalise.words.heading import read_heading
from schemas import Cell, Grid
from schemas.vocabulary import Vocabulary

_STACK = 2
"""Lines that make a stack."""


def unstacked(grid: Grid, words: Vocabulary) -> Grid:
    """The grid with each stack of labels that say different measures dealt to rows, as its figures are; other rows stay."""
    rows = tuple(row for printed in grid.rows for row in _dealt(printed, words))
    return grid if len(rows) == len(grid.rows) else replace(grid, rows=rows)


def _dealt(row: Sequence[Cell], words: Vocabulary) -> Iterator[tuple[Cell, ...]]:
    labels = [str(line) for line in row[0].text.lines]
    stacks = [cell.text.lines for cell in row[1:] if cell.text] if len(labels) >= _STACK else []
    figures = all(len(lines) == len(labels) and all(is_figure(str(line)) for line in lines) for lines in stacks)
    if not stacks or not figures or not _say_measures(labels, words):
        yield tuple(row)
        return
    for n in range(len(labels)):
        yield tuple(cell._replace(text=cell.text.lines[n]) if cell.text else cell for cell in row)


def _say_measures(labels: Sequence[str], words: Vocabulary) -> bool:
    """Whether each line is a label by itself: it says a measure that no other says, or is the total of what stands above it."""
    headings = [read_heading(label, words) for label in labels]
    told = [(heading.meaning.measure, heading.meaning.stage, heading.meaning.category) for heading in headings if not heading.total]
    complete = all((heading.meaning.measure or heading.total) and not heading.left and not heading.doubt for heading in headings)
    return complete and len(set(told)) == len(told) and len(headings) - len(told) < _STACK
