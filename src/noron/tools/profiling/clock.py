"""A clock for the passes of a step, and what it is put around."""

import time
from collections.abc import Sequence
from typing import Any, final

import numpy as np

from noron.core.types import RNG, Array, Backward, Params
from noron.engines import BatchResult
from noron.engines.numpy.workspace import Node
from noron.engines.stepwise import StepByStep
from noron.layers import Layer

ROWS, LOSS, UPDATE = range(3)
"""The passes that are no layer's; behind them the layers' forward, then the layers' back."""


@final
class Clock:
    """Seconds by what they were spent on, from one mark to the next."""

    def __init__(self, n_layers: int) -> None:
        self.n_layers = n_layers
        self.seconds = [0.0] * (3 + 2 * n_layers)
        self.marked = 0.0
        self.runs = True

    def forward(self, layer: int) -> int:
        """The place of a layer's pass forward."""
        return 3 + layer

    def back(self, layer: int) -> int:
        """The place of a layer's pass back."""
        return 3 + self.n_layers + layer

    def mark(self, what: int | None = None) -> None:
        """What has passed since the last mark was spent on this; None: on nothing of interest."""
        now = time.perf_counter()
        if what is not None and self.runs:
            self.seconds[what] += now - self.marked
        self.marked = now


def reading_seconds(times: int = 1000) -> float:
    """What a mark itself takes."""
    clock = Clock(0)
    clock.mark()
    started = clock.marked
    for _ in range(times):
        clock.mark(ROWS)
    return (clock.marked - started) / times


@final
class TimedSteps(StepByStep):
    """The same steps, with a clock. What an update looks at again belongs to the update."""

    def __init__(self, inner: StepByStep, clock: Clock) -> None:
        super().__init__(inner.engine, inner.state, inner.data, inner.batch_size)
        self.inner, self.clock = inner, clock

    def evaluate_batch(self, index: Array, rng: RNG | None) -> BatchResult:
        """As without a clock."""
        self.clock.runs = True
        self.clock.mark()
        return self.inner.evaluate_batch(index, rng)

    def update(self, index: Array, outcome: BatchResult, learning_rate: float) -> None:
        """As without a clock."""
        started = time.perf_counter()
        self.clock.runs = False
        self.inner.update(index, outcome, learning_rate)
        self.clock.seconds[UPDATE] += time.perf_counter() - started


@final
class TimedNode(Node):
    """A planned layer: before the first one's forward lie the rows, before the last one's
    backward lies the loss."""

    def __init__(self, node: Node, slot: "TimedSlot") -> None:
        self.node, self.slot = node, slot

    def forward(self, x: Array, rng: RNG) -> Array:
        """The node's own."""
        self.slot.before_forward()
        y = self.node.forward(x, rng)
        self.slot.after_forward()
        return y

    def backward(self, dy: Array) -> Array:
        """The node's own."""
        self.slot.before_back()
        dx = self.node.backward(dy)
        self.slot.after_back()
        return dx


@final
class TimedLayer:
    """A layer as the reference engine runs it, by its own `forward`."""

    def __init__(self, layer: Layer, slot: "TimedSlot") -> None:
        self.layer, self.slot = layer, slot

    def forward(self, params: Params, x: Array, rng: RNG | None = None) -> tuple[Array, Backward]:
        """The layer's own."""
        self.slot.before_forward()
        y, pull = self.layer.forward(params, x, rng)
        self.slot.after_forward()

        def backward(dy: Array) -> tuple[Array, Params]:
            self.slot.before_back()
            pulled = pull(dy)
            self.slot.after_back()
            return pulled

        return y, backward


@final
class TimedSlot:
    """The marks of one layer."""

    def __init__(self, clock: Clock, layer: int, first: bool, last: bool) -> None:
        self.clock = clock
        self.ahead = ROWS if first else None
        self.behind = LOSS if last else None
        self.forward, self.back = clock.forward(layer), clock.back(layer)

    def before_forward(self) -> None:
        """The layer begins."""
        self.clock.mark(self.ahead)

    def after_forward(self) -> None:
        """The layer has ended."""
        self.clock.mark(self.forward)

    def before_back(self) -> None:
        """The way back through the layer begins."""
        self.clock.mark(self.behind)

    def after_back(self) -> None:
        """The way back through the layer has ended."""
        self.clock.mark(self.back)


@final
class TimedProgram:
    """A network bound to the kernels, which keep the time of their passes themselves."""

    def __init__(self, program: Any, clock: Clock, passes: Sequence[int | None]) -> None:
        self.program, self.clock = program, clock
        self.inputs, self.plan = program.inputs, program.plan
        self.passes = passes
        self.seconds = np.zeros(len(passes))

    def run(self, *given: Any, **options: Any) -> Any:
        """The same steps; while the clock runs, with their times."""
        if not self.clock.runs:
            return self.program.run(*given, **options)
        self.seconds[:] = 0
        result = self.program.run(*given, **options, profile=self.seconds)
        for what, spent in zip(self.passes, self.seconds.tolist(), strict=True):
            if what is not None:
                self.clock.seconds[what] += spent
        return result
