"""What stands around a table."""

from dataclasses import dataclass

from normalise.meaning import Meaning
from normalise.setting import Setting
from normalise.tables.captions import Caption
from schemas import Passage


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a table: what its captions and its section say of it, the report's setting, the passages just above.

    `names`: names that the report prints elsewhere, at which labels that run together are cut; `notes`: the passages just below the table;
    `by`: what its caption says that it is broken down by.
    """

    caption: Caption
    directorate: str
    setting: Setting
    above: tuple[Passage, ...]
    names: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    by: str = ""

    @property
    def context(self) -> Meaning:
        """What the captions and the section say of stage, period and what is counted."""
        return self.caption.meaning
