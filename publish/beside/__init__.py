"""What stands beside the tables of a dataset, made of them: each maker is given a `Material` and writes its files into a new folder.

What describes the tables: `readme` and `citation` to people, `csvw` to programs. What holds all of them in one file: `sqlite`, with
`datasette` to show it, and `workbook`, whose first sheets are `definitions`. Their words are data: notes.toml, views.toml.
"""

from publish.beside.citation import write_citation
from publish.beside.csvw import write_csvw
from publish.beside.datasette import write_metadata
from publish.beside.definitions import workbook_to_limits
from publish.beside.readme import write_readme
from publish.beside.sqlite import write_sqlite
from publish.beside.workbook import write_workbook

__all__ = [
    "workbook_to_limits",
    "write_citation",
    "write_csvw",
    "write_metadata",
    "write_readme",
    "write_sqlite",
    "write_workbook",
]
