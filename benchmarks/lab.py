"""How fast the lab is: `python -m benchmarks.lab`, with Chromium and Playwright.

It says how long a page takes to its first moving curve, what a frame costs the page while
784-128-64-10 learns, how soon a pause is answered, and what of its speed the training keeps.
"""

import json
import statistics
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.visit import LabServer, Visit

from noron.lab.session import LabSession

DIGITS = "playground?data=mnist&hidden=128,64&activation=relu&batch_size=64&rows=20000"
SECONDS = 5.0
ROUNDS = 5

FRAMES = """(seconds) => new Promise((done) => {
  const times = [];
  const end = performance.now() + 1000 * seconds;
  const tick = (now) => { times.push(now); now < end ? requestAnimationFrame(tick) : done(times); };
  requestAnimationFrame(tick);
})"""


def first_curve(browser: Any) -> float:
    """Seconds from the start of `noron lab` to a curve that moves."""
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        server = LabServer(Path(folder))
        try:
            visit = Visit(browser.new_page(), server).open()
            visit.page.keyboard.press(" ")
            visit.until(lambda: visit.step > 0)
            return time.perf_counter() - start
        finally:
            visit.page.close()
            server.close()


def busy_milliseconds(page: Any, seconds: float) -> tuple[float, list[float]]:
    """What the main thread works for each picture of the screen, and the gaps between them."""
    client = page.context.new_cdp_session(page)
    client.send("Performance.enable")

    def task_seconds() -> float:
        metrics = client.send("Performance.getMetrics")["metrics"]
        return {one["name"]: one["value"] for one in metrics}["TaskDuration"]

    before = task_seconds()
    times = page.evaluate(FRAMES, seconds)
    gaps = [b - a for a, b in pairwise(times)]
    return 1000 * (task_seconds() - before) / max(1, len(gaps)), gaps


def steps_a_second(session: LabSession, seconds: float) -> float:
    """The speed of the same training without a page."""
    link = DIGITS.partition("?")[2]
    session.handle(json.dumps({"t": "open", "link": link}))
    session.handle('{"t": "run"}')
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        session.work()
    assert session.experiment is not None
    return session.experiment.step / seconds


def main() -> None:
    """Measure and print."""
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        firsts = [first_curve(browser) for _ in range(ROUNDS)]
        print(f"first moving curve    {statistics.median(firsts):.2f} s, median of {ROUNDS}")
        with tempfile.TemporaryDirectory() as folder:
            server = LabServer(Path(folder))
            try:
                measure(Visit(browser.new_page(), server).open(DIGITS))
            finally:
                server.close()
        browser.close()


def measure(visit: Visit) -> None:
    """Measure a page while its network learns."""
    visit.page.keyboard.press(" ")
    visit.until(lambda: visit.step > 0)
    busy, gaps = busy_milliseconds(visit.page, SECONDS)
    quick = sum(gap <= 50 for gap in gaps) / len(gaps)
    print(f"main thread           {busy:.1f} ms for each picture of the screen")
    print(
        f"pictures              {1000 / statistics.mean(gaps):.0f} a second, {quick:.1%} in 50 ms"
    )
    before, start = visit.step, time.perf_counter()
    visit.page.wait_for_timeout(1000 * SECONDS)
    shown = (visit.step - before) / (time.perf_counter() - start)
    waits = [pause(visit) for _ in range(10)]
    print(f"a pause is answered   {statistics.median(waits):.0f} ms, {max(waits):.0f} at most")
    visit.page.close()  # whose network would learn beside the one alone
    alone = steps_a_second(LabSession(), SECONDS)
    print(f"steps a second        {shown:,.0f}, {shown / alone:.0%} of those without a page")


def pause(visit: Visit) -> float:
    """Milliseconds from the key to the answer."""
    script = """() => new Promise((done) => {
      const button = document.querySelector(".clock button.primary");
      const start = performance.now();
      new MutationObserver((_, all) => { all.disconnect(); done(performance.now() - start); })
        .observe(button, { attributes: true });
      button.click();
    })"""
    took = visit.page.evaluate(script)
    visit.button("Run").click()
    visit.page.wait_for_timeout(100)
    return took


if __name__ == "__main__":
    main()
