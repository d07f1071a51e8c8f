"""One learner's network: a session answers the messages of a page, and trains in slices.

    session = LabSession()
    answers = session.handle('{"t": "recipe", "values": {"data": "moons", "hidden": [8, 8]}}')
    session.handle('{"t": "run"}')
    while session.is_busy:
        frames = session.work()           # at most SLICE seconds

It does no input or output and starts no thread: its host passes texts in, and takes texts and bytes
out. Texts are answers, bytes are frames (`noron.lab.frames`).
"""

import time
from collections.abc import Callable
from functools import singledispatchmethod
from importlib.metadata import version
from typing import Any, final

from noron.core.errors import NoronError
from noron.experiments.run import Sources
from noron.experiments.spec import RunSpec
from noron.lab import protocol as p
from noron.lab.defaults import DEFAULTS, defaults_for
from noron.lab.experiment import Experiment
from noron.lab.glass import factors, shown
from noron.lab.link import Link, of_text, to_text
from noron.lab.pacing import Pace
from noron.lab.protocol import Limits, RefusedError, key_of, parse, reply
from noron.lab.view import ExperimentView

SLICE = 0.008
"""Seconds that one call of `work` takes, about: a pause is answered after the present one."""

PAUSE = 0.004
"""Seconds between two looks whether a step is due, if a run has a speed."""

MORE_KEYS = ("parameters", "to", "speed", "index", "tensor", "value")
"""What errors name beside the keys of a recipe."""


@final
class LabSession:
    """The state of one learner.

    Attributes:
        limits: what is accepted at most.
        experiment: the network that is trained, with its data; None before the first recipe.
    """

    def __init__(
        self, limits: Limits | None = None, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        self.limits = Limits() if limits is None else limits
        self.clock, self.sources = clock, Sources()
        self.experiment: Experiment | None = None
        self.view: ExperimentView | None = None
        self.pace = Pace(clock)
        self.views: tuple[str, ...] = ("output", "units", "weights")
        self.credits = 0
        self._shown: Any = None

    # ---- messages

    def handle(self, text: str) -> list[str | bytes]:
        """Carry out a message and return the answers; one that is refused changes nothing."""
        to = 0
        try:
            message = parse(text, self.limits)
            to = message.id
            return self._do(message)
        except RefusedError as error:
            key, code, text = error.key, error.code, str(error)
        except NoronError as error:
            text, code = str(error), "illegal"
            key = key_of(text, (*RunSpec.model_fields, *MORE_KEYS))
        return [reply("refused", to, key=key, code=code, text=text)]

    @singledispatchmethod
    def _do(self, message: p.Message) -> list[str | bytes]:
        raise RefusedError("t", "unknown_message", f"nothing answers {type(message).__name__}")

    @_do.register
    def _(self, message: p.Hello) -> list[str | bytes]:
        if message.protocol != p.PROTOCOL:
            raise RefusedError(
                "protocol", "other_version", "the page and the engine differ: load the page anew"
            )
        facts = {"protocol": p.PROTOCOL, "version": version("noron"), "limits": vars(self.limits)}
        state = [] if self.experiment is None else [self._state(message), *self._data()]
        return [reply("welcome", message.id, **facts, defaults=dict(DEFAULTS)), *state]

    @_do.register
    def _(self, message: p.Recipe) -> list[str | bytes]:
        spec = RunSpec(**defaults_for(message.values) | message.values)
        before = self.experiment if message.keep == "overlap" else None
        experiment = Experiment(spec, self.sources, self.limits)
        if before is not None:
            experiment.take_weights(before)
        return self._begin(experiment, message)

    def _begin(self, experiment: Experiment, message: p.Message) -> list[str | bytes]:
        """Put another experiment in the place of the present one."""
        if self.experiment is not None:
            self.experiment.close()
        self.experiment, self.view, self._shown = experiment, ExperimentView(experiment), None
        self.pace.stop()
        return [self._state(message), *self._data()]

    @_do.register
    def _(self, message: p.Run) -> list[str | bytes]:
        self.pace.start(self._current, message.speed, message.step, message.epoch)
        return [self._state(message)]

    @_do.register
    def _(self, message: p.Pause) -> list[str | bytes]:
        self.pace.stop()
        return [self._state(message)]

    @_do.register
    def _(self, message: p.TakeSteps) -> list[str | bytes]:
        current = self._current
        steps = message.n if message.unit == "batch" else current.steps_of_epochs(message.n)
        self.pace.start(current, None, current.step + max(1, steps), None)
        return [self._state(message)]

    @_do.register
    def _(self, message: p.Rewind) -> list[str | bytes]:
        self.pace.stop()
        self._current.rewind(message.to)
        return [self._state(message)]

    @_do.register
    def _(self, message: p.Set) -> list[str | bytes]:
        self._current.change(message.key, message.value)
        return [self._state(message)]

    @_do.register
    def _(self, message: p.See) -> list[str | bytes]:
        if message.credits < 0:
            problem = f"credits is {message.credits}: give 0 or more"
            raise RefusedError("credits", "illegal", problem)
        self.credits = min(self.limits.credits, self.credits + message.credits)
        if message.views is not None:
            self.views, self._shown = tuple(message.views), None
        return []

    @_do.register
    def _(self, message: p.Edit) -> list[str | bytes]:
        self._current.edit(message.tensor, message.index, message.value)
        self._shown = None
        return [self._state(message)]

    @_do.register
    def _(self, message: p.Predict) -> list[str | bytes]:
        return [reply("predicted", message.id, **self._current.predicted(message.rows))]

    @_do.register
    def _(self, message: p.AskHistory) -> list[str | bytes]:
        current = self._current
        return [
            reply("history", message.id, rows=current.curve(message.start), marks=current.marks)
        ]

    # ---- links

    @_do.register
    def _(self, message: p.Open) -> list[str | bytes]:
        link = of_text(message.link)
        answers = self._begin(Experiment(link.spec, self.sources, self.limits), message)
        if link.at:
            self.pace.start(self._current, None, link.at, None)
        return [*answers, reply("opened", message.id, view=link.view)]

    @_do.register
    def _(self, message: p.Share) -> list[str | bytes]:
        current = self._current
        link = to_text(Link(current.begun_with, current.step, message.view))
        exact = not current.marks
        return [reply("shared", message.id, link=link, toml=current.spec.to_toml(), exact=exact)]

    # ---- under glass

    @_do.register
    def _(self, message: p.Look) -> list[str | bytes]:
        of_step = self._current.stages(message.rows)
        return [reply("stages", message.id, stages=[shown(stage) for stage in of_step])]

    @_do.register
    def _(self, message: p.Derivative) -> list[str | bytes]:
        of_step = self._current.stages(message.rows)
        parts = factors(of_step, message.layer, message.i, message.j)
        return [reply("derivative", message.id, rows=[vars(part) for part in parts])]

    @_do.register
    def _(self, message: p.CheckGradients) -> list[str | bytes]:
        report = self._current.gradient_report(message.rows)
        tensors = [vars(tensor) | {"worst": list(tensor.worst)} for tensor in report.tensors]
        values = {"passed": report.passed, "tolerance": report.tolerance, "tensors": tensors}
        return [reply("gradients", message.id, **values)]

    # ---- training

    @property
    def is_busy(self) -> bool:
        """Whether `work` has something to do now: steps to take, or a frame that is awaited."""
        return self.pace.is_running or self._owes_frame

    @property
    def idle_seconds(self) -> float:
        """How long to wait before `work` is called again."""
        return 0.0 if self.pace.speed is None else PAUSE

    @property
    def _owes_frame(self) -> bool:
        current = self.experiment
        return current is not None and self.credits > 0 and self._shown != current.version

    def work(self) -> list[str | bytes]:
        """Train for about SLICE seconds if the network is running, and send a frame if one is
        awaited."""
        answers: list[str | bytes] = []
        current = self.experiment
        if current is None:
            return answers
        if self.pace.is_running:
            self.pace.slice(current, SLICE)
            if current.trainer.ended:
                self.pace.stop()
                answers.append(self._ended(current))
            elif not self.pace.is_running:
                answers.append(self._state())
        if self._owes_frame and self.view is not None:
            self.credits -= 1
            self._shown = current.version
            answers.append(self.view.frame(self.views, running=self.pace.is_running))
        return answers

    def _ended(self, current: Experiment) -> str:
        history = current.trainer.history
        if not history.diverged:
            return reply("ended", step=current.step, reason=history.stop_reason)
        advice = [{"kind": a.kind, "seen": a.seen, "remedy": a.remedy} for a in history.advice]
        return reply(
            "diverged", step=current.step, rate=current.trainer.learning_rate, advice=advice
        )

    # ---- answers

    @property
    def _current(self) -> Experiment:
        if self.experiment is None:
            raise RefusedError("recipe", "no_network", "there is no network yet: give a recipe")
        return self.experiment

    def _state(self, message: p.Message | None = None) -> str:
        current = self._current
        to = 0 if message is None else message.id
        return reply("state", to, running=self.pace.is_running, **current.state())

    def _data(self) -> list[str | bytes]:
        return [] if self.view is None else [self.view.data_frame()]
