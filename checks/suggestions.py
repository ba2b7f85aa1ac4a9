"""What a finding suggests: the smallest changes that would keep every rule of the report."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from checks.culprits import Culprits, culprits
from checks.evidence import number
from checks.relations import Relation
from checks.slips import slip
from checks.trial import Trial
from checks.wording import amount, where
from schemas import Figure, Severity

MOST_TOLD = 3
"""Changes that a suggestion names; of more, none is likelier than the rest, and those alone are named that a slip of the hand explains."""

Blamed = Mapping[str, Sequence[Culprits]]
"""The smallest sets for the place where rules are broken, by each figure that stands in one of them."""


def asked(trials: Iterable[Trial]) -> list[Relation]:
    """What all rules together ask of the figures; what the report itself explains asks nothing of them."""
    return [trial.relation for trial in trials if trial.relation and not (trial.doubt and trial.doubt.severity is Severity.EXPLAINED)]


def to_blamed(trials: Sequence[Trial]) -> Blamed:
    """The figures that all rules together blame."""
    if not any(trial.doubt for trial in trials):
        return {}
    return {figure.figure_id: sets for sets in culprits(asked(trials)) for one in sets for figure in one.figures}


def suggestion(figures: Sequence[Figure], blamed: Blamed) -> str:
    """The changes that would clear a finding: `128 for 149 in paragraph 28 (one wrong digit)`; empty if too many would."""
    own = [figure.figure_id for figure in figures]
    sets = dict.fromkeys(part for each in own for one in blamed.get(each, ()) if (part := of(one, own)) is not None)
    told = [one for one in sets if any(value is not None for value in one.values) or len(one.figures) > 1]
    likely = [one for one in told if one_slip(one)] if len(sets) > MOST_TOLD else told
    return "; or ".join(map(text, likely)) if len(likely) <= MOST_TOLD else ""


def of(one: Culprits, own: Sequence[str]) -> Culprits | None:
    """What a set changes of a finding's own figures, in their order."""
    parts = [(figure, value) for figure, value in zip(one.figures, one.values, strict=True) if figure.figure_id in own]
    parts.sort(key=lambda part: own.index(part[0].figure_id))
    return Culprits(tuple(figure for figure, _ in parts), tuple(value for _, value in parts)) if parts else None


def one_slip(one: Culprits) -> str:
    """The slip of the hand that turned the only fitting value of a single figure into the printed one."""
    value = one.values[0]
    return slip(number(one.figures[0]), value) if len(one.figures) == 1 and value is not None else ""


def text(one: Culprits) -> str:
    """A change in words."""
    slipped = one_slip(one)
    return " and ".join(map(change, one.figures, one.values)) + (f" ({slipped})" if slipped else "")


def change(figure: Figure, value: Decimal | None) -> str:
    """What a figure is changed to."""
    if value is None:
        return f"another number than {said(figure)} {where(figure)}"
    return f"{amount(value, figure.unit)} for {said(figure)} {where(figure)}"


def said(figure: Figure) -> str:
    """A figure's number as a finding prints it."""
    return amount(number(figure), figure.unit)
