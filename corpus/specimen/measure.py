"""Text and tables measured: lines that fit a width, columns that fit a page."""

from collections.abc import Sequence
from functools import cache

from reportlab.pdfbase.pdfmetrics import stringWidth

from corpus.specimen.blocks import BULLET, Cell, breadth, placed
from corpus.specimen.looks import Look, fonts, set_in

LEADING = 1.22  # line height, as a multiple of the size of print
PAD = 3.0  # points between a rule and the text
BODY = 170.0  # points that a column of sentences asks for before it wraps
SMALLEST = 5.5  # points; below it words are broken rather than print made smaller
STEP = 0.5
AIR = 0.6  # of its natural width, what a table takes more where there is room
SQUEEZED = 0.75  # of its longest word, for the heading of a narrow column


@cache
def width(text: str, font: str, size: float) -> float:
    """How wide text is, in points."""
    return float(stringWidth(text, font, size))


def wrapped(text: str, font: str, size: float, room: float) -> list[str]:
    """Text in lines; a word that is too wide is broken without a hyphen, as word processors do in narrow columns."""
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if width(longer, font, size) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while width(line, font, size) > room and len(line) > 1:
            fits = next((n for n in range(len(line) - 1, 1, -1) if width(line[:n], font, size) <= room), 1)
            lines.append(line[:fits])
            line = line[fits:]
    return [*lines, line] if line else lines


def lines_of(cell: Cell, look: Look, size: float, room: float) -> list[tuple[str, float]]:
    """A cell's lines, each with its indent: the lines of a list item hang below its first word."""
    font = fonts(look)[cell.bold]
    found = []
    for paragraph in cell.paragraphs:
        indent = width(BULLET, font, size) if paragraph.startswith(BULLET) else 0.0
        text = set_in(look, paragraph.removeprefix(BULLET))
        for n, line in enumerate(wrapped(text, font, size, room - indent)):
            found.append((f"{BULLET}{line}", 0.0) if indent and not n else (line, indent))
    return found


def columns(rows: Sequence[Sequence[Cell]], look: Look, room: float) -> tuple[list[float], float]:
    """The widths of a table's columns, and the size of print in which no word of it is broken, if there is one."""
    size = look.size
    while True:
        least, natural = _wants(rows, look, size)
        if sum(least) <= room or size <= SMALLEST:
            break
        size -= STEP
    if sum(least) > room:
        return [each * room / sum(least) for each in least], size
    if sum(natural) <= room:
        spare = min(room - sum(natural), AIR * sum(natural)) * (not look.narrow)
        return [each + spare * each / sum(natural) for each in natural], size
    spare, wanted = room - sum(least), sum(natural) - sum(least)
    return [low + spare * (high - low) / wanted for low, high in zip(least, natural, strict=True)], size


def _wants(rows: Sequence[Sequence[Cell]], look: Look, size: float) -> tuple[list[float], list[float]]:
    """For each column the width of its longest word, and the width it would like to have."""
    least, natural = ([4 * PAD] * breadth(rows) for _ in range(2))
    for _, column, cell in placed(rows):
        if cell.wide > 1:
            continue
        font = fonts(look)[cell.bold]
        words = [word for text in cell.paragraphs for word in text.split()]
        squeezed = SQUEEZED if look.narrow and cell.head else 1.0
        longest = max((width(set_in(look, word), font, size) * (squeezed if word.isalpha() else 1.0) for word in words), default=0.0)
        full = max((width(set_in(look, text), font, size) for text in cell.paragraphs), default=0.0)
        full = min(full, longest if look.narrow and cell.head else max(longest, BODY if not cell.head else full / 2))
        least[column] = max(least[column], longest + 2 * PAD + 0.1)
        natural[column] = max(natural[column], full + 2 * PAD + 0.1)
    return least, natural
