"""A page to write on: headings, paragraphs, bullets and ruled tables, which run on to the next page. What was printed is kept in order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

PLAIN, BOLD = "Helvetica", "Helvetica-Bold"
BULLET = "• "
DASH = "\N{EN DASH}"
LEADING = 1.22  # line height, as a multiple of the font size
BASELINE = 0.95  # from the top of a line to its baseline, likewise
PAD = 3.0  # points between a cell's rule and its text
GAP = 2.0  # points between two paragraphs of a cell
FEWEST_LINES = 2  # a row is cut by a page break only if so many lines stay before it


@dataclass(frozen=True, slots=True)
class Cell:
    """Paragraphs of a table's square."""

    paragraphs: tuple[str, ...] = ()
    bold: bool = False
    centred: bool = False
    fill: str = ""
    gap: float = GAP


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a cell, and which paragraph it is of."""

    text: str
    paragraph: int
    indent: float
    gap: float
    first_of_item: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """A heading, a paragraph, a list item, or the rows of a table that stand on one page; `cut`: the first row began on the page before."""

    kind: str
    text: str = ""
    rows: tuple[tuple[Cell, ...], ...] = ()
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """The look of a report. `frame` draws what every page has."""

    size: tuple[float, float]
    margin: float
    top: float
    font_size: float
    accent: str
    frame: Callable[[Canvas, int], None]


@dataclass(slots=True)
class Paper:
    """Pages being written, from the top down; `y` is the distance from the page's top."""

    style: Style
    title: str
    author: str
    printed: list[Printed] = field(default_factory=list)
    y: float = 0.0
    page: int = 0
    stream: BytesIO = field(default_factory=BytesIO)
    canvas: Canvas = None

    def __post_init__(self) -> None:
        """The same content gives the same bytes: `invariant` leaves the clock out."""
        self.canvas = Canvas(self.stream, pagesize=self.style.size, invariant=1, pageCompression=1)
        self.canvas.setTitle(self.title)
        self.canvas.setAuthor(self.author)
        self.new_page()

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.style.size[0] - 2 * self.style.margin

    @property
    def room(self) -> float:
        """What is left of the page."""
        return self.style.size[1] - self.style.margin - self.y

    def new_page(self) -> None:
        """Start a page, with its header and number."""
        if self.page:
            self.canvas.showPage()
        self.page += 1
        self.y = self.style.top
        self.style.frame(self.canvas, self.page)
        self.canvas.setLineWidth(0.6)

    def need(self, height: float) -> None:
        """Start a page unless so much room is left."""
        if self.room < height:
            self.new_page()

    def space(self, height: float) -> None:
        """Leave a space."""
        self.y += height

    def pdf(self) -> bytes:
        """Finish."""
        self.canvas.showPage()
        self.canvas.save()
        return self.stream.getvalue()

    def heading(self, text: str, size: float, *, level: int, centred: bool = False, rule: bool = False) -> None:
        """A heading on one line, with a coloured rule below if asked."""
        self.need(size * LEADING + 60)
        self._write(text, self.style.margin, self.width if centred else 0.0, (BOLD, size), self.style.accent)
        self.y += size * LEADING
        if rule:
            self.canvas.setStrokeColor(HexColor(self.style.accent))
            self.canvas.setLineWidth(1.6)
            self._rule(self.style.margin, self.y + 1, self.width)
            self.canvas.setLineWidth(0.6)
            self.y += 3
        self.y += 4
        self.printed.append(Printed("#" * level, text))

    def paragraph(self, text: str, *, bold: bool = False) -> None:
        """A paragraph, or a list item if it starts with a bullet."""
        size = self.style.font_size
        font = BOLD if bold else PLAIN
        for line in _lines((text,), font, size, self.width, GAP):
            self.need(size * LEADING)
            self._line(line, self.style.margin, 0.0, (font, size))
            self.y += size * LEADING
        self.y += 4
        self.printed.append(Printed("-" if text.startswith(BULLET) else "", text.removeprefix(BULLET)))

    def table(
        self, widths: Sequence[float], rows: Sequence[Sequence[Cell]], *, left: float = 0.0, tall: float = 0.0
    ) -> list[tuple[float, float]]:
        """A ruled table; the top and height of each piece of a row that was drawn. A row that does not fit is cut at the page's end.

        `left`: from the margin to the ruling. `tall`: height of the rows below the heading.
        """
        places: list[tuple[float, float]] = []
        on_page: list[tuple[Cell, ...]] = []
        cut = False
        for number, row in enumerate(rows):
            least = tall if number else 0.0
            rest = [
                _lines(cell.paragraphs, _font(cell), self.style.font_size, width - 2 * PAD, cell.gap)
                for cell, width in zip(row, widths, strict=True)
            ]
            while True:
                here, later = self._fitting(rest, least)
                if here:
                    on_page.append(tuple(_fragment(cell, lines) for cell, lines in zip(row, here, strict=True)))
                    places.append(self._row(widths, row, here, (left, least)))
                    if not any(later):
                        break
                    rest = later
                self.printed.append(Printed("table", rows=tuple(on_page), cut=cut))
                on_page, cut = [], bool(here)
                self.new_page()
        self.printed.append(Printed("table", rows=tuple(on_page), cut=cut))
        return places

    def box(self, left: float, top: float, width: float, height: float) -> None:
        """An empty ruled square."""
        self.canvas.setStrokeColor(HexColor("#000000"))
        self.canvas.rect(self.style.margin + left, self.style.size[1] - top - height, width, height)

    def label(self, text: str, top: float, width: float, *, bold: bool = False) -> None:
        """Words at the left margin, beside what is already drawn."""
        font = BOLD if bold else PLAIN
        here, self.y = self.y, top + PAD
        for line in _lines((text,), font, self.style.font_size, width - PAD, GAP):
            self._line(line, self.style.margin + PAD, 0.0, (font, self.style.font_size))
            self.y += self.style.font_size * LEADING
        self.y = here

    def _fitting(self, cells: list[list[Line]], least: float) -> tuple[list[list[Line]], list[list[Line]]]:
        """The lines that fit on this page, and the others."""
        room = self.room - 2 * PAD
        if self.room < least:
            return [], cells
        if max(self._height(lines) for lines in cells) <= room:
            return cells, []
        counts = [next(n for n in range(len(lines), -1, -1) if self._height(lines[:n]) <= room) for lines in cells]
        if max(counts) < FEWEST_LINES or max(map(len, cells)) <= FEWEST_LINES:
            return [], cells
        return [lines[:n] for lines, n in zip(cells, counts, strict=True)], [lines[n:] for lines, n in zip(cells, counts, strict=True)]

    def _height(self, lines: list[Line]) -> float:
        return len(lines) * self.style.font_size * LEADING + sum(line.gap for line in lines)

    def _row(
        self, widths: Sequence[float], row: Sequence[Cell], cells: list[list[Line]], shape: tuple[float, float]
    ) -> tuple[float, float]:
        top = self.y
        left, least = shape
        height = max(least, max(self._height(lines) for lines in cells) + 2 * PAD)
        x = self.style.margin + left
        for width, cell, lines in zip(widths, row, cells, strict=True):
            self.canvas.setStrokeColor(HexColor("#000000"))
            self.canvas.setFillColor(HexColor(cell.fill or "#ffffff"))
            self.canvas.rect(x, self.style.size[1] - top - height, width, height, fill=int(bool(cell.fill)))
            self.y = top + PAD
            for line in lines:
                self.y += line.gap
                self._line(line, x + PAD, width - 2 * PAD if cell.centred else 0.0, (_font(cell), self.style.font_size))
                self.y += self.style.font_size * LEADING
            x += width
        self.y = top + height
        return top, height

    def _line(self, line: Line, x: float, width: float, font: tuple[str, float]) -> None:
        if line.first_of_item:
            self._write("•", x, 0.0, font, "#000000")
        self._write(line.text, x + line.indent, width, font, "#000000")

    def _write(self, text: str, x: float, width: float, font: tuple[str, float], colour: str) -> None:
        """Text below `y`; in the middle of `width` if one is given."""
        self.canvas.setFont(*font)
        self.canvas.setFillColor(HexColor(colour))
        baseline = self.style.size[1] - self.y - font[1] * BASELINE
        if width:
            self.canvas.drawCentredString(x + width / 2, baseline, text)
        else:
            self.canvas.drawString(x, baseline, text)

    def _rule(self, x: float, y: float, width: float) -> None:
        self.canvas.line(x, self.style.size[1] - y, x + width, self.style.size[1] - y)


def _font(cell: Cell) -> str:
    return BOLD if cell.bold else PLAIN


def _fragment(cell: Cell, lines: list[Line]) -> Cell:
    """What of a cell stands in these lines."""
    found: dict[int, str] = {}
    for line in lines:
        text = f"{BULLET}{line.text}" if line.first_of_item else line.text
        found[line.paragraph] = f"{found[line.paragraph]} {text}" if line.paragraph in found else text
    return Cell(tuple(found.values()), bold=cell.bold)


def _lines(paragraphs: Sequence[str], font: str, size: float, width: float, gap: float) -> list[Line]:
    found: list[Line] = []
    for number, paragraph in enumerate(paragraphs):
        item = paragraph.startswith(BULLET)
        indent = size if item else 0.0
        for n, text in enumerate(_wrapped(paragraph.removeprefix(BULLET), font, size, width - indent)):
            found.append(Line(text, number, indent, gap if number and not n else 0.0, first_of_item=item and not n))
    return found


def _wrapped(text: str, font: str, size: float, width: float) -> list[str]:
    """Text in lines of this width; a word that is too wide is broken without a hyphen, as word processors do in narrow columns."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if stringWidth(longer, font, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while stringWidth(line, font, size) > width:
            fits = next(n for n in range(len(line) - 1, 0, -1) if stringWidth(line[:n], font, size) <= width)
            lines.append(line[:fits])
            line = line[fits:]
    return [*lines, line] if line else lines
