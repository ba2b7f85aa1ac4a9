"""Tables that no lines are drawn for, each drawn as text in a type of one width: figures in columns are a table, prose is none."""

from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

import extract
from schemas import Document

SIZE = 9
LEADING = 12


def page(path: Path, text: str, rules: tuple[int, ...] = (), shades: tuple[int, ...] = ()) -> Document:
    """The text on a page; `rules` are drawn below those lines, `shades` behind them, from the margin to the page's middle."""
    canvas = Canvas(str(path / "a.pdf"), pagesize=A4, invariant=True)
    top = A4[1] - 100
    for n, line in enumerate(text.strip("\n").splitlines()):
        if n in shades:
            canvas.setFillGray(0.9)
            canvas.rect(50, top - (n + 1) * LEADING, 400, LEADING, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.setFont("Courier", SIZE)
        canvas.drawString(50, top - (n + 1) * LEADING + 3, line)
        if n in rules:
            canvas.line(50, top - (n + 1) * LEADING, 450, top - (n + 1) * LEADING)
    canvas.save()
    return extract.read(path / "a.pdf")


def tables(document: Document) -> list[list[str]]:
    return [[" | ".join(str(cell.text) for cell in row) for row in grid.rows] for grid in document.grids]


def test_figures_below_each_other_are_a_table_with_the_headings_above_them(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        """
Complaints were made about these services in the year.

Service          Received   Upheld
Housing               206       79
Street cleaning        50      n/a
""",
    )
    assert tables(document) == [["Service | Received | Upheld", "Housing | 206 | 79", "Street cleaning | 50 | n/a"]]
    assert [str(passage.text) for passage in document.passages] == ["Complaints were made about these services in the year."]
    figure = document.grids[0].rows[1][1]
    assert (figure.place.page, str(figure.place)) == (1, "table 1, row 2, column 2")


def test_headings_of_several_lines_are_one_and_a_heading_over_columns_stands_in_each(tmp_path: Path) -> None:
    text = """
                   Stage 1             Stage 2
Service       Received  Upheld    Received  Upheld
                          in %                in %
Housing            206      79          12      50
Parks               50       7           4       0
"""
    head, *rows = tables(page(tmp_path, text))[0]
    assert head == "Service | Stage 1 | Stage 1 | Stage 2 | Stage 2"
    assert rows == ["Service | Received | Upheld in % | Received | Upheld in %", "Housing | 206 | 79 | 12 | 50", "Parks | 50 | 7 | 4 | 0"]


def test_a_label_that_goes_on_below_is_one_and_a_name_alone_is_a_row(tmp_path: Path) -> None:
    text = """
Service               2018/19   2019/20
Adult services
Day centres                12        14
Assessments and
reviews of care             3         5
Transport                   7         1
of children
"""
    assert tables(page(tmp_path, text)) == [
        [
            "Service | 2018/19 | 2019/20",
            "Adult services |  | ",
            "Day centres | 12 | 14",
            "Assessments and reviews of care | 3 | 5",
            "Transport of children | 7 | 1",
        ]
    ]


def test_rules_and_bands_part_the_rows(tmp_path: Path) -> None:
    text = """
Service               2018/19   2019/20
Adult services             12        14
Day centres
Children                    3         5
Fostering
"""
    expected = [["Service | 2018/19 | 2019/20", "Adult services Day centres | 12 | 14", "Children Fostering | 3 | 5"]]
    assert tables(page(tmp_path, text, rules=(0, 2, 4))) == expected


@pytest.mark.parametrize(
    "text",
    [
        """
Contents
Introduction ............................ 3
Complaints by service ................... 7
""",
        """
In 2019/20 we received 206 complaints, which is 12
fewer than in the year before. Of these 79 were up-
held. The council spent    12 working days on each.
""",
        """
County Hall          Telephone
High Street          01632 960
Northvale            Ask for us
""",
        """
-   12 complaints about repairs
-   14 complaints about parks
-   3
""",
    ],
)
def test_prose_lists_and_addresses_are_no_tables(text: str, tmp_path: Path) -> None:
    assert tables(page(tmp_path, text)) == []
