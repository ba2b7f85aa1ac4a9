"""The folder's datapackage.json: what each table and column means, for people and for programs (Data Package 2, Table Schema)."""

import json
import tomllib
from collections.abc import Mapping
from fnmatch import fnmatchcase
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from publish.schema import TABLES, Column, Table
from schemas import VocabularyError

NAME = "upheld"
FILE = "datapackage.json"
PROFILES = "https://datapackage.org/profiles/2.0"
DESCRIPTIONS = "publish/descriptions.toml"


def read_descriptions() -> dict[str, Any]:
    """The words of descriptions.toml: the package's title and description, and for each table its own."""
    return tomllib.loads(files("publish").joinpath("descriptions.toml").read_text("utf-8"))


def describe(column: str, table: str, words: Mapping[str, Any]) -> str:
    """What a column means: the table's own words for it before those shared by all tables; a name may be a pattern such as `*_source`."""
    for pattern, text in (*words[table].get("columns", {}).items(), *words["columns"].items()):
        if fnmatchcase(column, pattern):
            return str(text)
    raise VocabularyError(f"{DESCRIPTIONS}: no description of column {column} of table {table}; add it under [{table}.columns]")


def column_to_field(column: Column, table: str, words: Mapping[str, Any]) -> dict[str, Any]:
    """A column as a field of Table Schema."""
    enum = {"enum": list(column.codes)} if column.codes else {}
    required = {"required": True} if column.required else {}
    field = {"name": column.name, "type": column.kind.value, "format": "default", "description": describe(column.name, table, words)}
    return field | ({"constraints": required | enum} if required or enum else {})


def link_to_foreign_key(column: str, target: str, table: Table) -> dict[str, Any]:
    """A link as a foreign key; a reference to the table itself names no resource."""
    (fields,) = (other.key for other in TABLES if other.name == target)
    resource = {} if target == table.name else {"resource": target}
    return {"fields": [column], "reference": resource | {"fields": list(fields)}}


def table_to_schema(table: Table, words: Mapping[str, Any]) -> dict[str, Any]:
    """A table's Table Schema."""
    return {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [column_to_field(column, table.name, words) for column in table.columns],
        "missingValues": [""],
        **({"primaryKey": list(table.key)} if table.key else {}),
        **({"foreignKeys": [link_to_foreign_key(column, target, table) for column, target in table.links]} if table.links else {}),
    }


def table_to_resource(table: Table, folder: Path, words: Mapping[str, Any]) -> dict[str, Any]:
    """A table's CSV file in `folder` as a resource."""
    content = (folder / f"{table.name}.csv").read_bytes()
    return {
        "name": table.name,
        "type": "table",
        "title": words[table.name]["title"],
        "description": words[table.name]["description"],
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": table_to_schema(table, words),
    }


def folder_to_package(folder: Path) -> dict[str, Any]:
    """The descriptor of the CSV tables in `folder`."""
    words = read_descriptions()
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": NAME,
        "title": words["title"],
        "description": words["description"],
        "resources": [table_to_resource(table, folder, words) for table in TABLES],
    }


def write_package(folder: Path) -> None:
    """Describe the tables of `folder`, which must all stand there, in its datapackage.json."""
    text = json.dumps(folder_to_package(folder), indent=2, ensure_ascii=False)
    (folder / FILE).write_text(text + "\n", encoding="utf-8", newline="\n")


def is_package(folder: Path) -> bool:
    """Whether `folder` holds a dataset that upheld wrote."""
    path = folder / FILE
    if not path.is_file():
        return False
    try:
        package = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):  # a file of others may be closed to us, no JSON, or nested beyond all reason
        return False
    return isinstance(package, dict) and package.get("name") == NAME
