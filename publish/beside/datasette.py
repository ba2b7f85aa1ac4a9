"""metadata.yaml: what Datasette shows beside the tables of upheld.sqlite."""

from pathlib import Path
from typing import Any

from publish.beside.written import write_yaml
from publish.material import Material
from publish.package import NAME
from publish.schema import TABLES, Table
from publish.words import describe, read_descriptions, read_words

FACETS = {
    "figures": ["measure", "stage", "basis"],
    "findings": ["check", "severity"],
    "benchmark": ["stage", "regime"],
    "reports": ["status"],
}
"""By what people narrow a table down first."""


def write_metadata(_material: Material, new: Path) -> None:
    """Write metadata.yaml; its database is named as the file is."""
    words = read_descriptions()
    tables = {table.name: table_to_metadata(table, words) for table in TABLES}
    views = {name: {"description": view["description"].strip()} for name, view in read_words("beside/views.toml").items()}
    metadata = {
        "title": words["title"],
        "description": words["description"].strip(),
        "databases": {NAME: {"tables": tables | views}},
    }
    write_yaml(metadata, new / "metadata.yaml")


def table_to_metadata(table: Table, words: dict[str, Any]) -> dict[str, Any]:
    """What is said of a table and its columns."""
    facets = FACETS.get(table.name)
    return {
        "title": words[table.name]["title"],
        "description": words[table.name]["description"].strip(),
        "columns": {column.name: describe(column.name, table.name, words) for column in table.columns},
        **({"facets": facets} if facets else {}),
    }
