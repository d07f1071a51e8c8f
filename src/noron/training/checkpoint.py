"""Checkpoints: the state of a run, written to a folder from time to time, to go on after any end.

    net.train(X, y, checkpoint="spirals")    # writes every 30 seconds, and at Ctrl-C
    net.train(X, y, resume="spirals")        # goes on from the last one, to the same bits

Two files are written in turn, so one of them is whole at any moment. A run that comes to its end
removes them.
"""

import os
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar, final

from filelock import FileLock, Timeout

from noron.core.atomic import checked_path, named, remove_stale
from noron.core.errors import (
    ModelFileError,
    NoronError,
    SettingError,
    TrainingWarning,
    check_number,
)
from noron.core.types import Array
from noron.engines.machine import differences, machine
from noron.training.lifecycle import StateWriter
from noron.training.live_settings import LiveSettings
from noron.training.snapshot import Snapshot, identity_of, restore, state_of

EVERY = 30.0
"""Seconds between two files."""

FRESH = 0.25
"""Seconds between two copies in memory: so much training is repeated at most after Ctrl-C."""

SHARE = 0.004
"""The share of a run's time that the copies may take, and the share that the files may take."""

NAMES = ("checkpoint-a.safetensors", "checkpoint-b.safetensors")
LOCK = "checkpoint.lock"


@final
class Checkpoints(StateWriter):
    """Writes the checkpoints of one run at a time.

    Args:
        folder: the folder, which is made with the first file; None until it is known.
        every: seconds between two files. Files of a large network are written less often, so that
            they take less than half a percent of the time.
        keep: whether the state at the end of the run stays, so that resuming gives its result.
        results_follow: whether the caller clears the folder, when the results are written.

    Raises SettingError if `folder` or `every` is no folder or no positive number.
    """

    def __init__(
        self,
        folder: str | Path | None = None,
        *,
        every: float = EVERY,
        keep: bool = False,
        results_follow: bool = False,
    ) -> None:
        self.folder = None if folder is None else checked_path(folder)
        if self.folder is not None and os.path.isfile(self.folder):
            raise SettingError(
                f"{named(self.folder)} is a file: give the name of a folder for the checkpoints"
            )
        self.every = check_number("every", every, low=0, open_low=True)
        self.keep, self.results_follow = keep, results_follow
        self._newest: tuple[dict[str, Any], dict[str, Array]] | None = None
        self._copy_at, self._write_at = 0.0, time.perf_counter() + every
        self._turn = 0
        self._lock: FileLock | None = None
        self._is_used = self._has_warned = False

    def look(self, run: LiveSettings) -> None:
        """Copy the state of a run that is between two batches, and write it, if it is time."""
        now = time.perf_counter()
        if now >= self._copy_at:
            self._newest = state_of(run)
            took = time.perf_counter() - now
            self._copy_at = now + max(min(FRESH, self.every), took / SHARE)
        if now >= self._write_at:
            self.write(run)

    def write(self, run: LiveSettings) -> None:
        """Write the last copy, unless it is written already.

        If the folder takes no file, warn once: the training goes on.
        """
        if self._newest is None or self.folder is None:
            return
        began = time.perf_counter()
        try:
            self._acquire(self.folder)
            Snapshot(identity_of(run), *self._newest).save(self.folder / NAMES[self._turn])
            self._turn, self._newest = 1 - self._turn, None
        except (NoronError, OSError) as error:
            if not self._has_warned:
                self._has_warned = True
                warnings.warn(
                    f"no checkpoint was written: {error}; the training goes on",
                    TrainingWarning,
                    stacklevel=2,
                )
        now = time.perf_counter()
        self._write_at = now + max(self.every, (now - began) / SHARE)

    def end(self, run: LiveSettings) -> None:
        """Remove the files of a run that has come to its end; keep those of any other."""
        is_done = bool(run.history.stop_reason) and not run.history.interrupted
        if is_done and self.keep:
            self._newest = state_of(run)
            self.write(run)
        elif is_done and not self.results_follow:
            self.clear()
        self._newest = None
        self.release()

    def clear(self) -> None:
        """Remove the files that this run has written or has gone on from."""
        if self.folder is not None and self._is_used:
            clear(self.folder)

    def discard(self) -> bool:
        """Remove what another run has left in the folder; return whether there was anything."""
        self.release()
        if self.folder is None or not self.folder.is_dir():
            return False
        clear(self.folder)
        return True

    def release(self) -> None:
        """Let other processes use the folder."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def load(self) -> Snapshot | None:
        """Return the last checkpoint in the folder, or None; the next file replaces the older one.

        Raises SettingError if another process trains this run.
        """
        if self.folder is None or not any(files_in(self.folder)):
            return None
        self._acquire(self.folder)
        path, snapshot = _newest(self.folder)
        self._turn = 1 - NAMES.index(path.name)
        return snapshot

    def _acquire(self, folder: Path) -> None:
        """Lock the folder until the end of the run, or of the process."""
        if self._lock is not None:
            return
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise SettingError(
                f"{named(folder)} holds the checkpoints of a run that another process is training: "
                "wait for its end, or give another folder"
            ) from None
        self._lock, self._is_used = lock, True


def as_checkpoints(given: Any) -> Checkpoints | None:
    """Return the name of a folder as Checkpoints, and Checkpoints or None as they are."""
    return given if given is None or isinstance(given, Checkpoints) else Checkpoints(given)


def resumed(
    path: str | Path | None, checkpoints: Checkpoints | None
) -> tuple[Snapshot | None, Checkpoints | None]:
    """Return the snapshot with which a run begins or None, and where the run writes its own.

    `path` is a folder of checkpoints, in which the run writes on, or the file of a snapshot. It
    may be the folder of `checkpoints`: then the run goes on if there is a checkpoint, and starts if
    there is none. Raises SettingError for a folder of `checkpoints` that another run has left
    there, and ModelFileError for a `path` without a checkpoint.
    """
    folder = None if checkpoints is None else checkpoints.folder
    if path is None:
        if folder is not None and any(files_in(folder)):
            raise SettingError(
                f"{named(folder)} holds a checkpoint of a run that has not ended: go on with "
                f"resume={str(folder)!r}, or give another folder"
            )
        return None, checkpoints
    path = checked_path(path)
    if path.is_file():
        return Snapshot.load(path), checkpoints
    if checkpoints is not None and folder == path:
        return checkpoints.load(), checkpoints
    source = Checkpoints(path)
    snapshot = source.load()
    if snapshot is None:
        raise ModelFileError(_nothing(path))
    return snapshot, checkpoints or source


def clear(folder: Path) -> None:
    """Remove the checkpoints in a folder, and the folder if nothing else is in it."""
    remove_stale(folder)
    for name in (*NAMES, LOCK):
        (folder / name).unlink(missing_ok=True)
    try:
        folder.rmdir()
    except OSError:  # it holds something else
        return


def begin_from(
    run: LiveSettings, checkpoints: Checkpoints | None, snapshot: Snapshot | None
) -> None:
    """Let a run that has not started write checkpoints, and go on from a snapshot.

    Warns of what has changed since the snapshot and may change the last bits of the result. Raises
    SettingError for the snapshot of a different run.
    """
    run.checkpoints = checkpoints
    if snapshot is None:
        return
    try:
        restore(run, snapshot)
    except BaseException:
        if checkpoints is not None:
            checkpoints.release()
        raise
    changed = differences(snapshot.made, machine())
    if changed:
        warnings.warn(
            f"{', '.join(changed)}: the run goes on, but may not end with the same last bits",
            TrainingWarning,
            stacklevel=2,
        )


T = TypeVar("T")


def going_on(checkpoints: Checkpoints, run: Callable[[Checkpoints], T]) -> T:
    """Return what `run` gives, from the last checkpoint or from the start where there is none.

    `run` may raise SettingError or ModelFileError for a checkpoint that does not fit, such as that
    of another engine; then the folder is cleared, and it is called once more.
    """
    try:
        return run(checkpoints)
    except (SettingError, ModelFileError):
        if not checkpoints.discard():
            raise
    return run(checkpoints)


def files_in(folder: Path) -> Iterator[Path]:
    """Yield the checkpoints in a folder."""
    return (folder / name for name in NAMES if (folder / name).exists())


def _newest(folder: Path) -> tuple[Path, Snapshot]:
    """Return the later one of the checkpoints that can be read. Raises ModelFileError."""
    readable: list[tuple[Path, Snapshot]] = []
    errors: list[ModelFileError] = []
    for path in files_in(folder):
        try:
            readable.append((path, Snapshot.load(path)))
        except ModelFileError as error:
            errors.append(error)
    if not readable:
        raise errors[0]
    if len({repr(snapshot.of) for _, snapshot in readable}) > 1:
        raise SettingError(
            f"{named(folder)} holds checkpoints of two different runs: give the file of the one "
            f"that is meant, {' or '.join(NAMES)}"
        )
    for error in errors:
        warnings.warn(f"{error}; the checkpoint before it is used", TrainingWarning, stacklevel=2)
    return max(readable, key=lambda one: one[1].place)


def _nothing(path: Path) -> str:
    if not path.exists():
        return f"{named(path)} does not exist: give a folder of checkpoints, or a snapshot's file"
    inside = sorted(folder.name for folder in path.iterdir() if any(files_in(folder)))
    if inside:
        return (
            f"{named(path)} holds the checkpoints of {len(inside)} runs in folders of their own "
            f"({', '.join(inside[:5])}): give one of these"
        )
    return (
        f"{named(path)} holds no checkpoint: a run that has come to its end leaves none, and "
        "neither does one that never wrote any"
    )
