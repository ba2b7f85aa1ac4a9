"""Text renditions of published reports: every table, row and commitment that a person counts in them."""

import pytest
from drawing import REPORTS

from extract.plain import read
from schemas import Document, Grid, GridSource, Passage


@pytest.fixture(scope="module")
def year() -> Document:
    return read(REPORTS / "thurrock-2019-20.txt")


@pytest.fixture(scope="module")
def half_year() -> Document:
    return read(REPORTS / "thurrock-2017-18-h1.txt")


def headed(document: Document, start: str, column: int) -> list[Grid]:
    return [grid for grid in document.grids if column < len(grid.rows[0]) and str(grid.rows[0][column].text).startswith(start)]


def commitments(document: Document) -> list[list[str]]:
    found = [*headed(document, "Service commitments", 0), *headed(document, "Service commitments", 1)]
    return [[str(cell.text) for cell in row] for grid in found for row in grid.rows[1:]]


def size(grid: Grid) -> tuple[int, int]:
    return len(grid.rows), len(grid.rows[0])


def test_the_summary_of_a_year_is_one_table(year: Document) -> None:
    assert size(year.grids[0]) == (11, 11)
    assert [str(row[0].text).split()[0] for row in year.grids[0].rows[5:7]] == ["Place", "Finance"]


def test_a_year_has_ten_comparative_tables(year: Document) -> None:
    assert [size(grid) for grid in headed(year, "Comparative", 0)] == [(4, 11)] * 10


def test_a_year_has_ten_analysis_tables_whose_cut_rows_are_whole(year: Document) -> None:
    rows = [row for grid in headed(year, "Analysis", 0) for row in grid.rows[1:]]
    assert len(headed(year, "Analysis", 0)) == 10
    assert len(rows) == 16
    assert all(row[0].text for row in rows)
    assert any(str(row[2].text).endswith("and with no staff complaints upheld which is a positive.") for row in rows)


def test_a_year_has_53_commitments_and_none_is_cut(year: Document) -> None:
    rows = commitments(year)
    assert len(rows) == 53
    assert all(row[0].isdigit() for row in rows)
    cut = next(row for row in rows if row[1].startswith("Gas servicing"))
    assert cut[1].endswith("missed appointments, delays and communication issues.")
    assert cut[2].startswith("There has been a noticeable")
    assert cut[2].endswith("was 88%.")


def test_a_half_year_has_nine_summaries(half_year: Document) -> None:
    found = [size(grid) for grid in half_year.grids if size(grid)[1] == 11 and not grid.rows[0][0].text]
    assert found == [(5, 11), (3, 11), (7, 11), (5, 11), (3, 11), (3, 11), (4, 11), (6, 11), (3, 11)]


def test_a_half_year_has_ten_dashboards(half_year: Document) -> None:
    assert [size(grid)[0] for grid in headed(half_year, "Analysis", 0)] == [4, 3, 5, 3, 4, 3, 3, 4, 2, 2]
    assert [size(grid)[0] for grid in (*headed(half_year, "S1", 0), *headed(half_year, "Complaint data", 0))] == [3, 2, 3, 3, *[3] * 6]
    assert len(half_year.grids) == 39


def test_a_half_year_has_21_commitments(half_year: Document) -> None:
    assert len(commitments(half_year)) == 21


def test_cells_cut_by_a_page_of_the_half_year_are_whole(half_year: Document) -> None:
    analysis = headed(half_year, "Analysis", 0)
    assert str(analysis[7].rows[0][0].text) == "Analysis \N{EN DASH} key themes / concerns"
    assert str(analysis[8].rows[1][3].text) == "Commitment given should result in no further complaints of this nature"
    assert str(headed(half_year, "Complaint data", 0)[-1].rows[2][0].text) == "Last year's stats>>"
    assert all(row[0].text for grid in analysis for row in grid.rows)


def test_no_markup_is_left_in_any_report() -> None:
    for path in sorted(REPORTS.glob("*.txt")):
        texts = [str(block.text) for block in read(path).blocks if isinstance(block, Passage)]
        texts += [str(cell.text) for grid in read(path).grids for row in grid.rows for cell in row]
        assert not [text for text in texts if "**" in text or "[bookmark" in text or "</" in text or "<p>" in text or "&amp;" in text]


def test_tables_with_a_line_for_each_cell_are_tables() -> None:
    document = read(REPORTS / "cambridge-2019-20.txt")
    assert [size(grid) for grid in document.grids if grid.source is GridSource.TABLE] == [
        (4, 5), (10, 6), (4, 6), *[(4, 7)] * 10, (4, 5), (3, 3), (4, 3), (7, 3), (4, 4),
    ]  # fmt: skip
    assert len([grid for grid in document.grids if grid.source is GridSource.CHART]) == 21


def test_a_table_that_runs_over_a_page_without_a_head_is_one_table() -> None:
    assert [size(grid) for grid in read(REPORTS / "rbkc-2019-20.txt").grids] == [(11, 3), (9, 2), (4, 2)]


def test_tables_whose_head_is_repeated_are_one_table() -> None:
    assert [size(grid) for grid in read(REPORTS / "brent-2019-20.txt").grids] == [(5, 2), (3, 2), (9, 2)]
