"""Findings held against a second reading: told again, withdrawn, or not found."""

import shutil
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from audited import draw
from reportlab.pdfgen.canvas import Canvas
from typer.testing import CliRunner

import checks
import publish
import upheld
from extract.second import Place, read_again
from schemas import Box, Figure, Records, State, UnreadKind
from upheld.batch import read_folder
from upheld.cli import main
from upheld.files.chosen import Chosen
from upheld.files.passwords import read_passwords
from upheld.judged.evidence import judge
from upheld.judged.originals import originals

REPORT = Path(__file__).parents[2] / "shared" / "reports" / "thurrock-2019-20.pdf"
BROKEN = """
    Service | 1 received | 1 escalated
    Repairs | 2          | 4
    """


def drawn() -> Records:
    return checks.audit(draw(BROKEN))


def reading(numbers: dict[str, str]) -> Callable[[Figure], checks.Reading]:
    def read(figure: Figure) -> checks.Reading:
        text = numbers.get(figure.text)
        return ((Decimal(text),), None) if text else None

    return read


def test_what_a_second_reader_reads_too_is_confirmed() -> None:
    done = checks.confirmed(drawn(), reading({"2": "2", "4": "4"}), "second")
    assert [finding.confirmed for finding in done.findings] == ["yes"]
    assert {figure.confirmed_by for figure in done.figures} == {"second"}


def test_what_a_second_reader_cannot_find_is_told_and_not_confirmed() -> None:
    done = checks.confirmed(drawn(), reading({"2": "2"}), "second")
    assert [finding.confirmed for finding in done.findings] == ["no"]


def test_where_two_readers_disagree_the_finding_is_withdrawn_and_both_readings_are_told() -> None:
    done = checks.confirmed(drawn(), reading({"2": "2", "4": "1"}), "second")
    assert done.findings == ()
    assert done.report.findings == 0
    (misread,) = done.unread
    assert (misread.kind, misread.text, misread.other_text) == (UnreadKind.MISREAD, "4", "1")
    assert [(figure.state, figure.value) for figure in done.figures if figure.text == "4"] == [(State.UNREADABLE, None)]


def test_a_number_that_stands_in_another_cell_is_not_confirmed() -> None:
    def read(figure: Figure) -> checks.Reading:
        return (figure.value or Decimal(0),), (Decimal(99),)

    assert [finding.confirmed for finding in checks.confirmed(drawn(), read, "second").findings] == ["no"]


def test_the_second_reader_reads_the_cells_of_a_real_page() -> None:
    found = read_again(REPORT, [Place(1, Box(168.2, 233.9, 186.53, 244.9)), Place(1, Box(5, 5, 6, 6))])
    ((_, second),) = found.items()
    assert second.printed == (Decimal(206),)
    assert second.cell is not None
    assert set(second.cell) == {Decimal(206), Decimal(218)}


def test_a_figure_that_stands_on_two_lines_is_read_again_line_by_line() -> None:
    found = read_again(REPORT.with_name("thurrock-2017-18-h1.pdf"), [Place(4, Box(42.6, 163.2, 181.16, 189.0))])
    assert [second.printed for second in found.values()] == [(Decimal(24),)]


def test_a_file_that_is_no_pdf_has_no_second_reading(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("nothing", encoding="utf-8")
    assert read_again(tmp_path / "a.pdf", [Place(1, Box(0, 0, 9, 9))]) == {}


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    shutil.copy(REPORT, tmp_path / "reports" / "report.pdf")
    publish.write(upheld.run(tmp_path / "reports"), tmp_path / "dataset")
    return tmp_path / "dataset"


def test_check_confirms_the_findings_of_a_dataset_and_writes_them_down(dataset: Path) -> None:
    done = CliRunner().invoke(main, ["check", str(dataset), "--confirm", "--reports", str(dataset.parent / "reports")])
    after = publish.read(dataset)
    assert done.exit_code == 0
    assert set(after.findings["confirmed"]) == {"yes"}
    assert len(after.figures) == 532


def test_a_report_that_changed_since_is_told_and_nothing_is_confirmed(dataset: Path) -> None:
    path = dataset.parent / "reports" / "report.pdf"
    path.write_bytes(path.read_bytes() + b"\n")
    before = publish.read(dataset)
    done = CliRunner().invoke(main, ["check", str(dataset), "--confirm", "--reports", str(path.parent)])
    assert "report.pdf: is not among" in done.output
    assert publish.read(dataset).findings.equals(before.findings)


def locked_archive(path: Path) -> Path:
    """A zip file of an encrypted report that says more were upheld than received."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(420, 300), encrypt="sesame")
    canvas.drawString(30, 260, "Complaints Report 2021/22")
    canvas.drawString(30, 238, "Stage 1 complaints of the year")
    for r, row in enumerate((("Service", "Received", "Upheld"), ("Housing", "118", "12"), ("Waste", "7", "9"))):
        for c, text in enumerate(row):
            canvas.rect(30 + 85 * c, 200 - 20 * r, 85, 20)
            canvas.drawString(36 + 85 * c, 206 - 20 * r, text)
    canvas.save()
    with ZipFile(path, "w") as archive:
        archive.writestr("2021/report.pdf", stream.getvalue())
    return path


def test_the_reports_may_be_encrypted_and_lie_in_a_zip_file(tmp_path: Path) -> None:
    reports, secrets = locked_archive(tmp_path / "reports.zip"), tmp_path / "passwords.csv"
    secrets.write_text("file,password\nreport.pdf,sesame\n", encoding="utf-8")
    publish.write(read_folder(reports, chosen=Chosen(passwords=read_passwords(secrets))).dataset, tmp_path / "dataset")
    asked = ["check", str(tmp_path / "dataset"), "--confirm", "--reports", str(reports)]
    without = CliRunner().invoke(main, asked)
    assert "2021/report.pdf: asks for a password; name it with --passwords; its findings are not confirmed" in without.output
    assert set(publish.read(tmp_path / "dataset").findings["confirmed"].fillna("")) == {""}
    assert CliRunner().invoke(main, [*asked, "--passwords", str(secrets)]).exit_code == 0
    dataset = publish.read(tmp_path / "dataset")
    assert set(dataset.findings["confirmed"]) == {"yes"}
    with originals(reports, read_passwords(secrets)) as found:
        (picture,) = judge(dataset, found, {}, handed=False).pictures.values()
    assert picture.content


def test_without_the_folder_of_the_reports_nothing_can_be_confirmed(dataset: Path) -> None:
    assert CliRunner().invoke(main, ["check", str(dataset), "--confirm"]).exit_code == 2


def test_a_dataset_of_an_earlier_version_is_an_error_that_says_what_to_do(dataset: Path) -> None:
    figures = dataset / "figures.csv"
    lines = [line.rpartition(",")[0] for line in figures.read_text("utf-8").splitlines()]
    figures.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["check", str(dataset)])
    assert done.exit_code == 2
    assert "run `upheld run` again" in done.output
