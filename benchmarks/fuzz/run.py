"""Many mutated files, in processes of their own; what was wrong is kept with its number, and a run goes on where the last one ended."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import asdict
from itertools import islice
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from benchmarks.fuzz.trial import SECONDS, WRONG, Trial, Verdict, limit_memory, number_to_file, trial

STUCK = 10 * SECONDS
"""Seconds of the clock after which a process is ended that does not heed its own limit, as in a library's loop."""
TASKS = 2000
"""Files after which a process is begun anew, so that what one of them left behind does not pile up."""
WAITING = 8
"""Files handed to each process in advance."""
STATE = "done.json"
TOLD = 500
"""Files after which it is told how far it is, and kept."""


def run(folder: Path, count: int, jobs: int) -> Counter[str]:
    """How many of the first `count` mutated files came to what; what was wrong stands in the folder, and in it how far the run is."""
    folder.mkdir(parents=True, exist_ok=True)
    state = folder / STATE
    start, before = json.loads(state.read_text("utf-8")) if state.exists() else (0, {})
    counts: Counter[str] = Counter(before)
    for number, found in enumerate(trials(range(start, count), jobs), start + 1):
        counts[found.verdict] += 1
        if found.verdict in WRONG:
            keep(found, folder)
        if number % TOLD == 0 or number == count:
            state.write_text(json.dumps([number, counts]), encoding="utf-8")
            sys.stderr.write(f"{number:,} of {count:,}: {', '.join(f'{n:,} {verdict}' for verdict, n in sorted(counts.items()))}\n")
    return counts


def trials(numbers: range, jobs: int) -> Iterator[Trial]:
    """Every trial in the order of numbers; one that ends its process costs that only."""
    left = iter(numbers)
    with ProcessPool(jobs, max_tasks=TASKS, initializer=limit_memory) as pool:
        waiting: list[tuple[int, Future[Trial]]] = []
        while True:
            more = islice(left, jobs * WAITING - len(waiting))
            waiting += [(number, pool.schedule(trial, args=[number], timeout=STUCK)) for number in more]
            if not waiting:
                return
            number, future = waiting.pop(0)
            wait([future], return_when=FIRST_COMPLETED)
            yield result(number, future)


def result(number: int, future: "Future[Trial]") -> Trial:
    """What became of a trial, whatever became of its process."""
    try:
        return future.result()
    except TimeoutError:
        return Trial(number, number_to_file(number)[0], Verdict.HANG, f"the process did not answer within {STUCK} s")
    except ProcessExpired as error:
        return Trial(number, number_to_file(number)[0], Verdict.CRASH, f"the process ended: {error}")


def keep(found: Trial, folder: Path) -> None:
    """Keep the file, and a line about it."""
    name, content = number_to_file(found.number)
    (folder / f"{found.number}-{name}").write_bytes(content)
    with (folder / "wrong.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(found), ensure_ascii=False) + "\n")
