"""`python -m benchmarks.speed` measures, and writes the page and the plot; `--help` says what it may be asked for."""

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.speed.contest import contest
from benchmarks.speed.page import Told, page
from benchmarks.speed.plot import plot
from benchmarks.speed.scaling import Run, over_cores, over_files, over_pages
from corpus.counts import Counts, total
from corpus.fixed import scored
from corpus.specimen import Specimen, many, write
from extract.marks import Marks
from extract.pdf.marks import path_to_marks
from extract.scan.pages import is_scan

HERE = Path(__file__).parents[1]
PUBLISHED = HERE.parents[1] / "shared" / "reports"
SEED = 2022
PAGES = (1, 10, 50, 100)
FILES = (10, 50, 100)


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description="Measure how fast reports are read.")
    parser.add_argument("--count", type=int, default=30, metavar="N", help="drawn PDFs (30)")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="times that each is read (3)")
    parser.add_argument("--reports", type=Path, default=PUBLISHED, metavar="FOLDER", help="published PDFs, read too")
    parser.add_argument("--without-scaling", action="store_true", help="only the contest")
    return parser.parse_args()


def drawn(count: int) -> list[Specimen]:
    """So many specimens that are PDFs with text."""
    found = (specimen for specimen in many(SEED, 50 * count) if specimen.container == "pdf")
    return [specimen for specimen, _ in zip(found, range(count), strict=False)]


def has_pictures(path: Path) -> bool:
    """Whether a page of a PDF is a picture, which only text recognition reads."""
    return any(isinstance(marks, Marks) and is_scan(marks) for marks in path_to_marks(path))


def right(specimens: list[Specimen]) -> Counts:
    """What the program tells of the specimens, held against their truth."""
    with TemporaryDirectory() as place:
        return total(scored(specimens, Path(place)))


def scaling(folder: Path) -> Iterator[Run]:
    """The runs over more cores, pages and files."""
    yield from over_cores(folder, os.cpu_count() or 1)
    yield from over_pages(min(folder.iterdir()), PAGES)
    yield from over_files(folder, FILES)


def main() -> None:
    """Measure, and write `benchmarks/speed.md` and `benchmarks/speed.svg`."""
    asked = arguments()
    specimens = drawn(asked.count)
    all_published = sorted(asked.reports.glob("*.pdf")) if asked.reports.is_dir() else []
    published = [path for path in all_published if not has_pictures(path)]
    with TemporaryDirectory() as place:
        write(specimens, Path(place))
        folder = Path(place, "reports")
        paths = [*published, *sorted(folder.iterdir())]
        results = contest(paths, asked.rounds)
        runs = [] if asked.without_scaling else list(scaling(folder))
    kinds = f"{len(published)} published, {len(paths) - len(published)} drawn"
    text = page(Told(len(paths), kinds, asked.rounds, len(all_published) - len(published)), results, runs, right(specimens))
    (HERE / "speed.md").write_text(text, encoding="utf-8")
    (HERE / "speed.svg").write_text(plot(results), encoding="utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
