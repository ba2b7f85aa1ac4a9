"""The program, as the benchmarks call it: in a process of its own, with the code that stands here."""

import sys
from pathlib import Path

DONE = (0, 1)
"""The statuses of a run that ended well; 1: a file could not be read, which is a part of what is measured."""


def run_call(folder: Path, dataset: Path, jobs: int) -> list[str]:
    """The call that reads a folder into a dataset, so many files at once."""
    program = "from upheld.cli import main; main()"
    return [sys.executable, "-c", program, "run", str(folder), "-o", str(dataset), "--jobs", str(jobs)]
