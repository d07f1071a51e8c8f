"""What goes out of the page: a recipe, a curve, a picture, and the run as a program."""

import csv
import io
import json
import re
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pytest
from matplotlib.image import imread
from tests.browser.visit import Visit
from tests.lab.test_code import losses_of

SMALL = "playground?data=moons&points=120&hidden=4&seed=1&learning_rate=0.3"


def trained(visit: Visit, link: str = SMALL, epochs: int = 3) -> None:
    """Open a small network and train it."""
    visit.open(link)
    for _ in range(epochs):
        before = visit.step
        visit.page.get_by_role("button", name="One epoch", exact=True).click()
        visit.until(lambda before=before: visit.step > before)
    visit.button("Run").wait_for()


def shown(visit: Visit) -> list[str]:
    """The losses below the output."""
    cells = visit.page.locator("section table tbody td")
    return [cells.nth(0).inner_text(), cells.nth(2).inner_text()]


def saved_file(visit: Visit, name: str) -> tuple[str, Path]:
    """Save something by its name in the menu: the name of the file, and where it lies."""
    visit.button("Save").click()
    with visit.page.expect_download() as waiting:
        visit.button(name).click()
    return waiting.value.suggested_filename, Path(waiting.value.path())


def saved(visit: Visit, name: str) -> tuple[str, str]:
    """The same: the name of the file, and its text."""
    file_name, file = saved_file(visit, name)
    return file_name, file.read_text("utf-8")


def test_wish_39_the_program_gives_the_losses_on_the_page(visit: Visit, tmp_path: Path):
    trained(visit)
    visit.button("Save").click()
    visit.button("NumPy").click()
    dialog = visit.page.get_by_role("dialog", name="This run in NumPy")
    dialog.wait_for()
    assert "def gradient" in dialog.locator("pre").inner_text()
    with visit.page.expect_download() as waiting:
        dialog.get_by_role("button", name=re.compile("^Download")).click()
    assert waiting.value.suggested_filename == f"noron-moons-{visit.step}-numpy.py"
    losses = losses_of(Path(waiting.value.path()).read_text("utf-8"), tmp_path)
    page_losses = [float(text) for text in shown(visit)]
    assert list(losses.values()) == pytest.approx(page_losses, rel=5e-3)  # three digits are shown
    visit.page.keyboard.press("Escape")
    visit.until(lambda: dialog.count() == 0)
    visit.button("Save").and_(visit.page.locator(":focus")).wait_for()


def test_a_library_that_cannot_do_it_says_why(visit: Visit):
    visit.open(f"{SMALL}&dropout=0.2")
    visit.button("Save").click()
    visit.button("PyTorch").click()
    dialog = visit.page.get_by_role("dialog")
    dialog.get_by_text("dropout is not in the other programs").wait_for()
    assert dialog.locator("pre").count() == 0
    dialog.get_by_role("button", name="Close").click()
    visit.until(lambda: dialog.count() == 0)


def test_the_recipe_and_the_curve_are_files(visit: Visit):
    trained(visit)
    name, text = saved(visit, "Recipe (TOML)")
    recipe = tomllib.loads(text)
    assert name == f"noron-moons-{visit.step}.toml"
    assert (recipe["points"], recipe["hidden"], recipe["learning_rate"]) == (120, [4], 0.3)
    name, text = saved(visit, "Loss curve (CSV)")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert name.endswith(".csv")
    assert int(rows[-1]["step"]) == visit.step
    last = [float(rows[-1]["loss"]), float(rows[-1]["held_out_loss"])]
    assert last == pytest.approx([float(one) for one in shown(visit)], rel=5e-3)


def test_the_picture_has_its_recipe_and_a_caption(visit: Visit):
    trained(visit)
    _, text = saved(visit, "Output and curve (SVG)")
    svg = "{http://www.w3.org/2000/svg}"
    picture = ET.fromstring(text)
    inside = json.loads(picture.findtext(f"{svg}metadata") or "")
    assert inside["recipe"]["points"] == 120
    assert inside["step"] == visit.step
    words = [one.text for one in picture.iter(f"{svg}text")]
    assert any(f"moons, 4-2, step {visit.step}" in str(word) for word in words)
    image = picture.find(f"{svg}image")
    assert image is not None
    assert len(image.get("href", "")) > 2000
    lines = [one.get("d", "") for one in picture.iter(f"{svg}path")]
    assert max(line.count("L") for line in lines) >= 2


def test_the_picture_is_also_there_as_pixels(visit: Visit):
    trained(visit)
    name, file = saved_file(visit, "The same as pixels (PNG)")
    assert name == f"noron-moons-{visit.step}.png"
    pixels = imread(file, format="png")
    assert pixels.shape[:2] == (1200, 2190)
    output, curve = pixels[60:1020, 30:990, :3], pixels[60:1020, 1170:, :3]
    assert len(np.unique(output.reshape(-1, 3), axis=0)) > 100
    blue = (np.abs(curve - np.array([0, 0x72, 0xB2]) / 255).max(axis=2) < 0.02).sum()
    assert blue > 300  # the line of the training loss


def test_the_menu_is_left_by_escape_and_closes_behind_a_click(visit: Visit):
    visit.open(SMALL)
    button = visit.button("Save")
    button.press("Enter")
    visit.page.locator("#save-menu").wait_for()
    visit.page.keyboard.press("Escape")
    visit.until(lambda: visit.page.locator("#save-menu").count() == 0)
    assert button.get_attribute("aria-expanded") == "false"
    button.click()
    visit.page.locator("h1").click()
    visit.until(lambda: visit.page.locator("#save-menu").count() == 0)
