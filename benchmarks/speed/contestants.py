"""What is measured: each reads one PDF and says how many pages that were."""

# ruff: noqa: PLC0415 - a contestant's memory is that of its own libraries, which are imported in its own process

import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple


class Contestant(NamedTuple):
    """How a PDF is read, and what one has then."""

    read: Callable[[Path], int]
    gives: str


def pipeline(path: Path) -> int:
    """Everything: what is printed, what it means, what does not add up; and the tables of the dataset, made of this one report."""
    import publish
    from benchmarks.understood import path_to_records
    from upheld.assembled import assemble

    records = path_to_records(path)
    for _ in publish.rows_to_lines(assemble([records]).rows([])):
        pass
    return records.report.pages or 0


def understood(path: Path) -> int:
    """What is printed, what it means and what does not add up, without the dataset."""
    from benchmarks.understood import path_to_records

    return path_to_records(path).report.pages or 0


def reading(path: Path) -> int:
    """What is printed, and where."""
    import extract

    return extract.read(path).pages or 0


def pdfium(path: Path) -> int:
    """The text of each page, and no places."""
    import pypdfium2

    with path.open("rb") as file, pypdfium2.PdfDocument(file) as pdf:
        return sum(bool(page.get_textpage().get_text_range()) for page in pdf)


def plumber(path: Path) -> int:
    """The text of each page with its layout lost, and the cells of ruled tables."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        pages = 0
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()
            page.close()
            pages += 1
        return pages


def lattice(path: Path) -> int:
    """The cells of ruled tables, page by page."""
    import pypdfium2
    from camelot.io import read_pdf

    with path.open("rb") as file, pypdfium2.PdfDocument(file) as pdf:
        pages = len(pdf)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read_pdf(str(path), pages="all", flavor="lattice", suppress_stdout=True)
    return pages


def miner(path: Path) -> int:
    """The text of each page, put together by its layout."""
    from pdfminer.high_level import extract_pages

    return sum(bool(page) for page in extract_pages(path))


def playa_text(path: Path) -> int:
    """The characters of each page with their boxes."""
    import playa

    with playa.open(path) as pdf:
        return sum(bool([glyph.bbox for text in page.texts for glyph in text]) for page in pdf.pages)


CONTESTANTS: Mapping[str, Contestant] = {
    "upheld, dataset of one report": Contestant(pipeline, "figures, findings, CSV"),
    "upheld, reading and meaning": Contestant(understood, "figures, findings"),
    "upheld, reading alone": Contestant(reading, "cells and passages with places"),
    "PDFium, text": Contestant(pdfium, "text"),
    "playa, characters": Contestant(playa_text, "characters with boxes"),
    "pdfminer.six, layout": Contestant(miner, "text with boxes"),
    "pdfplumber, text and tables": Contestant(plumber, "text, cells of ruled tables"),
    "camelot, lattice": Contestant(lattice, "cells of ruled tables"),
}
