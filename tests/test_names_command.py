"""`upheld names`: a list of one's own with the services that its names mean."""

import csv
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from normalise.services import Printed, match
from upheld.cli import main

ADDED = ["service_id", "label", "lgsco_category", "score", "method", "needs_review"]


def names(path: Path, output: Path) -> Result:
    return CliRunner().invoke(main, ["names", str(path), "-o", str(output)])


def written(folder: Path, content: str | bytes) -> list[dict[str, str]]:
    """The result for a list of this content."""
    (folder / "list.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
    done = names(folder / "list.csv", folder / "out.csv")
    assert done.exit_code == 0, done.stderr
    with (folder / "out.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_name_has_its_service_in_the_order_of_the_list(tmp_path: Path) -> None:
    rows = written(tmp_path, "council,printed_name,context\nNorthvale,Pest Control,\nNorthvale,Total,\nNorthvale,Council Tax,Finance\n")
    assert list(rows[0]) == ["council", "printed_name", "context", *ADDED]
    assert [row["printed_name"] for row in rows] == ["Pest Control", "Total", "Council Tax"]
    assert [row["service_id"] for row in rows] == ["pest-animal-control", "none", "council-tax"]
    assert [row["lgsco_category"] for row in rows][1:] == ["", "Benefits & Tax"]
    assert {row["needs_review"] for row in rows} <= {"true", "false"}
    assert all(0 <= float(row["score"]) <= 1 for row in rows)


def test_other_columns_are_kept_under_another_name_and_never_used(tmp_path: Path) -> None:
    rows = written(tmp_path, "service_id,Printed name,note,,score\nlicensing,Pest Control,=SUM(A1),x,7\n")
    assert list(rows[0]) == ["input_service_id", "printed_name", "input_note", "input_4", "input_score", *ADDED]
    assert (rows[0]["input_service_id"], rows[0]["service_id"]) == ("licensing", "pest-animal-control")


def test_what_stands_around_a_name_counts(tmp_path: Path) -> None:
    content = "council,printed_name,context\nNorthvale,Property Services,Housing Directorate\nNorthvale,Property Services,Resources\n"
    found = [match(Printed("Property Services", "", "Northvale", context)).service_id for context in ("Housing Directorate", "Resources")]
    assert [row["service_id"] for row in written(tmp_path, content)] == found
    assert found[0] != found[1]


@pytest.mark.parametrize("text", ["=1+1", "+44 Helpline", "-Repairs", "@council", '"Bins", and tips', "two\nlines", "Café – Zephyr’s"])
def test_a_text_stays_as_it_is(text: str, tmp_path: Path) -> None:
    quoted = text.replace('"', '""')
    rows = written(tmp_path, f'printed_name,note\n"{quoted}","{quoted}"\n')
    assert (rows[0]["printed_name"], rows[0]["input_note"]) == (text, text)


@pytest.mark.parametrize(
    "content",
    [
        "\ufeffprinted_name;council\r\nCafé Pest Control;Northvale\r\n;\r\n".encode(),
        "printed_name\tcouncil\r\nCafé Pest Control\tNorthvale\r\n".encode("utf-16"),
        "council,printed_name\nNorthvale,Café Pest Control\n".encode("cp1252"),
    ],
    ids=["semicolons and a mark", "UTF-16 and tabs", "Windows"],
)
def test_a_list_is_read_however_it_was_saved(content: bytes, tmp_path: Path) -> None:
    rows = written(tmp_path, content)
    assert [(row["printed_name"], row["council"]) for row in rows] == [("Café Pest Control", "Northvale")]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "list.csv: no such file"),
        ("", "list.csv: its first row names no column printed_name"),
        ("name,council\nBins,Northvale\n", "list.csv: its first row names no column printed_name"),
        ("printed_name,Printed Name\n", "list.csv: has the column printed_name twice"),
        ("printed_name,council\nBins,Northvale\n,Northvale\n", "list.csv, row 3: has no printed_name"),
        ("printed_name,council\nParks, trees,Northvale\n", "list.csv, row 2: has more cells than there are columns"),
        ('printed_name\n"Bins\n', "list.csv: is no CSV table"),
    ],
)
def test_a_list_that_cannot_be_used_is_told_and_nothing_is_written(content: str | None, sentence: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "list.csv").write_text(content)
    (tmp_path / "out.csv").write_text("earlier")
    done = names(tmp_path / "list.csv", tmp_path / "out.csv")
    assert done.exit_code == 2
    assert sentence in done.stderr
    assert (tmp_path / "out.csv").read_text() == "earlier"
    assert {path.name for path in tmp_path.iterdir()} <= {"list.csv", "out.csv"}


def test_the_list_itself_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("printed_name\nBins\n")
    assert "is the list itself" in names(tmp_path / "list.csv", tmp_path / "." / "list.csv").stderr


@pytest.mark.parametrize("output", ["nowhere/out.csv", "folder"])
def test_a_place_that_cannot_be_written_is_told(output: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "list.csv").write_text("printed_name\nBins\n")
    done = names(tmp_path / "list.csv", tmp_path / output)
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "list.csv"]
