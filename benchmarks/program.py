"""The program, as the benchmarks call it: in a process of its own, with the code that stands here."""

import sys
from pathlib import Path

_DONE = (0, 1)
"""The statuses of a run that ended well; 1: a file could not be read, which is a part of what is measured."""
_SAID = 2000
"""Characters, the last ones, that are told of what a run said before it failed."""


def run_call(folder: Path, dataset: Path, jobs: int) -> list[str]:
    """The call that reads a folder into a dataset, so many files at once."""
    return [sys.executable, "-m", "upheld", "run", str(folder), "-o", str(dataset), "--jobs", str(jobs)]


def check_run(status: int, errors: str) -> None:
    """Leave with what the program said, unless its run ended well."""
    if status not in _DONE:
        sys.exit(f"upheld run ended with status {status}:\n{errors[-_SAID:]}")
