"""Pages of PDF reports -> pictures of what matters in them. PDFium may hang or end its process, so it draws in processes of its own."""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import TimeoutError as TookTooLong
from contextlib import closing, suppress
from io import BytesIO
from itertools import islice
from math import floor
from os import cpu_count
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from pebble import ProcessExpired, ProcessPool
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
BUDGET = 28_000_000
"""Bytes of all pictures, a third more when written as text: a page of 1,000 findings stays under 50 MB, of 2,000 reports under 100."""
USUAL = 20_000
"""Bytes of a small picture: as many pages as fit the budget at this size are drawn."""
MARGIN = 6.0
"""Points left around what is printed when a picture's blank margins go."""
PAGE_TIME = 20.0
"""Seconds for a page, after which its report has no pictures."""


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


def crops_to_pictures(paths: Mapping[str, Path], crops: Mapping[Leaf, Box], budget: int = BUDGET) -> dict[Leaf, Picture]:
    """The pictures of as many pages as the budget has room for, in the order of `crops`; `paths` are the reports' files, by report_id."""
    asked = list(islice((leaf for leaf in crops if leaf.report_id in paths), max(1, budget // USUAL)))
    of_report: dict[str, dict[int, Box]] = {}
    for leaf in asked:
        of_report.setdefault(leaf.report_id, {})[leaf.page] = crops[leaf]
    drawn = {Leaf(report_id, page): picture for report_id, pictures in draw_all(paths, of_report) for page, picture in pictures.items()}
    return dict(affordable(((leaf, drawn[leaf]) for leaf in asked if leaf in drawn), budget))


def draw_all(paths: Mapping[str, Path], crops: Mapping[str, Mapping[int, Box]]) -> Iterator[tuple[str, dict[int, Picture]]]:
    """The pictures of each report that can be drawn, a process a report: its file is opened once."""
    with ProcessPool(max_workers=cpu_count() or 1) as pool:
        waiting = {
            report_id: pool.schedule(draw_pages, args=(paths[report_id], pages), timeout=PAGE_TIME * len(pages))
            for report_id, pages in crops.items()
        }
        for report_id, drawing in waiting.items():
            with suppress(pypdfium2.PdfiumError, ProcessExpired, TookTooLong, OSError, ValueError):
                yield report_id, drawing.result()


def affordable(pictures: Iterable[tuple[Leaf, Picture]], budget: int) -> Iterator[tuple[Leaf, Picture]]:
    """The pictures up to the first for which there is no room."""
    for leaf, picture in pictures:
        budget -= len(picture.content)
        if budget < 0:
            return
        yield leaf, picture
