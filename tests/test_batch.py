"""A folder of files of every sort -> a dataset in which each has its row."""

import os
from hashlib import sha256
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

import upheld
from publish import TABLES, dataset_to_records, write
from schemas import UpheldError, VocabularyError
from upheld.batch import Failure, fault_to_message, read_folder
from upheld.commands.summary import batch_to_counts, batch_to_notes, batch_to_status
from upheld.files.passing import PassedOver

TEXT = "Annual complaints report 2019/20\n\nWe received 206 stage 1 complaints in 2019/20.\n"


def rows(folder: Path) -> dict[str, dict[str, object]]:
    reports = upheld.run(folder).reports.astype("object").fillna("")
    return {str(row["file"]): {str(name): value for name, value in row.items()} for row in reports.to_dict("records")}


def write_pdf(path: Path) -> None:
    canvas = Canvas(str(path), invariant=True)
    canvas.drawString(72, 700, "Annual complaints report 2019/20")
    canvas.drawString(72, 670, "We received 206 stage 1 complaints in 2019/20.")
    canvas.save()


def test_every_file_has_its_row_and_a_broken_one_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "2019").mkdir()
    (tmp_path / "2019" / "good.txt").write_text(TEXT)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nand then nothing")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    found = rows(tmp_path)
    assert list(found) == ["2019/good.txt", "broken.pdf", "empty.txt", "photo.png"]
    assert found["2019/good.txt"]["status"] != "failed"
    for name, media_type in (("broken.pdf", "application/pdf"), ("empty.txt", "text/plain"), ("photo.png", "image/png")):
        assert (found[name]["status"], found[name]["media_type"]) == ("failed", media_type)
        assert found[name]["message"]
        assert str(tmp_path) not in str(found[name]["message"])
        assert name not in str(found[name]["message"])


def test_a_report_no_reader_reads_is_no_failure_of_the_run_and_a_broken_one_is(tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    batch = read_folder(tmp_path)
    assert [failure for _, failure in batch.reports] == [Failure.UNSUPPORTED]
    assert batch_to_status(batch) == 0
    (tmp_path / "empty.txt").touch()
    batch = read_folder(tmp_path)
    assert [failure for _, failure in batch.reports] == [Failure.UNREADABLE, Failure.UNSUPPORTED]
    assert batch_to_status(batch) == 1
    assert dict(batch_to_counts(batch))["failed: cannot be read"] == 1
    assert [note.partition(":")[0] for note in batch_to_notes(batch)] == ["empty.txt", "photo.png"]


def test_more_failures_than_a_person_reads_are_counted(tmp_path: Path) -> None:
    for n in range(12):
        (tmp_path / f"{n:02}.txt").touch()
    notes = list(batch_to_notes(read_folder(tmp_path)))
    assert len(notes) == 11
    assert notes[-1] == "and 2 more, see reports.csv"


def test_a_fault_of_the_program_is_told_by_its_name_and_place_and_without_paths_of_the_machine() -> None:
    with pytest.raises(FileNotFoundError) as raised:
        Path("/secret/path").read_text("utf-8")
    message = fault_to_message(raised.value)
    assert message.startswith("a fault of upheld, please report it: FileNotFoundError in ")
    assert "secret" not in message
    assert fault_to_message(VocabularyError("words.toml: no such key")).endswith("please report it: words.toml: no such key")


def test_two_runs_over_one_folder_write_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "in" / "b.txt").write_text(TEXT)
    (tmp_path / "in" / "sub" / "a.txt").write_text(TEXT + "And 12 at stage 2.")
    write_pdf(tmp_path / "in" / "c.pdf")
    for name in ("one", "other"):
        write(upheld.run(tmp_path / "in"), tmp_path / name)
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert len(files) == 2 * len(TABLES) + 1
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes()


def test_a_report_id_is_made_of_its_own_path_and_content_only(tmp_path: Path) -> None:
    (tmp_path / "Größe (final).txt").write_text(TEXT)
    before = rows(tmp_path)["Größe (final).txt"]
    digits = sha256("Größe (final).txt\0".encode() + TEXT.encode()).hexdigest()[:8]
    assert before["report_id"] == f"groe-final-txt-{digits}"
    assert before["sha256"] == sha256(TEXT.encode()).hexdigest()
    (tmp_path / "a.txt").write_text(TEXT + "More.")
    assert rows(tmp_path)["Größe (final).txt"] == before


def test_the_same_content_twice_counts_where_it_stands_first(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("sub/report.txt", "sub.txt", "z.txt"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "empty.txt").touch()
    (tmp_path / "void.txt").touch()
    found = rows(tmp_path)
    assert list(found) == ["empty.txt", "sub.txt", "sub/report.txt", "void.txt", "z.txt"]
    first = found["sub.txt"]["report_id"]
    assert [row["same_as"] for row in found.values()] == ["", "", first, "", first]


def test_hidden_and_system_files_and_the_dataset_are_passed_over_and_counted(tmp_path: Path) -> None:
    for name in (".DS_Store", "Thumbs.db", "~$report.docx", ".git/config", "out/figures.csv", "report.pdf/good.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    batch = read_folder(tmp_path, tmp_path / "out")
    assert batch.dataset.reports["file"].tolist() == ["report.pdf/good.txt"]
    assert batch.walk.passed_over == {PassedOver.HIDDEN: 4, PassedOver.OUTPUT: 1}
    assert dict(batch_to_counts(batch))["passed over: hidden and system files"] == 4


def test_links_are_followed_only_to_files_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text(TEXT)
    (tmp_path / "in" / "sub" / "report.txt").write_text(TEXT)
    (tmp_path / "in" / "also.txt").symlink_to("sub/report.txt")
    (tmp_path / "in" / "gone.txt").symlink_to("nowhere.txt")
    (tmp_path / "in" / "out.txt").symlink_to("../secret.txt")
    (tmp_path / "in" / "up").symlink_to("..")
    (tmp_path / "in" / "sub" / "round").symlink_to("../sub")
    batch = read_folder(tmp_path / "in")
    assert batch.dataset.reports["file"].tolist() == ["also.txt", "gone.txt", "sub/report.txt"]
    assert batch.dataset.reports["message"].tolist()[1] == "is a link that leads to no file; put a copy of the report in its place"
    assert batch.walk.passed_over == {PassedOver.OUTSIDE: 2, PassedOver.LINKED: 1}


def test_a_link_to_itself_is_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "report.txt").symlink_to("report.txt")
    ((report, failure),) = read_folder(tmp_path, tmp_path / "report.txt").reports
    assert failure is Failure.UNREADABLE
    assert report.message.startswith("is a link that leads to no file")


def test_an_earlier_dataset_is_passed_over_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(TEXT)
    write(upheld.run(tmp_path), tmp_path / "last year" / "tables")
    batch = read_folder(tmp_path, tmp_path / "dataset")
    assert batch.dataset.reports["file"].tolist() == ["report.txt"]
    assert batch.walk.passed_over == {PassedOver.DATASET: 1}


@pytest.mark.parametrize("package", ["{", "[" * 100_000, '{"name": "of-others"}'])
def test_a_folder_that_describes_other_data_is_read(package: str, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "report.txt").write_text(TEXT)
    (tmp_path / "sub" / "datapackage.json").write_text(package)
    assert list(rows(tmp_path)) == ["sub/datapackage.json", "sub/report.txt"]


def test_what_is_no_ordinary_file_is_told_and_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    assert rows(tmp_path)["pipe.pdf"]["message"] == "is no ordinary file; put a copy of the report in its place"


def test_a_name_that_is_not_utf_8_is_spelled_out(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "w", encoding="utf-8") as file:  # noqa: PTH123 - a Path has no bytes
        file.write(TEXT)
    (row,) = rows(tmp_path).values()
    assert row["file"] == "caf\\xe9.txt"
    assert row["status"] != "failed"
    write(upheld.run(tmp_path), tmp_path / "dataset")


def test_a_file_under_a_wrong_name_is_read_and_told_of(tmp_path: Path) -> None:
    write_pdf(tmp_path / "report.txt")
    row = rows(tmp_path)["report.txt"]
    assert row["media_type"] == "application/pdf"
    assert str(row["message"]).startswith("named .txt but is a PDF; read as a PDF")


def test_a_file_that_is_no_pdf_is_listed_as_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(b"PK\x03\x04")
    row = rows(tmp_path)["report.pdf"]
    assert row["media_type"] == "application/zip"
    assert str(row["message"]).startswith("it is a zip archive")


def test_a_web_page_saved_as_a_pdf_is_read_and_told_of(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(b"<!DOCTYPE html><p>Not found")
    row = rows(tmp_path)["report.pdf"]
    assert row["media_type"] == "text/html"
    assert str(row["message"]).startswith("named .pdf but is a web page; read as a web page")


def test_text_named_as_a_pdf_is_read_and_told_of(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_text(TEXT)
    row = rows(tmp_path)["report.pdf"]
    assert (row["media_type"], row["status"] == "failed") == ("text/plain", False)
    assert str(row["message"]).startswith("named .pdf but is plain text; read as plain text")


def test_markdown_named_as_text_is_no_wrong_name(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("# Complaints\n\n" + TEXT)
    (tmp_path / "report.md").write_text("# Complaints\n\n" + TEXT + "More.\n")
    assert not [row for row in rows(tmp_path).values() if "named" in str(row["message"])]


def test_an_empty_folder_gives_an_empty_dataset(tmp_path: Path) -> None:
    batch = read_folder(tmp_path)
    assert all(getattr(batch.dataset, table.name).empty for table in TABLES)
    assert batch_to_status(batch) == 0


@pytest.mark.parametrize(("name", "problem"), [("nowhere", "no such folder"), ("file", "is a file")])
def test_reports_are_read_from_a_folder(name: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UpheldError, match=problem):
        upheld.run(tmp_path / name)


def test_lists_of_sources_are_taken_along_and_are_no_reports(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sources.csv").write_bytes(
        b"\xef\xbb\xbfURL, File ,Date got,Notes\r\nhttps://example.org/b, b.pdf ,2021-02-03,none\r\n\r\n"
    )
    (tmp_path / "sub" / "Sources.csv").write_text('file,council\na.pdf,"Eastmere, City of"\nshort.pdf\n')
    dataset = upheld.run(tmp_path)
    assert dataset.reports.empty
    assert dataset.sources.fillna("").to_numpy().tolist() == [
        ["b.pdf", "https://example.org/b", "2021-02-03", ""],
        ["sub/a.pdf", "", "", "Eastmere, City of"],
        ["sub/short.pdf", "", "", ""],
    ]


@pytest.mark.parametrize(
    ("content", "problem", "kept"),
    [
        (b"", "sources.csv: its first row names no column file", 0),
        (b"name,url\nb.pdf,x\n", "sources.csv: its first row names no column file", 0),
        (b"\xff\xfe\x00\xd8", "sources.csv: its first row names no column file", 0),
        (b"file,url\n,x\n../up.pdf,x\n/root.pdf,x\ngood.pdf,caf\xe9\n", "sources.csv, row 2: names no file of the folder", 1),
        (b"file,url\na.pdf," + b"x" * 200_000, "sources.csv: is no CSV table", 0),
    ],
    ids=["empty", "no file column", "no text", "rows without file", "a cell without end"],
)
def test_a_malformed_list_of_sources_is_told_and_does_not_stop_the_run(content: bytes, problem: str, kept: int, tmp_path: Path) -> None:
    (tmp_path / "sources.csv").write_bytes(content)
    batch = read_folder(tmp_path)
    assert batch.problems[0].startswith(problem)
    assert len(batch.dataset.sources) == kept
    assert batch.problems[0] in list(batch_to_notes(batch))


def test_the_findings_of_the_checks_are_counted_in_the_report(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(TEXT)
    (records,) = dataset_to_records(read_folder(tmp_path).dataset)
    report = records.report
    assert report.findings == len(records.findings)
    assert {row.report_id for row in records.coverage} == {report.report_id}
