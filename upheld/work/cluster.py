"""A map on the machines of a Dask cluster that is there already, each job in a process of its own and within limits, as in `pool`.

A machine that dies gives its jobs to another; a job that was on several when they died is lost. The machines must have the same program,
and see the files under the same paths.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from itertools import islice
from multiprocessing import current_process
from multiprocessing.util import Finalize
from threading import Lock

from distributed import Client, Future, KilledWorker, as_completed, get_worker

from upheld.work.jobs import J, Limits, Loss, Lost, Mapped, Note, R
from upheld.work.pool import pool, warm_up

_AHEAD = 3
"""Jobs for each thread of the cluster that are sent before one is done: the next must be there when one ends."""
_PATIENCE = 10
"""Seconds in which a scheduler answers that is there at all."""
DIED = "each machine that read it died"

_starting = Lock()


@contextmanager
def cluster(address: str, limits: Limits, preload: str, version: Callable[[], str]) -> Iterator[Mapped]:
    """A map on the cluster whose scheduler has this address; its processes import `preload` once.

    Raises `OSError` if none answers there, `RuntimeError` if a machine does not answer `version` as this one does.
    """
    with Client(address, timeout=_PATIENCE, set_as_default=False) as client:  # type: ignore[no-untyped-call]
        _check(client, version)

        def mapped(function: Callable[[J, Note], R], jobs: Iterable[J]) -> Iterator[tuple[int, R | Lost]]:
            numbered, numbers = enumerate(jobs), dict[Future[R | Lost], int]()
            done = as_completed(loop=client.loop)  # type: ignore[no-untyped-call]
            while True:
                wanted = _AHEAD * sum(client.nthreads().values()) or 1  # one waits for a machine to come back, if all are gone
                for number, job in islice(numbered, max(0, wanted - len(numbers))):
                    future = client.submit(_attempt, function, job, limits, preload, pure=False)
                    numbers[future] = number
                    done.add(future)  # type: ignore[no-untyped-call]
                if not numbers:
                    return
                future = next(done)
                yield numbers.pop(future), _result(future)

        yield mapped


def _check(client: Client, version: Callable[[], str]) -> None:
    """Raise unless there are machines, and all have the program that this one has."""
    answers = client.run(version, on_error="return")
    if not answers:
        raise RuntimeError("the cluster has no workers")
    others = sorted(address for address, answer in answers.items() if answer != version())
    if others:
        raise RuntimeError(f"{', '.join(others)}: another version of the program is installed there, or none; install this one")


def _result(future: Future[R | Lost]) -> R | Lost:
    """What the job gave; a job whose machines died is lost."""
    try:
        return future.result()
    except KilledWorker:
        return Lost(Loss.CRASH, ending=DIED)


def _attempt(function: Callable[[J, Note], R], job: J, limits: Limits, preload: str) -> R | Lost:
    """Do a job on a machine of the cluster, in a process of its own."""
    with _starting:
        mapped = _processes(limits, preload)
    ((_, result),) = mapped(function, [job])
    return result


@cache
def _processes(limits: Limits, preload: str) -> Mapped:
    """The processes of a machine, one for each thread of its worker; they end with it."""
    current_process().daemon = False  # a worker under a nanny may have no children, lest they outlive it: ours end by themselves
    warm_up(preload)
    running = ExitStack()
    Finalize(None, running.close, exitpriority=1)
    return running.enter_context(pool(get_worker().state.nthreads, limits))
