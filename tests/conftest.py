"""What holds for all tests: properties are tried with the same examples everywhere, and a slow machine is no failure."""

from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

settings.register_profile("house", deadline=None, derandomize=True, max_examples=50)
settings.load_profile("house")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as Debian packs it, started once; a test opens pages of its own in it."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield chromium
        chromium.close()
