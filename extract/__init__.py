"""file -> Document: what is printed, and where. One module a format; nothing here knows a measure or a council.

`formats` finds the reader that a file needs. `pdf`: a page's `marks` (a library's work) -> `printed` words -> lines and grids, ruled
(`pdf.lattice`), `unruled` or `drawn` as charts; `scan` makes marks of a picture. `word`, `sheet` and what they share in `office`; `web`;
`plain` for the renditions that PDF-to-text converters write; `converted` asks LibreOffice for what only that understands, and `unlocked`
opens what is encrypted. `joins`, `places` and `enumerated` serve all. A reader is imported with the first file that needs it.
"""

from extract.formats import media_type, page_texts, read
from extract.unlocked import unlocked

__all__ = ["media_type", "page_texts", "read", "unlocked"]
