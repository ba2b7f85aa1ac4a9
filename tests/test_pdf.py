"""The PDF reader: pages drawn here, and the published reports."""

import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from drawing import REPORTS
from handmade import as_written
from readings import document
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

import extract
import normalise
from extract.chars import to_chars
from extract.pdf.marks.overprinted import once
from schemas import Box, Document, Figure, Grid, PassageKind, Report, UnreadableFileError

CORPUS = Path(__file__).parents[1] / "corpus" / "reports"
PDFS = sorted([*REPORTS.glob("*.pdf"), *CORPUS.glob("*.pdf"), *(REPORTS.parent / "wild" / "reports").glob("*.pdf")])


def drawn(path: Path, draw: Callable[[Canvas], object]) -> Document:
    canvas = Canvas(str(path), pagesize=landscape(A4), invariant=True)
    draw(canvas)
    canvas.save()
    return extract.read(path)


def table(canvas: Canvas, rows: list[list[str]], left: float = 60) -> None:
    """A ruled table; ` / ` parts the lines of a cell."""
    top, width, height = 500, 90, 40
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            canvas.rect(left + c * width, top - (r + 1) * height, width, height)
            for n, line in enumerate(text.split(" / ")):
                canvas.drawString(left + c * width + 3, top - r * height - 12 * (n + 1), line)


def rows(document: Document, number: int = 0) -> list[str]:
    return [" | ".join(str(cell.text) for cell in row) for row in document.grids[number].rows]


def passages(document: Document) -> list[tuple[str, str]]:
    return [(passage.kind.value, str(passage.text)) for passage in document.passages]


def test_cells_keep_their_stacked_figures_in_order_and_know_where_they_stand(tmp_path: Path) -> None:
    document = drawn(tmp_path / "a.pdf", lambda canvas: table(canvas, [["Service", "S1 rec'd"], ["Repairs", "206 / (218)"]]))
    assert rows(document) == ["Service | S1 rec'd", "Repairs | 206 (218)"]
    cell = document.grids[0].rows[1][1]
    assert str(cell.place) == "table 1, row 2, column 2"
    assert cell.place.page == 1
    assert [round(side) for side in cell.place.box or ()] == [150, 135, 240, 175]


def test_a_bracket_that_touches_its_neighbour_keeps_a_box_of_its_own(tmp_path: Path) -> None:
    document = drawn(tmp_path / "a.pdf", lambda canvas: table(canvas, [["A", "B"], ["C", "206(218)"]]))
    text = document.grids[0].rows[1][1].text
    current, prior = text.cut(0, 3).box, text.cut(3, 8).box
    assert str(text) == "206(218)"
    assert current is not None
    assert prior is not None
    assert current.x1 <= prior.x0 + 0.1


def test_a_raised_small_digit_is_a_footnote_mark_and_no_part_of_the_number(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas, [["A", "B"], ["C", "206"]])
        canvas.setFontSize(6)
        canvas.drawString(60 + 90 + 3 + 20.1, 500 - 40 - 12 + 5, "1")

    assert rows(drawn(tmp_path / "a.pdf", draw)) == ["A | B", "C | 206¹"]


def test_bold_by_overprinting_is_read_once(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for shift in (0, 0.3):
            canvas.drawString(60 + shift, 500, "Complaints 2019/20")

    assert passages(drawn(tmp_path / "a.pdf", draw)) == [("paragraph", "Complaints 2019/20")]


def test_digits_printed_over_others_are_no_number(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 500, "We received 12 complaints, and 40 were late")
        canvas.drawString(60 + canvas.stringWidth("We received "), 500.4, "3")

    assert passages(drawn(tmp_path / "a.pdf", draw)) == [("paragraph", "We received \ufffd\ufffd2 complaints, and 40 were late")]


@pytest.mark.parametrize("flat", [(0, 0, 0, 1), (1, 0, 0, 0), (0, 1, 0, 2)])
def test_text_flattened_to_a_stroke_is_not_read_and_mirrored_text_is(tmp_path: Path, flat: tuple[float, float, float, float]) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 500, "Complaints were")
        for matrix, text in ((flat, "52"), ((1, 0, 0, -1), "late")):
            shown = canvas.beginText()
            shown.setTextTransform(*matrix, 145, 500)
            shown.textOut(text)
            canvas.drawText(shown)

    assert passages(drawn(tmp_path / "a.pdf", draw)) == [("paragraph", "Complaints were late")]


def test_figures_beside_something_as_high_as_two_lines_stay_apart(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(125, 500, "8")
        canvas.drawString(125, 488, "19")
        canvas.setFont("Helvetica", 28)
        canvas.drawString(60, 490, "Total")

    assert passages(drawn(tmp_path / "a.pdf", draw)) == [("paragraph", "Total ⁸ 19")]


def test_labels_left_of_a_table_are_its_first_column_and_a_paragraph_there_is_not(tmp_path: Path) -> None:
    def labelled(canvas: Canvas) -> None:
        table(canvas, [["S1 rec'd", "% upheld"], ["80", "32%"], ["(429)", "(41%)"]], left=200)
        for r, label in enumerate(("Complaint data", "This year", "Last year")):
            canvas.drawString(60, 488 - 40 * r, label)

    def beside(canvas: Canvas) -> None:
        table(canvas, [["S1 rec'd", "% upheld"], ["80", "32%"], ["(429)", "(41%)"]], left=300)
        for n in range(20):
            canvas.drawString(60, 520 - 13 * n, "a paragraph of many lines runs here")

    assert rows(drawn(tmp_path / "a.pdf", labelled))[1:] == ["This year | 80 | 32%", "Last year | (429) | (41%)"]
    assert rows(drawn(tmp_path / "b.pdf", beside))[1:] == ["80 | 32%", "(429) | (41%)"]


def test_labels_stacked_in_a_merged_cell_go_to_the_rows_they_stand_beside(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas, [["S1 rec'd"], ["2"], ["1"], ["0"]], left=200)
        canvas.rect(60, 460, 140, 40)
        canvas.rect(60, 340, 140, 120)
        for r, label in enumerate(("Family Team", "Fostering", "Adoption")):
            canvas.drawString(63, 448 - 40 * r, label)

    assert rows(drawn(tmp_path / "a.pdf", draw)) == [" | S1 rec'd", "Family Team | 2", "Fostering | 1", "Adoption | 0"]


def test_a_merged_cell_with_one_label_stands_in_every_row_it_covers(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas, [["S1 rec'd"], ["2"], ["1"], ["0"]], left=200)
        canvas.rect(60, 460, 140, 40)
        canvas.rect(60, 340, 140, 120)
        canvas.drawString(63, 410, "Community")
        canvas.drawString(63, 396, "Services")

    assert rows(drawn(tmp_path / "a.pdf", draw))[1:] == ["Community Services | 2", "Community Services | 1", "Community Services | 0"]


def test_running_heads_and_page_numbers_are_dropped_and_told_once(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for page in range(1, 4):
            canvas.drawString(60, 570, "Northtown Council – complaints 2019/20")
            canvas.drawString(60, 300, f"Text of page number {page}.")
            canvas.drawString(400, 20, f"Page {page}")
            canvas.showPage()

    document = drawn(tmp_path / "a.pdf", draw)
    assert [text for _, text in passages(document)] == [f"Text of page number {page}." for page in (1, 2, 3)]
    assert [str(text) for text in document.running] == ["Northtown Council – complaints 2019/20", "Page 1"]


def test_a_table_that_runs_over_a_page_is_one_grid_whose_cells_keep_their_pages(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas, [["Service", "S1 rec'd"], ["Repairs", "20"]])
        canvas.showPage()
        table(canvas, [["Service", "S1 rec'd"], ["Parks", "9"]])

    document = drawn(tmp_path / "a.pdf", draw)
    assert rows(document) == ["Service | S1 rec'd", "Repairs | 20", "Parks | 9"]
    assert [row[1].place.page for row in document.grids[0].rows] == [1, 1, 2]


def test_a_sentence_that_a_page_cuts_where_no_word_fitted_any_more_is_one_paragraph(tmp_path: Path) -> None:
    pages = [
        ["Complaints about lifts were many this year, and most", "of them were about those of our towers, for which the"],
        ["Council has another contractor from now on.", "", "Stairs are dry."],
        ["The next page begins anew."],
    ]

    def draw(canvas: Canvas) -> None:
        for page in pages:
            for n, line in enumerate(page):
                canvas.drawString(60, 400 - 14 * n, line)
            canvas.showPage()

    assert [text.split()[-1] for _, text in passages(drawn(tmp_path / "cut.pdf", draw))] == ["on.", "dry.", "anew."]


def test_a_line_left_of_the_words_of_a_list_item_is_none_of_it(tmp_path: Path) -> None:
    sentence = "Long letters were sent to all who had complained, and to some who had not, as they had asked us to do so."

    def draw(canvas: Canvas) -> None:
        for x, y, line in ((60, 500, "•"), (72, 500, sentence), (60, 486, "That is all.")):
            canvas.drawString(x, y, line)

    assert [kind for kind, _ in passages(drawn(tmp_path / "list.pdf", draw))] == ["item", "paragraph"]


def test_a_banner_picture_is_told_where_a_heading_could_stand(tmp_path: Path) -> None:
    picture = tmp_path / "banner.ppm"
    picture.write_bytes(b"P6 8 1 255 " + b"\x10" * 24)

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(str(picture), 60, 520, width=400, height=30)
        canvas.drawString(60, 480, "Complaints for this area cover lawns.")

    kinds = [passage.kind for passage in drawn(tmp_path / "a.pdf", draw).passages]
    assert kinds == [PassageKind.PICTURE, PassageKind.PARAGRAPH]


def test_the_unused_codes_of_the_standard_encoding_are_bullets(tmp_path: Path) -> None:
    found = passages(drawn(tmp_path / "a.pdf", lambda canvas: canvas.drawString(60, 500, "\u2022 Late replies")))
    assert found == [("item", "• Late replies")]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "the file is empty"),
        (b"%PDF-1.7\n%garbage", "damaged"),
        (b"\0no PDF at all", "does not begin like one"),
    ],
)
def test_a_pdf_that_cannot_be_read_says_why_in_a_sentence(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError, match=rf"^report\.pdf: .*{why}"):
        extract.read(path)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("camelot/health_protected.pdf", "encrypted"),
        ("camelot/empty.pdf", "no page of the PDF holds any text"),
        ("plumber/issue-297-example.pdf", "has no pages"),
    ],
)
def test_a_real_pdf_without_text_says_why(name: str, why: str) -> None:
    with pytest.raises(UnreadableFileError, match=why):
        extract.read(REPORTS.parent / "pdfs" / name)


def test_a_page_that_is_damaged_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    drawn(path, lambda canvas: [(canvas.drawString(60, 500, f"Page of text {n}"), canvas.showPage()) for n in range(3)])
    content = path.read_bytes()
    streams = [match.start() for match in re.finditer(rb"/Filter \[ /ASCII85Decode /FlateDecode \]", content)]
    broken = content[: streams[1]] + b"/Filter [ /ASCII85Decode /CCITTFaxDecode ]"[:42].ljust(42) + content[streams[1] + 42 :]
    path.write_bytes(broken)
    document = extract.read(path)
    assert len(document.passages) == 2


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_every_figure_stands_in_its_box(path: Path) -> None:
    pdf = pypdfium2.PdfDocument(path)
    figures = normalise.read(document(path), Report("r", path.name, "")).figures
    missing = [figure for figure in figures if figure.text and not is_printed(pdf, figure)]
    pdf.close()
    assert missing == []


def is_printed(pdf: pypdfium2.PdfDocument, figure: Figure) -> bool:
    assert figure.page is not None
    page = pdf[figure.page - 1]
    box = Box(*(side or 0.0 for side in (figure.x0, figure.top, figure.x1, figure.bottom)))
    x0, y0, x1, y1 = as_written(box, page.get_cropbox(), page.get_rotation())
    text = page.get_textpage()
    found = text.get_text_bounded(x0 - 0.5, y0 - 0.5, x1 + 0.5, y1 + 0.5)
    text.close()
    page.close()
    return "".join(figure.text.split()) in "".join(found.split())


def test_characters_printed_apart_are_all_kept() -> None:
    chars = to_chars(
        [("1", x0, top, x0 + 5, top + 9, 9.0, "Plain", True, 0, 0) for x0, top in ((10.0, 10.0), (10.4, 10.0), (14.0, 10.0), (10.0, 20.0))]
    )
    assert once(chars).tolist() == chars[[0, 2, 3]].tolist()


def test_every_grid_of_a_report_is_a_rectangle() -> None:
    grids = [block for path in PDFS for block in document(path).blocks if isinstance(block, Grid)]
    assert all(len({len(row) for row in grid.rows}) == 1 for grid in grids)
