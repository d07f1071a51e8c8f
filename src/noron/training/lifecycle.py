"""The start and the end of a run, the warnings about it, and its clock."""

import math
import os
import time
import warnings
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any

import numpy as np

from noron.core.errors import AdviceWarning, TrainingWarning
from noron.core.memory import aligned_copy
from noron.core.types import Array
from noron.engines import Batch, Chosen, DivergedError, Fit, State
from noron.training.advice import Advice
from noron.training.callbacks import AnyCallback, Callback, StopTraining
from noron.training.diagnosis import Facts, advice_on, divergence
from noron.training.evaluation import Measures
from noron.training.history import History
from noron.training.position import Orders, Position
from noron.training.rates import Rates

LOOK_SECONDS = 0.2
"""The approximate time between two looks of a checkpoint: each look ends a call of the engine, and
what a call begins with takes some tenths of a millisecond."""

TICKS = 20
"""The number of pieces of an epoch, where nothing is known of the time of a step."""


class StateWriter(ABC):
    """Writes the state of a run from time to time: `Checkpoints` of noron.training.checkpoint."""

    every: float
    """Seconds between two files."""

    @abstractmethod
    def look(self, run: Any) -> None:
        """Copy the state of a run that is between two batches, and write it, if it is time."""

    @abstractmethod
    def write(self, run: Any) -> None:
        """Write the last copy."""

    @abstractmethod
    def end(self, run: Any) -> None:
        """The run has ended, or is given up."""


class Lifecycle(ABC):
    """Starts and ends a run, and measures its time; the base class of `Trainer`."""

    state: State
    data: Batch
    measures: Measures
    chosen: Chosen
    fit: Fit
    rates: Rates
    epochs: int
    callbacks: list[AnyCallback]
    orders: Orders
    position: Position
    history: History
    ended: bool = False
    advise: bool = False
    """Whether the history says at the end what may be wrong with the run."""

    epoch_seconds: float = 0.0
    """How long the last epoch took."""

    identity: dict[str, Any] | None = None
    """What a snapshot says of the run that does not change, once it has been computed."""

    checkpoints: StateWriter | None = None
    """Where the run writes its state from time to time."""

    _batch_size: int
    _epoch_began: float
    _notes: list[TrainingWarning]
    _start: Array | None = None
    """Theta before the first step, if the run is to be looked at afterwards."""

    _begun: list[Callback] | None = None
    _since: float | None = None
    """The time when the run was last resumed; None during a pause."""

    def run_within(self, work: Callable[[], None]) -> None:
        """Do a piece of work while the clock runs; if the run ends there, record the reason.

        Ctrl-C, a callback's StopTraining and a loss that is not finite end the run and are caught.
        The work is a function, because Ctrl-C may come before the body of a context begins, and
        a context that catches it there cannot leave the body out.
        """
        if self.ended:
            work()
            return
        self._set_clock(self.seconds, goes=True)
        try:
            with self.chosen.engine.limits(self.state.network, self._batch_size):
                work()
        except StopTraining as stop:
            self.finish(str(stop) or "a callback stopped it")
        except KeyboardInterrupt:
            self.interrupt()
        except DivergedError as error:
            self.history.diverged = True
            epoch = self.position.epoch
            rate = self.measures.rates(np.array([self.rates.schedule.rate(epoch, self.epochs)]))[0]
            advice = divergence(self.state, self.data, error.index, float(rate))
            self.history.advice = [advice]
            happened = f"the loss stopped being finite in epoch {epoch + 1}"
            self.finish(f"{happened}; the last good weights are kept. {advice}")
        except BaseException:
            self._write_checkpoint()
            self.close()
            raise
        finally:
            self._set_clock(self.seconds, goes=False)
        if self._is_done and not self.ended:
            self.finish(self._usual_end)

    def reopen(self) -> None:
        """Let an ended run continue; the caller then sets the position."""
        self.state.network.acquire(self)
        self.ended = self.history.interrupted = self.history.diverged = False
        self.history.stop_reason, self.history.advice = "", list[Advice]()
        self.begin()

    def begin(self) -> None:
        """Call `begin` of the callbacks, unless this has been done."""
        if self._begun is None:
            self._begun = []
            if self.advise and self._start is None:
                self._start = aligned_copy(self.state.network.theta)
            for callback in self.callbacks:
                if isinstance(callback, Callback):
                    callback.begin(self.state.network, self.epochs)
                    self._begun.append(callback)

    def finish(self, reason: str) -> None:
        """End the run, and write `reason` to its history."""
        self.history.stop_reason = reason
        self.close()
        self._advise()
        history = self.history
        ends = [reason] if history.interrupted or history.diverged else []
        if history.diverged or not history.advice:
            self._notes += map(TrainingWarning, ends)
            return
        text = " ".join(f"{one}." for one in [*ends, *history.advice])
        self._notes.append(AdviceWarning(text, [*ends, *(a.for_command for a in history.advice)]))

    def _advise(self) -> None:
        """Write to the history what may be wrong with the run, if that is wanted."""
        history = self.history
        if self._start is None or history.diverged:
            return
        run = Facts(
            self.state,
            self.data,
            self.measures.validation,
            history.rows,
            self._start,
            self._batch_size,
            self.position.epoch >= self.epochs,
        )
        try:
            history.advice = advice_on(run)
        except Exception:  # a layer or a loss of the user's: the run is good without advice
            if os.environ.get("NORON_DEBUG"):
                raise

    def interrupt(self) -> None:
        """End the run as Ctrl-C does."""
        self._write_checkpoint()
        self.history.interrupted = True
        done = len(self.history)
        self.finish(f"interrupted after epoch {done}; the weights so far are kept")

    def warn(self) -> None:
        """Issue the pending notes as TrainingWarnings at the line of the caller's caller."""
        notes, self._notes = self._notes, list[TrainingWarning]()
        for note in notes:
            warnings.warn(note, stacklevel=3)

    def close(self) -> None:
        """End the run at once: call `end` of the callbacks and release the network."""
        begun, self._begun = self._begun or list[Callback](), None
        has_ended, self.ended = self.ended, True
        self.history.engine = self.chosen.describe(self.fit.path)
        self.state.network.release(self)
        for callback in begun:
            callback.end()
        if self.checkpoints is not None and not has_ended:
            self.checkpoints.end(self)

    @property
    def tick_callbacks(self) -> list[Callback]:
        """Return the callbacks that want to be called within an epoch."""
        return [c for c in self._begun or () if type(c).tick is not Callback.tick]

    def steps_to_look(self) -> float:
        """Return how many steps to take in one call before somebody looks; infinity for all."""
        apart = [callback.tick_seconds for callback in self.tick_callbacks]
        if self.checkpoints is not None:
            apart.append(LOOK_SECONDS if self.checkpoints.every > LOOK_SECONDS else 0.0)
        if not apart:
            return math.inf
        steps = math.ceil(len(self.position.order) / self._batch_size)
        done = self.position.row / self._batch_size
        elapsed = self.seconds - self._epoch_began if done else self.epoch_seconds
        if elapsed <= 0 or min(apart) == 0:
            return math.ceil(steps / TICKS)
        return max(1, int(min(apart) * (done or steps) / elapsed))

    def look_at_checkpoints(self) -> None:
        """Let the state be written, if it is time; only before a batch that is still to come."""
        place = self.position
        if self.checkpoints is None or self._is_done:
            return
        if place.is_between or not place.is_full:
            self.checkpoints.look(self)

    def _write_checkpoint(self) -> None:
        if self.checkpoints is not None:
            self.checkpoints.write(self)

    @property
    def _is_late(self) -> bool:
        limit = self.rates.limit
        return limit is not None and limit.is_over(self.seconds)

    @property
    def _is_done(self) -> bool:
        place = self.position
        return self.ended or place.epoch >= self.epochs or (place.epoch > 0 and self._is_late)

    @property
    def _usual_end(self) -> str:
        limit = self.rates.limit
        if limit is not None and self.position.epoch < self.epochs:
            return f"the time limit of {limit.seconds:g} seconds is reached"
        return f"all {self.epochs} epochs are done"

    # ---- the clock

    @property
    def seconds(self) -> float:
        """Return how long the run has taken so far, without pauses."""
        running = 0.0 if self._since is None else time.perf_counter() - self._since
        return self.position.seconds + running

    def _set_clock(self, seconds: float, *, goes: bool | None = None) -> None:
        """Set the clock to `seconds`, and let it run, stop it, or (None) leave that unchanged."""
        goes = self._since is not None if goes is None else goes
        self.position.seconds, self._since = seconds, time.perf_counter() if goes else None
