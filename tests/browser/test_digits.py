"""The page of digits: a network that reads handwriting, its mistakes, its units, own drawings."""

import re
from typing import Any

import pytest
from tests.browser.visit import Visit

LINK = "data=mnist&rows=3000&hidden=32&activation=relu&learning_rate=0.2&batch_size=20&seed=1"
PAD = "Drawing pad"


@pytest.fixture
def trained(visit: Visit) -> Visit:
    """A visitor who has trained for three epochs."""
    visit.open(f"digits?{LINK}")
    for epoch in (1, 2, 3):
        visit.button("One epoch").click()
        visit.until(lambda epoch=epoch: visit.step == 105 * epoch)
    curve = visit.page.locator("svg[aria-label$='at step 315']")
    visit.until(lambda: curve.count() and visit.page.locator("li canvas").count())
    return visit


def clock(visit: Visit) -> str:
    """The step and the epoch that are shown."""
    return visit.page.locator(".clock output").inner_text()


def part(visit: Visit, title: str) -> Any:
    """A part of the page by its title."""
    return visit.page.locator("section", has=visit.page.get_by_role("heading", name=title))


def right(visit: Visit) -> int:
    """How many digits held out are read rightly, as the page says."""
    text = visit.page.locator(".accuracy").inner_text()
    return int(re.findall(r"(\d+) of", text)[0])


def answer(visit: Visit) -> str:
    """What the drawn digit is read as."""
    return visit.page.locator(".answer").inner_text()


def draw_a_one(visit: Visit) -> None:
    """Draw with the pointer from top to bottom."""
    box = visit.page.get_by_role("button", name=PAD).bounding_box()
    assert box is not None
    mouse = visit.page.mouse
    mouse.move(box["x"] + 150, box["y"] + 40)
    mouse.down()
    for y in range(50, 241, 10):
        mouse.move(box["x"] + 150 - (y - 40) / 10, box["y"] + y)
    mouse.up()


def canvas_bytes(visit: Visit, label: str) -> list[int]:
    """The red bytes of a canvas of 28 x 28 pixels, by the start of its name."""
    script = """(label) => {
      const canvas = document.querySelector(`canvas[aria-label^="${label}"]`);
      const { data } = canvas.getContext("2d").getImageData(0, 0, 28, 28);
      return Array.from({ length: 784 }, (_, i) => data[4 * i]);
    }"""
    return visit.page.evaluate(script, label)


def test_wish_181_pictures_instead_of_shapes(trained: Visit):
    assert right(trained) > 0.8 * 900
    pictures = part(trained, "What it takes for what").locator("li")
    trained.until(lambda: pictures.count() > 3)
    assert re.match(r"a \d read as \d, \d+ %$", pictures.first.inner_text().strip())
    inks = trained.value(
        """[...document.querySelectorAll('li canvas')].slice(0, 4).map((canvas) =>
          canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
            .data.filter((byte, i) => i % 4 === 0 && byte > 127).length)"""
    )
    assert len(inks) == 4
    assert all(20 < ink < 400 for ink in inks)


def test_the_page_begins_with_digits_and_runs(visit: Visit):
    visit.open("playground")
    visit.page.get_by_role("link", name="Digits").click()
    visit.page.get_by_role("heading", name="Draw a digit").wait_for()
    visit.until(lambda: visit.page.locator(".accuracy").count())
    before = right(visit)
    visit.button("Run").click()
    visit.until(lambda: right(visit) > before + 300)
    visit.button("Pause").click()
    visit.button("Run").wait_for()
    assert visit.step > 0
    line = visit.page.locator("svg[aria-label^='Share of digits read rightly']")
    assert "at step" in (line.get_attribute("aria-label") or "")
    visit.button("Rewind").click()
    visit.until(lambda: visit.step == 0 and right(visit) == before)
    visit.page.get_by_label("Network").select_option("128,64")
    visit.until(lambda: visit.page.get_by_label("Hidden layer").locator("option").count() == 2)
    visit.page.get_by_role("link", name="Playground").click()
    visit.page.get_by_text("Data", exact=True).first.wait_for()
    visit.until(lambda: visit.page.locator("button.unit").count() == 16)


def test_a_one_by_pointer_is_read_as_the_network_reads_its_pixels(trained: Visit):
    draw_a_one(trained)
    trained.until(lambda: trained.page.locator(".answer").count())
    trained.until(lambda: "reads a 1," in answer(trained))
    given = canvas_bytes(trained, "Your digit")
    rows = [i // 28 for i, ink in enumerate(given) if ink]
    assert (max(rows) - min(rows) + 1) == 20
    middle = sum(i % 28 * ink for i, ink in enumerate(given)) / sum(given)
    assert abs(middle + 0.5 - 14) <= 0.5
    bars = trained.page.locator("section ol button")
    trained.until(lambda: bars.count() == 10)
    # At once: an answer to the last strokes may come in between.
    labels = bars.evaluate_all("all => all.map((bar) => bar.getAttribute('aria-label'))")
    shares = [float(re.findall(r": ([\d.]+) %", label)[0]) for label in labels]
    assert shares.index(max(shares)) == 1
    assert sum(shares) == pytest.approx(100, abs=0.6)
    scores = [float(label.rpartition(" ")[2]) for label in labels]
    assert scores.index(max(scores)) == 1
    first = canvas_bytes(trained, "More ink raises the score of 1")
    bars.nth(7).click()
    trained.page.locator("canvas[aria-label^='More ink raises the score of 7']").wait_for()
    assert canvas_bytes(trained, "More ink raises the score of 7") != first
    trained.button("Clear").click()
    trained.until(lambda: trained.page.locator(".answer").count() == 0)


def test_a_one_by_keyboard(trained: Visit):
    keyboard = trained.page.keyboard
    trained.page.get_by_role("button", name=PAD).focus()
    keyboard.press("ArrowLeft")
    trained.page.get_by_text("row 15, column 14, empty").wait_for()
    for _ in range(10):
        keyboard.press("ArrowUp")
    keyboard.press(" ")
    trained.page.get_by_text("row 5, column 14, ink").wait_for()
    for _ in range(19):
        keyboard.press("Shift+ArrowDown")
    trained.until(lambda: trained.page.locator(".answer").count())
    trained.until(lambda: "reads a 1," in answer(trained))
    assert clock(trained).endswith("epoch 3.0")
    keyboard.press("Delete")
    trained.until(lambda: trained.page.locator(".answer").count() == 0)
    keyboard.press(" ")
    keyboard.press(" ")
    trained.page.get_by_text("row 24, column 14, empty").wait_for()


def test_a_drawing_is_read_anew_when_the_network_is_another_one(trained: Visit):
    draw_a_one(trained)
    trained.until(lambda: trained.page.locator(".answer").count())
    before = answer(trained)
    trained.button("Rewind").click()
    trained.until(lambda: answer(trained) != before)


def test_silent_units_change_the_accuracy(trained: Visit):
    before = right(trained)
    unit = part(trained, "of hidden layer")
    for n in range(1, 13):
        unit.get_by_label("Unit", exact=True).fill(str(n))
        unit.get_by_label("Unit", exact=True).press("Enter")
        trained.page.get_by_role("heading", name=f"Unit {n} of hidden layer 1").wait_for()
        trained.button("Silence this unit").click()
        trained.button("Let it speak again").wait_for()
    trained.until(lambda: trained.page.get_by_text("Without the silent units (12)").count())
    assert right(trained) < before
    assert f"{100 * before / 900:.1f} %" in unit.get_by_role("status").inner_text()
    trained.button("Let all 12 speak again").click()
    trained.until(lambda: right(trained) == before)


def test_the_strongest_digits_and_the_weights_of_a_unit(trained: Visit):
    weights = part(trained, "Weights of the first layer")
    images = weights.get_by_role("button")
    trained.until(lambda: images.count() == 32)
    images.nth(4).click()
    trained.page.get_by_role("heading", name="Unit 5 of hidden layer 1").wait_for()
    strongest = part(trained, "of hidden layer").locator("li")
    trained.until(lambda: strongest.count() == 10)
    outputs = [float(text.rpartition(" ")[2]) for text in strongest.all_inner_texts()]
    assert outputs == sorted(outputs, reverse=True)
    size = images.nth(4).get_attribute("aria-label")
    slider = weights.get_by_role("slider")
    slider.press("Home")
    weights.get_by_text("Then: step 0, epoch 0.0").wait_for()
    assert images.nth(4).get_attribute("aria-label") != size
    slider.press("End")
    weights.get_by_text("Now: step 315, epoch 3.0").wait_for()
    assert images.nth(4).get_attribute("aria-label") == size


def test_a_cell_of_the_matrix_shows_its_images(trained: Visit):
    mistakes = part(trained, "What it takes for what")
    cell = mistakes.get_by_role("button", name=re.compile(r"^\d+ times 4 read as 4"))
    count = int((cell.get_attribute("aria-label") or "0").split()[0])
    cell.click()
    mistakes.get_by_role("heading", name=f"4 read as 4: {count}").wait_for()
    pictures = mistakes.locator("li")
    assert pictures.count() == min(30, count)
    assert all(text.startswith("a 4 read as 4") for text in pictures.all_inner_texts())
    mistakes.get_by_role("button", name="All mistakes").click()
    mistakes.get_by_role("heading", name="Most wrongly read").wait_for()
