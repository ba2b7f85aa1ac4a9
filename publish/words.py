"""The words of the dataset: what its tables, columns and codes mean, and in what its numbers are counted."""

import tomllib
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from typing import Any

from publish.schema import TABLES, Column
from schemas import VocabularyError

DESCRIPTIONS, CODES = "publish/descriptions.toml", "publish/codes.toml"


@cache
def read_words(name: str) -> dict[str, Any]:
    """The words of a file of this package."""
    return tomllib.loads(files("publish").joinpath(name).read_text("utf-8"))


def read_descriptions() -> dict[str, Any]:
    """The words of descriptions.toml: the package's title and description, and for each table its own."""
    return read_words("descriptions.toml")


def describe(column: str, table: str, words: Mapping[str, Any]) -> str:
    """What a column means: the table's own words for it before those shared by all tables; a name may be a pattern such as `*_source`."""
    for pattern, text in (*words[table].get("columns", {}).items(), *words["columns"].items()):
        if fnmatchcase(column, pattern):
            return str(text)
    raise VocabularyError(f"{DESCRIPTIONS}: no description of column {column} of table {table}; add it under [{table}.columns]")


def unit_of(column: str) -> str:
    """In what a column's numbers are counted; nothing where another column says so, or where they are no numbers."""
    units = read_descriptions()["units"].items()
    return next((str(unit) for pattern, unit in units if fnmatchcase(column, pattern)), "")


def meanings(column: Column, table: str) -> dict[str, str]:
    """What each code of a column's closed set means; empty where it has none."""
    if not column.codes:
        return {}
    words = read_words("codes.toml")
    shared = "source" if column.name.endswith("_source") else column.name
    own = words.get(table, {}).get(column.name) or words.get(shared, {})
    if missing := [code for code in column.codes if code not in own]:
        raise VocabularyError(f"{CODES}: {', '.join(missing)} of {table}.{column.name} is not explained; add it under [{shared}]")
    return {code: str(own[code]) for code in column.codes}


def all_meanings() -> Iterator[tuple[str, str, str, str]]:
    """Every code of the dataset, with its table, its column and what it means."""
    for table in TABLES:
        for column in table.columns:
            yield from ((table.name, column.name, *pair) for pair in meanings(column, table.name).items())
