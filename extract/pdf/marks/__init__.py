"""A PDF file -> the marks of each page that a reader of it sees, and what could not be read.

`plumber` goes through the pages. Whether a page came over whole, `streams` tells; `quick` draws it on a `canvas`, by `operators` from a
fast parser, and knows `layers`; `strings` are taken apart into characters, and `looks` says what colour a mark has and which way a
character reads. Of the characters those stay that are `seen`, and `overprinted` ones once. `pdfium` has a second opinion, `notes` tells
what is laid over a page, `beside` what else the file holds, and `rescued` makes anew what cannot be opened.
"""

from extract.pdf.marks.pdfium import page_texts
from extract.pdf.marks.plumber import path_to_marks
from extract.pdf.marks.rescued import rescued

__all__ = ["page_texts", "path_to_marks", "rescued"]
