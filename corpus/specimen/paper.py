"""Pages being written on: portrait or landscape, turned or not, in one column or two."""

from dataclasses import dataclass, field
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.specimen.looks import Look, fonts, set_in

MARGIN = 42.0  # points
GUTTER = 18.0
BOTTOM = 12.0  # points above the lower margin, for the page's foot
BASELINE = 0.95  # from the top of a line to its baseline, as a multiple of the size of print
INK, GREY = "#111111", "#555555"


@dataclass(slots=True)
class Paper:
    """Pages being written; `y` is the distance from the page's top, `column` counts the columns of a page."""

    look: Look
    title: str
    footer: str
    accent: str
    y: float = MARGIN
    page: int = 0
    column: int = 0
    lowered: bool = False
    stream: BytesIO = field(default_factory=BytesIO)
    canvas: Canvas = None

    def __post_init__(self) -> None:
        """The same content gives the same bytes: `invariant` leaves the clock out."""
        self.canvas = Canvas(self.stream, pagesize=A4, invariant=1, pageCompression=1)
        self.canvas.setTitle(self.title)
        self.canvas.setAuthor(self.footer)
        self.new_page()

    @property
    def size(self) -> tuple[float, float]:
        """The page as it is looked at."""
        wide, high = A4
        return (high, wide) if self.look.landscape else (wide, high)

    @property
    def width(self) -> float:
        n = self.look.columns
        return float((self.size[0] - 2 * MARGIN - (n - 1) * GUTTER) / n)

    @property
    def left(self) -> float:
        return MARGIN + self.column * (self.width + GUTTER)

    @property
    def room(self) -> float:
        return self.size[1] - MARGIN - BOTTOM - self.y

    def new_page(self) -> None:
        """Start a page: its number, and the council's name at its foot."""
        if self.page:
            self.canvas.showPage()
        self.page, self.column, self.y = self.page + 1, 0, MARGIN
        self.canvas.setPageSize(self.size)  # reportlab turns the sheet of a page that is to be rotated
        if self.look.rotated:
            self.canvas.setPageRotation(90)
            self.canvas.transform(0, 1, -1, 0, A4[0], 0)
        self.canvas.setFillColor(HexColor(GREY))
        self.canvas.setFont(fonts(self.look)[0], 7)
        self.canvas.drawString(MARGIN, 26, set_in(self.look, self.footer))
        self.canvas.drawRightString(self.size[0] - MARGIN, 26, f"Page {self.page}")

    def onward(self) -> None:
        """Go on in the next column, or on the next page."""
        if self.column + 1 < self.look.columns:
            self.column, self.y = self.column + 1, MARGIN
        else:
            self.new_page()

    def write(self, text: str, x: float, font: str, size: float, ink: str = INK) -> None:
        """A line of text whose top is at `y`."""
        self.canvas.setFillColor(HexColor(ink))
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.size[1] - self.y - size * BASELINE, text)

    def pdf(self) -> bytes:
        """Finish."""
        self.canvas.showPage()
        self.canvas.save()
        return self.stream.getvalue()
