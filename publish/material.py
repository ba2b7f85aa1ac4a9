"""What a publication is made of."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from publish.audit.evidence import Judged
from publish.dataset import Dataset


@dataclass(frozen=True, slots=True)
class Material:
    """The dataset that stands in a folder, that of its reports if it is at hand, and what else is known of its findings."""

    folder: Path
    dataset: Dataset
    reports: Path | None = None
    judged: Judged = field(default_factory=Judged)


Maker = Callable[[Material, Path], None]
"""Writes its files into a new folder that will take the dataset's place. The same material gives the same bytes."""
