"""Findings held against a second reading: a misreading is no misprint."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from enum import Enum, auto

from schemas import Figure, Records, State, Unread, UnreadKind

DISAGREE = "two readers read different numbers here"


class Verdict(Enum):
    """What a second reading says of a figure."""

    SAME = auto()
    OTHER = auto()
    UNFOUND = auto()


Numbers = tuple[Decimal, ...]
Reading = tuple[Numbers, Numbers | None] | None
"""The numbers at a figure's own place and in the cell around it; None where the second reader finds nothing there."""


def verdict(figure: Figure, reading: Reading) -> Verdict:
    """Whether the second reading has the figure's number, another one in its place, or nothing to say."""
    if reading is None or figure.value is None:
        return Verdict.UNFOUND
    own, around = reading
    value = abs(figure.value)
    if value in own:
        return Verdict.SAME if around is None or value in around else Verdict.UNFOUND
    return Verdict.OTHER if own else Verdict.UNFOUND


def confirmed(records: Records, read: Callable[[Figure], Reading], reader: str) -> Records:
    """The records with `confirmed` of each finding, and without those whose figures two readers read differently.

    `read` gives the second reading of a figure; figures of a finding that have none are not confirmed.
    """
    wanted = {figure_id for finding in records.findings for figure_id in finding.figure_ids.split("|")}
    found = {figure.figure_id: (figure, verdict(figure, read(figure))) for figure in records.figures if figure.figure_id in wanted}
    wrong = {figure_id for figure_id, (_, said) in found.items() if said is Verdict.OTHER}
    kept = tuple(
        replace(finding, confirmed=answer([found[each][1] for each in finding.figure_ids.split("|") if each in found]))
        for finding in records.findings
        if wrong.isdisjoint(finding.figure_ids.split("|"))
    )
    sure = {figure_id for figure_id, (_, said) in found.items() if said is Verdict.SAME}
    figures = tuple(settled(figure, wrong, sure, reader) for figure in records.figures)
    misread = tuple(to_unread(found[figure_id][0], read(found[figure_id][0])) for figure_id in sorted(wrong))
    report = replace(records.report, findings=len(kept))
    return replace(records, report=report, findings=kept, figures=figures, unread=(*records.unread, *misread))


def answer(verdicts: Sequence[Verdict]) -> str:
    """`yes` if the second reader reads the same in every cell, else `no`: it cannot find one of them; empty for words without a figure."""
    if not verdicts:
        return ""
    return "yes" if all(said is Verdict.SAME for said in verdicts) else "no"


def settled(figure: Figure, wrong: set[str], sure: set[str], reader: str) -> Figure:
    """A figure with what the second reading made of it."""
    if figure.figure_id in wrong:
        return replace(figure, state=State.UNREADABLE, value=None)
    return replace(figure, confirmed_by=reader) if figure.figure_id in sure else figure


def to_unread(figure: Figure, reading: Reading) -> Unread:
    """The row that holds both readings."""
    other = " ".join(f"{value:f}" for value in reading[0]) if reading else ""
    box = (figure.x0, figure.top, figure.x1, figure.bottom)
    return Unread(figure.report_id, UnreadKind.MISREAD, figure.page, *box, figure.place, figure.text, DISAGREE, other)
