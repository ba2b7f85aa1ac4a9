"""The reference lists that lie beside this file; README.md says where each is from."""

import csv
from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a list by its file's name, each by the names of its columns."""
    text = files("normalise.reference").joinpath(name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())
