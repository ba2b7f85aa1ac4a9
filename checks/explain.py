"""A finding told at length: its cells, its arithmetic line by line, and every smallest change that would clear it."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from checks.audit import EVERY_RULE, gather, tried
from checks.evidence import number
from checks.relations import Relation
from checks.settings import Settings
from checks.suggestions import Blamed, of, text, to_blamed
from checks.trial import Doubt, Trial
from checks.wording import when, where
from schemas import Figure, Finding, Records
from schemas.spoken import amount


class Sum(NamedTuple):
    """What a rule asks at one place: in a sentence, and where it is a sum, its terms (each figure and its factor) and what they give."""

    asked: str
    terms: tuple[tuple[int, Figure], ...] = ()
    result: str = ""


class Account(NamedTuple):
    """What a person needs to judge a finding: its figures, those in doubt, what the rule asks of them, and what would clear it."""

    figures: tuple[Figure, ...]
    doubted: tuple[Figure, ...]
    sums: tuple[Sum, ...]
    changes: tuple[str, ...]


def explain(records: Records, finding: Finding, settings: Settings = EVERY_RULE) -> Iterator[str]:
    """The account of a finding of this report, line by line."""
    account = accounts(records, [finding], settings)[finding.finding_id]
    yield finding.message
    if account.figures:
        yield from ("", "What is printed:", *(f"  {cell(figure, records)}" for figure in account.figures))
    for each in account.sums:
        yield from ("", f"The rule: {each.asked}.", *lines(each))
    if finding.explanation:
        yield from ("", f"The report itself says: {finding.explanation}")
    changes = account.changes or ["none of a single figure is known"]
    yield from ("", "Smallest changes that keep every rule:", *(f"  {change}" for change in changes))


def accounts(records: Records, findings: Sequence[Finding], settings: Settings = EVERY_RULE) -> Mapping[str, Account]:
    """The account of each of these findings of one report, by its id."""
    trials = tried(gather(records), settings)
    blamed = to_blamed([trial for each in trials.values() for trial in each])
    return {finding.finding_id: account(records, finding, trials.get(finding.check, ()), blamed) for finding in findings}


def account(records: Records, finding: Finding, trials: Sequence[Trial], blamed: Blamed) -> Account:
    """The account of one finding, by the trials of its rule."""
    own = set(finding.figure_ids.split("|"))
    figures = tuple(figure for figure in records.figures if figure.figure_id in own)
    doubts = [(trial, trial.doubt) for trial in trials if trial.doubt and is_told(trial.doubt, finding)]
    doubted = tuple(dict.fromkeys(doubt.at for _, doubt in doubts if doubt.at.figure_id))
    return Account(figures, doubted, tuple(trial_to_sum(trial, doubt) for trial, doubt in doubts), tuple(smallest(figures, blamed)))


def is_told(doubt: Doubt, finding: Finding) -> bool:
    """Whether the finding tells of this doubt: by its figures or, where it is about words, by its sentence."""
    ids = {figure.figure_id for figure in (doubt.at, *doubt.against)}
    return ids <= set(finding.figure_ids.split("|")) and (bool(finding.figure_ids) or doubt.sentence in finding.message)


def cell(figure: Figure, records: Records) -> str:
    """A figure with what it is of and where it stands."""
    name = figure.service or figure.directorate or "the whole council"
    category = f" ({figure.category})" if figure.category else ""
    value = amount(number(figure), figure.unit)
    return f"{value:>8}  {figure.measure}{category}, {name}, {when(figure, records.report)}, {where(figure)}: {figure.text!r}"


def trial_to_sum(trial: Trial, doubt: Doubt) -> Sum:
    """What the rule asks of the figures, and what they give."""
    asked = f"expected {doubt.expected}, found {doubt.found}: {doubt.sentence}"
    if trial.relation is None or trial.relation.test is not None:
        return Sum(asked)
    return Sum(asked, trial.relation.terms, result(trial.relation))


def result(relation: Relation) -> str:
    """What a sum gives, and what the rule asks for."""
    added = sum((factor * number(figure) for factor, figure in relation.terms), Decimal(0))
    bounds = [f"{end:f}" for end in (relation.least, relation.most) if end is not None]
    allowed = bounds[0] if len(set(bounds)) == 1 and relation.least is not None and relation.most is not None else limits(relation)
    return f"= {added:f}, where the rule asks for {allowed}"


def lines(each: Sum) -> Iterator[str]:
    """A sum, term by term."""
    for factor, figure in each.terms:
        yield f"  {'+' if factor > 0 else '-'} {amount(number(figure), figure.unit):>8}  {where(figure)}"
    if each.result:
        yield f"  {each.result}"


def limits(relation: Relation) -> str:
    """Between what a sum may lie, in words."""
    if relation.least is None:
        return f"{relation.most:f} or less"
    return f"{relation.least:f} or more" if relation.most is None else f"{relation.least:f} to {relation.most:f}"


def smallest(figures: Sequence[Figure], blamed: Blamed) -> list[str]:
    """Each smallest set of changes that touches the finding's figures, in words."""
    own = [figure.figure_id for figure in figures]
    sets = [one for figure in figures for one in blamed.get(figure.figure_id, ())]
    return list(dict.fromkeys(text(part) for one in sets if (part := of(one, own)) is not None))
