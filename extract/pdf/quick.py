"""pdfplumber's page, drawn the quick way: the same marks, by a fast parser and without an object for each of them in between.

What pdfminer's interpreter makes of operators, fonts and forms stays; a page that is not plain is drawn as pdfplumber does.
"""

from collections.abc import Callable, Sequence
from copy import copy
from typing import Any

from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFPageInterpreter, PDFTextState
from pdfminer.pdftypes import stream_value
from pdfplumber.page import Page as PdfPage

from extract.pdf.canvas import Canvas, Glyphs
from extract.pdf.operators import stream_to_operators

Fonts = dict[PDFFont, Glyphs]


class QuickPage(PdfPage):
    """A page of pdfplumber's whose marks are found fast."""

    def __init__(self, page: PdfPage, fonts: Fonts) -> None:
        """`fonts` is shared by the pages of a file."""
        super().__init__(page.pdf, page.page_obj, page.page_number, page.initial_doctop)
        self._fonts = fonts

    def parse_objects(self) -> dict[str, list[dict[str, Any]]]:
        """The marks by kind."""
        canvas = Canvas(self, self._fonts)
        try:
            _Interpreter(self.pdf.rsrcmgr, canvas).process_page(self.page_obj)
        except Exception:  # noqa: BLE001  whatever pdfminer makes of a page that is not plain, it makes itself
            return super().parse_objects()
        return dict(canvas.marks)


class _Interpreter(PDFPageInterpreter):
    """pdfminer's, with operators and operands from a fast parser."""

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
                operands = self.pop(count)
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

    def get_current_state(self) -> tuple[Any, PDFTextState, Any]:
        """What is saved, copied without being made anew."""
        return self.ctm, copy(self.textstate), copy(self.graphicstate)
