"""A finding told at length: its cells, its arithmetic line by line, and every smallest change that would clear it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from checks.audit import EVERY_RULE, gather, tried
from checks.evidence import number
from checks.relations import Relation
from checks.settings import Settings
from checks.suggestions import of, text, to_blamed
from checks.trial import Trial
from checks.wording import amount, when, where
from schemas import Figure, Finding, Records


def explain(records: Records, finding: Finding, settings: Settings = EVERY_RULE) -> Iterator[str]:
    """What a person needs to judge a finding of this report, line by line."""
    own = finding.figure_ids.split("|")
    figures = [figure for figure in records.figures if figure.figure_id in own]
    trials = tried(gather(records), settings)
    yield finding.message
    if figures:
        yield from ("", "What is printed:", *(f"  {cell(figure, records)}" for figure in figures))
    for trial in doubted(trials.get(finding.check, ()), set(own)):
        yield from arithmetic(trial)
    if finding.explanation:
        yield from ("", f"The report itself says: {finding.explanation}")
    changes = smallest(figures, [trial for each in trials.values() for trial in each])
    yield from (
        "",
        "Smallest changes that keep every rule:",
        *(f"  {change}" for change in changes or ["none of a single figure is known"]),
    )


def cell(figure: Figure, records: Records) -> str:
    """A figure with what it is of and where it stands."""
    name = figure.service or figure.directorate or "the whole council"
    category = f" ({figure.category})" if figure.category else ""
    value = amount(number(figure), figure.unit)
    return f"{value:>8}  {figure.measure}{category}, {name}, {when(figure, records.report)}, {where(figure)}: {figure.text!r}"


def doubted(trials: Sequence[Trial], own: set[str]) -> Iterator[Trial]:
    """The trials that the finding tells of."""
    for trial in trials:
        if trial.doubt and {figure.figure_id for figure in (trial.doubt.at, *trial.doubt.against)} <= own:
            yield trial


def arithmetic(trial: Trial) -> Iterator[str]:
    """What the rule asks of the figures, and what they give."""
    if trial.doubt is None:
        return
    yield from ("", f"The rule: expected {trial.doubt.expected}, found {trial.doubt.found}: {trial.doubt.sentence}.")
    if trial.relation and trial.relation.test is None:
        yield from lines(trial.relation)


def lines(relation: Relation) -> Iterator[str]:
    """A sum, term by term."""
    added = Decimal(0)
    for factor, figure in relation.terms:
        added += factor * number(figure)
        yield f"  {'+' if factor > 0 else '-'} {amount(number(figure), figure.unit):>8}  {where(figure)}"
    bounds = [f"{end:f}" for end in (relation.least, relation.most) if end is not None]
    allowed = bounds[0] if len(set(bounds)) == 1 and relation.least is not None and relation.most is not None else limits(relation)
    yield f"  = {added:f}, where the rule asks for {allowed}"


def limits(relation: Relation) -> str:
    """Between what a sum may lie, in words."""
    if relation.least is None:
        return f"{relation.most:f} or less"
    return f"{relation.least:f} or more" if relation.most is None else f"{relation.least:f} to {relation.most:f}"


def smallest(figures: Sequence[Figure], trials: Sequence[Trial]) -> list[str]:
    """Each smallest set of changes that touches the finding's figures, in words."""
    blamed, own = to_blamed(trials), [figure.figure_id for figure in figures]
    sets = [one for figure in figures for one in blamed.get(figure.figure_id, ())]
    return list(dict.fromkeys(text(part) for one in sets if (part := of(one, own)) is not None))
