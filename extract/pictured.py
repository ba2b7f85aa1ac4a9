"""Which pictures among the text may be charts or tables: nothing reads what they print, so a report's reader is to be told of them."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

_LONGER, _SHORTER = 108.0, 72.0
"""Points of its sides: a smaller picture is a logo or a sign."""
_BANNER = 4.0
"""Width to height from which a picture is shaped like a heading."""
_SHADES = 16
"""Of 256: colours that differ by less are one, as a JPEG blurs them."""
_GROUND = 0.4
"""Share of a picture that one colour fills where it is the ground of something drawn; photographs have a quarter of one at the most."""


def is_banner(wide: float, high: float) -> bool:
    """Whether a picture is shaped like a heading."""
    return wide > _BANNER * high


def is_large(wide: float, high: float) -> bool:
    """Whether a picture of so many points, which is no heading, has room for a chart or a table."""
    return max(wide, high) >= _LONGER and min(wide, high) >= _SHORTER and not is_banner(wide, high)


def is_drawn(pixels: NDArray[Any]) -> bool:
    """Whether a picture is drawn and no photograph; `pixels` are bytes of shape (height, width, 3)."""
    red, green, blue = np.moveaxis(pixels.astype(np.uint32) // _SHADES, -1, 0)
    return bool(np.bincount(((red * _SHADES + green) * _SHADES + blue).ravel()).max(initial=0) >= _GROUND * red.size)
