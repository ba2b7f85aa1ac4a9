"""What an operator is told: while a run goes on, in its log, and afterwards of what it wrote."""

import json
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from rich.progress import Progress
from typer.testing import CliRunner

from publish import write
from schemas import UpheldError
from upheld.batch import cache_of, isolated, read_days, read_folder
from upheld.cli import main
from upheld.commands.log import logged
from upheld.commands.status import tally
from upheld.terminal.console import COLUMNS, move_bar
from upheld.work import Limits

TEXT = "Annual complaints report 2019/20\n\nWe received 206 stage 1 complaints in 2019/20.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for name, content in (("good.txt", TEXT), ("empty.txt", ""), ("photo.png", "\x89PNG")):
        (tmp_path / "in" / name).write_text(content)
    return tmp_path / "in"


def test_the_log_has_a_line_for_each_report_with_what_became_of_it_and_seconds(folder: Path) -> None:
    (folder / "gone.txt").symlink_to("nowhere.txt")
    with logged(folder.parent / "log.jsonl", folder) as tell:
        read_folder(folder, tell=tell)
    lines = [json.loads(line) for line in (folder.parent / "log.jsonl").read_text("utf-8").splitlines()]
    told = {line["file"]: (line["status"], line["failure"], line["figures"]) for line in lines}
    assert told == {
        "good.txt": ("extracted", None, 1),
        "empty.txt": ("failed", "cannot be read", 0),
        "gone.txt": ("failed", "cannot be read", 0),
        "photo.png": ("failed", "no reader for its format", 0),
    }
    assert all(line["reason"] for line in lines if line["failure"])
    assert set(next(line for line in lines if line["file"] == "good.txt")["seconds"]) == {"reading", "meaning", "checks"}


def test_a_log_among_the_reports_would_be_read_as_one(folder: Path) -> None:
    for place, problem in ((folder / "log.jsonl", "lies among the reports"), (folder.parent / "no" / "log.jsonl", "cannot be written")):
        with pytest.raises(UpheldError, match=problem), logged(place, folder):
            pass


def test_the_bar_counts_what_failed() -> None:
    text = StringIO()
    with Progress(*COLUMNS, console=Console(file=text, force_terminal=True, width=120), refresh_per_second=0.001) as bar:
        task = bar.add_task("", total=None, failed=0, rate=0.0)
        for file, failed in (("a [1].txt", False), ("b.txt", True), ("c.txt", False)):
            move_bar(bar, task, file, 4, failed=failed)
    assert "3/4" in text.getvalue()
    assert "1 failed c.txt" in text.getvalue()


def test_a_dataset_tells_how_its_reports_were_read_and_when(folder: Path) -> None:
    (folder / "void.txt").touch()
    dataset = folder.parent / "dataset"
    with isolated(1, Limits(), cache_of(dataset)) as means:
        write(read_folder(folder, means=means).dataset, dataset)
    done = CliRunner().invoke(main, ["status", str(dataset)])
    lines = [line.strip() for line in done.output.splitlines()]
    assert lines[:4] == ["reports: 4", "3  failed", "1  extracted", "reports failed, by reason: 3"]
    assert lines[4] == "2  the file is empty; get it again from its source"
    assert lines[-2] == "files, by the day on which they were read last: 4"
    assert read_days(folder.parent / "nowhere.sqlite") == []


def test_reasons_beyond_what_a_person_reads_are_one_row() -> None:
    told = tally("cells", [str(n) for n in range(12)] + ["5"])
    assert told.rows[0] == ("5", 2)
    assert told.rows[-1] == ("for 2 other reasons", 2)


def test_the_status_of_what_is_no_dataset_is_a_wrong_call(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["status", str(tmp_path)]).exit_code == 2
