"""A dataset that stands there and would come out the same is not made again.

Two digests are kept in the cache with what was told of the dataset: of all that it was made of, and of its files. Whatever bears on one of
its bytes, or on a word of what was told, is in the one; a file that somebody touched has made the other wrong.
"""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import publish
from upheld.batch.cache import Cache
from upheld.batch.folder import Batch
from upheld.batch.gathering import Gathered
from upheld.batch.versions import program_version
from upheld.names.crosswalk import Edited, crosswalk_of, read_crosswalk


@dataclass(frozen=True, slots=True)
class Standing:
    """The dataset of a folder, the crosswalk that is given for it if it is not the dataset's own, and the cache beside it."""

    folder: Path
    crosswalk: Path | None
    cache: Cache

    def edited(self) -> Edited:
        """The rows of the crosswalk that are handed back."""
        return read_crosswalk(crosswalk_of(self.crosswalk, self.folder))

    def told(self, gathered: Gathered, edited: Edited) -> str:
        """What was told of the dataset if it stands there as it would be made; else nothing."""
        return self.cache.told(gathered_to_digest(gathered, edited), publish.folder_to_digest(self.folder))

    def keep(self, told: str, gathered: Gathered, edited: Edited, batch: Batch) -> None:
        """Keep what is told of the dataset that was just written, for a run that finds everything as it is now.

        Without a crosswalk that is given, such a run is handed the one just written. Rows of it that nobody decided say what the program
        says without them. Of decided ones something else may be told: then only a run that is handed them again comes to the same.
        """
        found = edited if self.crosswalk or batch.whole.counted["decided"] or batch.problems else self.edited()
        self.cache.keep_told(gathered_to_digest(gathered, found), publish.folder_to_digest(self.folder), told)


def gathered_to_digest(gathered: Gathered, edited: Edited) -> str:
    """Of what the files say, the lists of sources, the crosswalk that is handed back, what is passed over, and the program."""
    whole = sha256(program_version().encode())
    for file, kept in sorted(gathered.kept.items()):
        whole.update(f"{file!r} {sha256(kept).hexdigest()}\n".encode())
    others = (gathered.origins, gathered.problems, sorted(gathered.walk.passed_over.items()), edited)
    whole.update(repr(others).encode("utf-8", "surrogatepass"))
    return whole.hexdigest()
