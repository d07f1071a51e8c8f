"""How a run begins, why it ends, who hears of that, and how long it takes."""

import time
import warnings
from abc import ABC
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np

from noron.core.errors import TrainingWarning
from noron.engines import Batch, Chosen, DivergedError, Fit, State
from noron.training.callbacks import AnyCallback, Callback, StopTraining
from noron.training.diagnosis import diagnosis
from noron.training.evaluation import Measures
from noron.training.history import History
from noron.training.position import Orders, Position
from noron.training.rates import Rates


class Lifecycle(ABC):
    """What every run has, from its first step to the reason for its end."""

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
    epoch_seconds: float = 0.0
    """How long the last epoch took."""

    _batch_size: int
    _notes: list[str]
    _begun: list[Callback] | None = None
    _since: float | None = None
    """The time when the run went on; None in a pause."""

    @contextmanager
    def running(self) -> Iterator[None]:
        """Let the clock go and callbacks begin; write down why the run ends, if it does within.

        Ctrl-C, a callback that stops and a loss that is no longer finite do not get out of it.
        """
        if self.ended:
            yield
            return
        limits = self.chosen.engine.limits(self.state.network, self._batch_size)
        self._set_clock(self.seconds, goes=True)
        try:
            with limits:
                yield
        except StopTraining as stop:
            self.finish(str(stop) or "a callback stopped it")
        except KeyboardInterrupt:
            self.interrupt()
        except DivergedError as error:
            self.history.diverged = True
            epoch = self.position.epoch
            rate = self.measures.rates(np.array([self.rates.schedule.rate(epoch, self.epochs)]))[0]
            self.finish(diagnosis(self.state, self.data, error.index, epoch + 1, float(rate)))
        except BaseException:
            self.close()
            raise
        finally:
            self._set_clock(self.seconds, goes=False)
        if self._is_done and not self.ended:
            self.finish(self._usual_end)

    def reopen(self) -> None:
        """Let a run go on that has ended; the place from which is set by whoever asks."""
        self.state.network.acquire(self)
        self.ended = self.history.interrupted = self.history.diverged = False
        self.history.stop_reason = ""
        self.begin()

    def begin(self) -> None:
        """Let the callbacks know that the run begins, if they do not."""
        if self._begun is None:
            self._begun = []
            for callback in self.callbacks:
                if isinstance(callback, Callback):
                    callback.begin(self.state.network, self.epochs)
                    self._begun.append(callback)

    def finish(self, reason: str) -> None:
        """End the run; `reason` is what its history says of that."""
        self.history.stop_reason = reason
        if self.history.interrupted or self.history.diverged:
            self._notes.append(reason)
        self.close()

    def interrupt(self) -> None:
        """End the run as Ctrl-C does."""
        self.history.interrupted = True
        done = len(self.history)
        self.finish(f"interrupted after epoch {done}; what was learnt is kept")

    def warn(self) -> None:
        """Give what the user has to know as TrainingWarnings at the line of the caller's caller."""
        notes, self._notes = self._notes, list[str]()
        for note in notes:
            warnings.warn(note, TrainingWarning, stacklevel=3)

    def close(self) -> None:
        """End the run here and now: let callbacks know, and others train the network."""
        begun, self._begun = self._begun or list[Callback](), None
        self.ended = True
        self.history.engine = self.chosen.describe(self.fit.path)
        self.state.network.release(self)
        for callback in begun:
            callback.end()

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
            return f"the time limit of {limit.seconds:g} seconds is over"
        return f"all {self.epochs} epochs are done"

    # ---- the clock

    @property
    def seconds(self) -> float:
        """How long the run has taken so far, pauses left out."""
        running = 0.0 if self._since is None else time.perf_counter() - self._since
        return self.position.seconds + running

    def _set_clock(self, seconds: float, *, goes: bool | None = None) -> None:
        """Let the clock show that many seconds, and go or stand still."""
        goes = self._since is not None if goes is None else goes
        self.position.seconds, self._since = seconds, time.perf_counter() if goes else None
