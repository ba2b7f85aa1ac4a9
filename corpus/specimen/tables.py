"""Tables on paper: rows cut by the page's end or kept whole, headings repeated or not, ruled, half ruled, shaded or bare."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor

from corpus.specimen.blocks import Cell, Table, placed
from corpus.specimen.looks import Look, fonts
from corpus.specimen.measure import LEADING, PAD, columns, lines_of, width
from corpus.specimen.paper import Paper
from corpus.specimen.rows import FigureRow, UnreadRow

RULE, PALE, BAND = "#444444", "#d9e2ec", "#f1f4f8"
FEWEST = 2  # lines of a row on each side of a page break
SHORT = 16  # letters of a square that holds a figure, at most
AFTER = 0.9  # space below a table, as a multiple of the size of print


def draw(paper: Paper, table: Table) -> None:
    """Draw a table from where the paper is, on as many pages as it takes."""
    widths, size = columns(table.rows, paper.look, paper.width)
    heights = heights_of(table, widths, paper.look, size)
    sheet = _Sheet(paper, table, widths, size)
    for first, end in _groups(table):
        rows = table.rows[first:end]
        if paper.room < sum(heights[first:end]) and not (paper.look.cut and sheet.cuttable(rows)):
            paper.onward()
            if paper.look.repeated and first >= table.head:
                sheet.draw(table.rows[: table.head], heights[: table.head], 0)
        sheet.draw(rows, heights[first:end], first)
    paper.y += paper.look.size * AFTER


def _groups(table: Table) -> list[tuple[int, int]]:
    """Rows that stay together: those that a cell over several rows joins."""
    ends = [number + 1 for number in range(len(table.rows))]
    for row, _, cell in placed(table.rows):
        for number in range(row, row + cell.tall):
            ends[number] = max(ends[number], row + cell.tall)
    groups, first = [], 0
    while first < len(ends):
        groups.append((first, ends[first]))
        first = ends[first]
    return groups


def heights_of(table: Table, widths: Sequence[float], look: Look, size: float) -> list[float]:
    """The height of each row; a cell over several rows makes the last of them taller if it must."""
    heights = [size * LEADING + 2 * PAD] * len(table.rows)
    for row, column, cell in sorted(placed(table.rows), key=lambda at: at[2].tall):
        room = sum(widths[column : column + cell.wide]) - 2 * PAD
        need = len(lines_of(cell, look, size, room)) * size * LEADING + 2 * PAD
        last = row + cell.tall - 1
        heights[last] = max(heights[last], need - sum(heights[row:last]))
    return heights


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A table being drawn."""

    paper: Paper
    table: Table
    widths: Sequence[float]
    size: float

    def cuttable(self, rows: Sequence[Sequence[Cell]]) -> bool:
        """Whether a page may end within these rows: one row of sentences that states no figure."""
        cells = rows[0]
        counted = any(isinstance(tell, FigureRow | UnreadRow) for cell in cells for tell in cell.tells)
        least = (FEWEST * self.size * LEADING) + 2 * PAD
        return len(rows) == 1 and not counted and self.paper.room > least and all(cell.tall == 1 for cell in cells) and not cells[0].head

    def draw(self, rows: Sequence[Sequence[Cell]], heights: Sequence[float], first: int) -> None:
        """Rows that stay together, in one piece, or in two if the page ends within them."""
        lines = {
            (row, column): lines_of(cell, self.paper.look, self.size, sum(self.widths[column : column + cell.wide]) - 2 * PAD)
            for row, column, cell in placed(rows)
        }
        rest = list(heights)
        while sum(rest) > self.paper.room + 0.01:
            fits = int((self.paper.room - 2 * PAD) / (self.size * LEADING))
            self._piece(rows, [fits * self.size * LEADING + 2 * PAD], {at: text[:fits] for at, text in lines.items()}, first)
            lines = {at: text[fits:] for at, text in lines.items()}
            rest = [max(len(text) for text in lines.values()) * self.size * LEADING + 2 * PAD]
            self.paper.onward()
        self._piece(rows, rest, lines, first)

    def _piece(
        self,
        rows: Sequence[Sequence[Cell]],
        heights: Sequence[float],
        lines: dict[tuple[int, int], list[tuple[str, float]]],
        first: int,
    ) -> None:
        top = self.paper.y
        for row, column, cell in placed(rows):
            self.paper.y = top + sum(heights[:row])
            x = self.paper.left + sum(self.widths[:column])
            box = (x, sum(self.widths[column : column + cell.wide]), sum(heights[row : row + cell.tall]))
            outside = self.table.outside and not column
            if not outside:
                self._frame(box, cell, first + row)
            self._text(box, cell, lines[row, column], centred=bool(column) and _numeric(cell))
        self.paper.y = top + sum(heights)

    def _frame(self, box: tuple[float, float, float], cell: Cell, row: int) -> None:
        look, canvas = self.paper.look, self.paper.canvas
        x, wide, high = box
        bottom = self.paper.size[1] - self.paper.y - high
        fill = PALE if (cell.head and look.rules != "none") or (cell.head and look.shaded) else BAND if look.shaded and row % 2 else ""
        canvas.setStrokeColor(HexColor(RULE))
        canvas.setLineWidth(0.6)
        if fill:
            canvas.setFillColor(HexColor(fill))
        if look.rules == "all":
            canvas.rect(x, bottom, wide, high, fill=int(bool(fill)))
            return
        if fill:
            canvas.rect(x, bottom, wide, high, fill=1, stroke=0)
        if look.rules == "across":
            canvas.line(x, bottom, x + wide, bottom)
            canvas.line(x, bottom + high, x + wide, bottom + high)

    def _text(self, box: tuple[float, float, float], cell: Cell, lines: list[tuple[str, float]], *, centred: bool) -> None:
        x, wide, high = box
        font = fonts(self.paper.look)[cell.bold]
        if cell.tall > 1:
            self.paper.y += (high - len(lines) * self.size * LEADING) / 2 - PAD
        self.paper.y += PAD
        for text, indent in lines:
            start = x + (wide - width(text, font, self.size)) / 2 if centred else x + PAD + indent
            self.paper.write(text, start, font, self.size)
            self.paper.y += self.size * LEADING


def _numeric(cell: Cell) -> bool:
    """Headings and figures stand in the middle of their column."""
    return cell.head or (bool(cell.tells) and len(cell.text) < SHORT)
