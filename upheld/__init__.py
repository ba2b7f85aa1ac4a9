"""The program: the only package that knows all the others.

A path becomes a `schemas.Document` (`extract.read`: what is printed, and where), the Document becomes `schemas.Records` (`normalise.read`:
what it means; `checks.audit`: what does not add up), the Records of all reports become a `publish.Dataset`, and that becomes a folder
(`publish.write`). `files` finds what to read, `batch` takes each file on its way in a process of `work`, `assembled` puts together what all
say; `names` and `judged` are what people decide of a dataset; `cli` is the command line, with `commands` and the `terminal`.

    >>> import publish, upheld
    >>> dataset = upheld.run(Path("reports"))
    >>> dataset.figures.query("measure == 'received'")
    >>> publish.write(dataset, Path("dataset"))
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publish import Dataset

__all__ = ["READERS", "__version__", "run"]

__version__ = "0.1.0"
READERS = "upheld.batch.reading"
"""The module that a process must have imported that reads; it is heavy, and so it is called by its name."""


def run(folder: Path | str, crosswalk: Path | str | None = None) -> "Dataset":
    """The dataset of the reports in a folder; one that cannot be read is a row of `reports` that says why.

    `crosswalk` is an edited services.csv, whose decisions win.
    """
    from upheld.batch import read_folder
    from upheld.names.crosswalk import read_crosswalk

    return read_folder(Path(folder), edited=read_crosswalk(Path(crosswalk) if crosswalk else None)).dataset
