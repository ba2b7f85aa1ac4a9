"""A PDF that cannot be opened, mostly because its end is missing -> one of the pages of which nothing is missing."""

import re
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import pairwise, zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2

_OBJECT = re.compile(rb"(?<!\d)(\d{1,9})\s+\d{1,5}\s+obj\b")
_END = b"endobj"
_STREAM = re.compile(rb"\bstream\r?\n")
_REFERENCE = re.compile(rb"(?<!\d)(\d{1,9})\s+\d{1,5}\s+R\b")
_PAGE = re.compile(rb"/Type\s*/Page\b")
_PACKED = re.compile(rb"/Type\s*/ObjStm\b")
_COUNTS = re.compile(rb"(?:\s*+\d{1,9}+(?!\d))*+\s*+")
_MOST = 10_000_000
"""Bytes that a stream of objects unpacks to: those of real files have 70,000 at the most, and one that has more may never end."""
_FIRST = re.compile(rb"/First\s+(\d{1,9})")
_PARENT = re.compile(rb"/Parent\s+(\d{1,9})\s+\d+\s+R\b")
_LINKS = re.compile(rb"/(?:Annots|B)\s*(?:\[[^\]]*\]|\d+\s+\d+\s+R\b)")
"""What of a page leads to others."""
_TREE = re.compile(rb"/Kids\s*(?:\[[^\]]*\]|\d+\s+\d+\s+R\b)|/Count\s+\d+|/Type\s*/Pages\b|/Parent\s+\d+\s+\d+\s+R\b")
"""What of a node above pages is no word about them."""

Objects = Mapping[int, bytes]
"""What stands between `obj` and `endobj`, by number."""


@contextmanager
def rescued(path: Path) -> Iterator[Path | None]:
    """A PDF of the same name that can be opened, gone afterwards; None where no page is whole, or the file is encrypted."""
    content = path.read_bytes()
    if b"/Encrypt" in content:
        yield None
        return
    with TemporaryDirectory() as folder:
        copy = Path(folder, path.name)
        yield copy if _saved(content, copy) or _saved(_rebuilt(_objects(content)), copy) else None


def _saved(content: bytes, copy: Path) -> bool:
    """Whether PDFium, which can do without a list of the objects, finds pages and writes them anew."""
    with suppress(pypdfium2.PdfiumError), pypdfium2.PdfDocument(content) as pdf:
        pdf.save(copy)
        return len(pdf) > 0
    return False


def _objects(content: bytes) -> Objects:
    """The objects that are whole; the last of each number counts, and none that is packed in a stream goes before one that is not."""
    starts = list(_OBJECT.finditer(content))
    found: dict[int, bytes] = {}
    packed: dict[int, bytes] = {}
    for at, behind in zip_longest(starts, starts[1:]):
        body, end, _ = content[at.end() : behind.start() if behind else None].rpartition(_END)
        if end:
            found[int(at[1])] = body
            packed |= _unpacked(body)
    return packed | found


def _unpacked(body: bytes) -> Objects:
    """The objects in a stream of objects; none of anything else."""
    head, *streams = _STREAM.split(body, maxsplit=1)
    first = _FIRST.search(head)
    if not first or not streams or not _PACKED.search(head) or b"/FlateDecode" not in head:
        return {}
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(streams[0], _MOST)
    except zlib.error:
        return {}
    start = int(first[1])
    if unpacking.unconsumed_tail or not _COUNTS.fullmatch(content[:start]):
        return {}
    numbers = [int(number) for number in content[:start].split()]
    bounds = [*(start + at for at in numbers[1::2]), len(content)]
    return {number: content[low:high] for number, (low, high) in zip(numbers[::2], pairwise(bounds), strict=False)}


def _rebuilt(objects: Objects) -> bytes:
    """The objects, with a new tree of the pages of which nothing is missing, each below what it inherits."""
    pages = [number for number, body in objects.items() if _PAGE.search(_head(body)) and _is_whole(number, objects)]
    root = max(objects, default=0) + 1
    made = dict(objects)
    for node, page in enumerate(pages, root + 1):
        made[node] = b"<<%b/Type/Pages/Parent %d 0 R/Count 1/Kids[%d 0 R]>>" % (_inherited(page, objects), root, page)
        made[page] = _PARENT.sub(b"/Parent %d 0 R" % node, objects[page], count=1)
    kids = b" ".join(b"%d 0 R" % node for node in range(root + 1, root + 1 + len(pages)))
    made[root] = b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(pages), kids)
    made[max(made) + 1] = b"<</Type/Catalog/Pages %d 0 R>>" % root
    written = b"".join(b"%d 0 obj\n%b\nendobj\n" % numbered for numbered in made.items())
    return b"%%PDF-1.7\n%btrailer\n<</Root %d 0 R/Size %d>>\n%%%%EOF\n" % (written, max(made), max(made) + 1)


def _inherited(page: int, objects: Objects) -> bytes:
    """What the nodes above a page say of it, the nearest last, which wins."""
    said: dict[int, bytes] = {page: b""}
    while (parent := _PARENT.search(_head(objects[page]))) and int(parent[1]) in objects.keys() - said.keys():
        page = int(parent[1])
        said[page] = _TREE.sub(b"", _head(objects[page])).strip()[2:-2]
    return b" ".join(reversed(said.values()))


def _is_whole(page: int, objects: Objects) -> bool:
    """Whether all is there that the page needs: its text, its fonts, its forms and theirs."""
    seen: set[int] = set()
    asked = [page, *map(int, _REFERENCE.findall(_inherited(page, objects)))]
    while asked:
        number = asked.pop()
        if number not in objects:
            return False
        if number in seen:
            continue
        seen.add(number)
        head = _LINKS.sub(b"", _PARENT.sub(b"", _head(objects[number])))
        asked += [] if number != page and _PAGE.search(head) else map(int, _REFERENCE.findall(head))
    return True


def _head(body: bytes) -> bytes:
    """An object without its stream."""
    return _STREAM.split(body, maxsplit=1)[0]
