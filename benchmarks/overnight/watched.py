"""A run of the program, and what memory it took while it ran."""

import subprocess
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import psutil

from benchmarks.program import check_run, run_call
from benchmarks.units import MEGABYTE

LOOK = 1.0
"""Seconds between two looks at the memory."""
PARTS = 10


class Watched(NamedTuple):
    """Seconds of the clock; the megabytes of the program and of its largest worker at the most, in each tenth of the run."""

    clock: float
    program: tuple[int, ...]
    worker: tuple[int, ...]


def watched(folder: Path, dataset: Path, jobs: int) -> Watched:
    """Run the program over a folder."""
    start, looks = perf_counter(), []
    with (dataset.parent / "errors").open("wb") as errors:
        running = subprocess.Popen(run_call(folder, dataset, jobs), stdout=subprocess.DEVNULL, stderr=errors)  # noqa: S603 - our own program
        while True:
            looks.append(memory(running.pid))
            try:
                status = running.wait(LOOK)
            except subprocess.TimeoutExpired:
                continue
            break
    check_run(status, (dataset.parent / "errors").read_text("utf-8"))
    return Watched(perf_counter() - start, *(tenths([look[n] for look in looks]) for n in (0, 1)))


def memory(pid: int) -> tuple[int, int]:
    """The bytes of a process, and of the largest of those below it."""
    try:
        process = psutil.Process(pid)
        return process.memory_info().rss, max((child.memory_info().rss for child in process.children(recursive=True)), default=0)
    except psutil.Error:  # it ended meanwhile
        return 0, 0


def tenths(looks: list[int]) -> tuple[int, ...]:
    """The most of each tenth, in megabytes."""
    parts = [looks[len(looks) * n // PARTS : len(looks) * (n + 1) // PARTS] for n in range(PARTS)]
    return tuple(max(part, default=0) // MEGABYTE for part in parts)
