"""Differences and changes in percent on drawn reports, held against the two figures that they are between."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from audited import draw, found
from hypothesis import assume, given
from hypothesis import strategies as st

from checks import audit
from schemas import Severity, State

CHANGE = "difference_is_current_less_prior"


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


@given(current=st.integers(0, 3000), prior=st.integers(1, 3000), printed=st.integers(0, 300))
def test_a_change_in_percent_is_held_against_the_exact_one(current: int, prior: int, printed: int) -> None:
    exact = abs(Fraction(100 * (current - prior), prior))
    told = found(f"Service | all received\nHomes | {current} ({prior})\n\nProse | all received\nHomes Difference | {printed}%")
    assert [finding.check for finding in told] == ([] if abs(exact - printed) <= Fraction(1, 2) else ["change_is_between_the_two_figures"])
