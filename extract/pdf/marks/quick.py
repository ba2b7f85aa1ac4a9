"""pdfplumber's page, drawn the quick way: the same marks, by a fast parser and without an object for each of them in between.

What pdfminer's interpreter makes of operators, fonts and forms stays; a page that is not plain is drawn as pdfplumber does.
"""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any

from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdftypes import resolve1, stream_value
from pdfminer.psparser import LIT, literal_name
from pdfplumber.page import Page as PdfPage

from extract.chars import Char, Chars, to_chars
from extract.pdf.marks.canvas import Canvas
from extract.pdf.marks.layers import Layers, is_off
from extract.pdf.marks.looks import matrix_to_way, to_ink
from extract.pdf.marks.operators import stream_to_operators
from extract.pdf.marks.strings import Fonts

_LAYER = LIT("OC")
_SAID = itemgetter("text", "x0", "top", "x1", "bottom", "size", "fontname", "upright")
"""What is asked of a character as pdfplumber describes it."""


class QuickPage(PdfPage):
    """A page of pdfplumber's whose marks are found fast."""

    def __init__(self, page: PdfPage, fonts: Fonts, off: Layers) -> None:
        """`fonts` is shared by the pages of a file, `off` are its layers that are switched off."""
        super().__init__(page.pdf, page.page_obj, page.page_number, page.initial_doctop)
        self._fonts, self._off = fonts, off
        self.drawn: Chars | None = None

    def parse_objects(self) -> dict[str, list[dict[str, Any]]]:
        """The marks by kind; the characters of a page that is plain are `drawn`."""
        canvas = Canvas(self, self._fonts)
        try:
            _Interpreter(self.pdf.rsrcmgr, canvas, self._off).process_page(self.page_obj)
        except Exception:  # noqa: BLE001  whatever pdfminer makes of a page that is not plain, it makes itself
            return super().parse_objects()
        self.drawn = canvas.to_chars()
        return dict(canvas.marks)


def page_to_chars(page: PdfPage) -> Chars:
    """The characters of a page, as it draws them."""
    described = page.chars  # which draws the page
    drawn = page.drawn if isinstance(page, QuickPage) else None
    return to_chars(map(_row, described)) if drawn is None else drawn


def _row(char: dict[str, Any]) -> Char:
    return (*_SAID(char), matrix_to_way(char["matrix"]), to_ink(char["non_stroking_color"], char["ncs"]))


class _Interpreter(PDFPageInterpreter):
    """pdfminer's, with operators and operands from a fast parser, that knows layers."""

    def __init__(self, rsrcmgr: PDFResourceManager, device: PDFDevice, off: Layers) -> None:
        super().__init__(rsrcmgr, device)
        self._off = off

    def subinterp(self) -> "_Interpreter":
        """One for a form within."""
        return _Interpreter(self.rsrcmgr, self.device, self._off)

    def execute(self, streams: Sequence[object]) -> None:
        """Do what the streams say; not of one that is being done already: a form that draws itself."""
        held = [stream for stream in map(stream_value, streams) if stream.objid not in {None, *self.parent_stream_ids}]
        self.stream_ids = {stream.objid for stream in held if stream.objid is not None}
        known: dict[bytes, tuple[Callable[..., None] | None, int]] = {}
        for operator in stream_to_operators(b"\n".join(stream.get_data() for stream in held), self.argstack):
            if operator not in known:
                known[operator] = self._method(operator.decode())
            method, count = known[operator]
            if method is not None:
                operands = self.pop(count) if count else []
                if len(operands) == count:
                    method(*operands)

    def pop(self, n: int) -> list[Any]:
        """The last operands, taken off the stack (in its place: the parser goes on pushing to it)."""
        if not n:
            return []
        operands = self.argstack[-n:]
        del self.argstack[-n:]
        return operands

    def _method(self, operator: str) -> tuple[Callable[..., None] | None, int]:
        """What pdfminer does at an operator, and how many operands that takes."""
        method = getattr(self, "do_" + operator.replace("*", "_a").replace('"', "_w").replace("'", "_q"), None)
        return method, method.__code__.co_argcount - 1 if method else 0

    def do_TJ(self, seq: Any) -> None:  # noqa: N802, ANN401  pdfminer's name for the operator
        """Show a string, without a copy of the graphics state for each."""
        if self.textstate.font is not None:
            self.device.render_string(self.textstate, seq, self.graphicstate.ncs, self.graphicstate)

    def do_BDC(self, tag: Any, props: object) -> None:  # noqa: ANN401, N802
        """Begin content that is marked: as that of a layer it may not be shown."""
        named = resolve1(self.resources.get("Properties")) if self._off else None
        layer = named.get(literal_name(props)) if isinstance(named, dict) and tag is _LAYER else None
        self.device.begin_tag(tag, is_off(layer, self._off))

    def do_Do(self, xobjid_arg: Any) -> None:  # noqa: ANN401, N802
        """Draw a form or a picture, which may be of a layer itself."""
        drawn = self.xobjmap.get(literal_name(xobjid_arg)) if self._off else None
        self.device.begin_tag(_LAYER, is_off(stream_value(drawn).get("OC"), self._off) if drawn else False)
        super().do_Do(xobjid_arg)
        self.device.end_tag()
