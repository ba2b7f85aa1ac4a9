"""A folder of reports -> what became of each file, and their dataset. A file that cannot be read is told of, and the others go on.

`folder` finds the files and puts together what they say; `reading` takes one file on its way, wherever a map of `upheld.work` runs it, and
`printed` is what stands in it; `attempts` gives a file that ended its process another chance without the page at which it did. What became
of a file (`outcome`) travels, and lies in the `cache`, as the bytes that `kept` makes. `means`: the processes, the limits and the cache.
"""

from upheld.batch.cache import cache_of, read_days
from upheld.batch.folder import Batch, Tell, Told, read_folder
from upheld.batch.means import Means, isolated, on_cluster
from upheld.batch.outcome import Failure, Outcome, fault_to_message

__all__ = [
    "Batch", "Failure", "Means", "Outcome", "Tell", "Told", "cache_of", "fault_to_message", "isolated", "on_cluster", "read_days",
    "read_folder",
]  # fmt: skip
