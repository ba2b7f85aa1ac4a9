"""Lists of sources: what is wrong in one is told, and stops nothing."""

import os
from pathlib import Path

import pytest

from upheld.batch import read_folder
from upheld.commands.summary import batch_to_notes


def problems(folder: Path, content: str) -> tuple[str, ...]:
    (folder / "Report.txt").write_text("We received 206 complaints.")
    (folder / "sources.csv").write_text(content)
    return read_folder(folder).problems


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("gone.pdf,,", "names gone.pdf, which is no report of the folder"),
        ("report.TXT,,", "names report.TXT, which in the folder is Report.txt"),
        ("Report.txt,,2021-02-30", "2021-02-30 is no date; write it as 2021-02-03"),
        ("Report.txt,,last week", "last week is no date; write it as 2021-02-03"),
    ],
)
def test_a_row_that_cannot_be_true_is_kept_and_told(row: str, problem: str, tmp_path: Path) -> None:
    assert problems(tmp_path, f"file,url,date got\nReport.txt,,2021-02-03\n{row}\n") == (f"sources.csv, row 3: {problem}",)
    assert len(read_folder(tmp_path).dataset.sources) == 2


def test_a_list_with_a_quotation_mark_that_is_not_closed_is_told_and_not_used(tmp_path: Path) -> None:
    sentence = "sources.csv: is no CSV table: unexpected end of data; save it as CSV in UTF-8"
    assert problems(tmp_path, 'file,council\nReport.txt,"Eastmere\nother.txt,Westbrook\n') == (sentence,)


def test_a_list_as_a_spreadsheet_of_another_country_saves_it_is_read(tmp_path: Path) -> None:
    assert problems(tmp_path, "sep=;\nFile;Date got\n\nReport.txt;2021-02-03\n") == ()
    assert read_folder(tmp_path).dataset.sources["date_got"].tolist() == ["2021-02-03"]


def test_a_list_that_is_no_ordinary_file_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "sources.csv")
    assert read_folder(tmp_path).problems == ("sources.csv: is no ordinary file; put the list itself in its place",)


def test_more_problems_than_a_person_reads_are_counted(tmp_path: Path) -> None:
    assert len(problems(tmp_path, "file\n" + "gone.pdf\n" * 12)) == 12
    assert list(batch_to_notes(read_folder(tmp_path)))[10:] == ["and 2 more in the lists handed in"]
