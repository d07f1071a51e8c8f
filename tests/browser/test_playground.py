"""The Playground: what a learner does there."""

import re

from tests.browser.visit import Visit


def test_a_network_learns_before_ones_eyes(visit: Visit):
    visit.open("playground?data=xor&noise=0&hidden=8&learning_rate=0.3&seed=1")
    visit.button("Run").click()
    visit.until(lambda: visit.step >= 100)
    visit.button("Pause").click()
    visit.button("Rewind").click()
    visit.until(lambda: visit.step == 0)


def test_the_picture_is_read_with_the_arrow_keys(visit: Visit):
    visit.open("playground?data=moons&seed=1&at=2000")
    visit.until(lambda: visit.step == 2000)
    picture = visit.page.get_by_role("application")
    picture.focus()
    reading = visit.page.locator("#picture-reading")
    texts = []
    for key in ("ArrowUp", "ArrowUp", "ArrowLeft", "Shift+ArrowDown"):
        visit.page.keyboard.press(key)
        texts.append(reading.inner_text())
    assert len(set(texts)) == 4
    assert all(re.match(r"x1 = \S+, x2 = \S+: [01], \d+ %$", text) for text in texts)


def test_a_guess_is_compared_with_what_happens(visit: Visit):
    visit.open("playground?data=moons&seed=1&learning_rate=0.3")
    visit.page.get_by_text("Guess first, then run").click()
    visit.button("Less than half").click()
    visit.page.get_by_text("Right!").wait_for()
    visit.button("Guess again").wait_for()


def test_a_run_is_kept_beside_the_next_one(visit: Visit):
    visit.open("playground?data=moons&seed=1")
    visit.button("One epoch").click()
    visit.until(lambda: visit.step > 20)
    visit.button("Keep for comparison").click()
    visit.page.get_by_text("Both have the same settings.").wait_for()
    visit.page.locator(".controls").get_by_label("Optimizer").select_option("adam")
    visit.page.get_by_text("optimizer: sgd, now adam").wait_for()
    visit.button("Run").click()
    visit.until(lambda: visit.step > 500)
    visit.button("Forget the kept run").click()
    assert visit.page.get_by_text("Kept run").count() == 0


def test_a_change_in_the_run_is_marked(visit: Visit):
    visit.open("playground?data=moons&seed=1")
    visit.button("One epoch").click()
    visit.until(lambda: visit.step > 20)
    visit.page.locator(".controls").get_by_label("Learning rate").select_option("0.01")
    visit.page.get_by_text(f"learning_rate became 0.01 in step {visit.step}").wait_for()


def test_a_second_tab_needs_no_address(visit: Visit):
    visit.open("playground?data=moons&seed=1")
    other = visit.page.context.new_page()
    other.goto(f"{visit.server.origin}/#/playground?data=xor")
    other.locator("button[aria-pressed=true]", has_text="XOR").wait_for()
    other.close()


def test_a_tab_without_a_key_says_so(visit: Visit):
    visit.page.goto(visit.server.origin)
    visit.page.get_by_text("This page has no key to the engine").wait_for()


def test_a_reload_loses_nothing(visit: Visit):
    visit.open("playground?data=moons&seed=1")
    visit.button("One epoch").click()
    visit.until(lambda: visit.step == 28)
    visit.page.reload()
    visit.until(lambda: visit.page.locator(".clock output").count() and visit.step == 28)


def test_a_slow_run_can_be_watched(visit: Visit):
    visit.open("playground?data=moons&seed=1")
    visit.page.locator(".controls").get_by_label("Steps a second").select_option("5")
    visit.button("Run").click()
    visit.until(lambda: visit.step >= 3)
    assert visit.step < 200


def test_layers_that_keep_their_weights_say_so(visit: Visit):
    visit.open("playground?data=moons&hidden=4&seed=3")
    visit.button("Add a layer").click()
    visit.until(lambda: visit.page.locator("button.unit").count() == 8)
    assert not visit.page.get_by_text("Layers that fit keep").count()  # nothing was learnt yet
    visit.button("One epoch").click()
    visit.until(lambda: visit.step > 0)
    visit.button("Add a layer").click()
    visit.page.get_by_text("Layers that fit keep").wait_for()
    visit.button("New weights").click()
    visit.page.get_by_text("Layers that fit keep").wait_for(state="detached")


def test_a_deep_network_that_does_not_learn_leads_to_its_gradients(visit: Visit):
    visit.open("playground?data=moons&hidden=4,4,4,4,4,4,4,4,4,4&activation=sigmoid&seed=1")
    visit.button("Run").click()
    visit.page.get_by_text("The network is hardly better than guessing").wait_for()
    visit.page.get_by_role("link", name="See the gradient in 10 layers of sigmoid").click()
    visit.page.get_by_text("The gradient vanishes: in layer 1").wait_for()
    assert visit.page.locator("#functions-layers").is_visible()
