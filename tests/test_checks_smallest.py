"""Each rule on the smallest report that breaks it and on a near miss."""

from dataclasses import replace

import pytest
from audited import draw, found
from smallest import SMALLEST

from checks import CHECKS, Check, audit
from schemas import State


def test_every_check_has_its_smallest_broken_and_healthy_report() -> None:
    assert list(SMALLEST) == [check.name for check in CHECKS]


@pytest.mark.parametrize("check", CHECKS, ids=[check.name for check in CHECKS])
def test_every_check_is_named_like_its_function_and_says_its_rule(check: Check) -> None:
    assert getattr(check.run, "__name__", "") == check.name
    assert (check.run.__doc__ or "").strip().endswith((".", ")."))


@pytest.mark.parametrize("name", SMALLEST)
def test_the_broken_report_is_told_by_its_check_alone(name: str) -> None:
    assert {finding.check for finding in found(SMALLEST[name].broken)} == {name}


@pytest.mark.parametrize("name", SMALLEST)
def test_the_healthy_report_is_tested_and_nothing_is_told(name: str) -> None:
    records = audit(draw(SMALLEST[name].healthy))
    assert records.findings == ()
    assert any(row.tested and row.could_fail for row in records.coverage if row.check == name)


@pytest.mark.parametrize("name", SMALLEST)
def test_every_report_has_a_row_of_coverage_for_every_check(name: str) -> None:
    records = audit(draw(SMALLEST[name].broken))
    assert [row.check for row in records.coverage] == [check.name for check in CHECKS]
    assert all(row.tested or row.silent for row in records.coverage)
    assert sum(row.findings for row in records.coverage) == records.report.findings == len(records.findings) > 0


@pytest.mark.parametrize("name", SMALLEST)
def test_an_audit_of_audited_records_changes_nothing(name: str) -> None:
    records = audit(draw(SMALLEST[name].broken))
    assert audit(records) == records


@pytest.mark.parametrize("name", SMALLEST)
def test_nothing_is_told_of_figures_and_words_that_could_not_be_read(name: str) -> None:
    records = draw(SMALLEST[name].broken)
    hidden = tuple(replace(figure, value=None, state=State.UNREADABLE) for figure in records.figures)
    assert audit(replace(records, figures=hidden, labels=())).findings == ()
