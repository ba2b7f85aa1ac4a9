"""A dataset that would come out as it stands there is not made again; whatever was touched, it is."""

import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

import publish
from publish.swap import beside
from upheld.batch import Means, cache_of
from upheld.batch.cache import Cache
from upheld.batch.versions import program_files
from upheld.commands.running import read_and_write
from upheld.commands.summary import Summary
from upheld.files.chosen import EVERYTHING, Chosen

REPORT = """\
Annual complaints report 2019/20

| Service | Stage 1 complaints received | Stage 2 complaints received |
| --- | --- | --- |
| Housing | 120 | {} |
| Refuse and parks | 30 | 4 |
"""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    for n in range(2):
        (tmp_path / "reports" / f"{n}.md").write_text(REPORT.format(n + 12))
    (tmp_path / "reports" / "sources.csv").write_text("file,url\n0.md,https://example.org/0\n")
    return tmp_path / "reports"


def run(reports: Path, crosswalk: Path | None = None, chosen: Chosen = EVERYTHING, *, cached: bool = True) -> tuple[bool, Summary]:
    """Whether the dataset was made, and what was told of it."""
    dataset = reports.parent / "dataset"
    cache = Cache(cache_of(dataset) if cached else None)
    means = Means(cache=cache)
    summary = read_and_write(reports, dataset, crosswalk, chosen, means, None)
    cache.close()
    return "writing" in means.stages.seconds, summary


def contents(dataset: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in dataset.iterdir()}


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_what_stands_there_is_left_as_it_is_and_the_same_is_told_of_it(reports: Path) -> None:
    made, told = run(reports)
    before = {path: path.stat().st_mtime_ns for path in (reports.parent / "dataset").iterdir()}
    again, same = run(reports)
    assert (made, again) == (True, False)
    assert (dict(same.counts), same.notes, same.status) == (dict(told.counts), told.notes, told.status)
    assert {path: path.stat().st_mtime_ns for path in (reports.parent / "dataset").iterdir()} == before


def write_more(new: Path) -> None:
    (new / "more.txt").write_text("more")


TOUCHED: dict[str, Callable[[Path], object]] = {
    "a cell of a table": lambda dataset: edit(dataset / "figures.csv", "120", "121"),
    "a byte of a Parquet file": lambda dataset: (dataset / "figures.parquet").write_bytes(b"no table"),
    "a table is gone": lambda dataset: (dataset / "findings.csv").unlink(),
    "a table has another name": lambda dataset: (dataset / "findings.csv").rename(dataset / "found.csv"),
    "the description": lambda dataset: edit(dataset / "datapackage.json", "complaint", "Complaint"),
    "the dataset is gone": shutil.rmtree,
    "a killed run put it aside": lambda dataset: dataset.rename(beside(dataset, "aside")),
    "a file was published with it": lambda dataset: publish.add(dataset, write_more),
}


@pytest.mark.parametrize("touch", TOUCHED.values(), ids=TOUCHED)
def test_a_dataset_that_was_touched_is_made_again_and_then_stands(touch: Callable[[Path], object], reports: Path) -> None:
    run(reports)
    whole = contents(reports.parent / "dataset")
    touch(reports.parent / "dataset")
    assert [run(reports)[0], run(reports)[0]] == [True, False]
    assert whole.items() <= contents(reports.parent / "dataset").items()


CHANGED: dict[str, Callable[[Path], object]] = {
    "a report": lambda reports: edit(reports / "0.md", "120", "121"),
    "a report is new": lambda reports: (reports / "2.md").write_text(REPORT.format(99)),
    "a report is gone": lambda reports: (reports / "1.md").unlink(),
    "a report has another name": lambda reports: (reports / "1.md").rename(reports / "one.md"),
    "where a report was got": lambda reports: edit(reports / "sources.csv", "example.org/0", "example.org/1"),
    "a list of sources that is wrong": lambda reports: edit(reports / "sources.csv", "0.md", "9.md"),
    "a setting of the checks": lambda reports: (reports / "upheld.toml").write_text("[rules]\nrow_is_its_own = false\n"),
    "what is passed over": lambda reports: (reports / ".hidden").write_text("hidden"),
}


@pytest.mark.parametrize("change", CHANGED.values(), ids=CHANGED)
def test_of_other_reports_lists_or_settings_it_is_made_again(change: Callable[[Path], object], reports: Path) -> None:
    run(reports)
    change(reports)
    made, told = run(reports)
    standing = contents(reports.parent / "dataset")
    assert made
    assert run(reports, cached=False)[1].counts == told.counts
    assert contents(reports.parent / "dataset") == standing


def test_other_options_make_it_again(reports: Path) -> None:
    run(reports)
    assert run(reports, chosen=Chosen(exclude=("1.md",)))[0]
    assert run(reports)[0]
    assert run(reports, cached=False)[0]
    assert not run(reports)[0]


def test_what_is_told_of_the_last_run_is_told_once(reports: Path) -> None:
    run(reports)
    (reports / "1.md").unlink()
    assert run(reports)[1].notes == ["1.md: is gone since the last run, and with it its 4 figures"]
    assert run(reports) == (False, run(reports)[1])
    assert run(reports)[1].notes == []


def decide(services: Path, service_id: str) -> None:
    """A person writes an id into the first row of a crosswalk."""
    head, first, *others = services.read_text().splitlines()
    cells = first.split(",")
    cells[head.split(",").index("service_id")] = service_id
    services.write_text("\n".join([head, ",".join(cells), *others, ""]))


def test_a_decision_about_a_name_makes_it_again_and_what_is_told_of_it_stays_right(reports: Path) -> None:
    run(reports)
    decide(reports.parent / "dataset" / "services.csv", "libraries")
    assert run(reports)[0]
    decided = contents(reports.parent / "dataset")
    told = [run(reports)[1] for _ in range(3)]
    assert [dict(each.counts)["of these reviewed"] for each in told] == [1, 1, 1]
    assert not run(reports)[0]
    assert contents(reports.parent / "dataset") == decided


def test_a_decision_that_cannot_be_used_is_told_of_and_then_the_dataset_is_the_programs_again(reports: Path) -> None:
    run(reports)
    decide(reports.parent / "dataset" / "services.csv", "no such service")
    made, told = zip(*(run(reports) for _ in range(3)), strict=True)
    assert made == (True, True, False)
    assert ["no service of the list" in " ".join(each.notes) for each in told] == [True, False, False]


def test_a_crosswalk_that_is_given_makes_it_again_when_it_was_edited(reports: Path) -> None:
    run(reports)
    given = reports.parent / "given.csv"
    shutil.copy(reports.parent / "dataset" / "services.csv", given)
    assert [run(reports, given)[0], run(reports, given)[0]] == [True, False]
    decide(given, "libraries")
    assert [run(reports, given)[0], run(reports, given)[0]] == [True, False]


@pytest.mark.parametrize(
    "script",
    ["drop table datasets;", "drop table datasets; create table datasets (other); pragma user_version = 99;"],
    ids=["a table is gone", "another layout"],
)
def test_a_cache_that_cannot_be_used_makes_it_again(script: str, reports: Path) -> None:
    run(reports)
    with closing(sqlite3.connect(cache_of(reports.parent / "dataset"))) as base:
        base.executescript(script)
    assert [run(reports)[0], run(reports)[0]] == [True, False]


def test_another_version_of_whatever_makes_a_dataset_makes_it_again(reports: Path) -> None:
    """Each module of ours that a run imports counts for the digest of the program."""
    run(reports)
    home = Path(publish.__file__).parents[1]
    rooms = {"extract", "normalise", "checks", "schemas", "publish", "upheld"}
    imported = {Path(module.__file__) for module in list(sys.modules.values()) if getattr(module, "__file__", None) and module.__file__}
    ours = {str(path.relative_to(home)) for path in imported if path.is_relative_to(home) and path.relative_to(home).parts[0] in rooms}
    assert ours <= set(program_files())
