"""A map over jobs of which some crash, hang or eat the memory: each costs itself, and the others go on."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import psutil
import pytest

from upheld.work import Limits, Loss, Lost, Mapped, Note, here, pool


def double(job: int, _note: Note) -> int:
    return 2 * job


def misbehave(job: str, note: Note) -> str:
    note(12)
    note(7)
    if job == "hang":
        sleep(600)
    if job == "loop":
        while True:
            pass
    if job == "hang in a library":
        ctypes.CDLL(None).sleep(600)
    if job == "hang with a child":
        subprocess.run(["/bin/sleep", "600.125"], check=True)
    if job == "segfault":
        ctypes.string_at(0)
    if job == "abort":
        ctypes.CDLL(None).abort()
    if job == "exit":
        os._exit(3)
    if job == "eat":
        eaten = b"x" * 300_000_000
        sleep(600 * len(eaten))
    return f"{job} is done"


@pytest.fixture(scope="module")
def mapped() -> Iterator[Mapped]:
    with pool(2, Limits(seconds=1, megabytes=200)) as running:
        yield running


@pytest.mark.parametrize("way", ["here", "pool"])
def test_every_job_gives_its_result_whichever_way_it_is_run(way: str, mapped: Mapped) -> None:
    run: Mapped = here if way == "here" else mapped
    assert sorted(run(double, range(9))) == [(n, 2 * n) for n in range(9)]


@pytest.mark.parametrize(
    ("job", "lost"),
    [
        ("loop", Lost(Loss.TIME, 7)),
        ("hang", Lost(Loss.TIME, 7)),
        ("hang in a library", Lost(Loss.TIME, 7)),
        ("eat", Lost(Loss.MEMORY, 7, "status 86")),
        ("segfault", Lost(Loss.CRASH, 7, "SIGSEGV")),
        ("abort", Lost(Loss.CRASH, 7, "SIGABRT")),
        ("exit", Lost(Loss.CRASH, 7, "status 3")),
    ],
)
def test_a_job_that_ends_its_process_is_lost_at_its_last_step_and_the_others_are_not(job: str, lost: Lost, mapped: Mapped) -> None:
    done = dict(mapped(misbehave, ["one", job, "other"]))
    assert done == {0: "one is done", 1: lost, 2: "other is done"}


def test_what_a_lost_job_had_started_ends_with_it(mapped: Mapped) -> None:
    ((_, lost),) = mapped(misbehave, ["hang with a child"])
    assert lost == Lost(Loss.TIME, 7)
    left = [process for process in psutil.process_iter(["cmdline"]) if "600.125" in (process.info["cmdline"] or ())]
    assert psutil.wait_procs(left, timeout=10)[1] == []


def test_jobs_are_asked_for_as_they_can_be_begun(mapped: Mapped) -> None:
    asked = []

    def jobs() -> Iterator[int]:
        for job in range(1000):
            asked.append(job)
            yield job

    next(iter(mapped(double, jobs())))
    assert len(asked) < 10


PROGRAM = """
import sys
from upheld.work import Limits, pool
from test_work import hang_loudly
with pool(2, Limits()) as mapped:
    list(mapped(hang_loudly, [1, 2]))
"""


def hang_loudly(_job: int, _note: Note) -> None:
    os.write(1, b"%d\n" % os.getpid())
    sleep(600)


def is_gone(pid: int) -> bool:
    try:
        psutil.Process(pid).wait(timeout=10)
    except psutil.NoSuchProcess:
        return True
    return not psutil.pid_exists(pid)


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_the_processes_end_with_the_program_however_it_ends(end: signal.Signals) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[1]), str(Path(__file__).parent)])}
    call = [sys.executable, "-c", PROGRAM]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment) as program:  # noqa: S603
        assert program.stdout is not None
        pids = [int(program.stdout.readline()) for _ in range(2)]
        program.send_signal(end)
        program.wait(timeout=30)
        assert all(map(is_gone, pids))
