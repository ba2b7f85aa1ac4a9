"""A PDF that cannot be opened gives the pages that are whole, and says that there may have been more."""

from pathlib import Path

import pytest
from handmade import misread_stream, sentence, stream, write_pdf

from extract import pdf
from schemas import UnreadableFileError

SAID = [f"We received {n} complaints in all." for n in (106, 206, 306)]
PAGES = [stream(sentence(said)) for said in SAID]


def damaged(folder: Path, before: bytes, after: bytes = b"", *, cut: bool = False) -> Path:
    """Three pages, with something in place of the first `before`; nothing follows it if the file is cut."""
    path = write_pdf(folder / "a.pdf", PAGES)
    start, _, rest = path.read_bytes().partition(before)
    path.write_bytes(start + after + (b"" if cut else rest))
    return path


def texts(path: Path) -> list[str]:
    document = pdf.read(path)
    assert [gap.reason for gap in document.gaps][:1] == [pdf.RESCUED]
    return [str(passage.text) for passage in document.passages]


def test_a_pdf_without_its_end_gives_all_its_pages(tmp_path: Path) -> None:
    assert texts(damaged(tmp_path, b"xref", cut=True)) == SAID


def test_a_pdf_cut_in_the_middle_gives_the_pages_before(tmp_path: Path) -> None:
    assert texts(damaged(tmp_path, b"9 0 obj", b"9 0 obj\n<< /Length 99 >>\nstream\nBT /F1 9", cut=True)) == SAID[:2]


@pytest.mark.parametrize("lost", [b"1 0 obj", b"2 0 obj"])
def test_pages_are_found_without_their_catalogue_or_their_tree(lost: bytes, tmp_path: Path) -> None:
    path = damaged(tmp_path, b"xref", cut=True)
    path.write_bytes(
        path.read_bytes()
        .replace(lost + b"\n", b"lost\n", 1)
        .replace(b"/Parent 2 0 R", b"/Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >>")
    )
    assert texts(path) == SAID


def test_a_page_that_lacks_its_font_is_not_read(tmp_path: Path) -> None:
    path = damaged(tmp_path, b"xref", cut=True)
    path.write_bytes(path.read_bytes().replace(b"1 0 obj", b"lost").replace(b"3 0 obj", b"lost"))
    with pytest.raises(UnreadableFileError, match="the PDF is damaged and cannot be opened"):
        pdf.read(path)


def packing(folder: Path, packed: bytes) -> Path:
    """A page's content, and the stream of objects that the page is packed in."""
    objects = stream(packed, "/Type /ObjStm /N 1 /First 5")
    return damaged(folder, b"4 0 obj", b"5 0 obj\n" + PAGES[0] + b"\nendobj\n30 0 obj\n" + objects + b"\nendobj\n", cut=True)


PACKED = b"<</Type/Page/MediaBox[0 0 400 300]/Contents 5 0 R/Resources<</Font<</F1 3 0 R>>>>>>"


def test_pages_packed_in_a_stream_of_objects_are_found(tmp_path: Path) -> None:
    assert texts(packing(tmp_path, b"40 0 " + PACKED)) == SAID[:1]


@pytest.mark.parametrize("packed", [b"40 0 " + PACKED + b" " * 10_000_000, b"4x 0 " + PACKED])
def test_a_stream_of_objects_without_end_or_without_numbers_is_not_unpacked(packed: bytes, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="cannot be opened"):
        pdf.read(packing(tmp_path, packed))


def test_nothing_of_an_encrypted_pdf_is_rescued(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="cannot be opened"):
        pdf.read(damaged(tmp_path, b"xref", b"% /Encrypt", cut=True))


def test_a_rescued_page_is_held_to_its_checksum(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [*PAGES[:1], misread_stream(sentence(SAID[1]))])
    path.write_bytes(path.read_bytes().partition(b"xref")[0])
    assert [gap.place.page for gap in pdf.read(path).gaps] == [None, 2]
