"""Blocks on paper: a PDF from the top down. Nothing overlaps, nothing leaves the page, and no heading stands alone at its end."""

from collections.abc import Sequence

from corpus.specimen import tables
from corpus.specimen.blocks import BULLET, Block, Passage, Table
from corpus.specimen.looks import Look, fonts, set_in
from corpus.specimen.measure import LEADING, columns, width, wrapped
from corpus.specimen.paper import BOTTOM, INK, MARGIN, Paper
from corpus.specimen.tables import heights_of

SIZES = {"h1": 1.8, "h2": 1.4, "h3": 1.15, "p": 1.0, "li": 1.0}
ABOVE, BELOW = 0.4, 0.45  # space round a passage, as a multiple of its size of print
SENTENCES = 8.5  # points, the smallest print outside tables
FIRST = 0.6  # of a table that is to run over a page's end, what stands before it
ROWS = 6  # such a table has so many rows at least


def draw(blocks: Sequence[Block], look: Look, accent: str) -> bytes:
    """A report as a PDF."""
    titles = [block.text for block in blocks if isinstance(block, Passage) and block.kind == "h1"]
    paper = Paper(look, titles[1], titles[0], accent)
    for number, block in enumerate(blocks):
        following = blocks[number:]
        if look.cut and not paper.lowered and _leads(following):
            paper.y, paper.lowered = max(paper.y, paper.y + paper.room - FIRST * _together(paper, following, whole=True)), True
        elif paper.room < _together(paper, following):
            paper.onward()
        if isinstance(block, Passage):
            _passage(paper, block)
        elif isinstance(block, Table):
            tables.draw(paper, block)
    return paper.pdf()


def _leads(blocks: Sequence[Block]) -> bool:
    """Whether a long table begins here, or the heading over one."""
    first = next((block for block in blocks if not (isinstance(block, Passage) and block.kind == "h2")), None)
    return isinstance(first, Table) and len(first.rows) >= ROWS


def _together(paper: Paper, blocks: Sequence[Block], *, whole: bool = False) -> float:
    """How much must stay on one page from here on: a table that fits on one, or headings and a paragraph with the table below them.

    Of a table that a page may cut only its first row counts, unless the whole is asked for.
    """
    height, most = 0.0, paper.size[1] - 2 * MARGIN - BOTTOM
    said = isinstance(blocks[0], Passage) and not blocks[0].kind.startswith("h")
    for number, block in enumerate(blocks):
        if isinstance(block, Passage):
            if said and number:
                break
            said = said or not block.kind.startswith("h")
            height += _lines(paper, block)[1]
        elif isinstance(block, Table):
            widths, size = columns(block.rows, paper.look, paper.width)
            heights = heights_of(block, widths, paper.look, size)
            height += sum(heights[: block.head + 1]) if paper.look.cut and not whole else sum(heights)
            break
    return min(height, most)


def _lines(paper: Paper, passage: Passage) -> tuple[list[str], float]:
    """A passage's lines, and how high they stand."""
    heading = passage.kind.startswith("h")
    size, font = _print(paper.look, passage)
    indent = width(BULLET, font, size) if passage.kind == "li" else 0.0
    lines = wrapped(set_in(paper.look, passage.text), font, size, paper.width - indent)
    return lines, size * (LEADING * len(lines) + BELOW + ABOVE * heading)


def _print(look: Look, passage: Passage) -> tuple[float, str]:
    """The size of print and the face of a passage; print is small in tables only."""
    return max(look.size, SENTENCES) * SIZES[passage.kind], fonts(look)[passage.kind.startswith("h")]


def _passage(paper: Paper, passage: Passage) -> None:
    heading = passage.kind.startswith("h")
    size, font = _print(paper.look, passage)
    indent = width(BULLET, font, size) if passage.kind == "li" else 0.0
    if heading and paper.y > MARGIN:
        paper.y += size * ABOVE
    for n, line in enumerate(_lines(paper, passage)[0]):
        if paper.room < size * LEADING:
            paper.onward()
        if indent and not n:
            paper.write(BULLET.strip(), paper.left, font, size)
        paper.write(line, paper.left + indent, font, size, paper.accent if heading else INK)
        paper.y += size * LEADING
    paper.y += size * BELOW
