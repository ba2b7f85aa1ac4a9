"""The benchmark's section of report.html in a browser: what is chosen, drawn, read aloud and copied."""

from dataclasses import replace
from pathlib import Path

import pytest
from compared import drawn
from opened import PHONE, barriers, opened
from playwright.sync_api import Browser, Locator, Page

from publish import records_to_dataset
from publish.audit import Section, sections_to_page, write_page
from publish.comparison.section import dataset_to_benchmark

ELEMENT, FORMULA = "<img src=x onerror=alert(1)>", '=HYPERLINK("http://example.org")'
BENCHMARK = drawn(
    f"""
    council   | year | stage | service_id      | received | upheld_pct | upheld | upheld_pct_derived | upheld_pct_base | caveats
    {ELEMENT} | 2018 | 1     | housing-repairs | 40       | 30         |        |                    |                 |
    {ELEMENT} | 2019 | 1     | housing-repairs | 40       | 25         |        |                    |                 | counts enquiries
    {FORMULA} | 2017 | 1     | housing-repairs | 50       |            | 20     | 40                 | received        |
    {FORMULA} | 2019 | 1     | housing-repairs | 50       |            | 10     | 20                 | received        | counts enquiries
    Westbrook | 2019 | 1     | housing-repairs |          | 60         |        |                    |                 |
    Westbrook | 2019 | 2     | housing-repairs | 9        | 33         |        |                    |                 |
    Westbrook | 2019 | all   | all             | 900      |            |        |                    |                 |
    """
)
REPAIRS = "benchmark/housing-repairs/upheld_pct/stage 1/corporate/2019-20"
SOURCES = Section("sources", "Sources", '<h1 id="sources-title">Sources</h1>\n', "upheld.source = (report) => `report ${report}`;")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    order = {report: number for number, report in enumerate(BENCHMARK["report_id"])}
    section = dataset_to_benchmark(replace(records_to_dataset([]), benchmark=BENCHMARK), order)
    path = tmp_path_factory.mktemp("benchmark") / "report.html"
    write_page(sections_to_page("Audit", [section, SOURCES]), path)
    return path


def cells(tab: Page, table: int = 0) -> list[list[str]]:
    """The cells of one of the tables."""
    rows = tab.locator("table").nth(table).locator("tbody tr")
    return [row.locator("th, td").all_inner_texts() for row in rows.all()]


def facet(tab: Page, name: str) -> Locator:
    """One of the choices."""
    return tab.locator(f"select[data-facet={name}]")


def chosen(tab: Page) -> dict[str, str]:
    """What each choice shows."""
    return {
        each.get_attribute("data-facet") or "": each.locator(":checked").text_content() or "" for each in tab.locator("form select").all()
    }


def show(tab: Page, address: str, charts: int = 1) -> None:
    """Open a comparison by its address."""
    tab.evaluate("address => { location.hash = address; }", address)
    tab.locator("figure svg").nth(charts - 1).wait_for()


def test_it_opens_with_the_whole_council_and_what_is_chosen_stands_in_the_address(browser: Browser, page: Path) -> None:
    with opened(browser, page) as tab:
        assert chosen(tab) == {"service": "All services (1)", "measure": "received (1)", "stage": "all stages (1)", "period": "2019-20 (1)"}
        facet(tab, "service").select_option(label="housing-repairs (3)")
        facet(tab, "measure").select_option(label="% upheld (3)")
        assert chosen(tab) == {
            "service": "housing-repairs (3)",
            "measure": "% upheld (3)",
            "stage": "stage 1 (3)",
            "period": "2019-20 (3)",
        }
        facet(tab, "stage").select_option(label="stage 2 (1)")
        assert tab.evaluate("decodeURIComponent(location.hash)") == "#benchmark/housing-repairs/upheld_pct/stage 2/corporate/2019-20"


def test_a_table_says_what_each_number_is_of_and_hostile_names_stay_text(browser: Browser, page: Path) -> None:
    with opened(browser, page) as tab:
        show(tab, REPAIRS, charts=4)
        assert cells(tab) == [
            ["Westbrook", "60%", "no base printed", "", "", "", "report 6"],
            [ELEMENT, "25%", "of 40 received, supposed", "14% to 40%", "30%", "a", "report 1"],
            [FORMULA, "20% worked out", "10 of 50 received", "11% to 33%", "", "a", "report 3"],
        ]
        assert tab.locator(".notes").first.inner_text() == "counts enquiries"
        assert [row[:2] for row in cells(tab, 1)] == [
            [ELEMENT, "2018-19"],
            [ELEMENT, "2019-20"],
            [FORMULA, "2017-18"],
            [FORMULA, "2019-20"],
            ["Westbrook", "2019-20"],
        ]


def test_a_chart_is_told_apart_by_shape_and_says_in_words_what_it_shows(browser: Browser, page: Path) -> None:
    with opened(browser, page) as tab:
        show(tab, REPAIRS, charts=4)
        chart = tab.locator(".councils svg")
        texts = set(chart.locator("text").all_text_contents())
        assert {"printed", "worked out", "year before", f"{ELEMENT} [a]", "20%: 10 of 50 received"} <= texts
        shapes = chart.locator(".mark-symbol.role-mark path").evaluate_all("all => new Set(all.map(each => each.getAttribute('d'))).size")
        assert shapes == 3
        dashes = chart.locator(".mark-rule.role-mark line").evaluate_all("all => all.map(each => each.getAttribute('stroke-dasharray'))")
        assert sorted(dashes) == ["1,0", "3,3"]
        words = tab.get_by_role("img").first.get_attribute("aria-label") or ""
        assert words.startswith("housing-repairs: % upheld, stage 1, 2019-20. 3 points, from =HYPERLINK")


def test_a_table_is_copied_as_text_that_no_spreadsheet_runs(browser: Browser, page: Path) -> None:
    with opened(browser, page) as tab:
        show(tab, REPAIRS, charts=4)
        tab.evaluate("addEventListener('copy', event => { window.copied = event.clipboardData.getData('text/plain'); })")
        tab.get_by_role("button", name="Copy the table").first.click()
        assert tab.locator(".copy [role=status]").first.inner_text() == "Copied."
        rows = [line.split("\t") for line in tab.evaluate("window.copied").splitlines()]
        assert [row[0] for row in rows] == ["Council", "Westbrook", ELEMENT, f"'{FORMULA}"]


def test_the_keyboard_alone_chooses_and_keeps_its_place(browser: Browser, page: Path) -> None:
    with opened(browser, page) as tab:
        facet(tab, "service").focus()
        tab.keyboard.press("ArrowDown")
        tab.locator("figure svg").nth(0).wait_for()
        assert chosen(tab)["service"] == "housing-repairs (3)"
        assert tab.evaluate("document.activeElement.dataset.facet") == "service"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_section_holds_up_no_one_in_either_theme(browser: Browser, page: Path, theme: str) -> None:
    with opened(browser, page, color_scheme=theme) as tab:
        show(tab, REPAIRS, charts=4)
        assert barriers(tab) == []


def test_the_section_fits_a_phone(browser: Browser, page: Path) -> None:
    with opened(browser, page, viewport=PHONE) as tab:
        show(tab, REPAIRS, charts=4)
        assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        assert tab.locator(".councils svg").evaluate("svg => svg.getBoundingClientRect().right") <= PHONE["width"]


def test_a_dataset_without_figures_says_so() -> None:
    section = dataset_to_benchmark(records_to_dataset([]), {})
    assert "No report of this dataset prints figures that can be compared." in section.html
    assert section.script == ""
