"""What is published of a dataset: it stands beside its tables, and goes when they do."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from publish import REVIEWED, add, read, records_to_dataset, write
from schemas import DatasetError, Records, Report
from upheld.cli import main


def written(folder: Path, name: str = "a") -> Path:
    write(records_to_dataset([Records(Report(name, f"{name}.pdf", ""))]), folder)
    return folder


def publish(folder: Path, *names: str) -> None:
    def make(new: Path) -> None:
        for name in names:
            (new / name).parent.mkdir(exist_ok=True)
            (new / name).write_text(f"{name} of {folder.name}")

    add(folder, make)


def names(folder: Path) -> set[str]:
    tables = {path.name for path in folder.iterdir() if path.suffix in {".csv", ".parquet"} and path.name != REVIEWED}
    return {path.name for path in folder.iterdir()} - tables - {"datapackage.json"}


def test_publishing_adds_files_and_leaves_the_tables_as_they_are(tmp_path: Path) -> None:
    folder = written(tmp_path / "dataset")
    before = {path.name: path.stat().st_ino for path in folder.iterdir() if path.name != "datapackage.json"}
    publish(folder, "report.html", "pictures/1.png")
    assert {name: (folder / name).stat().st_ino for name in before} == before
    assert (folder / "pictures" / "1.png").read_text() == "pictures/1.png of dataset"


def test_what_was_published_before_and_is_no_longer_made_goes(tmp_path: Path) -> None:
    folder = written(tmp_path / "dataset")
    publish(folder, "report.html", "pictures/1.png")
    publish(folder, "report.html", "data.sqlite")
    assert names(folder) == {"report.html", "data.sqlite"}


def test_a_later_run_takes_away_what_was_published_of_earlier_tables_and_nothing_of_a_persons(tmp_path: Path) -> None:
    folder = written(tmp_path / "dataset")
    (folder / "notes.txt").write_text("mine")
    publish(folder, "report.html", REVIEWED)
    written(folder, "b")
    assert names(folder) == {"notes.txt", REVIEWED}


def test_a_file_of_decisions_stays_where_the_next_publication_writes_none(tmp_path: Path) -> None:
    folder = written(tmp_path / "dataset")
    (folder / REVIEWED).write_text("mine")
    publish(folder, "report.html")
    publish(folder, "report.html")
    assert (folder / REVIEWED).read_text() == "mine"


def test_a_persons_file_is_not_written_over(tmp_path: Path) -> None:
    folder = written(tmp_path / "dataset")
    (folder / "README.md").write_text("mine")
    with pytest.raises(DatasetError, match=r"README\.md: is not as upheld made it, and upheld writes a file of this name; move it away"):
        publish(folder, "README.md")
    assert (folder / "README.md").read_text() == "mine"


def test_a_published_file_that_a_person_changed_is_hers(tmp_path: Path) -> None:
    folder = written(tmp_path / "dataset")
    publish(folder, "upheld.xlsx", "report.html")
    (folder / "upheld.xlsx").write_text("with notes of mine")
    with pytest.raises(DatasetError, match=r"upheld\.xlsx: is not as upheld made it"):
        publish(folder, "upheld.xlsx", "report.html")
    written(folder, "b")
    assert names(folder) == {"upheld.xlsx"}
    assert (folder / "upheld.xlsx").read_text() == "with notes of mine"


def test_a_run_may_publish_what_it_wrote(tmp_path: Path) -> None:
    reports, folder = tmp_path / "reports", tmp_path / "dataset"
    reports.mkdir()
    (reports / "figures.csv").write_text("Service,Stage 1 complaints received\nParks,12\n")
    run = ["run", str(reports), "-o", str(folder), "--publish"]
    assert CliRunner().invoke(main, run).exit_code == 0
    assert {"README.md", "upheld.sqlite", "upheld.xlsx"} <= names(folder)
    (folder / "reviewed.csv").write_text("finding_id,decision,note,values\nf1,perhaps,,\n")
    again = CliRunner().invoke(main, run)
    assert "reports read" in again.stdout
    assert "reviewed.csv, row 2" in again.stderr


def test_publishing_what_is_no_dataset_is_a_wrong_call(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["publish", str(tmp_path)])
    assert result.exit_code == 2
    assert "holds no dataset of upheld" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_readme_counts_and_names_what_is_there(published: Path) -> None:
    text = (published / "README.md").read_text("utf-8")
    figures = len(read(published).figures)
    assert f"| `figures` | {figures:,} |" in text
    assert "Reports: 5 extracted; 1 of them copies of another." in text
    assert "- `upheld.xlsx`: all tables as one spreadsheet" in text
