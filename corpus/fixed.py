"""The fixed set of specimens: drawn, read by the installed `upheld` as a person would call it, and scored."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus.counts import Scored
from corpus.score import score
from corpus.specimen import Specimen, write

PART = 3  # specimens of each family that every run of the tests reads: one of each container of three
ORDER = ("pdf", "text", "docx", "html")  # a picture takes too long to read for every run of the tests
DONE = (0, 1)  # 1: a file could not be read, which is a part of the score


def part(specimens: Sequence[Specimen], number: int = PART) -> list[Specimen]:
    """As many of each family, and within a family of each container as far as they go."""
    families = sorted({specimen.family for specimen in specimens})
    own = ([specimen for specimen in specimens if specimen.family == family] for family in families)
    return [specimen for group in own for specimen in _balanced(group)[:number]]


def scored(specimens: Iterable[Specimen], folder: Path) -> list[Scored]:
    """What the installed program makes of specimens; the folder is empty."""
    write(specimens, folder / "drawn")
    program = Path(sys.executable).with_name("upheld")
    call: list[str | Path] = [program, "run", folder / "drawn" / "reports", "-o", folder / "dataset"]
    done = subprocess.run(call, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - our own program
    if done.returncode not in DONE:
        sys.exit(f"upheld run ended with status {done.returncode}:\n{done.stderr}")
    return score(folder / "dataset", folder / "drawn")


def _balanced(specimens: Iterable[Specimen]) -> list[Specimen]:
    """The first of each container, then the second of each."""
    seen: Counter[str] = Counter()
    ranked = []
    for specimen in specimens:
        if specimen.container in ORDER:
            seen[specimen.container] += 1
            ranked.append((seen[specimen.container], ORDER.index(specimen.container), specimen))
    return [specimen for *_, specimen in sorted(ranked, key=lambda each: each[:2])]
