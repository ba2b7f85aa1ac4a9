"""Charts and tables that a report prints as pictures: nothing reads them, so each is told as unread, and nothing else is."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import docx
import numpy as np
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt
from handmade import sentence, stream, write_pdf
from numpy.typing import NDArray
from PIL import Image
from readings import records

import extract
from schemas import Box, State
from schemas.stored import document_to_json, json_to_document

Pixels = NDArray[np.uint8]
LINES = b"".join(sentence(y=40 + 12 * n) for n in range(3))
PARTED = "/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 /Width {wide} /Height {high}"
NOISE = np.random.default_rng(8)


def chart(bars: int = 3) -> Pixels:
    """Blue bars on white."""
    pixels = np.full((60, 90, 3), 255, np.uint8)
    for bar in range(bars):
        pixels[10 * bar + 10 :, 20 * bar + 10 : 20 * bar + 22] = (68, 114, 196)
    return pixels


def photograph() -> Pixels:
    """No two neighbours are of one colour."""
    return NOISE.integers(0, 256, (60, 90, 3), np.uint8)


def picture(pixels: Pixels) -> bytes:
    """The picture as an object of a PDF."""
    high, wide, _ = pixels.shape
    return stream(pixels.tobytes(), PARTED.format(wide=wide, high=high))


def shown(name: str, x: float, y: float, wide: float, high: float) -> bytes:
    """A picture at a place, in points from the lower left."""
    return f"q {wide} 0 0 {high} {x} {y} cm /{name} Do Q\n".encode()


def told(path: Path) -> list[tuple[int | None, Box | None]]:
    return [(each.place.page, each.place.box) for each in extract.read(path).pictures]


def test_a_chart_that_is_a_picture_is_told_with_its_place_and_a_photograph_is_not(tmp_path: Path) -> None:
    page = LINES + shown("X0", 20, 150, 150, 100) + shown("X1", 200, 150, 150, 100)
    path = write_pdf(tmp_path / "a.pdf", [stream(page)], forms=[picture(chart()), picture(photograph())])
    assert told(path) == [(1, Box(20, 50, 170, 150))]


def test_a_picture_cut_into_strips_is_one(tmp_path: Path) -> None:
    page = LINES + b"".join(shown("X0", 20, 250 - 30 * n, 150, 30) for n in range(1, 5))
    path = write_pdf(tmp_path / "a.pdf", [stream(page)], forms=[picture(chart())])
    assert told(path) == [(1, Box(20, 50, 170, 170))]


def test_a_logo_a_heading_and_the_ground_of_a_text_are_no_charts(tmp_path: Path) -> None:
    page = shown("X0", 0, 0, 400, 120) + LINES + shown("X0", 20, 240, 50, 50) + shown("X0", 80, 200, 300, 60)
    assert told(write_pdf(tmp_path / "a.pdf", [stream(page)], forms=[picture(chart())])) == []


def test_a_crest_that_pages_repeat_is_no_chart_but_two_charts_in_one_place_are(tmp_path: Path) -> None:
    pages = [stream(LINES + shown("X0", 20, 150, 150, 100) + shown(name, 200, 150, 150, 100)) for name in ("X1", "X2")]
    path = write_pdf(tmp_path / "a.pdf", pages, forms=[picture(chart(4)), picture(chart(1)), picture(chart(2))])
    assert told(path) == [(1, Box(200, 50, 350, 150)), (2, Box(200, 50, 350, 150))]


def test_on_a_turned_page_a_chart_stands_where_it_is_seen(tmp_path: Path) -> None:
    page = LINES + shown("X0", 20, 150, 150, 100)
    path = write_pdf(tmp_path / "a.pdf", [stream(page)], "/MediaBox [0 0 400 300] /Rotate 90", forms=[picture(chart())])
    assert told(path) == [(1, Box(150, 20, 250, 170))]


def test_a_stored_document_keeps_its_pictures(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [stream(LINES + shown("X0", 20, 150, 150, 100))], forms=[picture(chart())])
    document = extract.read(path)
    assert json_to_document(document_to_json(document)) == document


def web(tmp_path: Path, body: str) -> list[tuple[str, str]]:
    path = tmp_path / "report.html"
    path.write_text(f"<html><body><h1 id=top>Complaints</h1><p>We answered every complaint.</p>{body}</body></html>")
    return [(each.place.anchor, each.told) for each in extract.read(path).pictures]


def test_a_web_page_s_pictures_are_charts_if_it_says_so(tmp_path: Path) -> None:
    body = """<img src="a.png" alt="Bar chart: complaints by service"><img src="b.png" alt="The town hall"><h2 id=waste>Waste</h2>
    <figure><img src="c.png" alt=""><figcaption>Table 2: complaints upheld</figcaption></figure>
    <svg><title>Graph of days to answer</title></svg><iframe title="Dashboard" src="//example.org"></iframe>
    <img src="x/stage-2-chart.png">"""
    assert web(tmp_path, body) == [
        ("top", "Bar chart: complaints by service"),
        ("waste", "Table 2: complaints upheld"),
        ("waste", "Graph of days to answer"),
        ("waste", "Dashboard"),
        ("waste", "stage-2-chart.png"),
    ]


def test_a_chart_that_nobody_sees_or_that_is_of_the_page_s_frame_is_not_told(tmp_path: Path) -> None:
    body = (
        '<div hidden><img alt="A chart"></div><nav><img alt="Chart of our site"></nav><img src="chart.png" alt=""><img src="//[chart.png">'
    )
    assert web(tmp_path, body) == []


def test_a_word_document_s_charts_are_told_by_their_description_or_the_words_before_them(tmp_path: Path) -> None:
    word = docx.Document()
    for text, pixels, wide, description in (
        ("Complaints by service", chart(), 200, ""),
        ("Complaints by stage", chart(2), 200, "Three bars"),
        ("Our team", photograph(), 200, ""),
        ("A sign", chart(1), 40, ""),
    ):
        word.add_paragraph(text)
        file = BytesIO()
        Image.fromarray(pixels).save(file, "PNG")
        word.add_picture(file, Pt(wide), Pt(wide / 1.5))
        [*word.element.body.iter(qn("wp:docPr"))][-1].set("descr", description)
    word.save(str(tmp_path / "a.docx"))
    assert [each.told for each in extract.read(tmp_path / "a.docx").pictures] == ["Complaints by service", "Three bars"]


@pytest.mark.parametrize("side", [9_600, 20_000])
def test_a_picture_in_a_word_document_that_is_too_large_to_be_opened_is_told(side: int, tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Complaints by service")
    file = BytesIO()
    Image.fromarray(photograph()).save(file, "PNG")
    word.add_picture(file, Pt(200), Pt(200))
    (part,) = (part for part in word.part.package.iter_parts() if part.content_type == "image/png")
    part._blob = in_size(part.blob, side)  # noqa: SLF001
    word.save(str(tmp_path / "a.docx"))
    assert [each.told for each in extract.read(tmp_path / "a.docx").pictures] == ["Complaints by service"]


def in_size(png: bytes, side: int) -> bytes:
    """The picture, which says that it is a square of so many pixels."""
    header = b"IHDR" + struct.pack(">II", side, side) + png[24:29]
    return png[:12] + header + struct.pack(">I", zlib.crc32(header)) + png[33:]


def test_the_charts_of_a_published_report_are_its_unread_places_and_no_figure_of_it_is_touched() -> None:
    found = records(Path("../shared/reports/rbkc-2019-20.pdf"))
    assert [unread.page for unread in found.unread] == [10, 11, 16, 17, 17, 18, 19, 21, 21, 22]
    assert all("chart or a table" in unread.reason and unread.x0 is not None for unread in found.unread)
    assert all(figure.state is State.REPORTED for figure in found.figures)
    assert found.report.status == "extracted"
