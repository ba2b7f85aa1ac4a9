"""`upheld review`, called as a person calls it: the names in doubt, decided key by key."""

import json
import os
import pty
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from spreadsheet import UNKNOWN, edit, named, run, write_report
from typer.testing import CliRunner, Result

from publish import TABLES, read
from upheld.cli import main

HOUSE = Path(__file__).parents[1]
PROGRAM = [sys.executable, "-c", "from upheld.cli import main; main()"]
PLAIN = {**os.environ, "NO_COLOR": "1", "COLUMNS": "80", "PYTHONWARNINGS": "error", "PYTHONPATH": str(HOUSE)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dataset with one name in doubt."""
    write_report(tmp_path, "annual.txt")
    run(tmp_path)
    return tmp_path


def review(folder: Path, *keys: str) -> Result:
    """A review of the folder's dataset, each key on a line of its own."""
    return CliRunner().invoke(main, ["review", str(folder / "dataset")], "".join(f"{key}\n" for key in keys))


def assert_whole(dataset: Path) -> None:
    """The dataset is described as it is, and nothing lies beside it."""
    package = json.loads((dataset / "datapackage.json").read_text("utf-8"))
    for entry in package["resources"]:
        assert entry["hash"] == "sha256:" + sha256((dataset / entry["path"]).read_bytes()).hexdigest()
    assert {path.name for path in dataset.iterdir()} >= {f"{table.name}.parquet" for table in TABLES}
    assert not [path for path in dataset.parent.iterdir() if path.name.startswith(".")]


def test_a_name_in_doubt_is_shown_with_its_place_and_what_may_be_done(folder: Path) -> None:
    done = review(folder, "help me")
    assert done.exit_code == 0, done.stderr
    assert f"[1 of 1]  {UNKNOWN}" in done.stdout
    assert "  Northvale Council" in done.stdout
    assert "  2 rows: annual.txt, table 1, row 4, column 2" in done.stdout
    assert done.stdout.endswith("0 names decided, 1 left in doubt\n")


@pytest.mark.parametrize(
    ("keys", "service_id"),
    [
        (["n"], "none"),
        (["licensing"], "licensing"),
        (["/", "directorate:housing"], "directorate:housing"),
        (["/", "refuse collection", "1"], "waste-collection"),
        (["/", "no such thing at all", "b", "n"], "none"),
        (["b", "9", "", "n"], "none"),
    ],
    ids=["none", "an id", "a heading", "searched and chosen", "searched for nothing, gone back", "keys that choose nothing"],
)
def test_what_is_chosen_is_saved_and_carried_into_the_figures(keys: list[str], service_id: str, folder: Path) -> None:
    done = review(folder, *keys)
    assert f"saved: {service_id}" in done.stdout
    assert done.stdout.endswith("1 names decided, 0 left in doubt\n")
    found = named(read(folder / "dataset"), UNKNOWN)
    assert {"service_id": service_id, "method": "reviewed", "needs_review": False, "figures": [service_id]}.items() <= found.items()
    assert_whole(folder / "dataset")


def test_a_reviewed_dataset_is_the_one_that_the_next_run_writes(folder: Path) -> None:
    review(folder, "licensing")
    reviewed = {path.name: path.read_bytes() for path in (folder / "dataset").iterdir()}
    run(folder)
    assert {path.name: path.read_bytes() for path in (folder / "dataset").iterdir()} == reviewed


def test_a_proposal_is_accepted_and_a_candidate_chosen_by_its_number(folder: Path) -> None:
    edit(folder, UNKNOWN, service_id="licensing", proposed_id="licensing", label="Licensing, markets and street trading")
    assert "  1  licensing: " in review(folder, "q").stdout
    assert "saved: licensing" in review(folder, "a").stdout
    assert named(read(folder / "dataset"), UNKNOWN)["service_id"] == "licensing"


def test_each_decision_is_saved_before_the_next_is_asked_for(folder: Path) -> None:
    write_report(folder, "another.txt", service="Quixotry")
    run(folder)
    with subprocess.Popen([*PROGRAM, "review", "dataset"], cwd=folder, env=PLAIN, stdin=-1, stdout=-1, encoding="utf-8") as process:  # noqa: S603
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("n\n")
        process.stdin.flush()
        while "saved" not in process.stdout.readline():
            pass
        process.kill()
    services = read(folder / "dataset").services
    assert services[services["service"] == "Quixotry"]["method"].tolist() == ["reviewed"]
    assert_whole(folder / "dataset")


def test_a_key_on_a_terminal_needs_no_return(folder: Path) -> None:
    person, screen = pty.openpty()
    with subprocess.Popen([*PROGRAM, "review", "dataset"], cwd=folder, env=PLAIN, stdin=screen, stdout=-1, encoding="utf-8") as process:  # noqa: S603
        assert process.stdout is not None
        while process.stdout.read(1) != ">":
            pass
        os.write(person, b"n")
        told = process.stdout.read()
    os.close(person)
    os.close(screen)
    assert "saved: none" in told
    assert process.returncode == 0


def test_a_dataset_that_was_saved_from_a_spreadsheet_is_reviewed_as_it_stands(folder: Path) -> None:
    edit(folder, "Pest Control", service_id="licensing", needs_review="FALSE")
    path = folder / "dataset" / "services.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"true", b"TRUE").replace(b",", b";"))
    assert review(folder, "n").exit_code == 0
    dataset = read(folder / "dataset")
    assert named(dataset, "Pest Control")["figures"] == ["licensing"]
    assert named(dataset, UNKNOWN)["figures"] == ["none"]


def test_what_another_program_wrote_meanwhile_is_not_overwritten(folder: Path) -> None:
    path = folder / "dataset" / "services.csv"
    called = [*PROGRAM, "review", "dataset"]
    with subprocess.Popen(called, cwd=folder, env=PLAIN, stdin=-1, stdout=-1, stderr=-1, encoding="utf-8") as process:  # noqa: S603
        assert process.stdout is not None
        while process.stdout.read(1) != ">":
            pass
        path.write_text(path.read_text() + "\n")
        _, error = process.communicate("n\n")
    assert process.returncode == 2
    assert "was changed by another program meanwhile" in error
    assert named(read(folder / "dataset"), UNKNOWN)["needs_review"]


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        (None, "dataset: holds no dataset of upheld; name a folder that `upheld run` wrote"),
        ({"service_id": "licencing"}, "services.csv, row 4: licencing is no service of the list"),
    ],
)
def test_what_cannot_be_reviewed_is_told_in_a_sentence(cells: dict[str, str] | None, sentence: str, folder: Path) -> None:
    if cells is None:
        (folder / "dataset" / "datapackage.json").unlink()
    else:
        edit(folder, UNKNOWN, **cells)
    done = review(folder, "n")
    assert done.exit_code == 2
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1
