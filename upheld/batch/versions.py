"""What a reading depends on besides the file: a digest of the code and the data that read, and of those that understand.

A release is too coarse for it, since whoever edits the vocabulary has none; a changed byte of a room makes its work be done again.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec
from pathlib import Path
from re import split
from shutil import which

_READ = ("extract", "schemas/document.py", "schemas/place.py", "schemas/stored.py")
_UNDERSTAND = ("normalise", "checks", "schemas", "upheld/batch/reading.py", "upheld/files/identity.py")
_PUT_TOGETHER = ("publish", "upheld")
_CODE = frozenset({".py", ".toml", ".csv"})
_CONVERTERS = ("soffice", "libreoffice")


@cache
def reader_version() -> str:
    """Changes with what turns a file into a Document: our readers, the libraries, and whether there is a converter."""
    there = (str(bool(which(name))) for name in _CONVERTERS)
    return _digest((*_libraries(), *there, *_contents(_READ)))


@cache
def rules_version() -> str:
    """Changes with what turns a Document into records: the words, what they mean, and the checks."""
    return _digest((reader_version(), *_contents(_UNDERSTAND)))


@cache
def program_version() -> str:
    """Changes with what turns files into a dataset."""
    return _digest((rules_version(), *_contents(_PUT_TOGETHER)))


def program_files() -> list[str]:
    """The names of the files that the version of the program is of."""
    return [name for name, _ in _files((*_READ, *_UNDERSTAND, *_PUT_TOGETHER))]


def _libraries() -> Iterable[str]:
    """What upheld is installed with, name and version; of what is left out, the name."""
    for requirement in sorted(requires("upheld") or ()):
        name = split(r"[^\w.-]", requirement, maxsplit=1)[0]
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield name


def _contents(names: Iterable[str]) -> Iterable[str]:
    """The name and the content of each file of code or data."""
    return (f"{name} {sha256(path.read_bytes()).hexdigest()}" for name, path in _files(names))


def _files(names: Iterable[str]) -> Iterator[tuple[str, Path]]:
    """The files of code and data of each room, or the module that is named of it."""
    for name in names:
        room, _, module = name.partition("/")
        spec = find_spec(room)
        home = Path(*(spec.submodule_search_locations or ())) if spec else Path(room)
        found = [home / module] if module else sorted(path for path in home.rglob("*") if path.suffix in _CODE)
        yield from ((str(path.relative_to(home.parent)), path) for path in found)


def _digest(parts: Iterable[str]) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()[:16]
