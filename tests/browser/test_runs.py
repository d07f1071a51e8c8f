"""The page of stored runs."""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from tests.browser.payloads import PAYLOADS
from tests.browser.test_accessible import AXE, grave_faults
from tests.browser.visit import LabServer, Visit

from noron.cli import main
from noron.experiments.store import tidying
from noron.experiments.store.connection import Connection

STORE = "stored.sqlite"


@pytest.fixture(scope="module")
def runs(chromium: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LabServer]:
    """A lab with seven stored runs; the last one has texts that would be scripts."""
    folder = tmp_path_factory.mktemp("runs")
    for i, (hidden, seed) in enumerate([("3", 0), ("3", 1), ("3", 2), ("6,4", 0), ("6,4", 1)]):
        words = ["train", "--data", "moons", "--points", "80", "--epochs", "5", "--seed", str(seed)]
        words += ["--hidden", hidden, "--store", str(folder / STORE), "--out", str(folder / str(i))]
        assert main(words) == 0
    with closing(Connection(folder / STORE, write=True)) as connection:
        for payload in PAYLOADS:
            tidying.note(connection, 1, payload.replace("\0", "") or "x")
            tidying.tag(connection, [1], payload.replace("\0", "")[:100])
    server = LabServer(folder, "--store", STORE)
    page = chromium.new_page()
    page.goto(server.address("runs"))
    page.locator("table").first.wait_for()
    server.key = page.evaluate("sessionStorage.getItem('noron-lab-key')")
    page.context.close()
    yield server
    server.close()


@pytest.fixture
def reader(visit: Visit, runs: LabServer) -> Visit:
    """Somebody who looks at the runs."""
    visit.server = runs
    visit.page.goto(runs.address("runs"))
    visit.page.locator("tbody tr").first.wait_for()
    return visit


def listed(visit: Visit) -> list[str]:
    """The numbers of the runs, from top to bottom."""
    return visit.page.locator(".scroll").first.locator("tbody tr td:nth-child(2)").all_inner_texts()


def choose(visit: Visit, *numbers: int) -> None:
    """Choose runs by their numbers."""
    for number in numbers:
        visit.page.get_by_label(f"Choose run {number}", exact=True).check()


def test_runs_are_sorted_by_any_column(reader: Visit):
    assert listed(reader) == ["5", "4", "3", "2", "1"]
    reader.page.locator("th").get_by_role("button", name="seed").click()
    reader.until(lambda: listed(reader) == ["4", "1", "5", "2", "3"])
    reader.page.locator("th").get_by_role("button", name="val_loss").click()
    losses = reader.page.locator("th[aria-sort=ascending]")
    assert losses.count() == 1


def test_runs_are_filtered_in_the_command_line_s_language(reader: Visit):
    field = reader.page.get_by_label("Filter")
    field.fill("seed = 1")
    field.press("Enter")
    reader.until(lambda: listed(reader) == ["5", "2"])
    field.fill("seed >>")
    field.press("Enter")
    reader.page.get_by_role("alert").filter(has_text="filter").wait_for()
    field.fill("")
    field.press("Enter")
    reader.until(lambda: len(listed(reader)) == 5)


def test_curves_are_drawn_with_a_band_and_picked_from_the_chart(reader: Visit):
    choose(reader, 2, 3, 5)
    chart = reader.page.locator(".chart .u-over")
    chart.wait_for()
    reader.until(lambda: reader.page.get_by_text("run 5: val_loss").count() == 1)
    box = chart.bounding_box()
    for share in [i / 40 for i in range(1, 40)]:
        x, y = box["x"] + box["width"] * 0.98, box["y"] + box["height"] * share
        reader.page.mouse.move(x, y)
        reader.page.mouse.click(x, y)
        if reader.page.get_by_text("This line is run").count():
            break
    reader.page.get_by_text("This line is run").wait_for()
    reader.button("Leave it out").click()
    reader.until(lambda: reader.page.locator("tr.chosen").count() == 2)


def test_a_baseline_is_pinned_and_only_what_differs_is_shown(reader: Visit):
    choose(reader, 2, 5)
    reader.page.get_by_label("Compare with run 2").click()
    table = reader.page.locator("[aria-labelledby=comparison-title] table")
    reader.until(lambda: "(" in table.inner_text())
    names = table.locator("tbody tr:not(.result) th").all_inner_texts()
    assert "hidden" in names
    assert "activation" not in names


def test_chosen_runs_and_the_baseline_stay_where_the_list_has_others(reader: Visit):
    choose(reader, 1, 2)
    reader.page.get_by_label("Compare with run 3").click()
    reader.page.get_by_label("Filter").fill("seed = 0")
    reader.page.get_by_label("Filter").press("Enter")
    reader.until(lambda: sorted(listed(reader)) == ["1", "4"])
    choose(reader, 4)
    heads = reader.page.locator("[aria-labelledby=comparison-title] thead th")
    reader.until(lambda: heads.all_inner_texts()[1:] == ["run 3 ◎", "run 1", "run 2", "run 4"])
    reader.page.get_by_text("3 chosen").wait_for()
    reader.button("Choose none").click()
    reader.page.get_by_text("3 chosen").wait_for(state="hidden")
    assert heads.count() == 0


def test_a_chosen_run_that_is_not_listed_shows_what_was_done_with_it(reader: Visit):
    choose(reader, 2)
    reader.button("Hide").click()
    reader.until(lambda: "2" not in listed(reader))
    reader.page.goto("about:blank")
    reader.page.goto(reader.server.address("runs?where=seed+%3D+0&runs=2"))
    reader.button("Show again").click()
    reader.button("Hide").wait_for()
    assert sorted(listed(reader)) == ["1", "4"]


def test_an_address_with_a_run_that_the_store_has_not_is_refused_by_its_number(reader: Visit):
    reader.page.goto("about:blank")
    reader.page.goto(reader.server.address("runs?runs=2,77"))
    reader.page.get_by_role("alert").filter(has_text="77").wait_for()
    assert len(listed(reader)) == 5
    choose(reader, 2)
    reader.page.get_by_text("1 chosen").wait_for()
    assert reader.page.get_by_role("alert").count() == 0


def test_an_address_leads_another_visitor_to_the_same_list(reader: Visit):
    reader.page.locator("th").get_by_role("button", name="seed").click()
    reader.page.get_by_label("Filter").fill("hidden = 3")
    reader.page.get_by_label("Filter").press("Enter")
    reader.until(lambda: listed(reader) == ["1", "2", "3"])
    choose(reader, 2, 3)
    reader.page.get_by_label("Compare with run 2").click()
    place = "runs?where=hidden+%3D+3&sort=seed&runs=2,3&baseline=2"
    reader.until(lambda: reader.page.url.endswith("#/" + place))
    reader.page.goto("about:blank")
    reader.page.goto(reader.server.address(place))
    reader.until(lambda: reader.page.locator("tr.chosen").count() == 2)
    assert listed(reader) == ["1", "2", "3"]
    assert reader.page.get_by_label("Compare with run 2").get_attribute("aria-pressed") == "true"
    reader.page.goto("about:blank")
    reader.page.goto(reader.server.address("runs?sort=-seed&data=moons"))
    reader.page.get_by_role("alert").filter(has_text="data=moons").wait_for()
    reader.until(lambda: listed(reader)[:1] == ["3"])


def test_tag_note_hide_delete_and_undo(reader: Visit):
    choose(reader, 4)
    reader.page.get_by_label("Tag", exact=True).fill("good")
    reader.button("Put on").click()
    reader.until(lambda: "good" in reader.page.locator("tr.chosen").inner_text())
    reader.page.get_by_label("Note", exact=True).fill("for the paper")
    reader.button("Keep the note").click()
    reader.page.get_by_text("for the paper").wait_for()
    for act in ("Hide", "Delete"):
        reader.button(act).click()
        reader.until(lambda: "4" not in listed(reader))
        reader.button("Undo").click()
        reader.until(lambda: "4" in listed(reader))
        choose(reader, 4)


def test_a_run_opens_in_the_playground(reader: Visit):
    choose(reader, 5)
    reader.page.get_by_text("noron repeat 5").wait_for()
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.page.get_by_role("button", name="Copy", exact=True).click()
    reader.page.get_by_text("Copied", exact=True).wait_for()
    assert reader.page.evaluate("navigator.clipboard.readText()").startswith("noron repeat 5")
    reader.page.get_by_role("link", name="Open in the Playground").click()
    reader.page.get_by_text("Layer 1: 6 units").wait_for()


def test_texts_of_runs_are_texts(reader: Visit):
    choose(reader, 1)
    reader.until(lambda: reader.page.locator("p.note").count() >= 60)
    assert reader.value("window.executed") is None
    assert reader.page.locator("main script, main iframe, main img, main object").count() == 0


@pytest.mark.skipif(not AXE.exists(), reason="axe is not installed: make test does")
def test_axe_finds_nothing_grave_in_a_full_page(reader: Visit):
    choose(reader, 2, 3, 5)
    reader.page.get_by_label("Compare with run 2").click()
    reader.page.locator("[aria-labelledby=comparison-title] table").wait_for()
    assert grave_faults(reader) == []
    reader.page.set_viewport_size({"width": 360, "height": 800})
    assert reader.value("document.documentElement.scrollWidth") <= 360


def test_an_empty_store_says_how_to_make_a_run(visit: Visit):
    visit.page.goto(visit.server.address("runs"))
    visit.page.get_by_text("noron train --data moons").wait_for()
