"""Pages of a PDF report -> pictures of what matters in them. PDFium may hang or end its process: whoever calls it sees to that."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from io import BytesIO
from math import floor
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageOps

from publish.audit.crops import Leaf
from schemas import Box

SCALE = 2.0
"""Pixels a point: 144 to the inch, at which small print is legible and a table takes some 30 kB."""
WIDEST = 1800
"""Pixels: a poster is drawn smaller."""
COLOURS = 32
"""Of a picture: print and the flat tints of tables need no more, and such a picture takes half the room of one with all colours."""
PHOTOGRAPH = 0.2
"""Bytes a pixel from which a picture is no print but a scan or a photograph, for which all colours, less exact, take less room."""
SMALL = 20_000
"""Bytes of a small picture: as many pages as would fit at this size are worth drawing."""
MOST = 28_000_000
"""Bytes of all pictures, a third more when written as text: a page of 1,000 findings stays under 50 MB."""
LARGEST = 90_000_000
"""Bytes of the page without its ledgers: with them it stays under 100 MB, which a browser still opens."""
TOLD = 2_400
"""Bytes in which a finding is told, on average."""
MARGIN = 6.0
"""Points left around what is printed when a picture's blank margins go."""


class Picture(NamedTuple):
    """A WebP picture and what of its page it shows."""

    content: bytes
    box: Box


def draw_pages(path: Path, crops: Mapping[int, Box]) -> dict[int, Picture]:
    """The pictures of a report's pages. Raises `pypdfium2.PdfiumError` if the file or a page of it cannot be opened."""
    with closing(pypdfium2.PdfDocument(path)) as document:
        return {page: draw_page(document[page - 1], crop) for page, crop in crops.items() if page <= len(document)}


def draw_page(page: pypdfium2.PdfPage, crop: Box) -> Picture:
    """A part of a page, without its blank margins."""
    width, height = page.get_size()
    box = Box(floor(max(crop.x0, 0)), floor(max(crop.top, 0)), min(crop.x1, width), min(crop.bottom, height))
    scale = min(SCALE, WIDEST / width)
    bitmap = page.render(scale=scale, crop=(box.x0, height - box.bottom, width - box.x1, box.top))
    return trim(bitmap.to_pil().convert("RGB"), box, scale)


def trim(image: Image.Image, box: Box, scale: float) -> Picture:
    """A picture of a part of a page, its blank margins cut off."""
    ink = ImageOps.invert(image.convert("L")).getbbox() or (0, 0, *image.size)
    pad = round(MARGIN * scale)
    left, top, right, bottom = max(ink[0] - pad, 0), max(ink[1] - pad, 0), min(ink[2] + pad, image.width), min(ink[3] + pad, image.height)
    shown = Box(box.x0 + left / scale, box.top + top / scale, box.x0 + right / scale, box.top + bottom / scale)
    return Picture(image_to_webp(image.crop((left, top, right, bottom))), shown)


def image_to_webp(image: Image.Image) -> bytes:
    """The picture in as few bytes as it can do with."""
    print_ = saved(image.quantize(COLOURS, dither=Image.Dither.NONE).convert("RGB"), lossless=True)
    return print_ if len(print_) < PHOTOGRAPH * image.width * image.height else min(print_, saved(image, lossless=False), key=len)


def saved(image: Image.Image, *, lossless: bool) -> bytes:
    """The picture as WebP."""
    target = BytesIO()
    image.save(target, "webp", lossless=lossless, quality=50, method=4)
    return target.getvalue()


def findings_to_budget(findings: int) -> int:
    """The bytes that are left for pictures on a page of so many findings."""
    return max(0, min(MOST, (LARGEST - TOLD * findings) * 3 // 4))


def affordable(pictures: Iterable[tuple[Leaf, Picture]], budget: int) -> Iterator[tuple[Leaf, Picture]]:
    """The pictures up to the first for which there is no room."""
    for leaf, picture in pictures:
        budget -= len(picture.content)
        if budget < 0:
            return
        yield leaf, picture
