"""Activations and losses: what a learner finds out there."""

import json
import math
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from tests.browser.visit import Visit

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def functions(visit: Visit) -> Visit:
    visit.open("functions")
    visit.page.get_by_role("slider", name="f(z), the value").wait_for()
    visit.page.locator(".verdict").wait_for()
    return visit


def part(visit: Visit, title: str) -> Any:
    return visit.page.get_by_role("region", name=title, exact=True)


def number(text: str) -> float:
    """A number as the page writes it."""
    raised = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
    return float(text.replace("−", "-").replace("·10", "e").translate(raised))


def says(plot: Any) -> list[float]:
    text = plot.get_attribute("aria-valuetext").rstrip(".")
    return [number(one) for one in re.findall(r"[−\d][\d.]*(?:·10[⁰-⁹⁻¹²³]+)?", text)]


def verdict(visit: Visit, about: str) -> str:
    """The sentence about the gradient, when it says so."""
    sentence = visit.page.locator(".verdict")
    return visit.until(lambda: about in (text := sentence.inner_text()) and text)


def test_a_tangent_follows_the_pointer_and_the_keys(functions: Visit):
    page = functions.page
    plot = page.get_by_role("slider", name="f(z), the value")
    box = plot.bounding_box()
    page.mouse.move(box["x"] + 0.75 * box["width"], box["y"] + 60)
    z, value, slope = functions.until(lambda: (now := says(plot))[0] > 1.5 and now)
    sigmoid = 1 / (1 + math.exp(-z))
    assert value == pytest.approx(sigmoid, abs=1e-3)
    assert slope == pytest.approx(sigmoid * (1 - sigmoid), abs=1e-3)
    line = plot.locator("line.tangent")
    ends = {key: float(line.get_attribute(key)) for key in ("x1", "x2", "y1", "y2")}
    assert ends["x2"] > ends["x1"]
    assert ends["y2"] < ends["y1"]
    plot.focus()
    page.keyboard.press("Home")
    functions.until(lambda: says(plot)[0] == -5)
    page.keyboard.press("ArrowRight")
    functions.until(lambda: says(plot)[0] == -4.9)
    page.keyboard.press("Shift+ArrowRight")
    functions.until(lambda: number(plot.get_attribute("aria-valuenow")) == -4.875)
    readings = part(functions, "An activation and its slope").locator(".readings tbody tr")
    assert [row.split()[0] for row in readings.all_inner_texts()] == ["sigmoid", "relu"]


def test_settings_are_sliders_and_kinks_are_named(functions: Visit):
    here = part(functions, "An activation and its slope")
    here.get_by_role("button", name="leaky_relu", exact=True).click()
    here.get_by_role("combobox", name="Activation").select_option("leaky_relu")
    plot = functions.page.get_by_role("slider", name="f(z), the value")
    slider = here.get_by_role("slider", name="leaky_relu: slope")
    assert [slider.get_attribute(key) for key in ("min", "max")] == ["0", "1"]
    slider.fill("0.4")
    plot.press("Home")
    functions.until(lambda: says(plot) == [-5, -2, 0.4])
    for _ in range(5):
        plot.press("PageUp")
    assert "jumps" in functions.until(
        lambda: "z = 0" in (text := plot.get_attribute("aria-valuetext")) and text
    )
    assert here.locator("math").count() == 2


def test_why_sigmoid_learns_slowly_in_ten_layers(functions: Visit):
    here = part(functions, "The activation in a deep network")
    text = verdict(functions, "vanishes")
    slope, weights, both = (
        number(one)
        for one in re.search(
            r"about (\S+) \(slope.*about (\S+) \(weights\); together (\S+),", text
        ).groups()
    )
    assert slope <= 0.25
    assert slope * weights == pytest.approx(both, abs=0.02)
    rows = here.locator("tbody").first.locator("tr")
    assert rows.count() == 10
    gradients = [number(rows.nth(i).locator("td").nth(1).inner_text()) for i in range(10)]
    assert gradients[0] < 1e-5 * gradients[-1]
    widths = [
        rows.nth(i).locator(".gradient").evaluate("(bar) => bar.clientWidth") for i in range(10)
    ]
    assert widths == sorted(widths)
    assert widths[0] < widths[-1] / 2
    functions.button("Play the training").click()
    functions.until(lambda: "Step 100" in here.locator("caption").inner_text())
    assert number(rows.first.locator("td").last.inner_text().removesuffix(" %")) < 1e-3
    learnt = {
        row.split()[0]: number(row.split()[-1])
        for row in here.locator(".readings tbody tr").all_inner_texts()
    }
    assert learnt["sigmoid"] == pytest.approx(math.log(2), abs=0.01)
    assert learnt["relu"] < 0.2


def test_another_initializer_or_activation_is_another_gradient(functions: Visit):
    here = part(functions, "The activation in a deep network")
    here.get_by_role("combobox", name="Activation").select_option("relu")
    verdict(functions, "keeps its size")
    initializer = here.get_by_role("combobox", name="Initializer")
    assert "he_normal" in initializer.locator("option").first.inner_text()
    initializer.select_option("deviation")
    deviation = here.get_by_role("slider", name="Standard deviation")
    deviation.fill("5")
    verdict(functions, "explodes")
    deviation.fill("-15")
    verdict(functions, "vanishes")
    initializer.select_option("zeros")
    verdict(functions, "No gradient")
    initializer.select_option("usual")
    here.get_by_role("combobox", name="Activation").select_option("sigmoid")
    here.get_by_role("slider", name="Layers").fill("2")
    verdict(functions, "keeps its size")


def test_losses_over_the_score(functions: Visit):
    here = part(functions, "Losses for numbers")
    plot = here.get_by_role("slider", name="The loss")
    plot.press("Home")
    functions.until(lambda: says(plot) == [-5, 36, -12])
    here.get_by_role("slider", name="Target").fill("-1")
    functions.until(lambda: says(plot) == [-5, 16, -8])
    assert "does not take the target" in here.inner_text()
    here.get_by_role("button", name="mse", exact=True).click()
    functions.until(lambda: "mae" in plot.get_attribute("aria-valuetext"))
    assert says(plot) == [-5, 4, -1]
    classes = part(functions, "Losses for classes")
    readings = classes.locator(".readings tbody tr")
    values = [row.split()[-3:] for row in readings.all_inner_texts()]
    assert values[0] == values[1]  # with two classes both cross-entropies are the same
    classes.get_by_role("slider", name="Classes").fill("5")
    functions.until(lambda: readings.nth(1).inner_text().split()[-3:] != values[1])
    assert readings.nth(0).inner_text().split()[-3:] == values[0]


def test_softmax_with_a_temperature(functions: Visit):
    here = part(functions, "Softmax with a temperature")
    sizes = here.locator(".size")

    def shares() -> list[float]:
        return [number(text) for text in sizes.all_inner_texts() if text != "–"]

    before = functions.until(lambda: len(shares()) == 4 and shares())
    assert sum(before) == pytest.approx(1, abs=2e-3)
    here.get_by_role("button", name="Add 1 to every score").click()
    functions.until(lambda: here.get_by_label("Score of class 1").input_value() == "3")
    assert shares() == before
    here.get_by_role("slider", name="Temperature").fill("-10")
    functions.until(lambda: shares()[0] > 0.999)
    here.get_by_role("slider", name="Temperature").fill("10")
    functions.until(lambda: max(shares()) < 0.35)
    here.get_by_label("Class 4 is the true one").check()
    here.get_by_label("Score of class 4").fill("9")
    here.get_by_label("Score of class 4").press("Tab")
    functions.until(lambda: max(shares()) == shares()[3])


def test_a_figure_is_saved_with_what_it_was_made_from(functions: Visit, tmp_path: Path):
    button = functions.page.get_by_role("button", name="Save as SVG: f(z), the value")
    with functions.page.expect_download() as download:
        button.click()
    assert download.value.suggested_filename == "sigmoid-relu.svg"
    path = tmp_path / "figure.svg"
    download.value.save_as(path)
    figure = ET.parse(path).getroot()
    recipe = json.loads(figure.findtext(f"{SVG}metadata", ""))
    assert recipe["curves"] == [{"name": "sigmoid"}, {"name": "relu"}]
    assert (recipe["low"], recipe["high"]) == (-5, 5)
    lines = figure.findall(f".//{SVG}path")
    assert len(lines) == 2
    assert all(line.get("stroke", "").startswith("rgb") for line in lines)
    assert {"sigmoid", "relu"} <= {text.text for text in figure.findall(f"{SVG}text")}
    assert not [element for element in figure.iter() if element.get("class")]


@pytest.mark.parametrize("language", ["English", "Tiếng Việt"])
def test_nothing_scrolls_sideways_on_a_telephone(functions: Visit, language: str):
    if language != "English":
        functions.button(language).click()
        functions.page.get_by_role("region", name="Softmax với nhiệt độ").wait_for()
    functions.page.set_viewport_size({"width": 360, "height": 800})
    wide = "document.documentElement.scrollWidth"
    functions.until(lambda: functions.value(wide) <= 360)


def test_keys_do_not_run_a_network_that_is_not_in_sight(functions: Visit):
    for key in (" ", ".", ">"):
        functions.page.keyboard.press(key)
    functions.page.get_by_role("link", name="Playground").click()
    functions.page.locator(".clock output").wait_for()
    functions.page.wait_for_timeout(200)
    assert functions.step == 0
    functions.page.keyboard.press(".")
    functions.until(lambda: functions.step == 1)


def test_choices_stay_while_another_page_is_shown(functions: Visit):
    def choice() -> Any:
        here = part(functions, "An activation and its slope")
        return here.get_by_role("combobox", name="Activation")

    choice().select_option("mish")
    functions.page.get_by_role("link", name="Playground").click()
    functions.page.locator(".clock output").wait_for()
    functions.page.get_by_role("link", name="Activations and losses").click()
    assert choice().input_value() == "mish"


def test_an_address_leads_another_visitor_to_the_same_choices(functions: Visit):
    page, here = functions.page, part(functions, "An activation and its slope")
    here.get_by_role("combobox", name="Activation").select_option("leaky_relu")
    functions.until(lambda: page.url.endswith("#/functions?main=leaky_relu"))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    functions.button("Copy a link").click()
    page.get_by_text("The link is copied").wait_for()
    assert functions.value("navigator.clipboard.readText()") == page.url
    page.evaluate("location.hash = '#/functions?main=gelu&layers=4&seed=3&nothing=1'")
    functions.until(lambda: here.get_by_role("combobox", name="Activation").input_value() == "gelu")
    assert "nothing=1" in page.get_by_role("alert").inner_text()
    functions.until(lambda: page.url.endswith("#/functions?main=gelu&layers=4&seed=3"))
