"""PDFs written by hand, object by object, so that a test can say what stands in them: boxes, turns, a byte that is wrong."""

import zlib
from collections.abc import Sequence
from pathlib import Path

from schemas import Box

Corners = tuple[float, float, float, float]
TEXT = "Annual complaints report for one year, in which every complaint was read."


def sentence(text: str = TEXT, x: float = 50, y: float = 200) -> bytes:
    """A line of text; x and y in points from the lower left."""
    return f"BT /F1 9 Tf {x:g} {y:g} Td ({text}) Tj ET\n".encode()


def table(rows: Sequence[Sequence[str]], x: float = 50, y: float = 200) -> bytes:
    """A ruled table; x and y are its upper left corner in points from the lower left."""
    drawn = b""
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            left, low = x + 60 * c, y - 20 * (r + 1)
            drawn += f"{left:g} {low:g} 60 20 re S\n".encode() + sentence(text, left + 3, low + 6)
    return drawn


def stream(content: bytes, attributes: str = "") -> bytes:
    """A compressed stream."""
    return _packed(zlib.compress(content), attributes)


def misread_stream(content: bytes, attributes: str = "") -> bytes:
    """A compressed stream that does not fit the checksum at its end."""
    packed = zlib.compress(content)
    return _packed(packed[:-1] + bytes([packed[-1] ^ 1]), attributes)


def broken_stream(content: bytes) -> bytes:
    """A compressed stream of which nothing behind its first half can be unpacked."""
    packing = zlib.compressobj()
    first = packing.compress(content[: len(content) // 2]) + packing.flush(zlib.Z_FULL_FLUSH)
    return _packed(first + b"\x07" + packing.compress(content[len(content) // 2 :]) + packing.flush())  # 7: a kind of block that is none


def _packed(packed: bytes, attributes: str = "") -> bytes:
    return b"<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (attributes.encode(), len(packed), packed)


def write_pdf(  # noqa: PLR0913 - what a test may say of a file
    path: Path,
    streams: Sequence[bytes],
    page: str = "/MediaBox [0 0 400 300]",
    inherited: str = "",
    *,
    forms: Sequence[bytes] = (),
    catalog: str = "",
) -> Path:
    """A PDF with a page for each content stream; `inherited` is said once, above all pages; forms, named X0, X1 ..., follow the pages."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(streams)))
    named = " ".join(f"/X{n} {4 + 2 * len(streams) + n} 0 R" for n in range(len(forms)))
    shared = f"{inherited} /Resources << /Font << /F1 3 0 R >> /XObject << {named} >> >>"
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} {shared} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for n, content in enumerate(streams):
        objects += [f"<< /Type /Page /Parent 2 0 R /Contents {5 + 2 * n} 0 R {page} >>".encode(), content]
    path.write_bytes(_numbered([*objects, *forms]))
    return path


def _numbered(objects: Sequence[bytes]) -> bytes:
    """The objects with the table that says where each begins."""
    file, starts = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        starts.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table_at = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % start for start in starts)
    return file + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table_at)


def as_written(box: Box, crop: Corners, turn: int) -> Corners:
    """Left, bottom, right and top of a box of the page as displayed, in points of the page as written, as PDFium counts."""
    left, low, right, high = crop
    corners = {
        0: (left + box.x0, high - box.bottom, left + box.x1, high - box.top),
        90: (left + box.top, low + box.x0, left + box.bottom, low + box.x1),
        180: (right - box.x1, low + box.top, right - box.x0, low + box.bottom),
        270: (right - box.bottom, high - box.x1, right - box.top, high - box.x0),
    }
    return corners[turn]
