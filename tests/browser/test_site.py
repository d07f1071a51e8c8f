"""The lab without a server: a recording, then Python in the browser, also when the server is gone.

These tests need what `make site` makes.
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.browser.static_host import StaticHost
from tests.browser.test_accessible import AXE, LANGUAGES, grave_faults
from tests.browser.visit import WATCH, Visit

BUILT = Path(__file__).parents[2] / "build" / "site"
pytestmark = pytest.mark.skipif(
    not BUILT.exists(), reason="there is no build/site: make site makes it"
)
ENGINE_SECONDS = 120
"""How long a test waits for Python in the browser, on a machine that is busy."""

Opened = Callable[..., Visit]


@pytest.fixture
def host() -> Iterator[StaticHost]:
    """The files as any web server sends them."""
    made = StaticHost(BUILT)
    yield made
    made.close()


@pytest.fixture
def come(chromium: Any) -> Iterator[Opened]:
    """Makes new visitors; nothing may go wrong in their pages meanwhile."""
    visits: list[Visit] = []

    def made(host: Any, **settings: Any) -> Visit:
        context = chromium.new_context(locale="en-GB", **settings)
        visit = Visit(context.new_page(), host)
        visits.append(visit)
        return visit

    yield made
    for visit in visits:
        pages = visit.page.context.pages
        violations = [one for page in pages for one in page.evaluate("window.violations ?? []")]
        visit.page.context.close()
        assert visit.errors == []
        assert violations == []


def begin(visit: Visit, place: str = "") -> None:
    """Open a place; do not wait for the engine."""
    visit.page.goto(visit.server.address(place))


def is_live(visit: Visit) -> bool:
    return bool(visit.button("Run").count()) and visit.button("Run").is_enabled()


def train(visit: Visit) -> None:
    """Run the network until it has learnt for a while, and pause it."""
    visit.until(lambda: is_live(visit), ENGINE_SECONDS)
    assert visit.step == 0
    visit.button("Run").click()
    visit.until(lambda: visit.step >= 100, ENGINE_SECONDS)
    visit.button("Pause").click()
    visit.button("Run").wait_for()
    assert "noron in this browser" in visit.page.locator("footer").inner_text()


def kept(visit: Visit) -> set[str]:
    """The hashes of the files that the browser keeps."""
    script = """caches.keys().then((names) => Promise.all(names.map(async (name) =>
        (await (await caches.open(name)).keys()).map(({url}) => url.split("sha256=")[1]))))"""
    return {one for of_cache in visit.value(script) for one in of_cache}


def at_once(folder: Path) -> list[Path]:
    """The files that are kept at the first visit: all but the worker itself, and the digits."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in paths if path.name != "sw.js" and "digits" not in path.name]


def hashes(folder: Path) -> set[str]:
    """Those of the files of a folder that are kept at the first visit."""
    return {hashlib.sha256(path.read_bytes()).hexdigest() for path in at_once(folder)}


def write_other_version(folder: Path) -> None:
    """Put another version in the place of a built lab: other texts, and an engine elsewhere."""
    page, worker = folder / "index.html", folder / "sw.js"
    next(folder.glob("engine-*")).rename(folder / "engine-2")
    text = re.sub(r"engine-\w{12}", "engine-2", page.read_text())
    text = re.sub(r'(noron-lab-version" content=)"\w+"', r'\1"2"', text)
    page.write_text(text.replace("noron lab</title>", "noron lab 2</title>"))
    named = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in at_once(folder)
    }
    _, _, later, code = worker.read_text().split(";\n", 3)
    worker.write_text(f'const VERSION = "2";\nconst FILES = {json.dumps(named)};\n{later};\n{code}')


def test_a_recording_moves_the_engine_takes_over_and_needs_no_server_later(host, come):
    visit = come(host)
    begin(visit)
    notice = visit.page.locator("#engine-notice")
    visit.until(notice.count)
    visit.until(lambda: visit.page.locator(".clock output").count())
    steps = {visit.step}
    visit.until(lambda: steps.add(visit.step) or len(steps) >= 3)
    assert visit.button("Run").is_disabled()
    assert visit.button("Copy a link").is_disabled()
    group = visit.page.locator("fieldset[role=group]")
    assert group.get_attribute("aria-describedby") == "engine-notice"
    assert "recording" in notice.inner_text()
    percent = visit.page.get_by_text("Recording; the engine is loading").inner_text()
    assert 0 <= int(re.findall(r"(\d+) %", percent)[0]) <= 100

    train(visit)
    assert notice.count() == 0
    visit.until(lambda: kept(visit) == hashes(BUILT), ENGINE_SECONDS)
    engine = {name: times for name, times in host.asked.items() if "engine" in name}
    assert len(engine) == 7
    assert set(engine.values()) == {1}  # loaded once, and kept on the way

    host.close()
    visit.page.reload()
    train(visit)


@pytest.mark.skipif(not AXE.exists(), reason="axe is not installed: make test does")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_grave_while_the_engine_is_on_its_way(language, theme, host, chromium):
    context = chromium.new_context(
        locale=LANGUAGES[language], color_scheme=theme, service_workers="block"
    )
    visit = Visit(context.new_page(), host)
    context.route("**/packages.zip", lambda _: None)  # it never comes
    begin(visit)
    visit.until(visit.page.locator("#engine-notice").count)
    visit.until(visit.page.locator(".clock output").count)
    assert grave_faults(visit) == []
    assert visit.page.locator("#engine-notice").count() == 1
    context.close()


def test_a_new_version_takes_the_place_of_the_old_one(tmp_path, come):
    folder = tmp_path / "site"
    shutil.copytree(BUILT, folder)
    host = StaticHost(folder)
    visit = come(host)
    begin(visit)
    visit.until(lambda: kept(visit) == hashes(folder), ENGINE_SECONDS)
    before = kept(visit)

    write_other_version(folder)
    host.asked.clear()
    visit.page.reload()  # finds the new version, and loads what is new in it
    visit.until(lambda: kept(visit) == before | hashes(folder), ENGINE_SECONDS)
    assert set(host.asked) == {"index.html", "sw.js"}
    waits = "navigator.serviceWorker.getRegistration().then(({waiting}) => waiting !== null)"
    visit.until(lambda: visit.value(waits))
    later = Visit(visit.page.context.new_page(), host)
    visit.page.close()  # the last page of the old version, but it may take a moment to be gone

    def is_new() -> bool:
        later.page.goto("about:blank")
        later.page.wait_for_timeout(500)
        begin(later)
        return bool(later.page.locator("meta[content=engine-2]").count())

    later.until(is_new, ENGINE_SECONDS)
    later.until(lambda: kept(later) == hashes(folder), ENGINE_SECONDS)
    host.close()
    later.page.reload()
    train(later)


def test_a_class_trains_without_an_engine_of_the_server(tmp_path, come):
    command = [sys.executable, "-m", "noron", "lab", "--class", "--no-open", "--port", "0"]
    with subprocess.Popen(
        [*command, "--pages", str(BUILT)], cwd=tmp_path, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            origin = re.findall(r"http://\S+:\d+", process.stdout.readline())[0]
            host = type("Class", (), {"address": lambda _, place="": f"{origin}/#/{place}"})()
            visit = come(host)
            begin(visit, "playground?data=circles&seed=5")
            notice = visit.page.locator("#engine-notice")
            visit.until(notice.count)
            assert "recording" not in notice.inner_text()  # which would be of other data
            train(visit)
            chosen = visit.page.locator(".tiles [aria-pressed=true]")
            assert chosen.inner_text().strip() == "Circles"
        finally:
            process.terminate()


def test_a_page_that_is_opened_meanwhile_waits_for_the_engine(host, come):
    visit = come(host)
    begin(visit)
    visit.page.get_by_text("Recording; the engine is loading").wait_for()
    visit.page.get_by_role("link", name="Activations and losses").click()
    visit.page.get_by_text("Recording").wait_for(state="detached")
    assert visit.page.locator("#engine-notice").count() == 1
    visit.page.locator("main section").first.wait_for(timeout=1000 * ENGINE_SECONDS)
    assert visit.page.locator("#engine-notice").count() == 0


def test_digits_come_when_they_are_wanted(host, come):
    visit = come(host)
    begin(visit, "playground?data=mnist&rows=1000&hidden=16&seed=1")
    train(visit)
    digits = {name: times for name, times in host.asked.items() if "digits" in name}
    assert list(digits.values()) == [1]


def test_a_browser_without_webassembly_says_what_to_do(host, come):
    visit = come(host)
    visit.page.add_init_script("delete window.WebAssembly")
    begin(visit)
    alert = visit.page.get_by_role("alert")
    alert.wait_for()
    assert "WebAssembly" in alert.inner_text()
    assert "noron lab" in alert.inner_text()


def test_an_engine_that_does_not_load_says_so(host, come):
    visit = come(host, service_workers="block")
    visit.page.route("**/packages.zip", lambda route: route.fulfill(status=503))
    begin(visit)
    alert = visit.page.get_by_role("alert")
    alert.wait_for(timeout=1000 * ENGINE_SECONDS)
    assert "packages.zip: 503" in alert.inner_text()
    assert visit.page.get_by_role("button", name="Run", exact=True).is_disabled()


def test_a_page_of_a_server_with_an_engine_loads_none(visit):
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    visit.page.add_init_script(WATCH)
    visit.open()
    assert not [url for url in asked if "engine" in url or "recording" in url or "sw.js" in url]
    assert visit.value("navigator.serviceWorker.controller") is None
