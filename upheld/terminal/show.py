"""Document -> lines of text: what the machine sees, block by block in reading order, each with its place."""

from collections.abc import Iterator

from schemas import Box, Cell, Document, Grid, Passage, Place, Text


def printable(text: str) -> str:
    """The text on one line; what would move or colour a terminal is spelled out."""
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in text)


def box_to_text(box: Box) -> str:
    """A box as left, top, right, bottom."""
    return f"[{box.x0:.1f} {box.top:.1f} {box.x1:.1f} {box.bottom:.1f}]"


def place_to_text(page: int | None, box: Box | None) -> str:
    """Page and box, as far as there are any."""
    return " ".join(part for part in ("" if page is None else f"page {page}", "" if box is None else box_to_text(box)) if part)


def line(indent: int, *parts: str) -> str:
    """The parts that say something, two spaces between them."""
    return "  " * indent + "  ".join(part for part in parts if part)


def cell_to_line(cell: Cell, row: int, column: int) -> str:
    """A cell; one that a spanning cell reaches into says from where."""
    place = cell.place
    home = (place.row or row, place.column or column)
    spans = "" if home == (row, column) else f"(from row {home[0]}, column {home[1]})"
    return line(2, f"column {column}", place_to_text(place.page, place.box), spans, printable(str(cell.text)) or "(empty)")


def grid_to_lines(grid: Grid, on_page: int | None) -> Iterator[str]:
    """A table or chart with its cells, of one page only if one is asked for."""
    size = f"{len(grid.rows)} rows, {len(grid.rows[0]) if grid.rows else 0} columns"
    title = printable(str(grid.title))
    number = grid.place.chart or grid.place.table or ""
    yield line(0, f"{grid.source} {number}".rstrip(), place_to_text(grid.place.page, grid.place.box), size, title)
    for n, row in enumerate(grid.rows, 1):
        cells = [cell_to_line(cell, n, m) for m, cell in enumerate(row, 1) if on_page is None or cell.place.page == on_page]
        if cells:
            yield from (line(1, f"row {n}"), *cells)


def passage_to_line(passage: Passage) -> str:
    """A heading, paragraph, list item or picture."""
    place = place_to_text(passage.place.page, passage.place.box) or str(passage.place)
    return line(0, f"{passage.kind} {passage.level}", place, printable(str(passage.text)))


def is_on(block: Grid | Passage, page: int | None) -> bool:
    """Whether any of the block stands on the page; on no page in particular, everything does."""
    if page is None or block.place.page == page:
        return True
    if isinstance(block, Passage):
        return any(word.page == page for word in block.text.words)
    return any(cell.place.page == page for row in block.rows for cell in row)


def block_to_lines(block: Grid | Passage, page: int | None) -> Iterator[str]:
    """A block in reading order."""
    if isinstance(block, Grid):
        yield from grid_to_lines(block, page)
    else:
        yield passage_to_line(block)


def running_to_line(text: Text) -> str:
    """A running header or footer."""
    return line(0, "running", place_to_text(text.page, text.box), printable(str(text)))


def document_to_lines(document: Document, page: int | None = None) -> Iterator[str]:
    """The whole document, or what of it stands on one page."""
    pages = "" if document.pages is None else f"{document.pages} pages"
    yield line(0, document.media_type, f"read by {document.reader}", pages, printable(document.title))
    yield from map(running_to_line, document.running)
    for block in document.blocks:
        if is_on(block, page):
            yield from block_to_lines(block, page)
    for picture in document.pictures:
        if page is None or picture.place.page == page:
            yield line(0, "picture", gap_place(picture.place), printable(picture.told))
    for gap in document.gaps:
        if page is None or gap.place.page in (None, page):
            yield line(0, "gap", gap_place(gap.place), printable(gap.reason))


def gap_place(place: Place) -> str:
    """Where the gap is, in whichever way the format can say it."""
    return place_to_text(place.page, place.box) or str(place)
