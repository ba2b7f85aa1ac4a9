"""The crosswalk: which shared service each printed name means, for the reports of a run together.

    records of all reports --names--> Name --services.match--> Match --settled, by ties--> Match --decided, by a person--> rows, ids

A name is matched by its own words, its directorate and its council, and so means the same in every report of a council, whatever else
lies in the folder. Names that a report's own figures show to be one service (`ties`) settle each other's doubts. What a person decided
(`Handed`, a row of an edited services.csv) wins over both.
"""

from normalise.crosswalk.build import Crosswalk, build
from normalise.crosswalk.decided import REVIEWED, Handed
from normalise.crosswalk.names import Name, row_to_name, with_ids

__all__ = ["REVIEWED", "Crosswalk", "Handed", "Name", "build", "row_to_name", "with_ids"]
