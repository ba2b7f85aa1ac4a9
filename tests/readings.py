"""Reports as they are read and checked, each once for all tests of a process."""

from functools import cache
from pathlib import Path

import checks
import extract
import normalise
from schemas import Document, Records, Report


@cache
def document(path: Path) -> Document:
    """What is printed in one file."""
    return extract.read(path)


@cache
def records(path: Path) -> Records:
    """What one file says."""
    return checks.audit(normalise.read(document(path), Report(path.stem, path.name, "")))
