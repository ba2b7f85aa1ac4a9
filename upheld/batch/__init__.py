"""A folder of reports -> what became of each file, and their dataset. A file that cannot be read is told of, and the others go on.

    input --gathering: what the cache knows, of the others a Job--attempts--> Answers, all that files say --folder--> Batch
    Job --reading, wherever a map of upheld.work runs it: what is printed on the pages wanted--> an Outcome for each report --kept--> Answer

`attempts` gives a file that ended its process another chance without the page at which it did. What became of a file travels, and lies in
the `cache`, as the bytes that `kept` makes; `versions` says for how long they hold. Of these bytes (`packed`; of several `copies` of a
report, which say `alike`, one counts) the same map makes the lines of the dataset, some councils `together`; `standing` says whether just
that stands there already. These two are imported by themselves, as they need what makes tables. `means`: the processes, the limits, the
cache, and the seconds of the `stages`.
"""

from upheld.batch.cache import cache_of, read_days
from upheld.batch.folder import Batch, gathered_to_batch, read_folder
from upheld.batch.gathering import Told, gather
from upheld.batch.means import Means, isolated, on_cluster
from upheld.batch.outcome import Failure, fault_to_message

__all__ = [
    "Batch", "Failure", "Means", "Told", "cache_of", "fault_to_message", "gather", "gathered_to_batch", "isolated", "on_cluster",
    "read_days", "read_folder",
]  # fmt: skip
