"""What holds for all tests: properties are tried with the same examples everywhere, and a slow machine is no failure."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

settings.register_profile("house", deadline=None, derandomize=True, max_examples=50)
settings.load_profile("house")

FORMULA = '=HYPERLINK("http://example.org","x")'
ELEMENT = "<img src=x onerror=alert(1)>"
COUNCILS = ("Cullinholme Council", "Eastmere Borough Council", "Northvale Council")  # revised, copied, with a finding


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as Debian packs it, started once; a test opens pages of its own in it."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some councils of the committed dataset, with a hostile service and a hostile title in it, published."""
    import publish  # noqa: PLC0415 - what no test asks for is not loaded
    from publish import publication  # noqa: PLC0415
    from publish.material import Material  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("published") / "dataset"
    whole = publish.read(Path(__file__).parents[1] / "outputs")
    kept = set(whole.reports.loc[whole.reports["council"].isin(COUNCILS), "report_id"])
    tables = {table.name: getattr(whole, table.name) for table in publish.TABLES}
    of_report = {name: frame for name, frame in tables.items() if "report_id" in frame}
    parts = {name: frame[frame["report_id"].isin(kept)].reset_index(drop=True) for name, frame in of_report.items()}
    dataset = replace(whole, **parts)
    dataset.figures.loc[0, "service"] = FORMULA
    dataset.reports.loc[0, "title"] = ELEMENT
    publish.write(dataset, folder)
    publication.publish(folder, Material(folder, publish.read(folder)))
    return folder
