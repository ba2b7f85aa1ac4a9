"""An annual report in landscape: a ruled summary, then a section for each service that takes the page as it comes."""

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from corpus.content import Area, Specimen
from corpus.paper import DASH, PLAIN, Cell, Paper, Style

WIDE, HIGH = 842.0, 595.0  # A4 landscape, in points
MARGIN = 42.0
BLUE, PALE = "#1f4e79", "#dce6f1"
FIGURES = (122.0, 52.0, 56.0, 62.0, 52.0, 56.0, 84.0, 62.0, 52.0, 56.0, 104.0)  # widths of the label and ten columns of figures
KEPT = (24.0, 330.0, 404.0)
THEMES = (220.0, 330.0, 208.0)
NUMBERED = (24.0, 734.0)
SUMMARY_START = 290.0  # from the page's top
SUMMARY_ROW = 56.0  # points; tall rows, as made by an empty line in each cell, run the table on to a second page


def draw(specimen: Specimen) -> Paper:
    """The report on paper."""

    def frame(canvas: Canvas, page: int) -> None:
        canvas.setFillColor(HexColor("#555555"))
        canvas.setFont(PLAIN, 8)
        canvas.drawRightString(WIDE - MARGIN, HIGH - 28, f"{specimen.council} | {specimen.title}")
        canvas.drawRightString(WIDE - MARGIN, 22, f"Page {page}")

    paper = Paper(Style((WIDE, HIGH), MARGIN, 48.0, 9.5, BLUE, frame), specimen.title, specimen.council)
    _front(paper, specimen)
    for area in specimen.parts[0].areas:
        if not area.total:
            _section(paper, specimen, area)
    return paper


def _front(paper: Paper, specimen: Specimen) -> None:
    part = specimen.parts[0]
    paper.space(46)
    paper.heading(specimen.council, 16, level=1)
    paper.heading(specimen.title, 22, level=1, rule=True)
    paper.space(14)
    paper.heading("High level summary", 13, level=2)
    for text in part.intro:
        paper.paragraph(text)
    paper.space(max(10.0, SUMMARY_START - paper.y))
    rows = [_head(specimen, "Service area")]
    for area in part.areas:
        pairs = zip(*(line.cells for line in area.summary), strict=True)
        rows.append([Cell((area.name,), bold=area.total), *(Cell(pair, bold=True, centred=True, gap=0.0) for pair in pairs)])
    paper.table(FIGURES, rows, tall=SUMMARY_ROW)
    paper.space(8)
    for note in part.notes:
        paper.paragraph(note)
    paper.space(14)


def _section(paper: Paper, specimen: Specimen, area: Area) -> None:
    paper.need(150)
    paper.heading(area.name, 14, level=2, rule=True)
    paper.paragraph(f"• {area.scope}")
    _kept(paper, area)
    _comparison(paper, specimen, area)
    _themes(paper, area)
    head = [_title(""), _title("Service commitments for 2022/23")]
    paper.need(70)
    paper.table(NUMBERED, [head, *([Cell((str(n),)), Cell(promise.text)] for n, promise in enumerate(area.planned, start=1))])
    paper.space(20)


def _kept(paper: Paper, area: Area) -> None:
    rows = [[_title(""), _title("Service commitments for 2021/22"), _title("Progress reported by the service")]]
    rows += [[Cell((str(n),)), Cell(promise.text), Cell(promise.progress)] for n, promise in enumerate(area.kept, start=1)]
    paper.table(KEPT, rows)
    paper.space(10)


def _comparison(paper: Paper, specimen: Specimen, area: Area) -> None:
    rows = [_head(specimen, "Comparative data: 2021-22 and 2020-21")]
    rows += [[Cell((line.label,), bold=True), *(Cell((text,), centred=True) for text in line.cells)] for line in area.detail]
    paper.need(120)
    paper.table(FIGURES, rows)
    paper.space(10)


def _themes(paper: Paper, area: Area) -> None:
    titles = (f"Analysis {DASH} main themes", "Comments from the service", "Comments from the Complaints Team")
    rows = [[_title(title) for title in titles]]
    rows += [[Cell((text,) if text else ()) for text in (remark.theme, remark.service, remark.team)] for remark in area.remarks]
    paper.need(60)
    paper.table(THEMES, rows)
    paper.space(10)


def _head(specimen: Specimen, label: str) -> list[Cell]:
    return [_title(label), *(Cell((text,), bold=True, centred=True, fill=PALE) for text in specimen.headings)]


def _title(text: str) -> Cell:
    return Cell((text,) if text else (), bold=True, fill=PALE)
