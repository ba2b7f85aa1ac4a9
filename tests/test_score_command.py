"""Drawing specimens and scoring a dataset, as they are called."""

import csv
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from corpus.counts import total
from corpus.folder import strangers
from corpus.score import rows, score
from corpus.specimen import draw, many, write

PROGRAM = Path(sys.executable).with_name("upheld")
PLAIN = {**os.environ, "NO_COLOR": "1", "COLUMNS": "160", "PYTHONWARNINGS": "error"}


def as_dataset(folder: Path, dataset: Path) -> None:
    """A dataset that says what the gold says."""
    listed = rows(folder / "specimens.csv")
    tables: dict[str, list[dict[str, str]]] = {name: [] for name in ("figures", "unread", "findings")}
    for row in listed:
        for name, table in tables.items():
            more = {"report_id": row["name"], "severity": "error", "explanation": "", "message": "", "measure": "received"}
            table.extend({**more, **told} for told in rows(folder / "gold" / Path(row["file"]).stem / f"{name}.csv"))
    tables["reports"] = [
        {"report_id": row["name"], "file": f"reports/{row['file']}", "status": "extracted", "message": ""} for row in listed
    ]
    dataset.mkdir()
    for name, table in tables.items():
        with (dataset / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, sorted({key for row in table for key in row}))
            writer.writeheader()
            writer.writerows(table)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("drawn")
    faulty = draw(4, family="comparative", fault="difference", container="text")
    blind = draw(5, family="quarters", words="unknown", numbers="suppressed", container="text")
    write([faulty, blind], folder / "specimens")
    as_dataset(folder / "specimens", folder / "dataset")
    return folder


def test_a_dataset_that_says_what_the_gold_says_has_no_trouble(drawn: Path) -> None:
    every = score(drawn / "dataset", drawn / "specimens")
    counts = total(every)
    assert [each.troubles for each in every] == [(), ()]
    assert (counts.recall, counts.precision) == (1, 1)
    assert (counts.planted, counts.planted_told, counts.false_findings) == (1, 1, 0)
    assert counts.unknown == counts.unknown_told > 0
    assert counts.hidden == counts.hidden_told > 0


def test_a_dataset_that_says_nothing_misses_everything(drawn: Path, tmp_path: Path) -> None:
    every = score(tmp_path, drawn / "specimens")
    assert [each.troubles for each in every] == [("not read: not in the dataset",)] * 2
    assert (total(every).right, total(every).failed, total(every).planted_told, total(every).unknown_told) == (0, 2, 0, 0)


def call(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([PROGRAM, "corpus", *arguments], cwd=folder, env=PLAIN, capture_output=True, encoding="utf-8", check=False)  # noqa: S603


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_is_drawn_and_drawn_again_in_its_place(tmp_path: Path) -> None:
    write(many(9, 3), tmp_path / "wanted")
    first = call("draw", "--seed", "8", "--count", "2", "drawn", folder=tmp_path)
    again = call("draw", "--seed", "9", "--count", "3", "drawn", folder=tmp_path)
    assert (first.returncode, again.returncode) == (0, 0), again.stderr
    assert len(again.stderr.splitlines()) == 3
    assert content(tmp_path / "drawn") == content(tmp_path / "wanted")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["drawn", "wanted"]


@pytest.mark.parametrize("stranger", ["notes.txt", "reports/mine.pdf", "gold/mine"])
def test_what_was_not_drawn_is_never_drawn_over(tmp_path: Path, stranger: str) -> None:
    write(many(8, 1), tmp_path / "drawn")
    assert strangers(tmp_path / "drawn") == []
    (tmp_path / "drawn" / stranger).write_text("mine")
    done = call("draw", "--count", "1", "drawn", folder=tmp_path)
    assert done.returncode == 2
    assert f"holds what was not drawn ({stranger})" in done.stderr
    assert (tmp_path / "drawn" / stranger).read_text() == "mine"


def test_the_score_is_printed_and_written(drawn: Path, tmp_path: Path) -> None:
    call_again = [
        call("score", drawn / "dataset", drawn / "specimens", "--svg", "map.svg", "--json", "all.json", folder=tmp_path) for _ in "12"
    ]
    assert call_again[0].returncode == 0, call_again[0].stderr
    assert call_again[0].stdout == call_again[1].stdout
    assert "Planted faults" in call_again[0].stdout
    assert json.loads((tmp_path / "all.json").read_text())["total"]["recall"] == 1
    assert ET.fromstring((tmp_path / "map.svg").read_text()).tag.endswith("svg")  # noqa: S314 - our own


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("draw", "."), ".: holds what was not drawn (dataset, file, specimens)"),
        (("draw", "file"), "file: is a file, and specimens are drawn into a folder"),
        (("draw", "file/drawn"), "file/drawn: cannot be written"),
        (("score", "nowhere", "specimens"), "nowhere: holds no dataset of upheld"),
        (("score", "dataset", "dataset"), "dataset: holds no specimens.csv"),
        (("score", "dataset", "specimens"), "dataset: has read none of the specimens of specimens"),
    ],
)
def test_a_wrong_call_gives_status_2_and_one_sentence(arguments: tuple[str, ...], sentence: str, tmp_path: Path) -> None:
    write(many(8, 1), tmp_path / "specimens")
    (tmp_path / "dataset").mkdir()
    (tmp_path / "dataset" / "reports.csv").write_text("report_id,file,status,message\n")
    (tmp_path / "file").touch()
    done = call(*arguments, folder=tmp_path)
    assert done.returncode == 2
    assert (done.stdout, len(done.stderr.splitlines())) == ("", 1)
    assert done.stderr.startswith(f"upheld: {sentence}")


def test_drawing_without_what_it_needs_says_so_and_scoring_needs_nothing(drawn: Path, tmp_path: Path) -> None:
    program = "import sys; sys.modules['reportlab'] = None; from upheld.cli import main; main(sys.argv[1:])"
    runs = [
        subprocess.run([sys.executable, "-c", program, "corpus", *call], cwd=tmp_path, env=PLAIN, capture_output=True, check=False)  # noqa: S603
        for call in (("draw", "drawn"), ("score", drawn / "dataset", drawn / "specimens"))
    ]
    assert [run.returncode for run in runs] == [2, 0]
    assert b"drawing needs reportlab, which is not installed; install upheld with its extra 'corpus'" in runs[0].stderr
