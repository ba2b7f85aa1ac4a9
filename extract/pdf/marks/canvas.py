"""What pdfminer's interpreter draws a page on: marks as pdfplumber describes them, with what is asked of them later and no more.

Every number is worked out as pdfminer and pdfplumber do, in the same order, so that it is the same to the last digit.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTFigure, LTLayoutContainer
from pdfminer.pdfinterp import PDFGraphicState, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream
from pdfminer.utils import Matrix, PathSegment, Point, Rect, apply_matrix_pt, mult_matrix
from pdfplumber.page import Page as PdfPage

from extract.chars import Chars, Ink, middles, stand_within
from extract.pdf.marks.looks import matrix_to_way, to_ink
from extract.pdf.marks.operators import NotPlainError
from extract.pdf.marks.strings import Fonts, Look, Setting, Strings
from schemas import Box

Mark = dict[str, Any]


class Canvas(PDFLayoutAnalyzer):
    """`marks` by kind, without the characters: those drawn so far."""

    def __init__(self, page: PdfPage, fonts: Fonts) -> None:
        """`fonts` keeps the glyphs seen, for the next page."""
        super().__init__(page.pdf.rsrcmgr, page.page_number)
        self.marks: dict[str, list[Mark]] = defaultdict(list)
        self._page = page
        self._strings = Strings(fonts)
        self._figures: list[LTFigure] = []
        self._content: list[bool] = []
        self._filled: list[tuple[int, Box]] = []
        self._left, self._top = page.mediabox[:2]
        self._height = page.height

    def to_chars(self) -> Chars:
        """The characters drawn so far."""
        chars = self._strings.to_chars(self._left, self._top, self._height)
        if self._filled:
            x, y = middles(chars)
            covered = np.zeros(len(chars), bool)
            for count, area in self._filled:
                covered[:count] |= stand_within(x[:count], y[:count], area)
            chars["ink"][covered & (chars["ink"] == Ink.DARK)] = Ink.COVERED
        return chars

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """Nothing is kept of the page."""

    def end_page(self, page: PDFPage) -> None:
        """Nothing is worked out of the whole."""

    def begin_tag(self, tag: object, props: object = None) -> None:  # noqa: ARG002  pdfminer's
        """Content of whatever kind; `props` is true where it is of a layer that is switched off."""
        self._content.append(props is True)

    def end_tag(self) -> None:
        """Go on with what the content stands in."""
        if self._content:
            self._content.pop()

    @property
    def _is_off(self) -> bool:
        return True in self._content

    def begin_figure(self, name: str, bbox: Rect, matrix: Matrix) -> None:
        """What is drawn of a form or a picture is a mark of the page."""
        self._figures.append(LTFigure(name, bbox, mult_matrix(matrix, self.ctm)))

    def end_figure(self, _: str) -> None:
        """Go on with what the form or picture stands in."""
        self._figures.pop()

    def render_image(self, name: str, stream: PDFStream) -> None:  # noqa: ARG002  pdfminer's
        """A picture."""
        if not self._is_off:
            self._add("image", self._figures[-1].bbox)

    def paint_path(self, gstate: PDFGraphicState, stroke: bool, fill: bool, evenodd: bool, path: Sequence[PathSegment]) -> None:  # noqa: FBT001
        """A line or a rectangle; all else as pdfminer and pdfplumber describe it."""
        if self._is_off:
            return
        spots = [apply_matrix_pt(self.ctm, segment[1:]) for segment in path if len(segment) == 3]  # noqa: PLR2004  straight to a point
        kind = _kind("".join([segment[0] for segment in path]), spots)
        if kind:
            across, down = zip(*spots, strict=True)
            look = {"stroke": stroke, "fill": fill, "non_stroking_color": gstate.ncolor, "ncs": gstate.ncs.name}
            mark = self._add(kind, (min(across), min(down), max(across), max(down)), **look)
            if kind == "rect" and fill and self._strings.count:
                self._filled.append((self._strings.count, Box(mark["x0"], mark["top"], mark["x1"], mark["bottom"])))
            return
        held: LTLayoutContainer = LTLayoutContainer((0, 0, 0, 0))
        self.cur_item = held
        super().paint_path(gstate, stroke, fill, evenodd, path)
        for item in held:
            mark = {**self._page.process_object(item), "ncs": gstate.ncs.name}
            self.marks[mark["object_type"]].append(mark)

    def render_string(self, textstate: PDFTextState, seq: Iterable[float | bytes], _: object, gstate: PDFGraphicState) -> None:
        """The characters of a string; afterwards the text state knows where the next string begins."""
        font, size, scaling = textstate.font, textstate.fontsize, textstate.scaling * 0.01
        if font is None or font.is_vertical() or not isinstance(font.fontname, str):
            raise NotPlainError
        a, b, c, d, *_ = matrix = mult_matrix(textstate.matrix, self.ctm)
        low = font.get_descent() * size + textstate.rise
        upright = a * d * textstate.scaling > 0 and b * c <= 0
        ink = Ink.OFF if self._is_off else to_ink(gstate.ncolor, gstate.ncs.name, textstate.render)
        look = Look(matrix, low, low + size, font.fontname, upright, matrix_to_way(matrix), ink)
        wordspace = 0.0 if font.is_multibyte() else textstate.wordspace * scaling
        setting = Setting(font, size, scaling, textstate.charspace * scaling, wordspace)
        textstate.linematrix = (self._strings.show(seq, setting, look, textstate.linematrix[0]), 0)

    def _add(self, kind: str, bounds: Rect, **look: object) -> Mark:
        x0, y0, x1, y1 = bounds
        across = {"x0": x0 + self._left, "x1": x1 + self._left, "width": x1 - x0}
        down = {"top": self._height - y1 + self._top, "bottom": self._height - y0 + self._top, "height": y1 - y0}
        self.marks[kind].append({**across, **down, **look})
        return self.marks[kind][-1]


def _kind(operators: str, spots: Sequence[Point]) -> str:
    """What a path is, where that is plain."""
    if operators in {"ml", "mlh"}:
        return "line"
    if operators != "mlllh" or spots[3] == spots[0]:
        return ""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = spots
    is_square = (y0 == y1 and x1 == x2 and y2 == y3 and x3 == x0) or (x0 == x1 and y1 == y2 and x2 == x3 and y3 == y0)
    return "rect" if is_square else ""
