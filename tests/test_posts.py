"""Tables with rules across only, or with shaded bands, have their columns where the rules and bands end."""

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

import extract

COLUMNS = (40.0, 100.0, 240.0, 400.0)
ROWS = [
    ["", "What we promised", "What has happened since"],
    ["1", "Send a reminder the day|before a visit.", "In place since the|summer."],
    ["2", "Tell residents before a|planned change.", "The work was slower|than hoped."],
    ["3", "Ring back every|customer.", "Completed."],
]
TOLD = [[text.replace("|", " ") for text in row] for row in ROWS]


def drawn(path: Path, rows: list[list[str]], look: str, *, top: float = 700.0, below: str = "") -> list[list[list[str]]]:
    """A table whose cells each have their own rules above and below, or whose rows are shaded cell by cell, every second one."""
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    for r, row in enumerate(rows):
        high = 6 + 12 * max(len(text.split("|")) for text in row)
        top -= high
        ends = COLUMNS if len(row) > 1 else (COLUMNS[0], COLUMNS[-1])
        for x0, x1, text in zip(ends[:-1], ends[1:], row, strict=True):
            if look == "bands" and r in {0, 1, 3, 5, 7}:
                canvas.setFillGray(0.9)
                canvas.rect(x0, top, x1 - x0, high, fill=1, stroke=0)
            if look == "rules":
                canvas.line(x0, top, x1, top)
                canvas.line(x0, top + high, x1, top + high)
            if look == "below":
                canvas.line(x0, top, x1, top)
            canvas.setFillGray(0)
            canvas.setFont("Helvetica" if r else "Helvetica-Bold", 10)
            for n, line in enumerate(text.split("|")):
                canvas.drawString(x0 + 3, top + high - 11 - 12 * n, line)
    canvas.setFont("Helvetica-Bold", 12)
    canvas.drawString(COLUMNS[0], top - 25, below)
    canvas.save()
    return [[[str(cell.text) for cell in row] for row in grid.rows] for grid in extract.read(path).grids]


def test_rules_drawn_cell_by_cell_part_columns_too(tmp_path: Path) -> None:
    assert drawn(tmp_path / "a.pdf", ROWS, "rules") == [TOLD]


def test_a_white_row_between_or_below_bands_is_a_row_of_their_table(tmp_path: Path) -> None:
    assert drawn(tmp_path / "a.pdf", ROWS, "bands") == [TOLD]
    assert drawn(tmp_path / "b.pdf", ROWS[:3], "bands", below="Planning") == [TOLD[:3]]


def test_a_sections_name_stands_in_all_columns_of_its_row(tmp_path: Path) -> None:
    rows = [
        ["Year", "Stage 1", "Stage 2"],
        ["Housing and neighbourhoods"],
        ["2020/21", "12", "3"],
        ["2019/20", "9", "1"],
        ["Waste and street cleansing"],
        ["2020/21", "7", "2"],
    ]
    told = [row * 3 if len(row) == 1 else row for row in rows]
    assert drawn(tmp_path / "a.pdf", rows, "rules") == [told]
    assert drawn(tmp_path / "b.pdf", rows, "bands") == [told]


def test_rules_far_apart_are_no_row(tmp_path: Path) -> None:
    """Two tables of the same columns, with a heading between them."""
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    for top in (700.0, 600.0):
        for x0, x1, title, figure in zip(COLUMNS, COLUMNS[1:], ("", "Stage 1", "Stage 2"), ("All", "12", "34"), strict=False):
            for y in (top, top - 20, top - 40):
                canvas.line(x0, y, x1, y)
            canvas.drawString(x0 + 3, top - 14, title)
            canvas.drawString(x0 + 3, top - 34, figure)
    canvas.drawString(COLUMNS[0], 630, "Waste")
    canvas.save()
    grids = extract.read(path).grids
    assert [[str(cell.text) for cell in grid.rows[-1]] for grid in grids] == [["All", "12", "34"]] * 2


def test_rules_below_each_row_leave_its_headings_to_the_table(tmp_path: Path) -> None:
    rows = [["Service", "Stage 1", "Stage 2"], ["Parks", "12", "3"], ["Waste", "9", "1"], ["Trees", "7", "2"]]
    assert drawn(tmp_path / "a.pdf", rows, "below") == [rows]


def test_headings_of_groups_keep_their_columns_wherever_they_stand_over_them(tmp_path: Path) -> None:
    """Right over the last column of each group, with a total behind the groups and its heading in the middle of both rows."""
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    right = (210.0, 280.0, 350.0, 420.0, 490.0)
    canvas.setFont("Helvetica-Bold", 10)
    for x, text in zip((right[1], right[3]), ("Stage 1", "Stage 2"), strict=True):
        canvas.drawRightString(x, 700, text)
    canvas.drawString(60, 693, "Service")
    canvas.drawRightString(right[4], 693, "Total")
    for x, text in zip(right, ("2020/21", "2021/22") * 2, strict=False):
        canvas.drawRightString(x, 686, text)
    canvas.setFont("Helvetica", 10)
    for n, label in enumerate(("Parks", "Waste", "Trees")):
        canvas.drawString(60, 670 - 16 * n, label)
        for c, x in enumerate(right):
            canvas.drawRightString(x, 670 - 16 * n, str(11 + 7 * n + c))
    canvas.save()
    [grid] = extract.read(path).grids
    assert [str(cell.text) for cell in grid.rows[0]] == ["Service", "Stage 1", "Stage 1", "Stage 2", "Stage 2", "Total"]


def test_a_row_may_be_labelled_by_the_days_of_its_period(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    rows = [("Year", "Benefits", "Housing"), ("01/04/07 - 31/03/08", "3", "41"), ("2006/07", "2", "38"), ("2005/06", "5", "29")]
    for n, row in enumerate(rows):
        canvas.setFont("Helvetica" if n else "Helvetica-Bold", 9)
        for x, text in zip((60, 220, 320), row, strict=True):
            canvas.drawString(x, 700 - 15 * n, text)
    canvas.save()
    [grid] = extract.read(path).grids
    assert [tuple(str(cell.text) for cell in row) for row in grid.rows] == rows
