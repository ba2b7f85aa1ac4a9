"""Charts that a page draws: bars and slices whose numbers and names are text; what cannot be tied to a category is no figure."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from reportlab.lib.colors import CMYKColorSep, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

import extract
from schemas import Document, GridSource

COLOURS = ("#4472c4", "#ed7d31", "#a5a5a5")


def drawn(path: Path, draw: Callable[[Canvas], object]) -> Document:
    canvas = Canvas(str(path / "a.pdf"), pagesize=A4, invariant=True)
    canvas.setFont("Helvetica", 8)
    draw(canvas)
    canvas.save()
    return extract.read(path / "a.pdf")


def fill(canvas: Canvas, colour: str) -> None:
    canvas.setFillColor(HexColor(colour))


def words(canvas: Canvas, x: float, y: float, text: str) -> None:
    fill(canvas, "#000000")
    for n, line in enumerate(text.split(" / ")):
        canvas.drawCentredString(x, y - 10 * n, line)


def columns(canvas: Canvas, series: Sequence[Sequence[int]], numbers: Sequence[Sequence[str]], names: Sequence[str]) -> None:
    """Standing bars over a base line, and the numbers of an axis beside them."""
    for n, name in enumerate(names):
        left = 100 + 110 * n
        for s, values in enumerate(series):
            fill(canvas, COLOURS[s])
            canvas.rect(left + 25 * s, 500, 25, values[n], stroke=0, fill=1)
            words(canvas, left + 25 * s + 12, 503 + values[n], numbers[s][n])
        words(canvas, left + 12.5 * len(series), 488, name)
    for step in (0, 50, 100):
        words(canvas, 80, 500 + step, str(step))


def legend(canvas: Canvas, names: Sequence[str], x: float = 150, y: float = 455) -> None:
    for n, name in enumerate(names):
        fill(canvas, COLOURS[n])
        canvas.rect(x + 80 * n, y, 6, 6, stroke=0, fill=1)
        fill(canvas, "#000000")
        canvas.drawString(x + 80 * n + 9, y, name)


def charts(document: Document) -> list[list[str]]:
    return [[" | ".join(str(c.text) for c in row) for row in grid.rows] for grid in document.grids if grid.source is GridSource.CHART]


def test_the_number_above_a_column_belongs_to_the_name_below_it(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 640, "Complaints by service")
        columns(canvas, [[100, 50, 20]], [["1,000", "500", "200"]], ["Housing", "Street / cleaning", "Parks"])

    document = drawn(tmp_path, draw)
    assert charts(document) == [[" | ", "Housing | 1,000", "Street cleaning | 500", "Parks | 200"]]
    assert [str(passage.text) for passage in document.passages] == ["Complaints by service"]
    assert str(document.grids[0].rows[2][1].place) == "chart 1, series 1, point 2"


def test_bars_in_shades_of_grey_are_bars(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for n, name in enumerate(("Housing", "Parks")):
            canvas.setFillGray(0.6)
            canvas.rect(100 + 110 * n, 500, 25, 40 + 40 * n, stroke=0, fill=1)
            words(canvas, 112 + 110 * n, 543 + 40 * n, str(20 + 20 * n))
            words(canvas, 112 + 110 * n, 488, name)
        for step in (0, 50, 100):
            words(canvas, 80, 500 + step, str(step))

    assert charts(drawn(tmp_path, draw)) == [[" | ", "Housing | 20", "Parks | 40"]]


@pytest.mark.parametrize(("inks", "found"), [(1, [[" | ", "Housing | 41", "Parking | 82", "Waste | 62"]]), (2, [])])
def test_bars_in_all_of_an_ink_of_its_own_are_bars_and_inks_that_cannot_be_told_apart_are_no_series(
    inks: int, found: list[list[str]], tmp_path: Path
) -> None:
    def draw(canvas: Canvas) -> None:
        for n, (name, value) in enumerate([("Housing", 41), ("Parking", 82), ("Waste", 62)]):
            for ink in range(inks):
                canvas.setFillColor(CMYKColorSep(1, ink, 0, 0, spotName=f"Ink{ink}"))
                canvas.rect(100 + 110 * n + 25 * ink, 500, 25, value, stroke=0, fill=1)
                words(canvas, 112 + 110 * n + 25 * ink, 503 + value, str(value))
            words(canvas, 112 + 110 * n, 488, name)

    assert charts(drawn(tmp_path, draw)) == found


def test_the_colours_of_bars_side_by_side_are_named_by_the_legend(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        columns(canvas, [[100, 40], [80, 60]], [["50", "20"], ["40", "30"]], ["Housing", "Parks"])
        legend(canvas, ["2018-19", "2019-20"])

    assert charts(drawn(tmp_path, draw)) == [[" | 2018-19 | 2019-20", "Housing | 50 | 40", "Parks | 20 | 30"]]


def test_lying_bars_are_named_to_their_left(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for n, (name, value) in enumerate([("Waste", 39), ("Planning", 11), ("Housing and homes", 10)]):
            fill(canvas, COLOURS[0])
            canvas.rect(200, 600 - 30 * n, 5 * value, 15, stroke=0, fill=1)
            fill(canvas, "#000000")
            canvas.drawRightString(195, 604 - 30 * n, name)
            canvas.drawString(204 + 5 * value, 604 - 30 * n, str(value))

    assert charts(drawn(tmp_path, draw)) == [[" | ", "Waste | 39", "Planning | 11", "Housing and homes | 10"]]


def slices(canvas: Canvas, shares: Sequence[float], numbers: Sequence[str], spots: Sequence[tuple[float, float]]) -> None:
    start = 0.0
    for n, share in enumerate(shares):
        fill(canvas, COLOURS[n])
        canvas.wedge(200, 500, 320, 620, start, 360 * share, stroke=0, fill=1)
        start += 360 * share
    for number, (x, y) in zip(numbers, spots, strict=True):
        words(canvas, x, y, number)


def test_slices_are_named_by_their_colours(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        slices(canvas, [0.5, 0.3, 0.2], ["50", "30", "20"], [(260, 625), (222, 500), (315, 505)])
        legend(canvas, ["Housing", "Parks", "Roads"], 150, 460)

    assert charts(drawn(tmp_path, draw)) == [[" | ", "Housing | 50", "Parks | 30", "Roads | 20"]]


def test_a_chart_whose_numbers_do_not_fit_its_bars_or_slices_gives_no_figure(tmp_path: Path) -> None:
    def slices_that_lie(canvas: Canvas) -> None:
        slices(canvas, [0.5, 0.3, 0.2], ["10", "30", "60"], [(260, 625), (222, 500), (315, 505)])
        legend(canvas, ["Housing", "Parks", "Roads"], 150, 460)

    def bars_that_lie(canvas: Canvas) -> None:
        columns(canvas, [[100, 50, 20]], [["7", "500", "9"]], ["Housing", "Waste", "Parks"])

    assert charts(drawn(tmp_path, slices_that_lie)) == charts(drawn(tmp_path, bars_that_lie)) == []


def test_shaded_cells_with_words_in_them_are_no_bars(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        columns(canvas, [[100, 50, 20]], [["1,000", "500", "200"]], ["Housing", "Waste", "Parks"])
        words(canvas, 112, 540, "Stage")

    assert charts(drawn(tmp_path, draw)) == []
