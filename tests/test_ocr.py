"""Scans: pages that are pictures give the figures that their print gives."""

import importlib.metadata
import sys
from io import BytesIO
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
import rapidocr
from handmade import sentence, stream, write_pdf
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

import extract
import normalise
from extract.pdf import read
from schemas import Figure, Grid, Report, State, UnreadableFileError

WIDE, HIGH = 420.0, 300.0
TABLE = """
Service | Received | Upheld | Escalated
Housing | 118      | 21%    | -
Waste   | 7        | 0%     |
Parks   | 1,204    | 100%   | 12
"""
DOTS = 200 / 72


def page(canvas: Canvas) -> None:
    """A title and a ruled table."""
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(30, HIGH - 40, "Complaints Report 2021/22")
    canvas.setFont("Helvetica", 10)
    canvas.drawString(30, HIGH - 62, "Stage 1 complaints of the year")
    for r, row in enumerate(TABLE.strip().splitlines()):
        for c, text in enumerate(row.split("|")):
            canvas.rect(30 + 85 * c, HIGH - 100 - 20 * r, 85, 20)
            canvas.drawString(36 + 85 * c, HIGH - 94 - 20 * r, text.strip())
    canvas.showPage()


def printed(path: Path) -> Path:
    canvas = Canvas(str(path), pagesize=(WIDE, HIGH), invariant=1)
    page(canvas)
    canvas.save()
    return path


def scanned(path: Path, *, skew: float = 0.0, quarters: int = 0, stamped: str = "", behind: bool = False) -> Path:
    """The page as a picture: aslant, lying on its side, with words stamped on it, or behind a page with text."""
    with pypdfium2.PdfDocument(printed(path)) as pdf:
        picture = Image.fromarray(pdf[0].render(scale=DOTS, grayscale=True).to_numpy())
    picture = picture.rotate(skew, Image.Resampling.BICUBIC, fillcolor=255)
    picture = Image.fromarray(np.rot90(np.asarray(picture), quarters).copy())
    size = (HIGH, WIDE) if quarters % 2 else (WIDE, HIGH)
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=size, invariant=1)
    if behind:
        canvas.drawString(30, 200, "A page of text before the scan, which needs no recognition.")
        canvas.showPage()
    canvas.drawImage(ImageReader(picture), 0, 0, *size)
    canvas.drawString(20, 10, stamped)
    canvas.showPage()
    canvas.save()
    path.write_bytes(stream.getvalue())
    return path


def figures(path: Path) -> tuple[Figure, ...]:
    return normalise.read(read(path), Report("a", "a.pdf", "")).figures


def said(figure: Figure) -> tuple[object, ...]:
    return figure.service, figure.stage, figure.measure, figure.value, figure.unit, figure.state


@pytest.mark.parametrize(("skew", "quarters"), [(0.0, 0), (3.0, 0), (-1.2, 0), (0.0, 1), (0.0, 2), (0.7, 3)])
def test_a_scan_says_what_its_print_says(tmp_path: Path, skew: float, quarters: int) -> None:
    truth = figures(printed(tmp_path / "a.pdf"))
    found = figures(scanned(tmp_path / "b.pdf", skew=skew, quarters=quarters))
    assert len(truth) == 9
    assert sorted(map(said, found)) == sorted(map(said, truth))
    assert {figure.reader for figure in found} == {"ocr"}
    assert {figure.state for figure in found} == {State.REPORTED, State.NIL, State.MISSING}


def test_a_box_stands_on_the_page_as_displayed(tmp_path: Path) -> None:
    truth = {said(figure): figure for figure in figures(printed(tmp_path / "a.pdf")) if figure.text}
    for figure in figures(scanned(tmp_path / "b.pdf")):
        if figure.text:
            assert middle(figure) == pytest.approx(middle(truth[said(figure)]), abs=3)
    for figure in figures(scanned(tmp_path / "c.pdf", quarters=1)):
        if figure.text:
            x, y = middle(truth[said(figure)])
            assert middle(figure) == pytest.approx((y, WIDE - x), abs=3)


def middle(figure: Figure) -> tuple[float, float]:
    assert figure.x0 is not None and figure.x1 is not None and figure.top is not None and figure.bottom is not None  # noqa: PT018
    return (figure.x0 + figure.x1) / 2, (figure.top + figure.bottom) / 2


def test_a_scan_among_pages_of_text_is_read_by_recognition_and_the_others_are_not(tmp_path: Path) -> None:
    document = read(scanned(tmp_path / "a.pdf", behind=True, stamped="Agenda Item 7 - page 41"))
    assert (document.reader, document.recognised, document.gaps) == ("pdfplumber", (2,), ())
    assert [block.place.page for block in document.blocks if isinstance(block, Grid)] == [2]


def test_without_the_extra_a_scan_fails_and_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    with pytest.raises(UnreadableFileError, match=r"page 1 is a picture .* pip install 'upheld\[ocr\]'"):
        extract.read(scanned(tmp_path / "a.pdf"))
    assert [gap.place.page for gap in extract.read(scanned(tmp_path / "b.pdf", behind=True)).gaps] == [2]


NAMELESS = stream(b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <21> <7e> <e021> endbfrange")
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>"


def nameless(path: Path) -> Path:
    """A page of a font that does not say which characters it draws."""
    shown = b"".join(sentence(f"We received {n} complaints in all.", y=n) for n in (106, 206))
    return write_pdf(path, [stream(shown)], f"/MediaBox [0 0 400 300] /Resources << /Font << /F1 {FONT} >> >>", forms=[NAMELESS])


def test_text_whose_font_does_not_name_its_characters_is_read_from_its_picture(tmp_path: Path) -> None:
    document = read(nameless(tmp_path / "a.pdf"))
    assert [str(passage.text) for passage in document.passages] == [
        "We received 206 complaints in all.",
        "We received 106 complaints in all.",
    ]
    assert document.recognised == (1,)


def test_without_the_extra_text_of_unnamed_characters_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    with pytest.raises(UnreadableFileError, match=r"page 1 has characters that its fonts do not name; install text recognition"):
        read(nameless(tmp_path / "a.pdf"))


TICKED = stream(
    b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <20> <7b> <0020> endbfrange 1 beginbfchar <7c> <f0fc> endbfchar"
)
"""Every character is itself, and a bar a tick of a symbol font."""


def test_a_page_of_ticks_is_text_and_needs_no_recognition(tmp_path: Path) -> None:
    ticked = b"".join(sentence("| | |" if n % 20 else "Done", y=n) for n in range(60, 240, 10))
    page = f"/MediaBox [0 0 400 300] /Resources << /Font << /F1 {FONT} >> >>"
    document = read(write_pdf(tmp_path / "a.pdf", [stream(ticked)], page, forms=[TICKED]))
    assert sum(str(passage.text).count("•") for passage in document.passages) == 27
    assert (document.reader, document.recognised, document.gaps) == ("pdfplumber", (), ())


def test_the_models_lie_in_the_package() -> None:
    models = Path(rapidocr.__file__).parent / "models"
    assert {path.name for path in models.glob("*v6*.onnx")} == {"PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx"}


def test_one_distribution_gives_the_picture_library() -> None:
    assert set(importlib.metadata.packages_distributions()["cv2"]) == {"opencv-python-headless"}
