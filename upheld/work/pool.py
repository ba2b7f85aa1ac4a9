"""A map in processes of their own: a job that crashes, hangs or eats the memory costs its process, and the next job gets another.

The processes are forked by a server that has read in what they need and has run nothing: a new one costs milliseconds where a fresh
interpreter costs a second, and none inherits the threads, locks and open files of the program, which a plain fork would.
"""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import contextmanager
from itertools import count, islice
from multiprocessing import forkserver
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
from pebble import ProcessExpired, ProcessPool

from upheld.work import worker
from upheld.work.jobs import J, Limits, Loss, Lost, Mapped, Note, R

_TURNS = 200
"""Jobs after which a process makes way for a new one, so that what a library leaks stays small."""
_AHEAD = 2
"""Jobs for each process that are asked for before one is done: enough that none waits, few enough that none lies in memory for long."""

_LOSSES = {worker.OVER_TIME: Loss.TIME, worker.OVER_MEMORY: Loss.MEMORY}
"""What the status says with which a process of ours was ended."""
_FIRST = "upheld.work.rubbish"
"""Imported in every process before whatever else it needs."""


def warm_up(*modules: str) -> None:
    """Start the server of processes, which imports these modules meanwhile, from where this process would; one that runs goes on."""
    multiprocessing.get_context("forkserver").set_forkserver_preload([_FIRST, *modules])
    before = {name: os.environ.get(name) for name in worker.PATHS}
    os.environ |= {worker.PATHS[0]: os.pathsep.join(path or str(Path.cwd()) for path in sys.path), worker.PATHS[1]: "1"}
    try:
        forkserver.ensure_running()
    finally:
        for name, value in before.items():
            os.environ.pop(name)
            os.environ |= {name: value} if value else {}


@contextmanager
def pool(processes: int | None, limits: Limits) -> Iterator[Mapped]:
    """A map over so many processes, one for each core without a number, each job within the limits; all of them end with the block."""
    processes = processes or _cores()
    context = multiprocessing.get_context("forkserver")
    warm_up()
    with TemporaryDirectory(prefix="upheld-") as notes:
        start = (limits.megabytes, notes)
        running = ProcessPool(processes, max_tasks=_TURNS, initializer=worker.begin, initargs=start, context=context)

        names = count()

        def mapped(function: Callable[[J, Note], R], jobs: Iterable[J]) -> Iterator[tuple[int, R | Lost]]:
            numbered = enumerate(jobs)
            under_way: dict[Future[R | Lost], tuple[int, Path]] = {}
            while True:
                for number, job in islice(numbered, _AHEAD * processes - len(under_way)):
                    note = Path(notes, str(next(names)))
                    asked = function, job, note, limits.seconds
                    under_way[running.schedule(worker.attempt, asked, timeout=limits.patience)] = number, note
                if not under_way:
                    return
                for done in wait(under_way, return_when=FIRST_COMPLETED).done:
                    number, note = under_way.pop(done)
                    yield number, _result(done, note)

        try:
            yield mapped
        finally:
            running.stop()  # type: ignore[no-untyped-call]
            running.join()


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _result(done: Future[R | Lost], note: Path) -> R | Lost:
    """What the job gave, or why it gave nothing."""
    try:
        return done.result()
    except TimeoutError:
        lost = Lost(Loss.TIME, worker.noted(note))
    except ProcessExpired as error:
        loss = _LOSSES.get(error.exitcode, Loss.CRASH)
        lost = Lost(loss, worker.noted(note), "" if loss is Loss.TIME else _ending(error.exitcode))
    _end_children(note)
    return lost


def _ending(code: int | None) -> str:
    """How a process ended, as a person looks it up."""
    return signal.Signals(-code).name if code is not None and code < 0 else f"status {code}"


def _end_children(note: Path) -> None:
    """End the programs that a lost job had started; they are told by the job's mark in their environment."""
    for process in psutil.process_iter():
        try:
            if process.environ().get(worker.MARK) == str(note):
                process.kill()
        except psutil.Error:  # it has ended meanwhile, or is somebody else's
            continue
