"""The stages of one service together: how many of a total each of them is, and how many a later one can hold."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import timedelta
from decimal import Decimal
from typing import NamedTuple

from checks.agreed import agreed
from checks.bases import spoken_of
from checks.evidence import Evidence, number
from checks.explanations import explained
from checks.relations import adds_to, at_most, equal
from checks.sums import added
from checks.told import exact
from checks.trial import Doubt, Trial
from checks.wording import where
from schemas import Basis, Figure, Measure, Severity, Stage
from schemas.printed import Block, Kind

BELOW = {Stage.THREE: Stage.TWO, Stage.FOUR: Stage.THREE}
LATER = Stage.TWO, Stage.THREE, Stage.FOUR
HABIT = 2
"""Totals that are the sum of their stages, from which on one that is not is a slip and not another way of counting."""
LONG = timedelta(days=180)
"""A stage of a shorter period may well hold more complaints than came up in it: those of the period before."""
ESCALATED = "what the stage below escalated is printed, and says more"
SHORT = "in so short a period complaints of the one before may have come up"
NO_STAGES = "no two stages and their total are printed"
CASES_ONCE = "the total is that of stage 1: it counts each complaint once"
NOT_ADDED = "no other totals show that the report adds up its stages"


def whole(figure: Figure) -> bool:
    """Whether the figure counts all complaints received of its stage and service."""
    return figure.measure is Measure.RECEIVED and figure.basis is not Basis.DIFFERENCE and not figure.dimension and not figure.category


def is_short(figure: Figure) -> bool:
    """Whether the figure is about less than half a year, or nobody knows."""
    start, end = figure.period_start, figure.period_end
    return start is None or end is None or end - start < LONG


def stage_receives_no_more_than_the_one_below(evidence: Evidence) -> Iterator[Trial]:
    """From stage 3 on, a stage receives no more complaints than the stage below it did (stage 2 of many schemes can be entered direct)."""
    for figure in evidence.figures:
        if not whole(figure) or figure.stage not in BELOW:
            continue
        below = BELOW[figure.stage]
        earlier = agreed(evidence.beside(figure, stage=below))
        if evidence.beside(figure, measure=Measure.ESCALATED, stage=below):
            yield Trial(silent=ESCALATED)
        elif earlier is None:
            yield Trial(silent="no complaints received at the stage below are printed")
        elif is_short(figure):
            yield Trial(silent=SHORT)
        elif number(figure) <= number(earlier):
            yield Trial(relation=at_most(figure, earlier))
        else:
            yield Trial(doubt=surplus(evidence, figure, earlier), relation=at_most(figure, earlier))


def surplus(evidence: Evidence, figure: Figure, earlier: Figure) -> Doubt:
    """The doubt about a stage that holds more than can have come from below."""
    told = f"{figure.value:f} received at stage {figure.stage}, but only {earlier.value:f} at stage {earlier.stage} before it"
    meaning = (evidence.service(figure), Kind.of(figure), earlier.value, figure.value)
    doubt = Doubt(figure, (earlier,), Severity.WARNING, f"{earlier.value:f} or fewer", f"{figure.value:f}", told, meaning)
    return explained(evidence.records.commentary, doubt, "surplus")


class Total(NamedTuple):
    """A total of complaints received, its stages, and what may be counted in it besides: before stage 1, and by the ombudsman."""

    figure: Figure
    stages: tuple[Figure, ...]
    besides: tuple[Figure, ...]

    @property
    def added(self) -> Decimal:
        return added(self.stages)

    @property
    def holds(self) -> bool:
        """Whether the stages add to it, perhaps with what is counted besides."""
        sums = {self.added}
        for other in self.besides:
            sums |= {each + number(other) for each in sums}
        return number(self.figure) in sums

    @property
    def shows(self) -> bool:
        """Whether it shows that totals are sums of stages: two of them hold complaints, and it is their sum."""
        return self.holds and sum(bool(number(stage)) for stage in self.stages) > 1

    @property
    def counts_once(self) -> bool:
        return not self.holds and number(self.figure) == number(self.stages[0])


def before_stage_1(evidence: Evidence) -> Mapping[tuple[str, Block, Kind], tuple[Figure, ...]]:
    """What tables print besides the stages ("Informal"), by table, service and the kind of the total it may be counted in."""
    found: dict[tuple[str, Block, Kind], tuple[Figure, ...]] = defaultdict(tuple)
    for figure in evidence.figures:
        if figure.category and not figure.dimension and figure.stage is Stage.ALL:
            kind = Kind.of(figure)._replace(category="", measure=Measure.RECEIVED)
            found[figure.table_id, evidence.service(figure), kind] += (figure,)
    return found


def to_totals(evidence: Evidence) -> Iterator[Total | Figure]:
    """Each total with its stages; the bare figure where two stages are not printed with it."""
    before = before_stage_1(evidence)
    for figure in evidence.figures:
        if whole(figure) and figure.stage is Stage.ALL:
            stages = tuple(part for stage in (Stage.ONE, *LATER) if (part := agreed(evidence.beside(figure, stage=stage))) is not None)
            outside = agreed(evidence.beside(figure, stage=Stage.OMBUDSMAN))
            besides = (*before.get((figure.table_id, evidence.service(figure), Kind.of(figure)), ()), *([outside] if outside else []))
            two = [stage.stage for stage in stages][:2] == [Stage.ONE, Stage.TWO]
            yield Total(figure, stages, besides) if two else figure


def shown(totals: list[Total | Figure]) -> int:
    """How many services' totals show that the report adds up its stages."""
    return len({(fold_of(one.figure), one.figure.period_start) for one in totals if isinstance(one, Total) and one.shows})


def fold_of(figure: Figure) -> tuple[str, str]:
    """Whose total a figure is."""
    block = Block.of(figure)
    return block.directorate, block.service


def stages_add_to_their_total(evidence: Evidence) -> Iterator[Trial]:
    """The complaints received at the stages add to those of all stages, perhaps with those before stage 1 and those of the ombudsman."""
    totals = list(to_totals(evidence))
    added_up = shown(totals) >= HABIT
    for one in totals:
        if not isinstance(one, Total):
            yield Trial(silent=NO_STAGES)
        elif one.holds:
            yield Trial(could_fail=added_up, relation=adds_to(one.stages, one.figure) if one.added == one.figure.value else None)
        elif one.counts_once:
            yield Trial(silent=CASES_ONCE)
        elif not added_up or not evidence.is_whole(one.figure, *one.stages):
            yield Trial(silent=NOT_ADDED)
        else:
            yield Trial(doubt=to_doubt(evidence, one), relation=adds_to(one.stages, one.figure))


def to_doubt(evidence: Evidence, one: Total) -> Doubt:
    """The doubt about a total of stages."""
    figure = one.figure
    sums = " + ".join(f"{number(stage):f}" for stage in one.stages)
    told = f"the total is printed as {figure.value:f}, but its stages are {sums} = {one.added:f}"
    meaning = (evidence.service(figure), Kind.of(figure), figure.value, one.added)
    doubt = Doubt(figure, one.stages, Severity.WARNING, f"{one.added:f}", f"{figure.value:f}", told, meaning)
    return explained(evidence.records.commentary, doubt, "parts")


def stage_1_is_what_the_others_leave(evidence: Evidence) -> Iterator[Trial]:
    """The complaints that a sentence counts at stage 1, out of a total, are those that a table's later stages leave of its total."""
    said = {
        (figure.table_id, figure.service, Kind.of(figure)): figure for figure in evidence.records.figures if exact(figure) and whole(figure)
    }
    for (paragraph, name, kind), figure in said.items():
        service = spoken_of(evidence, figure) if name and figure.stage is Stage.ONE else None
        if service is None or evidence.same(service, kind):
            continue
        out_of = said.get((paragraph, name, kind._replace(stage=Stage.ALL)))
        total, later = left_of(evidence, service, kind)
        if total is None or not later:
            yield Trial(silent=NO_STAGES)
            continue
        left = number(total) - added(later)
        if number(figure) in {left, number(total)}:
            relation = adds_to((figure, *later), total) if number(figure) == left else equal(figure, total)
            yield Trial(could_fail=out_of is not None, relation=relation)
        elif out_of is None or number(out_of) <= number(figure):
            yield Trial(silent=NOT_ADDED)
        else:
            told = f"a sentence counts {figure.value:f} at stage 1, but the total of {total.value:f} ({where(total)}) leaves {left:f}"
            meaning = (service, kind, figure.value, left)
            doubt = Doubt(figure, (total, *later), Severity.WARNING, f"{left:f}", f"{figure.value:f}", told, meaning)
            yield Trial(doubt=doubt, relation=adds_to((figure, *later), total))


def left_of(evidence: Evidence, service: Block, stage_1: Kind) -> tuple[Figure | None, list[Figure]]:
    """The total of a service, and the later stages that its table prints with it."""
    later = [part for stage in LATER for part in evidence.same(service, stage_1._replace(stage=stage))[:1]]
    totals = evidence.same(service, stage_1._replace(stage=Stage.ALL))
    return agreed(total for total in totals if later and total.table_id == later[0].table_id), later
