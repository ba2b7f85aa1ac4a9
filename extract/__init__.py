"""file -> Document: what is printed, and where. One module a format; nothing here knows a measure or a council.

The way of a page of PDF: `plumber` (a library's work) -> `marks` -> `words`, `lattice` -> `page` -> `flow` (with `worded`, `joins`) ->
Document. `text` reads the renditions that PDF-to-text converters write. `docx`: `office` opens the package, `wordflow` (with `wordtext`,
`wordstyle`, `wordtable`) reads it in order, `chart` its native charts. `xlsx`, `ods` and `delimited` fill `sheets`; `converted` asks
LibreOffice for what only that understands.
"""

from extract.formats import READERS, media_type, page_texts, read

__all__ = ["READERS", "media_type", "page_texts", "read"]
