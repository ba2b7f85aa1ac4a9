"""What tables mean: the sum of what is printed around a figure."""

import pytest
from drawing import HEAD, meant, table, told, unread
from hypothesis import given
from hypothesis import strategies as st

BRACKETS = "Figures in brackets are those of 2018/19.\n\n"


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


def test_rows_of_periods_are_told_apart_and_a_difference_keeps_its_sign() -> None:
    drawn = "Comparative data | S1 rec'd | % upheld \n 2019-20 | 95 | 37% \n 2018-19* | 61 | 36% \n Difference | +34 | +1%"
    assert told(meant(HEAD + table(drawn))) == [
        "all, 1, 2019-20: received 95 count",
        "all, 1, 2019-20: upheld_pct 37 percent",
        "all, 1, 2018-19 prior: received 61 count",
        "all, 1, 2018-19 prior: upheld_pct 36 percent",
        "all, 1, 2019-20 difference: received 34 count",
        "all, 1, 2019-20 difference: upheld_pct 1 percent",
    ]


def test_row_labels_that_a_converter_pulled_out_go_back_to_their_rows() -> None:
    labels = "This year's stats>>\n\nLast year's stats>>\n\n"
    records = meant(HEAD + labels + table("S1 rec'd | % upheld \n 80 | 32% \n (429) | (41%)"))
    assert told(records)[::2] == ["all, 1, 2019-20: received 80 count", "all, 1, 2018-19 prior: received 429 count"]


def test_labels_stacked_above_each_other_go_with_stacked_figures() -> None:
    labels = "This year's stats>>\n\nLast year's stats>>\n\n"
    records = meant(HEAD + labels + table("S1 rec'd | % upheld \n 24 (65) | 46% (60%)"))
    assert told(records)[:2] == ["all, 1, 2019-20: received 24 count", "all, 1, 2018-19 prior: received 65 count"]


def test_names_stacked_in_one_cell_are_cut_where_the_report_prints_them_elsewhere() -> None:
    drawn = "| S1 rec'd | S2 rec'd \n Family Team Fostering Adoption | 2 | 4 \n | 1 | 3 \n | 0 | 1"
    records = meant(HEAD + table(drawn) + "\n- Family Team – the learning was shared.\n- Adoption – nothing was upheld.\n")
    assert [line.split(",")[0] for line in told(records)] == ["Family Team"] * 2 + ["Fostering"] * 2 + ["Adoption"] * 2


def test_a_row_without_a_label_is_unread_and_not_the_whole_councils() -> None:
    records = meant(HEAD + table("Service | S1 rec'd \n Repairs | 2 \n | 4"))
    assert told(records) == ["Repairs, 1, 2019-20: received 2 count"]
    assert unread(records) == ["4: its row has no label"]


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


def test_a_spanning_heading_speaks_for_the_columns_below_it() -> None:
    drawn = "| Stage one | | Stage two | \n | Received | Upheld (%) | Received | Upheld (%) \n Repairs | 20 | 45 | 4 | 25"
    assert [line.split(": ")[0] for line in told(meant(HEAD + table(drawn)))] == ["Repairs, 1, 2019-20"] * 2 + ["Repairs, 2, 2019-20"] * 2


def test_a_name_with_a_word_of_the_scheme_in_it_is_a_name() -> None:
    assert told(meant(HEAD + table("Service | S1 rec'd \n Parks & Open Spaces | 19")))[0].startswith("Parks & Open Spaces, 1")


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


def test_a_numbered_table_is_read_by_the_names_behind_the_numbers() -> None:
    records = meant(HEAD + table("No | Service | S1 rec'd \n 1 | Repairs | 20 \n 2 | Parks | 9"))
    assert told(records) == ["Repairs, 1, 2019-20: received 20 count", "Parks, 1, 2019-20: received 9 count"]


def test_labels_may_stand_right_of_the_figures_under_a_heading_of_labels() -> None:
    assert told(meant(HEAD + table("S1 rec'd | Service \n 20 | Repairs"))) == ["Repairs, 1, 2019-20: received 20 count"]


def test_a_label_that_is_not_printed_again_stands_for_the_rows_below_it() -> None:
    records = meant(HEAD + table("Service | Year | S1 rec'd \n Repairs | 2019/20 | 20 \n | 2018/19 | 18"))
    assert told(records) == ["Repairs, 1, 2019-20: received 20 count", "Repairs, 1, 2018-19 prior: received 18 count"]


def test_bands_are_directorates_where_no_service_stands_below_two_of_them() -> None:
    records = meant(HEAD + table("Service | S1 rec'd \n Homes | \n Repairs | 20 \n Streets | \n Bins | 9 \n Total | 29"))
    assert [(f.directorate, f.service) for f in records.figures] == [("Homes", "Repairs"), ("Streets", "Bins"), ("", "")]


def test_a_band_that_may_be_anything_leaves_its_rows_unread() -> None:
    records = meant(HEAD + table("Service | S1 rec'd \n Repairs | 20 \n Complaints to the Mayor | \n Repairs | 3"))
    assert told(records) == ["Repairs, 1, 2019-20: received 20 count"]
    assert unread(records) == ["3: the band above it, 'Complaints to the Mayor', does not say what it is"]


def test_a_band_of_the_scheme_speaks_for_the_rows_below_it() -> None:
    records = meant(HEAD + table("Service | Received | Upheld \n Stage 1 | | \n Repairs | 20 | 9 \n Stage 2 | | \n Repairs | 4 | 1"))
    assert [line.split(",")[1].strip() for line in told(records)] == ["1", "1", "2", "2"]


def test_a_row_of_targets_is_no_service() -> None:
    records = meant(HEAD + table("Service | % on time \n Repairs | 20 \n Target | 30"))
    assert told(records)[1] == "all, all, 2019-20: target 30 percent"


@pytest.mark.parametrize("label", ["Housing stage 1"])
def test_a_row_of_comparison_or_of_half_known_words_is_no_service(label: str) -> None:
    records = meant(HEAD + table(f"Service | Upheld \n Repairs | 20 \n {label} | 30"))
    assert [line.split(",")[0] for line in told(records)] == ["Repairs"]
    assert [row.text for row in records.unread] == ["30"]


def test_a_caption_of_another_period_dates_its_table() -> None:
    rows = table("Service | S1 rec'd \n Repairs | 20")
    text = f"{HEAD}Table 1: complaints 2019/20\n\n{rows}\nTable 2: complaints 2018/19\n\n{rows}"
    assert [line.split(":")[0] for line in told(meant(text))] == ["Repairs, 1, 2019-20", "Repairs, 1, 2018-19 prior"]


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


def test_columns_that_say_the_same_are_told_apart_by_nothing() -> None:
    records = meant(HEAD + table("Service | S1 rec'd | S1 rec'd \n Repairs | 20 | 30"))
    assert told(records) == []


def test_a_heading_centred_over_several_columns_is_not_guessed_for_the_first() -> None:
    drawn = "| | Stage one | | Stage two \n Service | Received | Upheld | Received | Upheld \n Repairs | 20 | 9 | 4 | 1"
    records = meant(HEAD + table(drawn))
    assert [row.text for row in records.unread] == ["20"]


def test_a_second_column_of_labels_is_read_whatever_its_heading_where_its_words_are_known() -> None:
    records = meant(HEAD + table("Service | Level of complaint | Received \n Repairs | Tier 1 | 20 \n | Tier 2 | 4"))
    assert [line.split(":")[0] for line in told(records)] == ["Repairs, 1, 2019-20", "Repairs, 2, 2019-20"]


def test_a_second_column_of_unknown_words_leaves_its_rows_unread() -> None:
    records = meant(HEAD + table("Service | Level of complaint | Received \n Repairs | Woozled | 20"))
    assert told(records) == []


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
