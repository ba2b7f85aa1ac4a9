"""Files that hurt whoever reads them, each with a reason to be told by name: bombs, and what folders hold by mistake."""

import os
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from reportlab.pdfgen.canvas import Canvas

from benchmarks import poison
from benchmarks.paper import objects_to_pdf
from benchmarks.units import MEGABYTE

Poison = Callable[[Path, bytes, Random], Path]
"""Where it shall stand, without a suffix; a sound PDF; luck -> the file."""

GIGABYTE = 1 << 30
"""Bytes that a bomb unpacks to."""
DEEP = 200_000
"""Boxes of a page within one another: tables, each in a cell of the one around it."""
PAGES = 50_000
"""Pages that are one page, named again and again."""
STROKE = b"0 0 m 1 1 l S\n"
"""What a page draws again and again."""
NOISE = 20_000
"""Bytes that mean nothing."""
HEADER = 40
"""Bytes of a PDF that every download has got before it ends."""


def written(path: Path, content: bytes) -> Path:
    """The file, with its content."""
    path.write_bytes(content)
    return path


def cut_short(place: Path, report: bytes, random: Random) -> Path:
    """A download that ended early."""
    return written(place.with_suffix(".pdf"), report[: random.randrange(HEADER, len(report) // 2)])


def empty(place: Path, _report: bytes, _random: Random) -> Path:
    """Nothing."""
    return written(place.with_suffix(".pdf"), b"")


def noise(place: Path, _report: bytes, random: Random) -> Path:
    """No PDF at all."""
    return written(place.with_suffix(".pdf"), random.randbytes(NOISE))


def wrong_name(place: Path, report: bytes, _random: Random) -> Path:
    """A PDF that says it is a Word document."""
    return written(place.with_suffix(".docx"), report)


def encrypted(place: Path, _report: bytes, _random: Random) -> Path:
    """A PDF with a lock."""
    content = BytesIO()
    canvas = Canvas(content, encrypt="nobody knows")
    canvas.drawString(72, 700, "Annual complaints report 2019/20")
    canvas.save()
    return written(place.with_suffix(".pdf"), content.getvalue())


def holding(suffix: str, content: Callable[[], bytes]) -> Poison:
    """Poison that is the same wherever it stands."""
    return lambda place, _report, _random: written(place.with_suffix(suffix), content())


def stream_bomb() -> bytes:
    """A page whose drawing unpacks to a gigabyte."""
    packer = zlib.compressobj()
    chunk = STROKE * (MEGABYTE // len(STROKE))
    packed = b"".join(packer.compress(chunk) for _ in range(GIGABYTE // len(chunk))) + packer.flush()
    return poison.pdf([packed], b"/Filter/FlateDecode")


def many_pages() -> bytes:
    """A PDF of fifty thousand pages without a word, which are one page."""
    tree = b"<</Type/Pages/Count %d/Kids[%b]>>" % (PAGES, b"3 0 R " * PAGES)
    return objects_to_pdf({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: tree, 3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"})


def zip_bomb(place: Path, _report: bytes, _random: Random) -> Path:
    """An archive that unpacks to a gigabyte of noughts."""
    path = place.with_suffix(".zip")
    with ZipFile(path, "w", ZIP_DEFLATED) as archive, archive.open("zeros.txt", "w") as part:
        for _ in range(GIGABYTE // MEGABYTE):
            part.write(bytes(MEGABYTE))
    return path


def pipe(place: Path, _report: bytes, _random: Random) -> Path:
    """A file that never ends and never begins."""
    path = place.with_suffix(".pdf")
    os.mkfifo(path)
    return path


def nowhere(place: Path, _report: bytes, _random: Random) -> Path:
    """A link to no file."""
    path = place.with_suffix(".pdf")
    path.symlink_to("nowhere.pdf")
    return path


POISONS: Mapping[str, Poison] = {
    "cut short": cut_short,
    "empty": empty,
    "noise": noise,
    "wrong name": wrong_name,
    "encrypted": encrypted,
    "a page of a gigabyte": holding(".pdf", stream_bomb),
    "50,000 pages": holding(".pdf", many_pages),
    "a Word file of a gigabyte": holding(".docx", lambda: poison.word_bomb(GIGABYTE // MEGABYTE)),
    "entities within entities": holding(".docx", poison.entities),
    "200,000 boxes within one another": holding(".html", lambda: poison.nested_page(DEEP)),
    "an archive of a gigabyte": zip_bomb,
    "a pipe": pipe,
    "a link to nowhere": nowhere,
}
