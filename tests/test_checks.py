"""The rules on drawn reports: what they tell, of whom and when, and what they leave alone."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from audited import draw, found
from hypothesis import assume, given
from hypothesis import strategies as st
from smallest import SMALLEST

from checks import CHECKS, audit
from schemas import Basis, Comment, Records, Report, Section, Severity, Stage, State, Unread, UnreadKind
from schemas.printed import INEXACT

EQUAL, ARRIVE, WITHIN = "stage_2_escalated_equals_stage_3_received", "escalated_arrive_at_the_next_stage", "escalated_were_received"
CHANGE, TWICE, POSSIBLE = "difference_is_current_less_prior", "printed_twice_has_one_value", "percentage_is_possible"


def test_a_report_without_figures_has_coverage_and_no_finding() -> None:
    records = audit(Records(Report("empty", "empty.txt", "")))
    assert records.findings == ()
    assert [row.tested for row in records.coverage] == [0] * len(CHECKS)
    assert all(row.silent for row in records.coverage)


def test_a_finding_says_who_when_what_and_where() -> None:
    (finding,) = found(SMALLEST[POSSIBLE].broken)
    assert finding.message == (
        "Roads, stage 1, 2019-20: 4% upheld cannot be a whole number of the 38 complaints received: "
        "3% (1 of 38) and 5% (2 of 38) are the nearest; printed so on page 1 (table 1, figure 1)."
    )
    assert (finding.expected, finding.found, finding.severity) == ("3% (1 of 38) or 5% (2 of 38)", "4% of 38", Severity.ERROR)
    assert (finding.service, finding.stage, finding.page, finding.figure_ids) == ("Roads", Stage.ONE, 1, "f0|f1")


def test_a_contradiction_printed_in_two_tables_is_one_finding_that_names_both() -> None:
    (finding,) = found("""
        Service | 1 received | 1 upheld_pct
        Roads   | 38         | 4%
        Parks   | 10         | 10%

        Service | 1 received | 1 upheld_pct
        Roads   | 38         | 4%
        """)
    assert finding.figure_ids == "f0|f1|f4|f5"
    assert "on page 1 (table 1, figure 1) and on page 2 (table 2, figure 5)" in finding.message


def test_findings_come_in_reading_order_with_ids_of_their_own() -> None:
    findings = found("""
        Service | 1 received | 1 upheld_pct | 1 escalated
        Roads   | 38         | 4%           | 40
        Parks   | 10         | 11%          | 11
        Homes   | 10         | 10%          | 1
        Bins    | 20         | 25%          | 1
        """)
    assert [finding.service for finding in findings] == ["Roads", "Roads", "Parks", "Parks"]
    assert len({finding.finding_id for finding in findings}) == 4


def test_an_id_does_not_change_when_another_table_comes_first() -> None:
    records = draw(SMALLEST[POSSIBLE].broken)
    more = tuple(replace(f, figure_id=f"other {f.figure_id}", table_id="other") for f in draw(SMALLEST[POSSIBLE].healthy).figures)
    (alone,), (last,) = (audit(replace(records, figures=figures)).findings for figures in (records.figures, more[:1] + records.figures))
    assert alone.finding_id == last.finding_id


@pytest.mark.parametrize("text", ["<5", "about 5", ">5"])
def test_nothing_follows_from_a_figure_that_is_only_a_bound(text: str) -> None:
    records = draw(SMALLEST[WITHIN].broken)
    assert audit(replace(records, figures=(records.figures[0], replace(records.figures[1], text=text)))).findings == ()


# Flow


def test_the_later_stage_is_the_place_in_doubt() -> None:
    (finding,) = found(SMALLEST[EQUAL].broken)
    assert (finding.stage, finding.expected, finding.found, finding.severity) == (Stage.THREE, "4", "5", Severity.WARNING)


@pytest.mark.parametrize(
    "sentence",
    [
        "Please note: The Complaints Team will investigate a complaint direct at stage 3 when an assessment deems it appropriate",
        "Some cases were dealt with straight at Stage Three.",
        "Serious complaints go directly to the third stage.",
        "Two complaints were carried over from the year before.",
    ],
)
def test_a_surplus_is_explained_by_the_reports_own_sentence(sentence: str) -> None:
    (finding,) = found(f"{SMALLEST[EQUAL].broken.rstrip()}\n> All is well. {sentence}")
    assert (finding.severity, finding.explanation) == (Severity.EXPLAINED, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Complaints go straight to stage 2 when they are serious.",
        "A complaint cannot go straight to stage 3.",
        "Stage 3 complaints are handled directly by the Chief Executive.",
        "The commitment to answer stage 3 complaints in time is carried over to next year.",
    ],
)
def test_a_sentence_about_something_else_explains_nothing(sentence: str) -> None:
    (finding,) = found(f"{SMALLEST[EQUAL].broken.rstrip()}\n> {sentence}")
    assert (finding.severity, finding.explanation) == (Severity.WARNING, "")


def test_the_sentence_of_the_same_directorate_is_preferred() -> None:
    records = draw(SMALLEST[EQUAL].broken.replace("Repairs", "Housing: Repairs"))
    note = Comment("drawn", "", "Finance", "", "", Section.NOTE, None, "Finance looks at debts direct at stage 3.", None)
    own = replace(note, directorate="HOUSING", text="Housing looks at floods direct at stage 3.")
    (finding,) = audit(replace(records, commentary=(note, own))).findings
    assert finding.explanation == own.text


def test_a_deficit_is_not_explained_by_what_explains_a_surplus() -> None:
    (finding,) = found("""
        Service | 2 escalated | 3 received
        Repairs | 5           | 4
        > The team will investigate a complaint direct at stage 3 if need be.
        """)
    assert (finding.severity, finding.expected, finding.found) == (Severity.WARNING, "5", "4")


def test_more_complaints_may_reach_stage_2_than_stage_1_escalated_but_not_fewer() -> None:
    (finding,) = found(SMALLEST[ARRIVE].broken)
    assert (finding.stage, finding.expected, finding.found, finding.severity) == (Stage.TWO, "17 or more", "16", Severity.WARNING)


def test_changes_do_not_flow() -> None:
    assert not found("""
        Service            | 1 received | 1 escalated
        Repairs            | 10 (20)    | 4 (3)
        Repairs Difference | -10        | +1
        """)


def test_flow_is_silent_where_a_stage_is_missing_or_not_a_number() -> None:
    records = audit(
        draw("""
        Service | 2 escalated | 3 received
        Repairs | 4           | -
        """)
    )
    assert [row.silent for row in records.coverage if row.check == EQUAL] == ["no complaints received at the next stage are printed (1)"]


def test_stages_in_two_tables_of_one_service_flow() -> None:
    assert found("""
        Service | 2 escalated
        Repairs | 4

        Service | 3 received
        repairs | 5
        """)


# Change


def test_a_difference_without_sign_may_be_meant_either_way() -> None:
    assert not found("""
        Service            | 1 received
        Repairs            | 10 (20)
        Repairs Difference | 10
        """)


def test_a_difference_from_a_figure_that_is_not_printed_is_not_held_against_an_older_one() -> None:
    drawn = draw("""
        Service            | 2 received
        Repairs            | 5 (7)
        Repairs Difference | +1
        """)
    hidden = replace(drawn.figures[1], figure_id="hidden", value=None, state=State.UNREADABLE, period_end=date(2019, 3, 30))
    assert not audit(replace(drawn, figures=(*drawn.figures, hidden))).findings


def test_a_wrong_sign_is_told() -> None:
    (finding,) = found("""
        Service            | 1 received
        Repairs            | 10 (20)
        Repairs Difference | +10
        """)
    assert (finding.expected, finding.found) == ("-10", "+10")
    assert finding.suggestion.endswith("-10 for 10 on page 1 (table 1, figure 2) (a wrong sign)")


def test_a_difference_of_percentages_may_be_a_rounding_away() -> None:
    assert not found("""
        Service            | 1 upheld_pct
        Repairs            | 67% (33%)
        Repairs Difference | +33%
        """)


def test_a_percent_change_of_counts_is_not_taken_for_a_difference() -> None:
    records = audit(
        draw("""
        Service            | 1 received
        Repairs            | 15 (10)
        Repairs Difference | +50%
        """)
    )
    assert records.findings == ()
    assert [bool(row.silent) for row in records.coverage if row.check == CHANGE] == [True]


def test_relative_changes_of_percentages_are_not_taken_for_points() -> None:
    assert not found("""
        Service            | 1 upheld_pct | 2 upheld_pct
        Repairs            | 60% (40%)    | 30% (60%)
        Repairs Difference | +50%         | -50%
        """)


@given(current=st.integers(0, 500), prior=st.integers(0, 500), printed=st.integers(-500, 500))
def test_a_wrong_digit_in_a_difference_is_told(current: int, prior: int, printed: int) -> None:
    assume(printed)
    told = found(f"""
        Service            | 1 received
        Repairs            | {current} ({prior})
        Repairs Difference | {printed:+}
        """)
    assert [finding.expected for finding in told] == (
        [] if printed == current - prior else [f"{current - prior:+}" if current != prior else "0"]
    )


def changes(rows: list[str]) -> str:
    table = "Service | 1 upheld_pct\nTeam {0} | 67% (33%)\nTeam {0} Difference | {1}"
    return "\n\n".join(table.format(number, row) for number, row in enumerate(rows))


def test_a_rounding_away_is_doubted_where_all_other_differences_are_those_of_the_printed_figures() -> None:
    assert [(f.severity, f.expected, f.found) for f in found(changes(["+34%"] * 20 + ["+33%"]))] == [(Severity.WARNING, "+34%", "+33%")]
    assert not found(changes(["+34%"] * 20 + ["+33%", "+35%"]))


# Twice

SUMMARY = """
        Service   | 1 received | 1 upheld_pct | 1 escalated | 2 received | 2 upheld_pct
        Repairs   | 80 (429)   | 32% (41%)    | 9 (71)      | 23 (97)    | 38% (48%)
        Solutions | 40 (100)   | 27% (24%)    | 10 (20)     | 29 (60)    | 36% (32%)
"""


def test_a_table_under_another_name_is_tied_to_the_row_that_its_figures_repeat() -> None:
    findings = found(
        f"""{SUMMARY}
        Service                  | 1 received | 1 upheld_pct | 1 escalated | 2 received | 2 upheld_pct
        HOUSING ASSET MANAGEMENT | 80 (429)   | 32% (41%)    | 9 (77)      | 23 (97)    | 38% (48%)
        """,
        TWICE,
    )
    assert [(f.service, f.expected, f.found) for f in findings] == [("Repairs", "71", "77")]
    assert "HOUSING ASSET MANAGEMENT" in findings[0].message


def test_a_table_with_figures_of_its_own_is_not_tied_to_a_row() -> None:
    assert not found(
        f"""{SUMMARY}
        Service                  | 1 received | 1 upheld_pct | 1 escalated | 2 received | 2 upheld_pct
        HOUSING ASSET MANAGEMENT | 80 (42)    | 30% (44%)    | 8 (77)      | 25 (97)    | 38% (50%)
        """,
        TWICE,
    )


def test_a_table_that_repeats_two_rows_alike_is_tied_to_neither() -> None:
    assert not found(
        """
        Service | 1 received | 1 upheld_pct | 1 escalated | 2 received
        Repairs | 80 (50)    | 25% (50%)    | 9 (8)       | 20 (10)
        Voids   | 80 (50)    | 25% (50%)    | 9 (8)       | 20 (11)

        Service      | 1 received | 1 upheld_pct | 1 escalated | 2 received
        Asset Office | 80 (50)    | 25% (50%)    | 9 (8)       | 20 (12)
        """,
        TWICE,
    )


def test_two_teams_of_one_name_in_tables_of_one_layout_are_two_teams() -> None:
    """Brent 2019-20: three tables list a "Customer Care", each of another department."""
    assert not found("""
        Service       | all cases | all upheld
        Customer Care | 39        | 10
        Highways      | 12        | 3

        Service       | all cases | all upheld
        Customer Care | 71        | 18
        Benefits      | 47        | 24
        """)


def test_one_name_in_two_directorates_is_two_services() -> None:
    assert not found("""
        Service        | 1 received | 2 received
        Adults: Review | 31         | 4
        Adults: Intake | 3          | 1

        Service           | 1 received
        Children: Review  | 30
        """)


@pytest.mark.parametrize("other", ["-", "n/a", "(31)"])
def test_a_dash_or_another_year_does_not_contradict_a_number(other: str) -> None:
    assert not found(SMALLEST[TWICE].broken.replace("30", other))


def test_a_rounded_printing_is_the_same_figure() -> None:
    assert not found(
        """
        Service | all received | all in_target_pct
        Repairs | 1000         | 85.3%
        Waste   | 1000         | 71.2%

        Service | all in_target_pct
        Repairs | 85%
        """
    )


def test_names_that_are_alike_need_fewer_figures_that_agree() -> None:
    detail = """
        Service | 1 received | 1 upheld_pct | 1 escalated | 2 received | 2 upheld_pct
        {}      | 80 (429)   | 33% (40%)    | 9 (71)      | 24 (97)    | 38% (48%)
        """
    assert len(found(f"{SUMMARY}{detail.format('Repair Service')}", TWICE)) == 3
    assert not found(f"{SUMMARY}{detail.format('Property Care')}", TWICE)


def test_of_three_totals_the_odd_one_is_told_and_of_two_neither() -> None:
    table = "Service | ombudsman received | {} decided\n | {} | 1"
    tables = [table.format(stage, value) for stage, value in (("1", 13), ("2", 13), ("3", 10))]
    assert [f.found for f in found("\n\n".join(tables), TWICE)] == ["10"]
    assert not found("\n\n".join(tables[1:]), TWICE)


LISTED = """
        Chart    | all received
        Parking  | 80
        Benefits | 40
        Waste    | 30
        Estates  | 178
"""


def tables(*rows: str) -> str:
    return "\n\n".join(f"Service | all received\n{row}" for row in rows)


def test_the_row_that_is_left_over_is_the_table_that_is_left_over() -> None:
    (finding,) = found(f"{LISTED}\n{tables('Parking | 80', 'Benefits | 40', 'Waste | 30', 'Asset Management | 175')}")
    assert (finding.service, finding.expected, finding.found) == ("Asset Management", "178", "175")
    assert "the service is also printed as Estates" in finding.message


@pytest.mark.parametrize("others", [("Asset Management | 140",), ("Asset Management | 175", "Homes | 179"), ()])
def test_a_row_that_is_left_over_is_no_table_of_other_figures_and_not_one_of_two(others: tuple[str, ...]) -> None:
    assert not found(f"{LISTED}\n{tables('Parking | 80', 'Benefits | 40', 'Waste | 30', *others)}")


# Rates


def test_percentages_of_stated_bases_are_one_finding_that_the_report_explains() -> None:
    (finding,) = found("""
        Service | 1 received | 1 upheld_pct
        Repairs | 10         | 36%
        Waste   | 12         | 31%

        Prose   | 1 decided
        Repairs | based on 22 complaints
        Waste   | based on 13 complaints
        """)
    assert (finding.severity, finding.found, finding.explanation) == (Severity.EXPLAINED, "36% of 22", "based on 22 complaints")
    assert "36% upheld is no share of the 10 complaints received, but one of the 22 that a sentence states" in finding.message
    assert "; likewise 31% of 13" in finding.message


def test_a_percentage_of_its_stated_base_and_of_the_received_is_possible() -> None:
    assert not found("""
        Service | 1 received | 1 upheld_pct
        Repairs | 20         | 50%

        Prose   | 1 decided
        Repairs | based on 22 complaints
        """)


def test_where_the_report_states_other_bases_its_percentages_are_explained() -> None:
    (finding,) = found("""
        Service | 1 received | 1 upheld_pct
        Homes   | 24         | 46%
        Roads   | 38         | 4%

        Prose   | 1 decided
        homes   | based on 26 complaints
        > 46% of stage 1 complaints were upheld, based on 26 complaints. The process is improved.
        """)
    assert (finding.service, finding.severity) == ("Roads", Severity.EXPLAINED)
    assert finding.explanation == "46% of stage 1 complaints were upheld, based on 26 complaints."


def test_each_percentage_that_the_base_of_another_explains_is_a_finding_of_its_own() -> None:
    findings = found("""
        Service | 1 received | 1 upheld_pct | 2 received | 2 upheld_pct
        Homes   | 24         | 46%          | 4          | 50%
        Roads   | 38         | 4%           | 5          | 33%
        Parks   | 10         | 40%          | 5          | 20%

        Prose   | 1 decided
        Homes   | based on 26 complaints
        """)
    assert [finding.found for finding in findings] == ["4% of 38", "33% of 5"]
    assert all("elsewhere the report bases its percentages on the complaints decided" in finding.message for finding in findings)


def test_percentages_most_of_which_are_impossible_are_of_other_numbers() -> None:
    assert not found("""
        Service | 1 received | 1 upheld_pct
        Homes   | 24         | 47%
        Roads   | 38         | 4%
        Parks   | 10         | 40%
        """)


def test_a_percentage_that_its_own_stated_base_forbids_is_an_error() -> None:
    (finding,) = found("""
        Service | 1 received | 1 upheld_pct
        Homes   | 24         | 47%

        Prose   | 1 decided
        Homes   | based on 26 complaints
        """)
    assert (finding.severity, finding.found) == (Severity.ERROR, "47% of 26")


@pytest.mark.parametrize("base", ["decided", "investigated"])
def test_a_percentage_possible_out_of_any_printed_base_is_possible(base: str) -> None:
    assert not found(f"""
        Service | ombudsman received | ombudsman {base} | ombudsman upheld_pct
                | 106                | 38               | 66%
        """)


def test_the_base_may_stand_in_another_table_of_the_service() -> None:
    (finding,) = found("""
        Service   | all received
        Education | 5

        Service   | all upheld_pct
        Education | 50%
        """)
    assert finding.found == "50% of 5"


def test_a_percentage_of_nothing_can_only_be_0() -> None:
    assert not found(SMALLEST[POSSIBLE].broken.replace("38", "0").replace("4%", "0%"))
    assert [f.found for f in found(SMALLEST[POSSIBLE].broken.replace("38", "0").replace("4%", "100%"))] == ["100% of 0"]


def test_a_slip_of_cutting_off_is_told_and_corrected() -> None:
    (finding,) = found("""
        Service | 1 received | 1 upheld_pct | 3 received | 3 upheld_pct
        Control | 6          | 67%          | 3          | 66%
        """)
    assert finding.suggestion == "67%"
    assert "2 of 3 is 66.67%, so the figure was cut off, not rounded" in finding.message


def test_a_report_that_always_cuts_off_is_consistent() -> None:
    assert not found("""
        Service | 1 received | 1 upheld_pct | 3 received | 3 upheld_pct
        Control | 6          | 16%          | 3          | 66%
        """)


def test_a_change_is_no_percentage_of_complaints() -> None:
    assert not found("""
        Service          | 1 received | 1 upheld_pct
        Roads            | 38 (40)    | 5% (10%)
        Roads Difference | -2         | -5%
        """)


def test_a_whole_percentage_of_100_or_more_is_tested_but_could_not_fail() -> None:
    rows = audit(draw(SMALLEST[POSSIBLE].healthy.replace("38", "100"))).coverage
    assert [(row.tested, row.could_fail) for row in rows if row.check == POSSIBLE] == [(1, 0)]


# Copies


def test_one_service_under_two_names_is_no_copy() -> None:
    row = "| 1 received | 1 upheld_pct | 1 escalated | 2 received | 2 upheld_pct"
    table = f"Service {row}\n{{}} | 80 (429) | 25% (40%) | 9 (71) | 24 (97) | 38% (48%)"
    assert not found(f"{table.format('Missed Bins')}\n\n{table.format('Waste (missed bins)')}", "row_is_its_own")
    assert not found(f"{table.format('Repairs')}\n\n{table.format('Asset Office')}", "row_is_its_own")
    assert len(found(f"{table.format('Repairs')}\n{table.format('Parks').splitlines()[1]}", "row_is_its_own")) == 2


# Totals


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


def test_a_sentence_about_a_part_of_a_service_contradicts_no_table() -> None:
    assert not found("""
        Service | all received
        Repairs | 120

        Prose   | all received
        Repairs | 34
        """)


LABELS = """
    Service | all cases subservice:Public Toilets | all cases subservice:Street Enforcement | all cases subservice:Events
    Streets | 12                                  | 16                                      | 5
"""


def test_a_part_that_a_sentence_calls_by_other_words_is_the_one_that_can_only_be_meant() -> None:
    said = "Prose | all cases subservice:the city’s public toilets | all cases subservice:public realm enforcement\nStreets | {} | {}"
    assert [f.expected for f in found(f"{LABELS}\n\n{said.format(11, 13)}")] == ["12", "16"]
    assert not found(f"{LABELS}\n\n{said.format(12, 16)}")


@pytest.mark.parametrize("said", ["enforcement", "other enforcement", "noise", "events in public places", "public toilets and enforcement"])
def test_words_that_may_mean_another_part_or_several_are_held_against_none(said: str) -> None:
    assert not found(f"{LABELS}\n\nProse | all cases subservice:{said}\nStreets | 14")


def test_a_sentence_of_the_whole_council_is_held_against_the_table_only_if_it_is_a_slip_away() -> None:
    table = " | all received\n | 3688\n\nProse | all received\n | {}"
    assert [f.found for f in found(table.format("3668"))] == ["3668"]
    assert [f.found for f in found(table.format("6388"))] == ["6388"]
    assert not found(table.format("3512"))


@pytest.mark.parametrize(
    ("text", "bound"), [("over 300", True), ("c240", True), ("9 or more", True), ("about twenty", True), ("9 about bins", False)]
)
def test_a_word_before_a_number_makes_it_a_bound(text: str, bound: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bool(INEXACT.search(text)) is bound


@given(parts=st.lists(st.tuples(*[st.integers(1, 400)] * 4), min_size=2, max_size=5), off=st.integers(-300, 300))
def test_a_column_that_does_not_add_up_beside_three_that_do_is_told(parts: list[tuple[int, ...]], off: int) -> None:
    totals = [sum(column) for column in zip(*parts, strict=True)]
    assume(totals[3] + off > 0)
    rows = [(f"Team {number}", *row) for number, row in enumerate(parts)] + [("", *totals[:3], totals[3] + off)]
    table = "\n".join(" | ".join(map(str, row)) for row in rows)
    findings = found(f"Service | 1 upheld | 2 upheld | 3 upheld | all compliments\n{table}", "rows_add_to_their_total")
    assert [(finding.expected, finding.found) for finding in findings] == ([(str(totals[3]), str(totals[3] + off))] if off else [])


@given(current=st.integers(0, 3000), prior=st.integers(1, 3000), printed=st.integers(0, 300))
def test_a_change_in_percent_is_held_against_the_exact_one(current: int, prior: int, printed: int) -> None:
    exact = abs(Fraction(100 * (current - prior), prior))
    told = found(f"Service | all received\nHomes | {current} ({prior})\n\nProse | all received\nHomes Difference | {printed}%")
    assert [finding.check for finding in told] == ([] if abs(exact - printed) <= Fraction(1, 2) else ["change_is_between_the_two_figures"])


# Explained

WORDS = {
    "rows_add_to_their_total": "A complaint may concern more than one service.",
    "rows_add_to_the_total_elsewhere": "The table does not include services without complaints.",
    "stages_add_to_their_total": "Complaints that went through several stages are counted once.",
    "categories_add_to_their_total": "Some complaints have more than one cause, so the causes do not add up to the total.",
    "shares_add_to_a_hundred": "Percentages may not sum to 100 because of rounding.",
    "outcome_percentages_add_to_a_hundred": "Figures may not add up due to rounding.",
    "printed_twice_has_one_value": "The second table is not directly comparable with the first.",
    "sentence_says_what_is_printed": "The figures were restated after the summary was written.",
    "percentage_is_possible": "Percentages are based on complaints closed in the year.",
    "percentage_is_its_count_of_its_base": "The rate is calculated from complaints closed, and is a proportion of complaints answered.",
    "part_is_within_its_whole": "Two complaints were carried over from the year before.",
    "stage_receives_no_more_than_the_one_below": "Serious complaints go direct to stage 3.",
}


@pytest.mark.parametrize("name", WORDS)
def test_a_disagreement_is_explained_by_words_that_account_for_it(name: str) -> None:
    findings = found(f"{SMALLEST[name].broken.rstrip()}\n> All is well. {WORDS[name]}")
    assert {(finding.severity, finding.explanation) for finding in findings} == {(Severity.EXPLAINED, WORDS[name])}


@pytest.mark.parametrize("name", ["difference_is_current_less_prior", "count_is_not_negative", "percentage_is_within_a_hundred"])
def test_no_words_account_for_what_cannot_be(name: str) -> None:
    said = " ".join(WORDS.values())
    assert [finding.explanation for finding in found(f"{SMALLEST[name].broken.rstrip()}\n> {said}")] == [""]


@pytest.mark.parametrize(
    "sentence",
    [
        "Several services improved their way of answering complaints.",
        "We aim to answer all complaints; the rate of answers out of time should be lower.",
        "More than one manager looked at the complaints.",
    ],
)
@pytest.mark.parametrize("name", ["rows_add_to_their_total", "percentage_is_possible", "printed_twice_has_one_value"])
def test_words_about_something_else_account_for_nothing(name: str, sentence: str) -> None:
    assert {finding.explanation for finding in found(f"{SMALLEST[name].broken.rstrip()}\n> {sentence}")} == {""}


def test_words_about_another_service_account_for_nothing() -> None:
    records = draw(SMALLEST["percentage_is_possible"].broken)
    note = Comment("drawn", "", "", "Waste", "", Section.NOTE, None, WORDS["percentage_is_possible"], None)
    assert [finding.explanation for finding in audit(replace(records, commentary=(note,))).findings] == [""]


def test_a_row_and_a_table_of_one_service_are_one_however_they_were_tied() -> None:
    heads = "1 received | 1 escalated | 2 received | 2 escalated | 3 received"
    missed, planning = "101 (190) | 8 (13) | 8 (27) | 0 (4) | 1 (4)", "32 (60) | 8 (15) | 13 (31) | 6 (7) | 6 (7)"
    parking = "22 (23) | 7 (9) | 7 (9) | 2 (1) | 2 (1)"
    drawn = f"""
        Service | {heads}
        Missed bins | {missed}
        Planning | {planning}
        Parking | {parking}

        Service | {heads}
        Waste (missed bins) | {missed}

        Service | {heads}
        Planning | {planning}

        Service | {heads}
        Parking | {parking}
    """
    assert [finding.message.count("on page 1 (table 1, figure 8) and on page 2") for finding in found(drawn)] == [1]


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("We took 300,000 calls. Complaints therefore equate to 0.014% of calls.", ["0.014% of calls"]),
        ("We took over 300,000 calls. Complaints therefore equate to 0.011% of calls.", []),
        ("We took 300,000 calls, 20,000 calls of them at night. Complaints are 0.014% of calls.", []),
        ("We took 300,000 calls. Complaints are 10% of complaints of the council.", []),
        ("We took 300,000 calls. Complaints are 0.2% of visits.", []),
    ],
)
def test_complaints_are_held_against_the_contacts_that_comments_count_once(comment: str, told: list[str]) -> None:
    drawn = f"Service | all received\nContact Centre | 34\n\n> [Contact Centre] {comment}"
    assert [finding.found for finding in found(drawn)] == told


def test_a_stage_1_that_is_the_total_but_for_a_slip_is_told_where_a_later_stage_cannot_be_the_difference() -> None:
    drawn = " | all received\n | 3688\n\nProse | 1 received | 2 received\n | {} | {}"
    assert [(finding.stage, finding.expected, finding.found) for finding in found(drawn.format(3668, 524))] == [("1", "3688", "3668")]
    assert not found(drawn.format(3668, 20))
    assert not found(drawn.format(3512, 176))
