"""Stages on drawn reports: what flows from one to the next, and what they have together."""

from audited import draw, found
from smallest import SMALLEST

from checks import audit
from schemas import Severity, Stage

EQUAL, ARRIVE = "stage_2_escalated_equals_stage_3_received", "escalated_arrive_at_the_next_stage"


def test_the_later_stage_is_the_place_in_doubt() -> None:
    (finding,) = found(SMALLEST[EQUAL].broken)
    assert (finding.stage, finding.expected, finding.found, finding.severity) == (Stage.THREE, "4", "5", Severity.WARNING)


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


def test_a_stage_1_that_is_the_total_but_for_a_slip_is_told_where_a_later_stage_cannot_be_the_difference() -> None:
    drawn = " | all received\n | 3688\n\nProse | 1 received | 2 received\n | {} | {}"
    assert [(finding.stage, finding.expected, finding.found) for finding in found(drawn.format(3668, 524))] == [("1", "3688", "3668")]
    assert not found(drawn.format(3668, 20))
    assert not found(drawn.format(3512, 176))
