"""What a finding suggests: the smallest changes that would keep every rule of the report."""

from collections.abc import Collection, Iterable, Mapping, Sequence

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


def to_blamed(trials: Iterable[Trial]) -> Blamed:
    """The figures that all rules together blame."""
    return {figure.figure_id: sets for sets in culprits(asked(trials)) for one in sets for figure in one.figures}


def suggestion(figures: Sequence[Figure], blamed: Blamed) -> str:
    """The changes that would clear a finding: `128 for 149 in paragraph 28 (one wrong digit)`; empty if too many would."""
    own = {figure.figure_id for figure in figures}
    sets = dict.fromkeys(part for each in sorted(own) if each in blamed for one in blamed[each] if (part := of(one, own)) is not None)
    told = [one for one in sets if one.value is not None or len(one.figures) > 1]
    likely = [one for one in told if one_slip(one)] if len(sets) > MOST_TOLD else told
    return "; or ".join(map(text, likely)) if len(likely) <= MOST_TOLD else ""


def of(one: Culprits, own: Collection[str]) -> Culprits | None:
    """What a set changes of a finding's own figures."""
    figures = tuple(figure for figure in one.figures if figure.figure_id in own)
    return Culprits(figures, one.value if len(one.figures) == 1 else None) if figures else None


def one_slip(one: Culprits) -> str:
    """The slip of the hand that turned the only fitting value of a single figure into the printed one."""
    return slip(number(one.figures[0]), one.value) if len(one.figures) == 1 and one.value is not None else ""


def text(one: Culprits) -> str:
    """A change in words."""
    if one.value is None:
        return " and ".join(f"another number than {said(figure)} {where(figure)}" for figure in one.figures)
    (figure,), slipped = one.figures, one_slip(one)
    return f"{amount(one.value, figure.unit)} for {said(figure)} {where(figure)}" + (f" ({slipped})" if slipped else "")


def said(figure: Figure) -> str:
    """A figure's number as a finding prints it."""
    return amount(number(figure), figure.unit)
