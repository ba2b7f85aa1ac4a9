"""Mutated files: what is made of them, what is asked of their readings, and the smallest files of the faults that they showed."""

from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from benchmarks.fuzz.inside import mutated_file, parts_to_pdf, parts_to_zip, pdf_to_objects, zip_to_parts
from benchmarks.fuzz.oracle import Said, invented, key
from benchmarks.fuzz.originals import MADE, ROWS
from benchmarks.fuzz.run import run
from benchmarks.fuzz.trial import WRONG, number_to_file, trial
from benchmarks.understood import path_to_records
from schemas import State, UpheldError

NUMBERS = 25  # mutated files that every run of the tests reads; `make fuzz` reads 50,000


@pytest.fixture(scope="module", params=sorted(MADE))
def original(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("original") / str(request.param)
    path.write_bytes(MADE[str(request.param)]())
    return path


def test_every_original_says_the_same_and_all_of_it_stands_in_the_file(original: Path) -> None:
    figures = path_to_records(original).figures
    told = {(figure.service, figure.value) for figure in figures if figure.source == "table"}
    assert {(name, Decimal(text.rstrip("%"))) for name, *texts in ROWS[1:-1] for text in texts} <= told
    assert invented(figures, set(), Said(original)) == []


def test_a_figure_that_does_not_stand_in_the_file_is_invented(original: Path) -> None:
    figures = path_to_records(original).figures
    other = original.with_name(f"other-{original.name}")
    other.write_bytes(MADE["tabbed.txt"]().replace(b"12", b"13"))
    new = invented(figures, set(), Said(other))
    assert {figure.text for figure in new} == {"12"}
    assert invented(figures, {key(figure) for figure in figures}, Said(other)) == []
    assert all(figure.state is State.REPORTED for figure in new)


def test_a_container_that_is_taken_apart_and_put_together_is_read_as_before(original: Path) -> None:
    content = original.read_bytes()
    if content.startswith(b"PK"):
        content = parts_to_zip(zip_to_parts(content))
    elif content.startswith(b"%PDF"):
        content = parts_to_pdf(pdf_to_objects(content))
    again = original.with_name(f"again-{original.name}")
    again.write_bytes(content)
    assert list(map(key, path_to_records(again).figures)) == list(map(key, path_to_records(original).figures))


def test_a_mutated_file_follows_from_its_number() -> None:
    assert [number_to_file(number) for number in range(5)] == [number_to_file(number) for number in range(5)]
    content = MADE["report.docx"]()
    changed = [mutated_file(content, Random(n)) for n in range(40)]  # noqa: S311 - no secret
    assert sum(one != content for one in changed) > 35


def test_mutated_files_are_read_or_refused_in_a_sentence(tmp_path: Path) -> None:
    found = [trial(number, tmp_path) for number in range(NUMBERS)]
    assert [one for one in found if one.verdict in WRONG] == []


def test_a_run_goes_on_where_the_last_one_ended(tmp_path: Path) -> None:
    assert run(tmp_path / "kept", 2, 1).total() == 2
    assert run(tmp_path / "kept", 3, 1).total() == 3
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["done.json"]


def test_a_word_document_without_a_body_is_damaged(tmp_path: Path) -> None:
    parts = zip_to_parts(MADE["report.docx"]())
    document = parts["word/document.xml"]
    start, end = document.index(b"<w:body>"), document.index(b"</w:document>")
    (tmp_path / "a.docx").write_bytes(parts_to_zip(parts | {"word/document.xml": document[:start] + document[end:]}))
    with pytest.raises(UpheldError, match="the Word document is damaged"):
        path_to_records(tmp_path / "a.docx")


def test_text_of_no_size_is_not_to_be_seen(tmp_path: Path) -> None:
    content = MADE["unruled.pdf"]()
    start = content.index(b"/F1 9 Tf")
    (tmp_path / "a.pdf").write_bytes(parts_to_pdf(pdf_to_objects(content[:start] + b"/F1 0 Tf" + content[start + 8 :])))
    with pytest.raises(UpheldError, match="no page of the PDF holds any text"):
        path_to_records(tmp_path / "a.pdf")


@pytest.mark.parametrize("long", ["9" * 40, "1" + ",234" * 12, "0." + "7" * 40])
def test_a_number_of_more_digits_than_anyone_counts_is_no_figure(long: str, tmp_path: Path) -> None:
    rows = "Service\tReceived\tUpheld\nHousing\t12\t3\n"
    sentence = f"We received {long} stage 1 complaints in 2019/20, of which {long}% were upheld."
    (tmp_path / "a.txt").write_text(f"{sentence}\n\nStage 1 complaints by service\n\n{rows}Parking\t{long}\t1\n", encoding="utf-8")
    assert {figure.value for figure in path_to_records(tmp_path / "a.txt").figures if figure.value is not None} <= {12, 3, 1}


def test_a_row_that_is_repeated_hundreds_of_times_has_percentages_of_no_known_count(tmp_path: Path) -> None:
    rows = "Service\tReceived\tUpheld\t% upheld\n" + "Parking\t3\t1\t25%\n" * 400
    (tmp_path / "a.txt").write_text(f"Stage 1 complaints by service\n\n{rows}", encoding="utf-8")
    assert path_to_records(tmp_path / "a.txt").findings == ()


def test_a_label_of_thousands_of_words_is_read_as_any_other(tmp_path: Path) -> None:
    rows = f"Service,Received,Upheld\nHousing,12,3\n{'Parking and ' * 4000},7,1\n"
    (tmp_path / "a.csv").write_text(f"Stage 1 complaints by service 2019/20\n{rows}", encoding="utf-8")
    assert {figure.value for figure in path_to_records(tmp_path / "a.csv").figures} == {12, 3, 7, 1}


def test_a_table_of_hundreds_of_columns_is_unread_with_its_reason(tmp_path: Path) -> None:
    rows = f"| Service |{' Received |' * 300}\n|---|{'---|' * 300}\n| Housing |{' 12 |' * 300}\n"
    (tmp_path / "a.md").write_text(f"Stage 1 complaints by service\n\n{rows}", encoding="utf-8")
    records = path_to_records(tmp_path / "a.md")
    assert not records.figures
    assert [row.reason for row in records.unread] == ["no figure of this table is understood: it has more than 200 columns"]
