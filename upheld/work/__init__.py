"""One function over many jobs, each of which may crash, hang or eat the memory: `Mapped` says how such a map is called.

Three ways to run it: `here`, in this process, where nothing is held back; `pool`, in processes of their own under `Limits`, where such a
job is `Lost` and the others go on; `cluster`, in such pools on other machines (imported by itself, as an extra). Importing `rubbish`, as
the processes of a pool do, lets Python look for rubbish more rarely. Nothing here knows of reports.
"""

from upheld.work.here import here
from upheld.work.jobs import Limits, Loss, Lost, Mapped, Note
from upheld.work.pool import pool, warm_up

__all__ = ["Limits", "Loss", "Lost", "Mapped", "Note", "here", "pool", "warm_up"]
