"""The library that recognises text in pictures (RapidOCR): where lines of text stand, and which characters a line has.

It is an optional part of upheld. Its models lie in its package; nothing is fetched.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from itertools import chain, pairwise
from math import ceil
from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.scan.picture import Pixels

Quad = NDArray[np.float32]
"""The corners of a line of text in pixels: upper left, upper right, lower right, lower left, as the text runs."""

_THREADS = 2
"""The same on every machine: sums in another order might tip a character."""
_STRIP = 1_100_000
"""Pixels: a picture is searched for lines in strips of this size, as the search holds 160 bytes for each that it sees, 600 MB a page."""
_BEYOND = 128
"""Pixels seen beyond the seams of a strip, so that a line there is found as if there were none."""
_STEP = 32
"""Pixels: the height of what is searched is a multiple of it."""


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
    return RapidOCR(params={"Global.log_level": "critical", "Global.return_word_box": True, **threads})


def find_lines(pixels: Pixels) -> list[Quad]:
    """Where lines of text stand."""
    search = _engine()._load_det_model()  # noqa: SLF001 - searched as a whole, as the library does, a page takes too much memory
    prepare = search.get_preprocess()
    picture = prepare.resize(pixels)
    seams = _seams(*picture.shape[:2])

    def see(top: int, bottom: int) -> NDArray[np.float32]:
        above = max(0, top - _BEYOND)
        strip = prepare.permute(prepare.normalize(_coloured(picture[above : bottom + _BEYOND]))).astype(np.float32)
        return np.asarray(search.session(strip[np.newaxis])[:, :, top - above : bottom - above], np.float32)

    quads, _ = search.postprocess_op(np.concatenate([see(*strip) for strip in pairwise(seams)], axis=2), pixels.shape)
    return list(search.sorted_boxes(quads))


def _seams(high: int, wide: int) -> list[int]:
    """Where the strips of a picture begin and end."""
    strips = min(ceil(high * wide / _STRIP), high // _STEP)
    return [high * strip // strips // _STEP * _STEP for strip in range(strips + 1)]


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
