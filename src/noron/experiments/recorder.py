"""A run that is kept: its rows go into the store as they come."""

import math
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import final

from noron.core.errors import StoreError, TrainingWarning
from noron.core.metric_rows import Row
from noron.experiments.pruning_hook import PruningHook
from noron.experiments.run import Outcome, Sources, execute, resolved
from noron.experiments.spec import RunSpec
from noron.experiments.store import Store
from noron.network import Network
from noron.training.callbacks import AnyCallback, Callback

PAUSE = 0.5
"""Seconds between two writes: often enough to watch, seldom enough to cost nothing."""


@final
class Recorder(Callback):
    """Begins a run when the training begins, and writes its rows; what finds no room waits."""

    def __init__(self, begun: Callable[[], int], store: Store) -> None:
        self.begun, self.store = begun, store
        self.run: int | None = None
        self.waiting: list[Row] = []
        self.written_at = 0.0
        self.has_warned = False

    def begin(self, network: Network, epochs: int) -> None:
        """From now on it is running."""
        self.run = self.begun()

    def __call__(self, row: Row) -> None:
        """Keep the row, and write if it is time."""
        self.waiting.append(row)
        if time.monotonic() - self.written_at >= PAUSE:
            self.flush()

    def next_look(self, epoch: int) -> float:
        """Never: rows may come later."""
        return math.inf

    def end(self) -> None:
        """Write what is left."""
        self.flush()

    def flush(self) -> None:
        """Write what waits; a store that takes nothing is told of once, and tried again later."""
        if not self.waiting or self.run is None:
            return
        self.written_at = time.monotonic()
        try:
            self.store.add_rows(self.run, self.waiting)
        except StoreError as error:
            if not self.has_warned:
                self.has_warned = True
                warnings.warn(f"{error}; the training goes on", TrainingWarning, stacklevel=2)
        else:
            self.waiting = []


def record(
    store: Store,
    spec: RunSpec,
    sources: Sources,
    *,
    callbacks: Sequence[AnyCallback] = (),
    pruning_hook: PruningHook | None = None,
    name: str = "",
    repeats: int | None = None,
    tested: bool = False,
    failures: bool = False,
) -> Outcome:
    """As `execute`, and kept in the store: `outcome.run` is its number there.

    Where the store takes nothing more in the end, the outcome is there all the same, and a warning
    says so. Raises what `execute` raises; a run that raises once it has begun (with `failures` also
    one that could not begin) is kept as failed, with the reason.
    """
    spec = resolved(spec, sources.rows_of(spec))
    with recording(store, spec, name=name, repeats=repeats, failures=failures) as recorder:
        outcome = execute(
            spec, sources, callbacks=[*callbacks, recorder], pruning_hook=pruning_hook
        )
    keep_end(store, recorder, outcome, tested and len(outcome.history) > 0)
    return outcome


@contextmanager
def recording(
    store: Store, spec: RunSpec, *, name: str, repeats: int | None = None, failures: bool = False
) -> Iterator[Recorder]:
    """A recorder of a run; what the run raises within is written down, and goes on its way."""
    recorder = Recorder(lambda: store.begin(spec, name=name, repeats=repeats), store)
    try:
        yield recorder
    except KeyboardInterrupt:  # outside of the epochs, where training meets it itself
        if recorder.run is not None:
            store.end(recorder.run, "interrupted", reason="interrupted before its first epoch")
        raise
    except Exception as error:
        if recorder.run is None and failures:
            recorder.run = recorder.begun()
        if recorder.run is not None:
            store.end(recorder.run, "failed", reason=f"{type(error).__name__}: {error}")
        raise


def keep_end(store: Store, recorder: Recorder, outcome: Outcome, tested: bool = False) -> None:
    """Write down what the run came to, and its number into the outcome."""
    outcome.run = recorder.run
    if recorder.run is None:
        return
    test = outcome.test() if tested else {}
    try:
        recorder.flush()
        store.end(
            recorder.run,
            outcome.status,
            reason=outcome.history.stop_reason,
            engine=outcome.history.engine,
            digest=outcome.digest,
            results={f"test_{measure}": value for measure, value in test.items()},
        )
    except StoreError as error:
        message = f"run {recorder.run} is not kept to its end: {error}"
        warnings.warn(message, TrainingWarning, stacklevel=3)
