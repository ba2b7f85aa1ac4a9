"""Text that stands sideways or upside down on its page is read as if the page were turned; its boxes stay where it is printed."""

from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

import extract

ROWS = [["Service", "Received", "Upheld"], ["Housing", "206", "79"], ["Parks and gardens", "50", "7"]]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_table_reads_the_same_however_its_text_is_turned(turn: int, ruled: bool, tmp_path: Path) -> None:  # noqa: FBT001
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    canvas.drawString(60, 815, "Northvale")
    canvas.translate(*{0: (100, 500), 90: (400, 100), 180: (500, 500), 270: (200, 600)}[turn])
    canvas.rotate(turn)
    for r, row in enumerate(ROWS):
        for c, text in enumerate(row):
            canvas.drawString(120 * c + 3, -20 * r + 6, text)
            if ruled:
                canvas.rect(120 * c, -20 * r, 120, 20)
    canvas.save()
    document = extract.read(path)
    (grid,) = document.grids
    assert [[str(cell.text) for cell in row] for row in grid.rows] == ROWS
    assert [str(passage.text) for passage in document.passages] == ["Northvale"]
    box = grid.rows[1][1].text.box
    assert box
    with pypdfium2.PdfDocument(path) as pdf:
        found = pdf[0].get_textpage().get_text_bounded(box.x0 - 1, A4[1] - box.bottom - 1, box.x1 + 1, A4[1] - box.top + 1)
    assert found.strip() == "206"
