"""What a report means: `read(document, report)` turns what is printed into the rows of the dataset.

The way of a figure: `setting` (the report's period, its brackets) -> `sections` (directorate and service of each block) ->
`tables` (`axes`: what rows and columns say; `values`: what a cell prints) and `prose` (what sentences say) -> `reading` (one section
together; `naming` where its heading is a picture) -> rows. The words are data: `schemas/vocabulary.toml`.
"""

from normalise.packs import pages_to_reports
from normalise.rows import read

__all__ = ["pages_to_reports", "read"]
