"""Whether a page drawn the quick way says what pdfplumber says: `python -m benchmarks.parity [FOLDER ...]`.

Every PDF of the folders - or of those handed out, of the corpus and of drawn specimens - is read both ways. The Documents have to be equal:
blocks, texts, and boxes to the last digit. Prints each file that is read differently, then the sums.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from benchmarks.labelled import HOUSE, SHARED
from benchmarks.units import MILLISECONDS
from corpus import specimen
from extract import pdf
from schemas import Document, UnreadableFileError

SPECIMENS = 150
SEED = 8
HANDED = ("reports", "wild/reports", "pdfs")


def main() -> None:
    """Leaves with 1 if any file is read differently."""
    with TemporaryDirectory() as drawn:
        folders = [Path(folder) for folder in sys.argv[1:]]
        if not folders:
            specimen.write(specimen.many(SEED, SPECIMENS), Path(drawn))
            folders = [*(SHARED / folder for folder in HANDED), HOUSE / "corpus" / "reports", Path(drawn)]
        sys.exit(_different(path for folder in folders for path in sorted(folder.rglob("*.pdf"))))


def _different(paths: Iterable[Path]) -> bool:
    """Whether any file is; tells which, and what both ways cost."""
    files, pages, unlike, quick, slow = 0, 0, 0, 0.0, 0.0
    for path in paths:
        start = process_time()
        one = _read(path, quick=True)
        middle = process_time()
        other = _read(path, quick=False)
        files, quick, slow = files + 1, quick + middle - start, slow + process_time() - middle
        pages += (one.pages or 0) if isinstance(one, Document) else 0
        if one != other:
            unlike += 1
            sys.stdout.write(f"{path.name}: {next(_differences(one, other))}\n")
    sys.stdout.write(f"{files} files, {pages} pages: {unlike} read differently\n")
    times = (f"{MILLISECONDS * spent / pages:.1f} ms {way}" for spent, way in ((quick, "quickly"), (slow, "by pdfplumber")))
    sys.stdout.write(f"processor time a page, with what is made of it: {', '.join(times)}\n")
    return unlike > 0


def _read(path: Path, *, quick: bool) -> Document | str:
    """What a file says, or why it cannot be read."""
    try:
        return pdf.read(path, quick=quick)
    except UnreadableFileError as error:
        return str(error)


def _differences(one: Document | str, other: Document | str) -> Iterator[str]:
    if isinstance(one, Document) and isinstance(other, Document):
        both = zip(one.blocks, other.blocks, strict=False)
        yield from (f"{block!r} is {same!r}" for block, same in both if block != same)
    yield f"{one!s:.200} is {other!s:.200}"


if __name__ == "__main__":
    main()
