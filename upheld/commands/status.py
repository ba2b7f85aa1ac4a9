"""A dataset -> how its reports were read, and when."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import publish
from schemas import Status
from upheld.batch import cache_of, read_days

TOLD = 10  # reasons of a kind told one by one, the most frequent first; all stand in the tables
UNFINISHED = (Status.FAILED, Status.PARTIAL)


class Tally(NamedTuple):
    """How many rows there are of a kind, and of what."""

    title: str
    total: int
    rows: tuple[tuple[str, int], ...]


def dataset_to_tallies(folder: Path) -> Iterator[Tally]:
    """Reports by status, those that failed or were read in part by reason, unread cells by reason, and days of reading."""
    reports, unread = (publish.read_table(folder, name) for name in ("reports", "unread"))
    yield tally("reports", reports["status"])
    for status in UNFINISHED:
        reasons = reports["message"][reports["status"] == status]
        if len(reasons):
            yield tally(f"reports {status}, by reason", reasons)
    if len(unread):
        yield tally("cells not read, by reason", unread["reason"])
    days = read_days(cache_of(folder))
    if days:
        yield tally("files, by the day on which they were read last", days)


def tally(title: str, labels: Iterable[str]) -> Tally:
    """The labels by how often they come; those beyond what a person reads are one row."""
    counted = Counter(map(str, labels))
    rows = sorted(counted.items(), key=lambda row: (-row[1], row[0]))
    rest = sum(number for _, number in rows[TOLD:])
    more = ((f"for {len(rows) - TOLD} other reasons", rest),) if rest else ()
    return Tally(title, counted.total(), (*rows[:TOLD], *more))
