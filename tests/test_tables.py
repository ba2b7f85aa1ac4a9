"""What tables mean: the sum of what is printed around a figure."""

import pytest
from drawing import BRACKETS, HEAD, meant, table, told, unread
from hypothesis import given
from hypothesis import strategies as st


def test_a_rate_takes_its_stage_from_the_left_where_it_says_none() -> None:
    records = meant(HEAD + table("Service | S1 rec'd | % upheld | S2 rec'd | % upheld \n Repairs | 20 | 45% | 4 | 25%"))
    assert told(records) == [
        "Repairs, 1, 2019-20: received 20 count",
        "Repairs, 1, 2019-20: upheld_pct 45 percent",
        "Repairs, 2, 2019-20: received 4 count",
        "Repairs, 2, 2019-20: upheld_pct 25 percent",
    ]


def test_compliments_take_no_stage_from_the_left() -> None:
    records = meant(HEAD + table("Service | Stage 2 received | Compliments \n Repairs | 4 | 12"))
    assert told(records)[1] == "Repairs, all, 2019-20: compliments 12 count"


def test_newly_upheld_is_of_the_stage_that_upheld_it() -> None:
    heading = "% of S2 upheld, that were not upheld at S1"
    assert told(meant(HEAD + table(f"Service | {heading} \n Repairs | 11%"))) == ["Repairs, 2, 2019-20: newly_upheld_pct 11 percent"]


def test_newly_upheld_that_names_only_the_stage_below_is_of_the_stage_above_it() -> None:
    heading = "% upheld which had not been upheld at Level 1"
    assert told(meant(HEAD + table(f"Service | {heading} \n Repairs | 11%"))) == ["Repairs, 2, 2019-20: newly_upheld_pct 11 percent"]


def test_not_applicable_a_dash_and_an_empty_cell_are_told_apart() -> None:
    columns = "Service | S1 rec'd | S2 rec'd | S3 rec'd | % upheld"
    records = meant(HEAD + table(f"{columns} \n Repairs | 9 | N/A | - | 5% \n Parks | 2 | 3 | 4 | \n Trees | 1 | 1 | 1 | 1%"))
    assert [line.rsplit(" ", 1)[-1] for line in told(records)[1:3]] == ["not_applicable", "nil"]
    assert "Parks, 3, 2019-20: upheld_pct missing" in told(records)


def test_a_percent_column_needs_no_percent_sign() -> None:
    records = meant(HEAD + table("Service | % upheld \n Repairs | 37 \n Parks | 0"))
    assert told(records) == ["Repairs, all, 2019-20: upheld_pct 37 percent", "Parks, all, 2019-20: upheld_pct 0 percent"]


def test_a_percentage_under_a_heading_of_counts_is_a_rate() -> None:
    assert told(meant(HEAD + table("Service | Number upheld \n Repairs | 37%"))) == ["Repairs, all, 2019-20: upheld_pct 37 percent"]


def test_words_that_a_narrow_column_broke_are_whole_again() -> None:
    records = meant(HEAD + table("Service | S1 escalate d | S 1 rec'd \n Repairs | 3 | 9"))
    assert told(records)[0] == "Repairs, 1, 2019-20: escalated 3 count"


def test_a_heading_with_unknown_words_leaves_its_cells_unread_with_those_words() -> None:
    records = meant(HEAD + table("Service | S1 rec'd | S1 woozled \n Repairs | 20 | 7"))
    assert told(records) == ["Repairs, 1, 2019-20: received 20 count"]
    assert unread(records) == ["7: words not understood in its heading: woozled"]


def test_words_that_contradict_each_other_are_left_unread() -> None:
    records = meant(HEAD + table("Service | S1 rec'd | Upheld received \n Repairs | 20 | 7"))
    assert unread(records) == ["7: its words say two measures: upheld, received"]


def test_escalated_to_a_stage_is_escalated_of_the_stage_below() -> None:
    assert told(meant(HEAD + table("Service | Escalated to stage 2 \n Repairs | 3"))) == ["Repairs, 1, 2019-20: escalated 3 count"]


def test_escalated_to_a_stage_is_received_there_where_its_results_follow() -> None:
    records = meant(HEAD + table("Service | Escalated to stage 2 | Stage 2 upheld \n Repairs | 3 | 1"))
    assert told(records)[0] == "Repairs, 2, 2019-20: received 3 count"


def test_a_total_of_services_is_the_whole_councils_and_a_total_of_stages_is_all_stages() -> None:
    records = meant(HEAD + table("Service | Stage 1 received | Stage 2 received | Total \n Repairs | 5 | 2 | 7 \n Total | 5 | 2 | 7"))
    stages = ("1", "2", "all")
    assert [line.split(": ")[0] for line in told(records)] == [
        f"{name}, {stage}, 2019-20" for name in ("Repairs", "all") for stage in stages
    ]


def test_a_total_of_outcomes_is_what_was_decided() -> None:
    records = meant(HEAD + table("Service | Upheld | Not upheld | Total \n Repairs | 5 | 2 | 7"))
    assert told(records)[-1] == "Repairs, all, 2019-20: decided 7 count"


def test_a_total_beside_what_was_in_time_or_upheld_is_what_was_decided_and_a_total_of_quarters_is_not() -> None:
    caption = "Complaints answered in time\n\n"
    timely = table("Service | Within target | Outside target | Total \n Parks | 30 | 7 | 37")
    assert told(meant(HEAD + caption + timely))[2:] == ["Parks, all, 2019-20: decided 37 count"]
    upheld = table("Service | Upheld | Total \n Parks | 30 | 71")
    assert told(meant(HEAD + upheld))[1:] == ["Parks, all, 2019-20: decided 71 count"]
    quarters = table("Service | Q1 | Q2 | Total \n Parks | 30 | 7 | 37")
    assert told(meant(HEAD + caption + quarters))[2:] == ["Parks, all, 2019-20 H1: in_target 37 count"]


def test_a_spanning_heading_speaks_for_the_columns_below_it() -> None:
    drawn = "| Stage one | | Stage two | \n | Received | Upheld (%) | Received | Upheld (%) \n Repairs | 20 | 45 | 4 | 25"
    assert [line.split(": ")[0] for line in told(meant(HEAD + table(drawn)))] == ["Repairs, 1, 2019-20"] * 2 + ["Repairs, 2, 2019-20"] * 2


def test_a_table_under_a_heading_that_may_name_a_service_is_not_the_whole_councils() -> None:
    records = meant(HEAD + "## Gadgets\n\n" + table("Year | S1 rec'd \n 2019-20 | 95 \n 2018-19 | 61"))
    assert told(records) == []
    assert [row.text for row in records.unread] == ["95", "61"]


def test_the_same_table_under_several_headings_is_about_what_they_name() -> None:
    one = table("Year | S1 rec'd \n 2019-20 | 95 \n 2018-19 | 61")
    records = meant(HEAD + "## Gadgets\n\n" + one + "\n## Widgets\n\n" + one)
    assert [line.split(",")[0] for line in told(records)] == ["Gadgets"] * 2 + ["Widgets"] * 2


def test_a_section_without_a_readable_heading_is_the_service_whose_summary_row_it_repeats() -> None:
    head = "S1 rec'd | % upheld | S2 rec'd | S3 rec'd"
    summary = table(f"Service | {head} \n Repairs | 20 (18) | 45% (50%) | 4 (3) | 1 (0) \n Parks | 9 (8) | 33% (25%) | 2 (1) | 0 (1)")
    section = "- Complaints for this area cover lawns and trees.\n\n"
    own = table(f"Comparative data | {head} \n 2019-20 | 9 | 33% | 2 | 0 \n 2018-19 | 8 | 25% | 1 | 1")
    records = meant(HEAD + BRACKETS + summary + "\n" + section + own)
    assert {line.split(",")[0] for line in told(records)[16:]} == {"Parks"}


def test_a_table_that_gives_no_figure_is_one_unread_row() -> None:
    assert unread(meant(HEAD + table("Meeting | Attended | Apologies \n May | 7 | 2 \n June | 8 | 1"))) == [
        "Meeting Attended Apologies: no figure of this table is understood: words not understood in its heading: Attended"
    ]


WORDS = st.sampled_from(["S1 rec'd", "% upheld", "S1 escalated", "Compliments", "S2 rec'd", "woozled", "Blue", "Change", "Closed", ""])
CELLS = st.sampled_from(["3", "4 (5)", "12%", "n/a", "-", "", "1,200", "ten or 12", "<5", "(7)"])


@pytest.mark.parametrize("note", ["", BRACKETS])
@given(st.lists(WORDS, min_size=1, max_size=4), st.data())
def test_every_number_of_a_table_is_a_figure_or_unread(note: str, heads: list[str], data: st.DataObject) -> None:
    rows = [[data.draw(CELLS) for _ in heads] for _ in range(3)]
    drawn = "\n".join(
        [" | ".join(["Service", *heads]), *(" | ".join([name, *row]) for name, row in zip(("A", "B", "C"), rows, strict=True))]
    )
    records = meant(HEAD + note + table(drawn))
    if records.figures:
        numbers = sorted(piece for row in rows for cell in row for piece in cell.split() if any(map(str.isdigit, piece)))
        read = sorted(piece for text in [f.text for f in records.figures] + [u.text for u in records.unread] for piece in text.split())
        assert [piece for piece in read if any(map(str.isdigit, piece))] == numbers


def test_a_caption_of_another_period_dates_its_table() -> None:
    rows = table("Service | S1 rec'd \n Repairs | 20")
    text = f"{HEAD}Table 1: complaints 2019/20\n\n{rows}\nTable 2: complaints 2018/19\n\n{rows}"
    assert [line.split(":")[0] for line in told(meant(text))] == ["Repairs, 1, 2019-20", "Repairs, 1, 2018-19 prior"]


def test_columns_that_say_the_same_are_told_apart_by_nothing() -> None:
    records = meant(HEAD + table("Service | S1 rec'd | S1 rec'd \n Repairs | 20 | 30"))
    assert told(records) == []


def test_a_heading_centred_over_several_columns_is_not_guessed_for_the_first() -> None:
    drawn = "| | Stage one | | Stage two \n Service | Received | Upheld | Received | Upheld \n Repairs | 20 | 9 | 4 | 1"
    records = meant(HEAD + table(drawn))
    assert [row.text for row in records.unread] == ["20"]


def test_a_cell_that_counts_one_decision_after_the_other_gives_each_of_them() -> None:
    drawn = "Area | Complaints received | Decision \n Repairs | 3 | 2 Upheld 1 Closed after initial enquiries \n Waste | 1 | 1 Not upheld"
    assert told(meant(HEAD + "# Local Government Ombudsman\n\n" + table(drawn)))[1:3] == [
        "Repairs, ombudsman, 2019-20: upheld 2 count",
        "Repairs, ombudsman, 2019-20: cases outcome Closed after initial enquiries 1 count",
    ]


def test_enquiries_are_what_an_ombudsman_received_and_no_complaints_of_the_council() -> None:
    drawn = table("Year | Total Enquiries Received | Cases Upheld \n 2019-20 | 13 | 2")
    assert "received 13" in told(meant(HEAD + "# Local Government Ombudsman\n\n" + drawn))[0]
    assert "received 13" not in "".join(told(meant(HEAD + drawn)))


def test_two_charts_below_one_caption_are_of_its_two_dimensions() -> None:
    charts = "Cases by sub-service & root causes\n\nSeries 1\t\nStaff conduct\tDelay\t3\t2\t\n\nSales\t\nBlack bins\tGreen bins\t4\t1\t\n"
    told_of = [line.partition("cases ")[2] for line in told(meant(f"{HEAD}# Waste\n\n{charts}"))]
    assert told_of == [
        "cause Staff conduct 3 count",
        "cause Delay 2 count",
        "subservice Black bins 4 count",
        "subservice Green bins 1 count",
    ]
