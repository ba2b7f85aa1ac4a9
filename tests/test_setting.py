"""What a report says of itself: its period, its council, the sections it falls into."""

import pytest
from drawing import HEAD, meant, told

from schemas import Status

TABLE = "| Service | S1 rec'd |\n|---|---|\n| Repairs | 80 |\n"


@pytest.mark.parametrize(
    ("text", "name", "period"),
    [
        ("# Complaints 2019/20\n\n", "a.txt", "2019-20"),
        ("# Six month complaint summary\n\n# 2017/2018\n\nComplaint data for April to September 2017\n\n", "a.txt", "2017-18 H1"),
        ("# Half-year complaints review, April to September 2018\n\n", "a.txt", "2018-19 H1"),
        ("# Six month summary 2017/18\n\n", "a.txt", "2017-18 H1"),
        ("# Complaints, Quarter 3 2020/21\n\n", "a.txt", "2020-21 Q3"),
        ("# Complaints\n\n", "complaints-2018-19.txt", "2018-19"),
        ("# Complaints\n\nIn 2018/19 and 2018/19, not in 2016/17, much was done.\n\n", "a.txt", "2018-19"),
        ("# Complaints\n\n", "a.txt", ""),
    ],
)
def test_a_reports_period_is_the_one_its_title_names(text: str, name: str, period: str) -> None:
    assert meant(text + TABLE, name).report.period == period


QUARTERS = "\n\n| Year | Q1 | Q2 | Q3 | Q4 |\n|---|---|---|---|---|\n| Complaints received 2014/15 | 5 | 6 | 7 | - |\n"
LATER = "# Complaints\n\n2019/20\n\nComplaints 2019/20\n\n{0}\nComplaints, Quarter 1 2020/21\n\n{0}"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("# Quarter 3 complaints: October to December 2014" + QUARTERS, "2014-15"),
        ("# Complaints 2013/14" + QUARTERS, "2013-14"),
        (LATER.format(TABLE), "2019-04 to 2020-06"),
        (LATER.format(TABLE).replace("# Complaints", "# Complaints 2019/20"), "2019-20"),
        (LATER.format(TABLE).replace("2019/20\n", "This is about the year 2019/20.\n", 1), "2019-20"),
    ],
)
def test_a_report_reaches_as_far_as_its_own_tables_where_its_title_leaves_it_open(text: str, period: str) -> None:
    assert meant(text).report.period == period


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("# Cambridge City Council’s Annual Complaints Report 2019/20\n\n", "a.txt", "E07000008"),
        ("# London Borough of Brent\n\n", "a.txt", "E09000005"),
        ("# Complaints\n\n", "thurrock-2017-18-h1.txt", "E06000034"),
        ("# Complaints\n\n", "rbkc-2019-20.txt", "E09000020"),
        ("# RBKC complaints\n\n", "a.txt", "E09000020"),
        ("# The BBC and NCC\n\n", "a.txt", ""),
        ("# Eastmere Borough Council\n\n", "a.txt", "body:eastmere-borough-council"),
        ("# Complaints\n\n", "a.txt", ""),
    ],
)
def test_a_council_is_named_by_the_title_or_the_file(text: str, name: str, code: str) -> None:
    assert meant(text + TABLE, name).report.council_code == code


def test_a_report_whose_figures_nobody_understands_has_none_and_says_where_they_stand() -> None:
    report = meant(HEAD + "| Meeting | Attended |\n|---|---|\n| May | 7 |\n").report
    assert (report.status, report.message) == (Status.NO_FIGURES, "no complaint figure in it was understood; 1 place is told in unread")


def test_each_directorate_heads_its_own_services() -> None:
    text = f"# Complaints 2019/20\n\nDIRECTORATE:\n\nHOMES\n\n{TABLE}\nDirectorate: Streets\n\n{TABLE.replace('Repairs', 'Bins')}"
    assert [(f.directorate, f.service) for f in meant(text).figures] == [("HOMES", "Repairs"), ("Streets", "Bins")]


def test_a_dashboard_heading_is_furniture_and_the_smaller_heading_below_it_names_the_service() -> None:
    own = "| Complaint data | S1 rec'd |\n|---|---|\n| 2019-20 | 80 |\n| 2018-19 | 70 |\n"
    text = f"{HEAD}{TABLE}\n## HOMES – COMPLAINT DASHBOARD 2019/20\n\n### Repairs\n\n{own}"
    assert [line.split(":")[0] for line in told(meant(text))[1:]] == ["Repairs, 1, 2019-20", "Repairs, 1, 2018-19 prior"]


def test_a_repeated_smaller_heading_stays_in_the_section_of_the_larger() -> None:
    own = "### What we did\n\n| Complaint data | S1 rec'd |\n|---|---|\n| 2019-20 | {} |\n\n"
    text = f"{HEAD}## Repairs\n\n{own.format(80)}## Parks\n\n{own.format(9)}"
    assert [line.split(",")[0] for line in told(meant(text))] == ["Repairs", "Parks"]


def test_the_stage_of_a_sections_heading_is_that_of_its_tables() -> None:
    text = f"{HEAD}## Local Government Ombudsman\n\n| Service | Investigated |\n|---|---|\n| Repairs | 3 |\n"
    assert told(meant(text)) == ["Repairs, ombudsman, 2019-20: investigated 3 count"]


@pytest.mark.parametrize(
    "line", ["Ombudsman decisions 2022/23", "LGSCO investigations", "Complaints decided by the LGSCO", "LGSCO cases by outcome"]
)
def test_a_line_that_names_the_ombudsman_and_what_it_did_is_the_caption_of_its_table(line: str) -> None:
    table = "| Service | Invalid or incomplete | Upheld |\n|---|---|---|\n| Repairs | 3 | 4 |\n"
    assert told(meant(f"# Annual complaints report 2022/23\n\n{line}\n\n{table}")) == [
        "Repairs, ombudsman, 2022-23: cases outcome Invalid or incomplete 3 count",
        "Repairs, ombudsman, 2022-23: upheld 4 count",
    ]


def test_the_stage_of_a_larger_heading_is_that_of_the_tables_and_sentences_below_it() -> None:
    text = (
        f"{HEAD}## Stage 2 complaints\n\n### Timeliness\n\n| Service | In time |\n|---|---|\n| Repairs | 3 |\n\n4 complaints were upheld.\n"
    )
    assert told(meant(text)) == ["Repairs, 2, 2019-20: in_target 3 count", "all, 2, 2019-20: upheld 4 count"]


def test_compliments_below_a_heading_of_a_stage_are_of_none() -> None:
    text = f"{HEAD}## Ombudsman\n\n### Compliments\n\n| Service | Compliments |\n|---|---|\n| Repairs | 3 |\n"
    assert told(meant(text)) == ["Repairs, all, 2019-20: compliments 3 count"]


QUARTERLY = "# Complaints report: Quarter 3 2023/24\n\n## Complaints\n\n"


@pytest.mark.parametrize("heading", ["YTD", "Year to date", "Total"])
def test_what_is_added_up_over_the_quarters_so_far_is_of_all_of_them(heading: str) -> None:
    text = f"{QUARTERLY}| Service | Q1 | Q2 | Q3 | {heading} |\n|---|---|---|---|---|\n| Repairs | 20 | 25 | 30 | 75 |\n"
    assert told(meant(text)) == [
        "Repairs, all, 2023-24 Q1 prior: received 20 count",
        "Repairs, all, 2023-24 Q2 prior: received 25 count",
        "Repairs, all, 2023-24 Q3: received 30 count",
        "Repairs, all, 2023-04 to 2023-12: received 75 count",
    ]


def test_a_year_to_date_beside_a_quarter_is_no_quarter() -> None:
    column = f"{QUARTERLY}| Service | Received | YTD |\n|---|---|---|\n| Repairs | 30 | 75 |\n"
    assert told(meant(column))[1] == "Repairs, all, 2023-04 to 2023-12: received 75 count"
    assert told(meant(f"{QUARTERLY}Year to date we received 75 complaints, compared to 60 for the same period last year.\n")) == []


def test_the_numbers_of_a_papers_paragraphs_are_no_words_of_them() -> None:
    text = (
        f"{QUARTERLY}2.1 During Quarter 3 we received 312 complaints.\n\n2.1.1 We upheld 109 of them.\n\n2.5 complaints were made a day.\n"
    )
    assert told(meant(text)) == ["all, all, 2023-24 Q3: received 312 count", "all, all, 2023-24 Q3: upheld 109 count"]


LATER_PART = "## Appendix B – Complaints for Q1 and Q2 2020/21\n\n"


@pytest.mark.parametrize(
    ("below", "figures"),
    [
        (f"### By service\n\n{TABLE}", ["Repairs, 1, 2020-21 H1: received 80 count"]),
        ("We received 12 complaints at stage 1.\n", ["all, 1, 2020-21 H1: received 12 count"]),
        ("### Learning\n\nWe received 12 complaints at stage 1 (9 last year).\n", ["all, 1, 2020-21 H1: received 12 count"]),
        ("### Learning\n\nIn Q1 we received 5 complaints at stage 1.\n", ["all, 1, 2020-21 Q1: received 5 count"]),
        (f"## Summary 2019/20\n\n{TABLE}", ["Repairs, 1, 2019-20: received 80 count"]),
    ],
)
def test_a_larger_headings_period_is_that_of_the_sections_and_sentences_below_it(below: str, figures: list[str]) -> None:
    assert [line for line in told(meant(HEAD + LATER_PART + below)) if "prior" not in line] == figures


def test_an_earlier_years_chapter_is_prior() -> None:
    text = f"{HEAD}## Complaints received in 2018/19\n\n### By service\n\n{TABLE}\n\nWe received 12 complaints at stage 1.\n"
    assert told(meant(text)) == ["Repairs, 1, 2018-19 prior: received 80 count"]
    text = f"{HEAD}## Complaints received in 2018/19\n\n### Learning\n\nWe received 12 complaints at stage 1.\n"
    assert told(meant(text)) == ["all, 1, 2018-19 prior: received 12 count"]


@pytest.mark.parametrize("heading", ["Progress on the 2018/19 actions", "Complaints 2020/21"])
def test_under_a_heading_of_another_matter_or_of_a_year_to_come_a_sentence_is_in_doubt(heading: str) -> None:
    assert told(meant(f"{HEAD}## {heading}\n\nWe received 12 complaints at stage 1.\n")) == []


def test_under_a_heading_of_a_year_to_come_sentences_are_of_the_part_of_it_that_its_words_name() -> None:
    told_of = "These are complaints of the first two quarters of 2020/21."
    text = f"{HEAD}## Complaints 2020/21\n\n{told_of}\n\n34 complaints were upheld at stage 1.\n"
    assert told(meant(text)) == ["all, 1, 2020-21 H1: upheld 34 count"]
    both = text.replace("the first two quarters", "Q1 2020/21 and the first two quarters")
    assert told(meant(both)) == []


SERVICES = ("Adult Social Care", "Gadget Service", "Housing Needs", "Housing Management")


def test_a_heading_that_calls_itself_a_service_among_those_of_services_names_one() -> None:
    sections = "".join(f"### {name}\n\nThere was a {n} % decrease in complaints.\n\n" for n, name in enumerate(SERVICES, 20))
    found = told(meant(f"{HEAD}## Appendix A\n\n{sections}"))
    assert found == [f"{name}, all, 2019-20 difference: received {n} percent" for n, name in enumerate(SERVICES, 20)]
    alone = told(meant(f"{HEAD}## Appendix A\n\n### Gadget Service\n\nThere was a 20 % decrease in complaints.\n"))
    assert alone == []


def test_a_label_before_a_dash_is_a_service_if_its_words_are_and_else_in_doubt() -> None:
    lines = [
        "Planning – 45 complaints received, 12 upheld.",
        "Widget Delivery – 7 complaints received.",
        "Overall – 80 complaints received.",
    ]
    found = told(meant(HEAD + "## Complaints\n\n" + "\n\n".join(lines) + "\n"))
    assert found == [
        "Planning, all, 2019-20: received 45 count",
        "Planning, all, 2019-20: upheld 12 count",
        "all, all, 2019-20: received 80 count",
    ]


def test_the_service_is_that_of_the_section_and_not_one_of_that_name() -> None:
    text = f"{HEAD}## Parking\n\nThe service received 82 complaints. This Service received 12 compliments. Our Team upheld 9 complaints.\n"
    assert {line.split(",")[0] for line in told(meant(text))} == {"Parking"}
