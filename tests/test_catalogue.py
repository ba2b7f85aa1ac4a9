"""What tables mean in the layouts and words that public bodies are known to print, one small report each."""

import pytest
from drawing import meant, table, told, unread

HEAD = "# Northvale Council\n\n# Annual complaints report 2022/23\n\n"


@pytest.mark.parametrize(
    ("upheld", "partially", "not_upheld", "either"),
    [
        ("Valid", "Partly valid", "Not valid", "Fully or partially valid"),
        ("Justified", "Partially justified", "Unjustified", "Justified or partly justified"),
        ("Substantiated", "Partly substantiated", "Unsubstantiated", "Fully or partly substantiated"),
        ("Complaints founded", "Part founded", "Complaints unfounded", "Founded or partially founded"),
        ("Sustained", "Sustained in part", "Not sustained", "Sustained in full or in part"),
    ],
)
def test_what_is_valid_justified_founded_or_sustained_is_upheld(upheld: str, partially: str, not_upheld: str, either: str) -> None:
    records = meant(HEAD + table(f"Step | {upheld} | {partially} | {not_upheld} | {either} \n Step 1 | 10 | 4 | 8 | 14"))
    assert [f.measure for f in records.figures] == ["upheld", "partially_upheld", "not_upheld", "upheld_or_partly"]
    assert {f.stage for f in records.figures} == {"1"}


def test_the_total_of_outcomes_is_what_was_decided_at_each_stage() -> None:
    drawn = "Outcome | Stage 1 | Stage 2 \n Upheld | 20 | 3 \n Not upheld | 9 | 1 \n Resolved | 2 | 0 \n Total | 31 | 4"
    assert told(meant(HEAD + "## Complaint outcomes\n\n" + table(drawn)))[-2:] == [
        "all, 1, 2022-23: decided 31 count",
        "all, 2, 2022-23: decided 4 count",
    ]


@pytest.mark.parametrize("heading", ["Freedom of information requests", "Planning appeals", "Staff", "Member enquiries", "Calls answered"])
def test_below_a_heading_about_another_matter_no_complaint_is_counted(heading: str) -> None:
    drawn = table("Service | Received | Upheld | On time \n Planning | 41 | 12 | 30")
    records = meant(f"{HEAD}## {heading}\n\n{drawn}\n### By team\n\n{drawn}\n## Complaints\n\n{drawn}")
    assert len(told(records)) == 3
    assert [row.reason for row in records.unread] == [f"it stands below {heading!r}, which is about another matter than complaints"] * 2


def test_a_heading_of_another_matter_ends_at_the_next_of_its_size_and_leaves_tables_that_speak_of_complaints() -> None:
    beside = table("Service | Complaints received \n Parks | 40")
    after = table("Quarter | Received \n Q1 | 7")
    assert told(meant(f"{HEAD}## Customer contact\n\n{beside}\n## Stage 2\n\n{after}")) == [
        "Parks, all, 2022-23: received 40 count",
        "all, 2, 2022-23 Q1: received 7 count",
    ]


def test_what_goes_through_several_stages_is_a_complaint_below_any_heading() -> None:
    drawn = table(" | Received at Stage 1 | Received at Stage 2 \n 2022/23 | 41 | 12")
    assert len(told(meant(f"{HEAD}## Customer contact\n\n{drawn}\n## Parks\n\n{drawn}"))) == 4


def test_a_sentence_that_stands_under_several_headings_is_of_what_each_of_them_names() -> None:
    sentence = "{} Stage 1 complaints were received in 2022/23, compared with {} in 2021/22."
    sections = f"## Community warmth\n\n{sentence.format(57, 71)}\n\n## Lidos\n\n{sentence.format(8, 9)}\n"
    assert told(meant(HEAD + sections)) == [
        "Community warmth, 1, 2022-23: received 57 count",
        "Community warmth, 1, 2021-22 prior: received 71 count",
        "Lidos, 1, 2022-23: received 8 count",
        "Lidos, 1, 2021-22 prior: received 9 count",
    ]


def test_a_caption_may_say_when_complaints_were_received() -> None:
    drawn = table("Service | Quarter 1 | Quarter 2 \n Parks | 4 | 6")
    assert told(meant(f"{HEAD}## When stage 1 complaints were received (2022/23)\n\n{drawn}")) == [
        "Parks, 1, 2022-23 Q1: received 4 count",
        "Parks, 1, 2022-23 Q2: received 6 count",
    ]


def test_what_is_received_below_a_heading_of_compliments_is_compliments() -> None:
    assert told(meant(HEAD + "## Compliments\n\nThank you.\n\n" + table("Service | Received \n Parks | 10"))) == [
        "Parks, all, 2022-23: compliments 10 count"
    ]


def test_decisions_by_an_ombudsman_are_of_its_stage_by_whatever_name() -> None:
    heading = "## Decisions by the Local Government and Social Care Ombudsman\n\n"
    drawn = "Year | Detailed investigations | Upheld | Uphold rate \n 2022/23 | 22 | 16 | 73%"
    assert told(meant(HEAD + heading + table(drawn))) == [
        "all, ombudsman, 2022-23: investigated 22 count",
        "all, ombudsman, 2022-23: upheld 16 count",
        "all, ombudsman, 2022-23: upheld_pct 73 percent",
    ]


def test_months_stand_across_a_table_or_down_it() -> None:
    across = table("Month | Apr | May | Jan \n Complaints received | 31 | 28 | 37")
    down = table("Month | Received | On time \n April | 31 | 30 \n January | 37 | 35")
    assert [line.split(", ")[2] for line in told(meant(HEAD + across))] == [
        "2022-04 to 2022-04: received 31 count",
        "2022-05 to 2022-05: received 28 count",
        "2023-01 to 2023-01: received 37 count",
    ]
    assert len(told(meant(HEAD + down))) == 4


def test_remedies_are_actions_and_their_sums_of_money_remedies_paid() -> None:
    drawn = "Remedy | Number \n Apology | 14 \n Financial redress | 9 \n Compensation | £1,200"
    assert told(meant(HEAD + "## Learning and remedies\n\n" + table(drawn))) == [
        "all, all, 2022-23: cases action Apology 14 count",
        "all, all, 2022-23: cases action Financial redress 9 count",
        "all, all, 2022-23: remedy_gbp action Compensation 1200 gbp",
    ]


def test_a_satisfaction_measures_label_says_stage_rate_and_time_limit_of_a_code() -> None:
    drawn = (
        "TSM | 2022/23 \n CH01: Complaints relative to the size of the landlord (stage 1) | 44.6"
        "\n CH02: Stage 2 complaints responded to within the Housing Ombudsman's Complaint Handling Code timescales | 71%"
    )
    assert told(meant(HEAD + table(drawn))) == [
        "all, 1, 2022-23: rate_per_1000 44.6 count",
        "all, 2, 2022-23: in_target_pct 71 percent",
    ]


def test_columns_that_nothing_tells_apart_are_unread_unless_no_row_fills_both() -> None:
    records = meant(HEAD + table("Year | Complaints | Complaints \n 2022/23 | 20 | 21"))
    assert told(records) == []
    assert unread(records)[0].endswith("another column says the same")
    assert len(told(meant(HEAD + table("Measure |  |  \n Complaints received | 20 | \n % upheld | | 30%")))) == 2


def test_types_of_complaint_among_which_a_regime_stands_are_no_causes() -> None:
    records = meant(HEAD + table("Complaint type | Received \n Corporate | 100 \n Children's social care | 30"))
    assert [(f.service, f.measure, f.dimension) for f in records.figures] == [
        ("Corporate", "received", None),
        ("Children's social care", "received", None),
    ]


STACKED = """<h1>Northvale Council: annual complaints report 2022/23</h1><table>
<tr><td>Stage 1 Complaint outcomes<td><tr><td>Upheld<br>Partially upheld<br>Resolved<td>61<br>30<br>12
<tr><td>Stage 2 Complaint outcomes<td><tr><td>Upheld<br>Not upheld<br>Total<td>8<br>20<br>28</table>"""


def test_labels_stacked_in_a_cell_are_dealt_to_the_figures_stacked_beside_it() -> None:
    assert told(meant(STACKED, "report.html")) == [
        "all, 1, 2022-23: upheld 61 count",
        "all, 1, 2022-23: partially_upheld 30 count",
        "all, 1, 2022-23: cases outcome Resolved 12 count",
        "all, 2, 2022-23: upheld 8 count",
        "all, 2, 2022-23: not_upheld 20 count",
        "all, 2, 2022-23: decided 28 count",
    ]


@pytest.mark.parametrize(
    "cell", ["Adults and<br>Health<td>20<br>(18)", "Complaints received<br>2022/23<td>20<br>18", "Upheld<br>Not upheld<td>20"]
)
def test_a_cell_of_several_lines_that_are_no_labels_of_their_own_stays_whole(cell: str) -> None:
    page = f"<h1>Northvale Council: annual complaints report 2022/23</h1><table><tr><th>Service<th>Complaints<tr><td>{cell}</table>"
    assert len(meant(page, "report.html").figures) == 0


def test_results_headed_alike_are_of_the_stage_they_stand_behind() -> None:
    records = meant(HEAD + table("Year | Stage 1 | % on time | Stage 2 | % on time \n 2022/23 | 100 | 90% | 10 | 80%"))
    assert told(records) == [
        "all, 1, 2022-23: received 100 count",
        "all, 1, 2022-23: in_target_pct 90 percent",
        "all, 2, 2022-23: received 10 count",
        "all, 2, 2022-23: in_target_pct 80 percent",
    ]


def test_an_ombudsmans_categories_are_services_across_a_table_or_down_it() -> None:
    across = "Corporate and Other Services | Highways and Transport | Housing | Total \n 1 | 5 | 2 | 8"
    down = "Category | Decided | Upheld \n Adult care services | 4 | 2 \n Benefits and tax | 3 | 0 \n Total | 7 | 2"
    heading = "## Local authority report: complaints decided by the Ombudsman\n\n"
    assert [f.service for f in meant(HEAD + "## Complaints to the Ombudsman\n\n" + table(across)).figures] == [
        "Corporate and Other Services",
        "Highways and Transport",
        "Housing",
        "",
    ]
    assert told(meant(HEAD + heading + table(down)))[::2] == [
        "Adult care services, ombudsman, 2022-23: decided 4 count",
        "Benefits and tax, ombudsman, 2022-23: decided 3 count",
        "all, ombudsman, 2022-23: decided 7 count",
    ]


def test_types_of_feedback_are_measures_and_no_causes() -> None:
    assert told(meant(HEAD + table("Type | 2022/23 \n Complaints | 120 \n Compliments | 60")))[:2] == [
        "all, all, 2022-23: received 120 count",
        "all, all, 2022-23: compliments 60 count",
    ]


def test_a_total_of_a_part_only_is_no_service() -> None:
    records = meant(HEAD + table("Service | Complaints \n Roads | 10 \n Total excluding withdrawn | 8 \n Total | 10"))
    assert [f.service for f in records.figures] == ["Roads", ""]


def test_the_stages_of_the_statutory_procedure_have_names_of_their_own() -> None:
    drawn = "Stage | Number \n Local resolution | 30 \n Independent investigation | 3 \n Review panel | 1"
    records = meant(HEAD + "## Children's statutory complaints\n\n" + table(drawn))
    assert [(f.stage, f.regime) for f in records.figures] == [("1", "children"), ("2", "children"), ("3", "children")]
    assert meant(HEAD + "## Complaints\n\n" + table(drawn)).figures == ()


@pytest.mark.parametrize(
    "label", ["Average days to answer", "Avg. time in working days to respond", "Ave number of days to close complaints"]
)
def test_days_are_told_by_whatever_verb_for_answering(label: str) -> None:
    assert told(meant(HEAD + table(f"Indicator | 2022/23 \n {label} | 9.3"))) == ["all, all, 2022-23: average_days 9.3 days"]


def test_two_stages_that_each_stand_in_a_cell_of_their_own_are_told_by_each_other() -> None:
    both = table("Service | Stage | 2022/23 \n Parks | Formal | 12 \n Parks | Review | 3")
    assert told(meant(f"{HEAD}## Complaints received\n\n{both}")) == [
        "Parks, 1, 2022-23: received 12 count",
        "Parks, 2, 2022-23: received 3 count",
    ]
