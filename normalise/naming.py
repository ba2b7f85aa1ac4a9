"""Which service a section is about, where its heading is a picture: the one whose summary row the section's own table repeats."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from normalise.stated import Stated
from schemas import Basis, State

_REPEATED = 0.8
"""Share of a section's figures that a summary row must repeat to be of the same service."""
_ENOUGH = 6
"""Figures that must be comparable at the least."""

Key = tuple[object, ...]


def figures_of(stated: Iterable[Stated]) -> dict[Key, Decimal | None]:
    """The current and prior figures of one service by what they count."""
    kept = (s for s in stated if s.meaning.basis is not Basis.DIFFERENCE and s.state is State.REPORTED)
    return {(s.meaning.measure, s.meaning.stage, s.meaning.basis, s.meaning.period, s.meaning.category): s.value for s in kept}


def repeated_by(section: Mapping[Key, Decimal | None], services: Mapping[str, Mapping[Key, Decimal | None]]) -> str:
    """The one service whose figures the section repeats; "" where none does, or several do equally well."""
    ranked = sorted(((_share(section, figures), name) for name, figures in services.items()), reverse=True)
    if not ranked or ranked[0][0] < _REPEATED or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return ""
    return ranked[0][1]


def _share(section: Mapping[Key, Decimal | None], figures: Mapping[Key, Decimal | None]) -> float:
    common = section.keys() & figures.keys()
    return sum(section[key] == figures[key] for key in common) / len(common) if len(common) >= _ENOUGH else 0.0
