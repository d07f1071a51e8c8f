"""The lab in a notebook: the Playground and a step under glass, beside one's own cells.

    from noron.lab.notebook import LabWidget

    lab = LabWidget(data="spirals", hidden=[8, 8])     # in Jupyter, VS Code or Colab
    lab

It needs the extra `notebook`. The network trains in the notebook's own process, in slices between
its other work; `lab.session` is its session.
"""

import asyncio
from importlib.resources import files
from typing import Any, final

from noron.core.errors import check_choice, missing_extra
from noron.experiments.spec import RunSpec
from noron.lab.answers import Answers
from noron.lab.defaults import defaults_for
from noron.lab.link import Link, to_text
from noron.lab.session import LabSession

try:
    import anywidget
    import traitlets
except ImportError as error:
    raise missing_extra("notebook", "anywidget", "the lab in a notebook") from error

PAGES = ("playground", "glass")
SCRIPT = (files("noron.lab") / "widget" / "widget.js").read_text(encoding="utf-8")
"""What draws the widget, built from web/."""


@final
class LabWidget(anywidget.AnyWidget):
    """A page of the lab as a widget of a notebook.

    Attributes:
        session: what answers the page; its `experiment` has the network.
    """

    _esm = SCRIPT
    page = traitlets.Unicode("playground").tag(sync=True)
    link = traitlets.Unicode("").tag(sync=True)
    language = traitlets.Unicode("en").tag(sync=True)

    def __init__(self, page: str = "playground", language: str = "en", **recipe: Any) -> None:
        """Show a page with a recipe's settings; those left out are the lab's.

        Raises SettingError for a page, a language or a setting that there is not.
        """
        check_choice("page", page, PAGES)
        check_choice("language", language, ("en", "vi"))
        spec = RunSpec(**defaults_for(recipe) | recipe)
        super().__init__(page=page, link=to_text(Link(spec)), language=language)
        self.session = LabSession()
        self._task: asyncio.Task[None] | None = None
        self.on_msg(self._received)

    def _received(self, _: Any, content: Any, __: Any) -> None:
        """Answer a message of the page."""
        self._answer(self.session.handle(str(content)))
        if self.session.is_busy and (self._task is None or self._task.done()):
            self._task = asyncio.get_running_loop().create_task(self._work())

    async def _work(self) -> None:
        """Train in slices; the notebook does its other work in between."""
        while self.session.is_busy:
            self._answer(self.session.work())
            await asyncio.sleep(self.session.idle_seconds)

    def _answer(self, answers: Answers) -> None:
        for answer in answers:
            if isinstance(answer, str):
                self.send(answer)
            else:
                self.send("frame", [answer])
