"""The command line, called as a person calls it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import upheld
from publish import read
from upheld.cli import main

TEXT = "Annual complaints report 2019/20\n\nWe received 206 stage 1 complaints in 2019/20.\n"
PROGRAM = Path(sys.executable).with_name("upheld")
PLAIN = {**os.environ, "NO_COLOR": "1", "COLUMNS": "80", "PYTHONWARNINGS": "error"}


def call(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([PROGRAM, *arguments], cwd=folder, env=PLAIN, capture_output=True, encoding="utf-8", check=False)  # noqa: S603


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "good [1].txt").write_text(TEXT)
    return tmp_path


def test_a_run_writes_the_dataset_and_tells_what_it_read(folder: Path) -> None:
    done = call("run", "reports", "-o", "dataset", folder=folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[1].split() == ["│", "reports", "read", "│", "1", "│"]
    assert done.stderr == "reading good [1].txt\n"
    assert read(folder / "dataset").reports["file"].tolist() == ["good [1].txt"]


def test_a_report_that_cannot_be_read_gives_status_1_and_a_dataset(folder: Path) -> None:
    (folder / "reports" / "empty.txt").touch()
    done = call("run", "reports", "-o", "dataset", folder=folder)
    assert done.returncode == 1
    assert "failed: cannot be read" in done.stdout
    assert "empty.txt: the file is empty" in done.stdout
    assert "Traceback" not in done.stderr
    assert read(folder / "dataset").reports["status"].tolist()[0] == "failed"


def test_a_kind_of_file_that_no_reader_reads_leaves_the_status_0(folder: Path) -> None:
    (folder / "reports" / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    done = call("run", "reports", "-o", "dataset", folder=folder)
    assert done.returncode == 0
    assert "failed: no reader for its format" in done.stdout


def test_a_dataset_inside_the_reports_is_not_read_by_the_next_run(folder: Path) -> None:
    first = call("run", "reports", "-o", "reports/dataset", folder=folder)
    second = call("run", "reports", "-o", "reports/dataset", folder=folder)
    assert (first.returncode, second.returncode) == (0, 0)
    assert len(read(folder / "reports" / "dataset").reports) == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("run", "nowhere", "-o", "dataset"), "nowhere: no such folder"),
        (("run", "reports/good [1].txt", "-o", "dataset"), "is a file, and reports are read from a folder"),
        (("run", "reports", "-o", "reports"), "reports: is the folder of the reports"),
        (("run", "reports", "-o", "/"), "/: is where a disk is mounted"),
        (("run", "reports", "-o", "."), "holds other files and no dataset of upheld"),
        (("run", "reports", "-o", "reports/good [1].txt"), "is a file, and a dataset is a folder"),
        (("show", "nowhere.pdf"), "nowhere.pdf: no such file"),
        (("show", "reports"), "reports: is a folder"),
        (("show", "reports/good [1].txt", "--page", "2"), "has no pages"),
    ],
)
def test_a_wrong_call_gives_status_2_and_one_sentence(
    arguments: tuple[str, ...], sentence: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("upheld: ")
    assert sentence in done.stderr
    assert not (folder / "dataset").exists()


def test_a_call_without_its_arguments_gives_status_2(folder: Path) -> None:
    assert call("run", "reports", folder=folder).returncode == 2
    assert call("show", folder=folder).returncode == 2
    assert call("sell", folder=folder).returncode == 2


def test_show_prints_what_the_machine_sees(folder: Path) -> None:
    done = call("show", "reports/good [1].txt", folder=folder)
    assert done.returncode == 0
    assert "We received 206 stage 1 complaints in 2019/20." in done.stdout


def test_show_tells_in_a_sentence_why_a_file_cannot_be_read(folder: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"\0no PDF at all")
    done = call("show", "broken.pdf", folder=folder)
    assert done.returncode == 1
    assert done.stderr.startswith("upheld: broken.pdf: ")
    assert "Traceback" not in done.stderr


def test_a_reader_who_has_seen_enough_gets_no_traceback(folder: Path) -> None:
    (folder / "long.txt").write_text("\n\n".join(f"Paragraph {n} says a little of everything." for n in range(5000)))
    with subprocess.Popen([PROGRAM, "show", folder / "long.txt"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=PLAIN) as process:  # noqa: S603
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


def test_the_program_is_a_module_that_can_be_run() -> None:
    done = subprocess.run([sys.executable, "-m", "upheld", "--version"], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == f"upheld {upheld.__version__}\n"


def test_the_version_is_told_without_what_reading_needs() -> None:
    program = "import sys; from upheld.cli import main\ntry: main(['--version'])\nfinally: print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)  # noqa: S603
    version, modules = done.stdout.splitlines()
    assert version == f"upheld {upheld.__version__}"
    assert not {"pandas", "pyarrow", "pdfplumber", "spacy", "extract", "normalise"} & set(modules.split())
