"""What tables mean in the layouts of many bodies: where services, breakdowns, comparisons and captions stand."""

from drawing import meant, table, told, unread

HEAD = "# Northvale Council\n\n# Annual complaints report 2022/23\n\n"


def test_causes_side_by_side_are_told_even_where_one_is_called_service() -> None:
    drawn = (
        "Service | Number | On time | Late | Service | Policy | Staff \n Parks* | 3 | 2 | 1* | 1 | 2 | 0 \n TOTAL | 3 | 2 | 1 | 1 | 2 | 0"
    )
    assert told(meant(HEAD + table(drawn)))[:6] == [
        "Parks, all, 2022-23: received 3 count",
        "Parks, all, 2022-23: in_target 2 count",
        "Parks, all, 2022-23: out_of_target 1 count",
        "Parks, all, 2022-23: cases cause Service 1 count",
        "Parks, all, 2022-23: cases cause Policy 2 count",
        "Parks, all, 2022-23: cases cause Staff 0 count",
    ]


def test_columns_of_names_that_no_breakdown_knows_are_unread() -> None:
    records = meant(HEAD + table("Service | On time | Woozle | Blue \n Parks | 3 | 2 | 1"))
    assert told(records) == ["Parks, all, 2022-23: in_target 3 count"]
    assert len(unread(records)) == 2


def test_the_uphold_rate_of_others_is_no_figure_of_the_council() -> None:
    drawn = "Year | Upheld | Not upheld | Total | NC uphold rate % | Average County Council uphold rate % \n 2022/23 | 3 | 1 | 4 | 75% | 71"
    records = meant(HEAD + "#### Local Government & Social Care Ombudsman (LGSCO) complaints where decisions were made\n\n" + table(drawn))
    assert told(records) == [
        "all, ombudsman, 2022-23: upheld 3 count",
        "all, ombudsman, 2022-23: not_upheld 1 count",
        "all, ombudsman, 2022-23: decided 4 count",
        "all, ombudsman, 2022-23: upheld_pct 75 percent",
        "all, ombudsman, 2022-23: other 71 percent",
    ]
    assert records.figures[-1].category == "Average County Council uphold rate"


def test_a_row_of_an_average_is_of_others_and_told_apart_by_its_column() -> None:
    records = meant(HEAD + table("Service | Received | % upheld \n Repairs | 20 | 40% \n England average | 30 | 50%"))
    assert [(f.measure, f.category, f.unit) for f in records.figures[2:]] == [
        ("other", "England average, Received", "count"),
        ("other", "England average, % upheld", "percent"),
    ]


def test_an_arrow_makes_no_sign_and_a_change_may_stand_before_the_years() -> None:
    drawn = "| Change | 2022/2023 | 2021/22 \n Number of complaints received | ↓7% | 430 | 462"
    assert told(meant(HEAD + "## 2. Adult Social Care and Health\n\n" + table(drawn))) == [
        "Adult Social Care and Health, all, 2022-23 difference: received 7 percent",
        "Adult Social Care and Health, all, 2022-23: received 430 count",
        "Adult Social Care and Health, all, 2021-22 prior: received 462 count",
    ]


def test_labels_named_by_the_last_words_of_their_heading_are_services() -> None:
    drawn = "Executive Officer Area | Complaints Received | Complaints Received \n | 2022/2023 | 2021/2022 \n Education | 4 | 5"
    assert told(meant(HEAD + table(drawn))) == [
        "Education, all, 2022-23: received 4 count",
        "Education, all, 2021-22 prior: received 5 count",
    ]


def test_a_caption_says_what_columns_of_years_count_whatever_they_are_counted_by() -> None:
    drawn = table("Resource | 2021/22 | 2022/23 \n Social Work | 2 | 4 \n Totals | 2 | 4")
    records = meant(HEAD + "Complaints closed by resource from 1 April 2022 to 31 March 2023\n\n" + drawn)
    assert told(records)[:2] == ["Social Work, all, 2021-22 prior: decided 2 count", "Social Work, all, 2022-23: decided 4 count"]


def test_a_bare_total_counts_what_the_heading_of_the_labels_is_of() -> None:
    assert told(meant(HEAD + table("Area of complaint | Total \n Voids | 23 \n Grand total | 23"))) == [
        "Voids, all, 2022-23: received 23 count",
        "all, all, 2022-23: received 23 count",
    ]


def test_a_heading_with_a_share_is_a_claim_and_says_nothing_of_the_table_below_it() -> None:
    drawn = table("Complaint Volumes | 2022-2023 \n Stage 1 | 239 \n Total | 239")
    records = meant(HEAD + "## Reduction of 11% in Stage 2 complaints\n\n" + drawn)
    assert told(records) == [
        "all, 1, 2022-23: received 239 count",
        "all, all, 2022-23: received 239 count",
        "all, 2, 2022-23 difference: received 11 percent",
    ]


def test_rows_of_other_councils_are_theirs_and_the_row_of_the_own_one_is_the_councils() -> None:
    drawn = "Authority (population) | Received | Upheld decisions \n Northvale Council (90,000) | 50 | 4 \n Eastham (80,000) | 60 | 13"
    records = meant(HEAD + "## Comparison with other councils\n\n" + table(drawn))
    assert [f"{f.measure} {f.category} {f.value}" for f in records.figures] == [
        "received  50",
        "upheld  4",
        "other Eastham, Received 60",
        "other Eastham, Upheld decisions 13",
    ]


def test_columns_of_nothing_but_per_cent_are_told_by_their_figures() -> None:
    heads = "Service | Received | % | Upheld | %"
    drawn = f"{heads} \n Repairs | 10 | 62.5% | 4 | 40% \n Parks | 6 | 37.5% | 3 | 50% \n Total | 16 | 100% | 7 | 44%"
    assert [line.split(": ")[1] for line in told(meant(HEAD + table(drawn)))[:4]] == [
        "received 10 count",
        "share_pct 62.5 percent",
        "upheld 4 count",
        "upheld_pct 40 percent",
    ]


def test_columns_of_per_cent_whose_figures_tell_nothing_are_unread() -> None:
    records = meant(HEAD + table("Service | Received | % | Upheld | % \n Repairs | 10 | 12% | 4 | 13% \n Parks | 6 | 14% | 3 | 15%"))
    assert [line.split(": ")[1].split()[0] for line in told(records)] == ["received", "upheld"] * 2


def test_a_change_in_per_cent_stands_beside_the_change_in_numbers() -> None:
    records = meant(HEAD + table("Service | 2021/22 complaints | 2022/23 complaints | Change | % change \n Repairs | 10 | 12 | +2 | 20"))
    assert told(records)[2:] == [
        "Repairs, all, 2022-23 difference: received 2 count",
        "Repairs, all, 2022-23 difference: received 20 percent",
    ]


def test_a_column_of_unknown_words_beside_rows_of_measures_is_no_service() -> None:
    drawn = "| Status | 2022/23 \n Complaints received | 3 | 20 \n Complaints upheld | 1 | 5 \n Website visits | 2 | 900"
    records = meant(HEAD + "Complaints in 2022/23\n\n" + table(drawn))
    assert told(records) == ["all, all, 2022-23: received 20 count", "all, all, 2022-23: upheld 5 count"]


def test_columns_of_services_stand_over_rows_of_periods() -> None:
    drawn = "Quarter | Adults and Health | Children's Services | Zebra \n Q1 | 1 | 2 | 3"
    assert [line.split(",")[0] for line in told(meant(HEAD + "Stage 2 complaints\n\n" + table(drawn)))] == [
        "Adults and Health",
        "Children's Services",
        "Zebra",
    ]


def test_numbers_under_stage_and_year_are_labels() -> None:
    assert told(meant(HEAD + table("Service | Stage | Received \n Parks | 1 | 7 \n | 2 | 3"))) == [
        "Parks, 1, 2022-23: received 7 count",
        "Parks, 2, 2022-23: received 3 count",
    ]
    assert told(meant(HEAD + table("Year | Received \n 2021 | 7 \n 2022 | 3")))[1:] == ["all, all, 2022: received 3 count"]


def test_a_subtotal_is_its_directorates() -> None:
    drawn = (
        "Directorate | Service | Received \n Place | Bins | 3 \n | Sub-total | 3 \n People | Schools | 2 \n | Sub-total | 2 \n Total | | 5"
    )
    records = meant(HEAD + table(drawn))
    assert [(f.directorate, f.service) for f in records.figures][1::2] == [("Place", ""), ("People", "")]


def test_a_heading_of_small_words_that_count_nothing_is_no_bare_number() -> None:
    records = meant(HEAD + table("Service | Number | On time | Time taken \n Parks | 3 | 2 | 9"))
    assert [line.split(": ")[1] for line in told(records)] == ["received 3 count", "in_target 2 count"]
    assert unread(records) == ["9: words not understood in its heading: Time taken"]


def test_the_total_of_outcomes_at_one_stage_is_of_that_stage() -> None:
    drawn = "| 2022/23 \n Upheld | 4 \n Not upheld | 2 \n Referred back for local resolution | 3 \n Total | 9"
    records = meant(HEAD + "Complaints decided by the Ombudsman\n\n" + table(drawn))
    assert told(records)[-1] == "all, ombudsman, 2022-23: decided 9 count"


def test_a_caption_may_stand_below_its_table() -> None:
    drawn = table("Year | Investigated | Upheld \n 2022/23 | 26 | 20")
    caption = "Local Government & Social Care Ombudsman complaints for the council where decisions were made in the end\n"
    records = meant(HEAD + "We received 785 complaints during 2022/23.\n\n" + drawn + "\n" + caption + "\nThe remedies were agreed.\n")
    assert told(records)[:2] == ["all, ombudsman, 2022-23: investigated 26 count", "all, ombudsman, 2022-23: upheld 20 count"]


def test_outcomes_stand_as_labels_in_the_cells_below_a_heading_of_remedies() -> None:
    drawn = "Service | Stage | 2022/23 | 2022/23 Remedy \n Parks | Stage 1 | 7 | Upheld -1 Not upheld - 5 No further action - 1"
    records = meant(HEAD + "Complaints by service and stage\n\n" + table(drawn))
    assert told(records)[1:] == [
        "Parks, 1, 2022-23: upheld 1 count",
        "Parks, 1, 2022-23: not_upheld 5 count",
        "Parks, 1, 2022-23: cases outcome No further action 1 count",
    ]


def test_a_subtotal_that_names_its_directorate_is_no_total_of_the_council() -> None:
    drawn = "Directorate | Service | Stage 1 | Stage 2 \n Resources | Benefits | 6 | 2 \n | Resources (Total) | 6 | 2 \n | Total | 9 | 3"
    records = meant(HEAD + "Complaints received by service and stage\n\n" + table(drawn))
    assert [line.split(",")[0] for line in told(records)[::2]] == ["Benefits", "Resources (Total)", "all"]


def test_what_a_stage_escalated_is_not_what_it_received() -> None:
    records = meant(HEAD + table("Service | Stage 2 received | Stage 2 escalated | Stage 2 awaiting a decision \n Parks | 7 | 2 | 1"))
    assert [line.split(": ")[1] for line in told(records)] == ["received 7 count", "escalated 2 count", "open 1 count"]


def test_shares_beside_a_column_headed_total_are_of_its_sum() -> None:
    drawn = table(
        "Directorate | Total | Proportion (%) | Pathway band \n Place | 30 | 60 | 7 \n Resources | 20 | 40 | 8 \n Total | 50 | 100 | 9"
    )
    records = meant(HEAD + "## Complaints received in 2022/23 by directorate\n\n" + drawn)
    assert told(records)[:4] == [
        "Place, all, 2022-23: received 30 count",
        "Place, all, 2022-23: share_pct 60 percent",
        "Resources, all, 2022-23: received 20 count",
        "Resources, all, 2022-23: share_pct 40 percent",
    ]
    assert len(unread(records)) == 3


def test_the_stages_of_a_scheme_are_known_where_only_cells_name_them() -> None:
    drawn = "Service | Stage | Quart er 1 \n Parks | Frontline resolution | 7 \n Parks | Investigation | 2"
    records = meant(HEAD + "Complaints received by service and stage\n\n" + table(drawn))
    assert [(f.stage, str(f.period_end)) for f in records.figures] == [("1", "2022-06-30"), ("2", "2022-06-30")]


def test_a_column_of_unknown_words_among_measures_is_no_outcome_because_the_caption_says_outcomes() -> None:
    drawn = "Service | Received | Upheld | Items on tracker \n Parks | 9 | 4 | 7"
    records = meant(HEAD + "Outcomes of Stage 1 complaints, 2022/23\n\n" + table(drawn))
    assert [line.split(": ")[1] for line in told(records)] == ["received 9 count", "upheld 4 count"]
    assert unread(records) == ["7: words not understood in its heading: Items on tracker"]


def test_a_report_s_title_below_the_name_of_its_council_names_no_service() -> None:
    printed = "# Northvale Council\n\n# Annual Review of Complaint Handling 2022/23\n\nNature of complaint\n\n"
    assert told(meant(printed + table("Nature of complaint | Number \n Delay | 9 \n Other | 4"))) == [
        "all, all, 2022-23: cases cause Delay 9 count",
        "all, all, 2022-23: cases cause Other 4 count",
    ]


def test_services_across_may_be_called_by_a_word_of_measures_and_their_total_is_of_what_the_rows_count() -> None:
    drawn = "What we measure | Legal Services | Parks and Open Spaces | Council total \n Stage 1 complaints received | 9 | 4 | 13"
    assert told(meant(HEAD + table(drawn))) == [
        "Legal Services, 1, 2022-23: received 9 count",
        "Parks and Open Spaces, 1, 2022-23: received 4 count",
        "all, 1, 2022-23: received 13 count",
    ]


def test_a_column_of_unknown_words_beside_cards_of_outcomes_is_unread() -> None:
    drawn = "Service | Stage 1 outcome | Matters noted \n Parks | Upheld: 4 Not upheld: 5 | 7"
    records = meant(HEAD + "Outcomes of complaints 2022/23\n\n" + table(drawn))
    assert [line.split(": ")[1] for line in told(records)] == ["upheld 4 count", "not_upheld 5 count"]
    assert len(unread(records)) == 1


def test_where_formal_complaints_go_to_review_these_are_the_stages() -> None:
    drawn = table("Service | Formal received | Review received \n Parks | 9 | 4")
    assert told(meant(HEAD + drawn)) == ["Parks, 1, 2022-23: received 9 count", "Parks, 2, 2022-23: received 4 count"]
    assert told(meant(HEAD + table("Service | Formal complaints \n Parks | 9"))) == ["Parks, all, 2022-23: received 9 count"]


def test_sentences_know_the_stages_that_the_report_calls_investigation() -> None:
    said = "## Parks\n\n8 Frontline complaints were received in 2022/23.\n\n3 Investigation complaints were received in 2022/23.\n"
    assert [line.split(":")[0] for line in told(meant(HEAD + said))] == ["Parks, 1, 2022-23", "Parks, 2, 2022-23"]
