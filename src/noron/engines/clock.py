"""A clock for the passes of a step: each kind of fit puts it around its own."""

import time
from collections.abc import Sequence
from typing import final

from noron.data.rows import ByteRows, Inputs, SparseRows
from noron.layers import Dropout, Layer

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


def how_read(x: Inputs) -> str:
    """How the rows of a batch are gathered, in words."""
    if isinstance(x, SparseRows):
        return "sparse rows, written out with their zeros"
    return "bytes, looked up in a table" if isinstance(x, ByteRows) else "copied"


def slots_of(clock: Clock, places: Sequence[int]) -> list[TimedSlot]:
    """The marks of the layers at these places, from the first to the last."""
    return [TimedSlot(clock, i, i == places[0], i == places[-1]) for i in places]


def is_left_out(layer: Layer) -> bool:
    """Whether a layer takes no pass of its own: dropout with the rate 0."""
    return isinstance(layer, Dropout) and layer.rate == 0
