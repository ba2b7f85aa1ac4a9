"""The frame of report.html: its sections, its data, and what it never does."""

from pathlib import Path

import pytest
from opened import PHONE, barriers, opened
from playwright.sync_api import Browser

from publish.audit import Section, sections_to_page, write_page

HOSTILE = "</script><img src=x onerror=alert(1)><!--<script>\u2028&amp;\ud800"
DRAWS = """
upheld.section("one", (root) => {
  upheld.list(root, { rows: upheld.data("one"), noun: ["name", "names"], text: (row) => row.name, size: 10,
    filters: [{ label: "Kind", all: "all kinds", value: (row) => row.kind }],
    draw: upheld.table([{ title: "Name", value: (row) => row.name, head: true }, { title: "Count", value: (row) => row.count, number: true }], "Names") });
  root.append(upheld.el("p", { id: "part" }, upheld.part("one", "more").join(" ")));
});
"""  # noqa: E501 - a script, drawn as it would stand in a file


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = [{"name": f"{HOSTILE} {number}", "kind": "odd" if number % 2 else "even", "count": number} for number in range(25)]
    parts = [("more", [HOSTILE, "text"])]
    one = Section("one", "One", '<h1 id="one-title">One</h1>\n', DRAWS, data=rows, parts=parts, count=1234)
    two = Section("two", "Two & more", '<h1 id="two-title">Two</h1>\n<a href="https://example.org/">leads out</a>\n')
    path = tmp_path_factory.mktemp("page") / "report.html"
    write_page(sections_to_page("A <title>", [one, two]), path)
    return path


def test_a_page_opens_from_the_disk_and_what_a_report_says_stays_text(browser: Browser, page: Path) -> None:
    with opened(browser, page) as tab:
        assert tab.title() == "A <title>"
        assert tab.locator("tbody tr").count() == 10
        assert tab.locator("tbody th").first.inner_text().startswith("</script><img src=x onerror=alert(1)><!--<script>")
        assert tab.locator("#part").inner_text().endswith("text")
        assert tab.locator("img").count() == 0


def test_a_list_is_filtered_searched_and_turned(browser: Browser, page: Path) -> None:
    with opened(browser, page) as tab:
        status = tab.get_by_role("status")
        assert status.inner_text() == "1 to 10 of 25 names"
        tab.get_by_role("button", name="Next").click()
        assert status.inner_text() == "11 to 20 of 25 names"
        tab.get_by_label("Kind").select_option("odd")
        assert status.inner_text() == "1 to 10 of 12 names"
        tab.get_by_label("Search").fill("onerror 23")
        assert status.inner_text() == "1 name"
        tab.get_by_label("Search").fill("nothing like it")
        assert status.inner_text() == "No names found."


def test_the_navigation_shows_one_section_and_the_address_says_which(browser: Browser, page: Path) -> None:
    with opened(browser, page) as tab:
        tab.get_by_role("link", name="Two & more").click()
        assert tab.locator("main > section:visible").evaluate_all("all => all.map(each => each.dataset.key)") == ["two"]
        assert tab.locator("[aria-current]").inner_text() == "Two & more"
        assert tab.url.endswith("#two")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_frame_holds_up_no_one_in_either_theme(browser: Browser, page: Path, theme: str) -> None:
    with opened(browser, page, color_scheme=theme) as tab:
        assert barriers(tab) == []


def test_the_page_fits_a_phone(browser: Browser, page: Path) -> None:
    with opened(browser, page, viewport=PHONE) as tab:
        assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
