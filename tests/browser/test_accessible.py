"""Everybody can use the pages: axe's rules, the keyboard alone, both languages, small screens."""

import re
from pathlib import Path
from typing import Any

import pytest
from tests.browser.visit import LabServer, Visit

ROOT = Path(__file__).parents[2]
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
LANGUAGES = {"en": "en-GB", "vi": "vi-VN"}
STATES = ("new", "running", "help", "open")
OF_PLAYGROUND = ("refused", "diverged")
PAGES = tuple(re.findall(r'name: "(\w+)"', (ROOT / "web/src/shell/pages.ts").read_text()))
GRAVE = ("serious", "critical")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """English, Vietnamese."""
    return request.param


def visitor(chromium: Any, server: LabServer, language: str, theme: str, width: int) -> Visit:
    """Somebody with that language, theme and screen."""
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, locale=LANGUAGES[language], color_scheme=theme
    )
    return Visit(context.new_page(), server)


def put_into(visit: Visit, state: str) -> None:
    """Bring a page into one of its states."""
    page = visit.page
    if state == "running":
        page.keyboard.press(" ")
        page.wait_for_timeout(300)
    elif state == "help":
        page.keyboard.press("?")
        page.locator("#keys-title").wait_for()
    elif state == "open":
        page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        page.wait_for_timeout(300)
    elif state == "refused":
        page.evaluate("location.hash = '#/playground?hiden=3'")
        page.get_by_role("alert").first.wait_for()
    elif state == "diverged":
        page.evaluate(
            "location.hash = '#/playground?data=sine&activation=relu&learning_rate=10&hidden=8'"
        )
        page.wait_for_timeout(300)
        page.keyboard.press(" ")
        page.get_by_role("alert").first.wait_for()


def grave_faults(visit: Visit) -> list[tuple[str, list[str]]]:
    """What axe finds in a page that is serious or critical, and where."""
    visit.page.evaluate(AXE.read_text())
    found = visit.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert len(found["passes"]) > 10
    return [
        (one["id"], [node["html"][:200] for node in one["nodes"][:3]])
        for one in found["violations"]
        if one["impact"] in GRAVE
    ]


@pytest.mark.skipif(not AXE.exists(), reason="axe is not installed: make test does")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_grave(
    name: str, language: str, theme: str, chromium: Any, server: LabServer
):
    visit = visitor(chromium, server, language, theme, 1280)
    for state in (*STATES, *(OF_PLAYGROUND if name == "playground" else ())):
        visit.open(name)
        put_into(visit, state)
        assert grave_faults(visit) == [], state
    visit.page.context.close()


VISIBLE_TEXTS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode.data.trim());
  for (const node of document.querySelectorAll("[aria-label], [title], [placeholder]"))
    for (const name of ["aria-label", "title", "placeholder"]) texts.push(node.getAttribute(name));
  return [...new Set(texts.filter(Boolean))];
}"""
ENGLISH = re.compile(
    r"\b(the|and|of|is|are|with|what|each|from|your|this|that|units?|layers?|rows?|"
    r"run|step|stop|copy|close|loss|rate|weight|choose)\b",
    re.IGNORECASE,
)
MAY_BE_ENGLISH = (
    re.compile(r"^[a-z_0-9]+$"),  # names of a recipe's settings and values, as in the command line
    re.compile(r"^(English|noron lab|noron [\d.]+)$"),
    re.compile(r"^Engine: "),  # the engine describes itself
)


@pytest.mark.parametrize("name", PAGES)
def test_a_vietnamese_page_has_no_english_text(name: str, chromium: Any, server: LabServer):
    visit = visitor(chromium, server, "vi", "light", 1280).open(name)
    visit.page.keyboard.press("?")
    visit.value("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    visit.page.wait_for_timeout(500)
    texts = visit.page.evaluate(VISIBLE_TEXTS)
    assert any("ạ" in text for text in texts)
    english = [
        text
        for text in texts
        if ENGLISH.search(text) and not any(ok.search(text) for ok in MAY_BE_ENGLISH)
    ]
    assert english == []
    visit.page.context.close()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_scrolls_sideways(
    name: str, width: int, language: str, chromium: Any, server: LabServer
):
    visit = visitor(chromium, server, language, "light", width).open(name)
    visit.page.wait_for_timeout(300)
    assert visit.value("document.documentElement.scrollWidth") <= width
    visit.page.context.close()
