"""Word documents: what stands in them in reading order, their tables, and the numbers of their charts."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from drawing import REPORTS

import extract
from schemas import Document, Grid, GridSource, UnreadableFileError, UnsupportedFormatError


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


@pytest.mark.parametrize("unsaid", ["vanish", "strike", "dstrike"])
def test_what_is_hidden_or_struck_through_is_not_said(unsaid: str, tmp_path: Path) -> None:
    word = docx.Document()
    paragraph(
        word, f"<w:r><w:rPr><w:{unsaid}/></w:rPr><w:t>11</w:t></w:r><w:r><w:rPr><w:{unsaid} w:val='0'/></w:rPr><w:t>Upheld: 12</w:t></w:r>"
    )
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


def rewritten(path: Path, change: Callable[[bytes], bytes]) -> Path:
    """The same document with every part changed."""
    other = path.with_name("rewritten.docx")
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(other, "w") as made:
        for name in archive.namelist():
            made.writestr(name, change(archive.read(name)))
    return other


def to_strict(content: bytes) -> bytes:
    """A part in the strict dialect of the standard."""
    for usual, strict in (
        (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
        (
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    ):
        content = content.replace(usual, strict)
    return content


def to_macros(content: bytes) -> bytes:
    """A part as in a document with macros."""
    usual = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return content.replace(usual, b"application/vnd.ms-word.document.macroEnabled.main+xml")


@pytest.mark.parametrize("change", [to_strict, to_macros])
def test_a_strict_document_and_one_with_macros_are_read_like_any_other(change: Callable[[bytes], bytes], tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("We answer every complaint.")
    path = tmp_path / "report.docx"
    word.save(str(path))
    assert told(extract.read(rewritten(path, change))) == ["paragraph 1: We answer every complaint."]


def test_a_zip_archive_that_is_no_document_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("photo.txt", "none")
    with pytest.raises(UnsupportedFormatError, match="it is a zip archive"):
        extract.read(path)


def test_a_document_without_words_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    docx.Document().save(str(path))
    with pytest.raises(UnreadableFileError, match=r"report\.docx: it holds no text"):
        extract.read(path)


def test_a_text_box_that_is_written_for_two_programs_is_read_once(tmp_path: Path) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Key facts</w:t></w:r></w:p></w:txbxContent>"
    word = docx.Document()
    paragraph(
        word,
        f"""<w:r><w:t>Our year</w:t></w:r><w:r><mc:AlternateContent
      xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
      <mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>
      <mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>""",
    )
    assert read(word, tmp_path) == ["paragraph 1: Our year", "paragraph 1: Key facts"]


def test_a_link_a_control_and_the_result_of_a_field_are_text(tmp_path: Path) -> None:
    word = docx.Document()
    paragraph(
        word,
        """<w:hyperlink r:id="rId9"><w:r><w:t>Guide</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:tab/><w:t>12</w:t></w:r>
      </w:sdtContent></w:sdt><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:t>no</w:t>
      <w:fldChar w:fldCharType="separate"/><w:t xml:space="preserve"> of 7</w:t><w:fldChar w:fldCharType="end"/></w:r>""",
    )
    assert read(word, tmp_path) == ["paragraph 1: Guide 12 of 7"]


def test_numbers_of_a_list_are_told_as_printed(tmp_path: Path) -> None:
    word = docx.Document()
    for text in ("Train staff", "Answer sooner"):
        word.add_paragraph(text, style="List Number")
    assert read(word, tmp_path) == ["item 1: 1. Train staff", "item 1: 2. Answer sooner"]
