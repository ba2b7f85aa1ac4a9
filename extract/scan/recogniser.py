"""The library that recognises text in pictures (RapidOCR): where lines of text stand, and which characters a line has.

It is an optional part of upheld. Its models lie in its package; nothing is fetched.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from itertools import chain
from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.scan.picture import Pixels

Quad = NDArray[np.float32]
"""The corners of a line of text in pixels: upper left, upper right, lower right, lower left, as the text runs."""

_THREADS = 2
"""The same on every machine: sums in another order might tip a character."""
_LARGEST = 4000
"""Pixels: a picture is searched in its own size; the library would halve a page.

And as a whole: the model weighs each place by means over all that it sees, so strips lose figures; so does three quarters of the size.
"""


class Glyph(NamedTuple):
    """A character, how certain it is (0..1), and where its middle stands, as a share of the width of its line."""

    text: str
    certain: float
    at: float


def is_installed() -> bool:
    """Whether text in pictures can be recognised."""
    return all(map(find_spec, ("rapidocr", "onnxruntime")))


@cache
def _engine() -> Any:  # noqa: ANN401 - the library is not there for those who do without it
    from rapidocr import RapidOCR

    threads = {"EngineConfig.onnxruntime.intra_op_num_threads": _THREADS, "EngineConfig.onnxruntime.inter_op_num_threads": 1}
    sizes = {"Global.max_side_len": _LARGEST, "Global.use_vertical_padding": False}
    return RapidOCR(params={"Global.log_level": "critical", "Global.use_cls": False, "Global.return_word_box": True, **sizes, **threads})


def find_lines(pixels: Pixels) -> list[Quad]:
    """Where lines of text stand."""
    found = _engine()(_coloured(pixels), use_det=True, use_cls=False, use_rec=False)
    return [] if found.boxes is None else list(found.boxes)


def recognise(crops: Sequence[Pixels]) -> list[list[list[Glyph]]]:
    """The words of each picture of a line, left to right."""
    if not crops:
        return []
    found = _engine().recognize_txt([_coloured(crop) for crop in crops])
    return [list(_words(text, info)) for text, info in zip(found.txts, found.word_results, strict=True)]


def _words(text: str, info: Any) -> Iterator[list[Glyph]]:  # noqa: ANN401 - likewise
    """The library's own words are cut at wide letters too: those of the text are taken."""
    columns = chain.from_iterable(info.word_cols)
    certain = (sure for char, sure in zip(text, info.confs, strict=False) if not char.isspace())
    for word in text.split():
        yield [Glyph(char, next(certain), (next(columns) + 0.5) / info.line_txt_len) for char in word]


def _coloured(pixels: Pixels) -> NDArray[np.uint8]:
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_GRAY2BGR), np.uint8)
