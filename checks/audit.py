"""The audit of one report: every check is tried, and what it found, and how often it could have found something, is recorded."""

from collections import Counter
from dataclasses import replace

from checks.change import difference_is_current_less_prior
from checks.evidence import Block, Evidence, by_kind, usable
from checks.findings import in_order, merged, to_finding
from checks.flow import escalated_arrive_at_the_next_stage, escalated_were_received, stage_2_escalated_equals_stage_3_received
from checks.rates import percentage_is_possible
from checks.services import services
from checks.trial import Check, Trial
from checks.twice import printed_twice_has_one_value
from schemas import Coverage, Finding, Records

CHECKS = (
    Check("stage_2_escalated_equals_stage_3_received", stage_2_escalated_equals_stage_3_received, "report"),
    Check("escalated_arrive_at_the_next_stage", escalated_arrive_at_the_next_stage, "report"),
    Check("escalated_were_received", escalated_were_received, "report"),
    Check("difference_is_current_less_prior", difference_is_current_less_prior, "report"),
    Check("printed_twice_has_one_value", printed_twice_has_one_value, "report"),
    Check("percentage_is_possible", percentage_is_possible, "report"),
)
NOTHING = "the report prints nothing that the rule speaks of"


def gather(records: Records) -> Evidence:
    """The records as the checks look at them."""
    figures = tuple(figure for figure in records.figures if usable(figure))
    service_of = services(figures)
    printed = {Block.of(figure): figure.service for figure in reversed(figures)}
    return Evidence(records, figures, service_of, by_kind(figures, service_of), printed)


def to_coverage(report_id: str, check: str, trials: tuple[Trial, ...], findings: int) -> Coverage:
    """How often the rule was tried, how often it could have failed, and why it was silent elsewhere."""
    tested = [trial for trial in trials if not trial.silent]
    reasons = Counter(trial.silent for trial in trials if trial.silent)
    silent = "; ".join(f"{reason} ({times})" for reason, times in sorted(reasons.items()))
    return Coverage(report_id, check, len(tested), sum(trial.could_fail for trial in tested), silent if trials else NOTHING, findings)


def audit(records: Records) -> Records:
    """The same records with their findings, in reading order, and a row of coverage for every check."""
    evidence, report = gather(records), records.report
    order = {figure.figure_id: place for place, figure in enumerate(records.figures)}
    found: list[tuple[int, Finding]] = []
    coverage = []
    for check in CHECKS:
        trials = tuple(check.run(evidence))
        groups = merged(trial.doubt for trial in trials if trial.doubt is not None)
        for doubts in groups:
            figures = in_order(doubts, order)
            found.append((order[figures[0].figure_id], to_finding(check.name, doubts, figures, evidence)))
        coverage.append(to_coverage(report.report_id, check.name, trials, len(groups)))
    findings = tuple(finding for _, finding in sorted(found, key=lambda pair: pair[0]))
    counted = replace(report, findings=len(findings))
    return replace(records, report=counted, findings=findings, coverage=tuple(coverage))
