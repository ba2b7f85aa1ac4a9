"""Tables of words without any line are read by their headings and the white gutters between their columns."""

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

import extract
from schemas import Document

COLUMNS = (60, 80, 300)
ROWS = [
    ["", "Service commitments for 2019/20", "Progress"],
    ["1", "Regular meetings are held with|the contractor of the service.", "This remains ongoing as part|of contract performance."],
    ["2", "Calls are answered sooner", "The team has been enlarged.|Training is complete, and the|rota is under review."],
]


def drawn(path: Path, rows: list[list[str]], columns: tuple[int, ...] = COLUMNS, pages: int = 1) -> Document:
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    for page in range(pages):
        at = 800.0
        for r, row in enumerate(rows):
            canvas.setFont("Helvetica" if r else "Helvetica-Bold", 10)
            for x, text in zip(columns, row, strict=True):
                for n, line in enumerate(text.split("|")):
                    canvas.drawString(x, at - 12 * n, line.replace("contract", ("contract", "works")[page]))
            at -= 12 * max(len(text.split("|")) for text in row) + 8
        canvas.drawString(300, 30, f"Page {page + 1}")
        canvas.showPage()
    canvas.save()
    return extract.read(path)


def read(document: Document) -> list[list[str]]:
    return [[str(cell.text) for cell in row] for row in document.grids[0].rows]


def test_commitments_and_their_progress_stand_in_their_columns(tmp_path: Path) -> None:
    document = drawn(tmp_path / "a.pdf", ROWS)
    assert read(document) == [[text.replace("|", " ") for text in row] for row in ROWS]
    assert not document.passages


def test_a_table_of_words_without_numbers_begins_a_row_where_all_columns_do(tmp_path: Path) -> None:
    rows = [["Theme", "Comment"], ["Delay", "Letters were late.|They are sent sooner."], ["Staff", "Training|is complete."]]
    assert read(drawn(tmp_path / "a.pdf", rows, (60, 200))) == [[text.replace("|", " ") for text in row] for row in rows]


def test_headings_repeated_at_the_top_of_each_page_are_no_running_head(tmp_path: Path) -> None:
    rows = [ROWS[0], ["1", "A contract is let", "The contract is|a good contract"]]
    document = drawn(tmp_path / "a.pdf", rows, pages=2)
    progress = [[str(row[2].text) for row in grid.rows] for grid in document.grids]
    assert progress == [["Progress", f"The {word} is a good {word}"] for word in ("contract", "works")]
    assert [str(text) for text in document.running] == ["Page 1"]


def test_two_bold_titles_over_prose_without_columns_are_no_table(tmp_path: Path) -> None:
    rows = [["Housing", "Parks"], ["A sentence that runs over the whole width of the page and ends here.", ""]] * 2
    assert not drawn(tmp_path / "a.pdf", rows, (60, 200)).grids


def test_rows_of_stacked_figures_far_apart_are_one_table(tmp_path: Path) -> None:
    rows = [["Service", "Received", "Upheld", "Escalated"]]
    rows += [[name, "206|(218)", "38%|(44%)", "17|(23)"] for name in ("Housing|Repairs", "Waste", "Parks")]
    spread = [row for number in rows for row in (["", "||", "", ""], number)][1:]
    spread[1:2] = []
    printed = read(drawn(tmp_path / "a.pdf", spread, (60, 200, 300, 400)))
    assert printed == [[text.replace("|", " ") for text in row] for row in rows]


def test_a_running_head_above_a_table_that_goes_on_is_none_of_its_headings(tmp_path: Path) -> None:
    rows = [["", "", "", "Northvale annual report"], ["Waste", "206", "38%", "17"], ["Parks", "11", "4%", "2"]]
    assert read(drawn(tmp_path / "a.pdf", rows, (60, 200, 300, 400))) == rows[1:]


def test_a_page_in_two_columns_is_read_down_the_left_one_first(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4, invariant=True)
    canvas.setFont("Helvetica", 10)
    for x, side in ((50, "left"), (310, "right")):
        for n in range(30):
            canvas.drawString(x, 780 - 12 * n, f"The {side} column tells of the complaints of one service")
    canvas.drawString(50, 60, "A sentence below that runs over the whole width of the page, from its left margin to its right one.")
    canvas.save()
    printed = " ".join(str(passage.text) for passage in extract.read(tmp_path / "a.pdf").passages)
    assert printed.rindex("left column") < printed.index("right column") < printed.index("A sentence below")
