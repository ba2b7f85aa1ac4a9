"""A folder of drawn reports, some of them replaced by poison."""

from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from random import Random

from benchmarks.overnight.poison import POISONS
from corpus.specimen import Specimen, many

SEED = 404
SCAN = "raster"
"""A report that is a picture takes ten seconds to read and nothing else that is measured here."""
EVERY = 100
"""One file in so many is poisoned, unless another number is asked for."""


def fill(folder: Path, count: int, every: int = EVERY) -> dict[str, str]:
    """Write so many files; the kind of poison of those that are poisoned, by their names."""
    random, poisons = Random(SEED), cycle(POISONS.items())  # noqa: S311 - no secret
    report, told = b"", {}
    for number, (name, content) in enumerate(islice(reports(count), count)):
        report = content if name.endswith(".pdf") else report
        if report and number % every == every // 2:
            kind, poison = next(poisons)
            told[poison(folder / f"{number:05}-poisoned", report, random).name] = kind
        else:
            (folder / f"{number:05}-{name}").write_bytes(content)
    return told


def reports(count: int) -> Iterator[tuple[str, bytes]]:
    """Drawn reports without end of this seed, by their names; scans left out."""
    drawn: Iterator[Specimen] = (specimen for specimen in many(SEED, 2 * count) if specimen.container != SCAN)
    return ((file.report.file, file.content) for specimen in drawn for file in specimen.files)
