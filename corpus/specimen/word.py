"""Word documents: headings, lists, tables with joined squares, and bar charts as the data they are made of."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from corpus.specimen.blocks import BULLET, Block, Cell, Chart, Passage, Table, breadth, placed
from corpus.specimen.looks import Look
from corpus.specimen.wordchart import CONTENT_TYPE, drawing, to_xml

NEVER = (1980, 1, 1, 0, 0, 0)  # the date of every part: a file made twice is the same file
STYLES = {"h1": "Heading 1", "h2": "Heading 2", "h3": "Heading 3", "p": "Normal", "li": "List Bullet"}
SMALL = Pt(7)
MANY = 6  # columns from which on the print is small


def draw(blocks: Sequence[Block], look: Look) -> bytes:
    """A report as a Word document."""
    document = Document()
    section = document.sections[0]
    if look.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    for block in blocks:
        if isinstance(block, Passage):
            document.add_paragraph(block.text, style=STYLES[block.kind])
        elif isinstance(block, Table):
            _table(document, block, look)
        else:
            _chart(document, block)
    stream = BytesIO()
    document.save(stream)
    return _dateless(stream)


def _table(document: Any, told: Table, look: Look) -> None:  # noqa: ANN401 - python-docx hands out no type for it
    table = document.add_table(rows=len(told.rows), cols=breadth(told.rows))
    table.style = document.styles["Table Grid" if look.rules == "all" else "Normal Table" if not look.shaded else "Light Shading"]
    squares = [row.cells for row in table.rows]
    small = breadth(told.rows) > MANY
    for row, column, cell in placed(told.rows):
        square = squares[row][column]
        if cell.wide > 1 or cell.tall > 1:
            square = square.merge(squares[row + cell.tall - 1][column + cell.wide - 1])
        _fill(square, cell, small=small)
    if told.head and told.rows[0][0].head:
        for row in range(told.head):
            properties = table.rows[row]._tr.get_or_add_trPr()  # noqa: SLF001 - the only way to mark a row of headings
            properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    document.add_paragraph()


def _fill(square: Any, cell: Cell, *, small: bool) -> None:  # noqa: ANN401 - likewise
    for number, text in enumerate(cell.paragraphs):
        paragraph = square.add_paragraph() if number else square.paragraphs[0]
        if text.startswith(BULLET):
            paragraph.style = "List Bullet"
        run = paragraph.add_run(text.removeprefix(BULLET))
        run.bold = cell.bold or None
        if small:
            run.font.size = SMALL


def _chart(document: Any, chart: Chart) -> None:  # noqa: ANN401 - likewise
    """The part that holds the chart's data, and the place in the text where it is seen."""
    package = document.part.package
    number = 1 + sum(part.content_type == CONTENT_TYPE for part in package.iter_parts())
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE, to_xml(chart), package)
    seen = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    run = document.add_paragraph().add_run()
    run._r.append(parse_xml(drawing(seen, number)))  # noqa: SLF001 - python-docx has no charts


def _dateless(stream: BytesIO) -> bytes:
    """The same archive with fixed dates."""
    fixed = BytesIO()
    with zipfile.ZipFile(stream) as made, zipfile.ZipFile(fixed, "w") as again:
        for part in made.infolist():
            again.writestr(zipfile.ZipInfo(part.filename, NEVER), made.read(part), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
