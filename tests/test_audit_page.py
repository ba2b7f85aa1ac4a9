"""report.html in a browser: what an auditor finds, sees, decides, and finds decided the next time."""

import csv
from dataclasses import replace
from hashlib import sha256
from html import escape
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from drawing import REPORTS
from opened import PHONE, barriers, opened
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from readings import records

import publish
import upheld
from extract.scan.recogniser import recognise
from schemas import Records
from upheld.commands.publishing import publish as publish_dataset

PDF = "thurrock-2019-20.pdf"
GOLD = REPORTS.parent / "gold" / "thurrock-2019-20" / "findings.csv"
IMAGE, FORMULA = "<img src=x onerror=alert(1)>", '=HYPERLINK("http://example.org")'
HOSTILE = f"""
<title>Northvale Council</title><h1>Northvale Council annual complaints report 2019-20</h1>
<h2>Complaints by service</h2>
<table>
<tr><th>Service</th><th>Stage 1 received</th><th>Stage 1 escalated</th><th>Stage 1 upheld %</th></tr>
<tr><td>{escape(IMAGE)}</td><td>38</td><td>40</td><td>50%</td></tr>
<tr><td>{escape(FORMULA)}</td><td>64</td><td>80</td><td>25%</td></tr>
<tr><td>Planning</td><td>25</td><td>6</td><td>20%</td></tr>
</table>
<p>Planning received 26 complaints at stage 1.</p>
"""
BARE = ".tag, .frame text, .decision { display: none } .frame rect { stroke: none !important }"
"""Takes from a page what is drawn over its pictures, so that they can be read."""


def at_hand(name: str) -> Records:
    path = REPORTS / name
    read = records(path)
    return replace(read, report=replace(read.report, sha256=sha256(path.read_bytes()).hexdigest(), media_type="application/pdf"))


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dataset of a report with gold, published with its pictures."""
    folder = tmp_path_factory.mktemp("audited") / "dataset"
    publish.write(publish.records_to_dataset([at_hand(PDF)]), folder)
    publish_dataset(folder, REPORTS)
    return folder


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dataset of a web page whose services bear hostile names."""
    folder = tmp_path_factory.mktemp("small")
    (folder / "reports").mkdir()
    (folder / "reports" / "a 'b' & c.html").write_text(HOSTILE, encoding="utf-8")
    publish.write(upheld.run(folder / "reports"), folder / "dataset")
    publish_dataset(folder / "dataset", folder / "reports")
    return folder / "dataset"


def findings_of(page: Page) -> Page:
    page.get_by_role("link", name="Findings").first.click()
    return page


def items(page: Page) -> list[str]:
    return [item.replace("\n", " ") for item in page.locator(".items a").all_inner_texts()]


def framed(page: Page) -> dict[str, str]:
    """What stands in each frame of the open finding's pictures, read in the picture as a person does, by figure_id."""
    frames = page.locator(".frame").all()
    shots = [Image.open(BytesIO(frame.locator("rect").first.screenshot())).convert("L") for frame in frames]
    lines = recognise([np.asarray(shot, np.uint8) for shot in shots])
    texts = ["".join(glyph.text for word in line for glyph in word) for line in lines]
    return dict(zip([frame.get_attribute("data-figure") or "" for frame in frames], texts, strict=True))


def test_each_finding_of_the_gold_can_be_reached_and_its_printed_numbers_are_in_the_frames(browser: Browser, audited: Path) -> None:
    told = publish.dataset_to_records(publish.read(audited))[0]
    printed = {figure.figure_id: figure.text for figure in told.figures}
    with GOLD.open(encoding="utf-8", newline="") as file, opened(browser, audited / "report.html", device_scale_factor=2) as page:
        findings_of(page).add_style_tag(content=BARE)
        for row in csv.DictReader(file):
            (finding,) = (one for one in told.findings if (one.service, one.expected) == (row["service"], row["expected"]))
            page.locator(f"[data-id='{finding.finding_id}']").click()
            assert framed(page) == {figure_id: printed[figure_id] for figure_id in finding.figure_ids.split("|")}


def test_findings_are_filtered_and_searched(browser: Browser, audited: Path) -> None:
    with opened(browser, audited / "report.html") as page:
        found = findings_of(page).locator(".findings-list").get_by_role("status")
        assert found.inner_text() == "5 findings"
        page.get_by_label("Rule", exact=True).select_option("percentage_is_possible")
        assert found.inner_text() == "4 findings"
        page.get_by_role("searchbox").fill("transport 38")
        assert found.inner_text() == "1 finding"
        assert "Place – Transport Development" in items(page)[0]


def test_a_finding_links_to_its_page_beside_the_dataset(browser: Browser, audited: Path) -> None:
    with opened(browser, audited / "report.html") as page:
        findings_of(page).keyboard.press("j")
        link = page.locator("figcaption a").first.get_attribute("href") or ""
        path, _, place = link.partition("#")
        assert (audited / path).resolve() == (REPORTS / PDF).resolve()
        assert place.startswith("page=")


def test_the_keyboard_alone_goes_from_finding_to_finding_and_decides(browser: Browser, small: Path, tmp_path: Path) -> None:
    with opened(browser, small / "report.html") as page:
        findings_of(page)
        for key in ("j", "ArrowDown", "k", "n"):
            page.keyboard.press(key)
        page.keyboard.type("=seen, and right")
        page.keyboard.press("Escape")
        page.keyboard.press("a")
        page.keyboard.press("j")
        page.keyboard.press("d")
        assert page.locator(".judged").inner_text() == "2 of 3 judged; 2 decisions are kept in this browser and not yet exported"
        page.reload()
        assert [name for name in ("accepted", "dismissed") for item in items(page) if name in item] == ["accepted", "dismissed"]
        with page.expect_download() as download:
            page.get_by_role("button", name="Export decisions").click()
        download.value.save_as(tmp_path / "reviewed.csv")
    with (tmp_path / "reviewed.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["decision"], row["note"], row["values"]) for row in rows] == [
        ("accepted", "'=seen, and right", "[38] [40]"),
        ("dismissed", "", "[64] [80]"),
    ]


def test_what_was_decided_stays_decided_until_one_of_its_values_changes(browser: Browser, small: Path, tmp_path: Path) -> None:
    one, other, _ = publish.read(small).findings["finding_id"]
    handed = tmp_path / "handed.csv"
    handed.write_text(f"finding_id,decision,note,values\n{one},Accepted,'=seen,[38] [40]\n{other},dismissed,,[64] [79]\n", encoding="utf-8")
    publish_dataset(small, reviewed=handed)
    publish_dataset(small)
    with opened(browser, small / "report.html") as page:
        findings_of(page).locator(f"[data-id='{one}']").click()
        assert page.get_by_label("Note").input_value() == "=seen"
        assert page.get_by_role("button", name="Accept").get_attribute("aria-pressed") == "true"
        page.locator(f"[data-id='{other}']").click()
        assert page.locator(".decision .notice").inner_text().startswith("Open again: it was dismissed when [64] [79] was printed")
        assert page.locator(".judged").inner_text() == "1 of 3 judged"
    (small / "reviewed.csv").unlink()


def test_a_hostile_name_is_only_a_name(browser: Browser, small: Path) -> None:
    with opened(browser, small / "report.html") as page:
        findings_of(page)
        assert IMAGE in items(page)[0]
        for section in ("Overview", "Coverage", "Commitments", "Unread", "Findings"):
            page.get_by_role("link", name=section).first.click()
        page.keyboard.press("j")
        expect(page.locator("h2:visible")).to_have_text(f"{IMAGE}, stage 1, 2019-20")
        assert page.locator("img").count() == 0


def test_a_report_without_pages_is_drawn_again_with_its_cells_marked(browser: Browser, small: Path) -> None:
    publish_dataset(small, small.parent / "reports")
    with opened(browser, small / "report.html") as page:
        findings_of(page).keyboard.press("j")
        expect(page.locator(".excerpt .marked")).to_have_text(["A38", "B40"])
        assert page.locator(".excerpt tr").first.inner_text().split("\t")[1] == "Stage 1 received"
        assert page.locator(".excerpt .marked.doubted").inner_text() == "B40"


def test_without_the_reports_the_page_says_what_it_lacks(browser: Browser, small: Path) -> None:
    publish_dataset(small)
    with opened(browser, small / "report.html") as page:
        assert "made without the reports" in page.locator(".notice").inner_text()
        findings_of(page).keyboard.press("j")
        expect(page.locator(".finding")).to_contain_text("The report is not at hand")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_section_holds_up_anybody_in_either_theme(browser: Browser, small: Path, theme: str) -> None:
    with opened(browser, small / "report.html", color_scheme=theme) as page:
        assert barriers(page) == []
        findings_of(page).keyboard.press("j")
        page.keyboard.press("a")
        assert barriers(page) == []
        for section in ("Coverage", "Commitments", "Unread"):
            page.get_by_role("link", name=section).first.click()
            assert barriers(page) == []


def test_a_picture_holds_up_nobody(browser: Browser, audited: Path) -> None:
    with opened(browser, audited / "report.html") as page:
        findings_of(page).keyboard.press("j")
        expect(page.locator("svg").first).to_be_visible()
        assert barriers(page) == []


def test_no_section_is_wider_than_a_phone(browser: Browser, audited: Path) -> None:
    with opened(browser, audited / "report.html", viewport=PHONE) as page:
        for section in ("Overview", "Coverage", "Commitments", "Unread", "Findings"):
            page.get_by_role("link", name=section).first.click()
            assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        page.locator(".items a").first.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        assert page.locator(".items").is_hidden()
