"""Objects -> a PDF, byte by byte, so that anything may be wrong in it."""

from collections.abc import Mapping


def objects_to_pdf(objects: Mapping[int, bytes], trailer: bytes | None = None) -> bytes:
    """The objects by their numbers as a file, with the table of where each begins; without a trailer of one's own the first is the root."""
    written, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        places[number] = len(written)
        written += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    size = max(places, default=0) + 1
    table = b"".join(b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n" for n in range(size))
    end = b"trailer<</Size %d/Root 1 0 R>>\n" % size if trailer is None else trailer
    return bytes(written) + b"xref\n0 %d\n" % size + table + end + b"startxref\n%d\n%%%%EOF\n" % len(written)
