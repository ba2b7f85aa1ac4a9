"""Totals and parts on drawn reports."""

from dataclasses import replace
from datetime import date

from audited import draw, found
from hypothesis import assume, given
from hypothesis import strategies as st
from smallest import SMALLEST

from checks import audit
from schemas import Basis, Unread, UnreadKind


def test_a_total_is_not_doubted_where_a_row_of_its_table_is_unread() -> None:
    records = draw(SMALLEST["rows_add_to_their_total"].broken)
    lost = Unread("drawn", UnreadKind.UNREAD, 1, None, None, None, None, "table 1, row 4, column 2", "?", "unclear")
    assert audit(replace(records, unread=(lost,))).findings == ()


def test_the_rows_of_a_single_column_may_miss_some_of_the_total_and_be_a_little_above_it_by_a_slip() -> None:
    column = "Service | all received\nRepairs | 40\nWaste | 30\nParks | 32\n | {}"
    assert [f.found for f in found(column.format(100))] == ["100"]
    assert not found(column.format(104))
    assert not found(column.format(70))


def test_each_of_several_years_is_the_sum_of_its_quarters() -> None:
    heads = " | ".join(f"1 received @Q{number}" for number in (1, 2, 3, 4))
    records = draw(f"Service | {heads} | 1 received\nHomes | 4 | 5 | 6 | 7 | 22\nRoads | 1 | 2 | 3 | 4 | 10\nParks | 1 | 2 | 3 | 4 | 11")
    spans = [(figure, earlier(figure.period_start), earlier(figure.period_end)) for figure in records.figures[:10]]
    before = [replace(f, figure_id=f"{f.figure_id}b", basis=Basis.PRIOR, period_start=start, period_end=end) for f, start, end in spans]
    assert [f.found for f in audit(replace(records, figures=(*records.figures, *before))).findings] == ["11"]


def earlier(day: date | None) -> date | None:
    return day and day.replace(year=day.year - 1)


def test_a_part_is_held_against_the_whole_of_its_own_table_alone() -> None:
    assert not found("""
        Service | all received
        Repairs | 4

        Service | all upheld
        Repairs | 5
        """)


def test_causes_are_no_more_than_the_cases_where_those_of_other_services_are_as_many() -> None:
    rows = "Homes | 30 | 20 | 10\nRoads | 25 | 20 | 5\nParks | 40 | 30 | {}"
    table = f"Service | all cases | all cases cause:Delay | all cases cause:Staff\n{rows}"
    assert [f.found for f in found(table.format(11))] == ["41"]
    assert not found(table.format(9))


@given(parts=st.lists(st.tuples(*[st.integers(1, 400)] * 4), min_size=2, max_size=5), off=st.integers(-300, 300))
def test_a_column_that_does_not_add_up_beside_three_that_do_is_told(parts: list[tuple[int, ...]], off: int) -> None:
    totals = [sum(column) for column in zip(*parts, strict=True)]
    assume(totals[3] + off > 0)
    rows = [(f"Team {number}", *row) for number, row in enumerate(parts)] + [("", *totals[:3], totals[3] + off)]
    table = "\n".join(" | ".join(map(str, row)) for row in rows)
    findings = found(f"Service | 1 upheld | 2 upheld | 3 upheld | all compliments\n{table}", "rows_add_to_their_total")
    assert [(finding.expected, finding.found) for finding in findings] == ([(str(totals[3]), str(totals[3] + off))] if off else [])
