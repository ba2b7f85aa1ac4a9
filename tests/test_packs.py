"""A committee's pack: its complaint reports are found among its other papers, and only they give figures."""

from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from normalise import pages_to_reports
from schemas import Status
from upheld.batch.folder import read_alone

HERE = Path(__file__).parent.parent
CORPUS = HERE / "corpus" / "reports"
THURROCK = HERE.parent / "shared" / "reports" / "thurrock-2019-20.pdf"

AGENDA = """Northvale Council
Audit and Standards Committee
Agenda
1. Apologies for absence
2. Declarations of interest
3. Minutes of the meeting held on 3 June 2020
4. Annual Complaints Report 2019/20
5. Budget outturn 2019/20"""
MINUTES = """Minutes of the Audit and Standards Committee
Present: Councillors Ash, Beech and Oak. In attendance: the clerk.
Apologies for absence: Councillor Elm.
The Committee noted that 206 complaints were received and 38% of these were upheld.
It was resolved that the report be noted."""
FINANCE = """Budget outturn 2019/20
Service | Budget | Received | Variance
Housing | 118 | 120 | 2
Waste | 300 | 310 | 10"""
APPEALS = """Planning appeals decided in 2019/20
Ward | Received | Upheld | Not upheld
North | 12 | 4 | 8
South | 7 | 2 | 5"""
ENQUIRIES = """Member enquiries and freedom of information requests 2019/20
Service | Stage 1 received | Upheld
Housing | 18 | 3
Waste | 30 | 4"""
ATTENDANCE = """Attendance at meetings 2019/20
Member | Stage 1 | Stage 2 | Received
Councillor Ash | 4 | 5 | 9
Councillor Oak | 6 | 6 | 12"""


def paper(path: Path, *pages: str) -> Path:
    """Pages of lines; those with bars are a ruled table."""
    canvas = Canvas(str(path), invariant=1)
    for text in pages:
        for n, line in enumerate(text.splitlines()):
            for c, cell in enumerate(line.split("|")):
                canvas.drawString(64 + 110 * c, 780 - 20 * n, cell.strip())
                if "|" in line:
                    canvas.rect(60 + 110 * c, 775 - 20 * n, 110, 20)
        canvas.showPage()
    canvas.save()
    return path


def pack(path: Path, *files: Path) -> Path:
    """The pages of all files in one."""
    whole = pypdfium2.PdfDocument.new()
    for file in files:
        with pypdfium2.PdfDocument(file) as part:
            whole.import_pages(part)
    whole.save(path)
    whole.close()
    return path


@pytest.mark.parametrize(
    "reports", [(CORPUS / "eastmere-2021-22.pdf",), (CORPUS / "years-merged.pdf", THURROCK), (CORPUS / "outcomes-paired.pdf",)]
)
def test_each_report_of_a_pack_gives_the_figures_it_gives_alone(tmp_path: Path, reports: Sequence[Path]) -> None:
    front, back = paper(tmp_path / "1.pdf", AGENDA, MINUTES, FINANCE), paper(tmp_path / "2.pdf", APPEALS, ENQUIRIES, ATTENDANCE)
    whole = pack(tmp_path / "pack.pdf", front, *reports, back)
    found = [outcome.records for outcome in read_alone(whole, tmp_path)]
    alone = [read_alone(path, path.parent)[0].records for path in reports]
    assert [len(records.figures) for records in found] == [len(records.figures) for records in alone]
    assert [[figure.value for figure in records.figures] for records in found] == [[f.value for f in records.figures] for records in alone]
    assert found[0].report.first_page == 4
    assert len({records.report.report_id for records in found}) == len(reports)
    for records, single in zip(found, alone, strict=True):
        first = records.report.first_page or 0
        assert {figure.page for figure in records.figures} == {(figure.page or 0) + first - 1 for figure in single.figures}


def test_papers_about_other_things_give_no_figures_even_where_their_words_look_alike(tmp_path: Path) -> None:
    whole = paper(tmp_path / "pack.pdf", AGENDA, MINUTES, FINANCE, APPEALS, ENQUIRIES, ATTENDANCE)
    (outcome,) = read_alone(whole, tmp_path)
    assert outcome.records.figures == ()
    assert outcome.records.report.status is Status.NO_FIGURES
    assert "no complaint report was found" in outcome.records.report.message


def test_an_ordinary_report_is_no_pack() -> None:
    page = "Complaints received by service 2019/20\nThe council received 206 complaints.\nPage {}"
    chapter = "Member enquiries\nThere were 30 enquiries.\nPage 3"
    assert pages_to_reports([page.format(1), page.format(2), chapter, page.format(4)]) is None
    assert pages_to_reports([]) is None


def test_a_second_report_begins_where_the_pages_are_numbered_from_1_again() -> None:
    pages = [f"Complaints report {year}\nMore about complaints.\nPage {page}" for year in ("2018/19", "2019/20") for page in (1, 2, 3)]
    assert pages_to_reports(pages) == (range(1, 4), range(4, 7))
