"""A page of ours in a browser, and what went wrong while it was open."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}


OURS = ("file:", "data:", "blob:")


@contextmanager
def opened(browser: Browser, path: Path, **context: Any) -> Iterator[Page]:  # noqa: ANN401 - each option of a context has its type
    """The page of a file, opened from the disk; in the end it has asked for nothing and complained of nothing."""
    wrong: list[str] = []
    with browser.new_context(**{"viewport": WIDE, **context}) as made:
        page = made.new_page()
        listen(page, wrong)
        page.goto(path.as_uri())
        yield page
        assert not wrong, wrong


def listen(page: Page, wrong: list[str]) -> None:
    """Write down what a page complains of, whom it interrupts and what it asks for."""

    def heard(event: ConsoleMessage | Dialog) -> None:
        wrong.append(f"{event.type}: {event.text if isinstance(event, ConsoleMessage) else event.message}")

    def asked(request: Request) -> None:
        if not request.url.startswith(OURS):
            wrong.append(request.url)

    page.on("console", heard)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", heard)
    page.on("request", asked)


def barriers(page: Page) -> list[str]:
    """What axe finds wrong with the page as it is shown: the rule and what breaks it."""
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {node['html']}" for each in found for node in each["nodes"]]
