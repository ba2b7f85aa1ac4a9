"""Word documents: what stands in them in reading order, their tables, and the numbers of their charts."""

from pathlib import Path

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

import extract
from schemas import Document, Grid, GridSource, UnreadableFileError

REPORTS = Path(__file__).parents[2] / "shared" / "reports"


def told(document: Document) -> list[str]:
    """Each block on a line: passages with their kind, tables with their rows."""
    return [
        " / ".join(" | ".join(str(cell.text) for cell in row) for row in block.rows)
        if isinstance(block, Grid)
        else f"{block.kind} {block.level}: {block.text}"
        for block in document.blocks
    ]


def read(word: WordFile, folder: Path) -> list[str]:
    path = folder / "report.docx"
    word.save(str(path))
    return told(extract.read(path))


def paragraph(word: WordFile, inner: str) -> None:
    """A paragraph of hand-written markup at the end of the document."""
    word.element.body.insert(-1, parse_xml(f"<w:p {nsdecls('w', 'wp', 'a', 'r', 'm')}>{inner}</w:p>"))


def test_headings_lists_and_paragraphs_stand_in_reading_order(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("Complaints", 1)
    word.add_paragraph("We answer every complaint.")
    word.add_paragraph().add_run("Housing").bold = True
    word.add_paragraph("A missed bin", style="List Bullet")
    word.add_paragraph("A late visit", style="List Bullet 2")
    assert read(word, tmp_path) == [
        "heading 1: Complaints",
        "paragraph 1: We answer every complaint.",
        "heading 2: Housing",
        "item 1: • A missed bin",
        "item 2: • A late visit",
    ]


def test_what_a_tracked_change_deleted_is_gone_and_what_it_inserted_stands(tmp_path: Path) -> None:
    word = docx.Document()
    paragraph(word, "<w:r><w:t xml:space='preserve'>Upheld: </w:t></w:r><w:del><w:r><w:delText>11</w:delText></w:r></w:del>"
                    "<w:ins><w:r><w:t>12</w:t></w:r></w:ins>")  # fmt: skip
    assert read(word, tmp_path) == ["paragraph 1: Upheld: 12"]


def test_a_raised_digit_does_not_glue_to_a_number(tmp_path: Path) -> None:
    word = docx.Document()
    table = word.add_table(1, 2)
    table.cell(0, 0).text = "Upheld"
    table.cell(0, 1).paragraphs[0].add_run("12")
    table.cell(0, 1).paragraphs[0].add_run("3").font.superscript = True
    assert read(word, tmp_path) == ["Upheld | 12³"]


def test_a_merged_cell_stands_in_every_square_it_covers(tmp_path: Path) -> None:
    word = docx.Document()
    table = word.add_table(3, 3)
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Stage 1"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Housing"
    table.cell(2, 2).text = "7"
    path = tmp_path / "report.docx"
    word.save(str(path))
    grid = extract.read(path).grids[0]
    assert grid.rows[0][1] == grid.rows[0][2]
    assert grid.rows[1][0] == grid.rows[2][0]
    assert str(grid.rows[2][0].place) == "table 1, row 2, column 1"
    assert len({cell for row in grid.rows for cell in row}) == 7


def test_a_table_that_only_holds_text_is_unwrapped_and_one_nested_in_it_is_a_table(tmp_path: Path) -> None:
    word = docx.Document()
    outer = word.add_table(1, 1)
    outer.cell(0, 0).text = "Our year"
    inner = outer.cell(0, 0).add_table(2, 2)
    for n, text in enumerate(("Stage", "Received", "Stage 1", "12")):
        inner.cell(n // 2, n % 2).text = text
    assert read(word, tmp_path) == ["paragraph 1: Our year", "Stage | Received / Stage 1 | 12"]


def test_the_charts_of_a_published_report_are_grids_with_places() -> None:
    document = extract.read(REPORTS / "cambridge-2019-20.docx")
    charts = [grid for grid in document.grids if grid.source is GridSource.CHART]
    assert len(charts) == 21
    assert str(charts[0].title) == "Fig 1. Complaints by Stage"
    assert [str(row[1].text) for row in charts[0].rows] == ["", "1056", "75", "14", "10"]
    assert str(charts[2].rows[4][3].place) == "chart 3, series 3, point 4"


@pytest.mark.parametrize("kept", [400, 2000, -200])
def test_a_document_that_is_cut_short_is_told_of(kept: int, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    docx.Document().save(str(path))
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(UnreadableFileError, match=r"report\.docx: the file is damaged or cut short"):
        extract.read(path)
