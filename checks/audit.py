"""The audit of one report: every check is tried, and what it found, and how often it could have found something, is recorded."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from checks.breakdowns import categories_add_to_their_total
from checks.change import difference_is_current_less_prior
from checks.copies import count_is_not_negative, row_is_its_own
from checks.evidence import Evidence, by_kind, lines_of, usable
from checks.findings import in_order, merged, to_finding
from checks.flow import escalated_arrive_at_the_next_stage, escalated_were_received, stage_2_escalated_equals_stage_3_received
from checks.groups import quarters_add_to_their_year, rows_add_to_the_total_elsewhere, services_add_to_their_directorate
from checks.labels import (
    caption_has_the_period_of_its_table,
    case_is_dated_in_its_period,
    corner_names_its_own_service,
    period_ends_after_it_begins,
)
from checks.outcomes import (
    outcome_percentages_add_to_a_hundred,
    outcomes_add_to_the_decided,
    outcomes_add_to_the_received,
    outcomes_are_what_was_investigated,
)
from checks.per import complaints_are_such_a_share_of_contacts
from checks.proportions import share_is_its_count_of_the_whole, shares_add_to_a_hundred
from checks.quotient import percentage_is_its_count_of_its_base
from checks.rates import percentage_is_possible
from checks.relative import change_is_between_the_two_figures
from checks.services import services
from checks.settings import Settings
from checks.shares import share_of_a_sentence_is_its_count, share_of_a_sentence_is_possible
from checks.splits import outcomes_are_split_the_same
from checks.spoken import resolved_were_not_escalated, stages_of_a_sentence_add_to_its_total
from checks.stages import stage_1_is_what_the_others_leave, stage_receives_no_more_than_the_one_below, stages_add_to_their_total
from checks.suggestions import suggestion, to_blamed
from checks.told import sentence_says_what_is_printed
from checks.totals import rows_add_to_their_total
from checks.trial import Check, Trial
from checks.twice import printed_twice_has_one_value
from checks.within import newly_upheld_were_upheld, part_is_within_its_whole, percentage_is_within_a_hundred
from checks.years import year_ends_the_year_after_it_begins
from schemas import Coverage, Finding, Records
from schemas.printed import Block

RULES = (
    stage_2_escalated_equals_stage_3_received,
    escalated_arrive_at_the_next_stage,
    escalated_were_received,
    stage_receives_no_more_than_the_one_below,
    stages_add_to_their_total,
    stage_1_is_what_the_others_leave,
    stages_of_a_sentence_add_to_its_total,
    resolved_were_not_escalated,
    part_is_within_its_whole,
    newly_upheld_were_upheld,
    outcomes_add_to_the_decided,
    outcomes_add_to_the_received,
    outcomes_are_what_was_investigated,
    outcome_percentages_add_to_a_hundred,
    outcomes_are_split_the_same,
    difference_is_current_less_prior,
    change_is_between_the_two_figures,
    printed_twice_has_one_value,
    sentence_says_what_is_printed,
    percentage_is_possible,
    percentage_is_within_a_hundred,
    share_of_a_sentence_is_possible,
    share_of_a_sentence_is_its_count,
    complaints_are_such_a_share_of_contacts,
    percentage_is_its_count_of_its_base,
    rows_add_to_their_total,
    services_add_to_their_directorate,
    quarters_add_to_their_year,
    rows_add_to_the_total_elsewhere,
    categories_add_to_their_total,
    shares_add_to_a_hundred,
    share_is_its_count_of_the_whole,
    row_is_its_own,
    count_is_not_negative,
    year_ends_the_year_after_it_begins,
    corner_names_its_own_service,
    caption_has_the_period_of_its_table,
    case_is_dated_in_its_period,
    period_ends_after_it_begins,
)
CHECKS = tuple(Check(rule.__name__, rule) for rule in RULES)
"""Every rule, named like its function, whose docstring is the rule."""
NOTHING = "the report prints nothing that the rule speaks of"
OFF = "switched off"
EVERY_RULE = Settings()


def gather(records: Records) -> Evidence:
    """The records as the checks look at them."""
    figures = tuple(figure for figure in records.figures if usable(figure))
    service_of = services(figures)
    printed = {Block.of(figure): figure.service for figure in reversed(figures)}
    torn = frozenset(line for unread in records.unread for line in lines_of(unread.place))
    return Evidence(records, figures, service_of, by_kind(figures, service_of), printed, torn)


def to_coverage(report_id: str, check: str, trials: tuple[Trial, ...], findings: int, settings: Settings) -> Coverage:
    """How often the rule was tried, how often it could have failed, and why it was silent elsewhere."""
    tested = [trial for trial in trials if not trial.silent]
    reasons = Counter(trial.silent for trial in trials if trial.silent)
    silent = "; ".join(f"{reason} ({times})" for reason, times in sorted(reasons.items()))
    silence = OFF if check in settings.off else NOTHING
    return Coverage(report_id, check, len(tested), sum(trial.could_fail for trial in tested), silent if trials else silence, findings)


def tried(evidence: Evidence, settings: Settings) -> dict[str, tuple[Trial, ...]]:
    """The trials of each rule; of one that is switched off, none."""
    return {check.name: () if check.name in settings.off else tuple(tolerated(check, evidence, settings)) for check in CHECKS}


def tolerated(check: Check, evidence: Evidence, settings: Settings) -> Iterator[Trial]:
    """The trials of a rule; what its tolerance lets pass is no doubt."""
    for trial in check.run(evidence):
        yield replace(trial, doubt=None, relation=None) if trial.doubt and settings.passes(check.name, trial.doubt) else trial


def audit(records: Records, settings: Settings = EVERY_RULE) -> Records:
    """The same records with their findings, in reading order, and a row of coverage for every check."""
    evidence, report = gather(records), records.report
    order = {figure.figure_id: place for place, figure in enumerate(records.figures)}
    found: list[tuple[int, Finding]] = []
    coverage = []
    trials_of = tried(evidence, settings)
    blamed = to_blamed([trial for trials in trials_of.values() for trial in trials])
    for check in CHECKS:
        trials = trials_of[check.name]
        groups = merged(trial.doubt for trial in trials if trial.doubt is not None)
        for doubts in groups:
            figures = in_order(doubts, order)
            place = order[figures[0].figure_id] if figures else len(order)  # words that stand with no figure come behind
            found.append((place, to_finding(check.name, doubts, figures, evidence, suggestion(figures, blamed))))
        coverage.append(to_coverage(report.report_id, check.name, trials, len(groups), settings))
    findings = tuple(finding for _, finding in sorted(found, key=lambda pair: pair[0]))
    counted = replace(report, findings=len(findings))
    return replace(records, report=counted, findings=findings, coverage=tuple(coverage))
