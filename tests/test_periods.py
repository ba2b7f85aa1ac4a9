"""Printed periods, in the notations in which reports print them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.words.dated import find_periods
from normalise.words.periods import financial_year, months_between, months_of, quarter_before, year_before
from schemas.period import label


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


@pytest.mark.parametrize(
    ("own", "before"),
    [
        ("Q1 2020/21", "2019-20 Q4"),
        ("Q4 2020/21", "2020-21 Q3"),
        ("February 2021 to April 2021", "2020-11 to 2021-01"),
        ("2020/21", ""),
    ],
)
def test_the_quarter_before_ends_where_a_quarter_begins(own: str, before: str) -> None:
    [dated] = find_periods(own)
    assert dated.period
    quarter = quarter_before(dated.period)
    assert (label(quarter) if quarter else "") == before


@given(st.integers(1961, 2059), st.sampled_from(["{0}/{2:02d}", "{0}-{2:02d}", "{0}/{1}", "{0} - {1}", "{0} to {1}", "{0}–{2:02d}"]))
def test_every_financial_year_is_read_as_printed(year: int, form: str) -> None:
    [dated] = find_periods(form.format(year, year + 1, (year + 1) % 100))
    assert dated.period == financial_year(year)


@pytest.mark.parametrize(
    ("printed", "labels"),
    [
        ("Q1 and Q2 2020/2021", ["2020-21 H1"]),
        ("Q1/Q2 2020/21", ["2020-21 H1"]),
        ("first two quarters of 2020/21", ["2020-21 H1"]),
        ("Q1 & 2 2020/21", ["2020-21 H1"]),
        ("Q1, Q2 and Q3 2020/21", ["2020-04 to 2020-12"]),
        ("Q1-3 2020/21", ["2020-04 to 2020-12"]),
        ("Quarters 1 to 3 of 2020/21", ["2020-04 to 2020-12"]),
        ("first nine months of 2020/21", ["2020-04 to 2020-12"]),
        ("final quarter of 2020/21", ["2020-21 Q4"]),
        ("half year 2 2019/20", ["2019-20 H2"]),
        ("2nd half of 2019/20", ["2019-20 H2"]),
        ("2021/22 Q4", ["2021-22 Q4"]),
        ("Q4 for 2021/22", ["2021-22 Q4"]),
        ("1Q 2019/20", ["2019-20 Q1"]),
        ("Quarter 3 (October to December) 2021", ["2021-22 Q3"]),
        ("Quarter 3 (October to December 2021)", ["2021-22 Q3"]),
        ("Q3 (Oct-Dec) 2021/22", ["2021-22 Q3"]),
        ("1st January 2017 - 31st March 2017 - Quarter 4", ["2016-17 Q4"]),
        ("the 1st of April 2019 to the 31st of March 2020", ["2019-20"]),
        ("April, May and June 2020", ["2020-21 Q1"]),
        ("Apr-19 to Mar-20", ["2019-20"]),
        ("01.04.2019 – 31.03.2020", ["2019-20"]),
        ("01-04-2019 to 31-03-2020", ["2019-20"]),
        ("2019-04-01 to 2020-03-31", ["2019-20"]),
        ("04/2019 - 03/2020", ["2019-20"]),
        ("y/e 31.3.20", ["2019-20"]),
        ("FYE March 2020", ["2019-20"]),
        ("six-month period to 30 September 2020", ["2020-21 H1"]),
        ("18 months to 30 September 2020", ["2019-04 to 2020-09"]),
        ("12 months to September 2022", ["2021-10 to 2022-09"]),
        ("calendar year 2021", ["2021"]),
    ],
)
def test_parts_of_years_and_spans_are_read_in_each_notation(printed: str, labels: list[str]) -> None:
    assert [label(dated.period) for dated in find_periods(printed) if dated.period] == labels


@pytest.mark.parametrize(
    ("printed", "months"),
    [
        ("Q1 & 2", [(4, 9)]),
        ("half-year 1", [(4, 9)]),
        ("Q1 and Q3", [(4, 6), (10, 12)]),
        ("Q1 - 3", [(4, 6)]),
        ("Q1, Q2 and Q3 had 5, 6 and 7 complaints", [(4, 6), (7, 9), (10, 12)]),
        ("1 April 2021 to 31 March 2021", [(4, 3)]),
        ("in the last quarter", []),
        ("last quarter of the financial year", [(1, 3)]),
    ],
)
def test_months_whose_year_stands_elsewhere_or_is_misprinted_are_told_alone(printed: str, months: list[tuple[int, int]]) -> None:
    assert [(dated.period, dated.months) for dated in find_periods(printed)] == [(None, span) for span in months]


@pytest.mark.parametrize(
    "printed",
    [
        "Children Act 1989",
        "Regulations 2006",
        "Code 2024",
        "12 June 2019",
        "2018 to date",
        "2019/2019",
        "2021/20",
        "2023/23",
        "FY20",
        "academic year 2019/20",
        "ref 2019/20/123",
        "as at 31 March 2020",
    ],
)
def test_a_date_a_law_a_misprint_or_a_schools_year_is_no_period(printed: str) -> None:
    assert not find_periods(printed)


MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
RANGES = (
    "{a:%d/%m/%Y} - {b:%d/%m/%Y}",
    "{a:%d.%m.%y} to {b:%d.%m.%y}",
    "{a:%Y-%m-%d} to {b:%Y-%m-%d}",
    "{a.day} {am} {a.year} – {b.day} {bm} {b.year}",
    "{a.day}st {am} {a.year} to {b.day}th {bm} {b.year}",
    "{am} {a.year} to {bm} {b.year}",
    "{am:.3} {a:%y} - {bm:.3} {b:%y}",
    "{am:.3}-{a:%y} to {bm:.3}-{b:%y}",
    "between {am} {a.year} and {bm} {b.year}",
    "{a:%m/%Y} - {b:%m/%Y}",
)
PARTS = {"H1": (4, 9), "H2": (10, 3), **{f"Q{n}": (3 * n % 12 + 1, 3 * n % 12 + 3) for n in range(1, 5)}}


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.integers(0, 35), st.sampled_from(RANGES))
def test_months_from_and_to_are_read_back_as_printed(begin: date, more: int, form: str) -> None:
    last = begin.year * 12 + begin.month - 1 + more
    period = months_between(begin.year, begin.month, last // 12, last % 12 + 1)
    printed = form.format(a=period.start, b=period.end, am=MONTHS[begin.month - 1], bm=MONTHS[last % 12])
    assert [dated.period for dated in find_periods(printed)] == [period]


@given(
    st.integers(1990, 2050),
    st.sampled_from(sorted(PARTS)),
    st.sampled_from(["{0}-{1:02d} {2}", "{2} {0}/{1:02d}", "({2}) {0} - {3}", "{2} of {0}/{3}"]),
)
def test_a_part_of_a_year_is_read_back_as_printed(year: int, part: str, form: str) -> None:
    [dated] = find_periods(form.format(year, (year + 1) % 100, part, year + 1))
    assert dated.period == months_of(*PARTS[part], financial_year(year))


@given(st.integers(1990, 2050), st.sampled_from(["", *PARTS]))
def test_the_name_of_a_period_is_read_back_as_that_period(year: int, part: str) -> None:
    period = months_of(*PARTS[part], financial_year(year)) if part else financial_year(year)
    assert [dated.period for dated in find_periods(label(period))] == [period]
