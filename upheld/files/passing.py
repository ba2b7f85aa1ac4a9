"""What lies in a folder of reports and is none: each has a reason, and is counted."""

import os
from enum import StrEnum
from pathlib import Path

from checks import SETTINGS

SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})


class PassedOver(StrEnum):
    """Why something in the folder is no report."""

    HIDDEN = "hidden and system files"
    OUTPUT = "the dataset itself"
    DATASET = "earlier datasets"
    SETTINGS = "the settings of the checks"
    OUTSIDE = "files and links outside of the folder"
    LINKED = "links to folders, which are read where they stand"


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
    from publish import is_package  # noqa: PLC0415  the processes that read walk nowhere, and have no need of tables

    return PassedOver.DATASET if path.is_dir() and may_open(path) and is_package(path) else None


def real_path(path: Path) -> Path:
    """Where links lead; a link that leads in a circle stays what it is."""
    return Path(os.path.realpath(path))


def may_open(folder: Path) -> bool:
    """Whether the folder's files can be listed and reached."""
    return os.access(folder, os.R_OK | os.X_OK)
