"""Complaints flow from stage to stage: what leaves one stage arrives at the next."""

from collections.abc import Iterator

from checks.evidence import Evidence, by_table, number
from checks.explanations import explained
from checks.relations import at_most, equal
from checks.trial import Doubt, Trial
from schemas import Basis, Figure, Measure, Severity, Stage
from schemas.printed import Kind, fold

NEXT = {Stage.ONE: Stage.TWO, Stage.TWO: Stage.THREE, Stage.THREE: Stage.FOUR}
AMBIGUOUS = "the table prints two values for one figure"


def pairs(evidence: Evidence, stages: tuple[Stage, ...], *, onward: bool) -> Iterator[tuple[Figure, Figure | None, str]]:
    """Each escalated figure of `stages` with the received figure of the next stage (`onward`) or of its own, or why it has none."""
    for figure in evidence.figures:
        if figure.measure is not Measure.ESCALATED or figure.stage not in stages or figure.basis is Basis.DIFFERENCE:
            continue
        if figure.dimension or fold(figure.category):
            continue
        stage = NEXT[figure.stage] if onward else figure.stage
        found = [(other, agreed) for other, agreed in by_table(evidence.beside(figure, measure=Measure.RECEIVED, stage=stage))]
        values = {number(other) for other, _ in found}
        if not found:
            yield figure, None, f"no complaints received at {'the next' if onward else 'the same'} stage are printed"
        elif len(values) > 1 or not all(agreed for _, agreed in found):
            yield figure, None, AMBIGUOUS
        else:
            yield figure, found[0][0], ""


def doubt(evidence: Evidence, escalated: Figure, received: Figure, expected: str, sentence: str) -> Doubt:
    """A disagreement of an escalated figure with the later stage's received figure, explained where the report explains it."""
    family = "surplus" if number(received) > number(escalated) else "deficit"
    meaning = (evidence.service(received), Kind.of(received), escalated.value, received.value)
    told = Doubt(received, (escalated,), Severity.WARNING, expected, f"{received.value:f}", sentence, meaning)
    return explained(evidence.records.commentary, told, family)


def stage_2_escalated_equals_stage_3_received(evidence: Evidence) -> Iterator[Trial]:
    """The complaints escalated from stage 2 are the complaints received at stage 3."""
    for escalated, received, silent in pairs(evidence, (Stage.TWO,), onward=True):
        if received is None:
            yield Trial(silent=silent)
        elif number(received) == number(escalated):
            yield Trial(relation=equal(received, escalated))
        else:
            told = f"{escalated.value:f} escalated from stage 2, but {received.value:f} received at stage 3"
            told_of = doubt(evidence, escalated, received, f"{escalated.value:f}", told)
            yield Trial(doubt=told_of, relation=equal(received, escalated))


def escalated_arrive_at_the_next_stage(evidence: Evidence) -> Iterator[Trial]:
    """A stage receives at least the complaints that the stage below it escalated (what stage 2 escalated has a stricter rule)."""
    for escalated, received, silent in pairs(evidence, (Stage.ONE, Stage.THREE), onward=True):
        if received is None:
            yield Trial(silent=silent)
        elif number(received) >= number(escalated):
            yield Trial(relation=at_most(escalated, received))
        else:
            left = f"{escalated.value:f} escalated from stage {escalated.stage}"
            told = f"{left}, but only {received.value:f} received at stage {received.stage}"
            told_of = doubt(evidence, escalated, received, f"{escalated.value:f} or more", told)
            yield Trial(doubt=told_of, relation=at_most(escalated, received))


def escalated_were_received(evidence: Evidence) -> Iterator[Trial]:
    """A stage escalates at most the complaints that it received."""
    for escalated, received, silent in pairs(evidence, tuple(NEXT), onward=False):
        if received is None:
            yield Trial(silent=silent)
        elif number(escalated) <= number(received):
            yield Trial(relation=at_most(escalated, received))
        else:
            most, found = f"{received.value:f} or fewer", f"{escalated.value:f}"
            told = f"{found} escalated from stage {escalated.stage}, but only {received.value:f} received there"
            meaning = (evidence.service(escalated), Kind.of(escalated), escalated.value, received.value)
            told_of = Doubt(escalated, (received,), Severity.ERROR, most, found, told, meaning)
            yield Trial(doubt=told_of, relation=at_most(escalated, received))
