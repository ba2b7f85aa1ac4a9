"""The program, called as a person calls it: what more cores, more pages and more files come to."""

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

import pypdfium2

from benchmarks.program import check_run, run_call


class Run(NamedTuple):
    """One run: what was varied, how often, and seconds of the clock."""

    varied: str
    number: int
    clock: float


def over_cores(folder: Path, most: int) -> Iterator[Run]:
    """The same files on one core, and on more."""
    for jobs in sorted({1, 2, most}):
        if jobs <= most:
            yield Run("cores", jobs, timed(folder, jobs))


def over_pages(path: Path, numbers: Iterable[int]) -> Iterator[Run]:
    """One file of ever more pages, the pages of a PDF again and again."""
    for number in numbers:
        with TemporaryDirectory() as place:
            write_pages(path, number, Path(place, "long.pdf"))
            yield Run("pages", number, timed(Path(place), 1))


def over_files(folder: Path, numbers: Iterable[int]) -> Iterator[Run]:
    """Ever more files."""
    paths = sorted(folder.iterdir())
    for number in numbers:
        with TemporaryDirectory() as place:
            for n in range(number):
                path = paths[n % len(paths)]
                Path(place, f"{n}-{path.name}").write_bytes(path.read_bytes() + b"\n%% %d\n" % n)
            yield Run("files", number, timed(Path(place), 1))


def write_pages(path: Path, number: int, target: Path) -> None:
    """A PDF of so many pages."""
    with path.open("rb") as file, pypdfium2.PdfDocument(file) as source, pypdfium2.PdfDocument.new() as made:
        made.import_pages(source, [n % len(source) for n in range(number)])
        made.save(target)


def timed(folder: Path, jobs: int) -> float:
    """Seconds of the clock for a run over a folder."""
    with TemporaryDirectory() as place:
        call = run_call(folder, Path(place, "dataset"), jobs)
        start = perf_counter()
        done = subprocess.run(call, capture_output=True, check=False)  # noqa: S603 - our own program
        clock = perf_counter() - start
    check_run(done.returncode, done.stderr.decode())
    return clock
