"""The score of drawn specimens: what counts as right, wrong, not printed and told."""

import pytest

from corpus.match import Row, match, scored
from corpus.tell import is_false, taken, tells, untold

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
