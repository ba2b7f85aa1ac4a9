"""What a PDF file holds besides its pages: other reports, which are told and not read."""

import re
from collections.abc import Iterator
from mmap import ACCESS_READ, mmap
from pathlib import Path

from pypdfium2 import PdfDocument

from schemas import Gap, Place

_ANOTHER = re.compile(rb"%%EOF\s*%PDF-\d")
_REPORTS = (".pdf", ".docx", ".doc", ".xlsx", ".xls", ".odt", ".ods", ".rtf", ".html", ".htm", ".csv")
"""How names of files end that may be reports; much else is attached for programs."""


def beside(path: Path, pdf: PdfDocument | None) -> Iterator[Gap]:
    """A gap for PDFs that were put one behind the other, of which only one has pages, and one for reports that are attached."""
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as content:
        if _ANOTHER.search(content):
            yield Gap(Place(), "the file is two PDFs, one behind the other, and only one of them was read; get each by itself")
    names = [pdf.get_attachment(n).get_name() for n in range(pdf.count_attachments())] if pdf else []
    if reports := [name for name in names if name.lower().endswith(_REPORTS)]:
        yield Gap(Place(), f"files are attached to the PDF and were not read; save them beside it: {', '.join(reports)}")
