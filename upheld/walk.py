"""Input folder -> the files to read, in an order that depends on their names only."""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from checks import SETTINGS
from publish import is_package
from schemas import UpheldError

SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})
SOURCES = "sources.csv"


class PassedOver(StrEnum):
    """Why something in the folder is no report."""

    HIDDEN = "hidden and system files"
    OUTPUT = "the dataset itself"
    DATASET = "earlier datasets"
    SETTINGS = "the settings of the checks"
    OUTSIDE = "links that lead out of the folder"
    LINKED = "links to folders, which are read where they stand"


@dataclass(frozen=True, slots=True)
class Walk:
    """What a folder holds: the files to read and the lists of sources, and how much was passed over and why."""

    folder: Path
    reports: tuple[Path, ...]
    sources: tuple[Path, ...]
    passed_over: Counter[PassedOver]


def is_system(name: str) -> bool:
    """Whether the name is one that people do not give: hidden, a lock of an office program, a system's thumbnails."""
    return name.startswith((".", "~$")) or name.lower() in SYSTEM_FILES


def passed_over(path: Path, folder: Path, output: Path | None) -> PassedOver | None:
    """Why this entry of the folder is not read, if it is not."""
    if is_system(path.name):
        return PassedOver.HIDDEN
    if path.is_symlink():
        if not real_path(path).is_relative_to(folder):
            return PassedOver.OUTSIDE
        return PassedOver.LINKED if path.is_dir() else None
    if path == output:
        return PassedOver.OUTPUT
    if path == folder / SETTINGS:
        return PassedOver.SETTINGS
    return PassedOver.DATASET if path.is_dir() and may_open(path) and is_package(path) else None


def real_path(path: Path) -> Path:
    """Where links lead; a link that leads in a circle stays what it is."""
    return Path(os.path.realpath(path))


def may_open(folder: Path) -> bool:
    """Whether the folder's files can be listed and reached."""
    return os.access(folder, os.R_OK | os.X_OK)


def walk(folder: Path, output: Path | None) -> Iterator[tuple[Path, PassedOver | None]]:
    """Every file below `folder`, and every folder that is passed over or may not be opened, with the reason if it is passed over."""
    waiting = list(folder.iterdir())
    while waiting:
        path = waiting.pop()
        reason = passed_over(path, folder, output)
        if reason is None and path.is_dir() and may_open(path):
            waiting += path.iterdir()
        else:
            yield path, reason


def walk_folder(folder: Path, output: Path | None = None) -> Walk:
    """What `folder` holds for a run; `output`, the dataset's folder, may lie inside it."""
    if not folder.is_dir():
        problem = "is a file, and reports are read from a folder" if folder.exists() else "no such folder"
        raise UpheldError(f"{folder}: {problem}; name the folder that holds the reports")
    if not may_open(folder):
        raise UpheldError(f"{folder}: may not be opened; check its permissions")
    top = folder.resolve()
    found = list(walk(top, output and real_path(output)))
    paths = sorted((path for path, reason in found if reason is None), key=lambda path: printed_path(path, top))
    return Walk(
        folder=top,
        reports=tuple(path for path in paths if path.name.lower() != SOURCES),
        sources=tuple(path for path in paths if path.name.lower() == SOURCES),
        passed_over=Counter(reason for _, reason in found if reason is not None),
    )


def printed_path(path: Path, folder: Path) -> str:
    """The path within the folder as text; a byte that is not UTF-8 is spelled out."""
    return os.fsencode(path.relative_to(folder).as_posix()).decode("utf-8", "backslashreplace")
