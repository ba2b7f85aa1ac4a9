"""A half-year report in portrait: a page for each directorate, narrow columns, dashboards whose row labels stand outside the ruling."""

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.content import Area, Part, Specimen
from corpus.paper import DASH, PLAIN, Cell, Paper, Style

MARGIN = 36.0
LABEL = 94.0  # points, the column of service names
FIGURES = (36.0, 40.0, 41.0, 36.0, 40.0, 56.0, 41.0, 36.0, 40.0, 63.0)  # "escalated" is wider than 41 - 6 points and breaks
KEPT = (20.0, 230.0, 273.0)
THEMES = (150.0, 78.0, 175.0, 120.0)
GREY = "#d0d0d0"


def draw(specimen: Specimen) -> Paper:
    """The report on paper."""

    def frame(canvas: Canvas, page: int) -> None:
        canvas.setFillColor(HexColor("#000000"))
        canvas.setFont(PLAIN, 8)
        canvas.drawString(MARGIN, A4[1] - 26, "Appendix B")
        canvas.drawRightString(A4[0] - MARGIN, A4[1] - 26, specimen.council)
        canvas.drawCentredString(A4[0] / 2, 20, str(page))

    paper = Paper(Style(A4, MARGIN, 44.0, 8.5, "#000000", frame), specimen.title, specimen.council)
    for n, part in enumerate(specimen.parts):
        if n:
            paper.new_page()
        _directorate(paper, specimen, part)
    return paper


def _directorate(paper: Paper, specimen: Specimen, part: Part) -> None:
    for text, size in ((specimen.council, 12), (specimen.title, 14), (f"Directorate: {part.name}", 12)):
        paper.heading(text, size, level=1, centred=True)
    paper.space(6)
    paper.heading("Overview", 10.5, level=2)
    for text in (*part.intro, *(f"• {bullet}" for bullet in part.bullets)):
        paper.paragraph(text)
    paper.space(6)
    if part.stacked:
        _stack(paper, specimen, part)
    else:
        _summary(paper, specimen, part)
    paper.space(6)
    for note in part.notes:
        paper.paragraph(note, bold=note.startswith("*"))
    if part.points:
        paper.space(4)
        paper.heading("Points to note", 10.5, level=2)
        for point in part.points:
            paper.paragraph(f"• {point.text}")
    for area in part.areas:
        if area.detail:
            _dashboard(paper, specimen, part, area)


def _summary(paper: Paper, specimen: Specimen, part: Part) -> None:
    rows = [[_title(""), *_head(specimen)]]
    for area in part.areas:
        pairs = zip(*(line.cells for line in area.summary), strict=True)
        rows.append([Cell((area.name,)), *(_figure(*pair) for pair in pairs)])
    paper.table((LABEL, *FIGURES), rows)


def _stack(paper: Paper, specimen: Specimen, part: Part) -> None:
    """All services in one merged cell, their figures in rows of their own beside it."""
    paper.table((LABEL, *FIGURES), [[_title(""), *_head(specimen)]])
    places = paper.table(FIGURES, [[_figure(text) for text in line.cells] for area in part.areas for line in area.summary], left=LABEL)
    top = places[0][0]
    paper.box(0.0, top, LABEL, sum(height for _, height in places))
    for area, (y, _) in zip(part.areas, places, strict=True):
        paper.label(area.name, y, LABEL)


def _dashboard(paper: Paper, specimen: Specimen, part: Part, area: Area) -> None:
    paper.space(12)
    paper.need(280)
    paper.heading(f"{part.name} {DASH} dashboard 2018/19", 10.5, level=2, centred=True)
    paper.heading(area.name, 10, level=3)
    rows = [[_title(""), _title("Service commitments given for the year 2017/18"), _title("Progress summary from the service")]]
    rows += [[Cell((str(n),)), Cell(promise.text), Cell(promise.progress)] for n, promise in enumerate(area.kept, start=1)]
    paper.table(KEPT, rows)
    paper.space(10)
    paper.need(90)
    lines = [_head(specimen), *([_figure(text) for text in line.cells] for line in area.detail)]
    places = paper.table(FIGURES, lines, left=LABEL)
    paper.label("Complaint data, April to September 2018", places[0][0], LABEL, bold=True)
    for line, (top, _) in zip(area.detail, places[1:], strict=True):
        paper.label(line.label, top, LABEL)
    paper.space(10)
    _themes(paper, area)


def _themes(paper: Paper, area: Area) -> None:
    titles = (
        f"Analysis {DASH} main themes",
        "Does this link back to earlier commitments?",
        "Comments from the service",
        "Further comments from the Complaints Team",
    )
    rows = [[_title(title) for title in titles]]
    cells = ((remark.theme, remark.link, remark.service, remark.team) for remark in area.remarks)
    rows += [[Cell((text,) if text else ()) for text in row] for row in cells]
    paper.need(80)
    paper.table(THEMES, rows)


def _head(specimen: Specimen) -> list[Cell]:
    return [Cell((text,), bold=True, centred=True, fill=GREY) for text in specimen.headings]


def _figure(*texts: str) -> Cell:
    return Cell(texts, centred=True, gap=0.0)


def _title(text: str) -> Cell:
    return Cell((text,) if text else (), bold=True, fill=GREY)
