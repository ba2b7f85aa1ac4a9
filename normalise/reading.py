"""What one section says, and the figures of each service that sections name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from normalise.narrative.told import Pledge, Remark
from normalise.sections.naming import Key, figures_of
from normalise.sections.part import Part
from normalise.stated import Stated, Unclear

Services = Mapping[str, Mapping[Key, Decimal | None]]
"""The figures of each service that a table names in its rows or columns."""


@dataclass
class Reading:
    """What one section says. `service` is None until it is known that the section is about one service, and which."""

    part: Part
    service: str | None = None
    stated: list[Stated] = field(default_factory=list)
    unclear: list[Unclear] = field(default_factory=list)
    pledges: list[Pledge] = field(default_factory=list)
    remarks: list[tuple[str, Remark]] = field(default_factory=list)

    @property
    def own(self) -> list[Stated]:
        """The figures that name no service themselves."""
        return [stated for stated in self.stated if stated.meaning.service is None]


def readings_to_services(readings: Sequence[Reading]) -> Services:
    """The figures of each service that a table names in its rows or columns."""
    named: dict[str, list[Stated]] = {}
    for stated in (stated for reading in readings for stated in reading.stated):
        if stated.meaning.service:
            named.setdefault(stated.meaning.service, []).append(stated)
    return {name: figures_of(stated) for name, stated in named.items()}
