"""The folder's datapackage.json: what each table and column means, for people and for programs (Data Package 2, Table Schema)."""

import json
import tomllib
from collections.abc import Iterable, Mapping
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


def file_to_resource(path: str, folder: Path) -> dict[str, Any]:
    """Another file of `folder`, made of its tables, as a resource."""
    content = (folder / path).read_bytes()
    return {"name": path.lower(), "path": path, "bytes": len(content), "hash": f"sha256:{sha256(content).hexdigest()}"}


def folder_to_package(folder: Path, published: Iterable[str] = ()) -> dict[str, Any]:
    """The descriptor of the CSV tables in `folder`, and of the files published with them."""
    words = read_descriptions()
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": NAME,
        "title": words["title"],
        "description": words["description"],
        "resources": [
            *(table_to_resource(table, folder, words) for table in TABLES),
            *(file_to_resource(path, folder) for path in published),
        ],
    }


def write_package(folder: Path, published: Iterable[str] = ()) -> None:
    """Describe the tables of `folder`, which must all stand there, and the files published with them in its datapackage.json."""
    text = json.dumps(folder_to_package(folder, published), indent=2, ensure_ascii=False)
    (folder / FILE).write_text(text + "\n", encoding="utf-8", newline="\n")


def read_package(folder: Path) -> dict[str, Any]:
    """The descriptor of the dataset in `folder`; empty if there is none that upheld wrote."""
    path = folder / FILE
    if not path.is_file():
        return {}
    try:
        package = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):  # a file of others may be closed to us, no JSON, or nested beyond all reason
        return {}
    return package if isinstance(package, dict) and package.get("name") == NAME else {}


def is_package(folder: Path) -> bool:
    """Whether `folder` holds a dataset that upheld wrote."""
    return bool(read_package(folder))


def published_files(folder: Path) -> frozenset[str]:
    """The files of `folder`, beside its tables, that its data package lists: upheld made them, and what else stands there is a person's."""
    tables = {f"{table.name}.csv" for table in TABLES}
    paths = (resource.get("path") for resource in read_package(folder).get("resources", ()))
    return frozenset(path for path in paths if isinstance(path, str) and path) - tables
