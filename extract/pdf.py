"""The PDF reader: page -> marks (a library's work), marks -> what stands on the page -> passages and grids (ours)."""

from collections.abc import Iterator
from pathlib import Path

from extract import plumber
from extract.flow import pages_to_blocks, running_heads
from extract.page import Page, marks_to_page
from extract.words import Line, lines_to_text
from schemas import Document, Gap, Place, UnreadableFileError


def read(path: Path) -> Document:
    """Read a PDF that has a text layer.

    Raises `UnreadableFileError` for a file that is damaged or encrypted, has no pages, or holds only pictures of pages.
    """
    found = list(_pages(path))
    pages = [page for page in found if isinstance(page, Page)]
    gaps = [gap for gap in found if isinstance(gap, Gap)]
    if not found:
        raise UnreadableFileError(f"{path.name}: the PDF has no pages; get it again from its source")
    if not any(isinstance(part, Line) or not isinstance(part, tuple) for page in pages for part in page.parts):
        raise UnreadableFileError(f"{path.name}: {_without_text(pages, gaps)}")
    heads = running_heads(pages)
    covered = [Gap(Place(page=page.number), f"page {page.number} is a picture without text") for page in pages if page.covered]
    return Document(
        media_type="application/pdf",
        reader="pdfplumber",
        blocks=pages_to_blocks(pages, heads),
        pages=len({page.number for page in pages} | {gap.place.page for gap in gaps if gap.place.page}),
        running=tuple(lines_to_text([line]) for line in heads),
        gaps=(*gaps, *covered),
    )


def _pages(path: Path) -> Iterator[Page | Gap]:
    return (marks if isinstance(marks, Gap) else marks_to_page(marks) for marks in plumber.pages(path))


def _without_text(pages: list[Page], gaps: list[Gap]) -> str:
    if gaps:
        return f"no page can be read: {gaps[0].reason}"
    if any(page.covered for page in pages):
        return "its pages are pictures without text (a scan); it needs text recognition first"
    return "no page of the PDF holds any text"
