"""Printed periods, in the notations in which reports print them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.words.periods import financial_year, find_periods, label, months_of, year_before


@pytest.mark.parametrize(
    ("printed", "labels"),
    [
        ("2019/20", ["2019-20"]),
        ("2019-20", ["2019-20"]),
        ("2019/2020", ["2019-20"]),
        ("2018-19*", ["2018-19"]),
        ("2021 to 2022", ["2021-22"]),
        ("13/14", ["2013-14"]),
        ("1999/00", ["1999-00"]),
        ("April to September 2017", ["2017-18 H1"]),
        ("Jan-Mar 13", ["2012-13 Q4"]),
        ("Apr 25 - Jun 25", ["2025-26 Q1"]),
        ("1 April – 30 June 2024", ["2024-25 Q1"]),
        ("1/4/23 – 30/6/23", ["2023-24 Q1"]),
        ("15 April 2019 to 14 April 2020", ["2019-04-15 to 2020-04-14"]),
        ("2017-18 April to September 2017", ["2017-18 H1"]),
        ("Quarter 1 2018/19", ["2018-19 Q1"]),
        ("(Quarter 1 - 2024/25)", ["2024-25 Q1"]),
        ("year ended 31 March 2008", ["2007-08"]),
        ("2023", ["2023"]),
        ("2019-20 vs. 2018-19", ["2019-20", "2018-19"]),
        ("March 2019 to April 2020", ["2019-03 to 2020-04"]),
        ("complaint-2017-18-h1", ["2017-18 H1"]),
    ],
)
def test_a_period_is_read_in_each_notation(printed: str, labels: list[str]) -> None:
    assert [label(dated.period) for dated in find_periods(printed) if dated.period] == labels


@pytest.mark.parametrize("printed", ["2019", "Q3"[:1], "24/7", "50/50", "1/2", "2020/23", "no. 12/13/14", "£12/13"])
def test_what_is_no_period_of_a_year_is_left(printed: str) -> None:
    assert [dated.period for dated in find_periods(f"in {printed} of")] == []


def test_months_without_a_year_are_those_of_the_reports_year() -> None:
    [dated] = find_periods("April-Sept stats>>")
    assert (dated.period, dated.months) == (None, (4, 9))
    assert months_of(1, 3, financial_year(2017)) == (date(2018, 1, 1), date(2018, 3, 31))


def test_last_year_is_the_whole_financial_year_before() -> None:
    assert label(year_before(months_of(4, 9, financial_year(2017)))) == "2016-17"


@given(st.integers(1961, 2059), st.sampled_from(["{0}/{2:02d}", "{0}-{2:02d}", "{0}/{1}", "{0} - {1}", "{0} to {1}", "{0}–{2:02d}"]))
def test_every_financial_year_is_read_as_printed(year: int, form: str) -> None:
    [dated] = find_periods(form.format(year, year + 1, (year + 1) % 100))
    assert dated.period == financial_year(year)
