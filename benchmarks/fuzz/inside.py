"""Mutations of what a container holds, the container itself staying whole: parts of a zip archive, objects of a PDF."""

import re
import zlib
from base64 import a85decode
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

from benchmarks.fuzz.mutations import ANY, WORDS, mutated
from benchmarks.paper import objects_to_pdf

ZIP, PDF = b"PK\x03\x04", b"%PDF-"
CONTAINER = 0.25
"""Share of mutations that fall on the container's own bytes."""
STRUCTURE = 0.2
"""Share of the others that fall on its parts as wholes: missing, doubled, one in the place of another."""
_OBJECT = re.compile(rb"(\d+) 0 obj(.*?)endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_FILTERS = re.compile(rb"/(?:ASCII85|Flate)Decode")
_LENGTH = re.compile(rb"/Length \d+(?: 0 R)?")

WORD = b"omplaint"
"""Stands in every part of an original that says something."""
Parts = dict[str, bytes]


def mutated_file(content: bytes, random: Random) -> bytes:
    """A mutated file: of a container mostly what it holds."""
    if content.startswith(ZIP) and random.random() > CONTAINER:
        return parts_to_zip(mutated_parts(zip_to_parts(content), random))
    if content.startswith(PDF) and random.random() > CONTAINER:
        return parts_to_pdf(mutated_parts(pdf_to_objects(content), random))
    return mutated(content, random)


def mutated_parts(parts: Parts, random: Random) -> Parts:
    """One part changed, missing, or in the place of another: half of the time one that holds the report's words."""
    worded = [name for name, part in parts.items() if WORD in part] or list(parts)
    name, other = random.choice(random.choice((worded, list(parts)))), random.choice(list(parts))
    if random.random() < STRUCTURE:
        changed = random.choice(({}, {name: parts[other]}, {name: parts[other], other: parts[name]}))
        return {key: part for key, part in parts.items() if key != name} | changed
    return parts | {name: mutated(parts[name] or b"\n", random, random.choice((ANY, WORDS)))}


def zip_to_parts(content: bytes) -> Parts:
    """What an archive holds."""
    with ZipFile(BytesIO(content)) as archive:
        return {part.filename: archive.read(part) for part in archive.infolist()}


def parts_to_zip(parts: Parts) -> bytes:
    """An archive of parts; it is whole, whatever is in them."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()


def pdf_to_objects(content: bytes) -> Parts:
    """The objects of a PDF by their numbers, their streams unpacked, and its trailer."""
    trailer = content[content.rfind(b"trailer") :].partition(b"startxref")[0]
    return {match[1].decode(): unpacked(match[2]) for match in _OBJECT.finditer(content)} | {"trailer": trailer}


def unpacked(part: bytes) -> bytes:
    """An object whose stream is not compressed, so that mutations change what it says and not only whether it can be unpacked."""
    stream = _STREAM.search(part)
    if stream is None or b"/FlateDecode" not in part:
        return part
    head, body = part[: stream.start()], stream[1]
    try:
        packed = a85decode(b"<~" + body, adobe=True) if b"/ASCII85Decode" in head else body
        return _FILTERS.sub(b"", head) + b"stream\n" + zlib.decompress(packed) + b"\nendstream"
    except (zlib.error, ValueError):
        return part


def parts_to_pdf(parts: Parts) -> bytes:
    """A PDF of objects: the lengths of streams and the table of objects are right again."""
    objects = {int(number): measured(part) for number, part in parts.items() if number != "trailer"}
    return objects_to_pdf(objects, parts.get("trailer", b""))


def measured(part: bytes) -> bytes:
    """An object that says how long its stream is."""
    stream = _STREAM.search(part)
    return part if stream is None else _LENGTH.sub(b"/Length %d" % len(stream[1]), part, count=1)
