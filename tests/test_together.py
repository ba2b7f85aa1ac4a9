"""Reports of many councils are put together some councils at a time, anywhere and in any order, and say what they say in one place."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

import publish
from upheld.assembled import assemble
from upheld.batch import Batch, Means, read_folder
from upheld.batch.job import read_file
from upheld.batch.together import AT_ONCE
from upheld.work import Loss, Lost, Mapped, Note, here
from upheld.work.jobs import J, R

REPORT = """\
{council} annual complaints report {year}/{after}

| Service | Stage 1 complaints received {before}/{now} | Stage 1 complaints received {year}/{after} |
| --- | --- | --- |
| Housing | {n} | 120 |
| Refuse and parks | 30 | 31 |
| Zephyr works | 4 | 31 |
"""
COUNCILS = ("Leeds City Council", "Bristol City Council", "Kent County Council", "Oxford City Council", "Our")
YEARS = range(2017, 2020)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for year in YEARS:
        for n, council in enumerate(COUNCILS):
            periods = {"before": year - 1, "now": year - 2000, "year": year, "after": year - 1999}
            (folder / f"{year}-{n}.md").write_text(REPORT.format(council=council, n=year - 1900 + n, **periods))
    return folder


def backwards(function: Callable[[J, Note], R], jobs: Iterable[J]) -> Iterator[tuple[int, R]]:
    return reversed(list(here(function, jobs)))


def losing(function: Callable[[J, Note], R], jobs: Iterable[J]) -> Iterator[tuple[int, R | Lost]]:
    """A map that loses whatever is no file to read."""
    found = here(function, jobs)
    return found if function is read_file else ((number, Lost(Loss.MEMORY)) for number, _ in enumerate(jobs))


def lines_of(batch: Batch) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for table, lines in batch.whole.lines():
        found[table] = found.get(table, b"") + lines
    return found


def test_councils_put_together_apart_say_what_they_say_in_one_place(reports: Path) -> None:
    batch = read_folder(reports)
    assert len(COUNCILS) * len(YEARS) > AT_ONCE
    whole = assemble(publish.dataset_to_records(batch.dataset))
    together: dict[str, bytes] = {}
    for table, lines in publish.rows_to_lines(whole.rows([])):
        together[table] = together.get(table, b"") + lines
    assert lines_of(batch) == together
    assert whole.revisions
    assert batch.whole.counted["figures"] == len(batch.dataset.figures)
    assert batch.whole.counted["doubtful"] == batch.dataset.services["needs_review"].sum()


@pytest.mark.parametrize("mapped", [backwards, losing])
def test_it_does_not_matter_when_a_group_is_done_or_whether_it_is_lost(mapped: Mapped, reports: Path) -> None:
    assert lines_of(read_folder(reports, means=Means(mapped=mapped))) == lines_of(read_folder(reports))
