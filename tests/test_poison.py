"""Files made to stop, slow or exhaust their reader: each costs itself, is told by name, and what could be read of it stays."""

from pathlib import Path

import pandas as pd
import pytest

import publish
from benchmarks import poison
from upheld.batch import Failure, isolated, read_folder
from upheld.work import Limits, warm_up

AWKWARD = "a\nb\t'c' \"d\" [e] %20 \\ ; rm -rf $HOME * \u202e\U0001f600.txt"


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> pd.DataFrame:
    folder = tmp_path_factory.mktemp("poisoned")
    files = {
        "bomb.pdf": poison.deflate_bomb(1500),
        "only bomb.pdf": poison.pdf([poison.deflated(1500)], b"/Filter[/FlateDecode/FlateDecode]"),
        "wide.pdf": poison.huge_page(),
        "round.pdf": poison.circular_tables(),
        "circle.pdf": poison.circular_pages(),
        "laughs.docx": poison.entities(),
        "deep.html": poison.nested_page(30_000),
        "good.txt": poison.TEXT.encode(),
        AWKWARD: poison.TEXT.encode() + b"And 12 at stage 2.",
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    warm_up("upheld.batch.reading")
    with isolated(2, Limits(seconds=60, megabytes=500)) as means:
        batch = read_folder(folder, means=means)
    found = batch.dataset.reports.astype("object").fillna("").set_index("file")
    found["failure"] = [failure or "" for _, failure in batch.reports]
    return found


def test_every_file_is_told_of_and_the_sound_ones_are_read(reports: pd.DataFrame) -> None:
    assert len(reports) == 9
    assert reports.loc[["good.txt", AWKWARD], "status"].tolist() == ["extracted", "extracted"]


def test_a_page_that_takes_too_much_memory_costs_itself_and_the_others_are_read(reports: pd.DataFrame) -> None:
    row = reports.loc["bomb.pdf"]
    assert (row["status"], row["figures"]) == ("partial", 1)
    assert row["message"].startswith("page 2 was left out: reading it took more than 500 MB of memory")


@pytest.mark.parametrize(
    ("name", "failure"),
    [
        ("only bomb.pdf", Failure.MEMORY),
        ("laughs.docx", Failure.UNREADABLE),
        ("deep.html", Failure.UNREADABLE),
    ],
)
def test_a_file_of_which_nothing_can_be_read_says_why(name: str, failure: Failure, reports: pd.DataFrame) -> None:
    row = reports.loc[name]
    assert (row["status"], row["failure"]) == ("failed", failure)
    assert row["message"]


def test_a_page_kilometres_wide_is_read_like_any_other(reports: pd.DataFrame) -> None:
    assert reports.loc["wide.pdf", "failure"] == ""


def test_what_leads_in_a_circle_comes_to_an_end(reports: pd.DataFrame) -> None:
    assert set(reports.loc[["round.pdf", "circle.pdf"], "failure"]) <= {"", Failure.UNREADABLE}


def test_the_number_of_processes_changes_no_byte(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    for n in range(6):
        (tmp_path / "reports" / f"{n}.txt").write_text(poison.TEXT + f"And {n + 10} at stage 2.")
    publish.write(read_folder(tmp_path / "reports").dataset, tmp_path / "0")
    for jobs in (1, 2):
        with isolated(jobs, Limits()) as means:
            publish.write(read_folder(tmp_path / "reports", means=means).dataset, tmp_path / str(jobs))
    for path in (tmp_path / "0").iterdir():
        assert path.read_bytes() == (tmp_path / "1" / path.name).read_bytes() == (tmp_path / "2" / path.name).read_bytes()
