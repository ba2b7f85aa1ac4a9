"""Pictures of a Word document -> those that may be charts or tables."""

import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import NamedTuple

import numpy as np
from PIL import Image

from extract.office.ooxml import Element, attribute, descendants
from extract.pictured import is_drawn
from schemas import Picture, Place

_MOST = 50_000_000
"""Pixels: a larger picture is not opened."""
_SIDE = 300
"""Pixels along the longer side: enough to tell a chart from a photograph."""


class Pictured(NamedTuple):
    """A picture, and the words of the passage before it."""

    element: Element
    before: str


def drawn(pictured: Sequence[Pictured], image: Callable[[str], bytes]) -> Iterator[Picture]:
    """Those that are no photographs, nor the same in several places, as a logo is; each with its description or the words before it.

    `image` gives the bytes of a picture by the id of its relation.
    """
    times = Counter(_id(each.element) for each in pictured)
    for element, before in pictured:
        if times[_id(element)] == 1 and _is_drawn(image(_id(element))):
            yield Picture(Place(), _description(element) or before)


def _id(picture: Element) -> str:
    return next((attribute(blip, "embed") for blip in descendants(picture, "blip")), "")


def _description(picture: Element) -> str:
    shown = (attribute(found, "descr") for ancestor in picture.iterancestors() for found in ancestor if found.tag.endswith("}docPr"))
    return next(filter(None, shown), "")


def _is_drawn(data: bytes) -> bool:
    """Whether it is no photograph; what cannot be opened (a picture made of lines, a damaged one) may be anything."""
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(BytesIO(data)) as picture:  # Pillow warns of what is as large
            if picture.width * picture.height > _MOST:
                return True
            picture.draft("RGB", (_SIDE, _SIDE))
            small = picture.convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):  # what Pillow makes of pictures that it cannot open
        return True
    small.thumbnail((_SIDE, _SIDE))
    return is_drawn(np.asarray(small))
