"""The Playground: what a learner does there."""

from tests.browser.visit import Visit


def test_a_network_learns_before_ones_eyes(visit: Visit):
    visit.open("playground?data=xor&noise=0&hidden=8&learning_rate=0.3&seed=1")
    visit.button("Run").click()
    visit.until(lambda: visit.step >= 100)
    visit.button("Pause").click()
    visit.button("Rewind").click()
    visit.until(lambda: visit.step == 0)
