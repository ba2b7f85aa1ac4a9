"""What stands around a table where no words count complaints, and the names of bodies that are no councils."""

import pytest
from drawing import meant, table, told

HEAD = "# Annual complaints report 2022/23\n\nNorthvale Council\n\n"


def test_stages_by_year_in_a_report_on_complaints_count_complaints() -> None:
    drawn = table(" | 2021/22 | 2022/23 | Change \n Stage 1 | 1,612 | 1,890 | +17% \n Ombudsman enquiries | 20 | 25 | +25%")
    assert told(meant(HEAD + "## Trend over two years\n\n" + drawn)) == [
        "all, 1, 2021-22 prior: received 1612 count",
        "all, 1, 2022-23: received 1890 count",
        "all, 1, 2022-23 difference: received 17 percent",
        "all, ombudsman, 2021-22 prior: received 20 count",
        "all, ombudsman, 2022-23: received 25 count",
        "all, ombudsman, 2022-23 difference: received 25 percent",
    ]


@pytest.mark.parametrize("heading", ["Average response times", "Compensation", "Calls by stage", "Satisfaction"])
def test_they_do_not_below_words_of_something_else(heading: str) -> None:
    drawn = table(" | 2021/22 | 2022/23 \n Stage 1 | 12 | 18 \n Stage 2 | 13 | 14")
    assert not [line for line in told(meant(f"{HEAD}## {heading}\n\n{drawn}")) if "received" in line]


def test_services_by_year_count_complaints_only_as_whole_numbers() -> None:
    drawn = "Trust | 2021/22 | 2022/23 \n Northvale | 12 | {} \n Wales total | 15 | 20"
    assert len(told(meant(HEAD + table(drawn.format("18"))))) == 4
    assert not told(meant(HEAD + table(drawn.format("18.5"))))


def test_a_caption_of_two_things_says_what_the_names_are() -> None:
    drawn = table(" | Q1 | Q2 \n Quality of Place | 12 | 18 \n Fairness | 13 | 14")
    found = told(meant(HEAD + "## Stage 1 complaints by directorate and quarter\n\n" + drawn))
    assert found[0] == "Quality of Place, 1, 2022-23 Q1: received 12 count"
    assert len(found) == 4


def test_a_group_of_those_escalated_stands_beside_the_second_stage() -> None:
    records = meant(HEAD + table("Service | Stage 2 complaints | Escalated Stage 2 complaints \n Parks | 12 | 3"))
    assert [(f.stage, f.measure, f.category) for f in records.figures] == [("2", "received", ""), ("2", "received", "Escalated Stage 2")]


def test_a_change_may_stand_in_a_services_name() -> None:
    drawn = table("Directorate | Complaints \n Environment and Climate Change | 12 \n Change since last year | 3")
    assert told(meant(HEAD + drawn))[0] == "Environment and Climate Change, all, 2022-23: received 12 count"


def test_the_share_of_those_withdrawn_is_that_of_an_outcome() -> None:
    drawn = table("Outcome | Number of complaints | Percentage \n Upheld | 9 | 90% \n Withdrawn | 1 | 10%")
    assert told(meant(HEAD + drawn))[2:] == [
        "all, all, 2022-23: not_pursued 1 count",
        "all, all, 2022-23: share_pct outcome Withdrawn 10 percent",
    ]


def test_in_an_ombudsmans_letter_all_complaints_are_at_the_ombudsman() -> None:
    title = "# The Local Government Ombudsman's annual letter to Northvale Council 2007/08\n\n"
    drawn = table("Complaints received by subject area | Benefits | Housing | Total \n 2007/08 | 2 | 4 | 6")
    assert told(meant(title + drawn)) == [
        "Benefits, ombudsman, 2007-08: received 2 count",
        "Housing, ombudsman, 2007-08: received 4 count",
        "all, ombudsman, 2007-08: received 6 count",
    ]
    assert "ombudsman" not in told(meant(title + table("Service | Stage 1 complaints \n Benefits | 3")))[0]


@pytest.mark.parametrize(
    "name", ["Northvale Fire and Rescue Service", "Eastmere Housing Group", "Department of Health", "Eastmere Homes", "Peabright"]
)
def test_the_line_below_the_title_names_the_body_and_no_service(name: str) -> None:
    records = meant(f"# Complaints and compliments 2022/23\n\n{name}\n\n" + table("Year | Complaints | Upheld \n 2022/23 | 9 | 4"))
    assert {f.service for f in records.figures} == {""}


def test_a_heading_that_asks_names_no_service() -> None:
    drawn = table("Complaint category | Stage 1 | Stage 2 \n Repairs | 9 | 4")
    assert len(told(meant(HEAD + "## What residents complained about\n\n" + drawn))) == 2


def test_a_table_of_measures_with_codes_that_speaks_of_complaints_is_read_below_any_title() -> None:
    drawn = table("Code | Measure | 2022/23 \n CH01 | Stage 1 complaints per 1,000 homes | 33.4 \n TP01 | Overall satisfaction | 70%")
    assert told(meant("# Tenant satisfaction measures 2022/23\n\n" + drawn))[0] == "all, 1, 2022-23: rate_per_1000 33.4 count"


def test_a_total_behind_the_columns_of_stages_is_of_no_one_stage() -> None:
    drawn = table("Service | Frontline resolution | Investigation | Escalated investigation | Total closed \n Parks | 20 | 3 | 1 | 24")
    records = meant(HEAD + "## Complaints closed by service\n\n" + drawn)
    assert [(f.stage, f.measure, f.category) for f in records.figures] == [
        ("1", "decided", ""),
        ("2", "decided", ""),
        ("2", "decided", "Escalated investigation"),
        ("all", "decided", ""),
    ]


def test_a_share_of_all_closed_stands_beside_the_number_closed_at_a_stage() -> None:
    drawn = table(" | Number | % of all closed \n Closed at Stage 1 | 118 | 67% \n Closed after escalation | 17 | 10%")
    records = meant(HEAD + "## Complaints closed at each stage\n\n" + drawn)
    assert told(records) == [
        "all, 1, 2022-23: decided 118 count",
        "all, 1, 2022-23: share_pct 67 percent",
        "all, 2, 2022-23: decided outcome Closed after escalation 17 count",
        "all, 2, 2022-23: share_pct outcome Closed after escalation 10 percent",
    ]


def test_corporate_resources_is_a_service_and_no_procedure() -> None:
    drawn = table("Stage | Community Services | Corporate Resources \n Stage 1 | 12 | 21")
    records = meant(HEAD + "## Complaints by stage and directorate\n\n" + drawn)
    assert [f.service for f in records.figures] == ["Community Services", "Corporate Resources"]


def test_a_body_that_reports_on_authorities_names_them_in_its_rows() -> None:
    drawn = table("Local authority | Complaints received | Referred to the Ombudsman \n Northvale | 24 | 3 \n Total | 24 | 3")
    assert told(meant("# Complaints data 2021/22\n\nPublic Services Ombudsman for Wales\n\nAll have answered.\n\n" + drawn)) == [
        "Northvale, all, 2021-22: received 24 count",
        "Northvale, ombudsman, 2021-22: received 3 count",
        "all, all, 2021-22: received 24 count",
        "all, ombudsman, 2021-22: received 3 count",
    ]


def test_what_was_acknowledged_in_time_was_not_answered() -> None:
    assert not told(meant(HEAD + "94% of Stage 1 complaints were acknowledged within 5 working days.\n"))


def test_what_is_set_beside_compliments_counts_compliments() -> None:
    text = "The Council received 412 compliments in 2022/23, an increase of 8% on the 381 received in 2021/22.\n"
    assert {f.measure for f in meant(HEAD + text).figures} == {"compliments"}


def test_remedies_in_a_list_are_counted_unless_they_are_money() -> None:
    records = meant(HEAD + "## Remedies\n\n- Apology (15)\n- Service provided (9)\n- Compensation (3)\n")
    assert told(records) == [
        "all, all, 2022-23: cases action Apology 15 count",
        "all, all, 2022-23: cases action Service provided 9 count",
        "all, all, 2022-23: cases action Compensation 3 count",
    ]


def test_counts_of_outcomes_behind_a_stage_are_no_categories() -> None:
    text = "## Outcomes\n\n- Stage 1: 291 upheld (36%), 120 partially upheld (15%)\n"
    assert {(f.stage, f.measure) for f in meant(HEAD + text).figures} <= {
        ("1", "upheld"),
        ("1", "upheld_pct"),
        ("1", "partially_upheld"),
        ("1", "partially_upheld_pct"),
    }


def test_a_stage_of_an_unknown_name_is_not_all_stages() -> None:
    drawn = table("Directorate | 2021/22 | 2022/23 \n Parks | 12 | 21")
    records = meant(HEAD + "## Assessment stage complaints\n\n" + drawn)
    assert not records.figures
    assert [row.reason for row in records.unread] == ["no stage is known by the name 'Assessment stage', which stands above it"]


def test_resolution_and_review_are_stages_where_a_report_calls_them_so() -> None:
    drawn = table("Directorate | 2021/22 | 2022/23 \n Parks | 12 | 21")
    records = meant(f"{HEAD}## Resolution stage complaints\n\n{drawn}\n## Review stage complaints\n\n{drawn}")
    assert [f.stage for f in records.figures] == ["1", "1", "2", "2"]


def test_a_column_of_the_year_end_is_the_reports_whole_year() -> None:
    drawn = table("Performance measure | Qtr 1 | Year end \n Number of complaints received | 101 | 451")
    assert told(meant(HEAD + drawn)) == ["all, all, 2022-23 Q1: received 101 count", "all, all, 2022-23: received 451 count"]


def test_what_an_ombudsman_accepts_for_investigation_it_investigates() -> None:
    drawn = "Complaints accepted for detailed investigation | Investigations not upheld \n 2022/23 | 21 | 10"
    records = meant(HEAD + "## Ombudsman\n\n" + table("Year | " + drawn))
    assert [f.measure for f in records.figures] == ["investigated", "not_upheld"]


def test_ethnic_groups_are_no_services() -> None:
    drawn = table("Ethnic group | Number | % \n White British | 640 | 51% \n Not stated | 20 | 49%")
    assert not [f for f in meant(HEAD + "## Ethnicity of complainants\n\n" + drawn).figures if f.service]


def test_a_count_in_brackets_behind_all_that_is_said_is_that_of_its_percentage() -> None:
    text = "We upheld 61% of first stage complaints (127)."
    assert [f.measure for f in meant(HEAD + text).figures] == ["upheld_pct", "upheld"]
