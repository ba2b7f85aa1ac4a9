"""What sentences say together: the stages that one counts and their total, what was resolved and what was escalated."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from checks.agreed import settled
from checks.bases import spoken_of
from checks.evidence import Evidence, is_exact, number
from checks.flow import NEXT
from checks.percent import fits, rounded
from checks.relations import Relation, Values, adds_to, judged, printed
from checks.stages import LATER, NO_STAGES, NOT_ADDED, left_of, whole
from checks.sums import added
from checks.told import exact
from checks.trial import Doubt, Trial
from checks.wording import amount
from schemas import Basis, Dimension, Figure, Measure, Severity, Stage, State, Unit
from schemas.printed import Kind, decimals

KEPT = re.compile(r"\b(?:without|no)\b[^,.;]*\bescalat", re.IGNORECASE)
"""Words by which what was resolved at a stage is all that did not go on."""


def stages_of_a_sentence_add_to_its_total(evidence: Evidence) -> Iterator[Trial]:
    """The stages that a paragraph counts out of a total add to it, with what a table counts at those that the paragraph leaves out."""
    said: dict[tuple[str, str, Kind], dict[Stage, Figure]] = defaultdict(dict)
    for figure in evidence.records.figures:
        if figure.service and exact(figure) and whole(figure):
            said[figure.table_id, figure.service, Kind.of(figure)._replace(stage=Stage.ALL)].setdefault(figure.stage, figure)
    for (_, _, kind), stages in said.items():
        if not {Stage.ALL, Stage.ONE, Stage.TWO} <= stages.keys():
            continue
        total, service = stages[Stage.ALL], spoken_of(evidence, stages[Stage.ALL])
        rest = left_out(evidence, total, kind, stages) if service is not None and left_of(evidence, service, kind)[0] else None
        parts = tuple(stages[stage] for stage in (Stage.ONE, *LATER) if stage in stages)
        if rest is None:
            yield Trial(silent=NO_STAGES)
            continue
        parts = (*parts, *rest)
        relation, off = adds_to(parts, total), added(parts) - number(total)
        if not off:
            yield Trial(relation=relation)
        elif off > 0:
            yield Trial(silent=NOT_ADDED)
        else:
            yield Trial(doubt=too_few(evidence, total, parts), relation=relation)


def left_out(evidence: Evidence, total: Figure, kind: Kind, stages: Mapping[Stage, Figure]) -> tuple[Figure, ...] | None:
    """What tables count of a service at the stages that a paragraph leaves out; None where they do not say."""
    service = spoken_of(evidence, total)
    printed = [figure for figure in evidence.records.figures if whole(figure) and evidence.service(figure) == service]
    found = []
    for stage in LATER:
        asked = kind._replace(stage=stage)
        same = [figure for figure in printed if Kind.of(figure) == asked and figure.state in {State.REPORTED, State.NIL}]
        used = any(figure.stage is stage for figure in evidence.figures)
        if stage in stages or not (same or used):
            continue
        if not same:
            return None
        found += same[:1] if same[0].state is State.REPORTED else []
    return tuple(found)


def too_few(evidence: Evidence, total: Figure, parts: tuple[Figure, ...]) -> Doubt:
    """The doubt about a total of which stages are missing."""
    sums = " + ".join(f"{number(part):f} at stage {part.stage}" for part in parts)
    told = f"a paragraph counts {total.value:f} in all, but {sums} are {added(parts):f}"
    meaning = (evidence.service(total), Kind.of(total), total.value, added(parts))
    return Doubt(total, parts, Severity.WARNING, f"{total.value:f}", f"{added(parts):f}", told, meaning)


def resolved_were_not_escalated(evidence: Evidence) -> Iterator[Trial]:
    """The share of complaints that were resolved at a stage without being escalated is that of all but those escalated."""
    counts: dict[Kind, list[Figure]] = defaultdict(list)
    for figure in evidence.records.figures:
        whole_council = not figure.service and not figure.directorate
        if whole_council and is_exact(figure) and figure.unit is Unit.COUNT and figure.basis is not Basis.DIFFERENCE:
            counts[Kind.of(figure)].append(figure)
    for figure in evidence.records.figures:
        told = figure.measure is Measure.SHARE_PCT and figure.dimension is Dimension.OUTCOME and figure.unit is Unit.PERCENT
        if not (told and not figure.service and figure.stage in NEXT and exact(figure) and KEPT.search(figure.text)):
            continue
        kind = Kind.of(figure)._replace(unit=Unit.COUNT, dimension=None, category="")
        received = settled(counts.get(kind._replace(measure=Measure.RECEIVED), ()))
        went = settled(counts.get(kind._replace(measure=Measure.ESCALATED), ()))
        if received is None or went is None or not 0 < number(went) < number(received):
            yield Trial(silent="the complaints received and escalated are not both printed")
            continue
        relation = rest_of(figure, received, went)
        if relation.holds(printed([relation])):
            yield Trial(relation=relation)
        else:
            yield Trial(doubt=kept_otherwise(figure, received, went), relation=relation)


def rest_of(figure: Figure, received: Figure, went: Figure) -> Relation:
    """A percentage is that of all that were received but those that went on."""

    def kept(values: Values) -> bool:
        base = values[received.figure_id]
        return base > 0 and fits(values[figure.figure_id], base - values[went.figure_id], base)

    return judged((figure, received, went), kept)


def kept_otherwise(figure: Figure, received: Figure, went: Figure) -> Doubt:
    """The doubt about a share of complaints resolved."""
    left = number(received) - number(went)
    true = rounded(int(left), int(number(received)), decimals(number(figure)))
    found, expected = amount(number(figure), Unit.PERCENT), amount(true, Unit.PERCENT)
    told = f"{found} were resolved without escalation, but {went.value:f} of {received.value:f} escalated leave {left:f}, {expected}"
    meaning = (Kind.of(figure), figure.value, true)
    return Doubt(figure, (received, went), Severity.WARNING, expected, found, told, meaning, suggestion=expected)
