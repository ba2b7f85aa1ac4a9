"""What happens in a process of the pool: a job is attempted, and the process ends itself if it takes too much memory."""

import ctypes
import os
import resource
import signal
import tempfile
from collections.abc import Callable
from contextlib import suppress
from math import ceil
from multiprocessing import parent_process
from multiprocessing.connection import wait
from pathlib import Path
from threading import Event, Thread
from time import process_time

import psutil

from upheld.work.jobs import J, Note, R

OVER_TIME = -signal.SIGXCPU
"""The exit status of a process that the system ended because it took too much of the processor's time."""
OVER_MEMORY = 86
"""The exit status of a process that took too much memory; no library of ours ends with it."""
MARK = "UPHELD_JOB"
"""The environment variable that names the job for which a program was started."""
PATHS = ("PYTHONPATH", "PYTHONSAFEPATH")
"""Environment variables that say where a process imports from; they are for ours, and not for programs that ours start."""
_WATCH = 0.05
"""Seconds between two looks at the memory: a bomb grows by about 1 GB a second."""
_MEGABYTE = 1_000_000
_MMAP_THRESHOLD, _TRIM_THRESHOLD = -3, -1
"""What glibc calls these settings (malloc.h)."""

_busy = Event()


def begin(megabytes: int, room: str) -> None:
    """Prepare a new process: Ctrl-C is for the program to answer, and a crash leaves no dump of the memory."""
    tempfile.tempdir = room  # what a lost job leaves goes with the pool: it may be a report without its password
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # a process that hangs in a library's code answers nothing else
    for name in PATHS:
        os.environ.pop(name, None)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _give_back()
    Thread(target=_watch, args=(megabytes * _MEGABYTE,), daemon=True).start()


def _give_back() -> None:
    """Give large pieces of memory back to the system as soon as they are free: glibc would keep more of them with each picture."""
    with suppress(AttributeError):  # another library of the system gives them back by itself
        set_option = ctypes.CDLL(None).mallopt
        set_option(_MMAP_THRESHOLD, _MEGABYTE)
        set_option(_TRIM_THRESHOLD, 64 * _MEGABYTE)


def _watch(most: int) -> None:
    """End the process if a job takes too much memory, or if the program has ended, however it did."""
    process, program = psutil.Process(), parent_process()
    while not program or not wait([program.sentinel], _WATCH):
        if _busy.is_set() and process.memory_info().rss > most:
            os._exit(OVER_MEMORY)
    os._exit(0)


def attempt(function: Callable[[J, Note], R], job: J, path: Path, seconds: float) -> R:
    """Do a job in so many seconds of the processor. What it notes is kept in the file at `path`, which outlives the process."""
    os.environ[MARK] = str(path)
    resource.setrlimit(resource.RLIMIT_CPU, (ceil(process_time() + seconds), resource.RLIM_INFINITY))
    with path.open("wb", buffering=0) as file:

        def note(step: int) -> None:
            file.seek(0)
            file.write(b"%d\n" % step)

        _busy.set()
        try:
            done = function(job, note)
        finally:
            _busy.clear()
    path.unlink()
    return done


def noted(path: Path) -> int:
    """The step that a lost job began last; 0 if it told none."""
    try:
        return int(path.read_bytes().partition(b"\n")[0] or 0)
    except OSError:  # it was lost before it began
        return 0
