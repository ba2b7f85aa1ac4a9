"""Commitments, comments and the figures that sentences state, with the service and stage that they belong to."""

import pytest
from drawing import HEAD, meant, told

from schemas import Records

PROMISES = """| | Service commitments for the year 2019/20 | Progress summary |
|---|---|---|
| 1 | Ring back within a day | Calls are logged |
| 2 | Publish the rota | |

"""
ANALYSIS = """| Analysis – key themes | Does this link back to previous commitments? | Service comments | Complaints Team comments |
|---|---|---|---|
| {} | Yes – point 1 | The rota was changed | |

"""


def commitments(records: Records) -> list[str]:
    return [f"{c.service} {c.period} {c.number}: {c.commitment} > {c.progress}" for c in records.commitments]


def comments(records: Records) -> list[str]:
    return [f"{c.section} {c.stage or '-'} {c.service or 'all'}: {c.text}" for c in records.commentary]


def test_commitments_carry_their_number_year_and_progress() -> None:
    assert commitments(meant(f"{HEAD}## Repairs\n\n{PROMISES}")) == [
        "Repairs 2019-20 1: Ring back within a day > Calls are logged",
        "Repairs 2019-20 2: Publish the rota > ",
    ]


def test_a_row_that_says_there_are_no_commitments_is_kept_as_printed() -> None:
    table = "| | Service commitments for the year 2018/19 | Progress summary |\n|---|---|---|\n| 1 | None were asked for | n/a |\n"
    assert commitments(meant(f"{HEAD}## Repairs\n\n{table}")) == ["Repairs 2018-19 1: None were asked for > n/a"]


def test_next_years_commitments_may_stand_under_a_heading_over_the_numbers() -> None:
    table = "Service commitments for the year 2020/21\t\n1\tMend the lifts\n2\tSweep the stairs\n"
    assert commitments(meant(f"{HEAD}## Repairs\n\n{table}")) == [
        "Repairs 2020-21 1: Mend the lifts > ",
        "Repairs 2020-21 2: Sweep the stairs > ",
    ]


def test_each_cell_of_an_analysis_is_a_comment_with_the_stage_that_its_theme_names() -> None:
    assert comments(meant(f"{HEAD}## Repairs\n\n{ANALYSIS.format('Most stage 2 complaints were about delay')}")) == [
        "theme 2 Repairs: Most stage 2 complaints were about delay",
        "link 2 Repairs: Yes – point 1",
        "service_comment 2 Repairs: The rota was changed",
    ]


def test_lines_that_tell_the_writers_what_to_write_are_no_comment() -> None:
    told_to = "• Provide suggested progress going forward or <br> • Provide a summary of positive impact <br> The rota was changed"
    records = meant(f"{HEAD}## Repairs\n\n{ANALYSIS.format('Stage 1 themes').replace('The rota was changed', told_to)}")
    assert comments(records)[-1] == "service_comment 1 Repairs: The rota was changed"


def test_scope_notes_and_summary_are_told_apart() -> None:
    text = f"""{HEAD}## High level summary

Most people wrote about bins.

- Missed rounds

## Repairs

Complaints for this area cover lifts and stairs.

{PROMISES}
**Notes**

- The two years cannot be compared.
"""
    assert comments(meant(text)) == [
        "summary - all: Most people wrote about bins.",
        "summary - all: Missed rounds",
        "scope - Repairs: Complaints for this area cover lifts and stairs.",
        "note - Repairs: The two years cannot be compared.",
    ]


def test_a_footnote_and_a_please_note_are_notes() -> None:
    text = f"{HEAD}*Last year's figures are shown in brackets\n\nPlease note: a complaint may begin at stage 3 where that is fairer.\n"
    assert [line.split(":")[0] for line in comments(meant(text))] == ["note - all", "note - all"]


def test_a_bullet_that_names_a_service_of_the_tables_is_about_it() -> None:
    rows = "| Service | S1 rec'd |\n|---|---|\n| Fostering | 4 |\n"
    text = f"{HEAD}{rows}\n## Points to note\n\n- Fostering – 50% of stage 1 complaints were upheld, based on 4 complaints.\n"
    records = meant(text)
    assert comments(records) == ["note 1 Fostering: Fostering – 50% of stage 1 complaints were upheld, based on 4 complaints."]
    assert told(records)[1:] == ["Fostering, 1, 2019-20: upheld_pct 50 percent", "Fostering, 1, 2019-20: decided 4 count"]


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("38% of Stage 1 complaints upheld (of 206 received)", ["1: upheld_pct 38 percent", "1: received 206 count"]),
        ("42% of Stage 2 complaints were upheld of 31 received.", ["2: upheld_pct 42 percent", "2: received 31 count"]),
        ("32% of stage 1 complaints were upheld (based on 93 complaints).", ["1: upheld_pct 32 percent", "1: decided 93 count"]),
        ("88% of stage 2 complaints (8) were upheld", ["2: upheld_pct 88 percent", "2: decided 8 count"]),
        ("78% of stage 1 complaints were upheld and listed (100 complaints)", ["1: upheld_pct 78 percent"]),
        ("13% of stage 2 were upheld that had not been upheld at stage 1", ["2: newly_upheld_pct 13 percent"]),
        ("Complaints went on to stage 3, with 50% of them upheld.", ["3: upheld_pct 50 percent"]),
        ("They went on to stage 3, with 50% upheld.", ["3: upheld_pct 50 percent"]),
        ("Of the 12 Stage 2 complaints received, 33% were upheld.", ["2: received 12 count", "2: upheld_pct 33 percent"]),
        ("Stage 1: 12 per cent of residents were asked, and 79% of households.", []),
        ("None of the 12 stage 1 complaints were upheld.", ["1: upheld 0 count", "1: decided 12 count"]),
        ("Stage 1 calls are answered in 2 days.", []),
    ],
)
def test_a_sentence_states_its_figures(sentence: str, figures: list[str]) -> None:
    records = meant(f"{HEAD}## Repairs\n\n{ANALYSIS.format(sentence)}")
    assert told(records) == [f"Repairs, {figure.replace(':', ', 2019-20:', 1)}" for figure in figures]


def test_last_years_figure_is_of_the_stage_that_the_row_is_about() -> None:
    records = meant(
        f"{HEAD}## Repairs\n\n{ANALYSIS.format('40% of Stage 2 complaints were upheld. Figure for whole of last year was 67%')}"
    )
    assert told(records) == ["Repairs, 2, 2019-20: upheld_pct 40 percent", "Repairs, 2, 2018-19 prior: upheld_pct 67 percent"]


def test_the_progress_of_a_commitment_is_about_what_the_commitment_names_first() -> None:
    table = PROMISES.replace("Ring back within a day", "Gas servicing – a new contractor").replace(
        "Calls are logged", "16 upheld during 2019/20, compared to 38 upheld for the previous year"
    )
    assert told(meant(f"{HEAD}## Repairs\n\n{table}")) == [
        "Repairs, all, 2019-20: upheld subservice Gas servicing 16 count",
        "Repairs, all, 2018-19 prior: upheld subservice Gas servicing 38 count",
    ]


def test_a_sentence_that_is_read_is_no_row_of_figures_however_many_it_states() -> None:
    assert not meant(f"{HEAD}5 (10%) upheld, 9 (18%) partially upheld, 36 (72%) not upheld of 50 complaints.\n").unread
    assert meant(f"{HEAD}Bins 5 9 36 12 1 2 3 4 5 6 7\n").unread


def test_outside_a_services_section_only_what_is_said_of_the_council_is_read() -> None:
    text = f"{HEAD}The council received 321 complaints at Stage 1. In Gadgets 20% of Stage 1 complaints were upheld.\n"
    assert told(meant(text)) == ["all, 1, 2019-20: received 321 count"]


def test_a_figure_repeated_below_one_heading_is_one_figure() -> None:
    sentence = "38% of Stage 1 complaints were upheld. As said, 38% of Stage 1 complaints were upheld."
    assert len(told(meant(f"{HEAD}## Repairs\n\n{ANALYSIS.format(sentence)}"))) == 1


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("In 2017/18 45% of stage 1 complaints were upheld.", ["1, 2017-18 prior: upheld_pct 45 percent"]),
        ("38.5% of Stage 1 complaints were upheld in 2018/19.", ["1, 2018-19 prior: upheld_pct 38.5 percent"]),
        ("In April 20% of stage 1 complaints were upheld.", []),
        ("Nationally 60% of stage 1 complaints were upheld.", []),
        ("If 50% of stage 1 complaints were upheld we would worry.", []),
        ("3 upheld in error at stage 1.", []),
        ("110% of stage 1 complaints were upheld.", []),
        ("20-25% of stage 1 complaints were upheld.", []),
    ],
)
def test_a_sentence_about_another_time_or_others_is_not_read_as_the_services_own(sentence: str, figures: list[str]) -> None:
    assert told(meant(f"{HEAD}## Repairs\n\n{ANALYSIS.format(sentence)}")) == [f"Repairs, {figure}" for figure in figures]


def test_rows_of_figures_that_no_rules_make_a_table_are_unread() -> None:
    records = meant(f"{HEAD}Service area  Stage 1  Upheld  Stage 2\n\nRepairs  20 (18)  45%  4\n")
    assert [row.text for row in records.unread] == ["Repairs 20 (18) 45% 4"]


def test_a_paragraph_longer_than_any_report_prints_is_unread_and_stops_nothing() -> None:
    records = meant(f"{HEAD}{'upheld 12% ' * 10_000}\n\n## Repairs\n\n{PROMISES}")
    assert [row.reason for row in records.unread] == ["a paragraph of 109,999 characters is no paragraph of a report"]
    assert len(records.commitments) == 2


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Commitments for 2020/21", [("commitment", "2020-21", "Publish a digest of what was learned.")]),
        ("Recommendations", [("recommendation", "2019-20", "Publish a digest of what was learned.")]),
        ("Ombudsman recommendations made in 2018/19 or before", []),
        ("Improvement in satisfaction", []),
    ],
)
def test_a_heading_that_names_nothing_but_commitments_opens_a_list_of_them(heading: str, told: list[tuple[str, str, str]]) -> None:
    records = meant(f"{HEAD}# {heading}\n\n- Publish a digest of what was learned.\n\nComplaints came by:\n\n- Letters and calls.\n")
    assert [(row.kind, row.period, row.commitment) for row in records.commitments] == told
