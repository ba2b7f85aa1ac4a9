"""The folder's datapackage.json: what each table and column means, for people and for programs (Data Package 2, Table Schema)."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import file_digest
from pathlib import Path
from typing import Any

from publish.schema import BY_NAME, TABLES, Column, Table
from publish.words import describe, meanings, read_descriptions, unit_of

NAME = "upheld"
FILE = "datapackage.json"
PROFILES = "https://datapackage.org/profiles/2.0"
LICENCE = {
    "name": "OGL-UK-3.0",
    "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    "title": "Open Government Licence v3.0, under which most councils publish; where a report states other terms, those hold for it",
}


def column_to_field(column: Column, table: str, words: Mapping[str, Any]) -> dict[str, Any]:
    """A column as a field of Table Schema; what it is counted in stands beside it, for no word of the standard says so."""
    enum = {"enum": list(column.codes)} if column.codes else {}
    required = {"required": True} if column.required else {}
    unit = {"unit": unit_of(column.name)} if unit_of(column.name) else {}
    field = {"name": column.name, "type": column.kind.value, "format": "default", "description": describe(column.name, table, words)}
    constraints = {"constraints": required | enum} if required or enum else {}
    categories = [{"value": code, "label": meaning} for code, meaning in meanings(column, table).items()]
    return field | unit | constraints | ({"categories": categories} if categories else {})


def link_to_foreign_key(column: str, target: str, table: Table) -> dict[str, Any]:
    """A link as a foreign key; a reference to the table itself names no resource."""
    resource = {} if target == table.name else {"resource": target}
    return {"fields": [column], "reference": resource | {"fields": list(BY_NAME[target].key)}}


def table_to_schema(table: Table, words: Mapping[str, Any]) -> dict[str, Any]:
    """A table's Table Schema."""
    return {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [column_to_field(column, table.name, words) for column in table.columns],
        "missingValues": [""],
        **({"primaryKey": list(table.key)} if table.key else {}),
        **({"foreignKeys": [link_to_foreign_key(column, target, table) for column, target in table.links]} if table.links else {}),
    }


def file_to_digest(path: Path) -> dict[str, Any]:
    """How long a file is, and its digest: whether it is still the one that was described."""
    with path.open("rb") as file:
        return {"bytes": path.stat().st_size, "hash": f"sha256:{file_digest(file, 'sha256').hexdigest()}"}


def table_to_resource(table: Table, folder: Path, words: Mapping[str, Any]) -> dict[str, Any]:
    """A table's CSV file in `folder` as a resource."""
    return {
        "name": table.name,
        "type": "table",
        "title": words[table.name]["title"],
        "description": words[table.name]["description"],
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **file_to_digest(folder / f"{table.name}.csv"),
        "schema": table_to_schema(table, words),
    }


def file_to_resource(path: str, folder: Path) -> dict[str, Any]:
    """Another file of `folder`, made of its tables, as a resource."""
    return {"name": path.lower(), "path": path, **file_to_digest(folder / path)}


def rows_of(name: str, folder: Path) -> Iterator[dict[str, str]]:
    """The rows of a table of `folder`, as text."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def reports_to_sources(folder: Path) -> list[dict[str, str]]:
    """The reports that the dataset was read from, each with its digest and, if that is known, its address."""
    addresses = {row["file"]: row["url"] for row in rows_of("sources", folder) if row["url"].startswith(("https://", "http://"))}
    found = {row["file"]: row for row in rows_of("reports", folder)}
    return [
        {"title": row["title"] or file, "file": file, "sha256": row["sha256"], **({"path": addresses[file]} if file in addresses else {})}
        for file, row in found.items()
    ]


def folder_to_package(folder: Path, published: Iterable[str] = ()) -> dict[str, Any]:
    """The descriptor of the CSV tables in `folder`, and of the files published with them."""
    words = read_descriptions()
    sources = reports_to_sources(folder)
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": NAME,
        "title": words["title"],
        "description": words["description"],
        "licenses": [LICENCE],
        **({"sources": sources} if sources else {}),
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


def listed_files(folder: Path) -> dict[str, str]:
    """The files of `folder` that its data package lists beside its tables, each with its digest: those that upheld made."""
    tables = {f"{table.name}.csv" for table in TABLES}
    resources = (resource for resource in read_package(folder).get("resources", ()) if isinstance(resource, dict))
    listed = {str(resource["path"]): str(resource.get("hash")) for resource in resources if resource.get("path")}
    return {path: digest for path, digest in listed.items() if path not in tables}


def published_files(folder: Path) -> frozenset[str]:
    """Of these, those that are still as upheld made them: one that a person has changed is hers."""
    found = ((path, digest) for path, digest in listed_files(folder).items() if (folder / path).is_file())
    return frozenset(path for path, digest in found if file_to_digest(folder / path)["hash"] == digest)
