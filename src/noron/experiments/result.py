"""What a run came to, wherever it ran; a failure is a result too."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from noron.core.errors import NoronError, SettingError
from noron.core.metric_rows import MetricRows, Row, sign_of
from noron.core.notebook import Shown, Summary
from noron.core.types import Array
from noron.experiments.spec import RunSpec
from noron.experiments.task import RunData
from noron.model.neural_network import NeuralNetwork
from noron.training.advice import Advice
from noron.training.history import History, values_of

FAILURES = (NoronError, MemoryError, ArithmeticError, ValueError, RuntimeError)
"""What a run may raise that is its own fault, and not that of whoever runs it."""


@dataclass(repr=False)
class RunResult(Shown):
    """What a run came to.

    Attributes:
        spec: the recipe; of a run that has begun, with all that it had left open.
        status: "done", "pruned", "diverged", "failed" or "interrupted", as the store has it.
        reason: why it ended, in a sentence; of a failure, the error.
        rows: its history, a dict for each epoch.
        seconds: how long it took, NaN where nothing tells.
        engine: the engine that ran, with the reason if it was not the requested one.
        digest: SHA-256 of the numbers it ended with: equal digests mean equal bits.
        machine: where it ran, as the store has it; None here.
        run: its number in the store.
        reused: whether it was in the store before.
        key: which run of a comparison or of a search it is.
        weights: theta and buffers of a network trained elsewhere, where they were asked for.
        kept: the network and the rows it learnt from, where it ran in this process.
        advice: what may be wrong with it, where that was asked for.
        tested: the measures on the test rows, once `test` has read them.
    """

    spec: RunSpec
    status: str
    reason: str = ""
    rows: Sequence[Row] = ()
    seconds: float = math.nan
    engine: str = ""
    digest: str | None = None
    machine: str | None = None
    run: int | None = None
    reused: bool = False
    key: Any = None
    weights: tuple[Array, Array] | None = field(default=None, repr=False, compare=False)
    advice: Sequence[Advice] = ()
    kept: tuple[NeuralNetwork, RunData] | None = field(default=None, repr=False, compare=False)
    tested: dict[str, float] = field(default_factory=dict)

    @staticmethod
    def of_error(spec: RunSpec, error: BaseException) -> "RunResult":
        """Return the result of a recipe whose run raised `error`."""
        return RunResult(spec, "failed", f"{type(error).__name__}: {error}")

    @property
    def has_net(self) -> bool:
        """Return whether the network was kept."""
        return self.kept is not None

    @property
    def net(self) -> NeuralNetwork:
        """The network. Raises SettingError where it was not kept."""
        return self._here()[0]

    @property
    def data(self) -> RunData:
        """What it learnt from, and the test rows. Raises SettingError where it was not kept."""
        return self._here()[1]

    def _here(self) -> tuple[NeuralNetwork, RunData]:
        if self.kept is None:
            raise SettingError(f"the network of this run, which is {self.status}, was not kept")
        return self.kept

    @property
    def history(self) -> History:
        """Its rows with all that `NeuralNetwork.train` tells of them."""
        interrupted, diverged = self.status == "interrupted", self.status == "diverged"
        rows, seed = MetricRows(self.rows), self.spec.seed
        return History(
            rows, self.reason, interrupted, diverged, self.engine, seed, list(self.advice)
        )

    @property
    def last(self) -> Row:
        """The row whose weights it ended with: what a stopping rule restores, or the last."""
        kept = [rule.kept_row(self.rows) for rule in self.spec.stopping()]
        restored = [row for row in kept if row is not None]
        return restored[-1] if restored else self.rows[-1] if self.rows else {}

    def score(self, metric: str) -> float:
        """The larger the better; NaN for a run that did not come to a good end."""
        value = self.last.get(metric) if self.status == "done" else None
        return math.nan if value is None else -sign_of(metric) * float(value)

    def _summary(self) -> Summary:
        """Return how it ended, on one line; in a notebook with its history."""
        number = "" if self.run is None else f"run {self.run}, "
        ended = f"{self.status}: {self.reason}" if self.reason else self.status
        line = f"RunResult({number}{ended}{values_of(self.last)})"
        return self.history._summary()._replace(line=line, brief=True)

    def test(self) -> dict[str, float]:
        """The measures on the test rows, which were in nothing before."""
        if not self.tested:
            split = self.data.split
            self.tested = self.data.task.measured(self.net, split.x_test, split.y_test)
        return self.tested


Outcome = RunResult
"""The name under which `execute` and `record` have always given it."""
