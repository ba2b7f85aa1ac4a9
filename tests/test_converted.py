"""Files that only LibreOffice understands, and files with a lock."""

from pathlib import Path
from shutil import which

import pytest
from test_docx import told

import extract
from schemas import UnreadableFileError

RTF = rb"{\rtf1\ansi {\b Complaints received}\par 12 complaints were received.\par}"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def test_a_rich_text_report_is_read_where_libreoffice_is_and_told_of_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "report.rtf"
    path.write_bytes(RTF)
    if which("soffice"):
        assert told(extract.read(path)) == ["heading 2: Complaints received", "paragraph 1: 12 complaints were received."]
    else:
        with pytest.raises(UnreadableFileError, match=r"needs LibreOffice"):
            extract.read(path)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.rtf", RTF, "a.rtf: it is a rich text document, which needs LibreOffice to be read: install it .*, or save the file as .docx"),
        ("a.doc", OLD + "WordDocument".encode("utf-16-le"), "a.doc: it is an old Word document, which needs LibreOffice"),
        ("a.xls", OLD + "Workbook".encode("utf-16-le"), "a.xls: .*libreoffice-calc-nogui.* save the file as .xlsx"),
        ("a.docx", OLD + "EncryptedPackage".encode("utf-16-le"), "a.docx: the file is encrypted and asks for a password"),
    ],
)
def test_without_libreoffice_a_file_says_what_it_needs(
    name: str, content: bytes, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableFileError, match=reason):
        extract.read(tmp_path / name)
