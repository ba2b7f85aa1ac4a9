"""The PDF reader: page -> marks (a library's work), marks -> what stands on the page -> passages and grids (ours).

The room `marks` takes them from the file. `page` finds what stands there: it is made upright (`sideways`), freed of `stamps` and cut into
`halves`; ruled tables are a `lattice`, with the `posts` that nobody drew. `flow` makes one text of all pages. `pictures` among the text
that may be charts or tables are told.
"""

from collections.abc import Container, Iterator, Sequence
from pathlib import Path

from extract.marks import Marks
from extract.pdf.flow import pages_to_blocks, running_heads
from extract.pdf.marks import path_to_marks, rescued
from extract.pdf.page import Page, marks_to_pages
from extract.pdf.pictures import Spot, marks_to_spots, spots_to_pictures
from extract.scan.pages import is_scan, recognised
from extract.turns import text_turned_back, turned_back
from extract.words import Line, lines_to_text
from schemas import Document, Gap, Place, UnreadableFileError

RESCUED = (
    "the PDF is damaged: its end or its list of pages is missing, and only the pages that are whole were read; get it again from its source"
)


def read(path: Path, wanted: Container[int] | None = None, texts: Sequence[str] = (), *, quick: bool = True) -> Document:
    """Read a PDF, or the pages wanted of it; pages that are pictures by text recognition, where it is installed.

    `texts` are those of its pages, if `page_texts` was asked before: they need not be read again.
    Unless `quick`, pdfplumber draws every page by itself, which takes ten times as long and gives the same.
    Raises `UnreadableFileError` for a file that is damaged or encrypted, has no pages, or of which no page can be read.
    """
    found = _found(path, wanted, texts, quick=quick)
    pages = [page for page in found if isinstance(page, Page)]
    gaps = tuple(gap for gap in found if isinstance(gap, Gap))
    spots = [spot for spot in found if isinstance(spot, Spot)]
    if not found:
        raise UnreadableFileError(f"{path.name}: the PDF has no pages; get it again from its source")
    printed = [page for page in pages if any(isinstance(part, Line) or not isinstance(part, tuple) for part in page.parts)]
    if not printed:
        raise UnreadableFileError(f"{path.name}: {_without_text(gaps)}")
    heads = running_heads(pages)
    turns = {page.number: page.turn for page in pages if page.turn}
    scanned = tuple(dict.fromkeys(page.number for page in pages if page.recognised))
    return Document(
        media_type="application/pdf",
        reader="ocr" if all(page.recognised for page in printed) else "pdfplumber",
        blocks=turned_back(pages_to_blocks(pages, heads), turns),
        pages=len({page.number for page in pages} | {gap.place.page for gap in gaps if gap.place.page}),
        running=tuple(text_turned_back(lines_to_text([line]), turns) for line in heads),
        gaps=gaps,
        recognised=scanned,
        pictures=tuple(spots_to_pictures(path, spots)),
    )


def _found(path: Path, wanted: Container[int] | None, texts: Sequence[str], *, quick: bool) -> list[Page | Gap | Spot]:
    """The pages; of a file that cannot be opened, those that can be rescued."""
    try:
        return list(_pages(path, wanted, texts, quick=quick))
    except UnreadableFileError:
        with rescued(path) as copy:
            if copy is None:
                raise
            return [Gap(Place(), RESCUED), *_pages(copy, wanted, (), quick=quick)]


def _pages(path: Path, wanted: Container[int] | None, texts: Sequence[str], *, quick: bool) -> Iterator[Page | Gap | Spot]:
    for marks in path_to_marks(path, wanted, texts, quick=quick):
        seen = recognised(path, marks) if isinstance(marks, Marks) and is_scan(marks) else marks
        if isinstance(seen, Gap):
            yield seen
        else:
            yield from marks_to_pages(seen)
            yield from marks_to_spots(seen)


def _without_text(gaps: Sequence[Gap]) -> str:
    return f"no page can be read: {gaps[0].reason}" if gaps else "no page of the PDF holds any text"
