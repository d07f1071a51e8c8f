"""The lab in a notebook: the widget's two halves, with this test in the place of Jupyter."""

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import pytest
from tests.browser.visit import Visit

anywidget = pytest.importorskip("anywidget")

MODEL = """async ({link, language}) => {
  document.body.replaceChildren();
  window.sent = [];
  let heard;
  const viewed = (bytes) => (bytes ? [new DataView(Uint8Array.from(bytes).buffer)] : []);
  window.hear = (content, bytes) => heard(content, viewed(bytes));
  const values = { page: "playground", link, language };
  const model = {
    get: (name) => values[name],
    send: (text) => sent.push(text),
    on: (_, listener) => { heard = listener; },
  };
  const el = document.body.appendChild(document.createElement("div"));
  const { default: widget } = await import("/widget.js");
  widget.render({ model, el });
}"""


class Notebook:
    """What Jupyter does: it passes messages between the page and the loop of its kernel."""

    def __init__(self, visit: Visit, widget: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        self.visit, self.widget = visit, widget
        self.answers: list[tuple[Any, list[int] | None]] = []
        monkeypatch.setattr(widget, "send", self.keep)
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever)
        self.thread.start()
        visit.page.evaluate(MODEL, {"link": widget.link, "language": widget.language})

    def keep(self, content: Any, buffers: Any = ()) -> None:
        """Keep what the kernel sends."""
        self.answers.append((content, list(buffers[0]) if buffers else None))

    def until(self, holds: Callable[[], Any]) -> None:
        """Pass messages on until something is true."""

        def turn() -> Any:
            for text in self.visit.value("window.sent.splice(0)"):
                self.loop.call_soon_threadsafe(self.widget._handle_custom_msg, text, [])
            while self.answers:
                answer = self.answers.pop(0)
                self.visit.page.evaluate("([content, bytes]) => hear(content, bytes)", answer)
            return holds()

        self.visit.until(turn)

    def close(self) -> None:
        """End the kernel's loop."""
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(10)
        self.loop.close()


def test_a_network_learns_in_a_notebook(visit: Visit, monkeypatch: pytest.MonkeyPatch):
    from noron.lab.notebook import SCRIPT, LabWidget

    widget = LabWidget(data="circles", hidden=[5], points=100, seed=3)
    assert "hidden=5" in widget.link
    visit.page.route(
        "**/widget.js", lambda route: route.fulfill(body=SCRIPT, content_type="text/javascript")
    )
    visit.open()
    notebook = Notebook(visit, widget, monkeypatch)
    try:
        learn_and_pause(visit, notebook)
    finally:
        notebook.close()
        visit.value("window.violations = []")  # a notebook lets a widget bring styles, the lab not
    assert widget.session.experiment.step >= 50
    assert widget.session.experiment.spec.data == "circles"


def learn_and_pause(visit: Visit, notebook: Notebook) -> None:
    """Press Run, and Pause after fifty steps."""
    run = visit.button("Run")
    notebook.until(lambda: run.is_visible())
    assert visit.page.locator("button.unit").count() == 5
    run.click()
    notebook.until(lambda: visit.step >= 50)
    visit.button("Pause").click()
    notebook.until(lambda: run.is_visible())


def test_a_widget_refuses_what_there_is_not():
    from noron.core.errors import SettingError
    from noron.lab.notebook import LabWidget

    for wrong in ({"page": "runs"}, {"language": "de"}, {"hiden": [3]}, {"hidden": [-1]}):
        with pytest.raises(SettingError):
            LabWidget(**wrong)
