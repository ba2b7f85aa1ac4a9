"""The score of drawn specimens: what counts as right, wrong, not printed and told, and what is made of it."""

import csv
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from corpus.counts import Counts, Scored, by, by_fault, total, worst
from corpus.folder import strangers
from corpus.heat import heat
from corpus.match import Row, match, scored
from corpus.page import page
from corpus.score import rows, score
from corpus.sheets import percent, sheets
from corpus.specimen import draw, many, write
from corpus.tell import is_false, taken, tells, untold
from corpus.written import to_json, to_markdown

PROGRAM = Path(sys.executable).with_name("upheld")
PLAIN = {**os.environ, "NO_COLOR": "1", "COLUMNS": "160", "PYTHONWARNINGS": "error"}
AXES = {"family": "stage", "words": "seen", "numbers": "plain", "look": "ruled", "container": "pdf"}
KEY = ("period_start", "period_end", "basis", "dimension", "category")


def figures(text: str) -> list[Row]:
    """A line for each figure: `service | stage | measure | value unit`, and `prose` behind it for one that a sentence states."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return [figure(*cells) for cells in lines]


def figure(service: str, stage: str, measure: str, value: str, source: str = "table") -> Row:
    number, _, unit = value.partition(" ")
    state = "reported" if unit else number
    about = {"service": service, "stage": stage, "measure": measure, "source": source, **dict.fromkeys(KEY, "")}
    return {**about, "value": number if unit else "", "unit": unit, "state": state, "text": number}


def sums(gold: str, told: str) -> tuple[int, int, int, int]:
    found = match(figures(gold), scored(figures(told)))
    return found.right, len(found.wrong), len(found.extra), len(found.missing)


def one(file: str = "a.pdf", fault: str = "", troubles: tuple[str, ...] = (), message: str = "", axes: Row = AXES, **counts: int) -> Scored:
    return Scored(file, file, axes, fault, Counts(files=1, **counts), message, troubles)


def test_a_figure_told_as_it_is_printed_is_right() -> None:
    assert sums("Libraries | 1 | received | 12 count", "Libraries | 1 | received | 12 count") == (1, 0, 0, 0)
    assert sums("Waste & Recycling | 1 | received | 12.0 count", "WASTE and RECYCLING | 1 | received | 12 count") == (1, 0, 0, 0)
    assert sums("Libraries | 1 | received | nil", "Libraries | 1 | received | nil") == (1, 0, 0, 0)


@pytest.mark.parametrize("told", ["13 count", "12 percent", "nil"])
def test_another_value_or_unit_is_wrong(told: str) -> None:
    assert sums("Libraries | 1 | received | 12 count", f"Libraries | 1 | received | {told}") == (0, 1, 0, 1)


@pytest.mark.parametrize("told", ["Parks | 1 | received", "Libraries | 2 | received", "Libraries | 1 | upheld"])
def test_a_figure_about_something_else_is_not_printed(told: str) -> None:
    assert sums("Libraries | 1 | received | 12 count", f"{told} | 12 count") == (0, 0, 1, 1)


def test_a_figure_of_a_table_told_too_often_is_not_printed_so_often() -> None:
    line = "Libraries | 1 | received | 12 count\n"
    assert sums(line * 2, line * 3) == (2, 0, 1, 0)
    assert sums(line * 2, line) == (1, 0, 0, 1)


def test_a_figure_of_a_sentence_may_be_told_as_often_as_it_is_said() -> None:
    line = "Libraries | 1 | received | 12 count | prose\n"
    assert sums(line, line * 3) == (1, 0, 0, 0)


def test_a_sentence_is_no_table() -> None:
    assert sums("Libraries | 1 | received | 12 count | prose", "Libraries | 1 | received | 12 count") == (0, 0, 1, 1)


def test_other_figures_and_those_said_to_be_unreadable_are_not_scored() -> None:
    assert sums("Libraries | 1 | received | 12 count", "Libraries | 1 | other | 3 count\nLibraries | 1 | received | unreadable") == (
        0,
        0,
        0,
        1,
    )


GOLD = {"check": "flow", "service": "Libraries", "stage": "3", "expected": "4", "found": "5", "why": ""}
TOLD = {"service": "Libraries", "stage": "3", "expected": "4", "found": "5", "message": "", "severity": "error", "explanation": ""}


@pytest.mark.parametrize(
    ("change", "hit"),
    [
        ({}, True),
        ({"expected": "5", "found": "4"}, True),
        ({"service": "LIBRARIES "}, True),
        ({"service": "Library Service", "message": "Library Service (Libraries elsewhere): 5"}, True),
        ({"service": "Parks"}, False),
        ({"stage": "2"}, False),
        ({"found": "6"}, False),
        ({"found": "1 2 3 4 5 6 7 8 9"}, False),
    ],
)
def test_a_finding_is_the_planted_one_if_place_and_number_are(change: Row, hit: bool) -> None:  # noqa: FBT001 - a column of the table
    assert tells({**TOLD, **change}, GOLD) is hit
    assert is_false({**TOLD, **change}, [GOLD]) is not hit


def test_a_planted_fault_without_a_number_needs_only_its_place() -> None:
    assert tells({**TOLD, "found": "Parks"}, {**GOLD, "found": "Parks"})


def test_a_finding_that_the_report_explains_is_no_false_alarm() -> None:
    assert not is_false({**TOLD, "severity": "explained", "explanation": "One was closed later."}, [])
    assert is_false({**TOLD, "severity": "explained"}, [])


CELLS = [{"text": text, "column": "Matters noted", "row": "Libraries", "why": "unknown"} for text in ("7", "7", "12")]


def test_a_cell_is_told_by_its_text_as_often_as_it_stands_there() -> None:
    assert [cell["text"] for cell in untold(CELLS, [{"text": "7"}, {"text": "1 2"}])] == ["7"]


def test_a_cell_is_told_with_its_whole_table() -> None:
    assert untold(CELLS, [{"text": "Service Received Matters noted"}]) == []
    assert untold(CELLS, [{"text": "Service Received"}]) == CELLS


def test_a_cell_is_told_with_its_row() -> None:
    assert [cell["text"] for cell in untold(CELLS, [{"text": "Libraries 17 3 12"}])] == ["7", "7"]


def test_a_cell_is_taken_for_a_figure_if_one_that_is_not_printed_has_its_text() -> None:
    assert [cell["text"] for cell in taken(CELLS, [{"text": "12"}, {"text": "99"}])] == ["12"]


def test_shares_of_nothing_are_no_shares() -> None:
    assert (Counts().recall, Counts().precision) == (None, None)
    assert (Counts(gold=4, right=3, wrong=1).recall, Counts(gold=4, right=3, wrong=1, extra=2).precision) == (0.75, 0.5)


def test_nothing_short_of_the_whole_is_printed_as_the_whole() -> None:
    assert [percent(share) for share in (None, 0, 0.29, 0.9999, 1)] == ["-", "0.0", "29.0", "99.9", "100.0"]


def test_sums_are_made_by_any_axis() -> None:
    every = [one(gold=3), one(gold=4, axes={**AXES, "container": "text"}), one(gold=5)]
    assert {key: (counts.files, counts.gold) for key, counts in by(every, "container").items()} == {("pdf",): (2, 8), ("text",): (1, 4)}
    assert list(by(every, "family", "container")) == [("stage", "pdf"), ("stage", "text")]
    assert total(every).gold == 12


def test_a_fault_counts_where_it_is_to_be_found() -> None:
    every = [one(fault="restated"), one(fault="restated", planted=1), one(fault="flow", planted=1, planted_told=1)]
    assert {key: (counts.files, counts.planted_told) for key, counts in by_fault(every).items()} == {
        ("flow",): (1, 1),
        ("restated",): (1, 0),
    }


def test_the_worst_come_first_and_what_could_not_be_read_last() -> None:
    told = ("something",)
    files = [
        one("unread", failed=1, gold=9, troubles=told),
        one("missing", gold=9, right=8, troubles=told),
        one("good", gold=9, right=9),
        one("alarm", gold=9, right=9, false_findings=1, troubles=told),
        one("extra", gold=9, right=9, extra=2, troubles=told),
        one("wrong", gold=9, right=8, wrong=1, troubles=told),
    ]
    assert [each.file for each in worst(files, 5)] == ["wrong", "extra", "alarm", "missing", "unread"]


def test_a_table_ends_with_the_sum() -> None:
    sheet = next(sheets([one(gold=8, right=6, extra=1), one(failed=1, gold=2)]))
    assert sheet.headings[:4] == ("family", "files", "not read", "figures")
    assert sheet.rows == (("stage", "2", "1", "10", "60.0", "85.7", "-", "1", "-"), ("all", "2", "1", "10", "60.0", "85.7", "-", "1", "-"))


def test_a_heat_map_prints_its_numbers_and_marks_what_is_not_precise() -> None:
    picture = ET.fromstring(heat([one(gold=8, right=6), one(gold=2, right=1, wrong=1, axes={**AXES, "container": "docx & more"})], "A & B"))  # noqa: S314 - our own
    texts = [text.text for text in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert {"A & B", "Family by container", "docx & more", "75", "50", "p 50.0"} <= set(texts)
    borders = [square.get("stroke-width") for square in picture.iter("{http://www.w3.org/2000/svg}rect") if square.get("stroke")]
    assert borders.count("3.5") == 3
    assert borders.count("0.5") == 2


def test_a_page_says_what_no_reader_opens() -> None:
    blind = one(failed=1, gold=2, axes={**AXES, "container": "docx"}, message="no", troubles=("not read: no",))
    text = page([one(gold=8, right=8), blind], 5, 2)
    assert "No reader opens docx yet" in text
    assert "2 specimens of seed 5" in text
    assert "No reader opens" not in page([one(gold=8, right=8)], 5, 1)


def test_a_long_list_of_troubles_is_cut_short() -> None:
    assert to_markdown([one(gold=9, troubles=tuple(map(str, range(9))))]).rstrip().endswith("- 4\n- and 4 more")


def test_all_numbers_stand_in_the_json() -> None:
    told = json.loads(to_json([one(gold=8, right=6, fault="flow", planted=1)]))
    assert told["total"]["recall"] == told["by"]["look"]["ruled"]["recall"] == told["faults"]["flow"]["recall"] == 0.75
    assert told["files"][0]["counts"]["right"] == 6


def as_dataset(folder: Path, dataset: Path) -> None:
    """A dataset that says what the gold says."""
    listed = rows(folder / "specimens.csv")
    tables: dict[str, list[Row]] = {name: [] for name in ("figures", "unread", "findings")}
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
