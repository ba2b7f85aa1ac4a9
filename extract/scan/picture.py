"""A page of a scan as a picture: grey pixels, turned upright and level, and where each of its points stands on the page."""

from dataclasses import dataclass, replace

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray

from extract.marks import Turn

Pixels = NDArray[np.uint8]
"""Rows of grey values; 0 is black."""

_DOTS = 200 / 72
"""Pixels a point."""
_LARGEST = 3400
"""Pixels of the longer side: a poster is read coarser, so that it takes the room of a page."""
_SMALL = 1200
"""Pixels of the longer side of the picture that the skew is measured on."""
_STEP, _STEPS = 0.05, 14
"""Degrees between two angles tried, and how many to both sides: the corners of lines tell the skew to half a degree."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Grey pixels, `scale` of them a point, and the matrix that leads from a pixel back to one of the page as displayed."""

    pixels: Pixels
    scale: float
    back: NDArray[np.float64]

    @property
    def turn(self) -> Turn | None:
        """Where its points stand on the page; None where the page was upright and level."""
        if np.allclose(self.back, np.eye(3)):
            return None
        (a, b, c), (d, e, f) = self.back[:2].tolist()
        return Turn(a, b, c / self.scale, d, e, f / self.scale)


def page_to_picture(page: pypdfium2.PdfPage) -> Picture:
    """The page as displayed."""
    scale = min(_DOTS, _LARGEST / max(page.get_size()))
    return Picture(page.render(scale=scale, grayscale=True).to_numpy().copy(), scale, np.eye(3))


def turned(picture: Picture, quarters: int) -> Picture:
    """The picture turned clockwise by quarters."""
    for _ in range(quarters):
        back = picture.back @ np.array([[0.0, 1.0, 0.0], [-1.0, 0.0, len(picture.pixels) - 1.0], [0.0, 0.0, 1.0]])
        picture = replace(picture, pixels=np.ascontiguousarray(np.rot90(picture.pixels, -1)), back=back)
    return picture


def skew_near(picture: Picture, about: float) -> float:
    """Degrees by which its lines fall to the right, near a first guess: the angle at which the rows differ most in darkness."""
    share = _SMALL / max(picture.pixels.shape)
    pixels = cv2.resize(picture.pixels, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
    small = Picture(np.asarray(pixels, np.uint8), 1.0, np.eye(3))
    angles = [about + step * _STEP for step in range(-_STEPS, _STEPS + 1)]
    return max(angles, key=lambda angle: float(np.square(np.diff(levelled(small, angle).pixels.mean(axis=1))).sum()))


def levelled(picture: Picture, skew: float) -> Picture:
    """The picture turned back by so many degrees, by which its lines fall to the right; it keeps its size."""
    high, wide = picture.pixels.shape
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), skew, 1.0)
    paper = float(np.median(picture.pixels))
    pixels = cv2.warpAffine(picture.pixels, matrix, (wide, high), flags=cv2.INTER_CUBIC, borderValue=paper)
    back = picture.back @ np.linalg.inv(np.vstack([matrix, [0.0, 0.0, 1.0]]))
    return replace(picture, pixels=pixels.astype(np.uint8), back=back)
