"""The names of a web page's parts and what they are: `webpage.toml`, parsed."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files

_FILE = "webpage.toml"


def _names(section: str) -> Mapping[str, frozenset[str]]:
    data = tomllib.loads(files("extract.web").joinpath(_FILE).read_text("utf-8"))
    return {kind: frozenset(names) for kind, names in data[section].items()}


ELEMENTS = _names("elements")
ROLES = _names("roles")
NAMES = _names("names")
PICTURES = _names("pictures")
