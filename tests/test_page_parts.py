"""What report.html is made of, before a browser sees it: safe data, pictures, tables drawn again, fates of commitments."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from audited import draw
from drawing import REPORTS
from hypothesis import given, settings
from hypothesis import strategies as some
from PIL import Image
from pypdfium2 import PdfiumError
from readings import document

from checks import audit
from publish.audit import Leaf, Picture, affordable, draw_pages, findings_to_budget
from publish.audit.cases import Case
from publish.audit.crops import EDGE, case_to_crops, cases_to_crops
from publish.audit.embedded import data_to_json, script_to_text
from publish.audit.ledger import commitments_to_fates
from schemas import Box, Commitment, CommitmentKind, Revision, Severity
from upheld.judged.excerpts import document_to_excerpts, figures_to_excerpts

PDF = REPORTS / "thurrock-2019-20.pdf"


@settings(max_examples=25)
@given(some.lists(some.text()) | some.dictionaries(some.text(), some.text() | some.integers()))
def test_data_comes_out_of_a_page_as_it_went_in_and_ends_nothing(data: object) -> None:
    written = data_to_json(data)
    assert json.loads(written) == data
    assert set("<>&\u2028\u2029").isdisjoint(written)


def test_a_script_that_speaks_of_markup_does_not_end_itself() -> None:
    assert script_to_text('x = "</script><!--";\r\n') == 'x = "<\\/script><\\!--";\n'


def test_a_part_of_a_page_is_drawn_without_its_blank_margins() -> None:
    picture = draw_pages(PDF, {2: Box(0, 60, EDGE, 200)})[2]
    image = Image.open(BytesIO(picture.content))
    assert picture.box.x0 > 20
    assert picture.box.x1 < 820
    assert image.size == pytest.approx((2 * (picture.box.x1 - picture.box.x0), 2 * (picture.box.bottom - picture.box.top)), abs=1)
    assert len(picture.content) < 40_000


def test_a_file_that_is_no_pdf_cannot_be_drawn(tmp_path: Path) -> None:
    (tmp_path / "no.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    with pytest.raises(PdfiumError):
        draw_pages(tmp_path / "no.pdf", {1: Box(0, 0, EDGE, EDGE)})


def test_pictures_are_taken_while_there_is_room() -> None:
    pictures = [(Leaf("a", page), Picture(b"x" * 10, Box(0, 0, 1, 1))) for page in (1, 2, 3)]
    assert [leaf.page for leaf, _ in affordable(pictures, 25)] == [1, 2]
    assert findings_to_budget(1_000) * 4 / 3 + 2_400 * 1_000 < 50_000_000
    assert findings_to_budget(32_000) * 4 / 3 + 2_400 * 32_000 <= 90_000_000


def cases() -> list[Case]:
    """Findings of a table drawn over two pages, the second row's on the second."""
    records = audit(
        draw("""
        Service | 1 received | 1 escalated
        Repairs | 2          | 4
        Tenancy | 3          | 6
        """)
    )
    figures = {
        figure.figure_id: replace(figure, page=1 + (figure.service == "Tenancy"), x0=90.0, top=200.0, x1=110.0, bottom=210.0)
        for figure in records.figures
    }
    return [
        Case(replace(finding, page=figures[ids[0]].page), tuple(figures[each] for each in ids))
        for finding in records.findings
        for ids in [finding.figure_ids.split("|")]
    ]


def test_a_crop_reaches_up_to_the_headings_of_the_table() -> None:
    case, _ = cases()
    (crop,) = case_to_crops(case, {(case.figures[0].table_id, 1): 150.0}).values()
    assert (crop.top, crop.bottom) == (60, 270)


def test_findings_on_one_page_share_its_picture_and_errors_come_first() -> None:
    one, other = cases()
    mild = Case(replace(one.finding, severity=Severity.EXPLAINED), one.figures)
    assert list(cases_to_crops([mild, other], {})) == [Leaf("drawn", 2), Leaf("drawn", 1)]
    assert len(cases_to_crops([one, mild], {})) == 1


def test_the_table_of_a_figure_is_drawn_again_with_its_cell_marked() -> None:
    read = document(REPORTS / "thurrock-2019-20.html")
    places = document_to_excerpts(read)
    place, spot = next((place, spot) for place, spot in places.items() if spot.row == 7 and spot.column == 2)
    (figure, *_) = draw("Service | 1 received\nRepairs | 2\n").figures
    (excerpt,) = figures_to_excerpts([replace(figure, figure_id="f", place=place)], places)
    assert [square.text for row in excerpt.rows for square in row if square.figure_ids] == [str(spot.block.rows[7][2].text)]  # type: ignore[union-attr]
    assert [len(row) for row in excerpt.rows if not row] == [0, 0]


def test_of_a_commitment_it_is_told_what_became_of_it() -> None:
    def promise(name: str, progress: str = "", follows: str = "") -> Commitment:
        return Commitment(name, "r", "c", "", "Repairs", "", "2019-20", "", CommitmentKind.COMMITMENT, name, progress, follows, None)

    dropped = Revision("x", "c", "commitment_dropped", "r", "s", "Repairs", "", None, None, None, None, "one", "", "", "")
    rows = [promise("one"), promise("two"), promise("three", follows="two"), promise("four", progress="done")]
    assert commitments_to_fates(rows, [dropped]) == {
        "one": "dropped in silence",
        "two": "carried on",
        "three": "no later report tells",
        "four": "progress told",
    }
