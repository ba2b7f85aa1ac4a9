"""Files that are made to stop, slow or exhaust whoever reads them: `python -m benchmarks.poison FOLDER` writes one of each.

`upheld run` over such a folder must end by itself, tell each of them by name and read the reports beside them.
"""

import sys
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path

from benchmarks.paper import objects_to_pdf
from benchmarks.units import MEGABYTE

TEXT = "Annual complaints report 2019/20\n\nWe received 206 stage 1 complaints in 2019/20.\n"
_WORD = "word/document.xml"
_ADLER = 65_521
"""The largest prime number of 16 bits."""


def pdf(contents: Sequence[bytes], filters: bytes = b"", box: bytes = b"0 0 595 842", more: Sequence[bytes] = ()) -> bytes:
    """A PDF with a page for each content stream; `more` are further objects."""
    first = 4 + 2 * len(contents)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(contents)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%b]/MediaBox[%b]/Resources<</Font<</F 3 0 R>>>>>>" % (len(contents), kids, box),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for n, content in enumerate(contents):
        objects.append(b"<</Type/Page/Parent 2 0 R/Contents %d 0 R>>" % (5 + 2 * n))
        objects.append(b"<</Length %d%b>>stream\n%b\nendstream" % (len(content), filters, content))
    objects += more
    assert len(objects) == first - 1 + len(more)  # noqa: S101  the page tree counts on it
    return objects_to_pdf(dict(enumerate(objects, 1)))


def shown(text: str) -> bytes:
    """A page's content that prints a line."""
    return b"BT /F 11 Tf 72 700 Td (%b) Tj ET" % text.encode("latin-1")


def deflated(megabytes: int) -> bytes:
    """So many megabytes of nothing, deflated twice: one block over and over, the end, and the checksum (RFC 1950) of nothing."""
    packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    block = packer.compress(bytes(MEGABYTE)) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = megabytes * MEGABYTE % _ADLER << 16 | 1
    return zlib.compress(b"\x78\x9c" + block * megabytes + b"\x03\x00" + checksum.to_bytes(4, "big"), 9)


def many_pages(count: int) -> bytes:
    """A PDF of very many pages, each with a line."""
    return pdf([shown(f"Stage 1 complaints received by service {n}: 206") for n in range(count)])


def deflate_bomb(megabytes: int) -> bytes:
    """A report whose second of three pages unpacks to far more than the memory."""
    packed = [zlib.compress(zlib.compress(shown(line))) for line in TEXT.splitlines() if line]
    return pdf([packed[0], deflated(megabytes), packed[1]], b"/Filter[/FlateDecode/FlateDecode]")


def nested(depth: int) -> bytes:
    """A PDF with an array in an array in an array."""
    return pdf([shown("Annual complaints report")], b"/Deep " + b"[" * depth + b"]" * depth)


def circular_tables() -> bytes:
    """A PDF whose table of objects names itself as the one before."""
    whole = pdf([shown("Annual complaints report")])
    start = whole.rindex(b"startxref\n") + len(b"startxref\n")
    return whole.replace(b"trailer<<", b"trailer<</Prev %b" % whole[start:].split(b"\n")[0])


def circular_pages() -> bytes:
    """A PDF whose page tree holds itself."""
    return pdf([shown("Annual complaints report")]).replace(b"/Kids[", b"/Kids[2 0 R ")


def long_operators(count: int) -> bytes:
    """A page of very many rules, each of which may be an edge of a table."""
    rules = b"".join(b"%d %d m %d %d l S\n" % (n % 500, n % 800, (n * 7) % 500, (n * 3) % 800) for n in range(count))
    return pdf([rules + shown("Annual complaints report 2019/20")])


def huge_page() -> bytes:
    """A page many kilometres wide, ruled across."""
    return pdf([b"0 0 m 99999999999 0 l S 0 0 999999999 999999999 re S\n" + shown("Received 206")], box=b"0 0 99999999999 99999999999")


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """An archive of these parts."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


_XML = b'<?xml version="1.0"?>'
_OPEN = b"application/vnd.openxmlformats-"
_RELATIONS = b"http://schemas.openxmlformats.org/package/2006"
_KINDS = (
    _XML + b'<Types xmlns="%b/content-types"><Default Extension="rels" ContentType="%bpackage.relationships+xml"/>'
    b'<Override PartName="/word/document.xml" ContentType="%bofficedocument.wordprocessingml.document.main+xml"/></Types>'
) % (_RELATIONS, _OPEN, _OPEN)
_LINKS = (
    _XML + b'<Relationships xmlns="%b/relationships"><Relationship Id="r" Target="word/document.xml"'
    b' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
) % _RELATIONS
_SPACE = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(document: bytes) -> bytes:
    """A Word file with this document part."""
    return zipped({"[Content_Types].xml": _KINDS, "_rels/.rels": _LINKS, _WORD: document})


def word_bomb(megabytes: int) -> bytes:
    """A Word file whose text unpacks to so many megabytes."""
    paragraph = b"<w:p><w:r><w:t>206</w:t></w:r></w:p>"
    body = paragraph * (megabytes * MEGABYTE // len(paragraph))
    return word(b"<w:document %b><w:body>%b</w:body></w:document>" % (_SPACE, body))


def entities() -> bytes:
    """A Word file with a billion laughs."""
    named = b"".join(b'<!ENTITY a%d "%b">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
    text = b'<!DOCTYPE d [<!ENTITY a0 "ha">%b]><w:document %b><w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>'
    return word(text % (named, _SPACE))


def web_page(megabytes: int) -> bytes:
    """A web page with a table of so many megabytes."""
    row = b"<tr><td>Repairs</td><td>206</td></tr>\n"
    return b"<!DOCTYPE html><title>Complaints 2019/20</title><table>%b</table>" % (row * (megabytes * MEGABYTE // len(row)))


def nested_page(depth: int) -> bytes:
    """A web page with a table in a table in a table."""
    return b"<!DOCTYPE html><title>Complaints</title>" + b"<table><tr><td>" * depth + b"206" + b"</td></tr></table>" * depth


POISONS: Mapping[str, Callable[[], bytes]] = {
    "50,000 pages.pdf": lambda: many_pages(50_000),
    "deflate bomb.pdf": lambda: deflate_bomb(4_000),
    "nested.pdf": lambda: nested(1_000_000),
    "table that names itself.pdf": circular_tables,
    "pages that hold themselves.pdf": circular_pages,
    "300,000 rules.pdf": lambda: long_operators(300_000),
    "kilometres wide.pdf": huge_page,
    "word bomb.docx": lambda: word_bomb(2_000),
    "a billion laughs.docx": entities,
    "100 MB.html": lambda: web_page(100),
    "nested.html": lambda: nested_page(100_000),
    "40 MB of one word.txt": lambda: TEXT.encode() + b"received " * 5_000_000,
    "cut short.pdf": lambda: many_pages(20)[:2_000],
}
"""Each by the name of its file."""


def main(folder: Path) -> None:
    """Write one of each."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, made in POISONS.items():
        (folder / name).write_bytes(made())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
