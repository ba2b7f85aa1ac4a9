"""Whether the files of a dataset have the form that its contract asks for: their columns, types, codes, keys, links and digests."""

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import frictionless

from publish import package
from publish.schema import BY_NAME, TABLES, Column, Kind, Table
from publish.validation.faults import Fault, shown
from publish.words import read_descriptions

FORM = "form"
"""The rule that is broken where a table or a column is missing: its rows then cannot be looked at."""
AT_MOST = 1000
"""Faults told of one file; who has more has one reason for them."""
KINDS = {
    Kind.INTEGER: "a whole number",
    Kind.NUMBER: "a number",
    Kind.BOOLEAN: "true or false",
    Kind.DATE: "a day such as 2019-04-01",
    Kind.STRING: "text",
}
SENTENCES = {
    "blank-row": "the row is empty",
    "extra-cell": "the row has more cells than there are columns",
    "missing-cell": "the row has fewer cells than there are columns",
}


def folder_to_faults(folder: Path) -> Iterator[Fault]:
    """What is wrong with the form of the files in a folder."""
    described = read_descriptor(folder)
    if described is None:
        yield Fault(package.FILE, None, "", "is not there, or is no JSON; `upheld run` writes it")
    yield from described_files(folder, described or {})
    headings = {table.name: read_heading(folder / f"{table.name}.csv") for table in TABLES if (folder / f"{table.name}.csv").is_file()}
    for table in TABLES:
        if table.name not in headings:
            yield Fault(f"{table.name}.csv", None, "", "is not there", FORM)
        yield from heading_to_faults(table, headings.get(table.name, []))
    found = frictionless.Package.from_descriptor(headings_to_descriptor(headings), basepath=str(folder))
    for task in found.validate(limit_errors=AT_MOST).tasks:
        yield from (error_to_fault(error, task.name) for error in task.errors)


def read_descriptor(folder: Path) -> dict[str, Any] | None:
    """The folder's datapackage.json, whoever wrote it; None if there is none that can be read."""
    try:
        found = json.loads((folder / package.FILE).read_bytes())
    except (OSError, ValueError, RecursionError):  # a file of others may be closed to us, no JSON, or nested beyond all reason
        return None
    return found if isinstance(found, dict) else None


def described_files(folder: Path, described: dict[str, Any]) -> Iterator[Fault]:
    """A fault for each file that the data package lists and that is not, or not as it says, in the folder."""
    found = described.get("resources")
    for resource in found if isinstance(found, list) else ():
        path = resource.get("path") if isinstance(resource, dict) else None
        if not isinstance(path, str) or Path(path).is_absolute() or ".." in Path(path).parts:
            yield Fault(package.FILE, None, "", f"{shown(path)} is no path of a file within the folder")
        elif not (folder / path).is_file():
            yield Fault(path, None, "", "is listed in datapackage.json and is not there")
        elif "hash" in resource and package.file_to_digest(folder / path)["hash"] != resource["hash"]:
            yield Fault(path, None, "", "is not the file that datapackage.json describes: its content differs")


def read_heading(path: Path) -> list[str]:
    """The names of a file's columns."""
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        return next(csv.reader(file), [])


def heading_to_faults(table: Table, heading: list[str]) -> Iterator[Fault]:
    """What is wrong with a heading; columns of others may stand behind those of the contract."""
    names = [column.name for column in table.columns]
    missing = [name for name in names if heading and name not in heading]
    yield from (Fault(f"{table.name}.csv", 1, name, "the file has no such column", FORM) for name in missing)
    doubled = [name for name in dict.fromkeys(heading) if heading.count(name) > 1]
    yield from (Fault(f"{table.name}.csv", 1, name, "the name stands over several columns", FORM) for name in doubled)
    if heading and not missing and not doubled and heading[: len(names)] != names:
        yield Fault(f"{table.name}.csv", 1, "", "the columns stand in another order than the contract's", FORM)


def headings_to_descriptor(headings: dict[str, list[str]]) -> dict[str, Any]:
    """What the contract asks of the tables that are there."""
    tables = [
        {
            "name": table.name,
            "path": f"{table.name}.csv",
            "type": "table",
            "format": "csv",
            "encoding": "utf-8",
            "schema": table_to_schema(table, headings),
        }
        for table in TABLES
        if headings.get(table.name)
    ]
    return {"name": package.NAME, "resources": tables}


def table_to_schema(table: Table, headings: dict[str, list[str]]) -> dict[str, Any]:
    """The contract's schema in the order of the file's own heading, with what can be asked of the columns and tables that are there."""
    schema = package.table_to_schema(table, read_descriptions())
    fields, heading = {field["name"]: field for field in schema["fields"]}, list(dict.fromkeys(headings[table.name]))
    schema["fields"] = [fields.get(name, {"name": name, "type": "any"}) for name in heading]
    links = [link for link in schema.pop("foreignKeys", []) if is_there(link, heading, headings, table)]
    if not set(schema.get("primaryKey", ())) <= set(heading):
        del schema["primaryKey"]
    return schema | ({"foreignKeys": links} if links else {})


def is_there(link: dict[str, Any], heading: Iterable[str], headings: dict[str, list[str]], table: Table) -> bool:
    """Whether both ends of a link are there."""
    target = headings.get(link["reference"].get("resource", table.name), [])
    return set(link["fields"]) <= set(heading) and set(link["reference"]["fields"]) <= set(target)


def error_to_fault(error: frictionless.Error, table: str) -> Fault:
    """What frictionless found, in a sentence."""
    name = getattr(error, "field_name", "") or next(iter(getattr(error, "field_names", ())), "")
    column = next((column for column in BY_NAME[table].columns if column.name == name), None)
    return Fault(f"{table}.csv", getattr(error, "row_number", None), name, error_to_sentence(error, column), error.type)


def error_to_sentence(error: frictionless.Error, column: Column | None) -> str:
    """What is wrong with a cell or a row."""
    cell = shown(getattr(error, "cell", None) or None)
    if isinstance(error, frictionless.errors.TypeError) and column:
        return f"{cell} is not {KINDS[column.kind]}"
    if isinstance(error, frictionless.errors.ConstraintError) and column:
        return "is empty, and must not be" if cell == shown(None) else f"{cell} is none of {', '.join(column.codes)}"
    if isinstance(error, frictionless.errors.ForeignKeyError):
        (key,), (named,) = error.reference_field_names, error.field_cells
        return f"{shown(named)} is no {key} of {error.reference_name or 'this file'}"
    if isinstance(error, frictionless.errors.PrimaryKeyError):
        return f"has a key that is there already: {error.note}"
    return SENTENCES.get(error.type, error.note)
