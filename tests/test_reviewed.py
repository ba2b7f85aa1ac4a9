"""A file of decisions as a person hands it back."""

from pathlib import Path

import pytest

from publish.audit import Choice, Decision
from schemas import UpheldError
from upheld.judged.reviewed import read_decisions, read_reviewed

HEAD = "finding_id,decision,note,values\n"


def written(path: Path, rows: str) -> Path:
    path.write_text(HEAD + rows, encoding="utf-8")
    return path


def test_decisions_are_read_as_they_were_exported(tmp_path: Path) -> None:
    read = read_reviewed(written(tmp_path / "reviewed.csv", 'a,accepted,"\'=1, it says",[1] [2]\nb,Dismissed,,\n'))
    assert read.decisions == {
        "a": Decision("a", Choice.ACCEPTED, "=1, it says", "[1] [2]"),
        "b": Decision("b", Choice.DISMISSED, "", ""),
    }
    assert read.problems == ()


def test_a_row_that_cannot_be_used_is_told_of_by_its_line(tmp_path: Path) -> None:
    read = read_reviewed(
        written(tmp_path / "mine.csv", "a,perhaps,,\n,accepted,,\n\nb,accepted,one, two,three\nc,accepted,,\nc,dismissed,,\n")
    )
    assert list(read.decisions) == ["c"]
    assert read.problems == (
        "mine.csv, row 2: perhaps is no decision; accepted or dismissed is; the row is not used",
        "mine.csv, row 3: names no finding; the row is not used",
        "mine.csv, row 5: has more cells than there are columns; a note with a comma in it stands in quotation marks; the row is not used",
        "mine.csv, row 7: decides about c a second time; the row is not used",
    )


def test_what_is_handed_back_wins_over_what_stands_in_the_dataset(tmp_path: Path) -> None:
    own = written(tmp_path / "own.csv", "a,accepted,,\nb,accepted,,\n")
    read = read_decisions(own, written(tmp_path / "handed.csv", "b,dismissed,,\nc,accepted,,\n"))
    assert [(one.finding_id, one.decision) for one in read.decisions.values()] == [("a", "accepted"), ("b", "dismissed"), ("c", "accepted")]


def test_the_datasets_own_file_is_not_replaced_where_a_row_of_it_would_be_lost(tmp_path: Path) -> None:
    own, handed = written(tmp_path / "own.csv", "a,perhaps,,\n"), written(tmp_path / "handed.csv", "")
    assert len(read_decisions(own, None).problems) == 1
    with pytest.raises(UpheldError, match=r"own\.csv, row 2: .*; mend it first"):
        read_decisions(own, handed)
