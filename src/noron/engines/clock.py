"""A clock for the passes of a training step."""

import time
from collections.abc import Sequence
from typing import final

from noron.data.rows import ByteRows, Inputs, SparseRows
from noron.layers import Dropout, Layer

ROWS, LOSS, UPDATE = range(3)
"""Positions in `Clock.seconds`; after them come the layers' forward, then backward passes."""


@final
class Clock:
    """Adds up the seconds of each pass, measured between marks."""

    def __init__(self, n_layers: int) -> None:
        self.n_layers = n_layers
        self.seconds = [0.0] * (3 + 2 * n_layers)
        self.marked = 0.0
        self.runs = True

    def forward(self, layer: int) -> int:
        """Return the position of a layer's forward pass."""
        return 3 + layer

    def back(self, layer: int) -> int:
        """Return the position of a layer's backward pass."""
        return 3 + self.n_layers + layer

    def mark(self, what: int | None = None) -> None:
        """Add the time since the last mark to position `what`; with None, discard it."""
        now = time.perf_counter()
        if what is not None and self.runs:
            self.seconds[what] += now - self.marked
        self.marked = now


def reading_seconds(times: int = 1000) -> float:
    """Return the seconds that one mark takes."""
    clock = Clock(0)
    clock.mark()
    started = clock.marked
    for _ in range(times):
        clock.mark(ROWS)
    return (clock.marked - started) / times


@final
class TimedSlot:
    """Sets the marks around the passes of one layer."""

    def __init__(self, clock: Clock, layer: int, first: bool, last: bool) -> None:
        self.clock = clock
        self.ahead = ROWS if first else None
        self.behind = LOSS if last else None
        self.forward, self.back = clock.forward(layer), clock.back(layer)

    def before_forward(self) -> None:
        """Mark the start of the forward pass; the time before the first layer is of the rows."""
        self.clock.mark(self.ahead)

    def after_forward(self) -> None:
        """Mark the end of the forward pass."""
        self.clock.mark(self.forward)

    def before_back(self) -> None:
        """Mark the start of the backward pass; the time before the last layer is of the loss."""
        self.clock.mark(self.behind)

    def after_back(self) -> None:
        """Mark the end of the backward pass."""
        self.clock.mark(self.back)


def how_read(x: Inputs) -> str:
    """Describe how the rows of a batch are gathered."""
    if isinstance(x, SparseRows):
        return "sparse rows, written out with their zeros"
    return "bytes, looked up in a table" if isinstance(x, ByteRows) else "copied"


def slots_of(clock: Clock, places: Sequence[int]) -> list[TimedSlot]:
    """Return a slot for each of the layers at these places."""
    return [TimedSlot(clock, i, i == places[0], i == places[-1]) for i in places]


def is_left_out(layer: Layer) -> bool:
    """Return whether a layer has no pass of its own: dropout with the rate 0."""
    return isinstance(layer, Dropout) and layer.rate == 0
