"""The words by which checks know labels and comments; they are data (`words.toml`)."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("words.toml")


@cache
def word_lists() -> Mapping[str, tuple[str, ...]]:
    """The lists of the data file, by key."""
    return {key: tuple(words) for key, words in tomllib.loads(FILE.read_text(encoding="utf-8")).items()}
