"""What a publication is made of."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from publish.dataset import Dataset


@dataclass(frozen=True, slots=True)
class Material:
    """The dataset that stands in a folder and, as far as they are at hand, the folder of its reports and files of decisions.

    Of the decisions about one finding that of the last file counts.
    """

    folder: Path
    dataset: Dataset
    reports: Path | None = None
    reviewed: tuple[Path, ...] = ()


Maker = Callable[[Material, Path], None]
"""Writes its files into a new folder that will take the dataset's place. The same material gives the same bytes."""
