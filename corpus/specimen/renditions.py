"""Text renditions: a report as a converter writes it, with tabs and scraps of HTML, or with bars."""

from collections.abc import Sequence
from itertools import groupby

from corpus.specimen.blocks import BULLET, Block, Cell, Passage, Table, squares
from corpus.specimen.looks import Look

MARKS = {"h1": "# ", "h2": "## ", "h3": "### ", "p": "", "li": "- "}
CUT = 6  # a table of so many rows is cut where a page ends


def draw(blocks: Sequence[Block], look: Look, *, barred: bool) -> bytes:
    """A report as text."""
    parts = []
    for block in blocks:
        if isinstance(block, Passage):
            parts.append(f"{MARKS[block.kind]}{block.text}")
        elif isinstance(block, Table):
            parts.append((_bars if barred else _tabs)(block, look))
    return ("\n\n".join(parts) + "\n").encode()


def _bars(table: Table, _: Look) -> str:
    lines = ["| " + " | ".join("<br>".join(cell.paragraphs) for cell in row) + " |" for row in squares(table.rows)]
    lines.insert(1, "|" + "|".join(" --- " for _ in squares(table.rows)[0]) + "|")
    return "\n".join(lines)


def _tabs(table: Table, look: Look) -> str:
    """A table with tabs: labels that stand outside it come before it, and where a page cuts it a row looks like a heading."""
    grid = squares(table.rows)
    labels = [row[0].text for row in grid[table.head :]] if table.outside else []
    lines = ["\t".join(_cell(cell) for cell in row[int(table.outside) :]) for row in grid]
    if look.cut and len(lines) >= CUT:
        middle = len(lines) // 2
        lines[middle + 1 : middle + 1] = ["\t".join("---" for _ in grid[0])]
        lines.insert(middle, "")
    return "\n\n".join([*labels, "\n".join(lines)])


def _cell(cell: Cell) -> str:
    if cell.bold:
        return " ".join(f"<b>{text}</b>" for text in cell.paragraphs)
    if len(cell.paragraphs) < 2:  # noqa: PLR2004
        return cell.text
    return " ".join(_group(list(group), item=item) for item, group in groupby(cell.paragraphs, key=lambda text: text.startswith(BULLET)))


def _group(texts: Sequence[str], *, item: bool) -> str:
    if item:
        return f"<ul> {' '.join(f'<li>{text.removeprefix(BULLET)}</li>' for text in texts)} </ul>"
    return " ".join(f"<p>{text}</p>" for text in texts)
