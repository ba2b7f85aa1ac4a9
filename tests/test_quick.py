"""A page drawn the quick way: the same Document as by pdfplumber alone, and its parser beside pdfminer's."""

from pathlib import Path
from typing import Any

import pytest
from drawing import REPORTS
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import PSKeyword

import extract
from extract import pdf
from extract.pdf.marks.operators import stream_to_operators

CORPUS = Path(__file__).parents[1] / "corpus" / "reports"
WILD = REPORTS.parent / "wild" / "reports"
HANDED = REPORTS.parent / "pdfs"
TURNED = CORPUS / "comparative-rotated.pdf"


@pytest.mark.parametrize(
    ("path", "page"),
    [
        (REPORTS / "brent-2019-20.pdf", 5),
        (REPORTS / "rbkc-2019-20.pdf", 8),
        (WILD / "east-sussex-2024-25.pdf", 4),
        (WILD / "maidstone-2013-14-q2.pdf", 1),
        (CORPUS / "dashboard-ligatures.pdf", 1),
        (TURNED, 2),
        *((path, 1) for path in sorted((HANDED / "plumber").glob("*.pdf"))[::9]),
        *((path, 1) for path in sorted((HANDED / "camelot").glob("*.pdf"))[::9]),
    ],
    ids=str,
)
def test_a_page_drawn_the_quick_way_says_what_pdfplumber_says(path: Path, page: int) -> None:
    assert pdf.read(path, {page}) == pdf.read(path, {page}, quick=False)


def test_a_report_whose_page_texts_are_known_says_the_same() -> None:
    texts = extract.page_texts(TURNED)
    assert extract.read(TURNED, texts=texts) == extract.read(TURNED)
    unread = extract.read(TURNED, {2}, [f"{text} {'and what only another reader sees' * 99}" for text in texts])
    assert [gap.reason[:23] for gap in unread.gaps] == ["page 2 is damaged: only"]


Operation = tuple[bytes, list[Any]]


def quickly(stream: bytes) -> list[Operation]:
    stack: list[Any] = []
    found: list[Operation] = []
    for operator in stream_to_operators(stream, stack):
        found.append((operator, list(stack)))
        stack.clear()
    return found


def as_pdfminer(stream: bytes) -> list[Operation]:
    parser = PDFContentParser([PDFStream({}, stream)])
    found: list[Operation] = []
    operands: list[Any] = []
    while True:
        try:
            _, part = parser.nextobject()
        except PSEOF:
            return found
        if isinstance(part, PSKeyword):
            found.append((part.name, operands))
            operands = []
        else:
            operands.append(part)


PARTS = [
    *rb"1 -.5 +3. 0.10 --4 1.2.3 5-3 6e3 Tj T* ' BT true null BI EI (a(b)c)".split(),
    *rb"() (\101\7z\z\(\)\\) <48656> <> [(a)-120.5<41>/N] /F1 / /A#20 <</A(x)/B[1]>> <</A<41>>> <</A << < > >> ( ) [ ] { } \ ".split(),
    *(b'"', b"q\0", b"(\\\r\nx\r\n)", b"<4 1>", b"[1 2]", b"<</MCID 0>>", b"%no\n", b"\0"),
]


@given(st.lists(st.tuples(st.sampled_from(PARTS), st.sampled_from([b" ", b"\n", b"\r\n", b""])), max_size=12))
def test_the_quick_parser_finds_what_pdfminer_finds_or_says_that_it_cannot(parts: list[tuple[bytes, bytes]]) -> None:
    stream = b"".join(part + after for part, after in parts)
    try:
        found = quickly(stream)
    except ValueError:
        return
    expected = as_pdfminer(stream)
    assert [(operator, [{} if isinstance(part, dict) else part for part in operands]) for operator, operands in expected] == found
