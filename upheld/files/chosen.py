"""Which files of an input a run is asked to read; what is left out is counted with the option that left it out, and never lost."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from schemas import UpheldError
from upheld.files.passwords import Passwords
from upheld.files.patterns import patterns_to_spec


class LeftOut(StrEnum):
    """Which option left a file out."""

    ONLY = "left out, as --only names others"
    INCLUDE = "left out, as no --include names them"
    EXCLUDE = "left out by --exclude"
    LIMIT = "left out by --limit"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The options: patterns of names; paths of files or folders; how many files at most; the passwords of encrypted ones."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    only: tuple[Path, ...] = ()
    limit: int | None = None
    passwords: Passwords = ()


EVERYTHING = Chosen()


def choose(names: Iterable[str], chosen: Chosen, folder: Path) -> Iterator[tuple[str, LeftOut | None]]:
    """Each name with the option that leaves it out, if one does; an UpheldError if a pattern is none, or `only` names nothing."""
    included, excluded = patterns_to_spec(chosen.include), patterns_to_spec(chosen.exclude)
    listed = list(names)
    wanted = tuple(only_to_name(path, listed, folder) for path in chosen.only)
    taken = 0
    for name in listed:
        folded = name.casefold()
        if wanted and not any(is_in(name, one) for one in wanted):
            yield name, LeftOut.ONLY
        elif chosen.include and not included.match_file(folded):
            yield name, LeftOut.INCLUDE
        elif excluded.match_file(folded):
            yield name, LeftOut.EXCLUDE
        elif taken == chosen.limit:
            yield name, LeftOut.LIMIT
        else:
            taken += 1
            yield name, None


def is_in(name: str, whole: str) -> bool:
    """Whether the name is that of the file or folder `whole`, or of a file in it."""
    return name == whole or name.startswith(f"{whole}/")


def only_to_name(path: Path, names: Iterable[str], folder: Path) -> str:
    """What `only` names, as it is called in the folder: a path from there, or from where the program was called."""
    called = os.path.relpath(os.path.realpath(path), folder)
    found = next((name for name in (path.as_posix(), called) if any(is_in(each, name) for each in names)), None)
    if found is None:
        raise UpheldError(f"{path}: no such file among those to be read; name one of {folder.name or folder}")
    return found
