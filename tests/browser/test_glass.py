"""Under glass: one step, stage by stage, down to its numbers."""

import json
import re
from typing import Any

import pytest
from tests.browser.visit import Visit

from noron.lab.session import LabSession

SMALL = "data=xor&points=80&hidden=3&seed=2&learning_rate=0.3"


def press_until(visit: Visit, key: str, script: str, most: int = 400) -> None:
    """Press a key until an expression about the page is true."""
    for _ in range(most):
        if visit.value(script):
            return
        visit.page.keyboard.press(key)
    raise AssertionError(f"{key} does not lead to {script}")


def on_focus(what: str) -> str:
    """Whether the element that has the focus is a button of that name, as an expression."""
    name = "(document.activeElement.ariaLabel ?? document.activeElement.textContent).trim()"
    return f"{name}.startsWith({what!r})"


def test_by_keyboard_alone_to_a_trained_network_a_gradient_and_a_link(visit: Visit):
    keyboard = visit.page.keyboard
    visit.open("playground")
    keyboard.press(" ")
    visit.until(lambda: visit.step > 500)
    keyboard.press(" ")
    visit.button("Run").wait_for()
    accuracy = visit.page.locator("section table tbody tr td").nth(1).inner_text()
    assert float(accuracy.removesuffix(" %")) > 85
    keyboard.press("2")
    visit.page.get_by_text("The step, stage by stage").wait_for()
    visit.until(lambda: visit.page.locator("ol button").count() > 5)
    back = "document.querySelector('#stage-title').textContent.startsWith('Back: layer 3, dense')"
    press_until(visit, ".", back)
    press_until(visit, "Tab", on_focus("dW[1, 0] ="))
    keyboard.press("Enter")
    visit.page.get_by_text("How each row adds to dW[1, 0]").wait_for()
    numbers = visit.page.locator("p.numbers").first.inner_text()
    assert re.match(r"dW\[1, 0\] = (\S+ · \S+ \+ ){3}\S+ · \S+ = \S+$", numbers)
    press_until(visit, "Tab", on_focus("Copy a link"))
    keyboard.press("Enter")
    visit.until(lambda: "at=" in visit.page.url)


def products(visit: Visit) -> tuple[list[float], float]:
    """What the rows add to a derivative, and the sum that is shown."""
    column = visit.page.locator("table:has(tfoot) tbody td:nth-child(4)")
    total = visit.page.locator("tfoot td").first.inner_text()
    return [float(text) for text in column.all_inner_texts()], float(total.removeprefix("sum "))


def test_a_derivative_is_the_sum_of_what_its_rows_add(visit: Visit):
    visit.open(f"glass?{SMALL}")
    visit.page.locator("ol button", has_text="Back: layer 1, dense").click()
    cell = visit.page.locator("[aria-label^='dW[1, 2] =']")
    cell.click()
    visit.page.get_by_text("How each row adds to dW[1, 2]").wait_for()
    visit.until(lambda: visit.page.locator("table:has(tfoot) tbody tr").count() == 4)
    parts, total = products(visit)
    assert len(parts) == 4
    assert sum(parts) == pytest.approx(total, rel=1e-2, abs=1e-5)
    shown = (cell.get_attribute("aria-label") or "").rpartition("= ")[2]
    assert float(shown) == pytest.approx(total, rel=1e-3)
    marked = visit.value("[...document.querySelectorAll('.part')].map((cell) => cell.ariaLabel)")
    named = {label.split(" = ")[0] for label in marked}
    assert named == {
        f"{name}[{row}, {column}]" for name, column in (("x", 1), ("dy", 2)) for row in range(4)
    }
    visit.page.locator("[aria-label^='dy[0, 2] =']").click()
    visit.page.get_by_text("dy comes from a stage before this one.").wait_for()


def test_the_lines_of_source_that_have_run_are_marked(visit: Visit):
    visit.open(f"glass?{SMALL}")
    visit.page.locator("ol button", has_text="Forward: layer 1, dense").click()
    visit.page.get_by_text("noron/layers/dense.py:").wait_for()
    ran = visit.page.locator(".line.ran").all_inner_texts()
    assert any("x @ W" in line for line in ran)
    assert visit.page.locator("math").count() > 0


def test_a_fault_is_planted_caught_and_mended(visit: Visit):
    visit.open(f"glass?{SMALL}")
    visit.until(lambda: visit.page.locator("#fault option").count() > 20)
    visit.button("Check").click()
    visit.page.get_by_text("The backward pass is right.").wait_for()
    for fault in ("derivative_forgotten", "bias_forgotten", "mean_forgotten"):
        visit.page.locator("#fault").select_option(fault)
        visit.button("Check").click()
        visit.page.get_by_text("The backward pass is WRONG.").wait_for()
        assert "The planted fault: " in visit.page.locator("p[role=status].wrong").inner_text()
        assert visit.page.locator("tbody tr.wrong").first.inner_text()[:2] in ("W₁", "b₁")
    visit.button("Mend it").click()
    visit.button("Check").click()
    visit.page.get_by_text("The backward pass is right.").wait_for()


def test_other_rows_and_another_step(visit: Visit):
    visit.open(f"glass?{SMALL}")
    rows = visit.page.get_by_label("Rows (1 to 16)")
    rows.fill("16")
    rows.press("Enter")
    visit.until(lambda: visit.page.locator("[aria-label^='x[15, 1]']").count() == 1)
    before = visit.page.locator("[aria-label^='x[0, 0]']").get_attribute("aria-label")
    first = visit.page.get_by_label("First row")
    first.fill("5")
    first.press("Enter")
    cell = visit.page.locator("[aria-label^='x[0, 0]']")
    visit.until(lambda: cell.get_attribute("aria-label") != before)
    visit.button("Train on one batch").click()
    visit.page.get_by_text("after step 1").wait_for()


def stages_of_engine(link: str) -> list[dict[str, Any]]:
    """What a session answers that has the same link."""
    session = LabSession()
    session.handle(json.dumps({"t": "open", "link": link}))
    look = session.handle(json.dumps({"t": "look", "id": 1, "rows": [0, 1, 2, 3]}))
    answers = [json.loads(answer) for answer in look if isinstance(answer, str)]
    return next(answer["stages"] for answer in answers if answer["t"] == "stages")


@pytest.mark.parametrize("more", ["", "&batch_norm=true", "&loss=mse&data=sine"])
def test_the_numbers_of_all_stages_are_those_of_the_engine(visit: Visit, more: str):
    link = SMALL + more if "data" not in more else more.removeprefix("&") + "&seed=2"
    visit.open(f"glass?{link}")
    stages = stages_of_engine(link)
    buttons = visit.page.locator("ol button")
    visit.until(lambda: buttons.count() == len(stages))
    compared = 0
    for i, stage in enumerate(stages):
        buttons.nth(i).click()
        labels = visit.value(
            "[...document.querySelectorAll('figure td button')].map((cell) => cell.ariaLabel)"
        )
        arrays = dict(stage["arrays"])
        if stage["kind"] == "backward":  # with what went in on the way there
            there = ("forward", stage["layer"])
            [forward] = [one for one in stages if (one["kind"], one["layer"]) == there]
            arrays["x"] = forward["arrays"]["x"]
        expected = {
            f"{name}[{row}, {column}]": value
            for name, array in arrays.items()
            for row, numbers in enumerate(array["numbers"])
            for column, value in enumerate(numbers)
        }
        shown = dict(label.split(" = ") for label in labels)
        assert shown.keys() == expected.keys()
        for place, text in shown.items():
            assert float(text) == pytest.approx(expected[place], rel=6e-3, abs=1e-300), place
            compared += 1
    assert compared > 80


def test_the_source_of_a_planted_fault_is_shown(visit: Visit):
    visit.open(f"glass?{SMALL}")
    visit.page.locator("ol button", has_text="Back: layer 1, tanh").click()
    visit.page.locator("#fault").select_option("derivative_forgotten")
    visit.page.get_by_text("The planted fault").first.wait_for()
    ran = visit.page.locator(".line.ran").all_inner_texts()
    assert any("lambda p: (p.dy, p.grads)" in line for line in ran)
    visit.page.locator("#fault").select_option("stale_statistics")
    visit.page.get_by_text("turn it on in the Playground").wait_for()


def test_the_step_after_which_a_network_has_diverged_is_shown(visit: Visit):
    visit.open("playground?data=sine&learning_rate=10000&seed=1&activation=relu")
    visit.button("Run").click()
    visit.page.get_by_text("Show the step under glass").click()
    visit.until(lambda: visit.page.locator("ol button").count() > 5)
    visit.page.locator("ol button", has_text="Loss").click()
    assert re.search(r"loss = (NaN|∞|\S+e\+\d+)", visit.page.locator("main").inner_text())


def test_the_list_of_keys_says_what_they_do_on_this_page(visit: Visit):
    visit.open(f"glass?{SMALL}")
    visit.page.keyboard.press("?")
    visit.page.get_by_text("the next stage of the step").wait_for()
    visit.page.locator("ol button").first.wait_for()
    visit.page.keyboard.press(".")
    title = visit.page.locator("#stage-title")
    visit.until(lambda: title.inner_text() == "Forward: layer 1, dense")
    visit.page.keyboard.press(",")
    visit.until(lambda: title.inner_text() == "The rows")
    visit.page.keyboard.press("1")
    visit.page.get_by_text("back one batch").wait_for()
    visit.page.keyboard.press(".")
    visit.until(lambda: visit.step == 1)
