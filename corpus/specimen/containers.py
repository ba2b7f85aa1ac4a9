"""The kinds of file a report is published as."""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from random import Random
from typing import NamedTuple

import pypdfium2
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from corpus.specimen import html, page, renditions, word
from corpus.specimen.blocks import Block
from corpus.specimen.looks import Look

ACCENTS = ("#1f4e79", "#5b2d8b", "#00665e", "#111111", "#8a1538")
DOTS = 130 / 72  # of a scanner, per point


class Container(NamedTuple):
    """How blocks become a file, how its name ends, and whether it holds charts as data."""

    draw: Callable[[Sequence[Block], Look, Random], bytes]
    ending: str
    charts: bool = False


def pdf(blocks: Sequence[Block], look: Look, random: Random) -> bytes:
    """Pages with text."""
    return page.draw(blocks, look, random.choice(ACCENTS))


def raster(blocks: Sequence[Block], look: Look, random: Random) -> bytes:
    """The same pages as pictures, as a scanner makes them."""
    stream = BytesIO()
    canvas = Canvas(stream, invariant=1, pageCompression=1)
    with pypdfium2.PdfDocument(pdf(blocks, look, random)) as printed:
        for sheet in printed:
            picture = sheet.render(scale=DOTS, grayscale=True).to_pil()
            canvas.setPageSize(sheet.get_size())
            canvas.drawImage(ImageReader(picture), 0, 0, *sheet.get_size())
            canvas.showPage()
    canvas.save()
    return stream.getvalue()


def text(blocks: Sequence[Block], look: Look, random: Random) -> bytes:
    """A text rendition."""
    return renditions.draw(blocks, look, barred=random.random() < 0.4 and not look.cut)  # noqa: PLR2004


def docx(blocks: Sequence[Block], look: Look, _: Random) -> bytes:
    """A Word document."""
    return word.draw(blocks, look)


CONTAINERS: Mapping[str, Container] = {
    "pdf": Container(pdf, "pdf"),
    "docx": Container(docx, "docx", charts=True),
    "html": Container(html.draw, "html"),
    "text": Container(text, "txt"),
    "raster": Container(raster, "pdf"),
}
