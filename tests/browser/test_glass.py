"""Under glass: one step, stage by stage, down to its numbers."""

import re

import pytest
from tests.browser.visit import Visit

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
    back = "document.querySelector('#stage-title').textContent.startsWith('Back: layer 5, dense')"
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
    cells = [float(text) for text in visit.page.locator("table tr td:last-child").all_inner_texts()]
    return cells[-5:-1], cells[-1]


def test_a_derivative_is_the_sum_of_what_its_rows_add(visit: Visit):
    visit.open(f"glass?{SMALL}")
    visit.page.locator("ol button", has_text="Back: layer 1, dense").click()
    cell = visit.page.locator("[aria-label^='dW[1, 2] =']")
    cell.click()
    visit.page.get_by_text("How each row adds to dW[1, 2]").wait_for()
    visit.until(lambda: visit.page.locator("tfoot td").count() == 1)
    parts, total = products(visit)
    assert len(parts) == 4
    assert sum(parts) == pytest.approx(total, rel=1e-2, abs=1e-5)
    shown = (cell.get_attribute("aria-label") or "").rpartition("= ")[2]
    assert float(shown) == pytest.approx(total, rel=1e-3)


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
