"""A real scheduler and two workers on loopback: what they read is what one process reads, also when one of them is killed."""

import ctypes
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest
from distributed import Client, LocalCluster

import publish
from benchmarks import poison
from upheld.batch import on_cluster, read_folder
from upheld.work import Limits, Loss, Lost, Note
from upheld.work.cluster import cluster


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50) as running:  # type: ignore[no-untyped-call]
        yield running.scheduler_address


def version() -> str:
    return "1"


def slowly(job: int, _note: Note) -> int:
    if job < 0:
        ctypes.string_at(0)
    sleep(0.1)
    return 2 * job


def test_the_cluster_writes_the_bytes_that_one_process_writes(address: str, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    for n in range(4):
        (tmp_path / "reports" / f"{n}.txt").write_text(poison.TEXT + f"And {n + 10} at stage 2.")
    publish.write(read_folder(tmp_path / "reports").dataset, tmp_path / "here")
    with on_cluster(address, Limits()) as means:
        publish.write(read_folder(tmp_path / "reports", means=means).dataset, tmp_path / "there")
    for path in (tmp_path / "here").iterdir():
        assert path.read_bytes() == (tmp_path / "there" / path.name).read_bytes()


def test_a_job_that_crashes_costs_itself_and_a_worker_that_is_killed_nothing(address: str) -> None:
    with Client(address, set_as_default=False) as client:  # type: ignore[no-untyped-call]
        pids = sorted(client.run(os.getpid).values())
    with cluster(address, Limits(), "upheld.work.worker", version) as mapped:
        found = mapped(slowly, [*range(20), -1])
        done = dict([next(found)])
        os.kill(pids[0], signal.SIGKILL)
        done |= dict(found)
    assert done == {n: 2 * n for n in range(20)} | {20: Lost(Loss.CRASH, 0, "SIGSEGV")}
