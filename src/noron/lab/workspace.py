"""A learner's workspace: the network of each page, the clock, and what the page wants to see."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from noron.core.errors import shown
from noron.data import TOYS
from noron.experiments.run import Sources
from noron.experiments.spec import RunSpec
from noron.lab.answers import Answers
from noron.lab.experiment import Experiment
from noron.lab.limits import Limits
from noron.lab.pacing import Pace
from noron.lab.protocol import Message, Page, RefusedError, View, reply
from noron.lab.uploads import Uploads
from noron.lab.view import ExperimentView


class LabWorkspace:
    """The state of one learner.

    Attributes:
        limits: what is accepted at most.
        store: the file of stored runs; None where there is none.
        page: the page that is shown.
        uploads: the files that the page has sent.
        pace: whether its network runs, and how fast.
        views: what the page wants to see in each frame.
        credits: the frames that it can take now.
        shown: the state of the network that the last frame was of.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        clock: Callable[[], float] = time.perf_counter,
        store: Path | None = None,
    ) -> None:
        self.limits = Limits() if limits is None else limits
        self.store = store
        self.clock, self.sources = clock, Sources()
        self.page: Page = "playground"
        self._experiments: dict[Page, tuple[Experiment, ExperimentView]] = {}
        self.pace = Pace(clock)
        self.uploads = Uploads(self.limits)
        self.views: tuple[View, ...] = ("output", "units", "weights")
        self.credits = 0
        self.shown: Any = None

    def experiment_of(self, values: Mapping[str, Any]) -> Experiment:
        """Return the network of a recipe with its data: a toy, MNIST, or a file of `uploads`.

        Raises SettingError, DataError, and RefusedError for a file that has not been sent.
        """
        spec = RunSpec(**values)
        path = None if spec.data in (*TOYS, "mnist") else self.path_of(spec.data)
        return Experiment(spec, self.sources, self.limits, path)

    def path_of(self, name: str) -> Path:
        """Return where a file lies that has been sent. Raises RefusedError."""
        path = self.uploads.files.get(name)
        if path is None:
            raise RefusedError(
                "data", "no_file", f"the file {shown(name, 80)} is not here: choose it"
            )
        return path

    def begin(self, experiment: Experiment, message: Message) -> Answers:
        """Put another experiment in the place of the present one of the page."""
        if self.experiment is not None:
            self.experiment.close()
        self._experiments[self.page] = experiment, ExperimentView(experiment)
        self.shown = None
        self.pace.stop()
        return [self.state(message), *self.data()]

    def show(self, page: Page) -> None:
        """Go to the experiment of another page, if it has one yet; the present one pauses."""
        self.pace.stop()
        self.page, self.shown = page, None

    @property
    def experiment(self) -> Experiment | None:
        """The network of the page with its data; None before its first recipe."""
        return self._experiments.get(self.page, (None, None))[0]

    @property
    def view(self) -> ExperimentView | None:
        """The pictures of the page's network."""
        return self._experiments.get(self.page, (None, None))[1]

    @property
    def current(self) -> Experiment:
        """The network of the page with its data. Raises RefusedError before the first recipe."""
        if self.experiment is None:
            raise RefusedError("recipe", "no_network", "there is no network yet: give a recipe")
        return self.experiment

    @property
    def current_view(self) -> ExperimentView:
        """The pictures of the page's network. Raises RefusedError before the first recipe."""
        _ = self.current
        assert self.view is not None
        return self.view

    def state(self, message: Message | None = None) -> str:
        """Return the answer that says how everything stands."""
        to = 0 if message is None else message.id
        values = self.current.state() | {"page": self.page}
        return reply("state", to, running=self.pace.is_running, **values)

    def data(self) -> Answers:
        """Return a frame with the points of the data."""
        return [] if self.view is None else [self.view.data_frame()]
