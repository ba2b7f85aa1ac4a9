"""A dataset -> all that people open beside its tables, in the same folder: each maker writes its files, and all appear at once."""

from pathlib import Path

from publish.folder import add
from publish.material import Maker, Material
from publish.readme import write_readme

MAKERS: tuple[Maker, ...] = (write_readme,)


def publish(folder: Path, material: Material) -> None:
    """Publish the dataset that stands in a folder, in place of what was published of it before."""

    def make(new: Path) -> None:
        for maker in MAKERS:
            maker(material, new)

    add(folder, make)
