"""A run that is kept: its rows go into the store as they come."""

import math
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, final

from noron.core.errors import StoreError, TrainingWarning
from noron.core.metric_rows import Row
from noron.experiments.checkpoints import (
    checkpoints_folder,
    of_run,
    of_trial,
    seconds,
)
from noron.experiments.pruning_hook import PruningHook
from noron.experiments.result import FAILURES, RunResult
from noron.experiments.run import Sources, execute, resolved
from noron.experiments.spec import RunSpec
from noron.experiments.store import Reader, Store
from noron.experiments.store.writer import this_machine
from noron.losses import Loss
from noron.network import Network
from noron.training.callbacks import AnyCallback, Callback
from noron.training.checkpoint import Checkpoints, going_on
from noron.training.metrics import recorded_names

PAUSE = 0.5
"""Seconds between two writes: often enough to watch, seldom enough to cost nothing."""


@final
class Recorder(Callback):
    """Begins a run when the training begins, and writes its rows; what finds no room waits."""

    def __init__(
        self, begun: Callable[[], int], store: Store, checkpoints: Checkpoints | None = None
    ) -> None:
        self.begun, self.store, self.checkpoints = begun, store, checkpoints
        self.run: int | None = None
        self.n_rows = 0
        self.waiting: list[Row] = []
        self.written_at = 0.0
        self.is_begun = self.has_warned = False

    def begin(self, network: Network, epochs: int) -> None:
        """From now on it is running, and the folder of its checkpoints is known.

        Raises StoreError if nothing could be written before either.
        """
        try:
            self.run = self.begun() if self.run is None else self.run
        except StoreError as error:
            if not self.store.has_begun:
                raise
            self._warn(error)
        self.is_begun = True
        if self.checkpoints is not None and self.checkpoints.folder is None and self.run:
            self.checkpoints.folder = of_run(self.store.path, self.run)

    def __call__(self, row: Row) -> None:
        """Keep the row, and write if it is time."""
        self.waiting.append(row)
        self.n_rows += 1
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
            self._warn(error)
        else:
            self.waiting = []

    def _warn(self, error: StoreError) -> None:
        if not self.has_warned:
            self.has_warned = True
            message = f"{error}; the training goes on, and what is missing is written later"
            warnings.warn(message, TrainingWarning, stacklevel=3)

    def write_end(self, status: str, reason: str, **facts: Any) -> None:
        """Write all that is left of the run and how it ended, now or when there is room."""

        def write() -> None:
            if self.run is None:
                self.run = self.begun()
            self.store.add_rows(self.run, self.waiting)
            self.waiting = []
            self.store.end(self.run, status, reason=reason, **facts)

        error = self.store.keep(write)
        if error is not None:
            self._warn(error)


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
    advise: bool = False,
    checkpoints: Checkpoints | None = None,
    resumes: int | None = None,
    is_trial: bool = False,
) -> RunResult:
    """As `execute`, and kept in the store: `run` of the result is its number there.

    The run writes `checkpoints`. With `resumes`, the run of that number goes on from its last one,
    or starts again if it has none; a trial goes on by itself where the same recipe was left before.

    Where the store takes nothing more in the end, the result is there all the same, and a warning
    says so. Raises what `execute` raises; a run that raises once it has begun (with `failures` also
    one that could not begin) is kept as failed, with the reason.
    """
    spec = resolved(spec, sources.rows_of(spec))

    def run(checkpoints: Checkpoints) -> RunResult:
        begin = partial(store.begin, spec, name=name, repeats=repeats)
        if resumes is not None:
            begin = partial(store.reopen, resumes)
        with recording(store, begin, checkpoints, failures=failures) as recorder:
            result = execute(
                spec, sources, callbacks=[*callbacks, recorder], pruning_hook=pruning_hook,
                advise=advise, checkpoint=checkpoints, resume=checkpoints.folder,
            )  # fmt: skip
        keep_end(recorder, result, tested and len(result.rows) > 0)
        return result

    if is_trial:
        return going_on(of_trial(checkpoints_folder(store.path), spec), run)
    checkpoints = checkpoints or Checkpoints(every=seconds())
    if resumes is not None:
        checkpoints.folder = of_run(store.path, resumes)
    return run(checkpoints)


@contextmanager
def recording(
    store: Store,
    begin: Callable[[], int],
    checkpoints: Checkpoints | None = None,
    *,
    failures: bool = False,
) -> Iterator[Recorder]:
    """A recorder of a run; what the run raises within is written down, and goes on its way."""
    recorder = Recorder(begin, store, checkpoints)
    try:
        yield recorder
    except KeyboardInterrupt:  # outside of the epochs, where training meets it itself
        if recorder.run is not None:
            recorder.write_end("interrupted", "interrupted before its first epoch")
        raise
    except Exception as error:
        if recorder.is_begun or failures:
            recorder.write_end("failed", f"{type(error).__name__}: {error}")
        raise


def keep_end(recorder: Recorder, result: RunResult, tested: bool = False) -> None:
    """Write down what the run came to, and its number into the result."""
    if not recorder.is_begun and recorder.run is None:
        return
    test = result.test() if tested else {}
    if recorder.n_rows < len(result.rows):  # it went on from a checkpoint
        recorder.waiting = list(result.rows)
    recorder.write_end(
        result.status,
        result.reason,
        engine=result.engine,
        digest=result.digest,
        results={f"test_{measure}": value for measure, value in test.items()},
    )
    result.run = recorder.run


def attempt(
    spec: RunSpec,
    sources: Sources,
    *,
    store: Store | None = None,
    name: str = "",
    callbacks: Sequence[AnyCallback] = (),
    pruning_hook: PruningHook | None = None,
    checkpoints: Path | None = None,
) -> RunResult:
    """Run it, and keep it in the store if there is one; what it raises becomes its reason.

    Where there is no store, as in another process, a folder for `checkpoints` may be given.
    """
    started = time.perf_counter()
    options: Any = {"callbacks": callbacks, "pruning_hook": pruning_hook}

    def run(kept: Checkpoints) -> RunResult:
        return execute(spec, sources, checkpoint=kept, resume=kept.folder, **options)

    try:
        if store is not None:
            options |= {"name": name, "failures": True, "is_trial": True}
            result = record(store, spec, sources, **options)
        elif checkpoints is not None:
            result = going_on(of_trial(checkpoints, spec), run)
        else:
            result = execute(spec, sources, **options)
    except FAILURES as error:
        return RunResult.of_error(spec, error)
    result.seconds = time.perf_counter() - started
    return result


def stored_result(
    store: Store | None, experiment: int, spec: RunSpec, *, anew: bool = False
) -> RunResult | None:
    """What a whole recipe came to before: in the experiment, or anywhere on this machine.

    None where it has yet to be run, or was run before one of its metrics was recorded, or nothing
    is kept. `anew` asks the experiment alone, and so does a recipe that the clock ends.
    """
    if store is None:
        return None
    reader = Reader(store.connection)
    counted = reader.counted(experiment, spec.identity)
    known = [] if counted is None else [counted]
    if spec.time_limit is None and not anew:
        known += reader.finished(spec.identity, this_machine())
    for number in known:
        rows = reader.rows(number)
        if _lacks_a_metric(spec, rows):
            continue
        if counted is None:
            store.keep(partial(store.count_in, experiment, number))
        return reader.run(number).result(rows)
    return None


def _lacks_a_metric(spec: RunSpec, rows: Sequence[Row]) -> bool:
    """Return whether the rows were recorded before one of today's metrics existed."""
    names = recorded_names(Loss.make(spec.loss or "cross_entropy"))
    return bool(rows) and any(all(name not in row for row in rows) for name in names)
