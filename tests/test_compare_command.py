"""`upheld compare`, called as a person calls it."""

import csv
import io
from pathlib import Path
from xml.etree import ElementTree as ET

from typer.testing import CliRunner, Result

from upheld.cli import main

OUTPUTS = Path(__file__).parents[1] / "outputs"
QUESTION = ("--service", "licensing", "--measure", "escalated_pct", "--period", "2019-20", "--stage", "1")
SVG = "{http://www.w3.org/2000/svg}"


def call(*arguments: str, columns: int = 140) -> Result:
    return CliRunner().invoke(main, ["compare", str(OUTPUTS), *arguments], env={"COLUMNS": str(columns), "NO_COLOR": "1"})


def test_a_table_shows_each_council_with_its_base_its_interval_and_its_notes() -> None:
    done = call(*QUESTION)
    assert done.exit_code == 0, done.output
    cells = [[cell.strip() for cell in line.strip("│").split("│")] for line in done.output.splitlines() if line.startswith("│")]
    assert cells == [
        ["Hespermere City Council", "2019-20", "9.2% worked out", "8 of 87 received", "5% to 17%", "", "a"],
        ["Northvale Council", "2019-20", "5.9% worked out", "1 of 17 received", "1% to 27%", "", "b, c"],
    ]
    assert "[c] scope: Complaints for this service cover taxis, premises and street trading." in done.output


def test_without_a_measure_what_can_be_compared_is_listed() -> None:
    assert "Licensing, markets and street trading" in call().output
    assert "% escalated" in call("--service", "licensing").output


def test_csv_says_of_each_number_how_it_is_known() -> None:
    rows = list(csv.DictReader(io.StringIO(call(*QUESTION, "--format", "csv").stdout)))
    shown = [(row["council"], row["value"], row["origin"], row["count"], row["base"], row["interval_low"], row["basis"]) for row in rows]
    assert shown == [
        ("Hespermere City Council", "9.2", "worked out", "8", "87", "4.7", "counts printed"),
        ("Northvale Council", "5.9", "worked out", "1", "17", "1.0", "counts printed"),
    ]


def test_a_chart_says_in_words_what_it_shows_and_is_the_same_each_time(tmp_path: Path) -> None:
    for name, options in {"one": (), "two": (), "years": ("--over-years",)}.items():
        done = call(*QUESTION, *options, "--format", "svg", "-o", str(tmp_path / name))
        assert done.exit_code == 0, done.output
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    for name in ("one", "years"):
        svg = (tmp_path / name).read_bytes()
        texts = {element.text for element in ET.fromstring(svg).iter(f"{SVG}text")}  # noqa: S314 - a chart of our own
        assert {"Hespermere City Council", "Northvale Council"} <= {text.partition(" [")[0] for text in texts if text}
        assert b"1 of 17 received" in svg


def test_a_wrong_call_is_told_in_a_sentence(tmp_path: Path) -> None:
    unknown = call("--service", "licencing", "--measure", "received")
    assert (unknown.exit_code, unknown.stderr.partition(";")[0]) == (2, "upheld: licencing: no such service is compared")
    assert call(*QUESTION, "-o", str(tmp_path / "table.txt")).exit_code == 2
    assert call(*QUESTION, "--format", "csv", "-o", str(tmp_path / "no" / "file.csv")).exit_code == 2
