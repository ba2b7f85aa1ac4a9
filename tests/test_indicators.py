"""Indicator lists, bands, cards and captions: what is said in one label, in a cell, or above a table."""

from drawing import meant, table, told

HEAD = "# Annual complaints report 2023/24\n\n"


def test_a_label_says_stage_measure_base_and_unit_and_a_target_is_no_result() -> None:
    drawn = """Indicator | 2022/23 | 2023/24 | Target
    3a the number of complaints upheld at stage 1 as % of all complaints closed in full at stage 1 | 34.2% | 35% |
    % of Stage 2 complaints responded to within 20 working days | 70% | 75% | 90%
    Complaints per 1,000 homes | 22.1 | 24.6 | """
    assert told(meant(HEAD + table(drawn))) == [
        "all, 1, 2022-23 prior: upheld_pct 34.2 percent",
        "all, 1, 2023-24: upheld_pct 35 percent",
        "all, 2, 2022-23 prior: in_target_pct 70 percent",
        "all, 2, 2023-24: in_target_pct 75 percent",
        "all, 2, 2023-24: target 90 percent",
        "all, all, 2022-23 prior: rate_per_1000 22.1 count",
        "all, all, 2023-24: rate_per_1000 24.6 count",
    ]


def test_quarters_take_their_year_from_the_row_and_their_measure_from_the_band() -> None:
    drawn = "Year | Q1 | Q2 \n % answered within target | | \n 13/14 | 81% | 82% \n Number of complaints received | | \n 14/15 | 140 | -"
    assert told(meant("# Complaints, April to June 2014\n\n" + table(drawn))) == [
        "all, all, 2013-14 Q1 prior: in_target_pct 81 percent",
        "all, all, 2013-14 Q2 prior: in_target_pct 82 percent",
        "all, all, 2014-15 Q1: received 140 count",
        "all, all, 2014-15 Q2: received missing",
    ]


def test_a_fraction_is_a_count_and_what_a_note_says_it_is_of() -> None:
    drawn = "Type | Stage 2 % on time \n Corporate complaints | 50% (1/2) *"
    note = "\n* (answered on time / received): (1/2) means that 2 were received\n"
    assert told(meant(HEAD + table(drawn) + note)) == [
        "Corporate complaints, 2, 2023-24: in_target_pct 50 percent",
        "Corporate complaints, 2, 2023-24: in_target 1 count",
        "Corporate complaints, 2, 2023-24: received 2 count",
    ]


def test_labels_inside_a_cell_are_nearer_than_its_heading() -> None:
    drawn = "Stage 1 Target (5 days) | Stage 2 outcomes \n Missed target: 34 Met target: 273 | Upheld: 4 Not upheld: 6"
    assert told(meant(HEAD + table(drawn))) == [
        "all, 1, 2023-24: out_of_target 34 count",
        "all, 1, 2023-24: in_target 273 count",
        "all, 2, 2023-24: upheld 4 count",
        "all, 2, 2023-24: not_upheld 6 count",
    ]


def test_a_heading_of_complaints_of_a_service_names_it() -> None:
    drawn = "Complaint stage | Received \n Stage one | 20"
    sections = "".join(f"{name} complaints 2023/24\n\n{table(drawn)}\n" for name in ("Adult Social Care", "Children's Services"))
    assert [line.split(",")[0] for line in told(meant(HEAD + sections))] == ["Adult Social Care", "Children's Services"]


def test_outcomes_of_an_ombudsman_are_told_with_their_labels() -> None:
    drawn = "Decisions | MI reps | LS | Premature complaints | Total \n 01/04/22 - 31/03/23 | 0 | 3 | 7 | 10"
    assert [line.split(": ")[1] for line in told(meant(HEAD + table(drawn)))] == [
        "cases outcome MI reps 0 count",
        "cases outcome LS 3 count",
        "cases outcome Premature complaints 7 count",
        "cases outcome Total 10 count",
    ]
