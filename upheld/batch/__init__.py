"""A folder of reports -> what became of each file, and their dataset. A file that cannot be read is told of, and the others go on.

`gathering` finds the files, and `folder` puts together what they say, unless that is `standing` there already. `reading` takes one file on
its way, wherever a map of `upheld.work` runs it, and `printed` is what stands in it; `attempts` gives a file that ended its process another
chance without the page at which it did. What became of a file (`outcome`) travels, and lies in the `cache`, as the bytes that `kept` makes.
`means`: the processes, the limits and the cache.
"""

from upheld.batch.cache import cache_of, read_days
from upheld.batch.folder import Batch, gathered_to_batch, read_folder
from upheld.batch.gathering import Gathered, Tell, Told, gather
from upheld.batch.means import Means, isolated, on_cluster
from upheld.batch.outcome import Failure, Outcome, fault_to_message

__all__ = [
    "Batch", "Failure", "Gathered", "Means", "Outcome", "Tell", "Told", "cache_of", "fault_to_message", "gather", "gathered_to_batch",
    "isolated", "on_cluster", "read_days", "read_folder",
]  # fmt: skip
