"""Reports that keep every rule, drawn and read once."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import extract
import normalise
from checks import audit
from corpus.specimen import Specimen, draw
from schemas import Records, Report

CONTAINER = "html"
"""What is read for certain in every family: what is measured here is checking, not reading."""
WORDS = "seen", "held_back"


class Healthy(NamedTuple):
    """A report of a family, as it was read."""

    name: str
    family: str
    records: Records


def healthy(families: Iterable[str], seeds: Iterable[int]) -> Iterator[Healthy]:
    """A report of each family and seed, but for those in which a check finds something."""
    for seed in seeds:
        for family in families:
            specimen = draw(seed, family=family, words=WORDS[seed % len(WORDS)], container=CONTAINER)
            records = read(specimen)
            if not audit(records).findings:
                yield Healthy(specimen.name, family, records)


def read(specimen: Specimen) -> Records:
    """What a specimen's report says."""
    file = specimen.files[0]
    with TemporaryDirectory() as folder:
        path = Path(folder, file.report.file)
        path.write_bytes(file.content)
        return normalise.read(extract.read(path), Report(specimen.name, path.name, ""))
