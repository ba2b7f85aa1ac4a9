"""Services that a later report no longer names: gone, or under another name."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from checks.between.pairs import Pair, a_year
from checks.between.restated import exact
from checks.evidence import number
from schemas import Basis, Figure, Records, Source
from schemas.printed import Kind, fold

NO_SERVICE = ("", "all", "none")
ENOUGH = 3
"""Figures that a name must share with another to be the same service under a new name: fewer agree by chance."""
FEW = 5
"""Complaints of a year below which a service may have none in the next, and is then often left out."""
MOST_STAY = 0.5
"""The share of a report's services that the next must name too, for the missing ones to tell something."""


class Renamed(NamedTuple):
    """A service of the earlier report, and its name in the later one (none where it is gone)."""

    earlier: Figure
    later: Figure | None


Names = Mapping[str, list[Figure]]


def services(records: Records, basis: Basis) -> Names:
    """The figures of each service that a report's tables name."""
    found: dict[str, list[Figure]] = defaultdict(list)
    for figure in records.figures:
        named = figure.source is not Source.PROSE and figure.service and figure.service_id not in NO_SERVICE
        if named and exact(figure) and figure.basis is basis:
            found[fold(figure.service)].append(figure)
    return found


def renamed(pair: Pair) -> list[Renamed]:
    """The services that the later report does not name, with the name under which it repeats their figures, if it does."""
    earlier, later = services(pair.earlier, Basis.CURRENT), services(pair.later, Basis.CURRENT)
    known = {figure.service_id for figures in later.values() for figure in figures}
    missing = [name for name, figures in earlier.items() if name not in later and figures[0].service_id not in known]
    if not earlier or len(missing) > MOST_STAY * len(earlier) or not a_year(pair.earlier):
        return []
    prior = services(pair.later, Basis.PRIOR)
    found = [Renamed(earlier[name][0], new_name(earlier[name], prior, set(earlier))) for name in missing]
    return [one for one in found if one.later or max(map(number, earlier[fold(one.earlier.service)])) >= FEW]


def new_name(own: list[Figure], prior: Names, taken: set[str]) -> Figure | None:
    """The first figure of the one new name whose figures of the earlier period are the service's own."""
    printed = {(Kind.of(f)._replace(basis=Basis.CURRENT), number(f)) for f in own}
    fitting = [
        figures[0]
        for name, figures in prior.items()
        if name not in taken and sum((Kind.of(f)._replace(basis=Basis.CURRENT), number(f)) in printed for f in figures) >= ENOUGH
    ]
    return fitting[0] if len(fitting) == 1 else None
