"""Tests of the lab's pages in a browser: Chromium, driven by Playwright, beside a `noron lab`."""

import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

import pytest
from tests.browser.visit import LabServer, Visit

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
NEEDED = ("playwright", "starlette", "uvicorn", "websockets")
CAN_RUN = CHROMIUM is not None and all(find_spec(name) for name in NEEDED)
collect_ignore_glob = [] if CAN_RUN else ["test_*.py"]

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
"""root has no sandbox; a container has little shared memory."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(chromium: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LabServer]:
    """A lab that all tests of this process share; each of them has a session of its own."""
    running = LabServer(tmp_path_factory.mktemp("lab"))
    try:
        page = chromium.new_page()
        page.goto(running.address())
        page.get_by_role("button", name="Run", exact=True).wait_for()
        running.key = page.evaluate("sessionStorage.getItem('noron-lab-key')")
        page.context.close()
        yield running
    finally:
        running.close()


@pytest.fixture
def visit(chromium: Any, server: LabServer) -> Iterator[Visit]:
    """A new visitor; nothing may go wrong in the page meanwhile."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 900}, locale="en-GB", reduced_motion="reduce"
    )
    made = Visit(context.new_page(), server)
    yield made
    violations = made.page.evaluate("window.violations ?? []")
    context.close()
    assert made.errors == []
    assert violations == []
