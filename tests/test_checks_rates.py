"""Percentages on drawn reports, held against the counts that they are of."""

import pytest
from audited import draw, found
from smallest import SMALLEST

from checks import audit
from schemas import Severity

POSSIBLE = "percentage_is_possible"


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
