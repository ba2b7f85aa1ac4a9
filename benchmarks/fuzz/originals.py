"""Small reports that say the same in every format that a reader of ours reads.

The smaller they are, the more of their mutations are read in an hour.
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import docx
from openpyxl import Workbook
from reportlab.lib.pagesizes import A5
from reportlab.pdfgen.canvas import Canvas

TITLE = "Eastmere Council: annual complaints report 2019/20"
SENTENCE = "We received 19 stage 1 complaints in 2019/20, of which 4 (21%) were upheld."
CAPTION = "Stage 1 complaints by service"
ROWS = (
    ("Service", "Received", "Upheld", "% upheld"),
    ("Housing", "12", "3", "25%"),
    ("Parking", "7", "1", "14.3%"),
    ("Total", "19", "4", "21%"),
)
SPECIMENS = Path(__file__).parents[2] / "corpus" / "reports"
LARGEST = 8000
"""Bytes of a specimen of the corpus that is an original, too."""

Original = tuple[str, bytes]
"""A file's name and its content."""


def made() -> Iterator[Original]:
    """Every small report."""
    yield from ((name, make()) for name, make in MADE.items())


def drawn() -> Iterator[Original]:
    """The small specimens of the corpus, each of them tables of another shape."""
    yield from ((path.name, path.read_bytes()) for path in sorted(SPECIMENS.iterdir()) if path.stat().st_size <= LARGEST)


def tabbed() -> bytes:
    """Text as a converter writes it."""
    return "\n".join([TITLE, "", SENTENCE, "", CAPTION, *("\t".join(row) for row in ROWS), ""]).encode()


def barred() -> bytes:
    """Markdown with a table of bars."""
    rows = ["| " + " | ".join(row) + " |" for row in ROWS]
    return "\n".join([f"# {TITLE}", "", SENTENCE, "", f"## {CAPTION}", "", rows[0], "|---|---|---|---|", *rows[1:], ""]).encode()


def separated() -> bytes:
    """A table as a spreadsheet saves it."""
    text = StringIO()
    csv.writer(text).writerows([[TITLE], [SENTENCE], [CAPTION], *ROWS])
    return text.getvalue().encode()


def web() -> bytes:
    """A web page."""
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>\n" for row in ROWS)
    head = f"<!DOCTYPE html>\n<html><head><title>{TITLE}</title></head>\n<body><nav><a href='/'>Home</a></nav><main>"
    return f"{head}<h1>{TITLE}</h1>\n<p>{SENTENCE}</p>\n<h2>{CAPTION}</h2>\n<table>{rows}</table></main></body></html>\n".encode()


def word() -> bytes:
    """A Word document."""
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph(SENTENCE)
    document.add_heading(CAPTION, 1)
    table = document.add_table(len(ROWS), len(ROWS[0]))
    for row, texts in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def excel() -> bytes:
    """An Excel workbook with numbers as numbers."""
    book = Workbook()
    sheet = book.active
    for row in ([TITLE], [SENTENCE], [CAPTION], ROWS[0], ["Housing", 12, 3, 0.25], ["Parking", 7, 1, 0.143], ["Total", 19, 4, 0.21]):
        sheet.append(row)
    for cell in sheet["D"][4:]:
        cell.number_format = "0.0%"
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def open_document() -> bytes:
    """An OpenDocument spreadsheet."""
    names = ("office", "table", "text")
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    cells = (
        "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        for row in ((TITLE,), (SENTENCE,), (CAPTION,), *ROWS)
    )
    rows = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    body = f'<office:body><office:spreadsheet><table:table table:name="1">{rows}</table:table></office:spreadsheet></office:body>'
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f'<?xml version="1.0"?><office:document-content {spaces}>{body}</office:document-content>')
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return content.getvalue()


def paper(*, is_ruled: bool) -> bytes:
    """A page of a PDF, its table with rules or without."""
    content = BytesIO()
    canvas = Canvas(content, A5, invariant=True, pageCompression=0)
    canvas.setFont("Helvetica", 9)
    for text, y in ((TITLE, 550), (SENTENCE, 530), (CAPTION, 500)):
        canvas.drawString(40, y, text)
    for row, texts in enumerate(ROWS):
        for column, text in enumerate(texts):
            canvas.drawString(45 + 80 * column, 475 - 20 * row, text)
    if is_ruled:
        canvas.grid([40, 120, 200, 280, 360], [410, 430, 450, 470, 490])
    canvas.save()
    return content.getvalue()


MADE: Mapping[str, Callable[[], bytes]] = {
    "tabbed.txt": tabbed,
    "barred.md": barred,
    "table.csv": separated,
    "page.html": web,
    "report.docx": word,
    "book.xlsx": excel,
    "book.ods": open_document,
    "ruled.pdf": lambda: paper(is_ruled=True),
    "unruled.pdf": lambda: paper(is_ruled=False),
}
