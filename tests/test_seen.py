"""What a reader of a PDF does not see is not read, and what is stamped across it disturbs nothing."""

from pathlib import Path

import pytest
from handmade import sentence, stream, write_pdf

from extract import pdf
from schemas import UnreadableFileError

SAID = "We received 206 complaints."
DRAFT = "We received 987 complaints."
HIDDEN = sentence(DRAFT, y=150)
BLUE = b"0 0 .5 rg 40 140 300 30 re f\n"
RAMP = b"q 40 140 300 30 re W n /Sh0 sh Q\n"
FUNCTION = "<< /FunctionType 2 /Domain [0 1] /N 1 >>"
SHADING = f"<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 999 0] /Function {FUNCTION} >>"
INK = "[/Separation /Black /DeviceGray << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>]"
STATES = "/ExtGState << /Half << /ca .5 >> >>"
LAYERS = "/Properties << /L 6 0 R /M 7 0 R >> /XObject << /X1 8 0 R >>"
NAMED = f"/Font << /F1 3 0 R >> /ColorSpace << /Ink {INK} >> /Shading << /Sh0 {SHADING} >> {STATES} {LAYERS}"
LAYER = b"<< /Type /OCG /Name (Draft) >>"
MEMBERS = b"<< /Type /OCMD /OCGs [6 0 R] >>"
FORM = stream(HIDDEN, "/Type /XObject /Subtype /Form /BBox [0 0 400 300] /OC 6 0 R /Resources << /Font << /F1 3 0 R >> >>")
OFF = "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>"
BASE_OFF = "/OCProperties << /OCGs [6 0 R] /D << /BaseState /OFF >> >>"
ON = "/OCProperties << /OCGs [6 0 R] /D << /ON [6 0 R] >> >>"


def texts(folder: Path, drawn: bytes, catalog: str = "") -> list[str]:
    page = f"/MediaBox [0 0 400 300] /Resources << {NAMED} >>"
    path = write_pdf(folder / "a.pdf", [stream(sentence(SAID) + drawn)], page, forms=[LAYER, MEMBERS, FORM], catalog=catalog)
    document = pdf.read(path)
    assert not document.gaps
    return [str(block.text) for block in document.passages]


@pytest.mark.parametrize("catalog", [OFF, BASE_OFF])
@pytest.mark.parametrize("drawn", [b"/OC /L BDC " + HIDDEN + b"EMC", b"/OC /M BDC /P BMC " + HIDDEN + b"EMC EMC", b"/X1 Do"])
def test_a_layer_that_is_switched_off_is_not_read(drawn: bytes, catalog: str, tmp_path: Path) -> None:
    assert texts(tmp_path, drawn, catalog) == [SAID]
    assert texts(tmp_path, drawn, ON) == [SAID, DRAFT]


@pytest.mark.parametrize("drawn", [b"3 Tr " + HIDDEN, b"1 g " + HIDDEN, b"1 1 1 rg " + HIDDEN, b"0 0 0 0 k " + HIDDEN])
def test_text_without_ink_or_white_on_paper_is_not_read(drawn: bytes, tmp_path: Path) -> None:
    assert texts(tmp_path, drawn) == [SAID]


@pytest.mark.parametrize("place", [b"-3 100", b"100 296", b"397 100", b"100 -3"])
def test_white_text_that_the_side_of_the_page_cuts_is_not_read(place: bytes, tmp_path: Path) -> None:
    assert texts(tmp_path, b"1 g BT /F1 12 Tf " + place + b" Td (77) Tj ET\n") == [SAID]


@pytest.mark.parametrize("ground", [BLUE, RAMP])
def test_white_text_on_a_ground_is_read(ground: bytes, tmp_path: Path) -> None:
    assert texts(tmp_path, ground + b"1 g " + HIDDEN) == [SAID, DRAFT]


@pytest.mark.parametrize("area", [b"1 g 40 145 300 20 re f\n", b"0 g 40 145 300 20 re f\n"])
def test_text_under_an_area_that_was_filled_over_it_is_not_read(area: bytes, tmp_path: Path) -> None:
    assert texts(tmp_path, HIDDEN + area) == [SAID]
    assert texts(tmp_path, area + b".5 g " + HIDDEN) == [SAID, DRAFT]


@pytest.mark.parametrize("area", [b"q /Half gs 1 g 40 145 300 20 re f Q\n", b"q 0 0 9 9 re W n 1 g 40 145 300 20 re f Q\n"])
def test_text_that_shows_through_what_was_filled_over_it_is_read(area: bytes, tmp_path: Path) -> None:
    assert texts(tmp_path, HIDDEN + area) == [SAID, DRAFT]


def test_text_in_all_of_an_ink_of_its_own_is_read(tmp_path: Path) -> None:
    assert texts(tmp_path, b"/Ink cs 1 scn " + HIDDEN) == [SAID, DRAFT]


def test_white_text_under_other_text_is_not_read(tmp_path: Path) -> None:
    assert texts(tmp_path, b"1 g " + sentence(DRAFT, x=51)) == [SAID]


@pytest.mark.parametrize("matrix", [".7 .7 -.7 .7 90 90", "1 0 0 1 40 180"])
def test_a_word_stamped_across_a_page_disturbs_nothing(matrix: str, tmp_path: Path) -> None:
    stamp = f".8 g BT /F1 60 Tf {matrix} Tm (DRAFT 2) Tj ET\n".encode()
    assert texts(tmp_path, stamp) == [SAID]


def test_a_huge_figure_beside_small_text_is_read(tmp_path: Path) -> None:
    assert texts(tmp_path, b"BT /F1 60 Tf 50 100 Td (206) Tj ET\n" + sentence("complaints", x=180, y=100)) == [SAID, "206 complaints"]


def test_a_character_drawn_out_to_a_stroke_is_no_part_of_a_number(tmp_path: Path) -> None:
    stroke = b"BT /F1 9 Tf 19 0 0 1 60 130 Tm (4) Tj ET\n"
    assert texts(tmp_path, stroke + sentence("21% of complaints", x=150, y=130)) == [SAID, "21% of complaints"]


def test_a_page_less_wide_than_nothing_shows_nothing(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [stream(sentence(SAID))], "/MediaBox [0 0 -1.5 300]")
    with pytest.raises(UnreadableFileError, match="no page"):
        pdf.read(path)


def test_a_page_that_says_it_is_wider_than_any_page_is_read(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [stream(sentence(SAID))], "/MediaBox [0 0 9000000000 300]")
    assert [str(block.text) for block in pdf.read(path).passages] == [SAID]
