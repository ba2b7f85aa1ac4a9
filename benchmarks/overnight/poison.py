"""Files that hurt whoever reads them, each with a reason to be told by name."""

import os
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from reportlab.pdfgen.canvas import Canvas

Poison = Callable[[Path, bytes, Random], Path]
"""Where it shall stand, without a suffix; a sound PDF; luck -> the file."""

BOMB = 1 << 30
"""Bytes that a bomb unpacks to."""
DEEP = 200_000
"""Elements of a page within one another."""
PAGES = 50_000
"""Pages that are one page, named again and again."""
LAUGHS = 9
"""Entities, each ten times the one before."""


def written(path: Path, content: bytes) -> Path:
    """The file, with its content."""
    path.write_bytes(content)
    return path


def cut_short(place: Path, report: bytes, random: Random) -> Path:
    """A download that ended early."""
    return written(place.with_suffix(".pdf"), report[: random.randrange(40, len(report) // 2)])


def empty(place: Path, _report: bytes, _random: Random) -> Path:
    """Nothing."""
    return written(place.with_suffix(".pdf"), b"")


def noise(place: Path, _report: bytes, random: Random) -> Path:
    """No PDF at all."""
    return written(place.with_suffix(".pdf"), random.randbytes(20_000))


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


def stream_bomb(place: Path, _report: bytes, _random: Random) -> Path:
    """A page whose drawing unpacks to a gigabyte."""
    packer = zlib.compressobj()
    chunk = b"0 0 m 1 1 l S\n" * (1 << 16)
    packed = b"".join(packer.compress(chunk) for _ in range(BOMB // len(chunk))) + packer.flush()
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"
    return written(
        place.with_suffix(".pdf"), pdf([page, b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed)], 1)
    )


def many_pages(place: Path, _report: bytes, _random: Random) -> Path:
    """A PDF of fifty thousand pages without a word."""
    return written(place.with_suffix(".pdf"), pdf([b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"], PAGES))


def pdf(objects: list[bytes], pages: int) -> bytes:
    """A PDF of objects, the first of which is every page."""
    tree = b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, b"3 0 R " * pages)
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate((b"<</Type/Catalog/Pages 2 0 R>>", tree, *objects), 1):
        places.append(b"%010d 00000 n \n" % len(made))
        made += b"%d 0 obj%s\nendobj\n" % (number, content)
    size = len(places) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n" % size + b"".join(places)
    return made + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(made))


def word_bomb(place: Path, _report: bytes, _random: Random) -> Path:
    """A Word document whose text unpacks to a gigabyte."""
    path = place.with_suffix(".docx")
    with ZipFile(path, "w", ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(BOMB >> 20):
            part.write(b"<w:p/>" * ((1 << 20) // 6))
    return path


def laughs(place: Path, _report: bytes, _random: Random) -> Path:
    """A Word document with entities within entities."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(LAUGHS + 1))
    path = place.with_suffix(".docx")
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<?xml version="1.0"?><!DOCTYPE d [{entities}]><d>&e{LAUGHS};</d>')
    return path


def nested(place: Path, _report: bytes, _random: Random) -> Path:
    """A web page of boxes within boxes, without an end."""
    return written(place.with_suffix(".html"), b"<html><body>" + b"<div>" * DEEP)


def zip_bomb(place: Path, _report: bytes, _random: Random) -> Path:
    """An archive that unpacks to a gigabyte of noughts."""
    path = place.with_suffix(".zip")
    with ZipFile(path, "w", ZIP_DEFLATED) as archive, archive.open("zeros.txt", "w") as part:
        for _ in range(BOMB >> 20):
            part.write(bytes(1 << 20))
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
    "a page of a gigabyte": stream_bomb,
    "50,000 pages": many_pages,
    "a Word file of a gigabyte": word_bomb,
    "entities within entities": laughs,
    "200,000 boxes within one another": nested,
    "an archive of a gigabyte": zip_bomb,
    "a pipe": pipe,
    "a link to nowhere": nowhere,
}
