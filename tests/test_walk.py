"""What an operator hands over and asks for: part of a folder, a list of files, zip files, passwords."""

import io
from collections import Counter
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from reportlab.pdfgen.canvas import Canvas
from typer.testing import CliRunner

import upheld
from schemas import UpheldError
from upheld.batch import read_folder
from upheld.cli import main
from upheld.files import unpacked
from upheld.files.chosen import Chosen, LeftOut
from upheld.files.passwords import password_of, read_passwords
from upheld.files.walk import walked

TEXT = "Annual complaints report 2019/20\n\nWe received 206 stage 1 complaints in 2019/20.\n"
NAMES = ("2018/a.txt", "2019/a.txt", "2019/B.TXT", "2019/notes/c.txt", "d.txt")


def write_zip(target: Path | io.BytesIO, parts: dict[str, str | bytes]) -> bytes:
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue() if isinstance(target, io.BytesIO) else target.read_bytes()


def locked(archive: bytes) -> bytes:
    """The archive with its first part said to be encrypted, here and in the list of contents."""
    central = archive.index(b"PK\x01\x02")
    return archive[:6] + b"\x01\x00" + archive[8 : central + 8] + b"\x01\x00" + archive[central + 10 :]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in NAMES:
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text(TEXT)
    return tmp_path / "in"


def names(source: Path, chosen: Chosen = Chosen()) -> tuple[list[str], Counter[str]]:  # noqa: B008 - it is frozen
    with walked(source, None, chosen) as walk:
        return [walk.name(path) for path in walk.reports], Counter(map(str, walk.passed_over.elements()))


def messages(source: Path, chosen: Chosen = Chosen()) -> dict[str, str]:  # noqa: B008 - it is frozen
    reports = read_folder(source, chosen=chosen).dataset.reports
    return {
        file: message if status == "failed" else status
        for file, message, status in zip(*(reports[name] for name in ("file", "message", "status")), strict=True)
    }


@pytest.mark.parametrize(
    ("chosen", "read", "reason"),
    [
        (Chosen(include=("2019/",)), NAMES[1:4], LeftOut.INCLUDE),
        (Chosen(include=("*.txt",), exclude=("2019",)), ("2018/a.txt", "d.txt"), LeftOut.EXCLUDE),
        (Chosen(include=("/*.txt", "B.*")), ("2019/B.TXT", "d.txt"), LeftOut.INCLUDE),
        (Chosen(exclude=("*", "!2019/", "!a.*")), ("2018/a.txt", "2019/a.txt"), LeftOut.EXCLUDE),
        (Chosen(only=(Path("2019/notes"), Path("d.txt"))), NAMES[3:], LeftOut.ONLY),
        (Chosen(limit=2), ("2018/a.txt", "2019/B.TXT"), LeftOut.LIMIT),
    ],
    ids=["a folder", "and not", "anchored", "but not", "only", "limit"],
)
def test_what_an_option_leaves_out_is_counted_under_its_name(chosen: Chosen, read: tuple[str, ...], reason: LeftOut, folder: Path) -> None:
    found, left = names(folder, chosen)
    assert found == sorted(read)
    assert left == {str(reason): len(NAMES) - len(read)}


def test_only_may_name_a_file_from_where_the_program_was_called(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    assert names(Path("in"), Chosen(only=(Path("in/d.txt"),)))[0] == ["d.txt"]
    with pytest.raises(UpheldError, match=r"e.txt: no such file among those to be read"):
        names(Path("in"), Chosen(only=(Path("in/e.txt"),)))


def test_a_pattern_that_is_none_is_a_wrong_call(folder: Path) -> None:
    with pytest.raises(UpheldError, match="!: is no pattern"):
        names(folder, Chosen(exclude=("!",)))


def test_a_report_is_the_same_in_its_folder_in_a_list_and_in_a_zip_file(folder: Path) -> None:
    whole = read_folder(folder).dataset.reports
    (folder / "list").write_text("2019/B.TXT\r\n\nd.txt\n./2018/../2018/a.txt\nd.txt\n2019/notes\n2019/a.txt\n")
    write_zip(folder.parent / "in.zip", dict.fromkeys(NAMES, TEXT))
    for source in (folder / "list", folder.parent / "in.zip"):
        assert read_folder(source).dataset.reports.equals(whole)


def test_a_list_may_name_what_is_not_there_and_it_has_its_row(folder: Path) -> None:
    (folder / "list").write_bytes(b"d.txt\0gone.pdf\0two\nlines.txt\0" + b"x" * 300)
    (folder / "two\nlines.txt").write_text(TEXT)
    found = messages(folder / "list")
    assert list(found) == ["d.txt", "gone.pdf", "two\nlines.txt", "x" * 300]
    assert found["gone.pdf"].startswith("is listed and is not there")


@pytest.mark.parametrize(
    ("content", "problem"), [("d.txt\n../in.zip\n", "lies outside of"), ("x.pdf\ny.pdf\n", "no line of it names a file"), ("", "is a file")]
)
def test_a_list_that_is_none_or_leads_out_of_its_folder_is_a_wrong_call(content: str, problem: str, folder: Path) -> None:
    (folder / "list").write_text(content)
    with pytest.raises(UpheldError, match=problem):
        names(folder / "list")


def test_what_a_zip_file_holds_is_read_as_if_it_stood_in_a_folder(folder: Path) -> None:
    inner = write_zip(io.BytesIO(), {"e.txt": TEXT + "More.", "deep/f.txt": TEXT})
    write_zip(
        folder / "pack.zip",
        {"inner/report.txt": TEXT, "__MACOSX/._x": "", "more.zip": inner, "sources.csv": "file,url\ninner/report.txt,u\n"},
    )
    batch = read_folder(folder)
    inside = [file for file in batch.dataset.reports["file"] if file.startswith("pack")]
    assert inside == ["pack.zip/inner/report.txt", "pack.zip/more.zip/deep/f.txt", "pack.zip/more.zip/e.txt"]
    assert batch.dataset.sources["file"].tolist() == ["pack.zip/inner/report.txt"]
    assert not batch.problems
    assert not batch.walk.unpacked.exists()


def test_what_of_a_zip_file_cannot_be_read_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacked, "SPARE", 1 << 20)
    write_zip(
        folder / "evil.zip", {"../up.txt": TEXT, "/root.txt": TEXT, "C:\\x.txt": TEXT, "a\\b.txt": TEXT, "..\\up.txt": TEXT, "x.txt": TEXT}
    )
    write_zip(folder / "bomb.zip", {"a.txt": TEXT, "zeros.txt": b"0" * (4 << 20), "z.txt": TEXT})
    whole = write_zip(io.BytesIO(), {"secret.txt": TEXT, "open.txt": TEXT})
    (folder / "locked.zip").write_bytes(locked(whole))
    (folder / "cut.zip").write_bytes(whole[:150])
    write_zip(folder / "empty.zip", {})
    found = {name: said for name, said in messages(folder).items() if ".zip" in name}
    assert found == {
        "bomb.zip": "unpacks to more than 100 times its size; what lies behind that was not read",
        "bomb.zip/a.txt": "extracted",
        "cut.zip": "the archive is damaged or cut short (BadZipFile); get it again from its source",
        "empty.zip": "the archive is empty",
        "evil.zip": "holds names that lead out of it, which are refused: ../up.txt, /root.txt, C:\\x.txt and 1 more",
        "evil.zip/a/b.txt": "extracted",
        "evil.zip/x.txt": "extracted",
        "locked.zip/open.txt": "extracted",
        "locked.zip/secret.txt": "is encrypted in its archive; name its password with --passwords, or unpack the archive",
    }
    assert not (folder.parent / "up.txt").exists()


def test_an_archive_cut_behind_one_within_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04" + bytes(40) + write_zip(io.BytesIO(), {"report.txt": TEXT}))
    found = messages(tmp_path)
    assert found["a.zip/report.txt"] == "extracted"
    assert found["a.zip"].startswith("is cut short, and only the files of an archive within it could be read")


def test_archives_within_archives_are_opened_to_a_depth(tmp_path: Path) -> None:
    content = write_zip(io.BytesIO(), {"report.txt": TEXT})
    for _ in range(unpacked.DEEPEST):
        content = write_zip(io.BytesIO(), {"a.zip": content})
    (tmp_path / "a.zip").write_bytes(content)
    assert messages(tmp_path) == {
        "a.zip/a.zip/a.zip/a.zip": "is a zip archive within 3 others, and is not opened; unpack it and read its folder"
    }


def test_a_zip_file_as_input_that_is_damaged_is_a_wrong_call(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04")
    with pytest.raises(UpheldError, match="the archive is damaged"):
        upheld.run(tmp_path / "a.zip")


def test_an_encrypted_pdf_is_read_with_its_password_and_a_wrong_one_is_named(tmp_path: Path) -> None:
    for name in ("right.pdf", "wrong.pdf", "none.pdf"):
        canvas = Canvas(str(tmp_path / name), encrypt="sesame")
        canvas.drawString(72, 700, "Annual complaints report 2019/20")
        canvas.drawString(72, 670, "We received 206 stage 1 complaints in 2019/20.")
        canvas.save()
    (tmp_path / ".passwords.csv").write_text("File;Password\nWRONG.*;simsalabim\nright.pdf;sesame\n")
    found = messages(tmp_path, Chosen(passwords=read_passwords(tmp_path / ".passwords.csv")))
    assert found == {
        "none.pdf": "the PDF is encrypted and asks for a password; save a copy without one",
        "right.pdf": "extracted",
        "wrong.pdf": "the PDF is encrypted, and the password given for it is wrong",
    }


def test_passwords_stand_in_toml_too_and_the_first_that_fits_counts(tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text('"2019/*.pdf" = "one"\n"*.pdf" = "other"\n')
    passwords = read_passwords(tmp_path / "p.toml")
    assert [password_of(name, passwords) for name in ("2019/a.PDF", "a.pdf", "a.txt")] == ["one", "other", ""]
    assert "other" not in repr(passwords)


@pytest.mark.parametrize(
    ("name", "content"), [("p.toml", "a = 1"), ("p.toml", "secret"), ("p.csv", "file,password\na.pdf,\n"), ("q.csv", "a,b\n")]
)
def test_passwords_that_are_none_are_a_wrong_call_which_does_not_tell_them(name: str, content: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(UpheldError) as raised:
        read_passwords(tmp_path / name)
    assert "secret" not in str(raised.value)


def test_a_dry_run_tells_what_would_be_read_and_what_not_and_writes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ".hidden").touch()
    listed = "in/.hidden\nin/d.txt\nin/2018\nin/2019/a.txt\n"
    monkeypatch.chdir(folder.parent)
    done = CliRunner().invoke(main, ["run", "-", "-o", "dataset", "--exclude", "d.*", "--limit", "1", "--dry-run"], input=listed)
    assert done.stdout.splitlines() == [
        "read: in/2018/a.txt",
        "hidden and system files: in/.hidden",
        "left out by --limit: in/2019/a.txt",
        "left out by --exclude: in/d.txt",
    ]
    assert not (folder.parent / "dataset").exists()
