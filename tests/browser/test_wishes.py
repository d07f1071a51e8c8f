"""What people have asked of TensorFlow Playground, by the numbers of their requests there.

https://github.com/tensorflow/playground/issues; those about own data are in test_own_data.py, about
code in test_save.py and about pictures in test_digits.py.
"""

import re
from typing import Any

import pytest
from tests.browser.visit import Visit

CLOCK = ".clock output"


def recipe(visit: Visit, **settings: str) -> Visit:
    """Open the Playground with a small network."""
    usual = {"data": "moons", "points": "200", "hidden": "4", "seed": "1", "learning_rate": "0.3"}
    link = "&".join(f"{key}={value}" for key, value in (usual | settings).items())
    return visit.open(f"playground?{link}")


def run_to(visit: Visit, step: int) -> None:
    """Run until about that step."""
    visit.button("Run").click()
    visit.until(lambda: visit.step >= step)
    visit.button("Pause").click()
    visit.button("Run").wait_for()


def choose(visit: Visit, label: str, option: str) -> None:
    """Choose in a list by what stands above it."""
    visit.page.locator(".controls").get_by_label(label, exact=True).select_option(option)


def more_settings(visit: Visit) -> None:
    """Open the settings that are closed at first."""
    visit.page.get_by_text("More settings").click()


def weights(visit: Visit, unit: int = 0) -> list[str]:
    """Choose a unit and read its weights."""
    visit.page.locator("button.unit").nth(unit).click()
    fields = visit.page.locator(".panel input")
    visit.until(lambda: fields.count() > 0)
    return [fields.nth(i).input_value() for i in range(fields.count())]


def measured(visit: Visit, row: int = 0, column: int = 0) -> str:
    """A number of the table below the output: the loss, or the accuracy."""
    return (
        visit.page.locator("section table tbody tr").nth(row).locator("td").nth(column).inner_text()
    )


def test_wish_1_choose_how_the_first_weights_are_drawn(visit: Visit):
    recipe(visit)
    usual = weights(visit)
    more_settings(visit)
    choose(visit, "First weights", "orthogonal")
    visit.until(lambda: weights(visit) != usual)
    choose(visit, "First weights", "zeros")
    visit.until(lambda: set(map(float, weights(visit))) == {0.0})


@pytest.mark.parametrize(
    ("wish", "settings"),
    [
        (3, {"activation": "relu", "learning_rate": "10", "data": "sine"}),
        (41, {"activation": "identity", "learning_rate": "3", "loss": "mse", "data": "sine"}),
        (77, {"activation": "relu", "learning_rate": "10", "data": "sine", "hidden": "8,8,8"}),
        (208, {"activation": "elu", "learning_rate": "10", "data": "sine", "batch_size": "1"}),
    ],
)
def test_wish_3_41_77_208_a_loss_that_is_no_number_is_explained_and_mended(
    visit: Visit, wish: int, settings: dict[str, str]
):
    recipe(visit, **settings)
    visit.button("Run").click()
    card = visit.page.get_by_role("alert").filter(has_text="no longer a number")
    card.wait_for()
    assert re.search(r"step [\d,]+", card.inner_text())
    card.get_by_role("button").first.click()
    card.wait_for(state="hidden")
    before = visit.step
    visit.until(lambda: visit.step > before + 200)
    assert not card.is_visible()
    assert float(measured(visit)) < 1e6


def test_wish_7_stop_after_epochs_and_show_how_good_it_is(visit: Visit):
    recipe(visit, epochs="3")
    visit.button("Run").click()
    visit.page.get_by_text("The run has ended").wait_for()
    visit.until(lambda: "epoch 3.0" in visit.page.locator(CLOCK).inner_text())
    visit.page.get_by_text("Confusion matrix").click()
    cells = visit.page.locator("table:has(caption) td")
    visit.until(lambda: cells.count() == 4)
    counts = [int(cells.nth(i).inner_text()) for i in range(4)]
    shown = float(measured(visit, 1, 1).removesuffix(" %")) / 100
    assert (counts[0] + counts[3]) / sum(counts) == pytest.approx(shown, abs=0.001)
    recipe(visit, data="sine")
    run_to(visit, 100)
    assert "R²" in visit.page.locator("section table thead").first.inner_text()
    assert float(measured(visit, 0, 1)) <= 1


def test_wish_7_stop_where_the_held_out_loss_gets_no_better(visit: Visit):
    recipe(visit, patience="2", learning_rate="3", batch_size="1", epochs="2000")
    visit.button("Run").click()
    visit.page.get_by_text("The run has ended").wait_for()


def test_wish_25_rewind_to_the_same_weights(visit: Visit):
    recipe(visit)
    first = weights(visit)
    run_to(visit, 200)
    assert weights(visit) != first
    visit.button("Rewind").click()
    visit.until(lambda: visit.step == 0)
    visit.until(lambda: weights(visit) == first)
    visit.button("One batch").click()
    visit.until(lambda: visit.step == 1)
    after_one = weights(visit)
    visit.page.keyboard.press("r")
    visit.until(lambda: visit.step == 0)
    visit.page.keyboard.press(".")
    visit.until(lambda: visit.step == 1)
    assert weights(visit) == after_one


def test_wish_47_values_appear_under_the_pointer(visit: Visit):
    recipe(visit)
    canvas = visit.page.locator(".drawing > canvas")
    value = visit.page.locator(".drawing output")

    def point() -> str:
        box = canvas.bounding_box()
        visit.page.mouse.move(box["x"] + 80 + visit.step % 2, box["y"] + box["height"] / 2)
        return value.inner_text() if value.is_visible() else ""

    visit.until(lambda: re.search(r"Weight from x\d to Layer 1, unit \d: -?\d", point()))
    visit.page.locator("button.unit").first.click()
    visit.until(lambda: "gradient" in point())


def test_wish_50_each_layer_has_its_activation_and_dropout(visit: Visit):
    recipe(visit, hidden="4,3")
    columns = visit.page.locator(".layer-bar details")
    columns.nth(1).locator("summary").click()
    columns.nth(1).get_by_label("Activation").select_option("relu")
    visit.page.get_by_text("Layer 2: 3 units, relu").wait_for()
    visit.page.get_by_text("Layer 1: 4 units, tanh").wait_for()
    columns.nth(1).get_by_label("Dropout").select_option("0.2")
    columns.nth(0).locator("summary").click()
    columns.nth(0).get_by_label("Batch normalization").check()
    visit.page.get_by_role("button", name="Insert a layer before layer 2").click()
    visit.page.get_by_text("Layer 3: 3 units, relu").wait_for()
    run_to(visit, 20)


def test_wish_63_limits_are_shown_and_said(visit: Visit):
    recipe(visit)
    visit.page.get_by_text("Limits of this lab").click()
    visit.page.get_by_text("1,000,000").wait_for()
    visit.page.locator(".layer-bar details summary").first.click()
    units = visit.page.get_by_label("Units", exact=True)
    units.fill("5000")
    units.press("Enter")
    visit.page.get_by_role("alert").filter(has_text="2,048").wait_for()


def test_wish_68_more_than_two_classes(visit: Visit):
    recipe(visit, data="blobs", hidden="8")
    classes = visit.page.get_by_label("Classes")
    classes.fill("6")
    classes.press("Enter")
    visit.until(lambda: visit.page.locator("svg .end").count() == 2 + 6)
    run_to(visit, 300)
    assert float(measured(visit, 0, 1).removesuffix(" %")) > 90


def test_wish_126_hidden_units_are_explained(visit: Visit):
    recipe(visit)
    visit.page.get_by_text("Each square shows what one unit answers").wait_for()
    visit.page.locator("button.unit").first.click()
    visit.page.get_by_text("The unit multiplies each of its inputs by a weight").wait_for()
    visit.button("Silence this unit").click()
    visit.page.locator("button.unit.silent").wait_for()


def test_wish_158_the_rate_follows_a_schedule(visit: Visit):
    recipe(visit)
    more_settings(visit)
    choose(visit, "Schedule of the rate", "cosine")
    stop = visit.page.get_by_label("Stop after epochs", exact=True)
    visit.until(lambda: stop.input_value() == "100")
    visit.button("Run").click()
    visit.page.get_by_text("The run has ended").wait_for()


def test_wish_168_inputs_and_new_points_are_explained(visit: Visit):
    recipe(visit)
    visit.page.get_by_text("x1 is an input, a column of the data").wait_for()
    visit.page.get_by_text("Draws other points of the same kind").wait_for()
    # Of some points the loss has the same three digits.
    visit.value("void (Math.random = () => 0.3)")
    before = measured(visit)
    visit.button("New points").click()
    visit.until(lambda: measured(visit) != before)


def test_wish_175_cross_entropy_and_other_losses(visit: Visit):
    recipe(visit)
    loss: Any = visit.page.get_by_label("Loss", exact=True)
    assert loss.input_value() == "cross_entropy"
    choose(visit, "Loss", "focal")
    visit.until(lambda: loss.input_value() == "focal")
    run_to(visit, 20)


def test_wish_177_data_sets_have_their_names_in_sight(visit: Visit):
    recipe(visit)
    for name in ("XOR", "Moons", "Circles", "Spirals", "Blobs", "Curve", "Sine (numbers)"):
        tile = visit.page.get_by_role("button", name=name, exact=True)
        assert tile.is_visible()
        assert tile.locator("svg circle").count() > 20


def test_wish_198_weights_move_while_it_learns_and_can_be_set(visit: Visit):
    recipe(visit)
    before = weights(visit)
    visit.button("Run").click()
    seen = {tuple(before)}
    visit.until(lambda: seen.add(tuple(weights(visit))) or len(seen) > 3)
    visit.button("Pause").click()
    field = visit.page.get_by_label("Weight from x1")
    field.fill("2.5")
    field.press("Enter")
    visit.until(lambda: weights(visit)[0] == "2.5")


def test_wish_252_points_above_and_below_a_curve(visit: Visit):
    recipe(visit)
    visit.page.get_by_role("button", name="Curve", exact=True).click()
    visit.until(lambda: "data" in visit.page.url or measured(visit) != "–")
    run_to(visit, 500)
    assert float(measured(visit, 0, 1).removesuffix(" %")) > 80
