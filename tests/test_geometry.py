"""Where a figure stands: in points from the top left of the page as displayed, however the page is turned, cropped and numbered."""

from itertools import product
from pathlib import Path

import pypdfium2
import pytest
from handmade import Corners, as_written, sentence, stream, table, write_pdf
from hypothesis import given
from hypothesis import strategies as st

import extract
from extract.chars import are_within, to_boxes, to_chars
from schemas import Box, Document, Word

ROWS = [["Service", "S1 received", "S1 upheld"], ["Repairs", "206 (218)", "79"], ["Parks", "50", "7"]]
WIDTH, HEIGHT = 400, 300
CONTENT = sentence("Annual complaints report 2019/20", 50, 250) + table(ROWS)
OUTSIDE = sentence("Nobody sees it", -125, 150)
CROPPED = {"none": (0, 0, 0, 0), "offset": (130, 77, 55, 31)}
"""Points by which the CropBox is smaller than the MediaBox: left, bottom, right, top."""
MEDIA = {"at the origin": (0, 0), "offset": (90, -40), "swapped": (0, 0)}
"""Where the MediaBox begins; swapped, its upper right corner is written first."""


def draw(crop: Corners, turn: int, content: bytes) -> bytes:
    """The content so that it stands upright when the page is displayed."""
    left, low, right, high = crop
    matrix = {0: (1, 0, 0, 1, left, low), 90: (0, 1, -1, 0, right, low), 180: (-1, 0, 0, -1, right, high), 270: (0, -1, 1, 0, left, high)}
    return " ".join(map(str, matrix[turn])).encode() + b" cm\n" + content


def place(turn: int, crop: str, media: str) -> tuple[Corners, Corners]:
    """The MediaBox and the CropBox of a page that is displayed as 400 by 300 points."""
    across, up = (WIDTH, HEIGHT) if turn in {0, 180} else (HEIGHT, WIDTH)
    (x, y), (left, low, right, high) = MEDIA[media], CROPPED[crop]
    shown = (x + left, y + low, x + left + across, y + low + up)
    whole = (x, y, shown[2] + right, shown[3] + high)
    return (whole[2], whole[3], whole[0], whole[1]) if media == "swapped" else whole, shown


def numbers(box: Corners) -> str:
    return "[" + " ".join(map(str, box)) + "]"


def words(document: Document) -> list[Word]:
    return [word for row in document.grids[0].rows for cell in row for word in cell.text.words]


def text_in(path: Path, box: Box, crop: Corners, turn: int) -> str:
    """What PDFium reads in a box of the page as displayed."""
    x0, y0, x1, y1 = as_written(box, crop, turn)
    with pypdfium2.PdfDocument(path) as pdf:
        return str(pdf[0].get_textpage().get_text_bounded(x0 + 0.3, y0 + 0.3, x1 - 0.3, y1 - 0.3)).strip()


@pytest.mark.parametrize(("turn", "crop", "media"), list(product((0, 90, 180, 270), CROPPED, MEDIA)))
def test_every_word_stands_in_its_box_on_the_page_as_displayed(turn: int, crop: str, media: str, tmp_path: Path) -> None:
    whole, shown = place(turn, crop, media)
    attributes = f"/MediaBox {numbers(whole)} /Rotate {turn}" + (f" /CropBox {numbers(shown)}" if crop != "none" else "")
    path = write_pdf(tmp_path / "a.pdf", [stream(draw(shown, turn, CONTENT))], attributes)
    document = extract.read(path)
    assert [[str(cell.text) for cell in row] for row in document.grids[0].rows] == ROWS
    boxes = [word.box for word in words(document) if word.box]
    assert [text_in(path, box, shown, turn) for box in boxes] == [word.text for word in words(document)]
    assert all(0 < box.x0 < box.x1 < WIDTH and 0 < box.top < box.bottom < HEIGHT for box in boxes)
    assert boxes[0] == pytest.approx(boxes_of_a_plain_page(tmp_path)[0], abs=0.01)
    assert document.gaps == ()


def boxes_of_a_plain_page(folder: Path) -> list[Box]:
    plain = extract.read(write_pdf(folder / "plain.pdf", [stream(CONTENT)]))
    return [word.box for word in words(plain) if word.box]


def test_boxes_and_turn_may_be_said_once_for_all_pages(tmp_path: Path) -> None:
    whole, shown = place(270, "offset", "offset")
    inherited = f"/MediaBox {numbers(whole)} /CropBox {numbers(shown)} /Rotate -90"
    path = write_pdf(tmp_path / "a.pdf", [stream(draw(shown, 270, CONTENT))], "", inherited)
    boxes = [word.box for word in words(extract.read(path)) if word.box]
    assert boxes[-1] == pytest.approx(boxes_of_a_plain_page(tmp_path)[-1], abs=0.01)


def test_text_outside_the_cropbox_is_neither_read_nor_missed(tmp_path: Path) -> None:
    whole, shown = place(0, "offset", "at the origin")
    attributes = f"/MediaBox {numbers(whole)} /CropBox {numbers(shown)}"
    document = extract.read(write_pdf(tmp_path / "a.pdf", [stream(draw(shown, 0, CONTENT + OUTSIDE))], attributes))
    assert [str(passage.text) for passage in document.passages] == ["Annual complaints report 2019/20"]
    assert document.gaps == ()


def test_text_beside_the_page_is_neither_read_nor_missed(tmp_path: Path) -> None:
    beside = sentence("Nobody sees it", 500, 150) + sentence("nor this", 50, -20)
    document = extract.read(write_pdf(tmp_path / "a.pdf", [stream(CONTENT + beside)]))
    assert [str(passage.text) for passage in document.passages] == ["Annual complaints report 2019/20"]
    assert document.gaps == ()


def test_a_cropbox_beside_the_page_crops_nothing(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [stream(CONTENT)], "/MediaBox [0 0 400 300] /CropBox [5000 5000 6000 6000]")
    assert [word.box for word in words(extract.read(path))] == boxes_of_a_plain_page(tmp_path)


SIDES = st.tuples(st.integers(0, 8), st.integers(0, 8), st.integers(0, 4), st.integers(0, 4))


@given(st.lists(SIDES), st.integers(0, 12), st.integers(0, 12))
def test_of_boxes_that_touch_one_holds_the_middle_of_a_character(sides: list[tuple[int, int, int, int]], x: int, y: int) -> None:
    chars = to_chars([("1", x0, top, x0 + wide, top + high, 9.0, "Plain", True, 0, 0) for x0, top, wide, high in sides])
    tiles = [Box(0, 0, x, y), Box(x, 0, 12, y), Box(0, y, x, 12), Box(x, y, 12, 12)]
    found = [are_within(chars, [tile]).tolist() for tile in tiles]
    assert found == [[tile.holds_middle_of(box) for box in to_boxes(chars)] for tile in tiles]
    assert [sum(of_one) for of_one in zip(*found, strict=True)] == are_within(chars, [Box(0, 0, 12, 12)]).tolist()
