"""The crosswalk: which shared service each printed name means, for the reports of a run together.

    records of all reports --names--> Name --services.match--> Match --settled, by ties--> Match --decided, by a person--> rows, ids

A name is matched by its own words, its directorate and its council, and so means the same in every report of a council, whatever else
lies in the folder. Names that a report's own figures show to be one service (`ties`) settle each other's doubts. What a person decided
(`Handed`, a row of an edited services.csv) wins over both.
"""

from normalise.crosswalk.build import Crosswalk, build, name_to_match
from normalise.crosswalk.decided import REVIEWED, Handed, decide, to_reviewed
from normalise.crosswalk.names import Key, Name, name_to_key, row_to_name, with_ids

__all__ = [
    "REVIEWED", "Crosswalk", "Handed", "Key", "Name", "build", "decide", "name_to_key", "name_to_match", "row_to_name", "to_reviewed",
    "with_ids",
]  # fmt: skip
