"""Files that are damaged, or are not what their name says: what can be read is read, and what cannot is told in a sentence."""

from pathlib import Path

import pypdfium2
import pytest
from handmade import TEXT, broken_stream, misread_stream, sentence, stream, write_pdf

import extract
from extract.archive import WORD
from schemas import Document, UnreadableFileError

LINES = b"".join(sentence(f"{n}. {TEXT}", y=280 - 11 * n) for n in range(1, 21))
FORM = "/Type /XObject /Subtype /Form /BBox [0 0 400 300]"
CHECKSUM = "its text fails its checksum, so characters may be missing or wrong"


def gaps(document: Document) -> list[tuple[int | None, str]]:
    return [(gap.place.page, gap.reason) for gap in document.gaps]


def test_a_page_that_another_reader_reads_more_of_is_told_and_the_others_stay(tmp_path: Path) -> None:
    document = extract.read(write_pdf(tmp_path / "a.pdf", [stream(LINES), broken_stream(LINES), stream(LINES)]))
    ((page, reason),) = gaps(document)
    assert page == 2
    assert reason.startswith("page 2 is damaged: only 0 of at least ")
    assert document.pages == 3
    assert {passage.place.page for passage in document.passages} == {1, 3}


def test_a_page_whose_checksum_is_wrong_is_read_and_told_of(tmp_path: Path) -> None:
    document = extract.read(write_pdf(tmp_path / "a.pdf", [misread_stream(LINES)]))
    assert gaps(document) == [(1, f"page 1 is damaged: {CHECKSUM}")]
    assert str(document.passages[0].text).endswith(f"20. {TEXT}")


def test_a_pdf_behind_another_is_told(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [stream(LINES)])
    path.write_bytes(path.read_bytes() * 2)
    assert "two PDFs, one behind the other" in str(gaps(extract.read(path)))


def test_a_report_attached_to_a_pdf_is_told_and_other_files_are_not(tmp_path: Path) -> None:
    with pypdfium2.PdfDocument(write_pdf(tmp_path / "a.pdf", [stream(LINES)])) as cover:
        for name in ("Annual report.PDF", "invoice.xml"):
            cover.new_attachment(name).set_data(b"any")
        cover.save(tmp_path / "b.pdf")
    ((_, reason),) = gaps(extract.read(tmp_path / "b.pdf"))
    assert reason.endswith("were not read; save them beside it: Annual report.PDF")


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("/Subtype /Widget /FT /Tx /V (12)", "page 1 has form fields or notes whose figures were not read (12); print it to a new PDF"),
        ("/Subtype /Widget /Parent << /FT /Tx /V <FEFF0031> >>", "page 1 has form fields or notes whose figures were not read (1);"),
        ("/Subtype /FreeText /Contents (Upheld:\\n7)", "page 1 has form fields or notes whose figures were not read (Upheld: 7);"),
        ("/Subtype /StrikeOut /Contents (no)", "page 1 has text that a note strikes out"),
        ("/Subtype /Widget /FT /Tx /V (12) /F 2", ""),
        ("/Subtype /Widget /FT /Tx /V (Jane)", ""),
        ("/Subtype /Widget /FT /Btn /V /1", ""),
        ("/Subtype /Text /Contents (12 on a label that opens)", ""),
        ("/Subtype /Link /Contents (page 12)", ""),
    ],
)
def test_figures_in_form_fields_and_notes_of_a_pdf_are_told(note: str, told: str, tmp_path: Path) -> None:
    page = f"/MediaBox [0 0 400 300] /Annots [<< /Type /Annot /Rect [9 9 99 99] {note} >> null 3]"
    found = gaps(extract.read(write_pdf(tmp_path / "a.pdf", [stream(LINES)], page)))
    assert len(found) == bool(told)
    assert all(place == 1 and reason.startswith(told) for place, reason in found)


def test_a_damaged_note_costs_nothing_that_the_page_says(tmp_path: Path) -> None:
    page = "/MediaBox [0 0 400 300] /Resources << /Font << /F1 3 0 R >> >> /Annots [6 0 R]"
    document = extract.read(write_pdf(tmp_path / "a.pdf", [stream(LINES)], page, forms=[b"<< /Subtype /Widget /V >>"]))
    assert gaps(document) == [(1, "page 1 has damaged form fields or notes, whose figures were not read; see what they say")]
    assert document.passages


def test_a_page_with_an_empty_stream_is_no_damage(tmp_path: Path) -> None:
    empty = b"<< /Filter /FlateDecode /Length 0 >>\nstream\n\nendstream"
    assert gaps(extract.read(write_pdf(tmp_path / "a.pdf", [stream(LINES), empty]))) == []


def test_a_damaged_part_that_pages_share_is_told_of_each(tmp_path: Path) -> None:
    form = misread_stream(LINES, FORM)
    document = extract.read(write_pdf(tmp_path / "a.pdf", [stream(b"/X0 Do"), stream(b"/X0 Do")], forms=[form]))
    assert gaps(document) == [(1, f"page 1 is damaged: {CHECKSUM}"), (2, f"page 2 is damaged: {CHECKSUM}")]


def test_a_form_that_draws_itself_is_no_damage(tmp_path: Path) -> None:
    form = stream(
        LINES, "/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Resources << /Font << /F1 3 0 R >> /XObject << /X0 6 0 R >> >>"
    )
    assert gaps(extract.read(write_pdf(tmp_path / "a.pdf", [stream(b"/X0 Do")], forms=[form]))) == []


def test_bold_by_overprinting_is_no_damage(tmp_path: Path) -> None:
    bold = sentence() + sentence(x=50.3)
    document = extract.read(write_pdf(tmp_path / "a.pdf", [stream(bold)]))
    assert gaps(document) == []
    assert [str(passage.text) for passage in document.passages] == [TEXT]


def test_a_page_that_cannot_be_found_is_told(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [stream(LINES), stream(LINES)])
    path.write_bytes(path.read_bytes().replace(b"/Type /Page /Parent", b"/Type /Pane /Parent", 1))
    document = extract.read(path)
    assert gaps(document) == [(None, "the PDF is damaged: only 1 of its 2 pages could be found")]


def test_a_file_of_which_no_page_can_be_read_says_why(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [broken_stream(LINES)])
    with pytest.raises(UnreadableFileError, match=r"^a\.pdf: no page can be read: page 1 is damaged: only 0 of at least \d+ characters"):
        extract.read(path)


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        (b"/MediaBox [0 0 400 300]", b"/MediaBox [0 0 4) 300]", "the PDF is damaged and cannot be opened; get it again from its source"),
        (b"/FlateDecode", b"/FlateDecade", "no page can be read: page 1 is damaged and cannot be read"),
    ],
)
def test_what_is_wrong_with_a_pdf_is_told_without_the_words_of_a_library(before: bytes, after: bytes, reason: str, tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [stream(LINES)])
    path.write_bytes(path.read_bytes().replace(before, after))
    with pytest.raises(UnreadableFileError) as raised:
        extract.read(path)
    assert str(raised.value) == f"a.pdf: {reason}"


@pytest.mark.parametrize("name", ["report.pdf", "report.docx", "report.txt"])
@pytest.mark.parametrize("mention", ["", "It was made of a file that begins with %PDF-1.4 and some bytes.\n"])
def test_text_is_read_as_text_whatever_its_name_and_its_subject(name: str, mention: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(f"{mention}We received 206 complaints.\n")
    document = extract.read(tmp_path / name)
    assert document.media_type == "text/plain"
    assert str(document.passages[0].text).endswith("We received 206 complaints.")


@pytest.mark.parametrize("before", [b"", b"mail header\r\n", b"x" * 500, b"\n\n"])
def test_a_pdf_may_have_something_before_its_head(before: bytes, tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "report.txt", [stream(LINES)])
    path.write_bytes(before + path.read_bytes())
    assert extract.read(path).media_type == "application/pdf"


@pytest.mark.parametrize("lost", [0, 9, 40])
def test_a_pdf_whose_head_is_lost_or_stands_too_late_is_no_text(lost: int, tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [stream(b"")])
    path.write_bytes(path.read_bytes()[lost:] if lost else b"x" * 2000 + path.read_bytes())
    with pytest.raises(UnreadableFileError, match="does not begin like one"):
        extract.read(path)


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.pdf", b"<!DOCTYPE html><html><p>Not found", "text/html"),
        ("a.txt", b'<?xml version="1.0"?><html>', "text/html"),
        ("a.pdf", b"<?xml version='1.0'?><feed>", "application/xml"),
        ("a.pdf", b"PK\x03\x04", "application/zip"),
        ("a.docx", b"PK\x03\x04", WORD),
        ("a.doc", b"\xd0\xcf\x11\xe0", ""),
        ("a.md", b"text", ""),
        ("a", b"text", ""),
    ],
)
def test_the_first_bytes_tell_what_a_file_is_unless_its_name_says_it_better(
    name: str, content: bytes, media_type: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    assert extract.media_type(tmp_path / name) == media_type


@pytest.mark.parametrize("nested", ["<b>", "<ul><li>", "<p><i>"])
def test_tags_within_tags_beyond_all_reason_are_left_out_and_the_words_stay(nested: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{'12 words. ' + nested * 20_000} and 13 more.\n")
    document = extract.read(tmp_path / "a.txt")
    assert " ".join(str(passage.text) for passage in document.passages) == "12 words. and 13 more."


@pytest.mark.parametrize("sign", ["# ", ".", "[bookmark:", "<b ", "[", "(", "*", "|", "\t", '\t"x\n', '"', "\nabc"])
def test_a_sign_a_hundred_thousand_times_is_read_in_time(sign: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f'Report\n\t"{sign * (100_000 // len(sign))}x\nand so on\n')
    assert str(extract.read(tmp_path / "a.txt").passages[0].text).startswith("Report")


@pytest.mark.parametrize("name", ["a.txt", "a.csv"])
def test_a_text_as_long_as_no_report_is_told_in_a_sentence(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"Report,12\n" * 1_100_000)
    with pytest.raises(UnreadableFileError, match=rf"^{name}: the file holds 11 MB of text; a text of up to 10 MB is read; divide it$"):
        extract.read(tmp_path / name)
