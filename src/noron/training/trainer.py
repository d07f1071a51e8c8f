"""The training loop. A `Trainer` owns one run, and its whole state is data.

    trainer = net.trainer(X, y, epochs=20, learning_rate=0.1)
    trainer.advance(steps=5)               # five batches
    trainer.learning_rate = 0.01           # from the next batch on
    snapshot = trainer.snapshot()          # can be restored in this or another process
    for row in trainer:                    # to the end, a row for each epoch
        print(row["loss"])

Between epochs the network holds the weights for predictions. If no callback needs an epoch's row
before the next epoch begins, many epochs run in one call of the engine, with the same bits.
"""

import math
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple, cast, final

import numpy as np

from noron.core.errors import TrainingWarning, check_integer
from noron.core.metric_rows import Row
from noron.core.notebook import Shown, Summary
from noron.core.types import Array
from noron.engines import (
    Batch,
    Chosen,
    Epochs,
    Fit,
    NativeFit,
    State,
    batching_key,
    epochs_of_several,
)
from noron.optimizers import Optimizer
from noron.training.callbacks import AnyCallback, next_look, show
from noron.training.evaluation import Measures
from noron.training.history import History, values_of
from noron.training.live_settings import LiveSettings
from noron.training.position import Orders, Position, Shuffled
from noron.training.rates import Rates
from noron.training.snapshot import Snapshot, restore, snapshot_of

BLOCK_SECONDS = 0.05
"""The approximate duration of one call of the engine that runs several epochs."""


@final
class Trainer(LiveSettings, Shown):
    """One training run of a network; `NeuralNetwork.trainer` creates it.

    Attributes:
        state: the network, the loss, the optimizer with its slots, the random generator.
        position: the position within the run.
        history: a row for each finished epoch, and why the run ended.
        epochs: the number of epochs after which the run ends.
        ended: whether the run has ended.
    """

    def __init__(
        self,
        state: State,
        data: Batch,
        measures: Measures,
        *,
        chosen: Chosen,
        rates: Rates,
        epochs: int,
        batch_size: int,
        callbacks: Sequence[AnyCallback] = (),
        orders: Orders | None = None,
        position: Position | None = None,
        history: History | None = None,
        note: str = "",
        advise: bool = False,
    ) -> None:
        self.state, self.data, self.measures, self.chosen = state, data, measures, chosen
        self.rates, self.epochs, self.callbacks = rates, epochs, list(callbacks)
        self.orders: Orders = Shuffled() if orders is None else orders
        self.position = Position() if position is None else position
        self.history = History() if history is None else history
        self.history.engine = chosen.describe("")
        self.history.interrupted = self.history.diverged = False
        self._notes, self._epoch_began = [TrainingWarning(note)] if note else [], 0.0
        self.advise = advise
        self._drawn: deque[Array] = deque()  # orders of epochs that are still to come
        state.network.acquire(self)
        self.bind(batch_size)

    def bind(self, batch_size: int) -> None:
        """Prepare the engine for the present network and for batches of that size."""
        self._batch_size = batch_size
        self.fit: Fit = self.chosen.engine.fit(self.state, self.data, batch_size)

    # ---- the loop

    def advance(self, *, steps: int | None = None, epochs: int | None = None) -> list[Row]:
        """Train for `steps` batches or `epochs` epochs, or to the end; return the new rows.

        A started epoch counts as the first one. Ctrl-C, a callback's StopTraining and a loss that
        is no longer finite end the run. Ctrl-C and such a loss also give a TrainingWarning.
        Raises SettingError if `steps` or `epochs` is not a positive integer.
        """
        before = len(self.history)
        most = math.inf if steps is None else check_integer("steps", steps)
        more = self.epochs if epochs is None else check_integer("epochs", epochs)
        self.run(most, self.position.epoch + more)
        self.warn()
        return list(self.history.rows[before:])

    def __iter__(self) -> Iterator[Row]:
        """Train epoch by epoch to the end, and yield each row."""
        while not self.ended:
            yield from self.advance(epochs=1)

    def run(self, steps: float = math.inf, last: float = math.inf) -> History:
        """Take `steps` steps, or all up to the end of epoch `last`; issue no warnings."""
        self.run_within(partial(self._run, steps, last))
        return self.history

    def _run(self, steps: float, last: float) -> None:
        self.begin()
        while not self._is_done and steps > 0 and self.position.epoch < last:
            self.look_at_checkpoints()
            n = self.epochs_at_once(BLOCK_SECONDS, last) if steps == math.inf else 1
            if n > 1:
                block = self.block(n)
                self._take(block, run_blocks([block])[0])
            else:
                steps -= self._run_epoch(steps)

    def _run_epoch(self, most: float = math.inf) -> int:
        """Take up to `most` steps of the current epoch, record it if it ends; return the steps."""
        place, taken, rates = self.position, 0, [0.0]
        with self.state.network.changing():
            self._begin_epoch()
            try:
                while taken < most and not place.is_full and not (taken and self._is_late):
                    rates = self._next_rates(most - taken)
                    rows = place.order[place.row :][: len(rates) * self._batch_size]
                    place.sums = self.fit.run(rows, rates, place.sums)
                    place.row, taken = place.row + len(rows), taken + len(rates)
                    self._tick()
            except KeyboardInterrupt:
                self.state.show_averaged()
                raise
            is_over = place.is_full or self._is_late
            if is_over:
                place.learning = self.state.show_averaged()
        if is_over:
            self._end_epoch(rates[-1])
        return taken

    def _begin_epoch(self) -> None:
        place, network = self.position, self.state.network
        if place.is_between:
            if place.learning is not None:
                network.theta[:], network.buffers[:] = place.learning
                place.learning = None
            place.begin(self._drawn.popleft() if self._drawn else self._draw())
            self.rates.renew(place, self._batch_size, self.history.rows)
            self._epoch_began = self.seconds

    def _end_epoch(self, rate: float) -> None:
        s, watched = self.position.sums, self.measures.watched
        sums, scores = np.array([[s.loss, s.penalty, s.correct, s.weight]]), None
        if watched is not None:
            scores = self.chosen.engine.scores(self.state.network, watched)[None]
        columns = self.measures.columns(sums, s.rows, scores)
        columns |= {name: np.array([value]) for name, value in self.measures.seen().items()}
        self.epoch_seconds = self.seconds - self._epoch_began
        self._record(columns, np.array([rate]), np.array([self.seconds]))

    def _record(self, columns: Mapping[str, Array], rates: Array, seconds: Array) -> None:
        """Add epochs to the history and call the callbacks. Raises StopTraining."""
        n, rows = len(rates), self.history.rows
        self.position.end(n)
        number, ends = np.arange(len(rows) + 1, len(rows) + n + 1), {"seconds": seconds}
        rates = self.measures.rates(rates)
        rows.add({"epoch": number, **columns, "learning_rate": rates, **ends})
        if self.callbacks:
            show(rows[-n:], self.callbacks)

    # ---- blocks of epochs

    def epochs_at_once(self, seconds: float, last: float = math.inf) -> int:
        """Return how many epochs can run in one call of about `seconds` seconds; at least 1."""
        place = self.position
        if self.waits or not place.is_between or not self.epoch_seconds:
            return 1
        looks = [next_look(callback, place.epoch) for callback in self.callbacks]
        ahead = min(last, self.epochs, *looks) - place.epoch
        return max(1, int(min(ahead, seconds / max(self.epoch_seconds, 1e-7))))

    @property
    def waits(self) -> bool:
        """Return whether an epoch must end before the next is planned, even without callbacks."""
        averages = type(self.state.optimizer).averaged is not Optimizer.averaged
        return averages or self.measures.looks or self.rates.waits

    def block(self, n: int) -> "Block":
        """Return the next n epochs, with their learning rates and, if needed, their orders."""
        steps = -(-len(self.data) // self._batch_size)
        rates = self.rates.of_epochs(self.position.epoch, n, steps)
        if not isinstance(self.orders, Shuffled):  # the kernels draw shuffled orders themselves
            self._drawn.extend(self._draw().copy() for _ in range(n))
        return Block(self, rates, np.array(self._drawn) if self._drawn else None, self.seconds)

    def take(self, block: "Block", done: Epochs | None) -> None:
        """Record the results of a block's epochs; if `done` is None, run them one by one."""
        self.run_within(partial(self._take, block, done))

    def _take(self, block: "Block", done: Epochs | None) -> None:
        self.begin()
        if done is None:
            for _ in block.rates:
                self._run_epoch()
                self.look_at_checkpoints()
            return
        self._drawn.clear()
        seconds = block.began + done.seconds
        self.epoch_seconds = float(done.seconds[-1]) / len(seconds)
        self._set_clock(float(seconds[-1]))
        columns = self.measures.columns(done.sums, len(self.data), done.scores)
        self._record(columns, block.rates[:, -1], seconds)
        self.look_at_checkpoints()

    def _draw(self) -> Array:
        return self.orders.draw(self.state.rng, len(self.data))

    def _next_rates(self, most: float) -> list[float]:
        """Return the rates of the next steps: up to `most`, or fewer until the next tick."""
        place, size, most = self.position, self._batch_size, min(most, self.steps_to_look())
        return self.rates.take(place, size, most, self.history.rows, self.seconds)

    def _tick(self) -> None:
        place = self.position
        for callback in self.tick_callbacks:
            callback.tick(place.epoch + place.row / len(place.order))
        self.look_at_checkpoints()

    def _summary(self) -> Summary:
        """Return how far the run has come, on one line; in a notebook with its history."""
        history = self.history
        last = values_of(history.rows[-1]) if history.rows else ""
        ended = ", ended" if self.ended else ""
        line = f"Trainer({len(history)} of {self.epochs} epochs{ended}{last})"
        return history._summary()._replace(line=line, brief=True)

    def snapshot(self) -> Snapshot:
        """Return the present state of the run, which `restore` can go back to."""
        return snapshot_of(self)

    def restore(self, snapshot: Snapshot) -> None:
        """Restore the state of a snapshot; the run then continues with the same bits.

        Raises SettingError if it is of another network, loss, optimizer, engine or data.
        """
        restore(self, snapshot)


class Block(NamedTuple):
    """The next epochs of a run, to be run in one call.

    `rates` has the shape (epochs, steps), `orders` (epochs, rows) or is None; `began` in seconds.
    """

    trainer: Trainer
    rates: Array
    orders: Array | None
    began: float

    @property
    def key(self) -> Any:
        """Return a key that is equal for blocks that can run in one call."""
        fit = self.trainer.fit
        shared = batching_key(fit) if isinstance(fit, NativeFit) and self.orders is None else None
        if shared is None:
            return id(self)
        return shared, self.rates.shape, id(self.trainer.measures.watched)


def run_blocks(blocks: Sequence[Block]) -> list[Epochs | None]:
    """Run blocks with equal keys in one call of the engine; None if a block must run in steps."""
    watched = blocks[0].trainer.measures.watched
    rates = [block.rates.reshape(-1) for block in blocks]
    fits = [block.trainer.fit for block in blocks]
    if len(fits) > 1:
        return epochs_of_several(cast(list[NativeFit], fits), rates, watched)
    with blocks[0].trainer.state.network.changing():
        return [fits[0].epochs(rates[0], blocks[0].orders, watched)]
