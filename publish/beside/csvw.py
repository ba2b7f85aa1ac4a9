"""CSV on the Web: what each CSV file holds, in the words of the W3C, beside the file and for all of them together."""

from pathlib import Path
from typing import Any

from publish.beside.written import write_json
from publish.material import Material
from publish.schema import BY_NAME, TABLES, Column, Table
from publish.words import describe, read_descriptions

CONTEXT = ["http://www.w3.org/ns/csvw", {"@language": "en"}]
ALL = "csv-metadata.json"
"""Where a program that knows none of the tables looks for the description of all."""


def write_csvw(_material: Material, new: Path) -> None:
    """Write `figures.csv-metadata.json` and its like, and `csv-metadata.json`, which says how the tables hang together."""
    for table in TABLES:
        write_json({"@context": CONTEXT, **table_to_description(table)}, new / f"{table.name}.csv-metadata.json")
    write_json({"@context": CONTEXT, "tables": [table_to_linked(table) for table in TABLES]}, new / ALL)


def column_to_description(column: Column, table: str) -> dict[str, Any]:
    """A column's name, meaning and type; a closed set is a pattern."""
    return {
        "name": column.name,
        "titles": column.name,
        "dc:description": describe(column.name, table, read_descriptions()),
        "datatype": {"base": "string", "format": "|".join(column.codes)} if column.codes else column.kind.value,
        **({"required": True} if column.required else {}),
    }


def table_to_description(table: Table) -> dict[str, Any]:
    """A table by itself."""
    words = read_descriptions()[table.name]
    columns = [column_to_description(column, table.name) for column in table.columns]
    return {
        "url": f"{table.name}.csv",
        "dc:title": words["title"],
        "dc:description": words["description"],
        "tableSchema": {"columns": columns, **({"primaryKey": list(table.key)} if table.key else {})},
    }


def table_to_linked(table: Table) -> dict[str, Any]:
    """A table among the others: which of its columns name rows of which. A link that may be empty is none in the words of the W3C."""
    required = {column.name for column in table.columns if column.required}
    links = [
        {"columnReference": [column], "reference": {"resource": f"{target}.csv", "columnReference": list(BY_NAME[target].key)}}
        for column, target in table.links
        if column in required
    ]
    described = table_to_description(table)
    return described | {"tableSchema": described["tableSchema"] | ({"foreignKeys": links} if links else {})}
