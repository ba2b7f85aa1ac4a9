"""Which canonical service a printed name means: `match(Printed(...)) -> Match`.

The list of services is `normalise/reference/services.csv`, each under one of the eight subject headings of the Ombudsman's statistics. A
name that is no single service's is `none` (totals, causes, placeholders) or `directorate:X` (a heading over several services).
"""

from normalise.services.index import known_names
from normalise.services.named import Candidate, Match, Printed, match

__all__ = ["Candidate", "Match", "Printed", "known_names", "match"]
