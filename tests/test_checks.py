"""What a finding says, of whom and when, and what the rules leave alone, on drawn reports."""

from dataclasses import replace

import pytest
from audited import draw, found
from smallest import SMALLEST

from checks import CHECKS, audit
from schemas import Records, Report, Severity, Stage

WITHIN, POSSIBLE = "escalated_were_received", "percentage_is_possible"


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
