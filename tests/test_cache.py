"""What was read before is not read again: not twice, not after a kill, and not for a new word; what changed is."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

import publish
from checks import Settings
from schemas import Records, UpheldError
from schemas.stored_records import json_to_records, json_to_report, records_to_json
from upheld.batch import Means, cache_of, read_folder
from upheld.batch.cache import Cache
from upheld.batch.gathering import path_to_job
from upheld.batch.job import Job, read_file
from upheld.batch.kept import bytes_to_outcomes
from upheld.commands.running import write_dataset
from upheld.commands.since import changes
from upheld.work import Limits

TEXT = "Annual complaints report 2019/20\n\nWe received {} stage 1 complaints in 2019/20.\n"
REPORT = Path(__file__).parents[2] / "shared" / "reports" / "thurrock-2019-20.pdf"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    for n in range(3):
        (tmp_path / "reports" / f"{n}.txt").write_text(TEXT.format(n + 200))
    return tmp_path / "reports"


def read(folder: Path, limits: Limits | None = None) -> tuple[list[str], list[Records]]:
    """The names of the files that were read, and what all say."""
    told: list[str] = []
    cache = Cache(cache_of(folder.parent / "dataset"), limits)
    batch = read_folder(folder, tell=lambda done: told.append(done.file) if done.total else None, means=Means(limits=limits, cache=cache))
    cache.close()
    return told, publish.dataset_to_records(batch.dataset)


def job(folder: Path, name: str) -> Job:
    found = path_to_job(folder / name, folder, Settings(), "", None)
    assert isinstance(found, Job)
    return found


def unheard(_step: int) -> None:
    pass


def test_a_file_that_is_as_it_was_is_not_read_again_and_says_the_same(folder: Path) -> None:
    first, before = read(folder)
    second, after = read(folder)
    assert (first, second) == (["0.txt", "1.txt", "2.txt"], [])
    assert after == before


def test_what_changed_is_read_again_and_nothing_else(folder: Path) -> None:
    read(folder)
    (folder / "1.txt").write_text(TEXT.format(999))
    (folder / "new.txt").write_text(TEXT.format(5))
    (folder / "2.txt").unlink()
    told, found = read(folder)
    assert told == ["1.txt", "new.txt"]
    assert [records.figures[0].value for records in found] == [200, 999, 5]


def test_a_renamed_file_is_understood_anew_from_what_was_read(folder: Path) -> None:
    read(folder)
    known = Cache(cache_of(folder.parent / "dataset"))
    (folder / "0.txt").rename(folder / "other.txt")
    assert known.kept(job(folder, "other.txt")) is None
    assert known.with_reading(job(folder, "other.txt")).reading is not None


def test_a_file_is_understood_from_what_was_kept_of_it_without_being_read() -> None:
    first = job(REPORT.parent, REPORT.name)
    answer = read_file(first, unheard)
    steps: list[int] = []
    again = read_file(replace(first, reading=answer.reading), steps.append)
    assert (steps, again.reading) == ([], None)
    assert again.kept == answer.kept
    assert len(bytes_to_outcomes(again.kept)[0].records.figures) == 532


def test_other_settings_of_the_checks_ask_for_another_reading_of_the_records_only(folder: Path) -> None:
    read(folder)
    (folder / "upheld.toml").write_text("[rules]\nrow_is_its_own = false\n")
    known = Cache(cache_of(folder.parent / "dataset"))
    asked = replace(job(folder, "0.txt"), settings=Settings(frozenset({"row_is_its_own"})))
    assert known.kept(asked) is None
    assert known.with_reading(asked).reading is not None
    assert len(read(folder)[0]) == 3


def test_what_met_a_limit_is_tried_again_with_another_one(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    canvas = Canvas(str(tmp_path / "reports" / "long.pdf"), invariant=True)
    for n in range(30):
        canvas.drawString(72, 700, f"We received {n} stage 1 complaints in 2019/20.")
        canvas.showPage()
    canvas.save()
    short, long = Limits(seconds=0.003), Limits(seconds=300)
    assert read(tmp_path / "reports", short)[0] == ["long.pdf"]
    assert read(tmp_path / "reports", short)[0] == []
    told, (records,) = read(tmp_path / "reports", long)
    assert told == ["long.pdf"]
    assert records.report.pages == 30


def test_a_file_that_changes_while_it_is_read_is_told_and_not_kept(folder: Path) -> None:
    asked = job(folder, "0.txt")
    (folder / "0.txt").write_text(TEXT.format(1))
    answer = read_file(asked, unheard)
    assert not answer.lasts
    assert "changed or taken away" in bytes_to_outcomes(answer.kept)[0].records.report.message


@pytest.mark.parametrize("content", [b"no database at all, but long enough to look like one" * 30, b""])
def test_a_damaged_cache_is_made_anew(content: bytes, folder: Path) -> None:
    read(folder)
    path = cache_of(folder.parent / "dataset")
    path.write_bytes(content)
    assert len(read(folder)[0]) == 3
    assert read(folder)[0] == []


def test_a_row_that_a_disk_has_spoilt_is_read_again(folder: Path) -> None:
    read(folder)
    with sqlite3.connect(cache_of(folder.parent / "dataset")) as base:
        base.execute("update files set records = x'00', reading = x'00' where file = '1.txt'")
    base.close()
    assert read(folder)[0] == ["1.txt"]


def test_two_runs_at_once_keep_what_each_has_read(folder: Path) -> None:
    path = cache_of(folder.parent / "dataset")
    one, other = Cache(path), Cache(path)
    for cache, name in ((one, "0.txt"), (other, "1.txt"), (one, "2.txt")):
        cache.keep(job(folder, name), read_file(job(folder, name), unheard))
    assert all(cache.kept(job(folder, f"{n}.txt")) for cache in (one, other) for n in range(3))


KILLED = """
import os, signal, sys
from pathlib import Path
from upheld.batch import Means, cache_of, read_folder
from upheld.batch.cache import Cache
folder = Path(sys.argv[1])
def tell(told):
    if told.file == "2.txt":
        os.kill(os.getpid(), signal.SIGKILL)
read_folder(folder, tell=tell, means=Means(cache=Cache(cache_of(folder.parent / "dataset"))))
"""


def test_after_a_kill_only_what_was_under_way_is_read_again(folder: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", KILLED, folder], env=environment, check=False)  # noqa: S603
    assert done.returncode == -signal.SIGKILL
    assert read(folder)[0] == ["2.txt"]


def test_a_dataset_is_not_replaced_by_one_without_a_report(folder: Path, tmp_path: Path) -> None:
    dataset = tmp_path / "dataset"
    assert write_dataset(read_folder(folder), dataset, Means()) == []
    (folder / "0.txt").unlink()
    assert len(write_dataset(read_folder(folder), dataset, Means())) == 1
    for path in folder.iterdir():
        path.unlink()
    with pytest.raises(UpheldError, match="was made of 2 files, and now there is none to read; it stays as it is"):
        write_dataset(read_folder(folder), dataset, Means())
    assert publish.read(dataset).reports["file"].tolist() == ["1.txt", "2.txt"]
    assert write_dataset(read_folder(folder), tmp_path / "other", Means()) == []


def test_records_are_stored_and_their_rows_come_back_unchanged() -> None:
    (outcome,) = bytes_to_outcomes(read_file(job(REPORT.parent, REPORT.name), unheard).kept)
    records = outcome.records
    assert json_to_records(records_to_json(records)) == replace(records, labels=())
    assert json_to_report(records_to_json(records)) == records.report
    assert {type(figure.measure) for figure in records.figures} != {str}


def test_what_is_gone_and_what_gives_less_than_last_time_is_told() -> None:
    before = Counter({"a.pdf": 5, "b.pdf": 12, "c.pdf": 7, "d.pdf": 1})
    assert list(changes(before, Counter({"a.pdf": 5, "b.pdf": 3}), {"a.pdf", "b.pdf", "d.pdf"})) == [
        "b.pdf: gives 3 figures, and gave 12 in the last run",
        "c.pdf: is gone since the last run, and with it its 7 figures",
    ]
