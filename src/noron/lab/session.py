"""One learner's network: a session answers the messages of a page, and trains in slices.

    session = LabSession()
    answers = session.handle('{"t": "recipe", "values": {"data": "moons", "hidden": [8, 8]}}')
    session.handle('{"t": "run"}')
    while session.is_busy:
        frames = session.work()           # at most SLICE seconds

It does no input or output and starts no thread: its host passes texts in, and takes texts and bytes
out. Texts are answers, bytes are frames (`noron.lab.frames`).
"""

from typing import final

from noron.core.errors import NoronError
from noron.experiments.spec import RunSpec
from noron.lab.answers import Answers
from noron.lab.experiment import Experiment
from noron.lab.messages import answer
from noron.lab.protocol import RefusedError, key_of, parse, reply
from noron.lab.workspace import LabWorkspace

SLICE = 0.008
"""Seconds that one call of `work` takes, about: a pause is answered after the present one."""

PAUSE = 0.004
"""Seconds between two looks whether a step is due, if a run has a speed."""

MORE_KEYS = (
    *("parameters", "to", "speed", "index", "tensor", "value"),
    *("layer", "unit", "pixels", "of_class", "truth", "given", "most_rows", "step"),
    *("name", "size", "start", "part", "columns", "inputs"),
)
"""What errors name beside the keys of a recipe."""


@final
class LabSession(LabWorkspace):
    """A workspace that answers messages and trains in slices."""

    # ---- messages

    def handle(self, text: str) -> Answers:
        """Carry out a message and return the answers; one that is refused changes nothing."""
        to = 0
        try:
            message = parse(text, self.limits)
            to = message.id
            return answer(message, self)
        except RefusedError as error:
            key, code, text = error.key, error.code, str(error)
        except NoronError as error:
            text, code = self.uploads.without_folders(str(error)), "illegal"
            key = key_of(text, (*RunSpec.model_fields, *MORE_KEYS))
        return [reply("refused", to, key=key, code=code, text=text)]

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
        return current is not None and self.credits > 0 and self.shown != current.version

    def work(self) -> Answers:
        """Train for about SLICE seconds if the network is running, and send a frame if one is
        awaited."""
        answers: Answers = []
        current = self.experiment
        if current is None:
            return answers
        if self.pace.is_running:
            self.pace.slice(current, SLICE)
            if current.trainer.ended:
                self.pace.stop()
                answers.append(self._ended(current))
            elif not self.pace.is_running:
                answers.append(self.state())
        if self._owes_frame and self.view is not None:
            self.credits -= 1
            self.shown = current.version
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
