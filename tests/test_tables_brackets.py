"""Figures in brackets and in pairs: which of them are last year's, and which nothing tells apart."""

import pytest
from drawing import BRACKETS, HEAD, meant, table, told, unread


def test_brackets_are_the_period_that_a_sentence_gives_them() -> None:
    records = meant(HEAD + BRACKETS + table("Service | Stage 1 received \n Repairs | 206 (218)"))
    assert told(records) == ["Repairs, 1, 2019-20: received 206 count", "Repairs, 1, 2018-19 prior: received 218 count"]


def test_last_years_full_figures_in_brackets_are_those_of_the_whole_year_before() -> None:
    note = "*Last year's full figures are shown in brackets\n"
    text = "# Six month complaint summary 2017/18\n\n" + table("Service | S1 rec'd \n Repairs | 80 (429)") + "\n" + note
    assert told(meant(text)) == ["Repairs, 1, 2017-18 H1: received 80 count", "Repairs, 1, 2016-17 prior: received 429 count"]


def test_a_forgotten_pair_of_brackets_is_still_last_year() -> None:
    records = meant(HEAD + BRACKETS + table("Service | S1 rec'd | % upheld \n Council Tax | 68 (54) | 0% 50%"))
    assert told(records)[2:] == ["Council Tax, 1, 2019-20: upheld_pct 0 percent", "Council Tax, 1, 2018-19 prior: upheld_pct 50 percent"]


def test_two_figures_in_a_row_without_any_brackets_are_not_told_apart() -> None:
    records = meant(HEAD + BRACKETS + table("Service | % upheld \n Housing Adults | 20% 10%"))
    assert told(records) == []


def test_the_current_figure_may_stand_in_brackets_too() -> None:
    records = meant(HEAD + BRACKETS + table("Service | % upheld \n Repairs | (100%) (50%)"))
    assert told(records) == ["Repairs, all, 2019-20: upheld_pct 100 percent", "Repairs, all, 2018-19 prior: upheld_pct 50 percent"]


def test_brackets_that_nothing_explains_are_not_guessed_at() -> None:
    records = meant(HEAD + table("Service | S1 rec'd | S2 rec'd \n Repairs | 206 (218) | 4"))
    assert told(records) == ["Repairs, 2, 2019-20: received 4 count"]
    assert unread(records) == ["206: nothing tells its 2 figures apart", "(218): nothing tells its 2 figures apart"]


def test_a_count_beside_its_share_is_two_figures() -> None:
    records = meant(HEAD + table("Service | Upheld \n Repairs | 9 (45%)"))
    assert told(records) == ["Repairs, all, 2019-20: upheld 9 count", "Repairs, all, 2019-20: upheld_pct 45 percent"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Figures in brackets show the change since 2018/19.",
        "Figures in brackets are this year's, 2019/20; the others are those of 2018/19.",
        "Brackets give the share of the total in 2018/19.",
    ],
)
def test_brackets_that_mean_something_else_are_not_last_years(sentence: str) -> None:
    records = meant(f"{HEAD}{sentence}\n\n" + table("Service | S1 rec'd \n Repairs | 20 (18)"))
    assert told(records) == []


def test_brackets_of_the_same_period_last_year_are_those_months() -> None:
    text = "# Complaints, April to September 2017\n\nThe same period last year is shown in brackets.\n\n"
    assert told(meant(text + table("Service | S1 rec'd \n Repairs | 20 (18)")))[1] == "Repairs, 1, 2016-17 H1 prior: received 18 count"
