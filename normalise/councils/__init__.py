"""Which council a report is by: `find(document, file, period) -> Council`.

`register`: the authorities of the country and the names that they have; `domains`: their web and e-mail addresses; `bodies`: those that no
register holds, such as housing associations, by the name that they give themselves; `evidence`: where a report names whose it is.
"""

from normalise.councils.evidence import find
from normalise.councils.register import Council, own_names

__all__ = ["Council", "find", "own_names"]
