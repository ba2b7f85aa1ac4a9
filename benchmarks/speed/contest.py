"""Contestants and files -> what each took, all reading the same file one after the other, so that a busy machine is busy for all."""

import multiprocessing
import resource
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from time import process_time
from typing import NamedTuple

from benchmarks.speed.contestants import CONTESTANTS
from benchmarks.units import MEGABYTE, MILLISECONDS

KILOBYTE = 1024
"""The unit in which Linux tells the peak of a process."""


class Result(NamedTuple):
    """What a contestant took: pages, processor seconds, megabytes at the most; and on how many files it failed."""

    name: str
    pages: int
    seconds: float
    megabytes: float
    failed: int

    @property
    def milliseconds(self) -> float:
        """A page, of one core."""
        return MILLISECONDS * self.seconds / self.pages if self.pages else 0.0

    @property
    def pages_a_second(self) -> float:
        """Of one core."""
        return self.pages / self.seconds if self.seconds else 0.0


def contest(paths: Sequence[Path], rounds: int, names: Iterable[str] = tuple(CONTESTANTS)) -> list[Result]:
    """What each contestant took for the files; they start and warm up on the first file before anything is measured."""
    taken: dict[str, dict[Path, list[float]]] = {name: {path: [] for path in paths} for name in names}
    with ExitStack() as stack:
        doors = {name: stack.enter_context(opened(name)) for name in taken}
        for door in doors.values():
            asked(door, paths[0])
        pages = {name: {path: asked(door, path)[0] for path in paths} for name, door in doors.items()}
        for path in [path for _ in range(rounds) for path in paths]:
            for name, door in doors.items():
                taken[name][path].append(asked(door, path)[1])
        peaks = {name: asked(door, None)[1] for name, door in doors.items()}
    return [result(name, pages[name], taken[name], peaks[name]) for name in taken]


def result(name: str, pages: dict[Path, float], seconds: dict[Path, list[float]], peak: float) -> Result:
    """The sums over the files that could be read; the median of the rounds of each."""
    read = [path for path in pages if pages[path]]
    return Result(name, int(sum(pages[path] for path in read)), sum(median(seconds[path]) for path in read), peak, len(pages) - len(read))


@contextmanager
def opened(name: str) -> Iterator[Connection]:
    """A contestant in a process of its own, that has imported nothing of the others."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=serve, args=(name, there), daemon=True)
    process.start()
    try:
        yield here
    finally:
        here.close()
        process.join()


def asked(door: Connection, path: Path | None) -> tuple[float, float]:
    """The pages of a file and the processor seconds it took; without a file nothing and the peak of memory in megabytes."""
    door.send(path)
    answer: tuple[float, float] = door.recv()
    return answer


def serve(name: str, door: Connection) -> None:
    """Read what is asked for, until nobody asks any more."""
    read = CONTESTANTS[name].read
    while True:
        try:
            path = door.recv()
        except EOFError:
            return
        if path is None:
            door.send((0, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTE / MEGABYTE))
            continue
        start = process_time()
        try:
            pages = read(path)
        except Exception:  # noqa: BLE001 - a contestant that cannot read a file is told of, and the others go on
            pages = 0
        door.send((pages, process_time() - start))
