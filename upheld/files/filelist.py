"""A list of files, a path on each line -> the folder that it speaks of, and the files."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from schemas import UpheldError
from upheld.files.passing import real_path

STANDARD_INPUT = Path("-")
ELSEWHERE = "put the list into a folder that holds all of them, or call upheld there"
NOT_THERE = "is listed and is not there; put it in its place, or strike it off the list"
BOM = b"\xef\xbb\xbf"


class Listed(NamedTuple):
    """The folder from which files are named and the ids of reports count, what of it is to be walked, and why other files cannot be."""

    folder: Path
    present: list[Path]
    refused: Mapping[Path, str]


def read_list(source: Path) -> Listed:
    """What a list speaks of, each file once.

    Its folder is the one in which the list lies; of standard input the one in which the program was called. Raises `UpheldError` where no
    line names a file, as the file is no list then, and where one names a file outside of the folder.
    """
    try:
        content = sys.stdin.buffer.read() if source == STANDARD_INPUT else source.read_bytes()
    except OSError as error:
        raise UpheldError(f"{source}: cannot be opened: {error.strerror}") from error
    folder = real_path(Path() if source == STANDARD_INPUT else source.parent)
    files = list(dict.fromkeys(Path(os.path.normpath(folder / name)) for name in content_to_names(content)))
    present = [file for file in files if os.path.lexists(file)]
    if not present:
        said = (
            "standard input: no line"
            if source == STANDARD_INPUT
            else f"{source}: is a file, and reports are read from a folder; no line of it"
        )
        raise UpheldError(f"{said} names a file; a list of files has a path on each line")
    outside = next((file for file in files if not real_path(file).is_relative_to(folder)), None)
    if outside is not None:
        raise UpheldError(f"{outside}: is listed and lies outside of {folder}, from which the files of the list are named; {ELSEWHERE}")
    return Listed(folder, present, {file: NOT_THERE for file in files if not os.path.lexists(file)})


def content_to_names(content: bytes) -> list[str]:
    """The paths of a list, as `ls` and `find` write it, or as `find -print0` does, whose names may hold line ends."""
    lines = content.split(b"\0") if b"\0" in content else content.removeprefix(BOM).splitlines()
    return [os.fsdecode(line) for line in lines if line.strip()]
